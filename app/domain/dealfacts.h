// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"

#include <vector>

/// What prospects are worth, and what was offered to them, without those of a colleague's private circle. Who was erased stays with their amounts, so that past
/// figures stand. Amounts are minor units of an ISO 4217 currency.
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
    /// Somebody who was erased: from then on nothing is to be won from them.
    struct Erased
    {
        ProspectId prospect;
        qint64 at = 0; ///< Unix milliseconds

        friend bool operator==(const Erased &, const Erased &) = default;
    };
    std::vector<Worth> worths; ///< by prospect, each once
    std::vector<Offered> offers; ///< by prospect, then id
    std::vector<Erased> erased; ///< by prospect, each once
};
