// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

/// A word of a text; UTF-16 offsets.
struct WordSpan
{
    qsizetype start = 0;
    qsizetype end = 0;

    friend bool operator==(const WordSpan &, const WordSpan &) = default;
};

/// The words of \a text whose spelling is worth a look, in their order: with two letters at least, without digits, not in capitals alone, and not within a
/// link, mail address, mention, hashtag or placeholder. Linear in the text.
[[nodiscard]] QList<WordSpan> spellWords(QStringView text);
