// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pastedchat.h"

#include "exchange/datetext.h"
#include "exchange/whatsappline.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype LongestPastedName = 60;
constexpr qsizetype MostNameWords = 5;
constexpr qsizetype MostDateWords = 5;
constexpr qsizetype LongestSniff = 20'000;

/// How the messages of a copied chat begin.
enum class PasteShape { Bracketed, Comma, Inline, Stacked, Plain };
constexpr std::array Shapes {PasteShape::Bracketed, PasteShape::Comma, PasteShape::Inline,
    PasteShape::Stacked, PasteShape::Plain};

/// A time at the end of a line, or alone.
const QString &timePattern()
{
    static const QString pattern =
        u"(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?: ?([ap])\\.? ?m\\.?)?"_s;
    return pattern;
}

QRegularExpression pastePattern(const QString &pattern)
{
    return QRegularExpression(pattern,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
}

/// \a line with plain spaces and without invisible marks, as headers are looked for.
QString plainLine(QStringView line)
{
    QString plain = withoutMarks(line);
    for (QChar &c : plain) {
        if (c.isSpace())
            c = u' ';
    }
    return plain.trimmed();
}

struct PastedTime
{
    QTime time;
    bool hasSeconds = false;
};

/// From the four captures of timePattern(), the first being number \a first.
std::optional<PastedTime> pastedTimeOf(const QRegularExpressionMatch &match, int first)
{
    int hour = match.captured(first).toInt();
    const QString marker = match.captured(first + 3).toLower();
    if (!marker.isEmpty() && hour <= 12)
        hour = hour % 12 + (marker == u"p"_s ? 12 : 0);
    const QString seconds = match.captured(first + 2);
    const QTime time(hour, match.captured(first + 1).toInt(), seconds.toInt());
    if (!time.isValid())
        return std::nullopt;
    return PastedTime {time, !seconds.isEmpty()};
}

/// What a header says, before it is known in which order days and months are.
struct PastedHeader
{
    QString sender; ///< empty: a notice
    QString date; ///< as it is written; empty where there is none
    std::optional<PastedTime> time;
    QString rest; ///< of its line
    qsizetype lines = 1;
};

/// Reads days in the words of a chat.
class DayReader
{
public:
    explicit DayReader(const PasteOptions &options)
        : m_options(options)
        , m_today(localDay(options.now, options.zone))
    { }

    void setOrder(DateOrder order) { m_order = order; }
    [[nodiscard]] QDate day(const QString &text) const
    {
        QString words = withoutFillers(text);
        if (words.isEmpty())
            return {};
        if (const QDate named = namedDay(words); named.isValid())
            return named;
        if (const qsizetype comma = words.indexOf(u',');
            comma > 0 && weekday(words.first(comma)) > 0)
            words = words.sliced(comma + 1).trimmed();
        else if (const qsizetype space = words.indexOf(u' ');
                 space > 0 && weekday(words.first(space)) > 0)
            words = words.sliced(space + 1).trimmed();
        return writtenDay(words);
    }
    /// Whether \a text is a day whichever order its numbers have.
    [[nodiscard]] bool isDay(const QString &text) const { return day(text).isValid(); }

private:
    [[nodiscard]] static QString withoutFillers(const QString &text)
    {
        static const QRegularExpression fillers = pastePattern(
            u"^[\\s,\u2014\u2013\u2022\u00B7|-]+|[\\s,\u2014\u2013\u2022\u00B7|-]+$|[\\s,]+(?:at|um|à|alle|om|kl\\.?)$"_s);
        static const QRegularExpression ordinals = pastePattern(u"(\\d)(?:st|nd|rd|th)\\b"_s);
        QString words = text;
        for (int i = 0; i < 2; ++i) // "Today, at"
            words.remove(fillers);
        return words.replace(ordinals, u"\\1"_s).simplified();
    }

    [[nodiscard]] QDate namedDay(const QString &words) const
    {
        const QString lower = words.toLower();
        static const QStringList today {
            u"today"_s, u"heute"_s, u"aujourd’hui"_s, u"aujourd'hui"_s, u"hoy"_s, u"oggi"_s};
        static const QStringList yesterday {
            u"yesterday"_s, u"gestern"_s, u"hier"_s, u"ayer"_s, u"ieri"_s};
        if (today.contains(lower))
            return m_today;
        if (yesterday.contains(lower))
            return m_today.addDays(-1);
        if (const int named = weekday(words); named > 0) {
            const int back = (m_today.dayOfWeek() - named + 7) % 7;
            return m_today.addDays(back == 0 ? -7 : -back); // today would be called so
        }
        return {};
    }

    /// 1…7, or 0.
    [[nodiscard]] int weekday(const QString &word) const
    {
        QString plain = word.trimmed();
        if (plain.endsWith(u'.'))
            plain.chop(1);
        constexpr qsizetype ShortestName = 2;
        if (plain.size() < ShortestName)
            return 0;
        for (const QLocale &locale : {QLocale::c(), m_options.locale}) {
            for (int day = 1; day <= 7; ++day) {
                for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    QString name = locale.standaloneDayName(day, format);
                    if (name.endsWith(u'.'))
                        name.chop(1);
                    if (name.compare(plain, Qt::CaseInsensitive) == 0)
                        return day;
                }
            }
        }
        return 0;
    }

    [[nodiscard]] QDate writtenDay(const QString &words) const
    {
        const auto parsed = [](const QString &text, DateOrder order) {
            const auto date = parseDate(text, order);
            return date && date->precision == Precision::Day ? date->day : QDate();
        };
        if (!std::ranges::any_of(words, [](QChar c) { return c.isDigit(); }))
            return {};
        if (const QDate day = parsed(words, m_order); day.isValid())
            return day;
        const DateOrder other =
            m_order == DateOrder::MonthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
        if (const QDate day = parsed(words, other); day.isValid())
            return day;
        // Without a year the last such day is meant.
        if (!std::ranges::any_of(words, [](QChar c) { return c.isLetter(); }))
            return {};
        for (const int year : {m_today.year(), m_today.year() - 1}) {
            for (const QString &dated :
                {words + u", "_s + QString::number(year), words + u' ' + QString::number(year)}) {
                const QDate day = parsed(dated, m_order);
                if (day.isValid() && day <= m_today)
                    return day;
            }
        }
        return {};
    }

    const PasteOptions &m_options;
    QDate m_today;
    DateOrder m_order = DateOrder::DayFirst;
};

