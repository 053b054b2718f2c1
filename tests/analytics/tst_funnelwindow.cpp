// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/funnel.h"
#include "randomwalks.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Gone = 9; ///< a second exit
constexpr int Steps = 7;

struct Move
{
    qint64 stage;
    Moment at;
    qint64 from = 0;
};

struct Walk
{
    QList<Move> moves;
    qint64 stage = 0;
};

QDate date(int day)
{
    return QDate(2026, 3, 1).addDays(day);
}

Moment wholeDay(int day)
{
    return {startOfDay(date(day), RandomWalks::zone()), Precision::Day};
}

Moment hourOf(int day, int hour)
{
    return {RandomWalks::at(day, hour), Precision::Exact};
}

QList<Stage> withTwoExits()
{
    QList<Stage> stages = defaultPipeline();
    Stage gone = stages.last();
    gone.id = StageId(Gone);
    gone.key = u"gone"_s;
    gone.name = u"Gone"_s;
    ++gone.position;
    stages.append(gone);
    return stages;
}

ColumnsPointer columnsOf(const QList<Walk> &walks, qint64 cutOff = ColumnsBuilder::NoCutOff)
{
    ColumnsBuilder builder(withTwoExits(), RandomWalks::zone(), cutOff);
    for (qsizetype i = 0; i < walks.size(); ++i)
        builder.addProspect(i + 1, QString(), 0, walks.at(i).stage);
    for (qsizetype i = 0; i < walks.size(); ++i) {
        for (const Move &move : walks.at(i).moves)
            builder.addMove(i + 1, move.stage, move.at, move.from);
    }
    return builder.finish();
}

/// From some step at most one move a day, a third of them out of the pipeline, and sometimes one at an unknown time.
Walk anyWalk()
{
    using rc::gen::inRange;
    Walk walk;
    int day = *inRange(0, 20);
    for (int i = *inRange(0, 7); i > 0; --i) {
        const qint64 stage = walk.stage != 0 && *inRange(0, 3) == 0
            ? *inRange<qint64>(Lost, Gone + 1)
            : *inRange<qint64>(Cold, Lost);
        const Moment at = *inRange(0, 3) == 0 ? wholeDay(day) : hourOf(day, *inRange(0, 24));
        day += *inRange(1, 16);
        if (stage == Cold && walk.stage == Cold)
            continue; // would be an entry of its own
        walk.moves.append({stage, at, walk.stage});
        walk.stage = stage;
    }
    if (*inRange(0, 5) == 0) {
        walk.moves.append({*inRange<qint64>(Cold, Gone + 1), {0, Precision::Unknown}});
        if (*rc::gen::arbitrary<bool>())
            walk.stage = walk.moves.last().stage;
    }
    return walk;
}

QList<Walk> anyWalks()
{
    QList<Walk> walks;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        walks.append(anyWalk());
    return walks;
}

/// The definitions, read slowly: what was known of one walk at some time.
class KnownWalk
{
public:
    KnownWalk(const Walk &walk, qint64 asOf)
        : m_asOf(asOf)
    {
        bool hasUndated = false;
        for (const Move &move : walk.moves) {
            if (move.at.precision == Precision::Unknown)
                hasUndated = true;
            else if (move.at.ms <= asOf)
                m_moves.append(move);
        }
        // Who did not begin at the first stage may have entered at that unknown time.
        m_isEntryKnown = !m_moves.isEmpty() && !(hasUndated && m_moves.first().stage != Cold);
    }

    [[nodiscard]] bool isEntryKnown() const { return m_isEntryKnown; }
    [[nodiscard]] bool isMature(int window) const
    {
        return ageAt({m_asOf, Precision::Exact}) >= window;
    }
    /// The furthest step within the window, and whether its end found them at an exit.
    [[nodiscard]] int furthest(int window) const
    {
        qint64 step = 0;
        for (const Move &move : within(window)) {
            if (move.stage < Lost)
                step = std::max(step, move.stage - Cold);
        }
        return int(step);
    }
    [[nodiscard]] bool isGone(int window) const
    {
        const QList<Move> moves = within(window);
        return !moves.isEmpty() && moves.last().stage >= Lost;
    }

private:
    [[nodiscard]] qint64 ageAt(Moment at) const
    {
        const Moment entry = m_moves.first().at;
        if (entry.precision == Precision::Day || at.precision == Precision::Day)
            return localDay(entry.ms, RandomWalks::zone())
                .daysTo(localDay(at.ms, RandomWalks::zone()));
        return qint64(std::floor(double(at.ms - entry.ms) / 86400000.));
    }
    [[nodiscard]] QList<Move> within(int window) const
    {
        QList<Move> moves;
        std::ranges::copy_if(m_moves, std::back_inserter(moves),
            [&](const Move &move) { return ageAt(move.at) <= window; });
        return moves;
    }

