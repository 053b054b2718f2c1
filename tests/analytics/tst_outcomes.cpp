// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/funnel.h"
#include "analytics/outcomes.h"
#include "marchwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace MarchWalks;

namespace {

/// Everything that is known, as "age: won lost open", and at the end how many have no known age.
QStringList toldOf(const Outcomes &outcomes)
{
    QStringList told;
    const QList<SurvivalStep> &steps = outcomes.curves.open.steps;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        told << u"%1: %2 %3 %4"_s.arg(steps[i].age)
                    .arg(outcomes.curves.causes[Outcomes::Won][i].events)
                    .arg(outcomes.curves.causes[Outcomes::Lost][i].events)
                    .arg(steps[i].censored);
    }
    if (outcomes.undated > 0)
        told << u"undated %1"_s.arg(outcomes.undated);
    return told;
}

QStringList toldOf(const QList<Walk> &moves, int prospects = 1)
{
    return toldOf(outcomes(*columnsOf(moves, prospects), asked()));
}

} // namespace

class TestOutcomes : public QObject
{
    Q_OBJECT
private slots:
    void theFirstEndCounts_data()
    {
        QTest::addColumn<QList<Walk>>("moves");
        QTest::addColumn<QString>("told");
        const QString open = u"27: 0 0 1"_s;
        QTest::newRow("won") << QList<Walk> {{1, Cold, noon(1)}, {1, Warm, noon(3)},
            {1, Customer, noon(11)}}
                             << u"10: 1 0 0"_s;
        QTest::newRow("lost") << QList<Walk> {{1, Cold, noon(1)}, {1, Lost, noon(6)}}
                              << u"5: 0 1 0"_s;
        QTest::newRow("neither") << QList<Walk> {{1, Cold, noon(1)}, {1, Quote, noon(6)}} << open;
        QTest::newRow("back again")
            << QList<Walk> {{1, Cold, noon(1)}, {1, Quote, noon(6)}, {1, Cold, noon(9)}} << open;
        QTest::newRow("a stage behind the sale, which was skipped")
            << QList<Walk> {{1, Cold, noon(1)}, {1, Loyal, noon(8)}} << u"7: 1 0 0"_s;
        QTest::newRow("won after a loss") << QList<Walk> {{1, Cold, noon(1)}, {1, Lost, noon(4)},
            {1, Warm, noon(6)}, {1, Customer, noon(9)}}
                                          << u"3: 0 1 0"_s;
        QTest::newRow("lost after a sale")
            << QList<Walk> {{1, Cold, noon(1)}, {1, Customer, noon(4)}, {1, Lost, noon(9)}}
            << u"3: 1 0 0"_s;
        QTest::newRow("back before the sale, and sold again") << QList<Walk> {{1, Cold, noon(1)},
            {1, Customer, noon(4)}, {1, Talk, noon(9)}, {1, Customer, noon(12)}}
                                                              << u"3: 1 0 0"_s;
        QTest::newRow("both in the same second: in the pipeline's order")
            << QList<Walk> {{1, Cold, noon(1)}, {1, Lost, noon(4)}, {1, Customer, noon(4)}}
            << u"3: 1 0 0"_s;
        QTest::newRow("came as a customer")
            << QList<Walk> {{1, Customer, noon(4)}} << u"0: 1 0 0"_s;
        QTest::newRow("known for the loss alone")
            << QList<Walk> {{1, Lost, noon(4)}} << u"0: 0 1 0"_s;
    }
    void theFirstEndCounts()
    {
        QFETCH(QList<Walk>, moves);
        QFETCH(QString, told);
        QCOMPARE(toldOf(moves), QStringList(told));
    }

