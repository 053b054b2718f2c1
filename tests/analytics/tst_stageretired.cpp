// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/ageing.h"
#include "analytics/arrivals.h"
#include "analytics/dwell.h"
#include "analytics/funnel.h"
#include "analytics/moves.h"
#include "analytics/outcomes.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QMap>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Nowhere, Cold, Warm, Talk, Offer, Customer, Loyal, Advocate, Lost };

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
    return {{1, Nowhere, Cold, noon(0)}, {1, Cold, Offer, noon(10)}, {2, Nowhere, Cold, noon(0)},
        {2, Cold, Offer, noon(12)}, {2, Offer, Talk, noon(15)}, {3, Nowhere, Cold, noon(0)},
        {3, Cold, Offer, noon(10)}, {3, Offer, Customer, noon(14)}};
}

/// ... and was put back to the conversation then.
QList<Step> threeAndTheRetirement()
{
    QList<Step> steps = threeAtTheOffer();
    steps.insert(2, {1, Offer, Talk, noon(RetiredOn)});
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
                steps.append({id, Offer, to, noon(RetiredOn)});
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
        const auto columns = columnsOf(Offer, threeAndTheRetirement());
        const MoveMatrix matrix = moveMatrix(*columns, {});
        QCOMPARE(countsOf(matrix),
            QStringList({u"cold>offer 3"_s, u"talk>stays 2"_s, u"offer>talk 1"_s,
                u"offer>customer 1"_s, u"offer>retired 1"_s, u"customer>stays 1"_s,
                u"start>cold 3"_s, u"retired>talk 1"_s}));
        QCOMPARE(moversBetween(*columns, {}, indexOf(Offer), indexOf(Talk)), {ProspectId(2)});
        QCOMPARE(
            moversBetween(*columns, {}, indexOf(Offer), matrix.putElsewhere()), {ProspectId(1)});
        QCOMPARE(moversBetween(*columns, {}, matrix.fromRetired(), indexOf(Talk)), {ProspectId(1)});
    }

    void itIsNoMoveOfASpan()
    {
        const auto columns = columnsOf(Offer, threeAndTheRetirement());
        QCOMPARE(countsOf(moveMatrix(*columns, {.span = {QDate(2026, 3, 17), QDate(2026, 3, 26)}})),
            QStringList(
                {u"talk>stays 2"_s, u"offer>retired 1"_s, u"customer>stays 1"_s, u"before>talk 1"_s,
                    u"before>offer 1"_s, u"before>customer 1"_s, u"retired>talk 1"_s}));
    }

    void onlyWhatLeftThatStageThenIsSo()
    {
        const Moment later {RandomWalks::at(RetiredOn) + 1, Precision::Exact};
        const auto columns = columnsOf(Offer,
            {{1, Nowhere, Cold, noon(0)}, {1, Cold, Offer, noon(1)}, {1, Offer, Talk, later},
                {2, Nowhere, Warm, noon(0)}, {2, Warm, Talk, noon(RetiredOn)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>offer 1"_s, u"warm>talk 1"_s, u"talk>stays 2"_s, u"offer>talk 1"_s,
                u"start>cold 1"_s, u"start>warm 1"_s}));
    }

    void beforeItPeopleStoodThere()
    {
        const auto columns = columnsOf(Offer, threeAndTheRetirement(), RandomWalks::at(19));
        QCOMPARE(moveMatrix(*columns, {}).count(indexOf(Offer), indexOf(Lost) + 1), 1); // stays
    }

    void anUpdateKnowsIt()
    {
        ColumnsBuilder builder = builderWithout(Offer);
        feed(builder, threeAndTheRetirement().first(3));
        const auto updated = updatedColumns(columnsOf(Offer, threeAtTheOffer()), *builder.finish());
        QCOMPARE(
            moveMatrix(*updated, {}), moveMatrix(*columnsOf(Offer, threeAndTheRetirement()), {}));
    }

    void aVisitIsWatchedUntilThen()
    {
        const auto columns = columnsOf(Offer, threeAndTheRetirement());
        const QList<StageDwell> dwells = stageDwells(*columns, asked());
        const StageDwell &offer = dwells.at(indexOf(Offer));
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
        QCOMPARE(prospectsStaying(*columns, asked(), indexOf(Offer), anyTime, true), {});
        QCOMPARE(prospectsStaying(*columns, asked(), indexOf(Offer), anyTime, false).size(), 3);
    }

    void whoWaitsHasWaitedBefore()
    {
        const auto columns = columnsOf(Offer, threeAndTheRetirement());
        QCOMPARE(prospectsAgedPast(*columns, asked(), indexOf(Talk), 15), {ProspectId(1)});
        QCOMPARE(prospectsAgedPast(*columns, asked(), indexOf(Talk), 16), {});
    }

    void backToAnEarlierStageNothingElseChanges()
    {
        const auto stood = columnsOf(Offer, threeAtTheOffer());
        const auto put = columnsOf(Offer, threeAndTheRetirement());
        QCOMPARE(funnel(*put, {}), funnel(*stood, {}));
        const FunnelQuery inTime {.windowDays = 25, .asOf = asked().asOf};
        QCOMPARE(funnel(*put, inTime), funnel(*stood, inTime));
        QCOMPARE(arrivals(*put, {.filter = asked()}), arrivals(*stood, {.filter = asked()}));
        QCOMPARE(outcomes(*put, asked()), outcomes(*stood, asked()));
    }

    void onwardTheyHaveReachedItAtAnUnknownTime()
    {
        QList<Step> steps {{1, Nowhere, Cold, noon(0)}, {1, Cold, Talk, noon(5)},
            {1, Talk, Offer, noon(RetiredOn)}};
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
        steps.append({1, Offer, Customer, noon(30)});
        const auto won = columnsOf(Talk, steps);
        QCOMPARE(funnel(*won, inTime).total.steps.at(offer).passed, 1);
        QCOMPARE(
            arrivals(*won, {.filter = {.asOf = RandomWalks::at(40)}}).undated, QList<qint64>(6, 0));
    }

    void itIsNoEntryIntoThePipeline()
    {
        const auto columns = columnsOf(Offer, {{1, Offer, Cold, noon(RetiredOn)}});
        const ColumnChunk &chunk = *columns->chunks().front();
        QCOMPARE(chunk.entry.front(), ColumnChunk::UnknownEntry);
        QCOMPARE(int(chunk.fate.front()), 2); // at the first step, and open
    }

    void everyVisitHasOneFate()
    {
        QVERIFY(rc::check([] {
            const int prospects = *rc::gen::inRange(0, 10);
            const auto columns = columnsOf(Offer, anySteps(prospects));
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
