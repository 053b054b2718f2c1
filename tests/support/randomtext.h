// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"

#include <QString>

#include <ostream>
#include <rapidcheck.h>
#include <string>
#include <vector>

/// How RapidCheck prints a counterexample.
inline std::ostream &operator<<(std::ostream &stream, const QString &text)
{
    for (const QChar c : text)
        stream << "\\u" << std::hex << int(c.unicode()) << std::dec;
    return stream << " \"" << text.toStdString() << '"';
}

/// Texts as people, phones and faulty programs write them, for property tests.
namespace RandomText {
/// One piece: emoji sequences, Indic and Thai syllables, marks, line ends, signs of CSV, any code unit.
inline rc::Gen<QString> piece()
{
    static const std::vector<std::u16string> known {u"a", u"Z", u" ", u"\t", u",", u";", u"\"",
        u"\"\"", u"'", u"=", u"\n", u"\r", u"\r\n", u"e\u0301", u"\u0301", u"\u0308\u0301", u"é",
        u"ß", u"ﷺ", u"👍", u"👍🏽", u"👩‍👩‍👧‍👦", u"🏳️‍🌈", u"🇩🇪",
        u"🇮🇳🇫🇷🇬", u"1️⃣", u"❤", u"❤️", u"\u200D", u"\u200B", u"\uFE0F", u"हि", u"न्दी",
        u"क्षि", u"ক্ষ", u"தமி", u"สวั", u"ดี", u"ชา", u"ลา\u0EB2ວ", u"မြန်", u"한국",
        u"\u1112\u1161\u11AB", u"日本", u"\u0600١", u"שָׁ", u"\u061C", u"𝒜", u"𐍈", u"\u00AD"};
    return rc::gen::map(rc::gen::elementOf(known),
        [](const std::u16string &text) { return QString::fromStdU16String(text); });
}

/// Any code unit, also half of a pair.
inline rc::Gen<QString> unit()
{
    return rc::gen::map(rc::gen::inRange<int>(0, 0x10000),
        [](int value) { return QString(QChar(char16_t(value))); });
}

/// Any code point from outside of the first plane.
inline rc::Gen<QString> high()
{
    return rc::gen::map(rc::gen::inRange<int>(0x10000, 0x110000), [](int value) {
        const auto point = char32_t(value);
        return QString::fromUcs4(&point, 1);
    });
}

/// Pieces in any order, lone surrogates among them.
inline rc::Gen<QString> any()
{
    const auto pieces = rc::gen::container<std::vector<QString>>(
        rc::gen::weightedOneOf<QString>({{8, piece()}, {1, unit()}, {1, high()}}));
    return rc::gen::map(pieces, [](const std::vector<QString> &parts) {
        QString text;
        for (const QString &part : parts)
            text += part;
        return text;
    });
}

/// The same as it stands in a workspace: made valid, with its line ends as they came.
inline rc::Gen<QString> valid()
{
    return rc::gen::map(any(),
        [](const QString &text) { return QString::fromUtf8(text.toUtf8()).remove(QChar(u'\0')); });
}
} // namespace RandomText
