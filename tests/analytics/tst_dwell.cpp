// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/dwell.h"
#include "analytics/moves.h"
#include "marchwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace MarchWalks;

namespace {

/// A stage as the columns name it; the default pipeline numbers its stages from 1 in their order.
int indexOf(StageNumber stage)
{
    return int(stage) - 1;
}

/// Everything that is known, as "stage age: left stayed" and "stage undated count".
QStringList toldOf(const QList<StageDwell> &dwells)
{
    static const QStringList names {u"cold"_s, u"warm"_s, u"talk"_s, u"offer"_s, u"customer"_s,
        u"loyal"_s, u"advocate"_s, u"lost"_s};
    QStringList told;
    for (qsizetype stage = 0; stage < dwells.size(); ++stage) {
        for (const SurvivalStep &step : dwells[stage].curve.steps) {
            told << u"%1 %2: %3 %4"_s.arg(names.at(stage))
                        .arg(step.age)
                        .arg(step.events)
                        .arg(step.censored);
        }
        if (dwells[stage].undated > 0)
            told << u"%1 undated %2"_s.arg(names.at(stage)).arg(dwells[stage].undated);
    }
    return told;
}

QStringList toldOf(const QList<Walk> &moves, int prospects = 1)
{
    return toldOf(stageDwells(*columnsOf(moves, prospects), asked()));
}

} // namespace

class TestDwell : public QObject
{
    Q_OBJECT
private slots:
    void everyVisitCounts()
    {
        QCOMPARE(toldOf({{1, Cold, noon(1)}, {1, Warm, noon(3)}, {1, Cold, noon(6)},
                     {1, Warm, noon(10)}}),
            QStringList({u"cold 2: 1 0"_s, u"cold 4: 1 0"_s, u"warm 3: 1 0"_s, u"warm 18: 0 1"_s}));
    }

    void anyMoveEndsAVisit()
    {
        QCOMPARE(toldOf({{1, Cold, noon(1)}, {1, Quote, noon(2)}, {1, Lost, noon(5)},
                     {1, Quote, noon(9)}, {1, Customer, noon(15)}}),
            QStringList({u"cold 1: 1 0"_s, u"offer 3: 1 0"_s, u"offer 6: 1 0"_s,
                u"customer 13: 0 1"_s, u"lost 4: 1 0"_s}));
    }

    void aMoveToTheSameStageEndsNone()
    {
        QCOMPARE(toldOf({{1, Cold, noon(1)}, {1, Cold, noon(4)}, {1, Warm, noon(9)}}),
            QStringList({u"cold 8: 1 0"_s, u"warm 19: 0 1"_s}));
    }

    void stagesInTheSameSecondAreVisited()
    {
        QCOMPARE(toldOf({{1, Quote, noon(4)}, {1, Warm, noon(4)}, {1, Cold, noon(1)}}),
            QStringList({u"cold 3: 1 0"_s, u"warm 0: 1 0"_s, u"offer 24: 0 1"_s}));
    }

    void whatHasNoKnownTimeIsInNoOtherFigure_data()
    {
        QTest::addColumn<QList<Walk>>("moves");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("a beginning, which is the end of the visit before")
            << QList<Walk> {{1, Cold, noon(1)}, {1, Warm, someTime()}, {1, Talk, noon(9)}}
            << QStringList {u"cold undated 1"_s, u"warm undated 1"_s, u"talk 19: 0 1"_s};
        QTest::newRow("where somebody still is")
            << QList<Walk> {{1, Cold, someTime()}} << QStringList {u"cold undated 1"_s};
        QTest::newRow("dated before the entry") << QList<Walk> {{1, Warm, noon(1)},
            {1, Cold, noon(4)}} << QStringList {u"cold undated 1"_s, u"warm undated 1"_s};
        QTest::newRow("begun after the figures were read")
            << QList<Walk> {{1, Cold, noon(30)}} << QStringList {u"cold undated 1"_s};
    }
    void whatHasNoKnownTimeIsInNoOtherFigure()
    {
        QFETCH(QList<Walk>, moves);
        QFETCH(QStringList, told);
        QCOMPARE(toldOf(moves), told);
    }

