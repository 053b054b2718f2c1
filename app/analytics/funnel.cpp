// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/funnel.h"

#include <algorithm>
#include <array>
#include <bit>

namespace {

constexpr size_t BlockRows = 1024;
constexpr quint8 OutsideOutcome = 0; ///< an outcome of 0: not part of the cohort
constexpr quint8 Left = 1; ///< the lowest bit of an outcome: left by an exit

/// A query translated to what the loop compares: thresholds of instants and tables by code.
struct Plan
{
    quint32 from = 0; ///< entries from here, in the columns' seconds
    quint32 length = 0; ///< and less than so many seconds after
    bool timed = false; ///< a span or a window is set: entries need a time
    quint16 window = Age::Highest;
    bool windowed = false;
    quint32 mature = 0; ///< with a window: entries until here are old enough,
    quint32 matureDay = 0; ///< and those known to the day until here
    quint8 immature = 0; ///< the outcome of those who are not
    std::vector<quint32> groupOfSource; ///< 1 + index of the group; 0: filtered out
    std::vector<quint32> groupOfOwner; ///< the product of both is the group
    bool ownersMatter = false;
    const RowGroups *rows = nullptr; ///< where these say it: the product with theirs
    ChartFilter filter; ///< which leaves out whom its cohort, stages and people do not name
    QStringList keys; ///< by group
    std::vector<quint32> stepsOfOutcome; ///< the steps reached or passed as bits, by outcome
    bool touches = false; ///< whether only those touched count as reached
};

void planGroups(
    Plan &plan, const ProspectColumns &columns, const FunnelQuery &query, const RowGroups *rows)
{
    plan.groupOfSource = allowed<QString>(columns.sources(), query.sources);
    plan.groupOfOwner = allowed<UserId>(columns.owners(), query.owners);
    plan.ownersMatter = query.owners || query.by == Breakdown::Owner;
    const auto number = [](std::vector<quint32> &table) {
        for (size_t code = 0; code < table.size(); ++code)
            table[code] *= quint32(code + 1);
    };
    switch (query.by) {
    case Breakdown::None:
        plan.keys = {QString()};
        break;
    case Breakdown::Source:
        number(plan.groupOfSource);
        plan.keys = columns.sources();
        break;
    case Breakdown::Owner:
        number(plan.groupOfOwner);
        for (const UserId owner : columns.owners())
            plan.keys.append(owner.isNull() ? QString() : owner.toString());
        break;
    case Breakdown::Channel:
    case Breakdown::Campaign:
    case Breakdown::Pillar:
    case Breakdown::Network:
    case Breakdown::Handover:
        Q_ASSERT(!rows || rows->groups.size() == columns.chunks().size());
        plan.rows = rows;
        plan.keys = rows ? rows->keys : QStringList {QString()};
        break;
    }
}

Plan makePlan(const ProspectColumns &columns, const FunnelQuery &query, const RowGroups *rows)
{
    Plan plan;
    plan.filter = chartFilter(query);
    const QTimeZone &zone = columns.zone();
    plan.timed = query.entered.from || query.entered.to || query.windowDays;
    plan.from = ColumnChunk::UnknownEntry + 1;
    quint32 to = std::numeric_limits<quint32>::max();
    if (query.entered.from)
        plan.from = ColumnChunk::toSeconds(startOfDay(*query.entered.from, zone));
    if (query.entered.to)
        to = ColumnChunk::toSeconds(startOfDay(*query.entered.to, zone));
    plan.length = to > plan.from ? to - plan.from : 0;
    plan.windowed = query.windowDays.has_value();
    if (plan.windowed) {
        const int days = std::clamp(*query.windowDays, 0, int(Age::Highest) - 1);
        plan.window = quint16(days);
        plan.mature = ColumnChunk::toSeconds(query.asOf - days * DayMs);
        plan.matureDay = ColumnChunk::toSeconds(
            startOfDay(localDay(query.asOf, zone).addDays(-qint64(days)), zone));
    }
    plan.immature = quint8(columns.steps().size() * 2 + 2);
    for (quint32 outcome = 0; outcome < plan.immature; ++outcome)
        plan.stepsOfOutcome.push_back((1U << (outcome / 2)) - 1);
    plan.stepsOfOutcome.push_back(0);
    plan.touches = query.reached == ReachedRule::Touched;
    planGroups(plan, columns, query, rows);
    return plan;
}

/// What became of some rows. `outcome` is twice the number of steps reached or passed, plus Left;
/// or OutsideOutcome, or the plan's mark of the immature.
struct Block
{
    std::array<quint32, BlockRows> group;
    std::array<quint8, BlockRows> outcome;
    std::array<quint32, BlockRows> touched;
};

/// Where somebody who has come back since was gone when their window ended. Nobody in most blocks.
void judgeExitStays(
    const Plan &plan, const ColumnChunk &chunk, size_t begin, size_t count, Block &block)
{
    auto stay =
        std::ranges::lower_bound(chunk.exitStays, quint32(begin), {}, &ColumnChunk::ExitStay::row);
    for (; stay != chunk.exitStays.end() && stay->row < begin + count; ++stay) {
        quint8 &outcome = block.outcome[stay->row - begin];
        if (stay->left <= plan.window && plan.window < stay->back)
            outcome = quint8(outcome | Left);
    }
}

/// Judges by the ages within the window in place of the final fate: lost is who was gone when it ended.
void judgeWindow(
    const Plan &plan, const ColumnChunk &chunk, size_t begin, size_t count, Block &block)
{
    const quint8 *fate = chunk.fate.data() + begin;
    const quint16 *exitAge = chunk.exitAge.data() + begin;
    // Whoever entered has reached the first step; the ages of the later ones never fall, so that
    // counting those within the window gives the furthest.
    for (size_t i = 0; i < count; ++i)
        block.outcome[i] = fate[i] ? quint8(2 + (exitAge[i] <= plan.window ? Left : 0)) : 0;
    for (size_t step = 1; step < chunk.age.size(); ++step) {
        const quint16 *age = chunk.age[step].data() + begin;
        for (size_t i = 0; i < count; ++i)
            block.outcome[i] = quint8(block.outcome[i] + (age[i] <= plan.window ? 2 : 0));
    }
    judgeExitStays(plan, chunk, begin, count, block);
}

/// Sets those apart who are too young for the window.
void judgeMaturity(
    const Plan &plan, const ColumnChunk &chunk, size_t begin, size_t count, Block &block)
{
    const quint32 *entry = chunk.entry.data() + begin;
    const quint8 *flags = chunk.flags.data() + begin;
    for (size_t i = 0; i < count; ++i) {
        const quint32 until = flags[i] & ColumnChunk::EntryIsDay ? plan.matureDay : plan.mature;
        block.outcome[i] = entry[i] <= until ? block.outcome[i] : plan.immature;
    }
}

/// Takes those out who entered outside the span, or at an unknown time.
void judgeSpan(const Plan &plan, const ColumnChunk &chunk, size_t begin, size_t count, Block &block)
{
    const quint32 *entry = chunk.entry.data() + begin;
    for (size_t i = 0; i < count; ++i)
        block.outcome[i] = entry[i] - plan.from < plan.length ? block.outcome[i] : OutsideOutcome;
}

/// What says more of the rows of a chunk than the chunk itself.
struct RowJudges
{
    const quint32 *groups = nullptr; ///< by row; null where the chunk says it all
    ChosenRows::Marks chosen;
};

void judgeGroups(const Plan &plan, const ColumnChunk &chunk, const RowJudges &rows, size_t begin,
    size_t count, Block &block)
{
    const quint32 *source = chunk.source.data() + begin;
    const quint32 *groupOfSource = plan.groupOfSource.data();
    for (size_t i = 0; i < count; ++i)
        block.group[i] = groupOfSource[source[i]];
    if (plan.ownersMatter) {
        const quint16 *owner = chunk.owner.data() + begin;
        const quint32 *groupOfOwner = plan.groupOfOwner.data();
        for (size_t i = 0; i < count; ++i)
            block.group[i] *= groupOfOwner[owner[i]];
    }
    if (const quint32 *groups = rows.groups) {
        for (size_t i = 0; i < count; ++i)
            block.group[i] *= groups[begin + i] + 1;
    }
    if (const ChosenRows::Marks chosen = rows.chosen; !chosen.areAll()) {
        for (size_t i = 0; i < count; ++i)
            block.group[i] *= chosen[begin + i];
    }
}

/// The steps each row has been at exactly. An age of "touched" is that of "passed" but for the late
/// touches.
void judgeTouches(
    const Plan &plan, const ColumnChunk &chunk, size_t begin, size_t count, Block &block)
{
    const quint32 *touched = chunk.touched.data() + begin;
    for (size_t i = 0; i < count; ++i)
        block.touched[i] = touched[i] & plan.stepsOfOutcome[block.outcome[i]];
    if (!plan.windowed)
        return;
    const auto first = std::ranges::lower_bound(
        chunk.lateTouches, quint32(begin), {}, &ColumnChunk::LateTouch::row);
    for (auto late = first; late != chunk.lateTouches.end() && late->row < begin + count; ++late) {
        if (late->age > plan.window)
            block.touched[late->row - begin] &= ~(1U << late->step);
    }
}

/// Calls \a use(chunk, begin, count, block) for all rows in order.
template<typename Use>
void forEachBlock(const ProspectColumns &columns, const Plan &plan, Use use)
{
    auto block = std::make_unique<Block>();
    ChosenRows chosen(columns, plan.filter);
    for (size_t number = 0; number < columns.chunks().size(); ++number) {
        const auto &chunk = columns.chunks()[number];
        const RowJudges judges {
            plan.rows ? plan.rows->groups[number].data() : nullptr, chosen.of(*chunk)};
        const auto rows = size_t(chunk->size());
        for (size_t begin = 0; begin < rows; begin += BlockRows) {
            const size_t count = std::min(BlockRows, rows - begin);
            std::copy_n(chunk->fate.begin() + qsizetype(begin), count, block->outcome.begin());
            if (plan.windowed) {
                judgeWindow(plan, *chunk, begin, count, *block);
                judgeMaturity(plan, *chunk, begin, count, *block);
            }
            if (plan.timed)
                judgeSpan(plan, *chunk, begin, count, *block);
            judgeGroups(plan, *chunk, judges, begin, count, *block);
            judgeTouches(plan, *chunk, begin, count, *block);
            use(*chunk, begin, count, *block);
        }
    }
}

/// Counts by group, group 0 being those filtered out.
struct Counts
{
    std::vector<quint32> outcomes; ///< [group][outcome]
    std::vector<quint32> skipped; ///< [group][step]: passed that step without touching it
    std::vector<quint32> endedUnseen; ///< [group][step]: of those, whose furthest step it was
    std::vector<quint32>
        unpaired; ///< [group][step]: passed it without touching it or the one before
    std::vector<FunnelExclusions> excluded; ///< [group][step]
    std::vector<quint32> put; ///< [group][step]: put there by a change of the pipeline
};

/// Few pass a step by without touching it: only those cost more than a comparison.
void countSkips(const Plan &plan, size_t steps, const Block &block, size_t count, Counts &counts)
{
    for (size_t i = 0; i < count; ++i) {
        const quint32 reached = plan.stepsOfOutcome[block.outcome[i]];
        const quint32 skipped = reached & ~block.touched[i];
        if (skipped == 0)
            continue;
        const size_t at = block.group[i] * steps;
        for (quint32 bits = skipped; bits != 0; bits &= bits - 1)
            ++counts.skipped[at + size_t(std::countr_zero(bits))];
        for (quint32 bits = (skipped | skipped << 1) & reached; bits != 0; bits &= bits - 1)
            ++counts.unpaired[at + size_t(std::countr_zero(bits))];
        const quint32 furthest = (reached + 1) >> 1;
        if (skipped & furthest)
            ++counts.endedUnseen[at + size_t(std::countr_zero(furthest))];
    }
}

/// Nobody in most workspaces.
void countExclusions(const Plan &plan, size_t steps, const ColumnChunk &chunk, size_t begin,
    size_t count, const Block &block, Counts &counts)
{
    auto row = std::ranges::lower_bound(
        chunk.notApplicable, quint32(begin), {}, &ColumnChunk::NotApplicable::row);
    for (; row != chunk.notApplicable.end() && row->row < begin + count; ++row) {
        const size_t i = row->row - begin;
        const quint32 reached = plan.stepsOfOutcome[block.outcome[i]];
        if (reached == 0)
            continue; // not of the cohort
        const quint32 touched = block.touched[i];
        const quint32 pair = row->steps | row->steps << 1;
        FunnelExclusions *const sums = counts.excluded.data() + block.group[i] * steps;
        for (size_t k = 0; k < steps; ++k) {
            const auto has = [k](quint32 bits) { return qint64(bits >> k & 1); };
            sums[k].cohort += has(row->steps);
            sums[k].reached += has(row->steps & reached);
            sums[k].pairReached += has(pair & reached);
            sums[k].pairBefore += has(pair & reached << 1);
            sums[k].touchedBefore += has(row->steps & touched << 1);
        }
    }
}

/// The steps, as bits, at which a change of the pipeline put who is in \a row, each further than they had come before; also those
/// passed over, unless \a plan counts only those touched.
quint32 stepsPutAt(
    const Plan &plan, const std::vector<qint8> &stepOfStage, const ColumnChunk &chunk, size_t row)
{
    quint32 put = 0;
    int furthest = 0; // where whoever is known at all has been
    chunk.forEachMove(row, [&](quint8 from, quint8 to, quint32, quint8 flags) {
        const qint8 step = stepOfStage[to];
        const bool isPut = flags & ColumnChunk::Moves::ByPipeline;
        if (isPut && from != ColumnChunk::NoStage && step > furthest) {
            for (int over = plan.touches ? step : furthest + 1; over <= step; ++over)
                put |= 1U << over;
        }
        furthest = std::max(furthest, int(step));
    });
    return put;
}

/// Where no stage was retired it costs a look at the moves' flags.
void countPut(const Plan &plan, const ProspectColumns &columns, const ColumnChunk &chunk,
    size_t begin, size_t count, const Block &block, Counts &counts)
{
    const auto steps = size_t(columns.steps().size());
    const ColumnChunk::Moves &moves = chunk.moves;
    quint8 flags = 0;
    for (size_t i = moves.first[begin]; i < moves.first[begin + count]; ++i)
        flags |= moves.flags[i];
    if (!(flags & ColumnChunk::Moves::ByPipeline))
        return;
    for (size_t i = 0; i < count; ++i) {
        const quint32 reached =
            plan.touches ? block.touched[i] : plan.stepsOfOutcome[block.outcome[i]];
        if (reached == 0)
            continue; // not of the cohort
        quint32 *const sums = counts.put.data() + block.group[i] * steps;
        for (quint32 bits = stepsPutAt(plan, columns.stepOfStage(), chunk, begin + i) & reached;
             bits != 0; bits &= bits - 1)
            ++sums[std::countr_zero(bits)];
    }
}

Counts countAll(const ProspectColumns &columns, const Plan &plan)
{
    const auto steps = size_t(columns.steps().size());
    const size_t groups = size_t(plan.keys.size()) + 1;
    const size_t width = plan.stepsOfOutcome.size();
    // Neighbouring rows often share a counter, which would make each addition wait for the one
    // before: several sets.
    constexpr size_t Sets = 4;
    const size_t size = groups * width;
    std::vector<quint32> sets(Sets * size, 0);
    Counts counts;
    counts.skipped.assign(groups * steps, 0);
    counts.endedUnseen.assign(groups * steps, 0);
    counts.unpaired.assign(groups * steps, 0);
    counts.excluded.resize(groups * steps);
    counts.put.assign(groups * steps, 0);
    forEachBlock(columns, plan,
        [&](const ColumnChunk &chunk, size_t begin, size_t count, const Block &block) {
            countExclusions(plan, steps, chunk, begin, count, block, counts);
            countPut(plan, columns, chunk, begin, count, block, counts);
            const auto add = [&](size_t set, size_t i) {
                ++sets[set * size + block.group[i] * width + block.outcome[i]];
            };
            size_t i = 0;
            for (; i + Sets <= count; i += Sets) {
                for (size_t set = 0; set < Sets; ++set)
                    add(set, i + set);
            }
            for (; i < count; ++i)
                add(0, i);
            countSkips(plan, steps, block, count, counts);
        });
    for (size_t i = size; i < sets.size(); ++i)
        sets[i % size] += sets[i];
    sets.resize(size);
    counts.outcomes = std::move(sets);
    return counts;
}

FunnelGroup readGroup(const Plan &plan, const Counts &counts, size_t group, qsizetype steps)
{
    const quint32 *outcomes = counts.outcomes.data() + group * plan.stepsOfOutcome.size();
    const quint32 *skipped = counts.skipped.data() + group * size_t(steps);
    const quint32 *endedUnseen = counts.endedUnseen.data() + group * size_t(steps);
    const quint32 *unpaired = counts.unpaired.data() + group * size_t(steps);
    FunnelGroup result;
    result.steps.resize(steps);
    result.immature = outcomes[plan.immature];
    qint64 passed = 0;
    for (qsizetype k = steps - 1; k >= 0; --k) {
        const auto at = size_t(k + 1) * 2;
        passed += outcomes[at] + outcomes[at + Left];
        FunnelStep &step = result.steps[k];
        step.passed = passed;
        step.touched = passed - skipped[k];
        step.unseen = qint64(skipped[k]) - endedUnseen[k];
        step.touchedBoth = passed - unpaired[k];
        step.excluded = counts.excluded[group * size_t(steps) + size_t(k)];
        (plan.windowed ? step.stayed : step.open) = outcomes[at];
        step.lost = outcomes[at + Left];
        step.putByPipeline = counts.put[group * size_t(steps) + size_t(k)];
    }
    result.cohort = passed;
    return result;
}

/// Adds what follows from the counts.
void setRates(FunnelGroup &group, ReachedRule rule)
{
    const FunnelStep *before = nullptr;
    for (FunnelStep &step : group.steps) {
        const bool touches = rule == ReachedRule::Touched;
        step.reached = touches ? step.touched : step.passed;
        const FunnelExclusions &excluded = step.excluded;
        step.overall = {
            step.reached - (touches ? 0 : excluded.reached), group.cohort - excluded.cohort};
        // The cohort is who entered the first step: that all of it reached it is known.
        step.overall.isKnown = !before && step.reached == group.cohort;
        if (before)
            step.step = touches
                ? Proportion {step.touchedBoth, before->reached - excluded.touchedBefore}
                : Proportion {
                    step.passed - excluded.pairReached, before->reached - excluded.pairBefore};
        before = &step;
    }
}

void addGroup(FunnelGroup &total, const FunnelGroup &group)
{
    total.cohort += group.cohort;
    total.immature += group.immature;
    for (qsizetype k = 0; k < total.steps.size(); ++k) {
        FunnelStep &sum = total.steps[k];
        const FunnelStep &part = group.steps[k];
        sum.passed += part.passed;
        sum.touched += part.touched;
        sum.unseen += part.unseen;
        sum.touchedBoth += part.touchedBoth;
        sum.excluded.cohort += part.excluded.cohort;
        sum.excluded.reached += part.excluded.reached;
        sum.excluded.pairReached += part.excluded.pairReached;
        sum.excluded.pairBefore += part.excluded.pairBefore;
        sum.excluded.touchedBefore += part.excluded.touchedBefore;
        sum.open += part.open;
        sum.lost += part.lost;
        sum.stayed += part.stayed;
        sum.putByPipeline += part.putByPipeline;
    }
}

/// Ids of the rows of \a key's group (or of all) that \a wanted(block, i) accepts.
template<typename Wanted>
QList<ProspectId> collect(const ProspectColumns &columns, const Plan &plan,
    const std::optional<QString> &key, Wanted wanted)
{
    // A null string and an empty one are the same key.
    const auto group = key ? quint32(plan.keys.indexOf(*key) + 1) : 0;
    QList<ProspectId> ids;
    if (key && group == 0)
        return ids;
    forEachBlock(columns, plan,
        [&](const ColumnChunk &chunk, size_t begin, size_t count, const Block &block) {
            for (size_t i = 0; i < count; ++i) {
                const bool inGroup = key ? block.group[i] == group : block.group[i] != 0;
                if (inGroup && wanted(block, i))
                    ids.append(ProspectId(chunk.ids[begin + i]));
            }
        });
    return ids;
}

} // namespace

