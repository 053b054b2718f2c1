// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QString>

/// One change of stage. `from` is null for the first entry.
struct Move
{
    MoveId id;
    ProspectId prospect;
    StageId from;
    StageId to;
    Moment at;
    UserId by;
    QString reason;
    LostReasonId lostReason; ///< of a move to an exit, from the team's list
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Move &, const Move &) = default;
};

enum class ProposalState { Open, Accepted, Declined };

template<>
struct EnumText<ProposalState>
{
    static constexpr std::pair<ProposalState, std::string_view> values[] {
        {ProposalState::Open, "open"}, {ProposalState::Accepted, "accepted"},
        {ProposalState::Declined, "declined"}};
};

/// A move that evidence suggests (a chat, touches); figures change only once a person accepts it.
struct MoveProposal
{
    ProposalId id;
    ProspectId prospect;
    StageId to;
    Moment at; ///< the evidence's time
    QString why;
    ConversationId conversation;
    ProposalState state = ProposalState::Open;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const MoveProposal &, const MoveProposal &) = default;
};
