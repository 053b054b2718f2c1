// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/emoji.h"

#include <unicode/uchar.h>

#include <array>

namespace {
constexpr QChar VariationSelector(0xFE0F);
constexpr QChar Keycap(0x20E3);
/// Longer than any recommended sequence.
constexpr qsizetype MaxLength = 48;

/// The sequence as it is recommended: with U+FE0F wherever it belongs.
struct Sequence
{
    std::array<char16_t, MaxLength * 2> units {};
    int32_t size = 0;

    void append(UChar32 c)
    {
        if (c > 0xFFFF) {
            units[size_t(size++)] = QChar::highSurrogate(char32_t(c));
            units[size_t(size++)] = QChar::lowSurrogate(char32_t(c));
        } else {
            units[size_t(size++)] = char16_t(c);
        }
    }
};

/// The code point at \a i, which moves on, or -1 at the end.
UChar32 nextCodePoint(QStringView text, qsizetype &i)
{
    if (i >= text.size())
        return -1;
    const QChar c = text.at(i++);
    if (c.isHighSurrogate() && i < text.size() && text.at(i).isLowSurrogate())
        return UChar32(QChar::surrogateToUcs4(c, text.at(i++)));
    return c.unicode();
}

bool mayBeEmoji(UChar32 c)
{
    return c >= 0x203C
        ? u_hasBinaryProperty(c, UCHAR_EMOJI) != 0
        : c == u'#' || c == u'*' || (c >= u'0' && c <= u'9') || c == 0xA9 || c == 0xAE;
}

/// Whether U+FE0F belongs after \a c to make it an emoji.
bool needsSelector(UChar32 c, UChar32 next)
{
    if (next >= 0 && u_hasBinaryProperty(next, UCHAR_EMOJI_MODIFIER))
        return false;
    return u_hasBinaryProperty(c, UCHAR_EMOJI) && !u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION);
}
} // namespace

bool isEmoji(QStringView cluster)
{
    if (cluster.isEmpty() || cluster.size() > MaxLength)
        return false;
    qsizetype i = 0;
    UChar32 c = nextCodePoint(cluster, i);
    if (!mayBeEmoji(c))
        return false;
    // A sign such as the copyright sign, or a lone digit, is text until it is asked to be an emoji.
    const QChar second = i < cluster.size() ? cluster.at(i) : QChar();
    if (c < 0x203C && second != VariationSelector && second != Keycap)
        return false;
    Sequence sequence;
    while (c >= 0) {
        sequence.append(c);
        while (i < cluster.size() && cluster.at(i) == VariationSelector)
            ++i;
        const UChar32 next = nextCodePoint(cluster, i);
        if (needsSelector(c, next))
            sequence.append(VariationSelector.unicode());
        c = next;
    }
    return u_stringHasBinaryProperty(sequence.units.data(), sequence.size, UCHAR_RGI_EMOJI) != 0;
}
