// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/ageing.h"
#include "analytics/moves.h"
#include "randomwalks.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
/// Noon of a day counted from 1 March 2026.
Moment noon(int day)
{
    return {
        startOfDay(QDate(2026, 3, 1).addDays(day), QTimeZone::utc()) + DayMs / 2, Precision::Exact};
}

/// As of noon of 1 April.
ChartFilter asked()
{
    return {.asOf = noon(31).ms};
}

/// Prospects 1…\a leavers came cold on 1 March and left 5 days later; the others came as \a open says, in the order of their ids.
ColumnsPointer columnsOf(int leavers, const QList<std::pair<StageNumber, Moment>> &open)
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    const int people = leavers + int(open.size());
    for (int id = 1; id <= people; ++id)
        builder.addProspect(
            id, id % 2 ? u"web"_s : u"fair"_s, id, 0); // each with an owner of their own
    for (int id = 1; id <= leavers; ++id) {
        builder.addMove(id, Cold, noon(0));
        builder.addMove(id, Lost, noon(5));
    }
    for (int i = 0; i < open.size(); ++i)
        builder.addMove(leavers + i + 1, open[i].first, open[i].second);
    return builder.finish();
}

LastContacts spokenWith(const QList<std::pair<qint64, Moment>> &words)
{
    LastContacts contacts;
    for (const auto &[prospect, at] : words)
        contacts.rows.push_back({ProspectId(prospect), at});
    return contacts;
}

} // namespace

class TestAgeing : public QObject
{
    Q_OBJECT
private slots:
    void aStageBeforeTheSaleHasARow()
    {
        const QList<StageAgeing> stages = ageing(*columnsOf(0, {}), {}, asked());
        QCOMPARE(stages.size(), 4);
        for (int i = 0; i < stages.size(); ++i) {
            QCOMPARE(stages[i].stage, i);
            QCOMPARE(stages[i].open, 0);
            QVERIFY(!stages[i].medianDays);
            QVERIFY(!stages[i].limit());
        }
    }

    void theLimitIsTheStagesOwn()
    {
        // At 5 days 30 of the 33 under watch leave: S = 3 / 33, so that 5 is the p90.
        const auto columns =
            columnsOf(30, {{Cold, noon(19)}, {Cold, noon(26)}, {Cold, noon(21)}, {Cold, noon(30)}});
        const StageAgeing cold = ageing(*columns, {}, asked()).first();
        QCOMPARE(cold.visits, 34);
        QCOMPARE(cold.p90Days, std::optional<qint64>(5));
        QCOMPARE(cold.limit(), cold.p90Days);
        QCOMPARE(cold.open, 4);
        QCOMPARE(cold.past, 2); // 12 and 10 days; who is there for exactly 5 is not
        QCOMPARE(cold.within, 2);
        QCOMPARE(cold.medianDays, std::optional<qint64>(5)); // 1, 5, 10, 12
        QCOMPARE(
            prospectsAgedPast(*columns, asked(), 0, 5), QList({ProspectId(31), ProspectId(33)}));
    }

    void fewVisitsMakeNoLimit()
    {
        const StageAgeing cold = ageing(*columnsOf(28, {{Cold, noon(19)}}), {}, asked()).first();
        QCOMPARE(cold.visits, 29);
        QCOMPARE(cold.p90Days, std::optional<qint64>(5));
        QVERIFY(!cold.limit());
        QCOMPARE(cold.unjudged, 1);
        QCOMPARE(cold.past, 0);
    }

    void anUnknownTimeIsNoAge()
    {
        const auto columns = columnsOf(30, {{Cold, {0, Precision::Unknown}}, {Warm, noon(1)}});
        const QList<StageAgeing> stages = ageing(*columns, {}, asked());
        QCOMPARE(stages[0].open, 1);
        QCOMPARE(stages[0].undated, 1);
        QVERIFY(!stages[0].medianDays);
        QCOMPARE(stages[1].unjudged, 1);
        QCOMPARE(stages[1].medianDays, std::optional<qint64>(30));
    }

    void whoWasWonOrLeftIsNotOpen()
    {
        const auto columns = columnsOf(3, {{Customer, noon(1)}, {Loyal, noon(1)}, {Lost, noon(1)}});
        for (const StageAgeing &stage : ageing(*columns, {}, asked()))
            QCOMPARE(stage.open, 0);
    }

    void silenceIsSinceTheLastTwoWayWord()
    {
        const auto columns = columnsOf(0,
            {{Cold, noon(0)}, {Cold, noon(0)}, {Cold, noon(0)}, {Cold, noon(0)}, {Cold, noon(0)},
                {Cold, noon(0)}});
        const LastContacts contacts = spokenWith({{1, noon(31)}, {2, noon(17)}, {3, noon(1)},
            {4, noon(32)}, {5, {0, Precision::Unknown}}, {99, noon(3)}});
        const StageAgeing cold = ageing(*columns, contacts, asked()).first();
        QCOMPARE(cold.quiet, 2); // for 14 and 30 days
        QCOMPARE(cold.silent, 1);
        QCOMPARE(cold.unspoken, 3); // one word came later, one at an unknown time, one never
    }

    void onlyTheseAndThen()
    {
        const auto columns =
            columnsOf(30, {{Cold, noon(1)}, {Cold, noon(2)}, {Cold, noon(20)}, {Cold, noon(25)}});
        ChartFilter filter = asked();
        filter.sources = QStringList {u"web"_s};
        StageAgeing cold = ageing(*columns, {}, filter).first();
        QCOMPARE(cold.open, 2); // 31 and 33
        QCOMPARE(cold.visits, 34); // what is usual is usual for all
        filter.span.from = QDate(2026, 3, 10);
        QCOMPARE(ageing(*columns, {}, filter).first().open, 1);
        filter.owners = QList {UserId(31)};
        QCOMPARE(ageing(*columns, {}, filter).first().open, 0);
    }

    void everybodyOpenIsCountedOnce()
    {
        QVERIFY(rc::check([] {
            const RandomWalks walks = RandomWalks::any();
            const auto columns = walks.columns();
            LastContacts contacts;
            for (int id = 1; id <= walks.prospects; ++id) {
                if (*rc::gen::arbitrary<bool>())
                    contacts.rows.push_back({ProspectId(id), noon(*rc::gen::inRange(0, 120))});
            }
            const ChartFilter filter {.asOf = noon(100).ms};
            const MoveMatrix matrix = moveMatrix(*columns, {});
            for (const StageAgeing &stage : ageing(*columns, contacts, filter)) {
                RC_ASSERT(stage.open == stage.within + stage.past + stage.unjudged + stage.undated);
                RC_ASSERT(stage.silent <= stage.quiet);
                RC_ASSERT(stage.quiet + stage.unspoken <= stage.open);
                RC_ASSERT(stage.medianDays.has_value() == (stage.undated < stage.open));
                if (stage.limit()) {
                    const auto past =
                        prospectsAgedPast(*columns, filter, stage.stage, *stage.limit());
                    RC_ASSERT(past.size() == stage.past);
                }
                RC_ASSERT(stage.open == matrix.count(stage.stage, matrix.stillThere()));
            }
        }));
    }
};

PULLPUSH_TEST(TestAgeing)
#include "tst_ageing.moc"
