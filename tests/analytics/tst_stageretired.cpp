// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/ageing.h"
#include "analytics/arrivals.h"
#include "analytics/conversioncredit.h"
#include "analytics/dwell.h"
#include "analytics/funnel.h"
#include "analytics/handovers.h"
#include "analytics/moves.h"
#include "analytics/outcomes.h"
#include "analytics/touchgroups.h"
#include "analytics/velocity.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QMap>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Nowhere, Cold, Warm, Talk, Quote, Customer, Loyal, Advocate, Lost };

constexpr int RetiredOn = 20; ///< which day; at noon

struct Step
{
    qint64 prospect;
    qint64 from;
    qint64 to;
    Moment at;
};

Moment noon(int day)
{
    return {RandomWalks::at(day), Precision::Exact};
}

Moment wholeDay(int day)
{
    return {RandomWalks::at(day, 0), Precision::Day};
}

/// As of noon of a day before the clocks change.
ChartFilter asked()
{
    return {.asOf = RandomWalks::at(26)};
}

int indexOf(StageNumber stage)
{
    return int(stage) - 1;
}

ColumnsBuilder builderWithout(StageNumber retired, qint64 cutOff = ColumnsBuilder::NoCutOff)
{
    QList<Stage> stages = defaultPipeline();
    stages[indexOf(retired)].retiredAt = RandomWalks::at(RetiredOn);
    return ColumnsBuilder(
        stages, RandomWalks::zone(), cutOff, {{StageId(retired), RandomWalks::at(RetiredOn)}});
}

void feed(ColumnsBuilder &builder, const QList<Step> &steps)
{
    QMap<qint64, qint64> stages; // by prospect: the last one
    for (const Step &step : steps)
        stages.insert(step.prospect, step.to);
    for (auto stage = stages.cbegin(); stage != stages.cend(); ++stage)
        builder.addProspect(stage.key(), u"web"_s, 0, stage.value());
    for (const Step &step : steps)
        builder.addMove(step.prospect, step.to, step.at, step.from);
}

ColumnsPointer columnsOf(
    StageNumber retired, const QList<Step> &steps, qint64 cutOff = ColumnsBuilder::NoCutOff)
{
    ColumnsBuilder builder = builderWithout(retired, cutOff);
    feed(builder, steps);
    return builder.finish();
}

/// One went back, one was won, and the first stood at the offer until it was retired.
QList<Step> threeAtTheOffer()
{
    return {{1, Nowhere, Cold, noon(0)}, {1, Cold, Quote, noon(10)}, {2, Nowhere, Cold, noon(0)},
        {2, Cold, Quote, noon(12)}, {2, Quote, Talk, noon(15)}, {3, Nowhere, Cold, noon(0)},
        {3, Cold, Quote, noon(10)}, {3, Quote, Customer, noon(14)}};
}

/// ... and was put back to the conversation then.
QList<Step> threeAndTheRetirement()
{
    QList<Step> steps = threeAtTheOffer();
    steps.insert(2, {1, Quote, Talk, noon(RetiredOn)});
    return steps;
}

/// Everything that was counted, as "from>to count".
QStringList countsOf(const MoveMatrix &matrix)
{
    static const QStringList names {u"cold"_s, u"warm"_s, u"talk"_s, u"offer"_s, u"customer"_s,
        u"loyal"_s, u"advocate"_s, u"lost"_s};
    const QStringList sources = names + QStringList {u"start"_s, u"before"_s, u"retired"_s};
    const QStringList targets = names + QStringList {u"stays"_s, u"retired"_s};
    QStringList counts;
    for (int from = 0; from < sources.size(); ++from) {
        for (int to = 0; to < targets.size(); ++to) {
            if (matrix.count(from, to) > 0)
                counts << u"%1>%2 %3"_s.arg(sources.at(from), targets.at(to))
                              .arg(matrix.count(from, to));
        }
    }
    return counts;
}