    qint64 m_asOf;
    QList<Move> m_moves;
    bool m_isEntryKnown = false;
};

FunnelQuery within(int window, qint64 asOf)
{
    return {.windowDays = window, .asOf = asOf};
}

/// Of each step how many passed it, were lost after it and stayed at it.
QList<QList<qint64>> fatesOf(const FunnelGroup &group)
{
    QList<QList<qint64>> fates;
    for (const FunnelStep &step : group.steps)
        fates.append(QList<qint64> {step.passed, step.lost, step.stayed});
    return fates;
}

} // namespace

/// What a funnel with a window tells of those who left: it asks where they were when their window ended.
class TestFunnelWindow : public QObject
{
    Q_OBJECT
private slots:
    void itDoesNotChangeAfterwards()
    {
        const QList<Walk> walks {
            {{{Cold, wholeDay(0)}, {Lost, wholeDay(9), Cold}, {Talk, wholeDay(151), Lost}}, Talk}};
        for (const int asOf : {40, 150, 152, 180}) {
            const qint64 ms = RandomWalks::at(asOf);
            const auto columns = columnsOf(walks, ms);
            const FunnelGroup total = funnel(*columns, within(30, ms)).total;
            QCOMPARE(total.cohort, 1);
            QCOMPARE(total.steps.first().lost, 1);
            QCOMPARE(total.steps.first().stayed, 0);
            QCOMPARE(
                prospectsAt(*columns, within(30, ms), 0, {}, FunnelSegment::Lost), {ProspectId(1)});
            QCOMPARE(prospectsAt(*columns, within(30, ms), 0, {}, FunnelSegment::Stayed), {});
        }
        // Without a window they are where they have got to.
        QCOMPARE(funnel(*columnsOf(walks), {}).total.steps.at(2).open, 1);
        QCOMPARE(funnel(*columnsOf(walks), {}).total.steps.first().lost, 0);
    }

    void whoWasGone_data()
    {
        QTest::addColumn<QList<Move>>("moves");
        QTest::addColumn<QList<int>>("gone"); ///< the windows at whose end they were
        QTest::addColumn<QList<int>>("there");
        QTest::newRow("left for good") << QList<Move> {{Cold, wholeDay(0)}, {Lost, wholeDay(5)}}
                                       << QList<int> {5, 6, 90} << QList<int> {0, 4};
        QTest::newRow("back within the window")
            << QList<Move> {{Cold, wholeDay(0)}, {Lost, wholeDay(5)}, {Warm, wholeDay(12)}}
            << QList<int> {5, 11} << QList<int> {4, 12, 90};
        QTest::newRow("twice") << QList<Move> {{Cold, wholeDay(0)}, {Lost, wholeDay(5)},
            {Warm, wholeDay(20)}, {Lost, wholeDay(40)}, {Talk, wholeDay(60)}}
                               << QList<int> {5, 19, 40, 59} << QList<int> {4, 20, 39, 60};
        QTest::newRow("twice, and not back")
            << QList<Move> {{Cold, wholeDay(0)}, {Lost, wholeDay(5)}, {Warm, wholeDay(20)},
                   {Lost, wholeDay(40)}}
            << QList<int> {5, 19, 40, 90} << QList<int> {4, 20, 39};
        QTest::newRow("from one exit to another")
            << QList<Move> {{Cold, wholeDay(0)}, {Lost, wholeDay(5)}, {Gone, wholeDay(20)}}
            << QList<int> {5, 19, 20, 90} << QList<int> {4};
        QTest::newRow("an exit told twice") << QList<Move> {{Cold, wholeDay(0)},
            {Lost, wholeDay(5)}, {Lost, wholeDay(20)}, {Warm, wholeDay(30)}}
                                            << QList<int> {5, 20, 29} << QList<int> {4, 30};
        QTest::newRow("on the first day")
            << QList<Move> {{Cold, hourOf(0, 8)}, {Lost, hourOf(0, 9)}, {Warm, hourOf(3, 8)}}
            << QList<int> {0, 2} << QList<int> {3};
        QTest::newRow("for an hour")
            << QList<Move> {{Cold, hourOf(0, 8)}, {Lost, hourOf(5, 9)}, {Cold, hourOf(5, 10), Lost}}
            << QList<int> {} << QList<int> {0, 4, 5, 90};
        QTest::newRow("at an unknown time") << QList<Move> {{Cold, wholeDay(0)},
            {Lost, {0, Precision::Unknown}}, {Warm, wholeDay(12)}}
                                            << QList<int> {} << QList<int> {0, 11, 12, 90};
    }
    void whoWasGone()
    {
        QFETCH(QList<Move>, moves);
        QFETCH(QList<int>, gone);
        QFETCH(QList<int>, there);
        const auto columns = columnsOf({{moves, moves.last().stage}});
        const auto lost = [&columns](int window) {
            qint64 sum = 0;
            const FunnelGroup total = funnel(*columns, within(window, RandomWalks::at(200))).total;
            for (const FunnelStep &step : total.steps)
                sum += step.lost;
            return sum;
        };
        for (const int window : gone)
            QCOMPARE(std::pair(window, lost(window)), std::pair(window, qint64(1)));
        for (const int window : there)
            QCOMPARE(std::pair(window, lost(window)), std::pair(window, qint64(0)));
    }

