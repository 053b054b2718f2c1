// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/textentities.h"

#include "domain/topleveldomains.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MaxLabel = 63; // RFC 1035
constexpr qsizetype MaxLink = 4096; // twitter-text 3
constexpr qsizetype MaxShortSlug = 40; // twitter-text 3, of its own shortener t.co

bool isAsciiAlnum(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
bool isLatinAccent(QChar c)
{
    return c.unicode() >= 0xC0 && c.unicode() <= 0x24F && c.unicode() != 0xD7
        && c.unicode() != 0xF7;
}
bool isCyrillic(QChar c)
{
    return c.unicode() >= 0x400 && c.unicode() <= 0x4FF;
}
bool isBareHostChar(QChar c)
{
    return isAsciiAlnum(c) || isLatinAccent(c) || c == u'-' || c == u'_' || c == u'.';
}
/// With a protocol a host may hold letters and signs of any script.
bool isHostChar(QChar c)
{
    if (c.unicode() < 0x80)
        return isBareHostChar(c);
    return !c.isSpace() && !c.isPunct() && c.category() != QChar::Other_Control
        && c.category() != QChar::Other_Format;
}
bool isPathChar(QChar c)
{
    return isAsciiAlnum(c) || isLatinAccent(c) || isCyrillic(c) || c == QChar(0x2013)
        || QStringView(u"!*';:=+,.$/%#[]-_~@|&").contains(c);
}
bool endsPath(QChar c)
{
    return isAsciiAlnum(c) || isLatinAccent(c) || isCyrillic(c)
        || QStringView(u"=_#/+-").contains(c);
}
bool isQueryChar(QChar c)
{
    return isAsciiAlnum(c) || QStringView(u"!?*'@();:&=+$/%#[]-_.,~|").contains(c);
}
bool endsQuery(QChar c)
{
    return isAsciiAlnum(c) || QStringView(u"-_&=#/").contains(c);
}
bool isAt(QChar c)
{
    return c == u'@' || c == QChar(0xFF20);
}
bool isHash(QChar c)
{
    return c == u'#' || c == QChar(0xFF03);
}

char32_t codePointAt(QStringView text, qsizetype i)
{
    const QChar c = text.at(i);
    if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(c, text.at(i + 1));
    return c.unicode();
}

/// Signs that join words in the scripts that use them.
bool isHashtagJoiner(char32_t c)
{
    static constexpr char32_t joiners[] {U'_', 0xB7, 0x5BE, 0x5F3, 0x5F4, 0xF0B, 0xF0C, 0x200C,
        0x200D, 0x3003, 0x301C, 0x309B, 0x309C, 0x30A0, 0x30FB, 0xA67E, 0xFF5E};
    return std::ranges::binary_search(joiners, c);
}
bool isHashtagChar(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || isHashtagJoiner(c);
}

/// The length of the name of the root zone at the start of \a label: the whole label, or its ASCII
/// part where another script follows without a space.
qsizetype topLevelLength(QStringView label)
{
    if (isTopLevelDomain(label))
        return label.size();
    const auto *other = std::ranges::find_if_not(label, isAsciiAlnum);
    const qsizetype ascii = other - label.begin();
    if (ascii > 0 && ascii < label.size() && label.at(ascii).unicode() >= 0x80
        && isTopLevelDomain(label.first(ascii)))
        return ascii;
    return 0;
}

bool isGoodLabel(QStringView label)
{
    const auto isJoiner = [](QChar c) { return c == u'-' || c == u'_'; };
    return !label.isEmpty() && label.size() <= MaxLabel && !isJoiner(label.front())
        && !isJoiner(label.back());
}

class EntityScanner
{
public:
    explicit EntityScanner(QStringView text)
        : m_text(text)
    { }

    TextEntities scan()
    {
        for (qsizetype i = 0; i < m_text.size();) {
            const QChar c = m_text.at(i);
            if (isBareHostChar(c))
                i = scanRun(i);
            else if (isAt(c))
                i = scanMention(i);
            else if (isHash(c))
                i = scanHashtag(i);
            else
                ++i;
        }
        return m_found;
    }

private:
    [[nodiscard]] QChar at(qsizetype i) const
    {
        return i >= 0 && i < m_text.size() ? m_text.at(i) : QChar();
    }

    /// The end of the domain that begins at \a start, or \a start where there is none. \a end is
    /// where its characters stop.
    [[nodiscard]] qsizetype domainEnd(qsizetype start, qsizetype end) const
    {
        qsizetype found = start;
        QStringView previous;
        for (qsizetype at = start; at < end;) {
            qsizetype dot = m_text.indexOf(u'.', at);
            dot = dot < 0 || dot > end ? end : dot;
            const QStringView label = m_text.sliced(at, dot - at);
            if (!previous.isEmpty() && !previous.contains(u'_')) {
                if (const qsizetype length = topLevelLength(label))
                    found = at + length;
            }
            if (!isGoodLabel(label))
                break;
            previous = label;
            at = dot + 1;
        }
        return found;
    }

    [[nodiscard]] qsizetype queryEnd(qsizetype at) const
    {
        if (this->at(at) != u'?')
            return at;
        qsizetype end = at;
        for (qsizetype i = at + 1; i < m_text.size() && isQueryChar(m_text.at(i)); ++i) {
            if (endsQuery(m_text.at(i)))
                end = i + 1;
        }
        return end;
    }

    /// The end of port, path and query after a domain that ends at \a at.
    [[nodiscard]] qsizetype tailEnd(qsizetype at) const
    {
        if (this->at(at) == u':' && this->at(at + 1).isDigit()) {
            ++at;
            while (this->at(at) >= u'0' && this->at(at) <= u'9')
                ++at;
        }
        if (this->at(at) != u'/')
            return queryEnd(at);
        qsizetype end = at;
        int open = 0;
        for (qsizetype i = at; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            if (c == u'(')
                ++open;
            else if (c == u')' && open == 0)
                break;
            else if (c == u')')
                --open;
            else if (!isPathChar(c))
                break;
            if (open == 0 && (endsPath(c) || c == u')'))
                end = i + 1;
        }
        return queryEnd(end);
    }

    /// Links of X's own shortener end with their letters and digits, whatever follows.
    [[nodiscard]] qsizetype shortLinkEnd(qsizetype slash) const
    {
        qsizetype end = slash + 1;
        while (isAsciiAlnum(at(end)))
            ++end;
        return queryEnd(end);
    }

    void append(TextEntity::Kind kind, qsizetype start, qsizetype end, bool hasProtocol = false)
    {
        m_found.append({.kind = kind,
            .start = start,
            .end = end,
            .localEnd = end,
            .hasProtocol = hasProtocol});
    }

    /// A link with protocol whose host begins at \a host; answers where to go on.
    qsizetype scanProtocolLink(qsizetype start, qsizetype host)
    {
        qsizetype hostEnd = host;
        while (hostEnd < m_text.size() && isHostChar(m_text.at(hostEnd)))
            ++hostEnd;
        const qsizetype domain = domainEnd(host, hostEnd);
        if (domain == host || at(domain) == u'@')
            return host;
        qsizetype end = tailEnd(domain);
        const bool isShort =
            m_text.sliced(host, domain - host).compare(u"t.co", Qt::CaseInsensitive) == 0;
        if (isShort && at(domain) == u'/') {
            end = shortLinkEnd(domain);
            qsizetype slug = domain + 1;
            while (isAsciiAlnum(at(slug)))
                ++slug;
            if (slug - domain - 1 > MaxShortSlug)
                return host;
        }
        if (end - start > MaxLink)
            return end;
        append(TextEntity::Kind::Link, start, end, true);
        return end;
    }

    /// A run of letters, digits, dots and hyphens: a bare link, the protocol of a link, or plain
    /// words.
    qsizetype scanRun(qsizetype start)
    {
        qsizetype end = start;
        while (end < m_text.size() && isBareHostChar(m_text.at(end)))
            ++end;
        const QStringView run = m_text.sliced(start, end - start);
        if (m_text.sliced(end).startsWith(u"://")) {
            for (const QStringView protocol : {QStringView(u"https"), QStringView(u"http")}) {
                const qsizetype at = end - protocol.size();
                if (run.endsWith(protocol, Qt::CaseInsensitive) && mayPrecede(this->at(at - 1)))
                    return scanProtocolLink(at, end + 3);
            }
            return end + 3;
        }
        const QChar before = at(start - 1);
        if (!run.contains(u'.') || !mayPrecede(before) || before == u'/' || isAt(at(end)))
            return end;
        const qsizetype domain = domainEnd(start, end);
        if (domain == start || QStringView(u"+-").contains(at(domain)))
            return end;
        const qsizetype linkEnd = tailEnd(domain);
        if (linkEnd - start > MaxLink)
            return linkEnd;
        append(TextEntity::Kind::Link, start, linkEnd);
        return linkEnd;
    }

    static bool mayPrecede(QChar c)
    {
        return !isAsciiAlnum(c) && !isAt(c) && !isHash(c) && c != u'$'
            && !(c.unicode() >= 0x202A && c.unicode() <= 0x202E);
    }

    /// Letters, digits and underscores from \a start, with dots and hyphens between them.
    [[nodiscard]] qsizetype nameEnd(qsizetype start) const
    {
        qsizetype end = start;
        for (qsizetype i = start; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            if (isAsciiAlnum(c) || c == u'_')
                end = i + 1;
            else if (i == start || (c != u'.' && c != u'-'))
                break;
        }
        return end;
    }

    qsizetype scanMention(qsizetype start)
    {
        const QChar before = at(start - 1);
        const qsizetype local = nameEnd(start + 1);
        if (local == start + 1 || isAsciiAlnum(before) || isAt(before)
            || QStringView(u"_!#$%&*/").contains(before))
            return start + 1;
        qsizetype end = local;
        if (at(local) == u'@')
            end = std::max(local, nameEnd(local + 1));
        if (end == local + 1)
            end = local;
        append(TextEntity::Kind::Mention, start, end);
        m_found.last().localEnd = local;
        return end;
    }

    qsizetype scanHashtag(qsizetype start)
    {
        const QChar before = at(start - 1);
        if (before == u'&' || before == u'_' || before.isLetterOrNumber()
            || before.isLowSurrogate())
            return start + 1;
        qsizetype end = start + 1;
        bool hasLetter = false;
        while (end < m_text.size()) {
            const char32_t c = codePointAt(m_text, end);
            // The selectors of the keycap emoji are marks, but no words.
            if (!isHashtagChar(c) || c == 0xFE0F || c == 0x20E3)
                break;
            hasLetter = hasLetter || QChar::isLetter(c);
            end += QChar::requiresSurrogates(c) ? 2 : 1;
        }
        if (!hasLetter || isHash(at(end)) || m_text.sliced(end).startsWith(u"://"))
            return std::max(end, start + 1);
        append(TextEntity::Kind::Hashtag, start, end);
        return end;
    }

    QStringView m_text;
    TextEntities m_found;
};
} // namespace

TextEntities findEntities(QStringView text)
{
    return EntityScanner(text).scan();
}
