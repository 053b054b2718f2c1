// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mergednotes.h"

#include <QStringList>

#include <algorithm>

namespace {
/// One change: the lines [start, end) of the base became others.
struct NotesEdit
{
    qsizetype start = 0;
    qsizetype end = 0;
    QStringList lines;
};

QStringList linesOf(const QString &notes)
{
    return notes.isEmpty() ? QStringList() : notes.split(u'\n');
}

NotesEdit notesEdit(const QStringList &base, const QStringList &after)
{
    const qsizetype most = std::min(base.size(), after.size());
    NotesEdit edit;
    while (edit.start < most && base.at(edit.start) == after.at(edit.start))
        ++edit.start;
    qsizetype behind = 0;
    while (behind < most - edit.start
        && base.at(base.size() - 1 - behind) == after.at(after.size() - 1 - behind))
        ++behind;
    edit.end = base.size() - behind;
    edit.lines = after.mid(edit.start, after.size() - behind - edit.start);
    return edit;
}

/// The lines [start, end) of \a base with \a edit, which lies within them.
QStringList notesWith(
    const QStringList &base, const NotesEdit &edit, qsizetype start, qsizetype end)
{
    return base.mid(start, edit.start - start) + edit.lines + base.mid(edit.end, end - edit.end);
}
} // namespace

QString mergedNotes(const QString &base, const QString &mine, const QString &theirs)
{
    if (mine == base || mine == theirs)
        return theirs;
    if (theirs == base)
        return mine;
    const QStringList lines = linesOf(base);
    const NotesEdit ours = notesEdit(lines, linesOf(mine));
    const NotesEdit other = notesEdit(lines, linesOf(theirs));
    const qsizetype start = std::min(ours.start, other.start);
    const qsizetype end = std::max(ours.end, other.end);
    QStringList within;
    if (ours.end <= other.start && ours.start != other.end)
        within = ours.lines + lines.mid(ours.end, other.start - ours.end) + other.lines;
    else if (other.end <= ours.start)
        within = other.lines + lines.mid(other.end, ours.start - other.end) + ours.lines;
    else
        within = notesWith(lines, other, start, end) + notesWith(lines, ours, start, end);
    return (lines.first(start) + within + lines.mid(end)).join(u'\n');
}
