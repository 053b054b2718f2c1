// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/wilson.h"
#include "domain/dealfacts.h"

/// What a pipeline brings a day, with the four figures of which it is made: open prospects × win rate × mean value ÷ mean days of a cycle.
struct Velocity
{
    /// What of the value is of one currency.
    struct Value
    {
        QString currency;
        qint64 sumMinor = 0; ///< of the first purchases of those who were won
        qint64 won = 0; ///< how many of them are valued in it

        friend bool operator==(const Value &, const Value &) = default;
    };

    qint64 open = 0; ///< prospects at a stage before the sale
    Proportion
        wins; ///< won of the closings within the span; a path that began anew after an exit may have several
    qint64 rotten =
        0; ///< under way or back after an exit, and at a stage for longer than its limit since a day of the span
    qint64 unjudged =
        0; ///< under way or back after an exit, at a stage without a limit or since an unknown time
    qint64 notApplicable =
        0; ///< won or lost within the span, and the sale is not applicable to them: in no other figure but open
    QList<Value> values; ///< by currency
    qint64 valued = 0; ///< those of wins.k whose value is known; all currencies together
    std::optional<double>
        cycleDays; ///< from the entry to the win; nothing where nobody was won at a known time
    std::optional<double>
        wonDays; ///< the plain mean of those who were won, for comparison: too short, since the slow ones are not won yet
    qint64 cycles = 0; ///< wins of which cycleDays is made
    qint64 observed = 0; ///< people of whom the estimate is made

    /// Won of those who were won, lost or rotten: with those who will hardly be won any more.
    [[nodiscard]] Proportion winsWithRotten() const { return {wins.k, wins.n + rotten}; }
    /// Whether somebody was lost within the span. Where nobody was, all of those who were won or lost were won, whatever the pipeline is like.
    [[nodiscard]] bool hasLoss() const { return wins.k < wins.n; }
    /// Mean value per valued win, in minor units of \a value's currency: in several currencies the parts of one purchase.
    [[nodiscard]] std::optional<double> mean(const Value &value) const;
    /// What the pipeline brings a day of \a value's currency, in minor units; nothing where one of the four is missing, nobody was lost or the cycle takes no day.
    [[nodiscard]] std::optional<double> perDay(const Value &value) const;
    /// The same with the ends of the win rate's interval, the others taken as they are.
    [[nodiscard]] std::optional<Interval> perDayInterval(const Value &value) const;

    friend bool operator==(const Velocity &, const Velocity &) = default;
};

/// The four figures of \a filter's people at filter.asOf, which must be set. Closings are those of forEachClosing(): the first sale, and each exit before it; of
/// a span it is their time that counts, which must then be known. Rotten is whose path is open and who is past the limit of ageing(), counted on the day on
/// which they came to be: who counts in one span does not in the next. To whom the sale is not applicable is left out as of outcomes(), since nobody knows when they were
/// won. The value is that of the first offer that was won by then, else the prospect's worth. The cycle is the mean of the estimate of Aalen and Johansen of
/// being won by an age, among those it sees won, over all who ever entered: it takes account of those who are under way, though not of wins later than any that
/// was seen; of who left first and came back the exit counts there. It begins at the first stage that somebody came to, also where the pipeline has an earlier one since. May run on any thread.
[[nodiscard]] Velocity velocity(
    const ProspectColumns &columns, const DealFacts &deals, const ChartFilter &filter);

/// Those who are open, by id; a span means nothing here.
[[nodiscard]] QList<ProspectId> openProspects(
    const ProspectColumns &columns, const ChartFilter &filter);
/// Those whom Velocity::winsWithRotten() counts, by id and each once.
[[nodiscard]] QList<ProspectId> closedOrRottenProspects(
    const ProspectColumns &columns, const ChartFilter &filter);
/// Those whose closings Velocity::wins counts, by id and each once; only those who were won where \a areWon.
[[nodiscard]] QList<ProspectId> closedProspects(
    const ProspectColumns &columns, const ChartFilter &filter, bool areWon);
