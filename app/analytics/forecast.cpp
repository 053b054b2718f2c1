// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast.h"

#include "analytics/notapplicable.h"
#include "analytics/openprospects.h"
#include "analytics/survival.h"

#include <QMap>

#include <algorithm>
#include <tuple>
#include <utility>

namespace {

constexpr int ForecastWon = 1; ///< outcomes of a tally
constexpr int ForecastLost = 2;

/// When a prospect first came to each stage.
struct FirstComing
{
    quint32 at = 0;
    quint8 flags = 0;
    bool isThere = false;
};

/// What became of those who came to each stage.
struct StageFates
{
    std::vector<AgeTally> tallies; ///< by the stage's index
    qint64 notApplicable = 0; ///< in none of them
};

StageFates fatesByStage(const ProspectColumns &columns, qint64 asOf)
{
    const std::vector<StageEnd> ends = stageEnds(columns.stages());
    StageFates fates;
    fates.tallies.assign(ends.size(), AgeTally(2));
    NotApplicableSale notApplicable(columns);
    std::vector<FirstComing> comings(ends.size());
    AgeRule rule(columns.zone());
    forEachWanted(columns, {}, [&](const ColumnChunk &chunk, size_t row) {
        if (notApplicable.has(chunk, row)) {
            ++fates.notApplicable;
            return;
        }
        std::ranges::fill(comings, FirstComing());
        auto end = StageEnd::Open;
        qint64 ms = asOf;
        quint8 marks = 0;
        chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
            if (end != StageEnd::Open)
                return;
            if (ends[to] == StageEnd::Open) {
                if (!comings[to].isThere)
                    comings[to] = {at, flags, true};
                return;
            }
            end = ends[to];
            ms = qint64(at) * 1000;
            marks = flags;
        });
        if (marks & ColumnChunk::Moves::HasNoArrival)
            return;
        const int outcome = end == StageEnd::Won ? ForecastWon
            : end == StageEnd::Lost              ? ForecastLost
                                                 : int(AgeTally::StillOpen);
        for (size_t stage = 0; stage < comings.size(); ++stage) {
            const FirstComing &coming = comings[stage];
            if (!coming.isThere || (coming.flags & ColumnChunk::Moves::HasNoArrival))
                continue;
            fates.tallies[stage].add(
                rule.days(qint64(coming.at) * 1000, coming.flags & ColumnChunk::Moves::IsDay, ms,
                    marks & ColumnChunk::Moves::IsDay),
                outcome);
        }
    });
    return fates;
}

StageChance chanceOf(int stage, const AgeTally &tally)
{
    StageChance chance;
    chance.stage = stage;
    const OutcomeCurves curves = aalenJohansen(tally);
    chance.n = curves.open.n;
    for (const IncidenceStep &step : curves.causes.at(ForecastWon - 1))
        chance.won += step.events;
    for (const IncidenceStep &step : curves.causes.at(ForecastLost - 1))
        chance.lost += step.events;
    if (chance.won + chance.lost == 0)
        return chance;
    const IncidenceStep &last = curves.causes.at(ForecastWon - 1).last();
    const double rate = std::clamp(last.incidence, 0.0, 1.0);
    const Interval band = last.band
        ? *last.band
        : wilson(chance.won, chance.won + chance.lost).value_or(Interval {0, 1});
    chance.rate = rate;
    chance.interval = {std::min(band.low, rate), std::max(band.high, rate)};
    return chance;
}

/// Of the stages before the sale, by position.
QList<StageChance> chancesOf(const StageFates &fates, const QList<Stage> &stages)
{
    const std::vector<StageEnd> ends = stageEnds(stages);
    QList<StageChance> chances;
    for (size_t i = 0; i < ends.size(); ++i) {
        if (ends[i] == StageEnd::Open)
            chances.append(chanceOf(int(i), fates.tallies[i]));
    }
    return chances;
}

/// Something that may be sold to somebody.
struct ForecastDeal
{
    qint64 minor = 0;
    QString currency;
    QDate month; ///< its first day; invalid: without one
};

bool isOfferMade(const DealFacts::Offered &offer, qint64 asOf)
{
    return offer.madeAt.precision == Precision::Unknown || offer.madeAt.ms <= asOf;
}

bool isOfferOpenAt(const DealFacts::Offered &offer, qint64 asOf)
{
    return offer.state == OfferState::Open || offer.decidedAt > asOf;
}

