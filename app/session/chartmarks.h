// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chartsets.h"
#include "report/report.h"

class Workspace;

/// Notes and goals in charts: what a person does with them is one undoable command each. They are in Workspace::team().
namespace ChartMarks {
/// The notes with the campaigns that have a first day, by day: campaigns are told as such.
[[nodiscard]] QList<DayNote> notes(Workspace &workspace);
/// Puts notes and goals into \a question.
void addTo(ReportQuestion &question, Workspace &workspace);

/// Notes \a text on \a day. Returns its id, null where the text is empty or the day is none.
ChartNoteId addNote(Workspace &workspace, QDate day, const QString &text);
/// Nothing happens where the text is empty, the day is none, or both are the same.
void changeNote(Workspace &workspace, ChartNoteId id, QDate day, const QString &text);
void removeNote(Workspace &workspace, ChartNoteId id);

/// The goal of that report, stage and unit, or null.
[[nodiscard]] const ChartGoal *goal(
    Workspace &workspace, const QString &report, StageId stage, GoalUnit unit);
/// Sets the goal of that report, stage and unit to what \a goal says, in place of one that is there; its id is not used. Nothing happens
/// where its value is not above 0, or a share above 1.
void setGoal(Workspace &workspace, const ChartGoal &goal);
void removeGoal(Workspace &workspace, ChartGoalId id);
} // namespace ChartMarks
