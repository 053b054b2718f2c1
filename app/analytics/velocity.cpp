// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/velocity.h"

#include "analytics/ageing.h"
#include "analytics/agerule.h"
#include "analytics/closings.h"
#include "analytics/localdays.h"
#include "analytics/notapplicable.h"
#include "analytics/openprospects.h"
#include "analytics/outcomes.h"

#include <QHash>
#include <QMap>

#include <utility>
#include <vector>

namespace {

/// A price: minor units and currency.
struct WonPrice
{
    qint64 minor = 0;
    QString currency;
    qint64 decidedAt = 0;
};

/// What those who were won first paid, or are worth.
QHash<ProspectId, WonPrice> wonPrices(const DealFacts &deals, qint64 asOf)
{
    QHash<ProspectId, WonPrice> prices;
    for (const DealFacts::Offered &offer : deals.offers) {
        if (offer.state != OfferState::Won || offer.decidedAt > asOf)
            continue;
        const auto known = prices.constFind(offer.prospect);
        if (known == prices.constEnd() || offer.decidedAt < known->decidedAt)
            prices.insert(offer.prospect, {offer.minor, offer.currency, offer.decidedAt});
    }
    for (const DealFacts::Worth &worth : deals.worths) {
        if (!prices.contains(worth.prospect))
            prices.insert(worth.prospect, {worth.minor, worth.currency, 0});
    }
    return prices;
}

/// What a path has come to, once or by now.
enum class PathState { Won, Lost, Rotten, Unjudged, NotApplicable };

/// By index of the stage, the days after which a visit is too long; none where that does not matter.
using VisitLimits = std::vector<std::optional<qint64>>;

/// The visit under way on a path that is open.
struct VisitUnderWay
{
    quint8 stage = ColumnChunk::NoStage;
    quint32 begun = 0; ///< in the columns' seconds
    quint8 flags = 0;

    [[nodiscard]] bool isDated() const { return !(flags & ColumnChunk::Moves::HasNoArrival); }
    [[nodiscard]] bool isDay() const { return flags & ColumnChunk::Moves::IsDay; }
    [[nodiscard]] qint64 ms() const { return qint64(begun) * 1000; }
};

/// Tells which visits under way are too long. Not for use by two threads at once.
class RottenVisits
{
public:
    RottenVisits(const ProspectColumns &columns, const ChartFilter &filter, VisitLimits limits)
        : m_limits(std::move(limits))
        , m_rule(columns.zone())
        , m_days(columns.zone())
        , m_span(filter.span)
        , m_isTimed(filter.span.from || filter.span.to)
        , m_asOf(filter.asOf)
    { }

    /// Rotten where \a visit has been too long since a day of the span, unjudged where that cannot be told; else nothing.
    [[nodiscard]] std::optional<PathState> judged(const VisitUnderWay &visit)
    {
        const std::optional<qint64> &limit = m_limits[visit.stage];
        if (!visit.isDated() || !limit)
            return PathState::Unjudged;
        const bool isPast = m_rule.days(visit.ms(), visit.isDay(), m_asOf, false) > *limit;
        if (isPast && (!m_isTimed || m_span.contains(firstDayBeyond(visit, *limit))))
            return PathState::Rotten;
        return {};
    }

private:
    /// By the rule of ages: of a visit whose time is known the day on which limit + 1 times 24 hours are over.
    QDate firstDayBeyond(const VisitUnderWay &visit, qint64 limit)
    {
        return QDate::fromJulianDay(visit.isDay()
                ? m_days.julianDay(visit.ms()) + limit + 1
                : m_days.julianDay(visit.ms() + (limit + 1) * DayMs));
    }

    VisitLimits m_limits;
    AgeRule m_rule;
    LocalDays m_days;
    DateSpan m_span;
    bool m_isTimed;
    qint64 m_asOf;
};

/// Where \a row is; without a stage where nothing is known of it.
VisitUnderWay visitUnderWay(const ColumnChunk &chunk, size_t row)
{
    VisitUnderWay visit;
    chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
        // As of CurrentVisit: whom a change of the pipeline put there has waited since the last move of their own.
        const bool isPut =
            visit.stage != ColumnChunk::NoStage && (flags & ColumnChunk::Moves::ByPipeline);
        if (isPut)
            visit.stage = to;
        else
            visit = {to, at, flags};
    });
    return visit;
}

/// Calls \a use(id, state) for each closing within \a filter's span on the paths of its people, for those whose path is open and who are rotten or unjudged by
/// \a limits, and once for each to whom the sale is not applicable and whose path closed within the span.
template<typename Use>
void forEachPathState(
    const ProspectColumns &columns, const ChartFilter &filter, VisitLimits limits, Use use)
{
    const std::vector<StageEnd> ends = stageEnds(columns.stages());
    const SecondSpan span(filter.span, columns.zone());
    limits.resize(ends.size());
    RottenVisits rotten(columns, filter, std::move(limits));
    NotApplicableSale notApplicable(columns);
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        if (chunk.fate[row] == 0)
            return;
        const ProspectId id(chunk.ids[row]);
        const bool isLeftOut = notApplicable.has(chunk, row);
        bool hasClosed = false;
        const StageEnd standing = forEachClosing(chunk, row, ends, [&](const Closing &closing) {
            if (!closing.isIn(span))
                return;
            hasClosed = true;
            if (!isLeftOut)
                use(id, closing.end == StageEnd::Won ? PathState::Won : PathState::Lost);
        });
        if (isLeftOut) {
            if (hasClosed)
                use(id, PathState::NotApplicable);
            return;
        }
        if (standing != StageEnd::Open)
            return;
        const VisitUnderWay visit = visitUnderWay(chunk, row);
        if (visit.stage == ColumnChunk::NoStage)
            return;
        if (const std::optional<PathState> state = rotten.judged(visit))
            use(id, *state);
    });
}