/// Moves between any stages at any time, many of them out of the offer when it is retired.
QList<Step> anySteps(int prospects)
{
    using rc::gen::inRange;
    QList<Step> steps;
    for (int id = 1; id <= prospects; ++id) {
        for (int i = *inRange(0, 6); i > 0; --i) {
            const auto to = *inRange<qint64>(Cold, Lost + 1);
            if (*inRange(0, 3) == 0)
                steps.append({id, Quote, to, noon(RetiredOn)});
            else
                steps.append({id, *inRange<qint64>(Nowhere, Lost + 1), to, noon(*inRange(0, 26))});
        }
    }
    return steps;
}

} // namespace

/// What charts tell of people whose stage was retired: nobody did anything.
class TestStageRetired : public QObject
{
    Q_OBJECT
private slots:
    void itIsNoMove()
    {
        const auto columns = columnsOf(Quote, threeAndTheRetirement());
        const MoveMatrix matrix = moveMatrix(*columns, {});
        QCOMPARE(countsOf(matrix),
            QStringList({u"cold>offer 3"_s, u"talk>stays 2"_s, u"offer>talk 1"_s,
                u"offer>customer 1"_s, u"offer>retired 1"_s, u"customer>stays 1"_s,
                u"start>cold 3"_s, u"retired>talk 1"_s}));
        QCOMPARE(moversBetween(*columns, {}, indexOf(Quote), indexOf(Talk)), {ProspectId(2)});
        QCOMPARE(
            moversBetween(*columns, {}, indexOf(Quote), matrix.putElsewhere()), {ProspectId(1)});
        QCOMPARE(moversBetween(*columns, {}, matrix.fromRetired(), indexOf(Talk)), {ProspectId(1)});
    }

    void itIsNoMoveOfASpan()
    {
        const auto columns = columnsOf(Quote, threeAndTheRetirement());
        QCOMPARE(countsOf(moveMatrix(*columns, {.span = {QDate(2026, 3, 17), QDate(2026, 3, 26)}})),
            QStringList(
                {u"talk>stays 2"_s, u"offer>retired 1"_s, u"customer>stays 1"_s, u"before>talk 1"_s,
                    u"before>offer 1"_s, u"before>customer 1"_s, u"retired>talk 1"_s}));
    }

    void onlyWhatLeftThatStageThenIsSo()
    {
        const Moment later {RandomWalks::at(RetiredOn) + 1, Precision::Exact};
        const auto columns = columnsOf(Quote,
            {{1, Nowhere, Cold, noon(0)}, {1, Cold, Quote, noon(1)}, {1, Quote, Talk, later},
                {2, Nowhere, Warm, noon(0)}, {2, Warm, Talk, noon(RetiredOn)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>offer 1"_s, u"warm>talk 1"_s, u"talk>stays 2"_s, u"offer>talk 1"_s,
                u"start>cold 1"_s, u"start>warm 1"_s}));
    }

    void beforeItPeopleStoodThere()
    {
        const auto columns = columnsOf(Quote, threeAndTheRetirement(), RandomWalks::at(19));
        QCOMPARE(moveMatrix(*columns, {}).count(indexOf(Quote), indexOf(Lost) + 1), 1); // stays
    }

    /// Whatever is known of when they came there.
    void theyCameToTheStageBefore()
    {
        const QStringList counts {u"cold>offer 1"_s, u"talk>stays 1"_s, u"offer>retired 1"_s,
            u"start>cold 1"_s, u"retired>talk 1"_s};
        for (const Moment &came : {noon(10), wholeDay(RetiredOn), Moment {0, Precision::Unknown}}) {
            QList<Step> steps {{1, Nowhere, Cold, noon(0)}, {1, Cold, Quote, came},
                {1, Quote, Talk, noon(RetiredOn)}};
            QCOMPARE(countsOf(moveMatrix(*columnsOf(Quote, steps), {})), counts);
            // Nor has anybody come there since, while a later move has not happened.
            steps.append({1, Talk, Customer, noon(25)});
            const auto columns = columnsOf(Quote, steps, RandomWalks::at(21));
            QCOMPARE(countsOf(moveMatrix(*columns, {})), counts);
        }
    }

