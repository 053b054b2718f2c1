// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/lostreasons.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Lost = 8, Parked }; // two exits
constexpr int Days = 40;
constexpr qint64 Reasons = 3;

bool isExit(qint64 stage)
{
    return stage >= Lost;
}

/// The default pipeline and a second exit behind it.
QList<Stage> stagesWithTwoExits()
{
    QList<Stage> stages = defaultPipeline();
    Stage parked = stages.last();
    parked.id = StageId(Parked);
    parked.key = u"parked"_s;
    parked.name = u"Parked"_s;
    ++parked.position;
    stages.append(parked);
    return stages;
}

struct Walk
{
    qint64 prospect;
    qint64 stage;
    Moment at;
};

/// Histories whose times are all known, many of them the same, and what was said about the exits.
struct Leavings
{
    int prospects = 0;
    QList<Walk> walks;
    ExitFacts facts;

    static Leavings any()
    {
        using rc::gen::inRange;
        Leavings leavings;
        leavings.prospects = *inRange(0, 8);
        for (qint64 id = 1; id <= leavings.prospects; ++id) {
            // The first is the entry, and nothing comes before it.
            const qint64 first = *inRange(0, 3) > 0 ? qint64(Cold) : *inRange<qint64>(Warm, 10);
            leavings.walks.append({id, first, {RandomWalks::at(0, 0), Precision::Exact}});
            for (int i = *inRange(0, 8); i > 0; --i) {
                const qint64 stage =
                    *inRange(0, 2) == 0 ? *inRange<qint64>(Lost, 10) : *inRange<qint64>(Warm, Lost);
                const int day = *inRange(0, Days);
                const bool isDay = *inRange(0, 3) == 0;
                leavings.walks.append({id, stage,
                    {RandomWalks::at(day, isDay ? 0 : *inRange(0, 3) * 8),
                        isDay ? Precision::Day : Precision::Exact}});
            }
        }
        leavings.tell();
        return leavings;
    }
    [[nodiscard]] ColumnsPointer columns() const
    {
        ColumnsBuilder builder(stagesWithTwoExits(), RandomWalks::zone());
        for (qint64 id = 1; id <= prospects; ++id)
            builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, id, 0);
        for (const Walk &walk : walks)
            builder.addMove(walk.prospect, walk.stage, walk.at);
        return builder.finish();
    }

