// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/emojilist.h"

#include "base/text.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uset.h>

#include <algorithm>
#include <array>
#include <memory>

namespace {
constexpr UChar32 FirstTone = 0x1F3FB;
constexpr UChar32 LastTone = 0x1F3FF;
constexpr UChar32 JoinerPoint = 0x200D;
constexpr UChar32 Selector = 0xFE0F;
constexpr UChar32 KeycapPoint = 0x20E3;
constexpr UChar32 FirstRegional = 0x1F1E6;
constexpr UChar32 LastRegional = 0x1F1FF;
constexpr UChar32 BlackFlag = 0x1F3F4;
constexpr UChar32 FirstTag = 0xE0020;
constexpr UChar32 LastTag = 0xE007E;

bool isTone(UChar32 c)
{
    return c >= FirstTone && c <= LastTone;
}

bool isRegional(UChar32 c)
{
    return c >= FirstRegional && c <= LastRegional;
}

QString fromIcu(const icu::UnicodeString &text)
{
    return QString::fromUtf16(text.getBuffer(), text.length());
}

QString charName(UChar32 c)
{
    std::array<char, 128> name {};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size =
        u_charName(c, U_EXTENDED_CHAR_NAME, name.data(), int32_t(name.size()), &status);
    return U_FAILURE(status) ? QString() : QString::fromLatin1(name.data(), size).toLower();
}

QString placeName(const QByteArray &country, const icu::Locale &language)
{
    icu::UnicodeString name;
    icu::Locale("", country.constData()).getDisplayCountry(language, name);
    return fromIcu(name);
}

/// The place of a flag of two letters, or of letters written in tags ("gbsct").
QString flagName(const QList<uint> &points, const icu::Locale &language)
{
    QByteArray code;
    for (const uint c : points) {
        if (isRegional(UChar32(c)))
            code += char('A' + (c - FirstRegional));
        else if (UChar32(c) >= FirstTag && UChar32(c) <= LastTag)
            code += char(c - FirstTag + 0x20);
    }
    if (code.size() == 2)
        return placeName(code, language);
    // Parts of a country have no names in ICU.
    if (code == "gbeng")
        return QStringLiteral("england");
    if (code == "gbsct")
        return QStringLiteral("scotland");
    return code == "gbwls" ? QStringLiteral("wales") : QString::fromLatin1(code);
}

QString nameOf(const QList<uint> &points, const icu::Locale &language)
{
    const bool isFlag = isRegional(UChar32(points.first()))
        || (UChar32(points.first()) == BlackFlag && points.size() > 1
            && UChar32(points.at(1)) >= FirstTag);
    if (isFlag)
        return QStringLiteral("flag ") + flagName(points, language).toLower();
    QStringList parts;
    for (const uint point : points) {
        const auto c = UChar32(point);
        if (c == JoinerPoint || c == Selector)
            continue;
        parts << (c == KeycapPoint ? QStringLiteral("keycap") : charName(c));
    }
    return parts.join(QStringLiteral(", "));
}

bool takesTone(const QList<uint> &points)
{
    return std::ranges::any_of(points,
        [](uint c) { return u_hasBinaryProperty(UChar32(c), UCHAR_EMOJI_MODIFIER_BASE) != 0; });
}

/// All recommended sequences of ICU's data as they stand there.
QList<QString> sequences()
{
    QList<QString> all;
    UErrorCode status = U_ZERO_ERROR;
    for (const UProperty property :
        {UCHAR_BASIC_EMOJI, UCHAR_EMOJI_KEYCAP_SEQUENCE, UCHAR_RGI_EMOJI_FLAG_SEQUENCE,
            UCHAR_RGI_EMOJI_TAG_SEQUENCE, UCHAR_RGI_EMOJI_ZWJ_SEQUENCE}) {
        const USet *set = u_getBinaryPropertySet(property, &status);
        const int32_t items = U_FAILURE(status) ? 0 : uset_getItemCount(set);
        for (int32_t i = 0; i < items; ++i) {
            UChar32 start = 0;
            UChar32 end = 0;
            std::array<char16_t, 64> text {};
            const int32_t size =
                uset_getItem(set, i, &start, &end, text.data(), int32_t(text.size()), &status);
            if (size >= 2)
                all << QString::fromUtf16(text.data(), size);
            for (UChar32 c = start; size == 0 && c <= end; ++c) {
                const auto point = char32_t(c);
                all << QString::fromUcs4(&point, 1);
            }
        }
    }
    return all;
}

void sortAsCharts(QList<QString> &list)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> order(
        icu::Collator::createInstance(icu::Locale("und-u-co-emoji"), status));
    if (U_FAILURE(status))
        return;
    std::ranges::stable_sort(list, [&order](const QString &one, const QString &other) {
        UErrorCode fault = U_ZERO_ERROR;
        return order->compare(reinterpret_cast<const UChar *>(one.utf16()), int32_t(one.size()),
                   reinterpret_cast<const UChar *>(other.utf16()), int32_t(other.size()), fault)
            == UCOL_LESS;
    });
}
} // namespace

