// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/funnelreport.h"
#include "report/reports.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Talk, Offer, Customer, Loyal, Advocate, Lost };

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

/// People entering on 1 March 2026, of whom the first \a warm got warm and \a won became customers, days later.
struct Crowd
{
    QString source;
    int count = 0;
    int warm = 0;
    int won = 0;
    int lost = 0;
};

FunnelReport reportOf(const QList<Crowd> &crowds, FunnelQuery query)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    const auto day = [](int days) {
        return Moment {startOfDay(QDate(2026, 3, 1 + days), zone()), Precision::Day};
    };
    qint64 id = 0;
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i)
            builder.addProspect(
                ++id, crowd.source, 0, i >= crowd.count - crowd.lost ? qint64(Lost) : 0);
    }
    id = 0;
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i) {
            builder.addMove(++id, Cold, day(0));
            if (i < crowd.warm)
                builder.addMove(id, Warm, day(3));
            if (i < crowd.won)
                builder.addMove(id, Customer, day(10));
            if (i >= crowd.count - crowd.lost)
                builder.addMove(id, Lost, day(20));
        }
    }
    if (query.asOf == 0)
        query.asOf = QDateTime(QDate(2026, 6, 1), QTime(8, 30), Qt::UTC).toMSecsSinceEpoch();
    return makeFunnelReport(funnel(*builder.finish(), query), query, defaultPipeline(), zone());
}

} // namespace

class TestFunnelReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void golden_data()
    {
        QTest::addColumn<FunnelQuery>("query");
        QTest::addColumn<QString>("file");
        QTest::newRow("all") << FunnelQuery {} << u"funnel-all"_s;
        QTest::newRow("by source, within a week") << FunnelQuery {
            .entered = {QDate(2026, 1, 1), QDate(2027, 1, 1)},
            .windowDays = 7,
            .by = Breakdown::Source} << u"funnel-window"_s;
    }
    void golden()
    {
        QFETCH(FunnelQuery, query);
        QFETCH(QString, file);
        const FunnelReport report =
            reportOf({{u"talk, in \"Oslo\""_s, 60, 30, 12, 6}, {{}, 20, 4, 0, 0}}, query);
        const QString base = qEnvironmentVariable("PULLPUSH_TEST_DATA") + u'/' + file;
        compare(QJsonDocument(toJson(report)).toJson(), base + u".json"_s);
        compare(toCsv(report), base + u".csv"_s);
    }

    void certainFirstStepAndNoSteps()
    {
        const QJsonArray stages =
            toJson(reportOf({{{}, 10, 0, 0, 0}}, {})).value(u"stages"_s).toArray();
        const QJsonObject first = stages.first().toObject();
        QCOMPARE(first.value(u"overall"_s).toObject().value(u"low"_s).toDouble(), 1.0);
        QVERIFY(first.value(u"step"_s).isNull());
        // Nobody was warm: the share of those who went on is not 0.
        QVERIFY(stages[2].toObject().value(u"step"_s).toObject().value(u"rate"_s).isNull());
        const QJsonArray nobody = toJson(reportOf({}, {})).value(u"stages"_s).toArray();
        QVERIFY(nobody.first().toObject().value(u"overall"_s).toObject().value(u"rate"_s).isNull());
    }

    void findings_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<FunnelQuery>("query");
        QTest::addColumn<QString>("title");
        QTest::newRow("nobody") << QList<Crowd> {} << FunnelQuery {}
                                << u"Nobody entered the pipeline in this time"_s;
        QTest::newRow("all too new")
            << QList<Crowd> {{{}, 5, 0, 0, 0}} << FunnelQuery {.windowDays = 365}
            << u"Nobody has been in the pipeline long enough yet"_s;
        QTest::newRow("few") << QList<Crowd> {{{}, 1, 1, 1, 0}} << FunnelQuery {}
                             << u"1 of 1 prospect(s) reached Customer; too few for a rate"_s;
        QTest::newRow("a drop")
            << QList<Crowd> {{{}, 200, 100, 20, 0}} << FunnelQuery {.windowDays = 30}
            << u"10.0\u00a0% of prospects reach Customer; the largest drop is from Warm to Customer"_s; // of Conversation and Offer nothing is known
        QTest::newRow("all are still there")
            << QList<Crowd> {{{}, 200, 100, 20, 0}} << FunnelQuery {}
            << u"10.0\u00a0% of prospects have reached Customer so far"_s;
        QTest::newRow("a drop whatever becomes of the others")
            << QList<Crowd> {{{}, 200, 100, 80, 60}} << FunnelQuery {}
            << u"40.0\u00a0% of prospects have reached Customer so far; the largest drop is from Cold to Warm"_s; // 30 % at least, and then 20 % at most
        QTest::newRow("too many are still there")
            << QList<Crowd> {{{}, 200, 100, 80, 20}} << FunnelQuery {}
            << u"40.0\u00a0% of prospects have reached Customer so far"_s; // 10 % at least, and then 20 % at most
        QTest::newRow("all went on or are still there")
            << QList<Crowd> {{{}, 100, 100, 40, 0}} << FunnelQuery {}
            << u"40.0\u00a0% of prospects have reached Customer so far"_s;
        QTest::newRow("a step with too few")
            << QList<Crowd> {{{}, 100, 20, 0, 0}} << FunnelQuery {.windowDays = 30}
            << u"0.0\u00a0% of prospects reach Customer"_s;
        QTest::newRow("only entries and wins")
            << QList<Crowd> {{{}, 200, 0, 20, 0}} << FunnelQuery {}
            << u"10.0\u00a0% of prospects have reached Customer so far"_s;
        QTest::newRow("no drop") << QList<Crowd> {{{}, 40, 40, 40, 0}} << FunnelQuery {}
                                 << u"100.0\u00a0% of prospects reach Customer"_s;
        QTest::newRow("sources differ")
            << QList<Crowd> {{u"search"_s, 200, 80, 60, 0}, {{}, 200, 80, 10, 0},
                   {u"fair"_s, 5, 5, 5, 0}}
            << FunnelQuery {.by = Breakdown::Source}
            << u"Customer is reached most often from “search” (30.0\u00a0%) and least often without a source (5.0\u00a0%)"_s;
        QTest::newRow("sources too small to compare")
            << QList<Crowd> {{u"search"_s, 20, 8, 6, 0}, {{}, 21, 8, 1, 0}}
            << FunnelQuery {.by = Breakdown::Source}
            << u"17.1\u00a0% of prospects have reached Customer so far"_s;
        QTest::newRow("sources alike")
            << QList<Crowd> {{u"search"_s, 200, 80, 22, 0}, {{}, 200, 80, 20, 0}}
            << FunnelQuery {.by = Breakdown::Source}
            << u"The sources do not differ clearly in how many reach Customer"_s;
    }
    void findings()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(FunnelQuery, query);
        QFETCH(QString, title);
        QCOMPARE(reportOf(crowds, query).chart.title, title);
    }

    /// A hundred of whom the first forty came after a touch of one of two channels with the same name, and half of those won.
    void takenApartByTheFirstTouch()
    {
        ColumnsBuilder builder(defaultPipeline(), zone());
        auto facts = std::make_shared<TouchFacts>();
        facts->channels = {
            {ChannelId(7), {u"Brand"_s, u"x"_s}}, {ChannelId(8), {u"Brand"_s, u"y"_s}}};
        const auto day = [](int days) {
            return Moment {startOfDay(QDate(2026, 3, 1 + days), zone()), Precision::Day};
        };
        for (qint64 id = 1; id <= 100; ++id)
            builder.addProspect(id, QString(), 0, 0);
        for (qint64 id = 1; id <= 100; ++id) {
            builder.addMove(id, Cold, day(0));
            if (id <= 20)
                builder.addMove(id, Customer, day(10));
            if (id <= 40) {
                TouchFacts::Row touch;
                touch.prospect = ProspectId(id);
                touch.id = TouchId(id);
                touch.at = day(1);
                touch.channel = ChannelId(7);
                facts->rows.push_back(touch);
            }
        }
        ReportData data;
        data.columns = builder.finish();
        data.facts.touches = facts;
        ReportQuestion question;
        question.filter.asOf = day(30).ms;
        question.by = Breakdown::Channel;
        const ReportKind &kind = *reportKind(u"funnel"_s);
        QCOMPARE(kind.needs.of(question), QList {ChartFact::Touches});
        const Report report = kind.make(data, question);
        QCOMPARE(report.chart.title,
            u"Customer is reached most often after “Brand” (50.0\u00a0%) and least often without a known channel (0.0\u00a0%)"_s);
        QVERIFY(report.chart.definition.contains(u"first touch before the second stage"_s));
        const QJsonArray groups = report.document.value(u"groups"_s).toArray();
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[0][u"key"_s].toString(), QString());
        QCOMPARE(groups[0][u"cohort"_s].toInt(), 60);
        QCOMPARE(groups[1][u"key"_s].toString(), u"7"_s);
        QCOMPARE(report.funnel->groupNames, (QStringList {u"No channel known"_s, u"Brand"_s}));
        // The total's seven steps, those of the first group, then those of the second.
        QCOMPARE(report.people(PlotRow(14)).size(), 40);
        QCOMPARE(report.people(PlotRow(14 + 4)).size(), 20);
        // Behind each figure of the table are as many as it says.
        int figures = 0;
        for (int column = 0; column < int(report.chart.columns.size()); ++column) {
            const QString &key = report.chart.columns[column].key;
            if (key != "reached"_L1 && segmentOf(key) == FunnelSegment::Reached)
                continue;
            for (int row = 0; row < int(report.chart.rows.size()); ++row) {
                const auto *count = std::get_if<qint64>(&report.chart.rows[row][column]);
                QVERIFY(count);
                QCOMPARE(report.segmentPeople(PlotRow(row), segmentOf(key)).size(), *count);
                ++figures;
            }
        }
        QCOMPARE(figures, 7 * 3 * 7);
        question.by = Breakdown::Source;
        QVERIFY(kind.needs.of(question).isEmpty());
    }

    /// Of the hundred who were warm, twenty are customers, and nobody is on record between.
    void whatNobodySawIsToldAlikeEverywhere()
    {
        const FunnelReport report = reportOf({{{}, 200, 100, 20, 0}}, {});
        const auto column = [&report](const QString &key) {
            return std::ranges::find(report.chart.columns, key, &ChartColumn::key)
                - report.chart.columns.begin();
        };
        const QJsonArray stages = toJson(report).value(u"stages"_s).toArray();
        for (const int step : {2, 3, 4}) {
            const QList<Figure> &row = report.chart.rows[step];
            QCOMPARE(figureText(row[column(u"step"_s)]), u"–"_s);
            QCOMPARE(std::get<qint64>(row[column(u"unseen"_s)]), step < 4 ? 20 : 0);
            QCOMPARE(stages[step][u"unseen"_s].toInt(), step < 4 ? 20 : 0);
        }
        QVERIFY(toCsv(report).contains("total,,offer,20,0.1,"));
        QVERIFY(report.chart.definition.contains(u"are not known"_s));
        QCOMPARE(figureText(report.chart.rows[1][column(u"step"_s)]).first(4), u"50.0"_s);
        QVERIFY(
            !reportOf({{{}, 200, 100, 0, 0}}, {}).chart.definition.contains(u"are not known"_s));
    }

    /// The same crowd: 20 of 100 who were warm, then all of them, and nobody who was recorded on the way.
    void otherProgramsGetTheRateOfWhatNobodySaw()
    {
        const FunnelReport report = reportOf({{{}, 200, 100, 20, 0}}, {});
        const QJsonArray stages = toJson(report).value(u"stages"_s).toArray();
        QVERIFY(stages[0][u"step"_s].isNull());
        const QList<double> rates {.5, .2, 1, 1, 0};
        const QList<bool> recorded {true, true, false, false, false, true};
        QVERIFY(stages[0][u"stepRecorded"_s].toBool());
        for (int step = 1; step <= 5; ++step) {
            const QJsonValue rate = stages[step][u"step"_s];
            QCOMPARE(rate[u"rate"_s].toDouble(-1), rates[step - 1]);
            QVERIFY(rate[u"low"_s].isDouble() && rate[u"high"_s].isDouble());
            QCOMPARE(stages[step][u"stepRecorded"_s].toBool(!recorded[step]), recorded[step]);
        }
        // Nobody was loyal, so that there is nobody of whom to take a share.
        QVERIFY(stages[6][u"step"_s][u"rate"_s].isNull());
        QVERIFY(stages[6][u"stepRecorded"_s].toBool());
        const Chart table = keyTable(report);
        const auto column =
            std::ranges::find(table.columns, u"step"_s, &ChartColumn::key) - table.columns.begin();
        QCOMPARE(table.rows[2][column], Figure(Proportion {20, 100}));
        QCOMPARE(table.rows[4][column], Figure(Proportion {20, 20}));
    }

    /// Whom it calls so may be elsewhere now: one who was in conversation is warm again, another was lost from there.
    void whoWasMovedBackIsToldOfAtTheFurthestStage()
    {
        ColumnsBuilder builder(defaultPipeline(), zone());
        const auto day = [](int days) {
            return Moment {startOfDay(QDate(2026, 3, 1 + days), zone()), Precision::Day};
        };
        builder.addProspect(1, QString(), 0, Warm);
        builder.addProspect(2, QString(), 0, Lost);
        for (const qint64 id : {1, 2}) {
            builder.addMove(id, Cold, day(0));
            builder.addMove(id, Talk, day(3));
            builder.addMove(id, Warm, day(5));
        }
        builder.addMove(2, Lost, day(8));
        ReportQuestion question;
        question.filter.asOf = day(30).ms;
        const Report report = reportKind(u"funnel"_s)->make({builder.finish()}, question);
        constexpr PlotRow talk {2};
        QCOMPARE(report.segmentPeople(talk, FunnelSegment::Open), {ProspectId(1)});
        QCOMPARE(report.segmentPeople(talk, FunnelSegment::Lost), {ProspectId(2)});
        const auto nameOf = [&report](const QString &key) {
            return std::ranges::find(report.chart.columns, key, &ChartColumn::key)->title;
        };
        QCOMPARE(nameOf(u"open"_s), u"Not further yet"_s);
        QCOMPARE(nameOf(u"lost"_s), u"Lost after it"_s);
        QVERIFY(report.chart.definition.contains(
            u"furthest stage they reached, also if they were moved back."_s));
    }

    /// When the conversation was retired, one of two who were there was put into the offer and the other back.
    void whoWasPutOnwardByThePipelineIsToldOf()
    {
        const auto day = [](int days) {
            return Moment {startOfDay(QDate(2026, 3, 1 + days), zone()), Precision::Exact};
        };
        QList<Stage> stages = defaultPipeline();
        stages[Talk - 1].retiredAt = day(20).ms;
        ColumnsBuilder builder(
            stages, zone(), ColumnsBuilder::NoCutOff, {{StageId(Talk), day(20).ms}});
        builder.addProspect(1, QString(), 0, StageNumber::Offer);
        builder.addProspect(2, QString(), 0, Warm);
        for (const qint64 id : {1, 2}) {
            builder.addMove(id, Cold, day(0));
            builder.addMove(id, Talk, day(3), Cold);
        }
        builder.addMove(1, StageNumber::Offer, day(20), Talk);
        builder.addMove(2, Warm, day(20), Talk);
        ReportQuestion question;
        question.filter.asOf = day(30).ms;
        const Report report = reportKind(u"funnel"_s)->make({builder.finish()}, question);
        QVERIFY(report.chart.definition.contains(
            u"Who was put into a later stage by a change of the pipeline counts as having reached it and what was passed over: Offer 1."_s));
        const QJsonArray steps = report.document.value(u"stages"_s).toArray();
        QCOMPARE(steps[1][u"putByPipeline"_s].toInt(), 0);
        QCOMPARE(steps[2][u"putByPipeline"_s].toInt(), 1);
        QVERIFY(!reportOf({{{}, 200, 100, 20, 0}}, {})
                     .chart.definition.contains(u"change of the pipeline"_s));
    }

    void theSubtitleSaysWhoIsCounted()
    {
        const FunnelReport report = reportOf({{{}, 1200, 3, 1, 0}},
            {.entered = {QDate(2026, 1, 1), QDate(2026, 4, 1)}, .windowDays = 30});
        QCOMPARE(report.chart.subtitle,
            u"1,200 prospect(s) · entered from 1 Jan 2026 to 31 Mar 2026 · within 30 day(s) · as of 1 Jun 2026"_s);
    }

    void fewAreHiddenFromPeopleAlone()
    {
        const FunnelReport report = reportOf({{{}, 1, 1, 0, 0}}, {});
        QCOMPARE(figureText(report.chart.rows[1][3]), u"too few"_s);
        QVERIFY(toCsv(report).contains("total,,warm,1,1,0.20"));
    }

    void theSeamIsBetweenPullAndPush() { QCOMPARE(reportOf({}, {}).seam(), 1); }

private:
    /// Compares with the stored file; with PULLPUSH_WRITE_GOLDEN set writes it instead.
    static void compare(const QByteArray &actual, const QString &path)
    {
        QFile file(path);
        if (qEnvironmentVariableIsSet("PULLPUSH_WRITE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(actual);
            QSKIP("Written anew.");
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        QCOMPARE(QString::fromUtf8(actual), QString::fromUtf8(file.readAll()));
    }
};

PULLPUSH_TEST(TestFunnelReport)
#include "tst_funnelreport.moc"
