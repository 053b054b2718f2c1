// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

/// A nudge invites to decide; an offer names a price.
enum class OfferKind { Nudge, Offer };
enum class OfferState { Open, Won, Lost, Withdrawn };

template<>
struct EnumText<OfferKind>
{
    static constexpr std::pair<OfferKind, std::string_view> values[] {
        {OfferKind::Nudge, "nudge"}, {OfferKind::Offer, "offer"}};
};
template<>
struct EnumText<OfferState>
{
    static constexpr std::pair<OfferState, std::string_view> values[] {{OfferState::Open, "open"},
        {OfferState::Won, "won"}, {OfferState::Lost, "lost"}, {OfferState::Withdrawn, "withdrawn"}};
};

/// Why something was lost, as the team calls it.
struct LostReason
{
    LostReasonId id;
    QString name;
    int position = 0;
    bool retired = false; ///< kept for what refers to it, no longer offered
    qint64 rowVersion = 1;

    friend bool operator==(const LostReason &, const LostReason &) = default;
};

/// A push with a concrete proposal. One that was won is a purchase; a person may have several over the years.
struct Offer
{
    OfferId id;
    ProspectId prospect;
    OfferKind kind = OfferKind::Offer;
    QString title;
    qint64 valueMinor = 0; ///< minor units of `currency`
    QString currency; ///< ISO 4217, empty where there is no value
    Moment madeAt;
    QDate expectedOn; ///< when a decision is expected; invalid where nobody said
    OfferState state = OfferState::Open;
    qint64 decidedAt = 0; ///< Unix milliseconds; 0 while it is open
    LostReasonId lostReason;
    StageId lostAt; ///< the stage where it was lost
    QString note;
    UserId by;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Offer &, const Offer &) = default;
};

/// The reasons that every workspace begins with. Ids are 1…6 in that order.
[[nodiscard]] QList<LostReason> defaultLostReasons();
/// Those that can be chosen, in their order; \a chosen too, where it is retired.
[[nodiscard]] QList<LostReason> reasonsToChoose(
    const QList<LostReason> &reasons, LostReasonId chosen = {});
/// The values of \a offers in \a state by currency, in minor units; never across currencies. Those without a value are left out.
[[nodiscard]] QMap<QString, qint64> sumsByCurrency(const QList<Offer> &offers, OfferState state);
