// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/merge.h"
#include "domain/prospect.h"
#include "domain/rowedit.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QStringList>
#include <QVariantMap>

#include <functional>
#include <utility>

// How two records of one person become one, and two again. Records are rows of columns here: a merge needs to know which rows hang on whom, and nothing of
// what they say.

/// Columns of a prospect that are chosen together: an amount with its currency.
struct MergeField
{
    QString name;
    QStringList columns;
};
/// All that a merge decides about, in the order in which it is shown.
[[nodiscard]] const QList<MergeField> &mergeFieldList();

/// Whose value the survivor has after a merge. Both joins texts.
enum class MergeChoice { Survivor, Merged, Both };
using MergeChoices = QHash<QString, MergeChoice>; ///< by MergeField::name, or by rowChoice()

/// Whether the columns of \a field say nothing in \a row.
[[nodiscard]] bool saysNothing(const MergeField &field, const QVariantMap &row);
/// Whether \a one and \a other differ in \a field.
[[nodiscard]] bool differIn(
    const MergeField &field, const QVariantMap &one, const QVariantMap &other);
/// What a merge takes where nobody chose: the value that is there, the survivor's where both are; the earlier first contact; notes of both; the private
/// circle wherever it is one. \a mergedMovedLater: the merged record's last move is the newer one, so its stage counts.
[[nodiscard]] MergeChoice proposedChoice(const MergeField &field, const QVariantMap &survivor,
    const QVariantMap &merged, bool mergedMovedLater);
/// The survivor's columns after the merge. Who may not be contacted stays so, whatever is chosen; the newer activity counts.
[[nodiscard]] QVariantMap mergedColumns(
    const QVariantMap &survivor, const QVariantMap &merged, const MergeChoices &choices);

/// What one field was and became.
struct FieldChange
{
    QVariantMap from;
    QVariantMap to;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};
using FieldChanges = QMap<QString, FieldChange>; ///< by MergeField::name
[[nodiscard]] FieldChanges fieldChanges(const QVariantMap &before, const QVariantMap &after);
/// As Merge::fields keeps them. Numbers of 63 bits survive.
[[nodiscard]] QString toJson(const FieldChanges &changes);
[[nodiscard]] FieldChanges fieldChangesFrom(const QString &json);

/// A row that hangs on a record.
struct HangingRow
{
    QString table;
    qint64 id = 0;
    QString column; ///< which of its columns names the record: "prospect_id", "referrer_id"
    QString same; ///< rows of one table with the same text say the same; empty: no other does
    QVariantMap values; ///< the whole row, where it is dropped if the survivor has the same
};

/// Under which name somebody chooses whose row counts where both records have one that says the same kind of thing: a field of the team's own.
[[nodiscard]] QString rowChoice(const QString &table, const QString &same);

/// A record with all that hangs on it, also what the viewer may not see: by ids alone.
struct MergeRecord
{
    Prospect prospect;
    QVariantMap columns; ///< of the prospect
    QString company; ///< its name
    QList<HangingRow> rows;
    Moment lastMove {0, Precision::Unknown};
    QHash<QString, int> counts; ///< what the viewer may know of, by table: "message", "touch", …
};

/// A merge that stands, with the names of the record that was taken in and of the one that took it.
struct NamedMerge
{
    Merge merge;
    QString merged;
    QString survivor;
};

/// A row that came after a merge, in words of its own.
struct LaterRow
{
    HangingRow row;
    QString text; ///< what it says; empty where only its kind is told
    qint64 at = 0; ///< Unix milliseconds
};

/// What merging does to the rows: the merged record's go to the survivor, or are dropped where the survivor has the same; where \a choices name the merged
/// record's row, the survivor's is dropped for it.
struct MergedRows
{
    RowEdits edits;
    QList<MergePart> parts; ///< without ids
};
[[nodiscard]] MergedRows mergeRows(const QList<HangingRow> &ofSurvivor,
    const QList<HangingRow> &ofMerged, ProspectId survivor, ProspectId merged,
    const MergeChoices &choices = {});

/// Where a row that a merge took along is now.
struct RowPlace
{
    ProspectId at; ///< the record that the column names
    bool isDeleted = false;
    QVariantMap values; ///< the whole row, where it is deleted
    QString same = {}; ///< as HangingRow::same, where somebody may choose between two rows
};

/// What must be known to take a record out again.
struct TakeOutSource
{
    Merge merge;
    QList<MergePart> parts; ///< of the merge
    QHash<MergePartId, RowPlace>
        places; ///< of the parts' rows, and of rows that gave way in other merges; those that are gone for good are left out
    QList<Merge>
        standing; ///< all other merges that stand and concern the survivor or whom it was merged into
    QList<MergePart>
        otherParts; ///< parts of standing merges that name the same rows, or rows that gave way to others
    QHash<ProspectId, ProspectId> mergedInto; ///< of merged records
    QVariantMap survivor; ///< the survivor's columns now
};
/// What taking out does, but for the record itself, which is shown again.
struct TakeOutPlan
{
    RowEdits rows;
    QVariantMap survivor; ///< columns that the survivor gets back
    QList<Merge> rewritten; ///< standing merges whose fields now begin from another value
    QList<MergePart> forgotten; ///< parts of standing merges that took along what goes back now
    /// Parts of standing merges, as they are and as they become: they took along what goes back, and take along what stands in its place again.
    QList<std::pair<MergePart, MergePart>> handedOn;
};
/// Takes the merged record out, whatever was merged or taken out since: its rows go back from wherever later merges carried them; a field gets back what was
/// before unless somebody edited it since. What came after the merge stays.
[[nodiscard]] TakeOutPlan takeOut(const TakeOutSource &source);
/// Whether \a one was made before \a other.
[[nodiscard]] bool isEarlier(const Merge &one, const Merge &other);
