// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/velocity.h"

#include "analytics/openprospects.h"
#include "analytics/outcomes.h"

#include <QHash>
#include <QMap>

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

/// Calls \a use(id, end) for each of \a filter's people whose path ended within its span.
template<typename Use>
void forEachClosed(const ProspectColumns &columns, const ChartFilter &filter, Use use)
{
    const std::vector<StageEnd> ends = stageEnds(columns.stages());
    const SecondSpan span(filter.span, columns.zone());
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        if (chunk.fate[row] == 0)
            return;
        auto end = StageEnd::Open;
        bool isWithin = false;
        chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
            if (end != StageEnd::Open || ends[to] == StageEnd::Open)
                return;
            end = ends[to];
            const bool isDated = !(flags & ColumnChunk::Moves::IsUndated);
            isWithin = !span.isTimed || (isDated && span.contains(at));
        });
        if (end != StageEnd::Open && isWithin)
            use(ProspectId(chunk.ids[row]), end);
    });
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
    if (!each || !rate || !cycleDays || *cycleDays <= 0)
        return {};
    return double(open) * *rate * *each / *cycleDays;
}

std::optional<Interval> Velocity::perDayInterval(const Value &value) const
{
    const std::optional<double> each = mean(value);
    const std::optional<Interval> rate = wins.interval();
    if (!each || !rate || !cycleDays || *cycleDays <= 0)
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
    forEachClosed(columns, filter, [&](ProspectId id, StageEnd end) {
        ++result.wins.n;
        if (end != StageEnd::Won)
            return;
        ++result.wins.k;
        const auto price = prices.constFind(id);
        if (price == prices.constEnd())
            return;
        ++result.valued;
        Velocity::Value &value = values[price->currency];
        value.currency = price->currency;
        value.sumMinor += price->minor;
        ++value.won;
    });
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

QList<ProspectId> closedProspects(
    const ProspectColumns &columns, const ChartFilter &filter, bool areWon)
{
    QList<ProspectId> ids;
    forEachClosed(columns, filter, [&ids, areWon](ProspectId id, StageEnd end) {
        if (!areWon || end == StageEnd::Won)
            ids.append(id);
    });
    return ids;
}