/// Names are capitalised or of a script without capitals, but for particles; they are no sentences.
bool isName(const QString &text, bool isSetApart)
{
    const QString name = text.trimmed();
    if (name.isEmpty() || name.size() > LongestPastedName
        || QStringView(u".,:;?!…").contains(name.back()))
        return false;
    static const QStringList ourselves {u"me"_s, u"you"_s, u"ich"_s, u"moi"_s, u"yo"_s, u"io"_s};
    if (ourselves.contains(name.toLower()))
        return true;
    static const QStringList particles {u"de"_s, u"da"_s, u"di"_s, u"del"_s, u"der"_s, u"den"_s,
        u"van"_s, u"von"_s, u"zu"_s, u"la"_s, u"le"_s, u"al"_s, u"bin"_s, u"dos"_s, u"y"_s};
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > MostNameWords)
        return false;
    bool hasLetter = false;
    for (const QString &word : words) {
        const QChar first = word.front();
        hasLetter = hasLetter
            || std::ranges::any_of(word, [](QChar c) { return c.isLetter() || c.isSurrogate(); });
        if (first.isLower() && !particles.contains(word) && !isSetApart)
            return false;
    }
    return hasLetter || name.startsWith(u'+'); // a number that is in no address book
}

QString tidyName(const QString &text)
{
    QString name = withoutMarks(text).simplified();
    if (name.startsWith(u'~')) // somebody who is not among the phone's contacts
        name = name.sliced(1).trimmed();
    return name;
}

/// Where the name ends in `Name: text`; -1 where there is none.
qsizetype colonOf(QStringView text)
{
    for (qsizetype at = text.indexOf(u':'); at >= 0; at = text.indexOf(u':', at + 1)) {
        if (at > 0 && (at + 1 == text.size() || text.at(at + 1).isSpace()))
            return at;
    }
    return -1;
}

