// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/talkplace.h"

#include <vector>

/// How direct messages with people went on to a call or an e-mail. Times and counts, no words.
///
/// Of conversations that the viewer may not see only sums over five people or more may be told; so each figure is there twice.
struct HopFacts
{
    /// What is known of one person. A note, a system line and a call of ours that reached nobody are none of it.
    struct Talk
    {
        qint64 firstAt = 0; ///< the first direct message, Unix milliseconds; 0: there is none
        qint64 movedAt = 0; ///< the first call or e-mail at or after it; 0: there is none
        qint64 messages = 0; ///< direct messages before that
        bool firstIsDay = false; ///< known to the day
        bool movedIsDay = false;

        friend bool operator==(const Talk &, const Talk &) = default;
    };
    struct Row
    {
        ProspectId prospect;
        Talk all; ///< over all conversations that could be read
        Talk seen; ///< over those that the viewer may see

        friend bool operator==(const Row &, const Row &) = default;
    };
    /// A hop that somebody proposed.
    struct Proposal
    {
        ProspectId prospect;
        HopId id;
        Medium to = Medium::Call;
        qint64 at = 0; ///< Unix milliseconds
        HopState state = HopState::Proposed;
        qint64 decidedAt = 0; ///< Unix milliseconds; 0 where it is open, or nobody said
        bool isSeen = true; ///< of a conversation that the viewer may see

        friend bool operator==(const Proposal &, const Proposal &) = default;
    };

    std::vector<Row> rows; ///< by prospect, each once
    std::vector<Proposal> proposals; ///< by prospect, then id
    std::vector<TalkPlace> places; ///< by conversation
};