    void onThatDayTheyMayGoFurther()
    {
        const QList<Step> steps {{1, Nowhere, Cold, noon(0)}, {1, Cold, Quote, noon(10)},
            {1, Quote, Talk, noon(RetiredOn)}, {1, Talk, Customer, wholeDay(RetiredOn)}};
        QCOMPARE(countsOf(moveMatrix(*columnsOf(Quote, steps), {})),
            QStringList({u"cold>offer 1"_s, u"talk>customer 1"_s, u"offer>retired 1"_s,
                u"customer>stays 1"_s, u"start>cold 1"_s, u"retired>talk 1"_s}));
    }

    void anUpdateKnowsIt()
    {
        ColumnsBuilder builder = builderWithout(Quote);
        feed(builder, threeAndTheRetirement().first(3));
        const auto updated = updatedColumns(columnsOf(Quote, threeAtTheOffer()), *builder.finish());
        QCOMPARE(
            moveMatrix(*updated, {}), moveMatrix(*columnsOf(Quote, threeAndTheRetirement()), {}));
    }

    void aVisitIsWatchedUntilThen()
    {
        const auto columns = columnsOf(Quote, threeAndTheRetirement());
        const QList<StageDwell> dwells = stageDwells(*columns, asked());
        const StageDwell &offer = dwells.at(indexOf(Quote));
        QCOMPARE(offer.curve.n, 3);
        QCOMPARE(offer.curve.events, 2);
        QCOMPARE(offer.curve.censored, 1);
        QCOMPARE(offer.cutShort, 1);
        QCOMPARE(offer.curve.steps.last().age, 10);
        QCOMPARE(offer.curve.steps.last().censored, 1);
        // Where they are now they have been for as long as nobody knows.
        const StageDwell &talk = dwells.at(indexOf(Talk));
        QCOMPARE(talk.curve.n, 1);
        QCOMPARE(talk.undated, 1);
        QCOMPARE(talk.cutShort, 0);
        constexpr qint64 anyTime = -1;
        QCOMPARE(prospectsStaying(*columns, asked(), indexOf(Quote), anyTime, true), {});
        QCOMPARE(prospectsStaying(*columns, asked(), indexOf(Quote), anyTime, false).size(), 3);
    }

    void whoWaitsHasWaitedBefore()
    {
        const auto columns = columnsOf(Quote, threeAndTheRetirement());
        QCOMPARE(prospectsAgedPast(*columns, asked(), indexOf(Talk), 15), {ProspectId(1)});
        QCOMPARE(prospectsAgedPast(*columns, asked(), indexOf(Talk), 16), {});
    }

    /// Sixty were in conversation for two days; the last was put there from the offer, at which they had been for long.
    void whoHasWaitedIsRotten()
    {
        constexpr qint64 last = 61;
        QList<Step> steps;
        for (qint64 id = 1; id < last; ++id)
            steps << Step {id, Nowhere, Cold, noon(0)} << Step {id, Cold, Talk, noon(1)}
                  << Step {id, Talk, Customer, noon(3)};
        steps << Step {last, Nowhere, Cold, noon(0)} << Step {last, Cold, Quote, noon(1)}
              << Step {last, Quote, Talk, noon(RetiredOn)};
        const auto columns = columnsOf(Quote, steps);
        const ChartFilter dayAfter {.asOf = RandomWalks::at(RetiredOn + 1)};
        QCOMPARE(prospectsAgedPast(*columns, dayAfter, indexOf(Talk), 2), {ProspectId(last)});
        const Velocity found = velocity(*columns, {}, dayAfter);
        QCOMPARE(found.rotten, 1);
        QCOMPARE(found.unjudged, 0);
        QVERIFY(closedOrRottenProspects(*columns, dayAfter).contains(ProspectId(last)));
    }