/// Puts the name and the words of `Name: text` into \a header; without a name it is a notice.
void splitWords(PastedHeader &header, QStringView text)
{
    const qsizetype colon = colonOf(text);
    if (colon > 0 && colon <= LongestPastedName) {
        header.sender = tidyName(text.first(colon).toString());
        header.rest = text.sliced(colon + 1).toString();
    }
    if (header.sender.isEmpty())
        header.rest = text.toString();
}

class PasteReading
{
public:
    PasteReading(const QString &text, const PasteOptions &options)
        : m_options(options)
        , m_days(options)
    {
        QString plain = text;
        plain.replace(u"\r\n"_s, u"\n"_s);
        for (const char16_t end : {u'\r', u'\u2028', u'\u2029'})
            plain.replace(QChar(end), u'\n');
        m_lines = plain.split(u'\n');
        m_days.setOrder(options.dateOrder);
    }

    [[nodiscard]] qsizetype count(PasteShape shape)
    {
        m_shape = shape;
        m_names.clear();
        if (shape == PasteShape::Plain || shape == PasteShape::Inline)
            findNames();
        qsizetype found = 0;
        for (qsizetype i = 0; i < m_lines.size();) {
            const auto header = headerAt(i);
            found += header ? 1 : 0;
            i += header ? header->lines : 1;
        }
        return found;
    }
    /// The shape of most messages; nothing where there is none.
    [[nodiscard]] std::optional<PasteShape> shape()
    {
        std::optional<PasteShape> best;
        qsizetype most = 0;
        for (const PasteShape candidate : Shapes) {
            const qsizetype found = count(candidate);
            if (found > most) {
                most = found;
                best = candidate;
            }
        }
        m_found = most;
        return best;
    }
    [[nodiscard]] qsizetype found() const { return m_found; }
    [[nodiscard]] PastedChat read();

private:
    [[nodiscard]] std::optional<PastedHeader> headerAt(qsizetype i) const;
    [[nodiscard]] std::optional<PastedHeader> bracketed(const QString &line) const;
    [[nodiscard]] std::optional<PastedHeader> comma(const QString &line) const;
    [[nodiscard]] std::optional<PastedHeader> nameAndTime(const QString &line) const;
    [[nodiscard]] std::optional<PastedHeader> stacked(qsizetype i) const;
    [[nodiscard]] std::optional<PastedHeader> spoken(const QString &line) const;
    [[nodiscard]] bool dateBefore(const QString &text, PastedHeader &header) const;
    [[nodiscard]] bool isDayLine(qsizetype i) const;
    [[nodiscard]] bool isSpeaker(const PastedHeader &header) const
    {
        return m_names.contains(header.sender);
    }
    void findNames();
    void settleOrder();
    void begin(const PastedHeader &header, qsizetype line);
    void close();
    void dropNoise(const QString &sender);
    void settleTimes();

    /// The message that is being read.
    struct Open
    {
        PastedMessage message;
        QStringList lines;
        QString raw; ///< its header as it stands
    };

    const PasteOptions &m_options;
    DayReader m_days;
    QStringList m_lines;
    PasteShape m_shape = PasteShape::Plain;
    QStringList m_names; ///< who speaks, where lines of text may begin alike
    qsizetype m_found = 0;
    QDate m_day; ///< that the last line of a day told
    std::optional<Open> m_open;
    QStringList m_before; ///< lines before the first message
    PastedChat m_chat;
};

std::optional<PastedHeader> PasteReading::headerAt(qsizetype i) const
{
    const QString &line = m_lines.at(i);
    switch (m_shape) {
    case PasteShape::Bracketed:
        return bracketed(line);
    case PasteShape::Comma:
        return comma(line);
    case PasteShape::Inline: {
        const auto header = nameAndTime(line);
        return header && isSpeaker(*header) ? header : std::nullopt;
    }
    case PasteShape::Stacked:
        return stacked(i);
    case PasteShape::Plain:
        return spoken(line);
    }
    Q_UNREACHABLE();
}

