// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

/// What products and sums of shares may be off by. No share of fewer than 10^11 observations but 0
/// is as small: S and F are at least 1 / n where they are not 0.
constexpr double ShareRounding = 1e-11;

bool isCertainShare(double share)
{
    return share < ShareRounding || share > 1 - ShareRounding;
}

std::optional<Interval> logLogBand(double survival, double error)
{
    if (isCertainShare(survival))
        return std::nullopt;
    constexpr double z = 1.959963984540054; // the normal distribution's 97.5 % point
    const double logarithm = std::log(survival);
    const double half = z * error / (survival * -logarithm);
    return Interval {std::clamp(std::exp(logarithm * std::exp(half)), 0.0, 1.0),
        std::clamp(std::exp(logarithm * std::exp(-half)), 0.0, 1.0)};
}

std::optional<Interval> complementaryBand(double incidence, double error)
{
    const auto band = logLogBand(1 - incidence, error);
    return band ? std::optional(Interval {1 - band->high, 1 - band->low}) : std::nullopt;
}

SurvivalCurve survivalOf(const AgeTally::Table &table, size_t width)
{
    SurvivalCurve curve;
    curve.n = std::accumulate(table.counts.begin(), table.counts.end(), qint64(0));
    curve.steps.reserve(qsizetype(table.ages.size()));
    qint64 atRisk = curve.n;
    double survival = 1;
    double variance = 0;
    const qint64 *counts = table.counts.data();
    for (const qint64 age : table.ages) {
        SurvivalStep step;
        step.age = age;
        step.atRisk = atRisk;
        step.censored = counts[AgeTally::StillOpen];
        step.events = std::accumulate(counts + 1, counts + width, qint64(0));
        counts += width;
        const double hazard = double(step.events) / double(atRisk);
        const double rest = double(atRisk - step.events) / double(atRisk);
        // Greenwood's sum step by step, which is defined where the last one at risk has an event.
        variance = rest * rest * variance + survival * survival * hazard * rest / double(atRisk);
        survival *= rest;
        step.survival = survival;
        step.error = std::sqrt(variance);
        step.band = logLogBand(survival, step.error);
        curve.events += step.events;
        curve.censored += step.censored;
        atRisk -= step.events + step.censored;
        curve.steps.append(step);
    }
    return curve;
}

/// \a counts: those of the table that \a open is of, \a width an age; \a outcome: 1 + the cause.
QList<IncidenceStep> incidenceOf(
    const SurvivalCurve &open, std::span<const qint64> counts, size_t width, size_t outcome)
{
    QList<IncidenceStep> steps;
    steps.reserve(open.steps.size());
    double survival = 1; // before the step
    double survivalVariance = 0;
    double incidence = 0;
    double variance = 0;
    double covariance = 0; // of F and S
    for (const SurvivalStep &all : open.steps) {
        IncidenceStep step;
        step.events = counts[size_t(steps.size()) * width + outcome];
        const auto atRisk = double(all.atRisk);
        const double hazard = double(step.events) / atRisk;
        const double rest = double(all.atRisk - all.events) / atRisk;
        const double square = survival * survival;
        variance += 2 * hazard * covariance + hazard * hazard * survivalVariance
            + square * hazard * (1 - hazard) / atRisk;
        covariance = rest * (covariance + hazard * survivalVariance - square * hazard / atRisk);
        incidence = std::min(1.0, incidence + survival * hazard);
        step.incidence = incidence;
        step.error = isCertainShare(incidence) ? 0 : std::sqrt(std::max(0.0, variance));
        step.band = complementaryBand(incidence, step.error);
        survival = all.survival;
        survivalVariance = all.error * all.error;
        steps.append(step);
    }
    return steps;
}

} // namespace

AgeTally::AgeTally(int causes)
    : m_causes(causes)
{
    Q_ASSERT(causes >= 1 && causes <= 255);
}

