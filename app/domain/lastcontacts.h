// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"
#include "domain/talkplace.h"

#include <vector>

/// When each prospect was last spoken with, as far as the viewer may read the conversations. A word is what somebody wrote or said: no note, no line of the
/// program, no call of ours that nobody took. The last two-way word of a conversation in which both sides have spoken is the last of theirs: it answers ours,
/// or was answered. A meeting, and a call that was answered, count as words of both sides. Of several conversations the latest counts.
struct LastContacts
{
    struct Row
    {
        ProspectId prospect;
        Moment at; ///< of the last two-way word; its precision may be Unknown

        friend bool operator==(const Row &, const Row &) = default;
    };
    std::vector<Row> rows; ///< by prospect, each once; none of whom no two-way word is known
    std::vector<TalkPlace> places; ///< by conversation
};