std::optional<PastedHeader> PasteReading::bracketed(const QString &line) const
{
    PastedHeader header;
    if (const auto known = parseChatHeader(line)) {
        const auto &date = known->date;
        const QChar separator(known->separator);
        header.date = QString::number(date[0]).rightJustified(known->digits[0], u'0') + separator
            + QString::number(date[1]).rightJustified(known->digits[1], u'0') + separator
            + QString::number(date[2]).rightJustified(known->digits[2], u'0');
        header.time = PastedTime {known->time, known->hasSeconds};
        splitWords(header, QStringView(line).sliced(known->restAt));
        return header;
    }
    static const QRegularExpression timeFirst =
        pastePattern(u"^\\["_s + timePattern() + u",? +([^\\]\\[]{6,30})\\]"_s);
    const auto match = timeFirst.match(plainLine(line));
    const qsizetype end = line.indexOf(u']');
    if (!match.hasMatch() || end < 0 || !m_days.isDay(match.captured(5)))
        return std::nullopt;
    header.time = pastedTimeOf(match, 1);
    header.date = match.captured(5);
    splitWords(header, QStringView(line).sliced(end + 1).trimmed());
    return header.time ? std::optional(header) : std::nullopt;
}

std::optional<PastedHeader> PasteReading::comma(const QString &line) const
{
    static const QRegularExpression named = pastePattern(u"^(.{1,60}?), \\[([^\\]\\[]+)\\]:?$"_s);
    static const QRegularExpression dateFirst =
        pastePattern(u"^(.+?),? +"_s + timePattern() + u'$');
    static const QRegularExpression timeFirst = pastePattern(u'^' + timePattern() + u",? +(.+)$"_s);
    const auto match = named.match(plainLine(line));
    if (!match.hasMatch())
        return std::nullopt;
    PastedHeader header;
    header.sender = tidyName(match.captured(1));
    const QString when = match.captured(2).trimmed();
    if (const auto inOrder = dateFirst.match(when); inOrder.hasMatch()) {
        header.date = inOrder.captured(1);
        header.time = pastedTimeOf(inOrder, 2);
    } else if (const auto turned = timeFirst.match(when); turned.hasMatch()) {
        header.time = pastedTimeOf(turned, 1);
        header.date = turned.captured(5);
    }
    if (!header.time || header.sender.isEmpty() || !m_days.isDay(header.date))
        return std::nullopt;
    return header;
}

/// \a text is a name with or without a date behind it: `Anna Bell 28.11.2026`, `Anna Bell — Yesterday at`.
bool PasteReading::dateBefore(const QString &text, PastedHeader &header) const
{
    static const QRegularExpression apart(u"(?: {2,}|\\t| ?[\u2014\u2013\u2022\u00B7|] ?|, ?)$"_s);
    if (m_days.isDay(text))
        return false; // the time of whoever was named before
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const qsizetype least = std::max<qsizetype>(1, words.size() - MostDateWords);
    QString name = text;
    for (qsizetype i = least; i < words.size(); ++i) {
        const QString date = words.sliced(i).join(u' ');
        if (!m_days.isDay(date))
            continue;
        header.date = date;
        name = words.first(i).join(u' ') + u' ';
        break;
    }
    const bool isSetApart = apart.match(name).hasMatch()
        || (!header.date.isEmpty() && !header.date.front().isLetterOrNumber());
    name.remove(apart);
    header.sender = tidyName(name);
    return isName(header.sender, isSetApart);
}

std::optional<PastedHeader> PasteReading::nameAndTime(const QString &line) const
{
    static const QRegularExpression atEnd =
        pastePattern(u"^(.*?[^\\d:. ])?(,? +|, ?)\\(?"_s + timePattern() + u"\\)?$"_s);
    static const QRegularExpression afterDate =
        pastePattern(u"^(.*\\S)(,? +)"_s + timePattern() + u'$');
    const QString plain = plainLine(line);
    auto match = atEnd.match(plain);
    if (!match.hasMatch())
        match = afterDate.match(plain); // a date of numbers before the time
    if (!match.hasMatch())
        return std::nullopt;
    PastedHeader header;
    header.time = pastedTimeOf(match, 3);
    if (!header.time || !dateBefore(match.captured(1) + match.captured(2), header))
        return std::nullopt;
    return header;
}