qint64 FunnelStep::count(FunnelSegment segment) const
{
    switch (segment) {
    case FunnelSegment::Reached:
        return reached;
    case FunnelSegment::Seen:
        return touched;
    case FunnelSegment::Onward:
        return passed - open - lost - stayed - unseen;
    case FunnelSegment::Unseen:
        return unseen;
    case FunnelSegment::Open:
        return open;
    case FunnelSegment::Lost:
        return lost;
    case FunnelSegment::Stayed:
        return stayed;
    }
    Q_UNREACHABLE();
}

bool FunnelGroup::isStepKnown(qsizetype step) const
{
    return !steps[step].isUnrecorded() && (step == 0 || !steps[step - 1].isUnrecorded());
}

std::optional<Proportion> FunnelGroup::stepRate(qsizetype step) const
{
    const std::optional<Proportion> &rate = steps[step].step;
    return rate && !isStepKnown(step) ? Proportion() : rate;
}

ChartFilter chartFilter(const FunnelQuery &query)
{
    return {.span = query.entered,
        .sources = query.sources,
        .owners = query.owners,
        .asOf = query.asOf,
        .cohort = query.cohort,
        .stages = query.stages,
        .people = query.people};
}

FunnelQuery funnelQuery(const ChartFilter &filter)
{
    return {.entered = filter.span,
        .asOf = filter.asOf,
        .sources = filter.sources,
        .owners = filter.owners,
        .cohort = filter.cohort,
        .stages = filter.stages,
        .people = filter.people};
}