    void whatHasNoKnownAgeIsInNoOtherFigure_data()
    {
        QTest::addColumn<QList<Walk>>("moves");
        const auto row = [](const char *name, const QList<Walk> &moves) {
            QTest::newRow(name) << moves;
        };
        row("the entry", {{1, Cold, someTime()}, {1, Customer, noon(4)}});
        row("the entry of somebody who is open", {{1, Cold, someTime()}});
        row("the end", {{1, Cold, noon(1)}, {1, Lost, someTime()}});
        row("the first end, not the second",
            {{1, Cold, noon(1)}, {1, Customer, someTime()}, {1, Lost, noon(4)}});
        row("sold before the entry", {{1, Customer, noon(1)}, {1, Cold, noon(4)}});
        row("entered after the figures were read", {{1, Cold, noon(30)}});
    }
    void whatHasNoKnownAgeIsInNoOtherFigure()
    {
        QFETCH(QList<Walk>, moves);
        const Outcomes result = outcomes(*columnsOf(moves), asked());
        QCOMPARE(toldOf(result), QStringList(u"undated 1"_s));
        QCOMPARE(result.won + result.lost + result.open, 0);
        QCOMPARE(result.curves.open.n, 0);
        for (const auto kind : {OutcomeKind::Won, OutcomeKind::Lost, OutcomeKind::Open})
            QVERIFY(prospectsWithOutcome(*columnsOf(moves), asked(), kind).isEmpty());
    }

    void anEndThatNoMoveExplainsHasNoTime()
    {
        ColumnsBuilder builder(defaultPipeline(), zone());
        builder.addProspect(1, u"web"_s, 0, Lost);
        builder.addMove(1, Cold, noon(1));
        QCOMPARE(toldOf(outcomes(*builder.finish(), asked())), QStringList(u"undated 1"_s));
    }

    void anUndatedLossAfterASaleChangesNothing()
    {
        QCOMPARE(toldOf({{1, Cold, noon(1)}, {1, Customer, noon(4)}, {1, Lost, someTime()}}),
            QStringList(u"3: 1 0 0"_s));
    }

    void whoNeverEnteredIsNotOfTheCohort()
    {
        const Outcomes result = outcomes(*columnsOf({{1, Cold, noon(1)}}, 3), asked());
        QCOMPARE(toldOf(result), QStringList(u"27: 0 0 1"_s));
        QCOMPARE(result.open, 1);
    }

    void ageIsInElapsedOrInLocalDays_data()
    {
        QTest::addColumn<Moment>("entry");
        QTest::addColumn<Moment>("end");
        QTest::addColumn<int>("age");
        QTest::newRow("a minute short of a day") << noon(1) << at(2, QTime(11, 59)) << 0;
        QTest::newRow("a day") << noon(1) << noon(2) << 1;
        QTest::newRow("entry known to the day") << day(1) << at(2, QTime(0, 1)) << 1;
        QTest::newRow("entry known to the day, sold on it") << day(1) << at(1, QTime(23, 59)) << 0;
        QTest::newRow("end known to the day") << at(1, QTime(23, 59)) << day(2) << 1;
        QTest::newRow("both known to the day") << day(1) << day(2) << 1;
        QTest::newRow("a day of 23 hours, elapsed") << noon(28) << noon(29) << 0;
        QTest::newRow("a day of 23 hours, local") << day(28) << noon(29) << 1;
    }
    void ageIsInElapsedOrInLocalDays()
    {
        QFETCH(Moment, entry);
        QFETCH(Moment, end);
        QFETCH(int, age);
        QCOMPARE(
            toldOf({{1, Cold, entry}, {1, Customer, end}}), QStringList(u"%1: 1 0 0"_s.arg(age)));
    }

    void theLessPreciseOfTwoTimesCounts()
    {
        const Walk exact {1, Customer, at(4, QTime(0, 0))};
        const Walk byDay {1, Customer, day(4)};
        const Walk entry {1, Cold, noon(1)};
        QCOMPARE(toldOf({entry, exact}), QStringList(u"2: 1 0 0"_s));
        QCOMPARE(toldOf({entry, exact, byDay}), QStringList(u"3: 1 0 0"_s));
        QCOMPARE(toldOf({entry, byDay, exact}), QStringList(u"3: 1 0 0"_s));
    }