std::optional<PastedHeader> PasteReading::stacked(qsizetype i) const
{
    static const QRegularExpression alone =
        pastePattern(u"^(?:(.+?),? +)?"_s + timePattern() + u'$');
    const QString name = plainLine(m_lines.at(i));
    qsizetype below = i + 1;
    if (below < m_lines.size() && m_lines.at(below).trimmed().isEmpty())
        ++below;
    if (below >= m_lines.size() || !isName(name, !name.contains(u' ')))
        return std::nullopt;
    const auto match = alone.match(plainLine(m_lines.at(below)));
    PastedHeader header;
    header.date = match.captured(1);
    if (!match.hasMatch() || (!header.date.isEmpty() && !m_days.isDay(header.date)))
        return std::nullopt;
    header.time = pastedTimeOf(match, 2);
    header.sender = tidyName(name);
    header.lines = below - i + 1;
    return header.time && !header.sender.isEmpty() ? std::optional(header) : std::nullopt;
}

std::optional<PastedHeader> PasteReading::spoken(const QString &line) const
{
    PastedHeader header;
    splitWords(header, line);
    return isSpeaker(header) ? std::optional(header) : std::nullopt;
}

/// Who speaks in lines of `Name: text` and `Name 12:31`. Where there seem to be many, a name that occurs once is but the begin of a sentence.
void PasteReading::findNames()
{
    QStringList names;
    QHash<QString, int> counts;
    for (const QString &line : std::as_const(m_lines)) {
        PastedHeader header;
        if (m_shape == PasteShape::Plain)
            splitWords(header, line);
        else
            header = nameAndTime(line).value_or(header);
        const bool isNamed = m_shape == PasteShape::Inline || isName(header.sender, false);
        if (isNamed && !header.sender.isEmpty() && ++counts[header.sender] == 1)
            names.append(header.sender);
    }
    m_names = names;
    constexpr qsizetype OfTwo = 2;
    if (m_names.size() <= OfTwo)
        return;
    const QString first = m_names.first();
    m_names.removeIf([&](const QString &name) { return counts.value(name) == 1 && name != first; });
}

/// Line \a i tells the day of what follows: it stands apart, is a day, and a message follows.
bool PasteReading::isDayLine(qsizetype i) const
{
    if (m_shape != PasteShape::Inline && m_shape != PasteShape::Stacked)
        return false;
    if (i > 0 && !m_lines.at(i - 1).trimmed().isEmpty())
        return false;
    if (!m_days.isDay(plainLine(m_lines.at(i))))
        return false;
    if (m_open && std::ranges::all_of(m_open->lines, [](const QString &line) {
            return line.trimmed().isEmpty();
        }))
        return false; // all that the message says
    qsizetype next = i + 1;
    while (next < m_lines.size() && m_lines.at(next).trimmed().isEmpty())
        ++next;
    return next < m_lines.size() && headerAt(next).has_value();
}

/// The order of day and month that the dates of the headers show.
void PasteReading::settleOrder()
{
    DateOrderFinder finder;
    for (qsizetype i = 0; i < m_lines.size();) {
        const auto header = headerAt(i);
        if (header && !header->date.isEmpty())
            finder.see(header->date);
        i += header ? header->lines : 1;
    }
    if (finder.isAmbiguous())
        return;
    // Dots alone speak for the day first, but so may do the options for good.
    m_days.setOrder(finder.order().value_or(m_options.dateOrder));
}

void PasteReading::begin(const PastedHeader &header, qsizetype line)
{
    dropNoise(header.sender);
    close();
    Open open;
    open.message.kind =
        header.sender.isEmpty() ? PastedMessage::Kind::Notice : PastedMessage::Kind::Said;
    open.message.sender = header.sender;
    open.raw = m_lines.sliced(line, header.lines).join(u'\n');
    QDate day = header.date.isEmpty() ? m_day : m_days.day(header.date);
    if (header.time && !day.isValid()) {
        open.message.lacksDay = true;
        day = m_options.undated;
    }
    if (header.time && day.isValid())
        open.message.sentAt = {localToInstant(day, header.time->time, m_options.zone),
            header.time->hasSeconds ? Precision::Exact : Precision::Minute};
    else
        open.message.sentAt = {0, Precision::Unknown};
    if (!header.rest.trimmed().isEmpty())
        open.lines.append(header.rest);
    m_open = open;
}