AgeTally::Table AgeTally::table() const
{
    Table table;
    const auto step = qptrdiff(width());
    for (auto row = m_dense.begin(); row != m_dense.end(); row += step) {
        if (std::all_of(row, row + step, [](qint64 count) { return count == 0; }))
            continue;
        table.ages.push_back((row - m_dense.begin()) / step);
        table.counts.insert(table.counts.end(), row, row + step);
    }
    std::vector<Beyond> beyond = m_beyond;
    std::ranges::sort(beyond, {}, &Beyond::age);
    for (const Beyond &some : beyond) {
        if (table.ages.empty() || table.ages.back() != some.age) {
            table.ages.push_back(some.age);
            table.counts.resize(table.counts.size() + width());
        }
        table.counts[table.counts.size() - width() + size_t(some.outcome)] += some.count;
    }
    return table;
}

std::optional<SurvivalStep> SurvivalCurve::at(qint64 age) const
{
    if (age < 0 || steps.isEmpty() || age > steps.last().age)
        return std::nullopt;
    const auto next = std::ranges::lower_bound(steps, age, {}, &SurvivalStep::age);
    if (next->age == age)
        return *next;
    SurvivalStep step;
    if (next != steps.begin())
        step = *std::prev(next);
    step.age = age;
    step.atRisk = next->atRisk;
    step.events = 0;
    step.censored = 0;
    return step;
}

std::optional<qint64> SurvivalCurve::quantile(double share) const
{
    Q_ASSERT(share > 0 && share <= 1);
    const double level = 1 - share + ShareRounding;
    const auto first = std::ranges::find_if(
        steps, [level](const SurvivalStep &step) { return step.survival <= level; });
    return first == steps.end() ? std::nullopt : std::optional(first->age);
}

SurvivalCurve kaplanMeier(const AgeTally &tally)
{
    return survivalOf(tally.table(), tally.width());
}

SurvivalCurve kaplanMeier(std::span<const qint64> ages, std::span<const quint8> outcomes)
{
    Q_ASSERT(ages.size() == outcomes.size());
    AgeTally tally;
    for (size_t i = 0; i < ages.size(); ++i)
        tally.add(ages[i], outcomes[i] == AgeTally::StillOpen ? 0 : 1);
    return kaplanMeier(tally);
}

SurvivalCurve kaplanMeier(std::span<const AgeCount> counts)
{
    AgeTally tally;
    for (const AgeCount &count : counts) {
        tally.add(count.age, 1, count.events);
        tally.add(count.age, AgeTally::StillOpen, count.censored);
    }
    return kaplanMeier(tally);
}

std::optional<OutcomesAt> OutcomeCurves::at(qint64 age) const
{
    const auto known = open.at(age);
    if (!known)
        return std::nullopt;
    OutcomesAt result {*known, {}};
    const auto after = std::ranges::upper_bound(open.steps, age, {}, &SurvivalStep::age);
    const qsizetype steps = after - open.steps.begin();
    for (const QList<IncidenceStep> &cause : causes) {
        IncidenceStep step;
        if (steps > 0)
            step = cause[steps - 1];
        if (steps == 0 || open.steps[steps - 1].age != age)
            step.events = 0;
        result.causes.append(step);
    }
    return result;
}

OutcomeCurves aalenJohansen(const AgeTally &tally)
{
    const AgeTally::Table table = tally.table();
    OutcomeCurves curves;
    curves.open = survivalOf(table, tally.width());
    for (size_t outcome = 1; outcome < tally.width(); ++outcome)
        curves.causes.append(incidenceOf(curves.open, table.counts, tally.width(), outcome));
    return curves;
}

OutcomeCurves aalenJohansen(
    std::span<const qint64> ages, std::span<const quint8> outcomes, int causes)
{
    Q_ASSERT(ages.size() == outcomes.size());
    AgeTally tally(causes);
    for (size_t i = 0; i < ages.size(); ++i)
        tally.add(ages[i], outcomes[i]);
    return aalenJohansen(tally);
}
