// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How much goes, or went, with a person.
struct ErasureCounts
{
    int records = 0; ///< of the person: one, and those that were merged into it
    int conversations = 0; ///< with nobody else in them
    int groupChats = 0; ///< that stay, without the person's words and name
    int messages = 0;
    int attachments = 0;
    int handles = 0;
    int notes = 0; ///< facts, next steps, consents, own fields, labels

    friend bool operator==(const ErasureCounts &, const ErasureCounts &) = default;
};
