// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/rowgroups.h"
#include "analytics/wilson.h"
#include "base/moment.h"

#include <optional>

/// What counts as having been at a step.
enum class ReachedRule {
    Passed, ///< at that step or at a later one: the funnel never rises
    Touched, ///< at exactly that step
};

template<>
struct EnumText<ReachedRule>
{
    static constexpr std::pair<ReachedRule, std::string_view> values[] {
        {ReachedRule::Passed, "passed"}, {ReachedRule::Touched, "touched"}};
};

/// By what the funnel is taken apart: what the columns say as of now, what the first touch before the second step was of, or what became of the latest handover.
enum class Breakdown { None, Source, Owner, Channel, Campaign, Pillar, Network, Handover };

template<>
struct EnumText<Breakdown>
{
    static constexpr std::pair<Breakdown, std::string_view> values[] {
        {Breakdown::None, "none"},
        {Breakdown::Source, "source"},
        {Breakdown::Owner, "owner"},
        {Breakdown::Channel, "channel"},
        {Breakdown::Campaign, "campaign"},
        {Breakdown::Pillar, "pillar"},
        {Breakdown::Network, "network"},
        {Breakdown::Handover, "handover"},
    };
};

/// Whether touches say in which group somebody is.
[[nodiscard]] constexpr bool isByTouch(Breakdown by)
{
    return by == Breakdown::Channel || by == Breakdown::Campaign || by == Breakdown::Pillar
        || by == Breakdown::Network;
}

/// The question a funnel answers. The default one asks about everybody, for all time.
struct FunnelQuery
{
    DateSpan entered = {}; ///< local days of the entry into the pipeline
    std::optional<int> windowDays =
        {}; ///< 0 or more: only what happened within so many whole days of the entry
    ReachedRule reached = ReachedRule::Passed;
    Breakdown by = Breakdown::None;
    /// Unix milliseconds, UTC, judged to the second: when the data were current. Decides with a
    /// window who is old enough to be counted; for a moment in the past build the columns with that
    /// cut-off as well.
    qint64 asOf = 0;
    std::optional<QStringList> sources = {}; ///< only these; "" are those without one
    std::optional<QList<UserId>> owners = {}; ///< only these; a null id are those without one
    DateSpan cohort = {}; ///< the next three as in ChartFilter
    std::optional<QList<StageId>> stages = {};
    std::optional<PeopleSet> people = {};

    friend bool operator==(const FunnelQuery &, const FunnelQuery &) = default;
};

/// Whom \a query counts; the span is that of the entry.
[[nodiscard]] ChartFilter chartFilter(const FunnelQuery &query);
/// The question about those whom \a filter wants, its span being that of the entry.
[[nodiscard]] FunnelQuery funnelQuery(const ChartFilter &filter);

/// Of those for whom a step or the one before it is not applicable: how many its rates leave out. A step that began later is not applicable to whoever had
/// passed its place before.
struct FunnelExclusions
{
    qint64 cohort = 0; ///< to whom the step is not applicable
    qint64 reached = 0; ///< and who are counted as having passed it
    qint64 pairReached = 0; ///< who passed the step, of those to whom it or the one before is not
    qint64 pairBefore = 0; ///< the same of the step before
    qint64 touchedBefore = 0; ///< have been at exactly the step before, and this one is not

    friend bool operator==(const FunnelExclusions &, const FunnelExclusions &) = default;
};

/// Which prospects of a bar. Of those who passed a step each is in one of the last five: whoever went on was seen there or not, the others are where they
/// got to.
enum class FunnelSegment {
    Reached, ///< by the query's rule
    Seen, ///< have been at exactly this step
    Onward, ///< have been at exactly this step, and at a later one or past it
    Unseen, ///< went on without having been at exactly this step
    Open,
    Lost,
    Stayed
};

/// One bar. Of those reached, some went on, and the others are open, lost or (with a window)
/// stayed.
struct FunnelStep
{
    qint64 reached = 0; ///< by the query's rule: one of the next two
    qint64 passed = 0; ///< have been at this step or a later one
    qint64 touched =
        0; ///< have been at exactly this step; those passed but not touched are implied
    qint64 unseen = 0; ///< went on without having been at exactly this step
    qint64 touchedBoth = 0; ///< have been at exactly this step and exactly the one before
    FunnelExclusions excluded; ///< in the figures above and below, and not in the rates
    Proportion overall; ///< reached of the cohort
    /// Reached of those who reached the step before; none for the first step. By Touched, of those who have been at the step before those who have been at both:
    /// somebody may have been at this step alone, and reached / reached before is then no share of anybody and has no interval.
    std::optional<Proportion> step;
    qint64 open = 0; ///< this is their furthest step, and they may still go on
    /// This was their furthest step, and they have left by an exit. With a window: were gone when it ended, whether they came back later or not.
    qint64 lost = 0;
    qint64 stayed = 0; ///< this was their furthest step when their window ended
    /// Of those reached, whom a change of the pipeline put at this step, or by Passed over it, further than they had come. Of whom nothing was on record before, is
    /// not known to be one.
    qint64 putByPipeline = 0;

    /// Whether people are said to have reached a step at which nobody was ever recorded: then nothing is known of its rate.
    [[nodiscard]] bool isUnrecorded() const { return reached > 0 && touched == 0; }
    /// How many are in \a segment: those whom prospectsAt() finds.
    [[nodiscard]] qint64 count(FunnelSegment segment) const;

    friend bool operator==(const FunnelStep &, const FunnelStep &) = default;
};

/// The funnel of one group of prospects, or of all.
struct FunnelGroup
{
    QString
        key; ///< source, owner's id, or a key of the RowGroups; "" where there is none, and for the total
    qint64 cohort = 0; ///< prospects who entered in the span, and are old enough for the window
    qint64 immature = 0; ///< those who are not old enough: in no other figure
    QList<FunnelStep> steps;

    /// Whether people were recorded at \a step and at the one before it, as far as they are said to have reached them.
    [[nodiscard]] bool isStepKnown(qsizetype step) const;
    /// The rate of \a step as people are told it: none for the first, and without a denominator where it is not known. Other programs get FunnelStep::step.
    [[nodiscard]] std::optional<Proportion> stepRate(qsizetype step) const;

    friend bool operator==(const FunnelGroup &, const FunnelGroup &) = default;
};

struct Funnel
{
    FunnelGroup total;
    QList<FunnelGroup> groups; ///< largest cohort first, then by key; empty without a breakdown

    friend bool operator==(const Funnel &, const Funnel &) = default;
};

/// The funnel of the prospects who entered within the query's span, each counted once a step and
/// followed forward. With a window, entries without a known time are left out and those younger
/// than it are counted as immature. A rate of a step under the rule Touched is the share of those
/// touched the step before who touched this one too. One pass over the arrays: some milliseconds
/// for a million prospects. A breakdown by what the columns do not hold needs \a rows, made for these columns; without them all
/// are in the group "". May run on any thread.
[[nodiscard]] Funnel funnel(
    const ProspectColumns &columns, const FunnelQuery &query, const RowGroups *rows = nullptr);

/// Exactly the prospects behind a figure of funnel(columns, query, rows), by id. \a step is the step's
/// index, \a group a group's key, or nothing for the total.
[[nodiscard]] QList<ProspectId> prospectsAt(const ProspectColumns &columns,
    const FunnelQuery &query, int step, const std::optional<QString> &group = {},
    FunnelSegment segment = FunnelSegment::Reached, const RowGroups *rows = nullptr);