    void lostIsWhoIsGoneWhenTheirWindowEnds()
    {
        QVERIFY(rc::check([] {
            const QList<Walk> walks = anyWalks();
            const int window = *rc::gen::inRange(0, 40);
            const qint64 asOf = RandomWalks::at(*rc::gen::inRange(0, 130));
            QList<QList<ProspectId>> lost(Steps);
            QList<QList<ProspectId>> stayed(Steps);
            for (qsizetype i = 0; i < walks.size(); ++i) {
                const KnownWalk walk(walks.at(i), asOf);
                if (!walk.isEntryKnown() || !walk.isMature(window))
                    continue;
                auto &fates = walk.isGone(window) ? lost : stayed;
                fates[walk.furthest(window)].append(ProspectId(i + 1));
            }
            const auto columns = columnsOf(walks, asOf);
            const FunnelQuery query = within(window, asOf);
            const FunnelGroup total = funnel(*columns, query).total;
            for (int step = 0; step < Steps; ++step) {
                RC_ASSERT(total.steps.at(step).lost == lost.at(step).size());
                RC_ASSERT(total.steps.at(step).stayed == stayed.at(step).size());
                RC_ASSERT(
                    prospectsAt(*columns, query, step, {}, FunnelSegment::Lost) == lost.at(step));
                RC_ASSERT(prospectsAt(*columns, query, step, {}, FunnelSegment::Stayed)
                    == stayed.at(step));
            }
        }));
    }

    /// Of those whose window was over for good: whole days of a window end with its last day.
    void aMatureCohortIsTheSameAtAnyLaterTime()
    {
        QVERIFY(rc::check([] {
            const QList<Walk> walks = anyWalks();
            const int window = *rc::gen::inRange(0, 40);
            const int day = *rc::gen::inRange(20, 100);
            const auto then = [&](qint64 asOf, qint64 cutOff) {
                FunnelQuery query = within(window, asOf);
                query.entered.to = date(day - window - 2);
                return funnel(*columnsOf(walks, cutOff), query).total;
            };
            const qint64 first = RandomWalks::at(day);
            const qint64 later = RandomWalks::at(day + *rc::gen::inRange(0, 120));
            const FunnelGroup before = then(first, first);
            for (const FunnelGroup &after :
                {then(later, later), then(later, ColumnsBuilder::NoCutOff)}) {
                RC_ASSERT(before.cohort == after.cohort);
                RC_ASSERT(after.immature == 0);
                RC_ASSERT(fatesOf(before) == fatesOf(after));
            }
        }));
    }
};

PULLPUSH_TEST(TestFunnelWindow)
#include "tst_funnelwindow.moc"