void PasteReading::close()
{
    if (!m_open) {
        const QString before = m_before.join(u'\n').trimmed();
        m_before.clear();
        if (before.isEmpty())
            return;
        PastedMessage unread;
        unread.kind = PastedMessage::Kind::Unread;
        unread.sentAt.precision = Precision::Unknown;
        unread.body = before;
        m_chat.messages.append(unread);
        return;
    }
    PastedMessage message = m_open->message;
    message.body = m_open->lines.join(u'\n').trimmed();
    const bool isDoubtful = m_shape == PasteShape::Inline || m_shape == PasteShape::Stacked;
    // A name with a time and nothing said was no header: it is what the one before says.
    if (message.body.isEmpty() && isDoubtful && !m_chat.messages.isEmpty()) {
        QString &body = m_chat.messages.last().body;
        body = (body + u'\n' + m_open->raw).trimmed();
    } else {
        m_chat.messages.append(message);
    }
    m_open.reset();
}

/// Some pages write for those who listen who speaks next, just before the name.
void PasteReading::dropNoise(const QString &sender)
{
    if (!m_open || m_shape == PasteShape::Bracketed || m_shape == PasteShape::Plain)
        return;
    static const QRegularExpression told =
        pastePattern(u"^(.+) sent the following messages? at .{3,20}$"_s);
    static const QRegularExpression profile = pastePattern(u"^View (.+)[’']s? profile.*$"_s);
    QStringList &lines = m_open->lines;
    const auto isNoise = [&sender](const QString &line) {
        const auto match = told.match(line);
        const QString name = match.hasMatch() ? match.captured(1) : profile.match(line).captured(1);
        return !name.isEmpty() && sender.startsWith(name.section(u' ', 0, 0));
    };
    while (
        !lines.isEmpty() && (lines.last().trimmed().isEmpty() || isNoise(plainLine(lines.last()))))
        lines.removeLast();
}

/// What tells no time stands where its neighbours are.
void PasteReading::settleTimes()
{
    const auto isKnown = [](const PastedMessage &message) {
        return message.sentAt.precision != Precision::Unknown;
    };
    const auto first = std::ranges::find_if(m_chat.messages, isKnown);
    qint64 ms = first == m_chat.messages.end() ? m_options.now : first->sentAt.ms;
    for (PastedMessage &message : m_chat.messages) {
        if (isKnown(message))
            ms = message.sentAt.ms;
        else
            message.sentAt.ms = ms;
        m_chat.lacksDays = m_chat.lacksDays || message.lacksDay;
        if (!message.sender.isEmpty() && !m_chat.speakers.contains(message.sender))
            m_chat.speakers.append(message.sender);
    }
}

PastedChat PasteReading::read()
{
    const auto best = shape();
    if (best) {
        (void)count(*best);
        settleOrder();
    }
    for (qsizetype i = 0; i < m_lines.size();) {
        const auto header = best ? headerAt(i) : std::nullopt;
        if (header) {
            begin(*header, i);
        } else if (best && isDayLine(i)) {
            m_day = m_days.day(plainLine(m_lines.at(i)));
        } else if (m_open) {
            m_open->lines.append(m_lines.at(i));
        } else {
            m_before.append(m_lines.at(i));
        }
        i += header ? header->lines : 1;
    }
    close();
    settleTimes();
    return m_chat;
}
} // namespace

PastedChat readPastedChat(const QString &text, const PasteOptions &options)
{
    return PasteReading(text, options).read();
}

bool looksLikePastedChat(const QString &text)
{
    const PasteOptions options;
    PasteReading reading(text.left(LongestSniff), options);
    const auto shape = reading.shape();
    if (!shape)
        return false;
    constexpr qsizetype Several = 2;
    const bool tellsDays = *shape == PasteShape::Bracketed || *shape == PasteShape::Comma;
    return tellsDays || reading.found() >= Several;
}