Funnel funnel(const ProspectColumns &columns, const FunnelQuery &query, const RowGroups *rows)
{
    const Plan plan = makePlan(columns, query, rows);
    const Counts counts = countAll(columns, plan);
    const qsizetype steps = columns.steps().size();
    Funnel result;
    result.total.steps.resize(steps);
    for (qsizetype i = 0; i < plan.keys.size(); ++i) {
        FunnelGroup group = readGroup(plan, counts, size_t(i) + 1, steps);
        addGroup(result.total, group);
        if (query.by == Breakdown::None || group.cohort + group.immature == 0)
            continue;
        group.key = plan.keys[i];
        setRates(group, query.reached);
        result.groups.append(std::move(group));
    }
    setRates(result.total, query.reached);
    std::ranges::sort(result.groups, [](const FunnelGroup &a, const FunnelGroup &b) {
        return a.cohort != b.cohort ? a.cohort > b.cohort : a.key < b.key;
    });
    return result;
}

QList<ProspectId> prospectsAt(const ProspectColumns &columns, const FunnelQuery &query, int step,
    const std::optional<QString> &group, FunnelSegment segment, const RowGroups *rows)
{
    if (step < 0 || step >= columns.steps().size())
        return {};
    const Plan plan = makePlan(columns, query, rows);
    const bool touches = query.reached == ReachedRule::Touched;
    return collect(columns, plan, group, [&](const Block &block, size_t i) {
        const quint8 outcome = block.outcome[i];
        const quint32 reached = plan.stepsOfOutcome[outcome];
        const bool ends = int(std::bit_width(reached)) == step + 1;
        const bool goesOn = int(std::bit_width(reached)) > step + 1;
        const bool isSeen = block.touched[i] >> step & 1;
        const bool left = outcome & Left;
        switch (segment) {
        case FunnelSegment::Reached:
            return touches ? isSeen : bool(reached >> step & 1);
        case FunnelSegment::Seen:
            return isSeen;
        case FunnelSegment::Onward:
            return goesOn && isSeen;
        case FunnelSegment::Unseen:
            return goesOn && !isSeen;
        case FunnelSegment::Open:
            return ends && !left && !plan.windowed;
        case FunnelSegment::Lost:
            return ends && left;
        case FunnelSegment::Stayed:
            return ends && !left && plan.windowed;
        }
        Q_UNREACHABLE();
    });
}
