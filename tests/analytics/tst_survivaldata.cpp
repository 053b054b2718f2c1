// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival.h"
#include "test_support/testprogram.h"

#include <QDate>
#include <QFile>
#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;

// Real observations with published figures, read where the files are at hand.
class TestSurvivalData : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const QString root = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        m_folder = root + u"/funnel/"_s;
        if (root.isEmpty() || !QFile::exists(m_folder + u"km_reference/lung.csv"_s)
            || !QFile::exists(m_folder + u"olist_marketing_funnel"_s))
            QSKIP("The observations' files are not at hand.");
        readLeads();
    }

    void medians_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("ageColumn");
        QTest::addColumn<int>("eventColumn");
        QTest::addColumn<qint64>("n");
        QTest::addColumn<qint64>("events");
        QTest::addColumn<qint64>("median");
        QTest::newRow("lung") << u"lung.csv"_s << 1 << 2 << qint64(228) << qint64(165)
                              << qint64(310);
        QTest::newRow("waltons") << u"waltons_dataset.csv"_s << 0 << 1 << qint64(163) << qint64(156)
                                 << qint64(56);
    }
    void medians()
    {
        QFETCH(QString, file);
        QFETCH(int, ageColumn);
        QFETCH(int, eventColumn);
        AgeTally tally;
        const QList<QList<QByteArray>> rows = rowsOf(u"km_reference/"_s + file);
        for (const QList<QByteArray> &row : rows)
            tally.add(qRound64(row[ageColumn].toDouble()), row[eventColumn].toInt());
        const SurvivalCurve curve = kaplanMeier(tally);
        QTEST(curve.n, "n");
        QTEST(curve.events, "events");
        QFETCH(qint64, median);
        QCOMPARE(curve.median(), std::optional(median));
    }

    void olist_data()
    {
        QTest::addColumn<QDate>("since");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<double>("won");
        QTest::newRow("2018, 30 days") << QDate(2018, 1, 1) << qint64(30) << .0919;
        QTest::newRow("2018, 90 days") << QDate(2018, 1, 1) << qint64(90) << .1129;
        QTest::newRow("2018, 165 days") << QDate(2018, 1, 1) << qint64(165) << .1236;
        QTest::newRow("all, 30 days") << QDate() << qint64(30) << .0693;
        QTest::newRow("all, 90 days") << QDate() << qint64(90) << .0864;
        QTest::newRow("all, 180 days") << QDate() << qint64(180) << .0968;
        QTest::newRow("all, 365 days") << QDate() << qint64(365) << .1133;
    }
    void olist()
    {
        QFETCH(QDate, since);
        QFETCH(qint64, age);
        QFETCH(double, won);
        const AgeTally tally = leadsSince(since);
        const SurvivalCurve curve = kaplanMeier(tally);
        QCOMPARE(curve.n, since.isNull() ? 7999 : 5997); // one is won before it was entered
        QVERIFY2(qAbs(1 - curve.at(age)->survival - won) < .00005,
            qPrintable(QString::number(curve.at(age)->survival)));
        // Nobody is known to be lost: then both estimates are the same.
        const OutcomeCurves curves = aalenJohansen(tally);
        QCOMPARE(curves.open, curve);
        QVERIFY(qAbs(curves.at(age)->causes[0].incidence + curve.at(age)->survival - 1) < 1e-12);
    }

    void theEndOfOlist()
    {
        const auto end = kaplanMeier(leadsSince({})).at(427);
        QVERIFY(end);
        QCOMPARE(end->atRisk, 748);
        QCOMPARE(end->events, 1);
        QVERIFY(qAbs(end->survival - .8836) < .00005);
        QVERIFY(qAbs(end->error - .0043) < .00005);
    }

private:
    /// The fields of each line but the first; a field with a comma in quotes is not joined.
    [[nodiscard]] QList<QList<QByteArray>> rowsOf(const QString &name) const
    {
        QList<QList<QByteArray>> rows;
        QFile file(m_folder + name);
        if (!file.open(QIODevice::ReadOnly))
            return rows;
        file.readLine();
        while (!file.atEnd())
            rows.append(file.readLine().trimmed().split(','));
        return rows;
    }

    struct Lead
    {
        QDate entered;
        qint64 days; ///< from the first contact until won, or until the last day of the data
        bool isWon;
    };

    void readLeads()
    {
        const auto day = [](const QByteArray &text) {
            return QDate::fromString(QString::fromLatin1(text.left(10)), Qt::ISODate);
        };
        QHash<QByteArray, QDate> wonDays;
        const auto deals = rowsOf(u"olist_marketing_funnel/olist_closed_deals_dataset.csv"_s);
        for (const QList<QByteArray> &deal : deals)
            wonDays.insert(deal[0], day(deal[4]));
        const auto leads =
            rowsOf(u"olist_marketing_funnel/olist_marketing_qualified_leads_dataset.csv"_s);
        for (const QList<QByteArray> &lead : leads) {
            const QDate entered = day(lead[1]);
            const QDate won = wonDays.value(lead[0]);
            const QDate end = won.isNull() ? QDate(2018, 11, 14) : won;
            m_leads.append({entered, entered.daysTo(end), !won.isNull()});
        }
    }

    /// The leads that entered on a day or later, or all.
    [[nodiscard]] AgeTally leadsSince(QDate since) const
    {
        AgeTally tally;
        for (const Lead &lead : m_leads) {
            if (since.isNull() || lead.entered >= since)
                tally.add(lead.days, lead.isWon ? 1 : AgeTally::StillOpen);
        }
        return tally;
    }

    QString m_folder;
    QList<Lead> m_leads;
};

PULLPUSH_TEST(TestSurvivalData)
#include "tst_survivaldata.moc"
