// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

/// With whom a conversation was when figures were made of it: whose figures have to be made anew once it changes, also where it is with somebody else by then
/// or can be seen no more.
struct TalkPlace
{
    ConversationId conversation;
    ProspectId prospect;

    friend bool operator==(const TalkPlace &, const TalkPlace &) = default;
};
