// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/whatsappline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
class HeaderScanner
{
public:
    explicit HeaderScanner(QStringView line)
        : m_line(line)
    { }

    std::optional<ChatHeader> scan()
    {
        skipMarks();
        m_header.bracketed = take(u'[');
        if (!scanDate())
            return {};
        skipBetween();
        const std::optional<bool> earlyMarker = easternMarker();
        skipSpaces();
        if (!scanTime())
            return {};
        const std::optional<bool> marker = earlyMarker ? earlyMarker : lateMarker();
        if (!settleHours(marker) || !scanEnd())
            return {};
        m_header.restAt = m_at;
        return m_header;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_line.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_line[m_at]; }
    bool take(char16_t c)
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(QStringView word)
    {
        if (!m_line.sliced(m_at).startsWith(word, Qt::CaseInsensitive))
            return false;
        m_at += word.size();
        return true;
    }
    void skipMarks()
    {
        while (!atEnd() && isInvisibleMark(peek()))
            ++m_at;
    }
    bool skipSpaces()
    {
        const qsizetype from = m_at;
        while (!atEnd() && (peek().isSpace() || isInvisibleMark(peek())))
            ++m_at;
        return m_at > from;
    }
    /// One or two digits, or four; the value, or -1.
    int number(int &digits, int most)
    {
        int value = 0;
        for (digits = 0; digits < most && !atEnd() && peek().isDigit(); ++digits)
            value = value * 10 + m_line[m_at++].digitValue();
        return digits > 0 && !peek().isDigit() ? value : -1;
    }

    bool scanDate()
    {
        for (size_t i = 0; i < 3; ++i) {
            if (i > 0 && !dateSeparator(i == 1))
                return false;
            m_header.date[i] = number(m_header.digits[i], 4);
            if (m_header.date[i] < 0 || m_header.digits[i] == 3)
                return false;
        }
        const auto &digits = m_header.digits;
        const bool yearFirst = digits[0] == 4 && digits[2] <= 2;
        const bool yearLast = digits[0] <= 2 && (digits[2] == 2 || digits[2] == 4);
        if (digits[1] > 2 || (!yearFirst && !yearLast))
            return false;
        take(u'.'); // 13. 6. 2018.
        return true;
    }

    bool dateSeparator(bool first)
    {
        skipMarks();
        const char16_t c = peek().unicode();
        if (c != u'/' && c != u'.' && c != u'-')
            return false;
        if (!first && c != m_header.separator)
            return false;
        m_header.separator = c;
        ++m_at;
        skipMarks();
        if (c == u'.')
            skipSpaces();
        return true;
    }

    /// The comma, and the word that some languages have between date and time.
    void skipBetween()
    {
        skipSpaces();
        if (!take(u','))
            take(u'،');
        skipSpaces();
        for (const QStringView word :
            {u"klo", u"kl.", u"kl", u"à", u"às", u"at", u"um", u"om", u"o", u"alle", u"г."}) {
            const qsizetype from = m_at;
            if (takeWord(word) && skipSpaces())
                return;
            m_at = from;
        }
    }

    bool scanTime()
    {
        int digits = 0;
        m_hour = number(digits, 2);
        const char16_t separator = peek().unicode();
        if (m_hour < 0 || (separator != u':' && separator != u'.'))
            return false;
        ++m_at;
        m_minute = number(digits, 2);
        if (m_minute < 0 || digits != 2)
            return false;
        const qsizetype from = m_at;
        if (take(separator)) {
            m_second = number(digits, 2);
            m_header.hasSeconds = m_second >= 0 && digits == 2;
            if (!m_header.hasSeconds) { // 21.25: with a colon that ends the header
                m_second = 0;
                m_at = from;
            }
        }
        return true;
    }

    /// Before or after noon in languages that say so before the time.
    std::optional<bool> easternMarker()
    {
        for (const QStringView word : {u"午前", u"上午", u"오전"}) {
            if (takeWord(word))
                return spelled(false);
        }
        for (const QStringView word : {u"午後", u"下午", u"오후"}) {
            if (takeWord(word))
                return spelled(true);
        }
        return {};
    }