/// Adds \a id behind those before it, where it is not the last of them.
void addOnce(QList<ProspectId> &ids, ProspectId id)
{
    if (ids.isEmpty() || ids.last() != id)
        ids.append(id);
}

/// The same people, at any time.
ChartFilter peopleOfAnyTime(ChartFilter filter)
{
    filter.span = {};
    return filter;
}

void takeCycle(const Outcomes &outcomes, Velocity &velocity)
{
    const QList<SurvivalStep> &steps = outcomes.curves.open.steps;
    const QList<IncidenceStep> &wins = outcomes.curves.causes.at(Outcomes::Won);
    velocity.cycles = outcomes.won;
    velocity.observed = outcomes.curves.open.n;
    if (outcomes.won == 0)
        return;
    double days = 0;
    double plain = 0;
    double before = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const auto age = double(steps.at(i).age);
        days += age * (wins.at(i).incidence - before);
        before = wins.at(i).incidence;
        plain += age * double(wins.at(i).events);
    }
    if (before > 0)
        velocity.cycleDays = days / before;
    velocity.wonDays = plain / double(outcomes.won);
}

} // namespace

std::optional<double> Velocity::mean(const Value &value) const
{
    return valued > 0 ? std::optional(double(value.sumMinor) / double(valued)) : std::nullopt;
}

std::optional<double> Velocity::perDay(const Value &value) const
{
    const std::optional<double> each = mean(value);
    const std::optional<double> rate = wins.rate();
    if (!each || !rate || !hasLoss() || !cycleDays || *cycleDays <= 0)
        return {};
    return double(open) * *rate * *each / *cycleDays;
}

std::optional<Interval> Velocity::perDayInterval(const Value &value) const
{
    const std::optional<double> each = mean(value);
    const std::optional<Interval> rate = wins.interval();
    if (!each || !rate || !hasLoss() || !cycleDays || *cycleDays <= 0)
        return {};
    const double factor = double(open) * *each / *cycleDays;
    return Interval {factor * rate->low, factor * rate->high};
}

Velocity velocity(const ProspectColumns &columns, const DealFacts &deals, const ChartFilter &filter)
{
    Velocity result;
    forEachOpen(columns, peopleOfAnyTime(filter),
        [&result](const ColumnChunk &, size_t, const CurrentVisit &) { ++result.open; });
    const QHash<ProspectId, WonPrice> prices = wonPrices(deals, filter.asOf);
    QMap<QString, Velocity::Value> values;
    const auto takeValue = [&](ProspectId id) {
        const auto price = prices.constFind(id);
        if (price == prices.constEnd())
            return;
        ++result.valued;
        Velocity::Value &value = values[price->currency];
        value.currency = price->currency;
        value.sumMinor += price->minor;
        ++value.won;
    };
    const auto takePath = [&](ProspectId id, PathState state) {
        switch (state) {
        case PathState::Won:
            ++result.wins.k;
            ++result.wins.n;
            takeValue(id);
            break;
        case PathState::Lost:
            ++result.wins.n;
            break;
        case PathState::Rotten:
            ++result.rotten;
            break;
        case PathState::Unjudged:
            ++result.unjudged;
            break;
        case PathState::NotApplicable:
            ++result.notApplicable;
            break;
        }
    };
    forEachPathState(columns, filter, stageLimits(columns, filter.asOf), takePath);
    result.values = values.values();
    takeCycle(outcomes(columns, peopleOfAnyTime(filter)), result);
    return result;
}

QList<ProspectId> openProspects(const ProspectColumns &columns, const ChartFilter &filter)
{
    QList<ProspectId> ids;
    forEachOpen(columns, peopleOfAnyTime(filter),
        [&ids](const ColumnChunk &chunk, size_t row, const CurrentVisit &) {
            ids.append(ProspectId(chunk.ids[row]));
        });
    return ids;
}

QList<ProspectId> closedOrRottenProspects(const ProspectColumns &columns, const ChartFilter &filter)
{
    QList<ProspectId> ids;
    forEachPathState(
        columns, filter, stageLimits(columns, filter.asOf), [&ids](ProspectId id, PathState state) {
            if (state == PathState::Won || state == PathState::Lost || state == PathState::Rotten)
                addOnce(ids, id);
        });
    return ids;
}

QList<ProspectId> closedProspects(
    const ProspectColumns &columns, const ChartFilter &filter, bool areWon)
{
    QList<ProspectId> ids;
    forEachPathState(columns, filter, {}, [&ids, areWon](ProspectId id, PathState state) {
        if (state == PathState::Won || (!areWon && state == PathState::Lost))
            addOnce(ids, id);
    });
    return ids;
}