    void aStageThatNoMoveExplainsIsVisitedAtAnUnknownTime()
    {
        const auto columns = columnsOf({{1, Cold, noon(1)}}, 1, Quote);
        QCOMPARE(toldOf(stageDwells(*columns, asked())),
            QStringList({u"cold undated 1"_s, u"offer undated 1"_s}));
    }

    void aVisitLastsElapsedOrLocalDays_data()
    {
        QTest::addColumn<Moment>("begin");
        QTest::addColumn<Moment>("end");
        QTest::addColumn<int>("days");
        QTest::newRow("a minute short of a day") << noon(1) << at(2, QTime(11, 59)) << 0;
        QTest::newRow("a day") << noon(1) << noon(2) << 1;
        QTest::newRow("begun on a day") << day(1) << at(2, QTime(0, 1)) << 1;
        QTest::newRow("ended on a day") << at(1, QTime(23, 59)) << day(2) << 1;
        QTest::newRow("a day of 23 hours, elapsed") << noon(28) << noon(29) << 0;
        QTest::newRow("a day of 23 hours, local") << noon(28) << day(29) << 1;
    }
    void aVisitLastsElapsedOrLocalDays()
    {
        QFETCH(Moment, begin);
        QFETCH(Moment, end);
        QFETCH(int, days);
        ChartFilter filter = asked();
        filter.asOf = noon(31).ms;
        const auto columns = columnsOf({{1, Cold, day(1)}, {1, Warm, begin}, {1, Talk, end}});
        const SurvivalCurve curve = stageDwells(*columns, filter)[indexOf(Warm)].curve;
        QCOMPARE(curve.n, 1);
        QCOMPARE(curve.events, 1);
        QCOMPARE(curve.steps.first().age, days);
    }

    void whoIsStillThereIsWatchedUntilTheFiguresWereRead()
    {
        const auto columns = columnsOf({{1, Cold, noon(1)}, {2, Cold, day(1)}}, 2);
        ChartFilter filter = asked();
        filter.asOf = at(10, QTime(9, 0)).ms;
        QCOMPARE(toldOf(stageDwells(*columns, filter)),
            QStringList({u"cold 8: 0 1"_s, u"cold 9: 0 1"_s}));
    }

    void whatCameAfterTheCutOffHasNotHappened()
    {
        const QList<Walk> moves {{1, Cold, noon(1)}, {1, Warm, noon(5)}};
        ChartFilter filter = asked();
        filter.asOf = noon(4).ms;
        QCOMPARE(toldOf(stageDwells(*columnsOf(moves, 1, 0, filter.asOf), filter)),
            QStringList(u"cold 3: 0 1"_s));
    }

    void theSpanIsThatOfTheBeginning()
    {
        const auto columns = columnsOf(
            {{1, Cold, at(4, QTime(23, 59))}, {1, Warm, at(5, QTime(0, 0))}, {1, Talk, noon(20)},
                {2, Cold, day(7)}, {2, Warm, day(8)}, {3, Cold, someTime()}, {3, Warm, noon(6)}},
            3);
        const ChartFilter filter = asked({QDate(2026, 3, 5), QDate(2026, 3, 8)});
        QCOMPARE(toldOf(stageDwells(*columns, filter)),
            QStringList({u"cold 1: 1 0"_s, u"warm 15: 1 0"_s, u"warm 22: 0 1"_s}));
        QCOMPARE(prospectsStaying(*columns, filter, indexOf(Warm), 0, false),
            QList({ProspectId(1), ProspectId(3)}));
    }

