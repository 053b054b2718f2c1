// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/lostreasons.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int WarmIndex = int(Warm) - 1;
constexpr int OfferIndex = int(Quote) - 1;

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

Moment noon(int dayOfMarch)
{
    return {localToInstant(QDate(2026, 3, dayOfMarch), QTime(12, 0), zone()), Precision::Exact};
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

ColumnsPointer columnsOf(const QList<Walk> &moves, int prospects)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    for (int id = 1; id <= prospects; ++id)
        builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, id, 0);
    for (const Walk &move : moves)
        builder.addMove(move.prospect, move.stage, move.at);
    return builder.finish();
}

/// The first is lost twice, for reason 1 and then 2; the second for 1; of the third nobody said why.
ColumnsPointer three()
{
    return columnsOf({{1, Cold, noon(1)}, {1, Warm, noon(2)}, {1, Lost, noon(5)},
                         {1, Warm, noon(8)}, {1, Lost, noon(9)}, {2, Warm, noon(1)},
                         {2, Lost, noon(6)}, {3, Quote, noon(1)}, {3, Lost, noon(7)}},
        3);
}

ExitFacts::Row given(qint64 prospect, Moment at, qint64 reason)
{
    return {ProspectId(prospect), MoveId(1), StageId(Lost), at, LostReasonId(reason)};
}

ExitFacts reasons()
{
    ExitFacts facts;
    facts.rows = {given(1, noon(5), 1), given(1, noon(9), 2), given(2, noon(6), 1)};
    return facts;
}

ChartFilter asked(int asOf = 28)
{
    return {.asOf = noon(asOf).ms};
}

} // namespace

class TestLostReasons : public QObject
{
    Q_OBJECT
private slots:
    void everyExitCountsAtTheStageBefore()
    {
        const LostReasonCounts counts = lostReasonCounts(*three(), reasons(), asked());
        QCOMPARE(counts.total, 4);
        QCOMPARE(counts.undated, 0);
        QCOMPARE(counts.reasons.size(), 3);
        QCOMPARE(
            counts.reasons[0], (LostReasonCounts::Reason {LostReasonId(1), 2, {{WarmIndex, 2}}}));
        QCOMPARE(counts.reasons[1], (LostReasonCounts::Reason {{}, 1, {{OfferIndex, 1}}}));
        QCOMPARE(
            counts.reasons[2], (LostReasonCounts::Reason {LostReasonId(2), 1, {{WarmIndex, 1}}}));
    }

    void theSpanIsThatOfTheExit()
    {
        ChartFilter filter = asked();
        filter.span = {QDate(2026, 3, 6), QDate(2026, 3, 8)};
        const LostReasonCounts counts = lostReasonCounts(*three(), reasons(), filter);
        QCOMPARE(counts.total, 2);
        QCOMPARE(counts.reasons[0].id, LostReasonId());
        QCOMPARE(counts.reasons[1].id, LostReasonId(1));
    }

    void whatComesLaterDoesNotCount()
    {
        const LostReasonCounts counts = lostReasonCounts(*three(), reasons(), asked(6));
        QCOMPARE(counts.total, 2);
        QCOMPARE(counts.reasons.size(), 1);
    }

    void anExitAtAnUnknownTimeHasItsReason()
    {
        const auto columns = columnsOf({{1, Warm, noon(1)}, {1, Lost, someTime()}}, 1);
        ExitFacts facts;
        facts.rows = {given(1, someTime(), 3)};
        ChartFilter filter = asked();
        const LostReasonCounts counts = lostReasonCounts(*columns, facts, filter);
        QCOMPARE(counts.total, 1);
        QCOMPARE(counts.undated, 1);
        QCOMPARE(counts.reasons[0].id, LostReasonId(3));
        filter.span.from = QDate(2026, 1, 1);
        QCOMPARE(lostReasonCounts(*columns, facts, filter).total, 0);
        QCOMPARE(lostReasonCounts(*columns, facts, filter).undated, 1);
    }

    void anExitOnTheDayOfTheEntryHasItsReason()
    {
        // The day begins before the hour of the entry, which is when they left at the earliest.
        const Moment day {startOfDay(QDate(2026, 3, 3), zone()), Precision::Day};
        const auto columns = columnsOf({{1, Cold, noon(3)}, {1, Lost, day}}, 1);
        ExitFacts facts;
        facts.rows = {given(1, day, 3)};
        QCOMPARE(lostReasonCounts(*columns, facts, asked()).reasons.first().id, LostReasonId(3));
        // Another day's is another one.
        facts.rows = {given(1, {startOfDay(QDate(2026, 3, 4), zone()), Precision::Day}, 3)};
        QCOMPARE(lostReasonCounts(*columns, facts, asked()).reasons.first().id, LostReasonId());
    }

    void whoWasNowhereBefore()
    {
        const auto columns = columnsOf({{1, Lost, noon(3)}}, 1);
        const LostReasonCounts counts = lostReasonCounts(*columns, {}, asked());
        QCOMPARE(counts.reasons.size(), 1);
        QCOMPARE(counts.reasons[0].byStage.value(LostReasonCounts::NoStage), 1);
    }

    void thoseBehindAFigure()
    {
        const auto columns = three();
        const auto idsOf = [&](qint64 reason, std::optional<int> stage = {}) {
            return prospectsLostFor(*columns, reasons(), asked(), LostReasonId(reason), stage);
        };
        QCOMPARE(idsOf(1), QList({ProspectId(1), ProspectId(2)}));
        QCOMPARE(idsOf(1, WarmIndex), QList({ProspectId(1), ProspectId(2)}));
        QCOMPARE(idsOf(1, OfferIndex), QList<ProspectId>());
        QCOMPARE(idsOf(2), QList {ProspectId(1)});
        QCOMPARE(idsOf(0), QList {ProspectId(3)});
    }

    void onlyTheseSources()
    {
        ChartFilter filter = asked();
        filter.sources = QStringList {u"fair"_s};
        QCOMPARE(lostReasonCounts(*three(), reasons(), filter).total, 1);
    }
};

PULLPUSH_TEST(TestLostReasons)
#include "tst_lostreasons.moc"