    void theOpenAreWatchedUntilTheFiguresWereRead()
    {
        const QList<Walk> moves {{1, Cold, noon(1)}, {2, Cold, day(1)}};
        const auto columns = columnsOf(moves, 2);
        ChartFilter filter = asked();
        filter.asOf = at(10, QTime(9, 0)).ms;
        QCOMPARE(toldOf(outcomes(*columns, filter)), QStringList({u"8: 0 0 1"_s, u"9: 0 0 1"_s}));
    }

    void whatCameAfterTheCutOffHasNotHappened()
    {
        const QList<Walk> moves {{1, Cold, noon(1)}, {1, Customer, noon(5)}, {1, Lost, noon(9)}};
        const auto toldAt = [&moves](int date) {
            ChartFilter filter = asked();
            filter.asOf = noon(date).ms;
            return toldOf(outcomes(*columnsOf(moves, 1, 0, filter.asOf), filter));
        };
        QCOMPARE(toldAt(4), QStringList(u"3: 0 0 1"_s));
        QCOMPARE(toldAt(5), QStringList(u"4: 1 0 0"_s));
        QCOMPARE(toldAt(12), QStringList(u"4: 1 0 0"_s));
    }

    void theSpanIsThatOfTheEntry()
    {
        const auto columns =
            columnsOf({{1, Cold, at(4, QTime(23, 59))}, {2, Cold, at(5, QTime(0, 0))},
                          {2, Customer, noon(20)}, {3, Cold, at(7, QTime(23, 59))},
                          {4, Cold, day(8)}, {5, Cold, someTime()}},
                5);
        const Outcomes result = outcomes(*columns, asked({QDate(2026, 3, 5), QDate(2026, 3, 8)}));
        QCOMPARE(toldOf(result), QStringList({u"15: 1 0 0"_s, u"20: 0 0 1"_s}));
        QCOMPARE(toldOf(outcomes(*columns, asked({QDate(2026, 3, 8), {}}))),
            QStringList(u"20: 0 0 1"_s));
        QCOMPARE(outcomes(*columns, asked()).undated, 1);
    }

    void onlyTheseSourcesAndOwners()
    {
        const auto columns = columnsOf(
            {{1, Cold, noon(1)}, {1, Customer, noon(3)}, {2, Cold, noon(1)}, {3, Cold, noon(1)}},
            3);
        ChartFilter filter = asked();
        filter.sources = QStringList {u"web"_s};
        QCOMPARE(toldOf(outcomes(*columns, filter)), QStringList({u"2: 1 0 0"_s, u"27: 0 0 1"_s}));
        filter.owners = QList {UserId(3)};
        QCOMPARE(toldOf(outcomes(*columns, filter)), QStringList(u"27: 0 0 1"_s));
        filter.owners = QList {UserId(2)};
        QCOMPARE(outcomes(*columns, filter), outcomes(*columnsOf({}, 0), asked()));
    }

