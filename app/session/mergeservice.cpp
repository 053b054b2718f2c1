// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mergeservice.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/duplicatetable.h"
#include "storage/mergetable.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// An edit that changes nothing and says that the prospect's moves are others now: charts follow the prospects alone.
RowEdit saidAgain(const Prospect &prospect)
{
    const QVariantMap activity {{u"last_activity_at"_s, toSql(prospect.lastActivityAt)}};
    return {
        rowSpec<Prospect>().table, prospect.id.value(), RowEdit::Op::Update, activity, activity};
}

RowEdit survivorChange(const Prospect &before, const Prospect &after)
{
    const RowEdit edit = update(before, after);
    return edit.isEmpty() ? saidAgain(after) : edit;
}

struct ReadTakingOut
{
    MergeTable::Standing standing;
    QList<LaterRow> later;
};

Result<ReadTakingOut> readTakingOut(Connection &connection, MergeId id)
{
    return MergeTable::standing(connection, id)
        .and_then([&](const MergeTable::Standing &standing) -> Result<ReadTakingOut> {
            ReadTakingOut read {standing, {}};
            if (!standing.live)
                return read;
            return MergeTable::addedSince(connection, standing.live->id, id.value())
                .map([&read](const QList<LaterRow> &later) {
                    read.later = later;
                    return read;
                });
        });
}

/// The survivor gets back what it had; where it is merged itself it stays hidden.
RowEdits survivorEdits(const MergeTable::Standing &standing, const TakeOutPlan &plan)
{
    Prospect after = standing.survivor;
    assignRow(after, plan.survivor);
    if (standing.live && standing.live->id == standing.survivor.id)
        return {survivorChange(standing.survivor, after)};
    RowEdits edits;
    if (standing.live)
        edits << saidAgain(*standing.live);
    if (const RowEdit edit = update(standing.survivor, after); !edit.isEmpty())
        edits << insertion(standing.survivor) << edit << removal(after);
    return edits;
}

RowEdits takingOutEdits(const MergeTable::Standing &standing, qint64 now)
{
    const TakeOutPlan plan = takeOut(standing.source);
    Prospect restored = standing.merged;
    restored.mergedInto = {};
    RowEdits edits {insertion(standing.merged), update(standing.merged, restored)};
    edits << plan.rows << survivorEdits(standing, plan);
    for (const Merge &merge : plan.rewritten) {
        const auto before = std::ranges::find(standing.source.standing, merge.id, &Merge::id);
        if (before != standing.source.standing.end())
            edits << update(*before, merge);
    }
    for (const MergePart &part : plan.forgotten)
        edits << removal(part);
    for (const auto &[part, after] : plan.handedOn)
        edits << update(part, after);
    Merge undone = standing.source.merge;
    undone.undoneAt = now;
    return edits << update(standing.source.merge, undone);
}
} // namespace

MergeChoices MergeDraft::proposed() const
{
    MergeChoices choices;
    const bool movedLater = merged.lastMove.ms > survivor.lastMove.ms;
    for (const MergeField &field : mergeFieldList())
        choices.insert(
            field.name, proposedChoice(field, survivor.columns, merged.columns, movedLater));
    return choices;
}

QList<MergeField> MergeDraft::differing() const
{
    QList<MergeField> fields;
    for (const MergeField &field : mergeFieldList()) {
        const bool isChosen = field.name != "do_not_contact"_L1 && field.name != "last_activity"_L1;
        if (isChosen && differIn(field, survivor.columns, merged.columns))
            fields << field;
    }
    return fields;
}

QList<CustomFieldId> MergeDraft::differingFields() const
{
    QList<CustomFieldId> fields;
    for (const HangingRow &row : survivor.rows) {
        if (row.table != rowSpec<CustomValue>().table)
            continue;
        const CustomFieldId field(row.same.toLongLong());
        const QString other = valueOf(merged, field);
        if (!other.isEmpty() && other != valueOf(survivor, field) && !fields.contains(field))
            fields << field;
    }
    std::ranges::sort(fields);
    return fields;
}

QString MergeDraft::valueOf(const MergeRecord &record, CustomFieldId field)
{
    const QString same = field.toString();
    for (const HangingRow &row : record.rows) {
        if (row.table == rowSpec<CustomValue>().table && row.same == same)
            return row.values.value(u"value"_s).toString();
    }
    return {};
}

QList<LabelId> MergeDraft::labelsOf(const MergeRecord &record)
{
    QList<LabelId> labels;
    for (const HangingRow &row : record.rows) {
        if (row.table == rowSpec<ProspectLabel>().table)
            labels << LabelId(row.same.toLongLong());
    }
    return labels;
}

QString MergeDraft::choiceOf(CustomFieldId field)
{
    return rowChoice(rowSpec<CustomValue>().table, field.toString());
}

MergeService::MergeService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

void MergeService::read(ProspectId survivor, ProspectId merged, QObject *context,
    std::function<void(Result<MergeDraft>)> callback) const
{
    auto draft = m_workspace.database()->read(
        [survivor, merged](Connection &connection) -> Result<MergeDraft> {
            auto one = MergeTable::record(connection, survivor);
            if (!one)
                return tl::unexpected(one.error());
            auto other = MergeTable::record(connection, merged);
            if (!other)
                return tl::unexpected(other.error());
            if (!*one || !*other || survivor == merged)
                return fail(Error::Code::NotFound, tr("One of the two records no longer exists."));
            return MergeDraft {std::move(**one), std::move(**other)};
        });
    whenReady(draft, context, std::move(callback));
}

