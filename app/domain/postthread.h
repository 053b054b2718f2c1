// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/limit.h"
#include "domain/post.h"

#include <QList>
#include <QString>

/// One post of a thread. Offsets are UTF-16, in the text that was split.
struct ThreadPart
{
    QString text; ///< as it is posted, with its number where the thread is numbered
    qsizetype start = 0;
    qsizetype end = 0; ///< exclusive; space between parts belongs to none
    bool fits = true; ///< false where a single link, mention or hashtag is longer than the limit

    friend bool operator==(const ThreadPart &, const ThreadPart &) = default;
};

/// A line of this alone begins the next post of a thread, wherever it stands.
inline constexpr QStringView ThreadBreak = u"---";

/// \a text as posts of which each keeps the hard length limits among \a limits: parted at its ThreadBreaks, and where a part is still too long at the
/// end of a paragraph, else of a sentence, else between words, and within a word only where that alone is too long; never within a grapheme cluster, a
/// link, mention or hashtag. Of Numbered each has its place behind it ("1/3"), which counts too, unless there is but one. None leaves the text as it
/// is. Linear in the text.
[[nodiscard]] QList<ThreadPart> splitThread(
    const QString &text, const QList<Limit> &limits, ThreadStyle style);
