// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

enum class HandoverState { Offered, Accepted, Returned, Withdrawn };

template<>
struct EnumText<HandoverState>
{
    static constexpr std::pair<HandoverState, std::string_view> values[] {
        {HandoverState::Offered, "offered"}, {HandoverState::Accepted, "accepted"},
        {HandoverState::Returned, "returned"}, {HandoverState::Withdrawn, "withdrawn"}};
};

/// Marketing offers a warm prospect to sales, with the touches that warmed them. Accepted, it is the move into the conversation;
/// returned, it has a reason.
struct Handover
{
    HandoverId id;
    ProspectId prospect;
    UserId offeredBy;
    UserId offeredTo; ///< null: whoever of sales takes it first
    qint64 offeredAt = 0;
    qint64 dueAt = 0; ///< the team's time limit; 0 where there is none
    QString note;
    HandoverState state = HandoverState::Offered;
    UserId decidedBy;
    qint64 decidedAt = 0;
    QString reason; ///< why it was returned
    qint64 rowVersion = 1;

    friend bool operator==(const Handover &, const Handover &) = default;
};

/// A touch that was handed over.
struct HandoverTouch
{
    HandoverTouchId id;
    HandoverId handover;
    TouchId touch;
    qint64 rowVersion = 1;

    friend bool operator==(const HandoverTouch &, const HandoverTouch &) = default;
};
