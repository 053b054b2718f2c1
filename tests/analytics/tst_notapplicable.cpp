// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/funnel.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
enum StageNumber : qint64 { Cold = 1, Warm, Talk, Offer, Customer, Loyal, Advocate, Lost };

QList<Stage> pipelineSince(int step, qint64 since)
{
    QList<Stage> stages = defaultPipeline();
    stages[step].since = since;
    return stages;
}

Moment on(int day)
{
    return {RandomWalks::at(day), Precision::Exact};
}

/// The definition, read slowly.
bool isNotApplicable(const RandomWalks &walks, int prospect, int step, qint64 since)
{
    bool isEarly = walks.stages.at(prospect - 1) != step + 1;
    bool hasPassed = false;
    for (const RandomWalks::Move &move : walks.moves) {
        if (move.prospect != prospect)
            continue;
        isEarly = isEarly && move.stage != step + 1;
        hasPassed = hasPassed
            || (move.stage > step + 1 && move.stage != Lost
                && move.at.precision != Precision::Unknown && move.at.ms < since);
    }
    return isEarly && hasPassed;
}
} // namespace

/// A step that began later is not applicable to whoever had passed its place before.
class TestNotApplicable : public QObject
{
    Q_OBJECT

private slots:
    void leavesThemOutOfTheRates()
    {
        // The step "offer" is there since day 20.
        ColumnsBuilder builder(pipelineSince(3, RandomWalks::at(20)), RandomWalks::zone());
        for (int id = 1; id <= 5; ++id)
            builder.addProspect(id, QString(), 0, 0);
        for (int id = 1; id <= 5; ++id) {
            builder.addMove(id, Cold, on(0));
            builder.addMove(id, Talk, on(5));
        }
        builder.addMove(1, Customer, on(10)); // before it existed
        builder.addMove(2, Customer, on(30)); // passed it by
        builder.addMove(3, Offer, on(25));
        builder.addMove(3, Customer, on(30));
        builder.addMove(4, Offer, on(25));
        const ColumnsPointer columns = builder.finish();
        const Funnel passed = funnel(*columns, {});
        const FunnelStep &offer = passed.total.steps.at(3);
        QCOMPARE(offer.passed, 4); // the bars never rise
        QCOMPARE(offer.excluded.cohort, 1);
        QCOMPARE(offer.overall.k, 3);
        QCOMPARE(offer.overall.n, 4);
        QCOMPARE(offer.step->k, 3); // of the four who had a conversation and could get an offer
        QCOMPARE(offer.step->n, 4);
        const FunnelStep &customer = passed.total.steps.at(4);
        QCOMPARE(customer.overall.k, 3);
        QCOMPARE(customer.overall.n, 5);
        QCOMPARE(customer.step->k, 2);
        QCOMPARE(customer.step->n, 3);
        const Funnel touched = funnel(*columns, {.reached = ReachedRule::Touched});
        QCOMPARE(touched.total.steps.at(3).step->k, 2);
        QCOMPARE(touched.total.steps.at(3).step->n, 4);
        QCOMPARE(touched.total.steps.at(3).overall.n, 4);
    }

    void whoWasInARetiredStageCountsAtTheStepBefore()
    {
        QList<Stage> stages = defaultPipeline();
        stages[3].retiredAt = 1;
        ColumnsBuilder builder(stages, RandomWalks::zone());
        builder.addProspect(1, QString(), 0, Lost);
        builder.addMove(1, Cold, on(0));
        builder.addMove(1, Offer, on(5));
        builder.addMove(1, Lost, on(6));
        const ColumnsPointer columns = builder.finish();
        QCOMPARE(columns->steps().size(), 6);
        QCOMPARE(columns->stages().size(), 8);
        const Funnel result = funnel(*columns, {});
        QCOMPARE(result.total.steps.at(2).reached, 1); // conversation
        QCOMPARE(result.total.steps.at(2).lost, 1);
        QCOMPARE(result.total.steps.at(3).reached, 0); // customer
    }

    void holdsForRandomHistories()
    {
        QVERIFY(rc::check("steps that began later", [] {
            const RandomWalks walks = RandomWalks::any();
            const int step = *rc::gen::inRange(0, 7);
            const qint64 since = RandomWalks::at(*rc::gen::inRange(1, 80));
            ColumnsBuilder builder(pipelineSince(step, since), RandomWalks::zone());
            for (int id = 1; id <= walks.prospects; ++id)
                builder.addProspect(id, QString(), 0, walks.stages[id - 1]);
            for (const RandomWalks::Move &move : walks.moves)
                builder.addMove(move.prospect, move.stage, move.at);
            const ColumnsPointer columns = builder.finish();
            qint64 expected = 0;
            for (int id = 1; id <= walks.prospects; ++id)
                expected += isNotApplicable(walks, id, step, since) ? 1 : 0;
            // Copied into other columns they stay the same.
            const ColumnsPointer copied = updatedColumns(columns, *columns);
            FunnelQuery query;
            if (*rc::gen::arbitrary<bool>())
                query.reached = ReachedRule::Touched;
            RC_ASSERT(funnel(*columns, query).total.steps.at(step).excluded.cohort == expected);
            RC_ASSERT(funnel(*copied, query) == funnel(*columns, query));
            query.asOf = RandomWalks::at(200);
            if (*rc::gen::arbitrary<bool>())
                query.windowDays = *rc::gen::inRange(0, 100);
            const Funnel asked = funnel(*columns, query);
            qint64 before = asked.total.cohort;
            for (const FunnelStep &bar : asked.total.steps) {
                RC_ASSERT(bar.passed <= before); // bars never rise
                before = bar.passed;
                RC_ASSERT(bar.overall.k >= 0);
                RC_ASSERT(bar.overall.k <= bar.overall.n);
                if (bar.step) {
                    RC_ASSERT(bar.step->k >= 0);
                    RC_ASSERT(bar.step->k <= bar.step->n);
                }
            }
        }));
    }
};

PULLPUSH_TEST(TestNotApplicable)
#include "tst_notapplicable.moc"
