// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/datesahead.h"

#include "session/importwords.h"

using namespace Qt::StringLiterals;

void DatesAhead::see(const ProspectRecord &record)
{
    for (const auto &[stage, at] : record.entries)
        see(u"entered:"_s + stage, at, record.line);
    if (record.firstSeen)
        see(u"first_seen"_s, *record.firstSeen, record.line);
    if (record.created)
        see(u"created"_s, *record.created, record.line);
}

void DatesAhead::see(const QString &field, const Moment &at, qint64 line)
{
    constexpr qsizetype MostLines = 5;
    // A day is placed at its beginning, so that today has come.
    if (at.precision == Precision::Unknown || at.ms <= m_now)
        return;
    Rows &rows = m_rows[field];
    ++rows.count;
    if (rows.lines.size() < MostLines)
        rows.lines.append(line);
}

QList<ImportIssue> DatesAhead::issues(const QString &file, const QList<FieldMapping> &fields) const
{
    QList<ImportIssue> issues;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        const Rows &rows = it.value();
        QString column = it.key(); // of a value that was given for all rows
        for (const FieldMapping &mapping : fields) {
            if (mapping.field == it.key())
                column = mapping.column;
        }
        QStringList lines;
        for (const qint64 line : rows.lines)
            lines << QString::number(line);
        if (rows.count > rows.lines.size())
            lines << u"…"_s;
        issues.append({file, rows.lines.first(), Severity::Warning, u"future-date"_s,
            //: %1 is a column, %2 the numbers of lines: "In “won” 2 dates are later than now: lines 4, 9."
            ImportWords::tr(
                "In “%1” %n date(s) are later than now: line(s) %2. Each is kept as it is.",
                nullptr, rows.count)
                .arg(column, lines.join(", "_L1))});
    }
    return issues;
}