/// Nobody who was erased by \a asOf is to be won any more.
bool isErasedBy(const DealFacts &deals, ProspectId prospect, qint64 asOf)
{
    const auto found =
        std::ranges::lower_bound(deals.erased, prospect, {}, &DealFacts::Erased::prospect);
    return found != deals.erased.end() && found->prospect == prospect && found->at <= asOf;
}

/// The first day of the month in which \a day lies; invalid where \a day is.
QDate monthOfDecision(QDate day)
{
    return day.isValid() ? QDate(day.year(), day.month(), 1) : QDate();
}

bool isExpectedIn(const DateSpan &span, QDate day)
{
    if (!span.from && !span.to)
        return true;
    return day.isValid() && (!span.from || day >= *span.from) && (!span.to || day < *span.to);
}

/// Calls \a use(prospect, stage, deal) for each deal that \a filter wants.
template<typename Use>
void forEachForecastDeal(
    const ProspectColumns &columns, const DealFacts &deals, const ChartFilter &filter, Use use)
{
    ChartFilter people = filter;
    people.span = {}; // which is that of the decision
    size_t offer = 0;
    size_t worth = 0;
    forEachOpen(
        columns, people, [&](const ColumnChunk &chunk, size_t row, const CurrentVisit &visit) {
            const ProspectId id(chunk.ids[row]);
            if (isErasedBy(deals, id, filter.asOf))
                return;
            while (offer < deals.offers.size() && deals.offers[offer].prospect < id)
                ++offer;
            while (worth < deals.worths.size() && deals.worths[worth].prospect < id)
                ++worth;
            bool isOffered = false;
            for (; offer < deals.offers.size() && deals.offers[offer].prospect == id; ++offer) {
                const DealFacts::Offered &offered = deals.offers[offer];
                if (!isOfferMade(offered, filter.asOf))
                    continue;
                isOffered = true;
                const QDate day = offered.expectedOn;
                if (isOfferOpenAt(offered, filter.asOf) && isExpectedIn(filter.span, day)) {
                    use(id, visit.stage,
                        ForecastDeal {offered.minor, offered.currency, monthOfDecision(day)});
                }
            }
            if (!isOffered && worth < deals.worths.size() && deals.worths[worth].prospect == id
                && isExpectedIn(filter.span, {})) {
                use(id, visit.stage,
                    ForecastDeal {deals.worths[worth].minor, deals.worths[worth].currency, {}});
            }
        });
}

} // namespace

Forecast forecast(const ProspectColumns &columns, const DealFacts &deals, const ChartFilter &filter)
{
    Forecast result;
    const StageFates fates = fatesByStage(columns, filter.asOf);
    result.notApplicable = fates.notApplicable;
    result.chances = chancesOf(fates, columns.stages());
    std::vector<const StageChance *> chanceAt(size_t(columns.stages().size()), nullptr);
    for (const StageChance &chance : std::as_const(result.chances))
        chanceAt[size_t(chance.stage)] = &chance;
    // Those without a month come last.
    QMap<std::tuple<bool, QDate, QString>, Forecast::Row> rows;
    forEachForecastDeal(
        columns, deals, filter, [&](ProspectId, int stage, const ForecastDeal &deal) {
            Forecast::Row &row = rows[{!deal.month.isValid(), deal.month, deal.currency}];
            row.month = deal.month;
            row.currency = deal.currency;
            ++row.deals;
            row.amountMinor += deal.minor;
            const StageChance &chance = *chanceAt[size_t(stage)];
            if (!chance.rate || chance.isFew()) {
                ++row.unweighted;
                row.unweightedMinor += deal.minor;
                return;
            }
            const auto amount = double(deal.minor);
            row.valueMinor += amount * *chance.rate;
            row.lowMinor += amount * chance.interval.low;
            row.highMinor += amount * chance.interval.high;
        });
    result.rows = rows.values();
    return result;
}

QList<ProspectId> prospectsForecast(const ProspectColumns &columns, const DealFacts &deals,
    const ChartFilter &filter, QDate month, const QString &currency)
{
    QList<ProspectId> ids;
    forEachForecastDeal(columns, deals, filter, [&](ProspectId id, int, const ForecastDeal &deal) {
        const bool isKnown = !ids.isEmpty() && ids.last() == id;
        if (!isKnown && deal.month == month && deal.currency == currency)
            ids.append(id);
    });
    return ids;
}