void MergeService::merge(const MergeDraft &draft, const MergeChoices &choices)
{
    const Prospect &survivor = draft.survivor.prospect;
    const Prospect &merged = draft.merged.prospect;
    const QVariantMap columns =
        mergedColumns(draft.survivor.columns, draft.merged.columns, choices);
    Prospect after = survivor;
    assignRow(after, columns);
    Merge made;
    made.id = MergeId::create(m_workspace.ids());
    made.survivor = survivor.id;
    made.merged = merged.id;
    made.at = m_workspace.clock().now();
    made.by = m_workspace.viewer().user;
    made.fields = toJson(fieldChanges(draft.survivor.columns, columns));
    MergedRows rows =
        mergeRows(draft.survivor.rows, draft.merged.rows, survivor.id, merged.id, choices);
    Prospect hidden = merged;
    hidden.mergedInto = survivor.id;
    // The merge comes first, and goes last when it is undone: while it stands it may carry what is private to a colleague.
    RowEdits edits {insertion(made)};
    edits << rows.edits << survivorChange(survivor, after) << update(merged, hidden)
          << removal(hidden);
    for (MergePart &part : rows.parts) {
        part.id = MergePartId::create(m_workspace.ids());
        part.merge = made.id;
        edits << insertion(part);
    }
    m_workspace.commit(edits,
        tr("Merge “%1” into “%2”").arg(displayName(merged), displayName(after)), 0,
        tr("“%1” was merged into “%2”.").arg(displayName(merged), displayName(after)),
        [id = merged.id](
            Transaction &transaction) { return MergeTable::checkEmptied(transaction, id); });
}

void MergeService::mergesInto(
    ProspectId id, QObject *context, std::function<void(Result<QList<NamedMerge>>)> callback) const
{
    whenReady(m_workspace.database()->read(
                  [id](Connection &connection) { return MergeTable::mergesInto(connection, id); }),
        context, std::move(callback));
}

void MergeService::takeOut(
    MergeId id, QObject *context, std::function<void(Result<TakenOut>)> callback)
{
    auto read = m_workspace.database()->read(
        [id](Connection &connection) { return readTakingOut(connection, id); });
    const auto tell = [context = QPointer<QObject>(context), callback = std::move(callback)](
                          const Result<TakenOut> &taken) {
        if (context)
            callback(taken);
    };
    whenReady(read, this, [this, tell](const Result<ReadTakingOut> &found) {
        if (!found) {
            tell(tl::unexpected(found.error()));
            return;
        }
        const MergeTable::Standing &standing = found->standing;
        const QString name = displayName(standing.merged);
        const TakenOut taken {standing.merged.id, name,
            standing.live ? standing.live->id : ProspectId(), found->later};
        // What came since can be handed over to a record that is there.
        m_workspace.commit(takingOutEdits(standing, m_workspace.clock().now()),
            tr("Take out “%1” again").arg(name), 0,
            tr("“%1” is a record of its own again.").arg(name), {}, [tell, taken] { tell(taken); });
    });
}

void MergeService::handOver(const TakenOut &taken, const QList<HangingRow> &rows)
{
    QList<ConversationId> conversations;
    RowEdits edits;
    const auto give = [&](const QString &table, qint64 id, const QString &column) {
        edits.append({table, id, RowEdit::Op::Update, {{column, taken.from.value()}},
            {{column, taken.restored.value()}}});
    };
    for (const HangingRow &row : rows) {
        give(row.table, row.id, row.column);
        if (row.table == rowSpec<Conversation>().table)
            conversations << ConversationId(row.id);
    }
    if (edits.isEmpty())
        return;
    const QString text = tr("Hand over to “%1”").arg(taken.name);
    // Whoever speaks in a conversation goes with it.
    auto speaking =
        m_workspace.database()->read([conversations, from = taken.from](Connection &connection) {
            return Visible::speakingAs(connection, conversations, from);
        });
    whenReady(speaking, this,
        [this, edits, text, taken](const Result<QList<Participant>> &participants) mutable {
            if (!participants) {
                emit m_workspace.notice(Notice::error(participants.error()));
                return;
            }
            for (const Participant &before : *participants) {
                Participant after = before;
                after.prospect = taken.restored;
                edits << update(before, after);
            }
            m_workspace.commit(edits, text);
        });
}

void MergeService::knownByHandle(const QString &network, const QString &value, QObject *context,
    std::function<void(Result<KnownPeople>)> callback) const
{
    whenReady(m_workspace.database()->read([network, value](Connection &connection) {
        return DuplicateTable::withHandle(connection, network, value);
    }),
        context, std::move(callback));
}

void MergeService::knownByName(
    const QString &name, QObject *context, std::function<void(Result<KnownPeople>)> callback) const
{
    whenReady(m_workspace.database()->read([name](Connection &connection) {
        return DuplicateTable::withName(connection, name);
    }),
        context, std::move(callback));
}

void MergeService::keepApart(const DuplicatePair &pair)
{
    NotDuplicate apart;
    apart.id = NotDuplicateId::create(m_workspace.ids());
    apart.one = std::min(pair.one, pair.other);
    apart.other = std::max(pair.one, pair.other);
    apart.by = m_workspace.viewer().user;
    apart.at = m_workspace.clock().now();
    m_workspace.commit(
        {insertion(apart)}, tr("Keep two records apart"), 0, tr("The two records are kept apart."));
}
