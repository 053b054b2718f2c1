// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Text as search and sorting see it: NFKD, marks removed, case folded, ł ø đ ß æ œ þ ð and their
/// kin spelled in ASCII, runs of white space as one space, trimmed.
[[nodiscard]] QString foldText(QStringView text);

/// Number of extended grapheme clusters, counted by ICU (QTextBoundaryFinder of Qt 6.4 miscounts
/// after Indic and Thai text).
[[nodiscard]] qsizetype graphemeCount(const QString &text);

/// Where each extended grapheme cluster ends, as ascending UTF-16 offsets; the last is the text's
/// size. Same rules as graphemeCount.
[[nodiscard]] QList<qsizetype> graphemeEnds(QStringView text);

/// Where each word, run of white space or sign of punctuation ends, as ascending UTF-16 offsets; the last is the text's size. By ICU's word rules
/// (Unicode Annex 29), with dictionaries for scripts without spaces.
[[nodiscard]] QList<qsizetype> wordEnds(QStringView text);

/// Valid text for storage: lone surrogates and NUL become U+FFFD, CR LF and CR become LF. \a
/// changed is set when a character had to be replaced (line ends do not count).
[[nodiscard]] QString validText(const QString &text, bool *changed = nullptr);