    void nobodyIsWonByIt()
    {
        // Of the first nothing is on record, the second bought before.
        const auto columns = columnsOf(Loyal,
            {{1, Loyal, Advocate, noon(RetiredOn)}, {2, Nowhere, Cold, noon(0)},
                {2, Cold, Customer, noon(5)}, {2, Customer, Loyal, noon(8)},
                {2, Loyal, Advocate, noon(RetiredOn)}});
        const ChartFilter thatWeek {
            .span = {QDate(2026, 3, 17), QDate(2026, 3, 26)}, .asOf = asked().asOf};
        QCOMPARE(velocity(*columns, {}, thatWeek).wins, Proportion());
        QCOMPARE(velocity(*columns, {}, asked()).wins, (Proportion {2, 2}));
        const ConversionCredit credit = conversionCredit(*columns, {}, {thatWeek, {}});
        QCOMPARE(credit.conversions, 0);
        QCOMPARE(credit.undated, 1);
        HandoverFacts handovers;
        HandoverFacts::Row accepted;
        accepted.prospect = ProspectId(2);
        accepted.id = HandoverId(1);
        accepted.offeredAt = RandomWalks::at(8);
        accepted.state = HandoverState::Accepted;
        accepted.decidedAt = RandomWalks::at(10);
        handovers.rows = {accepted};
        QCOMPARE(
            handoverFigures(*columns, handovers, {asked(), {}}).wonOfAccepted, (Proportion {0, 1}));
    }

    void theFirstStepIsTheNextThen()
    {
        const auto columns = columnsOf(Cold,
            {{1, Nowhere, Cold, noon(0)}, {1, Cold, Warm, noon(RetiredOn)},
                {1, Warm, Talk, noon(25)}});
        TouchFacts facts;
        facts.pillars.insert(PillarId(4), u"Tips"_s);
        facts.posts.insert(PostId(5), {u"News"_s, {}, PillarId(4)});
        TouchFacts::Row touch;
        touch.prospect = ProspectId(1);
        touch.id = TouchId(1);
        touch.at = noon(10);
        touch.post = PostId(5);
        facts.rows = {touch};
        const RowGroups groups = touchGroups(*columns, facts, Breakdown::Pillar, 0);
        QCOMPARE(groups.keys.at(groups.groups.front().front()), u"Tips"_s);
    }

    void backToAnEarlierStageNothingElseChanges()
    {
        const auto stood = columnsOf(Quote, threeAtTheOffer());
        const auto put = columnsOf(Quote, threeAndTheRetirement());
        QCOMPARE(funnel(*put, {}), funnel(*stood, {}));
        const FunnelQuery inTime {.windowDays = 25, .asOf = asked().asOf};
        QCOMPARE(funnel(*put, inTime), funnel(*stood, inTime));
        QCOMPARE(arrivals(*put, {.filter = asked()}), arrivals(*stood, {.filter = asked()}));
        QCOMPARE(outcomes(*put, asked()), outcomes(*stood, asked()));
    }

    void onwardTheyHaveReachedItAtAnUnknownTime()
    {
        QList<Step> steps {{1, Nowhere, Cold, noon(0)}, {1, Cold, Talk, noon(5)},
            {1, Talk, Quote, noon(RetiredOn)}};
        const FunnelQuery inTime {.windowDays = 60, .asOf = RandomWalks::at(70)};
        constexpr int offer = 2; // among the steps
        const auto columns = columnsOf(Talk, steps);
        QCOMPARE(funnel(*columns, {}).total.steps.at(offer).passed, 1);
        QCOMPARE(funnel(*columns, inTime).total.cohort, 1);
        QCOMPARE(funnel(*columns, inTime).total.steps.at(offer - 1).passed, 1);
        QCOMPARE(funnel(*columns, inTime).total.steps.at(offer).passed, 0);
        QCOMPARE(
            arrivals(*columns, {.filter = asked()}).undated, QList<qint64>({0, 0, 1, 0, 0, 0}));
        // A move of their own says by when they had passed it.
        steps.append({1, Quote, Customer, noon(30)});
        const auto won = columnsOf(Talk, steps);
        QCOMPARE(funnel(*won, inTime).total.steps.at(offer).passed, 1);
        QCOMPARE(
            arrivals(*won, {.filter = {.asOf = RandomWalks::at(40)}}).undated, QList<qint64>(6, 0));
    }

