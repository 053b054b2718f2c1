// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/comparison.h"
#include "report/reports.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/reportexport.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// 80 entered on 3 February 2026 of whom 48 were won ten days later, and 70 on 3 March of whom 56 were.
ColumnsPointer twoMonths()
{
    constexpr qint64 cold = 1;
    constexpr qint64 customer = 5;
    const QTimeZone zone = QTimeZone::utc();
    ColumnsBuilder builder(defaultPipeline(), zone);
    for (qint64 id = 1; id <= 150; ++id)
        builder.addProspect(id, u"fair"_s, 0, 0);
    for (qint64 id = 1; id <= 150; ++id) {
        const bool isEarly = id <= 80;
        const QDate day(2026, isEarly ? 2 : 3, 3);
        builder.addMove(id, cold, {startOfDay(day, zone), Precision::Day});
        if (isEarly ? id <= 48 : id <= 136)
            builder.addMove(id, customer, {startOfDay(day.addDays(10), zone), Precision::Day});
    }
    return builder.finish();
}

Report ofMarch(const QString &id, Comparison comparison)
{
    ReportQuestion question;
    question.filter.span = {QDate(2026, 3, 1), QDate(2026, 4, 1)};
    question.filter.asOf = startOfDay(QDate(2026, 6, 10), QTimeZone::utc());
    question.compareWith = earlierSpan(question.filter.span, comparison, QDate(2026, 6, 10));
    return makeReport(*reportKind(id), {twoMonths(), {}}, question);
}

/// The words of a picture, in the order in which they were drawn.
QStringList textsOf(const Drawing &drawing)
{
    QStringList texts;
    QXmlStreamReader reader(drawnAs(u"svg"_s, drawing).value_or(QByteArray()));
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
            texts.append(reader.readElementText().trimmed());
    }
    return reader.hasError() ? QStringList() : texts;
}

} // namespace

/// A chart as a file, alone and compared with an earlier time.
class TestReportExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void init() { QVERIFY(m_folder.isValid()); }

    void theEarlierTimeStandsBelow_data()
    {
        QTest::addColumn<QString>("id");
        for (const ReportKind &kind : reportKinds()) {
            if (kind.needs.of({}).isEmpty())
                QTest::newRow(qPrintable(kind.id)) << kind.id;
        }
    }
    void theEarlierTimeStandsBelow()
    {
        QFETCH(QString, id);
        const Report report = ofMarch(id, Comparison::Previous);
        QVERIFY(report.earlier);
        const Drawing both = comparedPicture(report);
        const Drawing now = reportPicture(report, both.size.width());
        const Drawing before = reportPicture(*report.earlier, both.size.width());
        QCOMPARE(now.size.width(), both.size.width());
        QCOMPARE(before.size.width(), both.size.width());
        QCOMPARE(both.size.height(), std::ceil(now.size.height()) + before.size.height());
        QVERIFY(!textsOf(now).isEmpty());
        QCOMPARE(textsOf(both), textsOf(now) + textsOf(before));
        QCOMPARE(both.title, report.chart.title);
        QCOMPARE(both.csv(), toCsv(report.table));
    }

    void figuresAreThoseOfTheDocument()
    {
        const Report report = ofMarch(u"funnel"_s, Comparison::Previous);
        const QStringList texts = textsOf(comparedPicture(report));
        QVERIFY(texts.contains(u"56 of 70"_s));
        QVERIFY(texts.contains(u"48 of 80"_s));
        for (const QJsonObject &time :
            {report.document.toJson(), report.document.value(u"before"_s).toObject()}) {
            const QJsonArray stages = time.value(u"stages"_s).toArray();
            QVERIFY(!stages.isEmpty());
            for (const auto &stage : stages) {
                const QString counts = u"%1 of %2"_s.arg(stage[u"reached"_s].toInteger())
                                           .arg(time.value(u"cohort"_s).toInteger());
                QVERIFY2(texts.contains(counts), qPrintable(counts));
            }
        }
    }

    void aloneNothingIsAdded()
    {
        const Report report = ofMarch(u"trend"_s, Comparison::None);
        QVERIFY(!report.earlier);
        QCOMPARE(comparedPicture(report).size, reportPicture(report).size);
        QCOMPARE(textsOf(comparedPicture(report)), textsOf(reportPicture(report)));
    }

    void bothTimesAreInEveryFile_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("a picture of its own") << u"funnel"_s;
        QTest::newRow("a plot") << u"moves"_s;
    }
    void bothTimesAreInEveryFile()
    {
        QFETCH(QString, id);
        const Report report = ofMarch(id, Comparison::Previous);
        const Drawing both = comparedPicture(report);
        const QImage image = QImage::fromData(exported(report, u"png"_s));
        QCOMPARE(image.size(), (both.size * 2).toSize());
        const int top = 2 * int(std::ceil(reportPicture(report, both.size.width()).size.height()));
        QVERIFY(isInked(image.copy(0, 0, image.width(), top)));
        QVERIFY(isInked(image.copy(0, top, image.width(), image.height() - top)));
        const QByteArray pdf = exported(report, u"pdf"_s);
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        QVERIFY(exported(report, u"svg"_s).contains("<svg"));
        QCOMPARE(exported(report, u"csv"_s), toCsv(report.table));
        QVERIFY(!exportReport(report, m_folder.filePath(u"chart.docx"_s)));
    }

private:
    static bool isInked(const QImage &image)
    {
        QImage blank(image.size(), image.format());
        blank.fill(Qt::white);
        return !image.isNull() && image != blank;
    }
    QByteArray exported(const Report &report, const QString &suffix)
    {
        const QString path = m_folder.filePath(u"chart."_s + suffix);
        if (!exportReport(report, path))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

PULLPUSH_WINDOW_TEST(TestReportExport)
#include "tst_reportexport.moc"