    std::optional<bool> spelled(bool pm)
    {
        m_header.spelledMarker = true;
        return pm;
    }

    std::optional<bool> lateMarker()
    {
        const qsizetype from = m_at;
        skipSpaces();
        take(u'_');
        for (const QStringView word : {u"ص", u"π.μ.", u"πμ", u"de."}) {
            if (takeWord(word))
                return spelled(false);
        }
        for (const QStringView word : {u"م", u"μ.μ.", u"μμ", u"du."}) {
            if (takeWord(word))
                return spelled(true);
        }
        const QChar letter = peek();
        if (letter.toLower() == u'a' || letter.toLower() == u'p') {
            ++m_at;
            bool plain = !take(u'.');
            plain = !skipSpaces() && plain;
            const QChar second = peek();
            if (take(u'm') || take(u'M')) {
                plain = !take(u'.') && plain;
                m_header.spelledMarker = !plain;
                m_header.capitalMarker = plain && letter.isUpper() && second.isUpper();
                return letter.toLower() == u'p';
            }
        }
        m_at = from;
        return {};
    }

    bool settleHours(std::optional<bool> pm)
    {
        if (pm) {
            // Some phones write 13:05 PM; that it is after noon is no contradiction.
            m_header.twelveHours = true;
            if (m_hour <= 12)
                m_hour = m_hour % 12 + (*pm ? 12 : 0);
        }
        m_header.time = QTime(m_hour, m_minute, m_second);
        return m_header.time.isValid();
    }

    /// What divides the header from the text: `] `, ` - ` or `: `.
    bool scanEnd()
    {
        const bool spaced = skipSpaces();
        if (m_header.bracketed) {
            if (!take(u']'))
                return false;
        } else if (spaced && (take(u'-') || take(u'–'))) {
            if (!atEnd() && !peek().isSpace())
                return false;
        } else if (!take(u':') || (!atEnd() && !peek().isSpace())) {
            return false;
        }
        // A single space belongs to the header; marks behind it tell a notice from what somebody
        // wrote.
        if (!atEnd() && peek().isSpace())
            ++m_at;
        return true;
    }

    QStringView m_line;
    qsizetype m_at = 0;
    ChatHeader m_header;
    int m_hour = 0;
    int m_minute = 0;
    int m_second = 0;
};

int chatYear(int year, int digits)
{
    return digits == 4 ? year : 2000 + year; // no chat is older
}
} // namespace

QDate ChatHeader::day(DateOrder order) const
{
    const auto &[a, b, c] = date;
    if (isYearFirst())
        return {a, b, c};
    switch (order) {
    case DateOrder::DayFirst:
        return {chatYear(c, digits[2]), b, a};
    case DateOrder::MonthFirst:
        return {chatYear(c, digits[2]), a, b};
    case DateOrder::YearFirst:
        return digits[2] == 4 ? QDate() : QDate(chatYear(a, digits[0]), b, c);
    }
    Q_UNREACHABLE();
}

std::optional<ChatHeader> parseChatHeader(QStringView line)
{
    return HeaderScanner(line).scan();
}

bool looksLikeChat(QStringView text)
{
    constexpr int LinesToSee = 20;
    int seen = 0;
    int headers = 0;
    for (qsizetype at = 0; at < text.size() && seen < LinesToSee;) {
        qsizetype end = at;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
            ++end;
        const QStringView line = text.sliced(at, end - at);
        at = end + 1;
        if (line.trimmed().isEmpty())
            continue;
        ++seen;
        if (parseChatHeader(line) && (++headers > 1 || seen == 1))
            return true;
    }
    return false;
}

bool isInvisibleMark(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200B && u <= 0x200F && u != 0x200C
               && u != 0x200D) // the joiners belong to words and emoji
        || (u >= 0x202A && u <= 0x202E) || (u >= 0x2060 && u <= 0x2069) || u == 0xFEFF
        || u == 0x061C;
}

QString withoutMarks(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (!isInvisibleMark(c))
            plain += c;
    }
    return plain;
}
