// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/isolated.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr QChar FirstStrongIsolate(0x2068);
constexpr QChar EndOfIsolate(0x2069);

bool runsFromRight(QChar c)
{
    const QChar::Direction direction = c.direction();
    return direction == QChar::DirR || direction == QChar::DirAL;
}
} // namespace

QString isolated(const QString &text)
{
    return text.isEmpty() ? text : FirstStrongIsolate + text + EndOfIsolate;
}

QString withIsolatedFigures(const QString &text)
{
    if (std::ranges::none_of(text, runsFromRight))
        return text;
    // Figures, what stands between two of them, and a sign before and a per cent sign behind; a hyphen within a word is no sign.
    static const QRegularExpression figures(
        uR"(((?:(?<![\p{L}\p{Nd}])[+\-\x{2212}])?\p{Nd}+)"_s
        uR"((?:(?:[.,:/'\x{2019}\x{a0}\x{202f}]| ?[\x{2013}\x{2212}\-] ?)\p{Nd}+)*)"_s
        uR"((?:[ \x{a0}\x{202f}]?%)?))"_s);
    return QString(text).replace(figures, FirstStrongIsolate + u"\\1"_s + EndOfIsolate);
}
