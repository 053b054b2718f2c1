// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

/// An emoji that may be chosen.
struct EmojiEntry
{
    QString text;
    QString
        name; ///< in lower case, by Unicode: "grinning face"; flags by their places in the language that is asked for
    bool takesTone = false; ///< of skin

    friend bool operator==(const EmojiEntry &, const EmojiEntry &) = default;
};

/// The tones of skin of Unicode, beside 0 for none.
inline constexpr int SkinTones = 5;

/// All recommended emoji without tones of skin, in the order of Unicode's charts. \a language names the places of flags ("de_DE").
[[nodiscard]] QList<EmojiEntry> emojiList(const QString &language);
/// \a emoji with a tone of skin, 0…SkinTones; as it is where it takes none.
[[nodiscard]] QString withTone(const QString &emoji, int tone);
/// \a emoji without tones of skin, as it stands in the list.
[[nodiscard]] QString withoutTone(const QString &emoji);
/// Indices of those whose name holds a word that begins with each word of \a words; all where there is none.
[[nodiscard]] QList<int> searchEmoji(const QList<EmojiEntry> &list, QStringView words);
