// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"

#include <vector>

/// What prospects are worth, and what was offered to them, of those of whom the viewer may know. Amounts are minor units of an ISO 4217 currency.
struct DealFacts
{
    /// What somebody wrote down as the worth of a prospect.
    struct Worth
    {
        ProspectId prospect;
        qint64 minor = 0; ///< above 0
        QString currency;

        friend bool operator==(const Worth &, const Worth &) = default;
    };
    /// An offer or a nudge with a price.
    struct Offered
    {
        ProspectId prospect;
        OfferId id;
        qint64 minor = 0; ///< above 0
        QString currency;
        Moment madeAt;
        QDate expectedOn; ///< invalid where nobody said
        OfferState state = OfferState::Open;
        qint64 decidedAt = 0; ///< Unix milliseconds; 0 while it is open

        friend bool operator==(const Offered &, const Offered &) = default;
    };
    std::vector<Worth> worths; ///< by prospect, each once
    std::vector<Offered> offers; ///< by prospect, then id
};