    void onlyTheseSourcesAndOwners()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(1)}, {2, Warm, noon(1)}, {3, Talk, noon(1)}}, 3);
        ChartFilter filter = asked();
        filter.sources = QStringList {u"web"_s};
        QCOMPARE(toldOf(stageDwells(*columns, filter)),
            QStringList({u"cold 27: 0 1"_s, u"talk 27: 0 1"_s}));
        filter.owners = QList {UserId(3)};
        QCOMPARE(toldOf(stageDwells(*columns, filter)), QStringList(u"talk 27: 0 1"_s));
        QCOMPARE(prospectsStaying(*columns, filter, indexOf(Cold), 0, false), {});
    }

    void thoseBehindAFigure()
    {
        const auto columns = columnsOf(
            {{1, Cold, noon(1)}, {1, Warm, noon(5)}, {1, Cold, noon(7)}, {1, Warm, noon(20)},
                {2, Cold, noon(1)}, {2, Warm, noon(4)}, {3, Cold, noon(20)}},
            3);
        const auto idsOf = [&](qint64 days, bool isOpen = false) {
            return prospectsStaying(*columns, asked(), indexOf(Cold), days, isOpen);
        };
        QCOMPARE(idsOf(2), QList({ProspectId(1), ProspectId(2), ProspectId(3)}));
        QCOMPARE(idsOf(3), QList({ProspectId(1), ProspectId(3)}));
        QCOMPARE(idsOf(8), QList({ProspectId(1)}));
        QCOMPARE(idsOf(13), QList<ProspectId>());
        QCOMPARE(idsOf(2, true), QList({ProspectId(3)}));
        QCOMPARE(idsOf(8, true), QList<ProspectId>());
    }

    void everyVisitHasOneFate()
    {
        QVERIFY(rc::check([] {
            const int prospects = *rc::gen::inRange(0, 10);
            const auto columns =
                columnsOf(anyWalks(prospects), prospects, *rc::gen::inRange<qint64>(0, Lost + 1));
            const MoveMatrix matrix = moveMatrix(*columns, {});
            const QList<StageDwell> dwells = stageDwells(*columns, asked());
            qint64 visits = 0;
            qint64 moves = 0;
            for (int stage = 0; stage < matrix.stages(); ++stage) {
                const SurvivalCurve &curve = dwells[stage].curve;
                qint64 left = 0;
                for (int to = 0; to < matrix.stages(); ++to)
                    left += matrix.count(stage, to);
                const qint64 stayed = matrix.count(stage, matrix.stillThere());
                RC_ASSERT(curve.events + curve.censored == curve.n);
                RC_ASSERT(curve.n + dwells[stage].undated == left + stayed);
                RC_ASSERT(curve.events <= left);
                RC_ASSERT(curve.censored <= stayed);
                visits += curve.n + dwells[stage].undated;
                moves += left + matrix.count(matrix.start(), stage);
            }
            RC_ASSERT(visits == moves);
        }));
    }

    void theFiguresAreThoseBehindThem()
    {
        QVERIFY(rc::check([] {
            const int prospects = *rc::gen::inRange(0, 10);
            const auto columns = columnsOf(anyWalks(prospects), prospects);
            const ChartFilter filter = anyFilter();
            const int stage = *rc::gen::inRange(0, int(Lost));
            const qint64 days = *rc::gen::inRange(0, 28);
            qint64 visits = 0;
            qint64 open = 0;
            const auto dwells = stageDwells(*columns, filter);
            for (const SurvivalStep &step : dwells[stage].curve.steps) {
                if (step.age <= days)
                    continue;
                visits += step.events + step.censored;
                open += step.censored;
            }
            const auto staying = prospectsStaying(*columns, filter, stage, days, false);
            RC_ASSERT(staying.size() <= visits);
            RC_ASSERT(staying.isEmpty() == (visits == 0));
            // Nobody is in more than one place.
            RC_ASSERT(prospectsStaying(*columns, filter, stage, days, true).size() == open);
        }));
    }

    void theOrderOfReadingChangesNothing()
    {
        QVERIFY(rc::check([] {
            QList<Walk> walks = anyWalks(6);
            const ChartFilter filter = anyFilter();
            const QList<StageDwell> dwells = stageDwells(*columnsOf(walks, 6), filter);
            const auto seed = *rc::gen::arbitrary<quint32>();
            std::ranges::shuffle(walks, std::minstd_rand(seed));
            RC_ASSERT(stageDwells(*columnsOf(walks, 6), filter) == dwells);
        }));
    }
};

PULLPUSH_TEST(TestDwell)
#include "tst_dwell.moc"