    /// The conversation was retired: two were put on to the offer, of whom one won later; the third had been there, and the fourth went by themselves.
    void whoWasPutOnwardIsTold()
    {
        const QList<Step> steps {{1, Nowhere, Cold, noon(0)}, {1, Cold, Talk, noon(5)},
            {1, Talk, Quote, noon(RetiredOn)}, {2, Nowhere, Cold, noon(0)},
            {2, Cold, Talk, noon(5)}, {2, Talk, Quote, noon(RetiredOn)},
            {2, Quote, Customer, noon(30)}, {3, Nowhere, Cold, noon(0)}, {3, Cold, Quote, noon(3)},
            {3, Quote, Talk, noon(8)}, {3, Talk, Quote, noon(RetiredOn)},
            {4, Nowhere, Cold, noon(0)}, {4, Cold, Talk, noon(5)}, {4, Talk, Quote, noon(15)}};
        const auto columns = columnsOf(Talk, steps);
        const auto putBy = [&columns](const FunnelQuery &query) {
            QList<qint64> counts;
            for (const FunnelStep &step : funnel(*columns, query).total.steps)
                counts.append(step.putByPipeline);
            return counts;
        };
        // The steps are now cold, warm, offer, customer, loyal and advocate.
        QCOMPARE(putBy({}), QList<qint64>({0, 0, 2, 0, 0, 0}));
        QCOMPARE(putBy({.reached = ReachedRule::Touched}), QList<qint64>({0, 0, 2, 0, 0, 0}));
        // Of the first nobody knows when they would have come: within a time they have not.
        QCOMPARE(putBy({.windowDays = 60, .asOf = RandomWalks::at(70)}),
            QList<qint64>({0, 0, 1, 0, 0, 0}));
        const FunnelQuery bySource {.by = Breakdown::Source};
        QCOMPARE(funnel(*columns, bySource).groups.first().steps.at(2).putByPipeline, 2);
        const FunnelQuery ofNobody {.sources = QStringList {u"fair"_s}};
        QCOMPARE(putBy(ofNobody), QList<qint64>(6, 0));
    }

    /// The warm stage was retired: the first was put over the conversation to the offer; the second had been in conversation before.
    void whoWasPutOverAStepCountsThereToo()
    {
        const auto columns = columnsOf(Warm,
            {{1, Nowhere, Cold, noon(0)}, {1, Cold, Warm, noon(5)},
                {1, Warm, Quote, noon(RetiredOn)}, {2, Nowhere, Cold, noon(0)},
                {2, Cold, Talk, noon(3)}, {2, Talk, Warm, noon(8)},
                {2, Warm, Quote, noon(RetiredOn)}});
        const auto steps = [&columns](ReachedRule rule) {
            return funnel(*columns, {.reached = rule}).total.steps;
        };
        // The steps are now cold, conversation, offer, customer, loyal and advocate.
        const QList<FunnelStep> passed = steps(ReachedRule::Passed);
        QCOMPARE(passed.at(0).putByPipeline, 0);
        QCOMPARE(passed.at(1).reached, 2);
        QCOMPARE(passed.at(1).putByPipeline, 1);
        QCOMPARE(passed.at(2).putByPipeline, 2);
        QCOMPARE(passed.at(3).putByPipeline, 0);
        const QList<FunnelStep> touched = steps(ReachedRule::Touched);
        QCOMPARE(touched.at(1).reached, 1);
        QCOMPARE(touched.at(1).putByPipeline, 0);
        QCOMPARE(touched.at(2).putByPipeline, 2);
    }

