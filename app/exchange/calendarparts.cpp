// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/calendarparts.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
/// The name without what damage hung on it.
QStringView nameIn(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const auto end = std::ranges::find_if_not(
        trimmed, [](QChar c) { return c.isLetterOrNumber() || c == u'-'; });
    return trimmed.first(end - trimmed.begin());
}

/// What a backslash hides in a text (RFC 5545, 3.3.11).
QString unescaped(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QChar c = text.at(i);
        if (c == u'\\' && i + 1 < text.size()) {
            c = text.at(++i);
            if (c == u'n' || c == u'N')
                c = u' ';
        }
        plain += c;
    }
    return plain;
}

std::optional<CalendarPart::Kind> kindOf(QStringView component)
{
    const auto is = [component](QLatin1StringView name) {
        return component.compare(name, Qt::CaseInsensitive) == 0;
    };
    if (is("VEVENT"_L1))
        return CalendarPart::Kind::Event;
    if (is("VTIMEZONE"_L1))
        return CalendarPart::Kind::Zone;
    if (is("VTODO"_L1) || is("VJOURNAL"_L1))
        return CalendarPart::Kind::Other;
    return {};
}

class Splitter
{
public:
    [[nodiscard]] CalendarParts split(QStringView text)
    {
        qint64 number = 0;
        for (qsizetype begin = 0; begin < text.size();) {
            const qsizetype end = endOfLine(text, begin);
            ++number;
            take(text.sliced(begin, end - begin), number);
            begin = end + 1;
            if (end + 1 < text.size() && text.at(end) == u'\r' && text.at(end + 1) == u'\n')
                ++begin;
        }
        close(false);
        m_found.name = unescaped(m_found.name).simplified();
        return std::move(m_found);
    }

private:
    static qsizetype endOfLine(QStringView text, qsizetype from)
    {
        while (from < text.size() && text.at(from) != u'\n' && text.at(from) != u'\r')
            ++from;
        return from;
    }

    void take(QStringView line, qint64 number)
    {
        // A line that begins with a blank continues the one before.
        const bool continues = line.startsWith(u' ') || line.startsWith(u'\t');
        const QStringView bare = line.trimmed();
        if (!continues && bare.startsWith("BEGIN:"_L1, Qt::CaseInsensitive))
            begin(nameIn(bare.sliced(6)), line, number);
        else if (!continues && bare.startsWith("END:"_L1, Qt::CaseInsensitive))
            end(nameIn(bare.sliced(4)), line);
        else if (m_isOpen && !isNested())
            keep(line);
        else if (!m_isOpen)
            takeName(line, continues);
    }

    /// Of the calendar itself nothing is wanted but its name.
    void takeName(QStringView line, bool continues)
    {
        if (continues) {
            if (m_isName)
                m_found.name += line.sliced(1);
            return;
        }
        const QStringView name = nameIn(line);
        const auto colon = line.indexOf(u':');
        m_isName = colon > 0 && m_found.name.isEmpty()
            && (name.compare("X-WR-CALNAME"_L1, Qt::CaseInsensitive) == 0
                || name.compare("NAME"_L1, Qt::CaseInsensitive) == 0);
        if (m_isName)
            m_found.name = line.sliced(colon + 1).toString();
    }

    /// Inside of something within an event (an alarm); a zone's observances are part of it.
    [[nodiscard]] bool isNested() const
    {
        return m_depth > 0 && m_part.kind != CalendarPart::Kind::Zone;
    }

    void begin(QStringView component, QStringView line, qint64 number)
    {
        if (component.compare("VCALENDAR"_L1, Qt::CaseInsensitive) == 0) {
            close(false);
            ++m_found.calendars;
            return;
        }
        if (const auto kind = kindOf(component)) {
            close(false);
            m_part = {*kind, number, {}, false};
            m_isOpen = true;
            m_depth = 0;
            keep(line);
            return;
        }
        if (m_isOpen) {
            ++m_depth;
            if (!isNested())
                keep(line);
        }
    }

    void end(QStringView component, QStringView line)
    {
        if (!m_isOpen)
            return;
        if (component.compare("VCALENDAR"_L1, Qt::CaseInsensitive) == 0) {
            close(false);
        } else if (kindOf(component) == m_part.kind) {
            keep(line);
            close(true);
        } else if (m_depth > 0) {
            if (!isNested())
                keep(line);
            --m_depth;
        }
    }

    void keep(QStringView line) { m_part.text += line.toUtf8() + "\r\n"; }

    void close(bool isClosed)
    {
        if (!m_isOpen)
            return;
        m_part.isClosed = isClosed;
        m_found.parts.append(std::move(m_part));
        m_part = {};
        m_isOpen = false;
    }

    CalendarParts m_found;
    CalendarPart m_part;
    int m_depth = 0;
    bool m_isOpen = false;
    bool m_isName = false; ///< the line before was the calendar's name
};
} // namespace

CalendarParts splitCalendar(QStringView text)
{
    return Splitter().split(text);
}
