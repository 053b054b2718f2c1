// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/moves.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int StageCount = 8;

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

Moment noon(int dayOfMarch)
{
    return {localToInstant(QDate(2026, 3, dayOfMarch), QTime(12, 0), zone()), Precision::Exact};
}

Moment dayOf(int dayOfMarch)
{
    return {startOfDay(QDate(2026, 3, dayOfMarch), zone()), Precision::Day};
}

Moment someTime()
{
    return {0, Precision::Unknown};
}

struct Walk
{
    qint64 prospect;
    qint64 stage;
    Moment at;
};

/// Prospects 1 … \a prospects with these moves, and their current \a stage where it is not that of the last one.
ColumnsPointer columnsOf(const QList<Walk> &moves, int prospects = 1, qint64 stage = 0)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    for (int id = 1; id <= prospects; ++id)
        builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, id, stage);
    for (const Walk &move : moves)
        builder.addMove(move.prospect, move.stage, move.at);
    return builder.finish();
}

/// A stage as the matrix names it; the default pipeline numbers its stages from 1 in their order.
int at(StageNumber stage)
{
    return int(stage) - 1;
}

/// Everything that was counted, as "from>to count".
QStringList countsOf(const MoveMatrix &matrix)
{
    static const QStringList names {u"cold"_s, u"warm"_s, u"talk"_s, u"offer"_s, u"customer"_s,
        u"loyal"_s, u"advocate"_s, u"lost"_s};
    QStringList counts;
    for (int from = 0; from <= matrix.before(); ++from) {
        for (int to = 0; to <= matrix.stillThere(); ++to) {
            if (matrix.count(from, to) == 0)
                continue;
            const QString left = from == matrix.start() ? u"start"_s
                : from == matrix.before()               ? u"before"_s
                                                        : names.at(from);
            counts << u"%1>%2 %3"_s.arg(left, to == matrix.stillThere() ? u"stays"_s : names.at(to))
                          .arg(matrix.count(from, to));
        }
    }
    return counts;
}

bool isConserved(const MoveMatrix &matrix)
{
    for (int stage = 0; stage < matrix.stages(); ++stage) {
        qint64 in = 0;
        qint64 out = 0;
        for (int from = 0; from <= matrix.before(); ++from)
            in += matrix.count(from, stage);
        for (int to = 0; to <= matrix.stillThere(); ++to)
            out += matrix.count(stage, to);
        if (in != out)
            return false;
    }
    return true;
}

QList<Walk> randomWalks(int prospects)
{
    QList<Walk> walks;
    for (int id = 1; id <= prospects; ++id) {
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
            const int day = *rc::gen::inRange(0, 20);
            walks.append(
                {id, *rc::gen::inRange<qint64>(Cold, Lost + 1), day == 0 ? someTime() : noon(day)});
        }
    }
    return walks;
}

ChartFilter randomQuery()
{
    ChartFilter query;
    if (*rc::gen::arbitrary<bool>())
        query.span.from = QDate(2026, 3, *rc::gen::inRange(1, 20));
    if (*rc::gen::arbitrary<bool>())
        query.span.to = QDate(2026, 3, *rc::gen::inRange(1, 20));
    return query;
}

} // namespace

class TestMoves : public QObject
{
    Q_OBJECT
private slots:
    void everyMoveCounts()
    {
        const auto columns = columnsOf({{1, Cold, noon(1)}, {1, Warm, noon(2)}, {1, Cold, noon(3)},
            {1, Warm, noon(4)}, {1, Lost, noon(5)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>warm 2"_s, u"warm>cold 1"_s, u"warm>lost 1"_s, u"lost>stays 1"_s,
                u"start>cold 1"_s}));
    }