QList<EmojiEntry> emojiList(const QString &language)
{
    const icu::Locale locale(language.toLatin1().constData());
    QList<QString> texts = sequences();
    sortAsCharts(texts);
    QList<EmojiEntry> list;
    for (const QString &text : std::as_const(texts)) {
        const QList<uint> points = text.toUcs4();
        const bool isPart = points.size() == 1 && (isTone(UChar32(points.first())));
        const bool hasTone = std::ranges::any_of(points, [](uint c) { return isTone(UChar32(c)); });
        if (!isPart && !hasTone)
            list.append({text, nameOf(points, locale), takesTone(points)});
    }
    return list;
}

QString withTone(const QString &emoji, int tone)
{
    if (tone < 1 || tone > SkinTones)
        return emoji;
    QString toned;
    const QList<uint> points = emoji.toUcs4();
    for (qsizetype i = 0; i < points.size(); ++i) {
        const char32_t c = points.at(i);
        toned += QString::fromUcs4(&c, 1);
        if (u_hasBinaryProperty(UChar32(c), UCHAR_EMOJI_MODIFIER_BASE) == 0)
            continue;
        const auto modifier = char32_t(FirstTone + tone - 1);
        toned += QString::fromUcs4(&modifier, 1);
        if (i + 1 < points.size() && UChar32(points.at(i + 1)) == Selector)
            ++i; // the tone makes it an emoji by itself
    }
    const auto *units = reinterpret_cast<const UChar *>(toned.utf16());
    // Some groups of people take no tone at all.
    return u_stringHasBinaryProperty(units, int32_t(toned.size()), UCHAR_RGI_EMOJI) != 0 ? toned
                                                                                         : emoji;
}

QString withoutTone(const QString &emoji)
{
    QString plain;
    const QList<uint> points = emoji.toUcs4();
    for (qsizetype i = 0; i < points.size(); ++i) {
        const char32_t c = points.at(i);
        if (i == 0 || !isTone(UChar32(c))) {
            plain += QString::fromUcs4(&c, 1);
            continue;
        }
        // The tone stood in for the selector of a sign that is text by itself.
        const auto base = UChar32(points.at(i - 1));
        if (u_hasBinaryProperty(base, UCHAR_EMOJI_PRESENTATION) == 0)
            plain += QChar(Selector);
    }
    return plain;
}

QList<int> searchEmoji(const QList<EmojiEntry> &list, QStringView words)
{
    const QStringList wanted = foldText(words).split(u' ', Qt::SkipEmptyParts);
    QList<int> found;
    for (int i = 0; i < int(list.size()); ++i) {
        const QString name = u' ' + list.at(i).name;
        const bool isMatch = std::ranges::all_of(
            wanted, [&name](const QString &word) { return name.contains(u' ' + word); });
        if (isMatch)
            found << i;
    }
    return found;
}
