// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

/// A part of a text that networks treat apart. Offsets are UTF-16.
struct TextEntity
{
    enum class Kind { Link, Mention, Hashtag };
    Kind kind = Kind::Link;
    qsizetype start = 0;
    qsizetype end = 0; ///< exclusive
    qsizetype localEnd = 0; ///< of a mention: where the name on the own server ends (`@ada` of
        ///< `@ada@example.org`); else `end`
    bool hasProtocol = false; ///< of a link: written with http:// or https://

    friend bool operator==(const TextEntity &, const TextEntity &) = default;
};

using TextEntities = QList<TextEntity>;

/// Links, mentions and hashtags of \a text in their order; they never overlap. Links follow the
/// rules of twitter-text 3: with a protocol or bare, the domain ends in a name of the root zone,
/// labels hold at most 63 characters, a trailing full stop is not part of it, and neither
/// `@example.com` nor `me@example.com` is one. A hashtag holds at least one letter.
[[nodiscard]] TextEntities findEntities(QStringView text);
