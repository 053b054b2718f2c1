// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/reports.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
enum StageNumber : qint64 { Cold = 1, Customer = 5 };

Moment noonOf(int day)
{
    return {localToInstant(QDate(2026, 1, 1).addDays(day), QTime(12, 0), QTimeZone::utc()),
        Precision::Exact};
}

/// Two enter on each day of 120, one of whom buys ten days later; sales are on record since 2 March.
ColumnsPointer lateRecord()
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    for (int id = 1; id <= 240; ++id)
        builder.addProspect(id, QString(), 0, 0);
    for (int day = 0; day < 120; ++day) {
        builder.addMove(2 * day + 1, Cold, noonOf(day));
        builder.addMove(2 * day + 2, Cold, noonOf(day));
        if (day + 10 >= 60)
            builder.addMove(2 * day + 1, Customer, noonOf(day + 10));
    }
    return builder.finish();
}

/// With all facts that a report here needs.
ReportData lateData()
{
    ReportData data {lateRecord()};
    data.facts.deals = std::make_shared<DealFacts>();
    data.facts.contacts = std::make_shared<LastContacts>();
    data.facts.touches = std::make_shared<TouchFacts>();
    return data;
}

Report told(const QString &id, const DateSpan &span = {}, const DateSpan &cohort = {})
{
    ReportQuestion question;
    question.filter.asOf = noonOf(200).ms;
    question.filter.span = span;
    question.filter.cohort = cohort;
    question.windowDays = 30;
    return makeReport(*reportKind(id), lateData(), question);
}

constexpr auto Words = "moves on record since 2 Mar 2026"_L1;
} // namespace

/// What charts say where moves are on record later than entries.
class TestRecordTold : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void sharesOfEntriesSaySo_data()
    {
        QTest::addColumn<QString>("report");
        for (const char *id : {"funnel", "outcomes", "time-in-stage", "cohorts", "trend"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void sharesOfEntriesSaySo()
    {
        QFETCH(QString, report);
        const Report all = told(report);
        QVERIFY2(all.chart.subtitle.contains(Words), qPrintable(all.chart.subtitle));
        QVERIFY2(all.chart.definition.contains(
                     u"Of 120 who entered before, about 50 would have moved by then"_s),
            qPrintable(all.chart.definition));
        QCOMPARE(all.document.value(u"logStart"_s).toString(), u"2026-03-02"_s);
        QVERIFY(all.chart.definition.contains(u"Shares of them are too low."_s));
        if (all.funnel)
            QCOMPARE(all.funnel->chart.subtitle, all.chart.subtitle);

        const DateSpan since {QDate(2026, 3, 2), {}};
        for (const Report &later : {told(report, since), told(report, {}, since)}) {
            QVERIFY(!later.chart.subtitle.contains(Words));
            QCOMPARE(later.document.value(u"logStart"_s).toString(), u"2026-03-02"_s);
        }
    }

    void pathsFromBeforeSaySo_data()
    {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("meaning");
        QTest::addColumn<bool>("isOfEverybody");
        QTest::newRow("velocity") << u"velocity"_s << u"of those whom it took longer"_s << false;
        QTest::newRow("forecast") << u"forecast"_s << u"the chances are too low"_s << true;
        QTest::newRow("ageing") << u"ageing"_s << u"the limits are too long"_s << true;
        QTest::newRow("advocacy") << u"advocacy"_s << u"seem not to have bought"_s << true;
        QTest::newRow("attribution") << u"attribution"_s << u"Who converted before it"_s << false;
    }
    void pathsFromBeforeSaySo()
    {
        QFETCH(QString, report);
        QFETCH(QString, meaning);
        QFETCH(bool, isOfEverybody);
        const Report all = told(report);
        QVERIFY2(all.chart.subtitle.contains(Words), qPrintable(all.chart.subtitle));
        QVERIFY2(all.chart.definition.contains(u"Of 120 who entered before, about 50"_s),
            qPrintable(all.chart.definition));
        QVERIFY2(all.chart.definition.contains(meaning), qPrintable(all.chart.definition));
        QVERIFY(!all.chart.definition.contains(u"Shares of them"_s));

        // Whatever its span is of, the paths may have begun before it.
        const DateSpan since {QDate(2026, 3, 2), {}};
        QVERIFY(told(report, since).chart.subtitle.contains(Words));
        const Report later = told(report, {}, since);
        QCOMPARE(later.chart.subtitle.contains(Words), isOfEverybody);
        QCOMPARE(later.document.value(u"logStart"_s).toString(), u"2026-03-02"_s);
    }

    void otherReportsDoNot()
    {
        const Report moves = told(u"moves"_s);
        QVERIFY(!moves.chart.subtitle.contains(Words));
        QVERIFY(!moves.document.toJson().contains(u"logStart"_s));
    }

    void cohortsFromBeforeAreMarked_data()
    {
        QTest::addColumn<QString>("report");
        QTest::newRow("cohorts") << u"cohorts"_s;
        QTest::newRow("trend") << u"trend"_s;
    }
    void cohortsFromBeforeAreMarked()
    {
        QFETCH(QString, report);
        const Report all = told(report);
        QList<bool> before;
        const QJsonArray periods = all.document.value(u"periods"_s).toArray();
        for (const auto &period : periods)
            before << period[u"beforeLog"_s].toBool();
        QCOMPARE(before, (QList<bool> {true, true, true, false})); // that of March began on the 1st
        // What is found is of the one that counts.
        QVERIFY2(all.chart.title.contains(u"April"_s) && !all.chart.title.contains(u"March"_s),
            qPrintable(all.chart.title));
    }
};

PULLPUSH_TEST(TestRecordTold)
#include "tst_recordtold.moc"