    /// As who is of a colleague's private circle.
    void whoStaysThereIsFoundThere()
    {
        const auto columns = columnsOf(Quote, threeAtTheOffer());
        const auto countedAt = [&columns](qint64 stage) {
            return funnel(*columns, {.stages = QList {StageId(stage)}}).total.cohort;
        };
        QCOMPARE(countedAt(Quote), 1);
        QCOMPARE(countedAt(Talk), 1);
        QCOMPARE(countedAt(Customer), 1);
        QCOMPARE(countedAt(Nowhere), 0);
        // In the funnel they are at the step before.
        const FunnelQuery there {.stages = QList {StageId(Quote)}};
        QCOMPARE(prospectsAt(*columns, there, indexOf(Talk)), {ProspectId(1)});
        QCOMPARE(prospectsAt(*columns, there, indexOf(Talk) + 1), {});
    }

    void everybodyIsAtOneStageOrAtNone()
    {
        QVERIFY(rc::check([] {
            ColumnsBuilder builder = builderWithout(Quote);
            builder.addProspect(99, u"web"_s, 0, Nowhere);
            feed(builder, anySteps(*rc::gen::inRange(0, 10)));
            const auto columns = builder.finish();
            const auto countedAt = [&columns](const std::optional<QList<StageId>> &stages) {
                qint64 count = 0;
                forEachWanted(*columns, {.stages = stages},
                    [&count](const ColumnChunk &, size_t) { ++count; });
                return count;
            };
            qint64 sum = countedAt(QList {StageId()});
            const QList<Stage> all = stagesOfPeople(columns->stages());
            for (const Stage &stage : all)
                sum += countedAt(QList {stage.id});
            RC_ASSERT(sum == countedAt(std::nullopt));
            RC_ASSERT(sum == columns->size());
        }));
    }

    void itIsNoEntryIntoThePipeline()
    {
        const auto columns = columnsOf(Quote, {{1, Quote, Cold, noon(RetiredOn)}});
        const ColumnChunk &chunk = *columns->chunks().front();
        QCOMPARE(chunk.entry.front(), ColumnChunk::UnknownEntry);
        QCOMPARE(int(chunk.fate.front()), 2); // at the first step, and open
    }

    void everyVisitHasOneFate()
    {
        QVERIFY(rc::check([] {
            const int prospects = *rc::gen::inRange(0, 10);
            const auto columns = columnsOf(Quote, anySteps(prospects));
            const MoveMatrix matrix = moveMatrix(*columns, {});
            const QList<StageDwell> dwells = stageDwells(*columns, asked());
            for (int stage = 0; stage < matrix.stages(); ++stage) {
                qint64 in = 0;
                qint64 moved = 0;
                for (int from = 0; from <= matrix.fromRetired(); ++from)
                    in += matrix.count(from, stage);
                for (int to = 0; to < matrix.stages(); ++to)
                    moved += matrix.count(stage, to);
                const qint64 stayed = matrix.count(stage, matrix.stillThere());
                const qint64 put = matrix.count(stage, matrix.putElsewhere());
                RC_ASSERT(in == moved + stayed + put);
                const StageDwell &dwell = dwells.at(stage);
                RC_ASSERT(dwell.curve.n + dwell.undated == in);
                RC_ASSERT(dwell.curve.events <= moved);
                RC_ASSERT(dwell.cutShort <= put);
                RC_ASSERT(dwell.curve.censored - dwell.cutShort <= stayed);
            }
        }));
    }
};

PULLPUSH_TEST(TestStageRetired)
#include "tst_stageretired.moc"