    void bothEndsStandBesideEachOther()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(1)}, {1, Customer, noon(3)}, {2, Cold, noon(1)},
                          {2, Lost, noon(5)}, {3, Cold, noon(1)}, {4, Cold, noon(1)}},
                4);
        const Outcomes result = outcomes(*columns, asked());
        const auto known = result.curves.at(4);
        QVERIFY(known);
        QCOMPARE(known->causes[Outcomes::Won].incidence, .25);
        QCOMPARE(known->causes[Outcomes::Lost].incidence, .25);
        QCOMPARE(known->open.survival, .5);
        QCOMPARE(result.won, 1);
        QCOMPARE(result.lost, 1);
        QCOMPARE(result.open, 2);
    }

    void thoseBehindAFigure()
    {
        const auto columns = columnsOf(
            {{1, Cold, noon(1)}, {1, Customer, noon(3)}, {2, Cold, noon(1)}, {2, Customer, noon(9)},
                {3, Cold, noon(1)}, {3, Lost, noon(5)}, {4, Cold, noon(1)}, {5, Cold, noon(20)}},
            5);
        const auto idsOf = [&](OutcomeKind kind, std::optional<qint64> age = {}) {
            return prospectsWithOutcome(*columns, asked(), kind, age);
        };
        QCOMPARE(idsOf(OutcomeKind::Won), QList({ProspectId(1), ProspectId(2)}));
        QCOMPARE(idsOf(OutcomeKind::Won, 8), QList({ProspectId(1), ProspectId(2)}));
        QCOMPARE(idsOf(OutcomeKind::Won, 7), QList({ProspectId(1)}));
        QCOMPARE(idsOf(OutcomeKind::Lost, 3), QList<ProspectId>());
        QCOMPARE(idsOf(OutcomeKind::Lost, 4), QList({ProspectId(3)}));
        QCOMPARE(idsOf(OutcomeKind::Open), QList({ProspectId(4), ProspectId(5)}));
        // An age says until when somebody's path ended: that of the others has not.
        QCOMPARE(idsOf(OutcomeKind::Open, 10), QList({ProspectId(4), ProspectId(5)}));
    }

    void everybodyOfTheCohortHasOneOutcome()
    {
        QVERIFY(rc::check([] {
            const int prospects = *rc::gen::inRange(0, 12);
            const auto columns = columnsOf(anyWalks(prospects), prospects);
            const ChartFilter filter = anyFilter();
            const Outcomes result = outcomes(*columns, filter);
            const FunnelGroup total = funnel(
                *columns, {.entered = filter.span, .asOf = filter.asOf, .sources = filter.sources})
                                          .total;
            RC_ASSERT(result.won + result.lost + result.open + result.undated == total.cohort);
            RC_ASSERT(result.curves.open.n == result.won + result.lost + result.open);
            RC_ASSERT(result.curves.open.censored == result.open);
        }));
    }

    void theFiguresAreThoseBehindThem()
    {
        QVERIFY(rc::check([] {
            const int prospects = *rc::gen::inRange(0, 12);
            const auto columns = columnsOf(anyWalks(prospects), prospects);
            const ChartFilter filter = anyFilter();
            const Outcomes result = outcomes(*columns, filter);
            const auto countOf = [&](OutcomeKind kind, std::optional<qint64> age = {}) {
                return prospectsWithOutcome(*columns, filter, kind, age).size();
            };
            RC_ASSERT(countOf(OutcomeKind::Won) == result.won);
            RC_ASSERT(countOf(OutcomeKind::Lost) == result.lost);
            RC_ASSERT(countOf(OutcomeKind::Open) == result.open);
            const qint64 age = *rc::gen::inRange(0, 28);
            const QList<SurvivalStep> &steps = result.curves.open.steps;
            qint64 won = 0;
            qint64 lost = 0;
            for (qsizetype i = 0; i < steps.size() && steps[i].age <= age; ++i) {
                won += result.curves.causes[Outcomes::Won][i].events;
                lost += result.curves.causes[Outcomes::Lost][i].events;
            }
            RC_ASSERT(countOf(OutcomeKind::Won, age) == won);
            RC_ASSERT(countOf(OutcomeKind::Lost, age) == lost);
        }));
    }

    void theOrderOfReadingChangesNothing()
    {
        QVERIFY(rc::check([] {
            QList<Walk> walks = anyWalks(6);
            const ChartFilter filter = anyFilter();
            const Outcomes result = outcomes(*columnsOf(walks, 6), filter);
            const auto seed = *rc::gen::arbitrary<quint32>();
            std::ranges::shuffle(walks, std::minstd_rand(seed));
            RC_ASSERT(outcomes(*columnsOf(walks, 6), filter) == result);
        }));
    }
};

PULLPUSH_TEST(TestOutcomes)
#include "tst_outcomes.moc"