    void aMoveToTheSameStageIsNone()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(1)}, {1, Cold, noon(2)}, {1, Warm, noon(3)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>warm 1"_s, u"warm>stays 1"_s, u"start>cold 1"_s}));
    }

    void theSameSecondStandsInTheOrderOfThePipeline()
    {
        const auto columns =
            columnsOf({{1, Customer, noon(1)}, {1, Warm, noon(1)}, {1, Cold, noon(1)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>warm 1"_s, u"warm>customer 1"_s, u"customer>stays 1"_s,
                u"start>cold 1"_s}));
    }

    void whatHasNoTimeStandsBeforeWhatLedFurther()
    {
        const auto columns =
            columnsOf({{1, Customer, noon(9)}, {1, Warm, someTime()}, {1, Cold, noon(1)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>warm 1"_s, u"warm>customer 1"_s, u"customer>stays 1"_s,
                u"start>cold 1"_s}));
    }

    void whatIsDatedBeforeTheEntryFollowsIt()
    {
        const auto columns = columnsOf({{1, Customer, noon(1)}, {1, Cold, noon(3)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>customer 1"_s, u"customer>stays 1"_s, u"start>cold 1"_s}));
    }

    void whoLeftBeforeTheirEntryCameBackWithIt()
    {
        const QList<Walk> walks {{1, Lost, noon(1)}, {1, Cold, noon(3)}};
        QCOMPARE(countsOf(moveMatrix(*columnsOf(walks, 1, Cold), {})),
            QStringList({u"cold>stays 1"_s, u"lost>cold 1"_s, u"start>lost 1"_s}));
        QCOMPARE(countsOf(moveMatrix(*columnsOf(walks, 1, Lost), {})),
            QStringList({u"cold>lost 1"_s, u"lost>stays 1"_s, u"start>cold 1"_s}));
    }

    void aDayIsNotBeforeAnHourInItThatLedLessFar()
    {
        QCOMPARE(
            countsOf(moveMatrix(
                *columnsOf({{1, Cold, noon(1)}, {1, Warm, noon(5)}, {1, Lost, dayOf(5)}}, 1, Lost),
                {})),
            QStringList(
                {u"cold>warm 1"_s, u"warm>lost 1"_s, u"lost>stays 1"_s, u"start>cold 1"_s}));
        QCOMPARE(countsOf(moveMatrix(
                     *columnsOf(
                         {{1, Cold, noon(1)}, {1, Quote, noon(5)}, {1, Warm, dayOf(5)}}, 1, Quote),
                     {})),
            QStringList(
                {u"cold>warm 1"_s, u"warm>offer 1"_s, u"offer>stays 1"_s, u"start>cold 1"_s}));
    }

    void aStageThatNoMoveExplainsIsReached()
    {
        const auto columns = columnsOf({{1, Cold, noon(1)}}, 1, Quote);
        QCOMPARE(countsOf(moveMatrix(*columns, {})),
            QStringList({u"cold>offer 1"_s, u"offer>stays 1"_s, u"start>cold 1"_s}));
    }

    void aSpanBeginsWhereEverybodyStood()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(1)}, {1, Warm, noon(5)}, {1, Talk, noon(9)},
                          {2, Cold, noon(2)}, {3, Cold, noon(6)}, {4, Cold, noon(8)}},
                4);
        const ChartFilter query {.span = {QDate(2026, 3, 5), QDate(2026, 3, 8)}};
        const MoveMatrix matrix = moveMatrix(*columns, query);
        QCOMPARE(countsOf(matrix),
            QStringList({u"cold>warm 1"_s, u"cold>stays 2"_s, u"warm>stays 1"_s, u"start>cold 1"_s,
                u"before>cold 2"_s}));
        QCOMPARE(moversBetween(*columns, query, at(Cold), at(Warm)), {ProspectId(1)});
        QCOMPARE(moversBetween(*columns, query, matrix.before(), at(Cold)),
            QList({ProspectId(1), ProspectId(2)}));
        QCOMPARE(moversBetween(*columns, query, at(Cold), matrix.stillThere()),
            QList({ProspectId(2), ProspectId(3)}));
    }

    void aSpanKnowsNothingOfMovesWithoutATime()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(1)}, {1, Warm, someTime()}, {1, Talk, noon(6)}});
        QCOMPARE(countsOf(moveMatrix(*columns, {.span = {QDate(2026, 3, 5), {}}})),
            QStringList({u"warm>talk 1"_s, u"talk>stays 1"_s, u"before>warm 1"_s}));
    }

    void onlyTheseSourcesAndOwners()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(1)}, {2, Cold, noon(1)}, {3, Cold, noon(1)}}, 3);
        QCOMPARE(
            moveMatrix(*columns, {.sources = QStringList {u"web"_s}}).count(StageCount, at(Cold)),
            2);
        QCOMPARE(
            moveMatrix(*columns, {.owners = QList {UserId(2)}}).count(StageCount, at(Cold)), 1);
        QCOMPARE(countsOf(moveMatrix(*columns, {.sources = QStringList {}})), QStringList());
    }

    void anUpdateKeepsTheMoves()
    {
        const QList<Walk> before {{1, Cold, noon(1)}, {2, Cold, noon(1)}, {3, Cold, noon(1)}};
        const auto columns = columnsOf(before, 3);
        ColumnsBuilder builder(defaultPipeline(), zone());
        builder.addProspect(2, u"fair"_s, 2, 0);
        builder.addMove(2, Cold, noon(1));
        builder.addMove(2, Warm, noon(2));
        const auto updated = updatedColumns(columns, *builder.finish());
        QCOMPARE(moveMatrix(*updated, {}),
            moveMatrix(*columnsOf(before + QList<Walk> {{2, Warm, noon(2)}}, 3), {}));
        QVERIFY(columns->bytes() > 0);
    }

    void whatComesIntoAStageLeavesItOrStays()
    {
        QVERIFY(rc::check([] {
            const int prospects = *rc::gen::inRange(0, 8);
            const auto columns = columnsOf(
                randomWalks(prospects), prospects, *rc::gen::inRange<qint64>(0, Lost + 1));
            const ChartFilter query = randomQuery();
            const MoveMatrix matrix = moveMatrix(*columns, query);
            RC_ASSERT(isConserved(matrix));
            const int from = *rc::gen::inRange(0, matrix.before() + 1);
            const int to = *rc::gen::inRange(0, matrix.stillThere() + 1);
            const auto movers = moversBetween(*columns, query, from, to).size();
            RC_ASSERT(movers <= matrix.count(from, to));
            RC_ASSERT((movers == 0) == (matrix.count(from, to) == 0));
        }));
    }

    void theOrderOfReadingChangesNothing()
    {
        QVERIFY(rc::check([] {
            QList<Walk> walks = randomWalks(5);
            const ChartFilter query = randomQuery();
            const MoveMatrix matrix = moveMatrix(*columnsOf(walks, 5), query);
            const auto seed = *rc::gen::arbitrary<quint32>();
            std::ranges::shuffle(walks, std::minstd_rand(seed));
            RC_ASSERT(moveMatrix(*columnsOf(walks, 5), query) == matrix);
        }));
    }
};

PULLPUSH_TEST(TestMoves)
#include "tst_moves.moc"
