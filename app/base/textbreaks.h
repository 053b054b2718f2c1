// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

/// Where a text may be parted, as ascending UTF-16 offsets of what comes after; the last is the text's size. By ICU's rules for no language in particular.

/// After each sentence with the space behind it (Unicode Annex 29).
[[nodiscard]] QList<qsizetype> sentenceEnds(QStringView text);
/// Wherever a line may end (Unicode Annex 14), with dictionaries for scripts without spaces.
[[nodiscard]] QList<qsizetype> lineEnds(QStringView text);
