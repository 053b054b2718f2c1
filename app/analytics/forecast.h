// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/wilson.h"
#include "domain/dealfacts.h"

/// How likely it is that somebody who comes to a stage is won one day, from what became of all who came there.
struct StageChance
{
    int stage = 0; ///< index into ProspectColumns::stages()
    qint64 n = 0; ///< prospects who came there at a known time
    qint64 won = 0;
    qint64 lost = 0;
    std::optional<double> rate; ///< nothing where nobody's path has ended
    Interval interval; ///< 95 %, around the rate

    /// Whether too few paths have ended after the stage for the rate to be shown or used. JSON gives it all the same.
    [[nodiscard]] bool isFew() const { return won + lost < FewestForARate; }

    friend bool operator==(const StageChance &, const StageChance &) = default;
};

/// What open deals will bring, weighted by how likely they are won.
struct Forecast
{
    struct Row
    {
        QDate
            month; ///< its first day; invalid for deals of which nobody said when a decision is expected
        QString currency;
        qint64 deals = 0;
        qint64 amountMinor = 0; ///< unweighted
        double valueMinor = 0; ///< Σ amount × chance
        double lowMinor = 0; ///< with the low ends of the chances
        double highMinor = 0;
        qint64 unweighted =
            0; ///< deals at a stage whose chance is not known, or of too few: in the amount alone
        qint64 unweightedMinor = 0; ///< what of the amount is theirs

        friend bool operator==(const Row &, const Row &) = default;
    };
    QList<StageChance> chances; ///< of the stages before the sale, by position
    QList<Row> rows; ///< by month, those without one last; then by currency
    qint64 notApplicable = 0; ///< entered, and the sale is not applicable to them: in no chance

    friend bool operator==(const Forecast &, const Forecast &) = default;
};

/// The forecast of \a filter's people who are open at filter.asOf, which must be set: their offers with a price that are open then, and the worth of those to whom
/// nothing was offered, which has no month. A deal at a stage whose chance is of too few is not weighted: that of another stage, or of all, is that of people who
/// have come less far or further. The span is that of the expected decision. Who was won or lost, or erased by then, adds nothing. The range takes all
/// chances low or all high at once. May run on any thread.
///
/// The chances are by Aalen and Johansen, from a prospect's first coming to a stage to the first end of their path, won or lost; who is under way at filter.asOf
/// is censored there. Over everybody but those to whom the sale is not applicable, since nobody knows when they were won. When a stage on the way
/// began changes no chance: who never came to it is not in its own, and of the stages before only the end of a path counts, whichever way it took. Where the
/// estimate is 0 or 1 the interval is Wilson's, of those whose path has ended.
[[nodiscard]] Forecast forecast(
    const ProspectColumns &columns, const DealFacts &deals, const ChartFilter &filter);

/// Those with a deal of that month (invalid: without one) and currency, by id.
[[nodiscard]] QList<ProspectId> prospectsForecast(const ProspectColumns &columns,
    const DealFacts &deals, const ChartFilter &filter, QDate month, const QString &currency);
