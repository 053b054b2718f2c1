// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/planrows.h"

#include <algorithm>

void PlanRows::add(const QList<PlannedPost> &rows, const QStringList &channels, PlanFate fate)
{
    if (isFull())
        return;
    const PlannedPost &first = rows.first();
    PlanRow row;
    row.line = first.line;
    row.fate = fate;
    row.day = effectiveDay(first);
    row.time = effectiveTime(first);
    row.zone = effectiveZone(first);
    row.channels = channels;
    row.headline = headline(first);
    row.media = effectiveMedia(first).size();
    m_posts.append(row);
}

void PlanRows::add(const RejectedRow &rejected)
{
    if (m_unread.size() >= Most)
        return;
    PlanRow row;
    row.line = rejected.line;
    QStringList cells;
    std::ranges::copy_if(rejected.cells, std::back_inserter(cells),
        [](const QString &cell) { return !cell.trimmed().isEmpty(); });
    row.headline = cells.join(u" · ").simplified();
    m_unread.append(row);
}

QList<PlanRow> PlanRows::taken(const QString &file, const QList<ImportIssue> &issues) const
{
    QList<PlanRow> rows = m_posts + m_unread;
    std::ranges::stable_sort(rows, {}, &PlanRow::line);
    rows.resize(std::min(rows.size(), Most));
    QHash<qint64, QStringList> notes;
    for (const ImportIssue &issue : issues) {
        if (issue.file == file && issue.line > 0 && !notes[issue.line].contains(issue.text))
            notes[issue.line].append(issue.text);
    }
    for (PlanRow &row : rows)
        row.note = notes.value(row.line).join(u' ');
    return rows;
}
