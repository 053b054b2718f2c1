// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/emoji.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <array>

namespace {
constexpr char16_t VariationSelector = 0xFE0F;
constexpr char16_t Keycap = 0x20E3;
/// Longer than any recommended sequence.
constexpr qsizetype MaxLength = 48;

struct Buffer
{
    std::array<char16_t, MaxLength * 2> units {};
    int32_t size = 0;

    void append(UChar32 c) { U16_APPEND_UNSAFE(units.data(), size, c); }
};

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
    const char16_t *text = cluster.utf16();
    const auto length = int32_t(cluster.size());
    int32_t i = 0;
    UChar32 c = 0;
    U16_NEXT(text, i, length, c);
    if (!mayBeEmoji(c))
        return false;
    bool selected = i < length && text[i] == VariationSelector;
    // A sign such as the copyright sign, or a lone digit, is text until it is asked to be an emoji.
    if (c < 0x203C && !selected && !(i < length && text[i] == Keycap))
        return false;
    Buffer full;
    for (;;) {
        full.append(c);
        while (i < length && text[i] == VariationSelector)
            ++i;
        UChar32 next = -1;
        if (i < length)
            U16_NEXT(text, i, length, next);
        if (needsSelector(c, next))
            full.append(VariationSelector);
        if (next < 0)
            break;
        c = next;
    }
    return u_stringHasBinaryProperty(full.units.data(), full.size, UCHAR_RGI_EMOJI) != 0;
}
