// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartmarks.h"

#include "session/plansets.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/salestable.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
constexpr qint64 WholeShare = 1000000;

struct ChartMarkWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartMarks)
};

const ChartNote *chartNoteOf(Workspace &workspace, ChartNoteId id)
{
    const QList<ChartNote> &all = workspace.team().chartNotes();
    const auto found = std::ranges::find(all, id, &ChartNote::id);
    return found == all.end() ? nullptr : &*found;
}
} // namespace

QList<DayNote> ChartMarks::notes(Workspace &workspace)
{
    QList<DayNote> notes;
    for (const ChartNote &note : workspace.team().chartNotes())
        notes.append({note.day, note.text});
    for (const Campaign &campaign : workspace.plan().campaigns()) {
        if (campaign.startsOn) {
            notes.append({*campaign.startsOn,
                ChartMarkWords::tr("Campaign “%1” begins").arg(campaign.name)});
        }
    }
    std::ranges::stable_sort(notes, {}, &DayNote::day);
    return notes;
}

void ChartMarks::addTo(ReportQuestion &question, Workspace &workspace)
{
    question.notes = notes(workspace);
    question.goals = workspace.team().chartGoals();
}

ChartNoteId ChartMarks::addNote(Workspace &workspace, QDate day, const QString &text)
{
    ChartNote note;
    note.day = day;
    note.text = text.simplified();
    if (!day.isValid() || note.text.isEmpty())
        return {};
    note.id = ChartNoteId::create(workspace.ids());
    note.by = workspace.viewer().user;
    workspace.commit({insertion(note)}, ChartMarkWords::tr("Add the note “%1”").arg(note.text));
    return note.id;
}

void ChartMarks::changeNote(Workspace &workspace, ChartNoteId id, QDate day, const QString &text)
{
    const ChartNote *found = chartNoteOf(workspace, id);
    if (!found || !day.isValid() || text.simplified().isEmpty())
        return;
    const ChartNote before = *found;
    ChartNote after = before;
    after.day = day;
    after.text = text.simplified();
    if (const RowEdit edit = update(before, after); !edit.isEmpty())
        workspace.commit({edit}, ChartMarkWords::tr("Change the note “%1”").arg(after.text));
}

void ChartMarks::removeNote(Workspace &workspace, ChartNoteId id)
{
    if (const ChartNote *found = chartNoteOf(workspace, id)) {
        const QString text = found->text;
        workspace.commit({removal(*found)}, ChartMarkWords::tr("Delete the note “%1”").arg(text), 0,
            ChartMarkWords::tr("The note “%1” is deleted.").arg(text));
    }
}

const ChartGoal *ChartMarks::goal(
    Workspace &workspace, const QString &report, StageId stage, GoalUnit unit)
{
    const QList<ChartGoal> &all = workspace.team().chartGoals();
    const auto found = std::ranges::find_if(all, [&](const ChartGoal &goal) {
        return goal.report == report && goal.stage == stage && goal.unit == unit;
    });
    return found == all.end() ? nullptr : &*found;
}

void ChartMarks::setGoal(Workspace &workspace, const ChartGoal &wanted)
{
    if (wanted.value <= 0 || (wanted.unit == GoalUnit::Share && wanted.value > WholeShare))
        return;
    ChartGoal after = wanted;
    after.name = wanted.name.simplified();
    const QString text = ChartMarkWords::tr("Set a goal");
    if (const ChartGoal *found = goal(workspace, wanted.report, wanted.stage, wanted.unit)) {
        const ChartGoal before = *found;
        after.id = before.id;
        after.rowVersion = before.rowVersion;
        if (const RowEdit edit = update(before, after); !edit.isEmpty())
            workspace.commit({edit}, text);
        return;
    }
    after.id = ChartGoalId::create(workspace.ids());
    after.rowVersion = 1;
    workspace.commit({insertion(after)}, text);
}

void ChartMarks::removeGoal(Workspace &workspace, ChartGoalId id)
{
    const QList<ChartGoal> &all = workspace.team().chartGoals();
    const auto found = std::ranges::find(all, id, &ChartGoal::id);
    if (found != all.end()) {
        workspace.commit({removal(*found)}, ChartMarkWords::tr("Delete a goal"), 0,
            ChartMarkWords::tr("The goal is deleted."));
    }
}
