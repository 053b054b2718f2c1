// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// The words of \a text as search sees them: folded (foldText), split at everything that is no letter or digit,
/// each cut after 64 UTF-16 units. In the text's order, repeated as there.
[[nodiscard]] QStringList searchWords(QStringView text);

/// Where a word that is looked for may stand in a word of the text.
enum class WordMatch { Start, Anywhere };

/// A part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// The part of a text around what was found. Everything counts from the text's beginning; neither
/// cuts a grapheme cluster.
struct Excerpt
{
    TextRange part;
    QList<TextRange> hits; ///< within the part, ascending, apart from each other

    friend bool operator==(const Excerpt &, const Excerpt &) = default;
};

/// Where the \a words (of searchWords) stand in \a text, ascending and apart from each other.
[[nodiscard]] QList<TextRange> foundIn(
    QStringView text, const QStringList &words, WordMatch match = WordMatch::Start);
/// Whether every one of \a words stands in one of \a texts.
[[nodiscard]] bool holdsAll(
    const QStringList &texts, const QStringList &words, WordMatch match = WordMatch::Start);
/// About \a length grapheme clusters of \a text around the place that holds most of \a words, from a word's
/// beginning to a word's end where one is near; the text's beginning where it holds none.
[[nodiscard]] Excerpt excerptAround(QStringView text, const QStringList &words, qsizetype length,
    WordMatch match = WordMatch::Start);

/// A text on one line with the parts to emphasise.
struct MarkedText
{
    QString text;
    QList<TextRange> marks; ///< offsets into text, ascending

    friend bool operator==(const MarkedText &, const MarkedText &) = default;
};
/// \a excerpt of \a text as one shows it: white space as single units of space, an ellipsis where the text goes on.
[[nodiscard]] MarkedText markedText(QStringView text, const Excerpt &excerpt);
