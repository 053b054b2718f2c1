// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/ageingreport.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Lost = 8 };

Moment day(int day)
{
    return {startOfDay(QDate(2026, 3, 1).addDays(day), QTimeZone::utc()), Precision::Day};
}

/// \a leavers left cold after 5 days. Two are there still, for 12 days and for 2, and one is warm for 31; with the first the last two-way word was 14 days ago.
Report reportOf(int leavers)
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    for (int id = 1; id <= leavers + 3; ++id)
        builder.addProspect(id, u"web"_s, 0, 0);
    for (int id = 1; id <= leavers; ++id) {
        builder.addMove(id, Cold, day(0));
        builder.addMove(id, Lost, day(5));
    }
    builder.addMove(leavers + 1, Cold, day(19));
    builder.addMove(leavers + 2, Cold, day(29));
    builder.addMove(leavers + 3, Warm, day(0));
    auto contacts = std::make_shared<LastContacts>();
    contacts->rows.push_back({ProspectId(leavers + 1), day(17)});
    ReportData data {builder.finish()};
    data.facts.contacts = contacts;
    ReportQuestion question;
    question.filter.asOf = day(31).ms + DayMs / 2;
    return ageingReport().make(data, question);
}

} // namespace

class TestAgeingReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void itNeedsTheLastWords()
    {
        QCOMPARE(ageingReport().id, u"ageing"_s);
        QCOMPARE(ageingReport().needs.of({}), QList {ChartFact::Contacts});
    }

    void aRowForEachStageBeforeTheSale()
    {
        const Report report = reportOf(30);
        QCOMPARE(report.chart.title,
            u"1 open prospect(s) have been at a stage for longer than 9 in 10 visits to it last, of 2"_s);
        QCOMPARE(report.chart.rows.size(), 4);
        QCOMPARE(report.chart.rows[0],
            QList<Figure>({u"Cold"_s, qint64(2), qint64(2), qint64(5), qint64(1), qint64(1),
                qint64(0), qint64(0), qint64(1), qint64(0), qint64(1)}));
        QCOMPARE(report.chart.rows[1],
            QList<Figure>({u"Warm"_s, qint64(1), qint64(31), Figure(), qint64(0), qint64(0),
                qint64(1), qint64(0), qint64(0), qint64(0), qint64(1)}));
        QVERIFY(report.chart.subtitle.startsWith(u"3 open prospect(s) · silence since"));
        QVERIFY(report.chart.subtitle.endsWith(u"as of 1 Apr 2026"));
        QVERIFY(toCsv(report.table)
                    .startsWith("stage,open,medianDays,p90Days,past,within,unjudged,undated,"
                                "silent14,silent30,unspoken\r\ncold,2,2,5,1,1,0,0,1,0,1\r\n"));
    }

    void theDocumentTellsTheSame()
    {
        const QJsonObject document = reportOf(30).document.toJson();
        QCOMPARE(document[u"report"].toString(), u"ageing"_s);
        QCOMPARE(document[u"asOf"].toString(), u"2026-04-01T12:00:00Z"_s);
        const QJsonArray stages = document[u"stages"].toArray();
        QCOMPARE(stages.size(), 4);
        const QJsonObject cold = stages[0].toObject();
        QCOMPARE(cold[u"stage"].toString(), u"cold"_s);
        QCOMPARE(cold[u"visits"].toInt(), 32);
        QCOMPARE(cold[u"limitDays"].toInt(), 5);
        QCOMPARE(cold[u"past"].toInt(), 1);
        QCOMPARE(cold[u"silent14"].toInt(), 1);
        QVERIFY(stages[2].toObject()[u"medianDays"].isNull());
    }

    void whoIsTooLongThereIsBehindARow()
    {
        const Report report = reportOf(30);
        QCOMPARE(report.people(0), QList {ProspectId(31)});
        QCOMPARE(report.people(1), QList<ProspectId>());
        QCOMPARE(report.people(-1), QList<ProspectId>());
        QCOMPARE(report.people(4), QList<ProspectId>());
    }

    void theBarsAreTheRows()
    {
        const Report report = reportOf(30);
        const auto *plot = std::get_if<BarPlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->bars.size(), 4);
        QCOMPARE(plot->bars[0].text, u"1 of 2 past 5 day(s)"_s);
        QCOMPARE(plot->bars[0].parts[0].value, 1.0);
        QCOMPARE(plot->bars[0].parts[1].value, 1.0);
        QCOMPARE(plot->bars[1].text, u"1, no limit"_s);
        QCOMPARE(plot->bars[2].text, u"0"_s); // of nobody a limit says nothing
        QCOMPARE(plot->bars[1].parts[2].value, 1.0);
        QCOMPARE(plot->bars[1].parts[2].row, 1);
    }

    void fewVisitsMakeNoLimit()
    {
        const Report report = reportOf(27);
        QCOMPARE(
            report.chart.title, u"Too little is known to tell who has been at a stage too long"_s);
        QCOMPARE(report.chart.rows[0][3], Figure());
        // Other programs are told what there is, and of how many.
        const QJsonObject cold = report.document.value(u"stages"_s).toArray()[0].toObject();
        QCOMPARE(cold[u"p90Days"].toInt(), 5);
        QVERIFY(cold[u"limitDays"].isNull());
        QCOMPARE(report.people(0), QList<ProspectId>());
    }
};

PULLPUSH_TEST(TestAgeingReport)
#include "tst_ageingreport.moc"