private:
    /// Of most exits something is written down, of some of these no reason.
    void tell()
    {
        for (qsizetype i = 0; i < walks.size(); ++i) {
            const Walk &walk = walks.at(i);
            if (isExit(walk.stage) && *rc::gen::inRange(0, 4) > 0)
                facts.rows.push_back({ProspectId(walk.prospect), MoveId(i + 1), StageId(walk.stage),
                    walk.at, LostReasonId(*rc::gen::inRange<qint64>(0, Reasons + 1))});
        }
        std::ranges::sort(facts.rows, {},
            [](const ExitFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
    }
};

ChartFilter anyFilter()
{
    return RandomWalks::anyFilter(Days, u"web"_s);
}

/// Where \a walk stands among \a own, which are of one person: a day comes after the hours in it that led less far.
qint64 placeOf(const Walk &walk, const QList<Walk> &own)
{
    const auto dayOf = [](const Walk &one) { return localDay(one.at.ms, RandomWalks::zone()); };
    qint64 ms = walk.at.ms;
    for (const Walk &other : own) {
        if (walk.at.precision == Precision::Day && other.at.precision == Precision::Exact
            && other.stage < walk.stage && dayOf(other) == dayOf(walk))
            ms = std::max(ms, other.at.ms);
    }
    return ms;
}

/// Whether \a told may be what is known of the time of \a placed.
bool isTimeOf(const Walk &placed, const Moment &told)
{
    const auto dayOf = [](const Moment &at) { return localDay(at.ms, RandomWalks::zone()); };
    const bool areDays = placed.at.precision == Precision::Day && told.precision == Precision::Day;
    return told.ms == placed.at.ms || (areDays && dayOf(told) == dayOf(placed.at));
}

/// An exit as one finds it by walking through a history.
struct PlainExit
{
    qint64 prospect;
    qint64 reason;
    int from; ///< index of the stage before
};

/// Why somebody left by \a walk, the reason written with its own precision first, which is \a told no more; 0: nobody said.
qint64 takenReason(std::vector<ExitFacts::Row> &told, const Walk &walk)
{
    const auto isIt = [&walk](const ExitFacts::Row &row) {
        return row.to == StageId(walk.stage) && isTimeOf(walk, row.at);
    };
    auto why = std::ranges::find_if(told, [&](const ExitFacts::Row &row) {
        return isIt(row) && row.at.precision == walk.at.precision;
    });
    if (why == told.end())
        why = std::ranges::find_if(told, isIt);
    if (why == told.end())
        return 0;
    const qint64 reason = why->reason.value();
    told.erase(why);
    return reason;
}

QList<PlainExit> plainExits(const Leavings &leavings, const ChartFilter &filter)
{
    QList<PlainExit> exits;
    for (qint64 id = 1; id <= leavings.prospects; ++id) {
        if (filter.sources && id % 2 == 0)
            continue;
        QList<Walk> own;
        std::ranges::copy_if(leavings.walks, std::back_inserter(own),
            [id](const Walk &walk) { return walk.prospect == id; });
        QList<Walk> placed = own;
        for (Walk &walk : placed)
            walk.at.ms = placeOf(walk, own);
        std::ranges::stable_sort(placed, {}, [](const Walk &walk) {
            return std::tuple(walk.at.ms, walk.stage, walk.at.precision != Precision::Day);
        });
        std::vector<ExitFacts::Row> told = leavings.facts.rows;
        std::erase_if(
            told, [id](const ExitFacts::Row &row) { return row.prospect != ProspectId(id); });
        qint64 stage = 0;
        for (const Walk &walk : std::as_const(placed)) {
            const qint64 from = std::exchange(stage, walk.stage);
            if (!isExit(walk.stage) || isExit(from))
                continue;
            const qint64 reason = takenReason(told, walk);
            if (walk.at.ms <= filter.asOf
                && filter.span.contains(localDay(walk.at.ms, RandomWalks::zone())))
                exits.append({id, reason, from == 0 ? LostReasonCounts::NoStage : int(from) - 1});
        }
    }
    return exits;
}

LostReasonCounts plainCounts(const QList<PlainExit> &exits)
{
    std::map<qint64, LostReasonCounts::Reason> reasons;
    for (const PlainExit &exit : exits) {
        LostReasonCounts::Reason &reason = reasons[exit.reason];
        reason.id = LostReasonId(exit.reason);
        ++reason.count;
        ++reason.byStage[exit.from];
    }
    LostReasonCounts counts;
    counts.total = exits.size();
    for (const auto &[id, reason] : reasons)
        counts.reasons.append(reason);
    std::ranges::stable_sort(counts.reasons, std::greater(), &LostReasonCounts::Reason::count);
    return counts;
}

/// Histories in which times are unknown too, with a reason for each exit.
ExitFacts reasonsOf(const RandomWalks &walks)
{
    ExitFacts facts;
    for (qsizetype i = 0; i < walks.moves.size(); ++i) {
        const RandomWalks::Move &move = walks.moves.at(i);
        if (move.stage == Lost)
            facts.rows.push_back({ProspectId(move.prospect), MoveId(i + 1), StageId(Lost), move.at,
                LostReasonId(*rc::gen::inRange<qint64>(0, Reasons + 1))});
    }
    std::ranges::sort(facts.rows, {},
        [](const ExitFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
    return facts;
}

QMap<int, qint64> stagesTogether(const LostReasonCounts &counts)
{
    QMap<int, qint64> sums;
    for (const LostReasonCounts::Reason &reason : counts.reasons) {
        for (auto cell = reason.byStage.begin(); cell != reason.byStage.end(); ++cell)
            sums[cell.key()] += cell.value();
    }
    return sums;
}

} // namespace

/// What must hold for every history and whatever was said about the exits.
class TestLostReasonsProperties : public QObject
{
    Q_OBJECT
private slots:
    void asCountedByWalking()
    {
        QVERIFY(rc::check("every exit once, under its reason and the stage before", [] {
            const Leavings leavings = Leavings::any();
            const ChartFilter filter = anyFilter();
            RC_ASSERT(lostReasonCounts(*leavings.columns(), leavings.facts, filter)
                == plainCounts(plainExits(leavings, filter)));
        }));
    }

    void thoseBehindAFigureAreThoseWhoLeft()
    {
        QVERIFY(rc::check("the people behind a reason, at a stage or at any", [] {
            const Leavings leavings = Leavings::any();
            const ChartFilter filter = anyFilter();
            const auto columns = leavings.columns();
            const QList<PlainExit> exits = plainExits(leavings, filter);
            for (qint64 reason = 0; reason <= Reasons; ++reason) {
                QList<ProspectId> ofReason;
                std::map<int, QList<ProspectId>> atStage;
                for (const PlainExit &exit : exits) {
                    if (exit.reason != reason)
                        continue;
                    const ProspectId id(exit.prospect);
                    if (!ofReason.contains(id))
                        ofReason.append(id);
                    if (!atStage[exit.from].contains(id))
                        atStage[exit.from].append(id);
                }
                const auto idsOf = [&](std::optional<int> stage) {
                    return prospectsLostFor(
                        *columns, leavings.facts, filter, LostReasonId(reason), stage);
                };
                RC_ASSERT(idsOf({}) == ofReason);
                for (int stage = LostReasonCounts::NoStage; stage < int(Parked); ++stage)
                    RC_ASSERT(idsOf(stage) == atStage[stage]);
            }
        }));
    }

    void theSumsAreTheExits()
    {
        QVERIFY(rc::check("sums over stages, reasons and days", [] {
            const RandomWalks walks = RandomWalks::any();
            const auto columns = walks.columns();
            const ExitFacts facts = reasonsOf(walks);
            ChartFilter filter {.asOf = RandomWalks::at(*rc::gen::inRange(0, 90))};
            const LostReasonCounts counts = lostReasonCounts(*columns, facts, filter);
            qint64 total = 0;
            for (const LostReasonCounts::Reason &reason : counts.reasons) {
                qint64 atStages = 0;
                for (const qint64 count : reason.byStage) {
                    RC_ASSERT(count > 0);
                    atStages += count;
                }
                RC_ASSERT(reason.count == atStages);
                total += reason.count;
            }
            RC_ASSERT(counts.total == total);
            // What is known to be before a day and what is known to be after it, and what is not known.
            const QDate day = QDate(2026, 3, 1).addDays(*rc::gen::inRange(0, 90));
            filter.span = {{}, day};
            const LostReasonCounts before = lostReasonCounts(*columns, facts, filter);
            filter.span = {day, {}};
            const LostReasonCounts after = lostReasonCounts(*columns, facts, filter);
            RC_ASSERT(before.total + after.total + counts.undated == counts.total);
            RC_ASSERT(before.undated == counts.undated);
        }));
    }

    void withoutAReasonTheyCountAllTheSame()
    {
        QVERIFY(rc::check("no reason is a reason of its own", [] {
            const RandomWalks walks = RandomWalks::any();
            const auto columns = walks.columns();
            const ChartFilter filter {.asOf = RandomWalks::at(*rc::gen::inRange(0, 90))};
            const LostReasonCounts told = lostReasonCounts(*columns, reasonsOf(walks), filter);
            const LostReasonCounts silent = lostReasonCounts(*columns, {}, filter);
            RC_ASSERT(silent.total == told.total);
            RC_ASSERT(silent.undated == told.undated);
            RC_ASSERT(silent.reasons.size() == (told.total > 0 ? 1 : 0));
            for (const LostReasonCounts::Reason &reason : silent.reasons)
                RC_ASSERT(reason.id.isNull());
            RC_ASSERT(stagesTogether(silent) == stagesTogether(told));
        }));
    }

    void whatWasWrittenOnceIsAReasonOnce()
    {
        QVERIFY(rc::check("a reason for each exit, told apart", [] {
            RandomWalks walks = RandomWalks::any();
            // Many leave, some without anything written down.
            for (RandomWalks::Move &move : walks.moves)
                move.stage = *rc::gen::inRange(0, 2) == 0 ? qint64(Lost) : move.stage;
            for (qint64 &stage : walks.stages)
                stage = *rc::gen::inRange(0, 3) == 0 ? qint64(Lost) : 0;
            ExitFacts facts = reasonsOf(walks);
            for (ExitFacts::Row &row : facts.rows)
                row.reason = LostReasonId(row.id.value());
            const auto columns = walks.columns();
            ChartFilter filter {.asOf = RandomWalks::at(*rc::gen::inRange(0, 90))};
            const auto isGivenOnce = [](const LostReasonCounts::Reason &reason) {
                return reason.id.isNull() || reason.count == 1;
            };
            RC_ASSERT(std::ranges::all_of(
                lostReasonCounts(*columns, facts, filter).reasons, isGivenOnce));
            // An exit whose time is known was written down, and keeps its reason from one that was not.
            filter.span.from = QDate(2026, 1, 1);
            const LostReasonCounts dated = lostReasonCounts(*columns, facts, filter);
            for (const LostReasonCounts::Reason &reason : dated.reasons) {
                RC_ASSERT(!reason.id.isNull());
                RC_ASSERT(reason.count == 1);
            }
        }));
    }

    void theOrderOfReadingChangesNothing()
    {
        QVERIFY(rc::check("moves in any order, also those of the same second", [] {
            RandomWalks walks = RandomWalks::any();
            const ExitFacts facts = reasonsOf(walks);
            const ChartFilter filter = RandomWalks::anyFilter(2 * Days, u"a"_s);
            const LostReasonCounts before = lostReasonCounts(*walks.columns(), facts, filter);
            const auto seed = *rc::gen::arbitrary<quint32>();
            std::ranges::shuffle(walks.moves, std::minstd_rand(seed));
            RC_ASSERT(lostReasonCounts(*walks.columns(), facts, filter) == before);
        }));
    }
};

PULLPUSH_TEST(TestLostReasonsProperties)
#include "tst_lostreasonsproperties.moc"
