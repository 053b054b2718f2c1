// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/datetext.h"

#include "base/moment.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace {
/// A cursor over a text. Digits of any script count, since phones write dates in their own.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    { }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    [[nodiscard]] qsizetype at() const { return m_at; }
    void seek(qsizetype at) { m_at = at; }
    bool take(char16_t c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool takeSpaces()
    {
        const qsizetype from = m_at;
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
        return m_at > from;
    }
    /// Digits; \a count tells how many, at most nine.
    std::optional<int> number(int &count)
    {
        int value = 0;
        for (count = 0; count < 9 && !atEnd() && m_text[m_at].isDigit(); ++count)
            value = value * 10 + m_text[m_at++].digitValue();
        return count > 0 && !peek().isDigit() ? std::optional(value) : std::nullopt;
    }
    QStringView word()
    {
        const qsizetype from = m_at;
        while (!atEnd() && m_text[m_at].isLetter())
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

/// Three numbers of a date in the order of the text, or with the month known by its name.
struct DateParts
{
    std::array<int, 3> value {};
    std::array<int, 3> digits {};
    char16_t separator = 0;
    bool named = false; ///< value is day, month, year
};

int monthByName(QStringView word)
{
    constexpr std::array names {u"january", u"february", u"march", u"april", u"may", u"june",
        u"july", u"august", u"september", u"october", u"november", u"december"};
    for (size_t i = 0; i < names.size(); ++i) {
        const QStringView name(names[i]);
        if ((word.size() >= 3 || word == name) && name.startsWith(word, Qt::CaseInsensitive))
            return int(i) + 1;
    }
    return word.compare(u"sept", Qt::CaseInsensitive) == 0 ? 9 : 0;
}

int fullYear(int year, int digits)
{
    if (digits > 2)
        return year;
    constexpr int Pivot = 70; // as POSIX does
    return year + (year < Pivot ? 2000 : 1900);
}

bool skipNameSeparator(Scanner &in)
{
    const qsizetype from = in.at();
    in.takeSpaces();
    if (!in.take(u'-') && !in.take(u'.') && !in.take(u'/'))
        in.take(u',');
    in.takeSpaces();
    return in.at() > from;
}

/// `07 Oct 2022`, `4-Apr-21`, `Oct 7, 2022`.
std::optional<DateParts> namedDate(Scanner &in)
{
    DateParts parts;
    parts.named = true;
    const bool dayFirst = in.peek().isDigit();
    for (int step = 0; step < 2; ++step) {
        if ((step == 0) == dayFirst) {
            const auto day = in.number(parts.digits[0]);
            if (!day || parts.digits[0] > 2)
                return {};
            parts.value[0] = *day;
        } else {
            parts.value[1] = monthByName(in.word());
            if (parts.value[1] == 0)
                return {};
        }
        if (!skipNameSeparator(in))
            return {};
    }
    const auto year = in.number(parts.digits[2]);
    if (!year || (parts.digits[2] != 2 && parts.digits[2] != 4))
        return {};
    parts.value[2] = *year;
    return parts;
}

std::optional<DateParts> numericDate(Scanner &in)
{
    DateParts parts;
    auto number = in.number(parts.digits[0]);
    if (!number)
        return {};
    if (parts.digits[0] == 8) { // 20180201
        parts.value = {*number / 10000, *number / 100 % 100, *number % 100};
        parts.digits = {4, 2, 2};
        return parts;
    }
    parts.value[0] = *number;
    parts.separator = in.peek().unicode();
    if (parts.separator != u'-' && parts.separator != u'/' && parts.separator != u'.')
        return {};
    for (const size_t i : {1U, 2U}) {
        if (!in.take(parts.separator))
            return {};
        if (parts.separator == u'.')
            in.takeSpaces(); // 13. 6. 2018
        number = in.number(parts.digits[i]);
        if (!number)
            return {};
        parts.value[i] = *number;
    }
    const bool yearFirst = parts.digits[0] == 4 && parts.digits[2] <= 2;
    const bool yearLast = parts.digits[0] <= 2 && (parts.digits[2] == 4 || parts.digits[2] == 2);
    if (parts.digits[1] > 2 || (!yearFirst && !yearLast))
        return {};
    return parts;
}

std::optional<DateParts> dateParts(Scanner &in)
{
    const qsizetype from = in.at();
    if (auto parts = numericDate(in))
        return parts;
    in.seek(from);
    return namedDate(in);
}

std::optional<int> zoneOffset(Scanner &in)
{
    if (in.peek().isLetter()) {
        const QStringView word = in.word();
        const bool utc =
            word.compare(u"Z", Qt::CaseInsensitive) == 0 || word == u"UTC" || word == u"GMT";
        return utc ? std::optional(0) : std::nullopt;
    }
    const int sign = in.take(u'-') ? -1 : 1;
    if (sign > 0 && !in.take(u'+'))
        return {};
    int digits = 0;
    const auto hours = in.number(digits);
    if (!hours || (digits != 2 && digits != 4))
        return {};
    int minutes = digits == 4 ? *hours % 100 : 0;
    if (digits == 2 && in.take(u':')) {
        const auto more = in.number(digits);
        if (!more || digits != 2)
            return {};
        minutes = *more;
        digits = 2;
    }
    const int whole = digits == 4 ? *hours / 100 : *hours;
    if (whole > 14 || minutes > 59)
        return {};
    return sign * (whole * 3600 + minutes * 60);
}

/// AM or PM behind a time, as `PM`, `p.m.`, `p. m.`.
std::optional<bool> takePm(Scanner &in)
{
    const qsizetype from = in.at();
    in.takeSpaces();
    const char16_t letter = in.peek().toLower().unicode();
    if (letter == u'a' || letter == u'p') {
        in.seek(in.at() + 1);
        in.take(u'.');
        in.takeSpaces();
        if (in.take(u'm') || in.take(u'M')) {
            in.take(u'.');
            return letter == u'p';
        }
    }
    in.seek(from);
    return {};
}

/// The seconds behind the second colon, perhaps with a fraction.
bool readSeconds(Scanner &in, int &second, int &ms)
{
    int digits = 0;
    const auto seconds = in.number(digits);
    if (!seconds || digits != 2)
        return false;
    second = *seconds;
    if (!in.take(u'.') && !in.take(u','))
        return true;
    const auto fraction = in.number(digits);
    if (!fraction)
        return false;
    double share = *fraction;
    for (int i = 0; i < digits; ++i)
        share /= 10;
    ms = int(share * 1000);
    return true;
}

/// The rest of \a in, a time with what belongs to it. False where it is anything else.
bool readTime(Scanner &in, WrittenDate &date)
{
    int digits = 0;
    const auto hour = in.number(digits);
    if (!hour || digits > 2 || !in.take(u':'))
        return false;
    const auto minute = in.number(digits);
    if (!minute || digits != 2)
        return false;
    int second = 0;
    int ms = 0;
    date.precision = Precision::Minute;
    if (in.take(u':')) {
        if (!readSeconds(in, second, ms))
            return false;
        date.precision = Precision::Exact;
    }
    int hours = *hour;
    if (const auto pm = takePm(in)) {
        if (hours < 1 || hours > 12)
            return false;
        hours = hours % 12 + (*pm ? 12 : 0);
    }
    date.time = QTime(hours, *minute, second, ms);
    in.takeSpaces();
    if (!in.atEnd()) {
        date.offsetSeconds = zoneOffset(in);
        if (!date.offsetSeconds)
            return false;
    }
    return date.time.isValid() && in.atEnd();
}

QDate dayOf(const DateParts &parts, std::optional<DateOrder> order)
{
    const auto &[a, b, c] = parts.value;
    if (parts.named)
        return {fullYear(c, parts.digits[2]), b, a};
    if (parts.digits[0] == 4)
        return {a, b, c};
    if (order == DateOrder::YearFirst)
        return parts.digits[2] <= 2 ? QDate(fullYear(a, parts.digits[0]), b, c) : QDate();
    const int year = fullYear(c, parts.digits[2]);
    const QDate dayFirst(year, b, a);
    const QDate monthFirst(year, a, b);
    if (order)
        return *order == DateOrder::DayFirst ? dayFirst : monthFirst;
    // Without an order only what can be read in one way.
    if (dayFirst.isValid() && monthFirst.isValid())
        return a == b ? dayFirst : QDate();
    return dayFirst.isValid() ? dayFirst : monthFirst;
}

/// Dates outside are faults of typing or of the wrong column.
bool isPlausible(QDate day)
{
    constexpr int FirstYear = 1900;
    constexpr int LastYear = 2199;
    return day.isValid() && day.year() >= FirstYear && day.year() <= LastYear;
}
} // namespace

std::optional<WrittenDate> parseDate(QStringView text, std::optional<DateOrder> order)
{
    Scanner in(text.trimmed());
    const auto parts = dateParts(in);
    if (!parts)
        return {};
    WrittenDate date;
    date.day = dayOf(*parts, order);
    if (!isPlausible(date.day))
        return {};
    if (in.atEnd())
        return date;
    const bool comma = in.take(u',');
    const bool spaces = in.takeSpaces();
    if (!comma && !spaces && !in.take(u'T') && !in.take(u't'))
        return {};
    return readTime(in, date) ? std::optional(date) : std::nullopt;
}

DateEvidence dateEvidence(QStringView text)
{
    const bool asDay = parseDate(text, DateOrder::DayFirst).has_value();
    const bool asMonth = parseDate(text, DateOrder::MonthFirst).has_value();
    if (!asDay && !asMonth)
        return DateEvidence::None;
    if (parseDate(text, std::nullopt) && asDay && asMonth)
        return DateEvidence::Settled;
    if (asDay && asMonth)
        return DateEvidence::Ambiguous;
    return asDay ? DateEvidence::DayFirst : DateEvidence::MonthFirst;
}

void DateOrderFinder::see(QStringView text)
{
    switch (dateEvidence(text)) {
    case DateEvidence::None:
        return;
    case DateEvidence::Settled:
        break;
    case DateEvidence::DayFirst:
        ++m_dayFirst;
        break;
    case DateEvidence::MonthFirst:
        ++m_monthFirst;
        break;
    case DateEvidence::Ambiguous:
        ++m_ambiguous;
        m_ambiguousDots +=
            text.contains(u'.') && !text.contains(u'/') && !text.contains(u'-') ? 1 : 0;
        break;
    }
    ++m_dates;
}

std::optional<DateOrder> DateOrderFinder::order() const
{
    if (m_dayFirst > 0 || m_monthFirst > 0)
        return m_dayFirst >= m_monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    if (m_ambiguous > 0 && m_ambiguousDots == m_ambiguous)
        return DateOrder::DayFirst;
    return {};
}

const DatePlacer::Day &DatePlacer::day(QDate date)
{
    auto found = m_days.find(date.toJulianDay());
    if (found == m_days.end()) {
        // A bound for files whose every row has another day; dates of real files come from a few
        // years.
        constexpr qsizetype MostDays = 100000;
        if (m_days.size() > MostDays)
            m_days.clear();
        Day fresh;
        fresh.start = startOfDay(date, m_zone);
        const auto offsetAt = [this](qint64 ms) {
            return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
        };
        // No zone changes twice within the days that localToInstant looks at.
        fresh.isEven = offsetAt(fresh.start - 2 * DayMs) == offsetAt(fresh.start + 3 * DayMs);
        found = m_days.insert(date.toJulianDay(), fresh);
    }
    return *found;
}

Moment DatePlacer::place(const WrittenDate &date)
{
    if (date.offsetSeconds) {
        const qint64 wall = QDateTime(date.day, date.time, Qt::UTC).toMSecsSinceEpoch();
        return {wall - qint64(*date.offsetSeconds) * 1000, date.precision};
    }
    const Day &known = day(date.day);
    if (date.precision == Precision::Day)
        return {known.start, Precision::Day};
    if (known.isEven)
        return {known.start + date.time.msecsSinceStartOfDay(), date.precision};
    return {localToInstant(date.day, date.time, m_zone), date.precision};
}
