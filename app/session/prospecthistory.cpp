// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospecthistory.h"

#include "domain/stage.h"
#include "session/freshreader.h"
#include "session/workspace.h"
#include "storage/historytable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(ProspectHistory)
};

/// A column of a prospect for people; empty where it follows from something else that is told.
QString fieldName(const QString &field)
{
    if (field == "name"_L1 || field == "first_name"_L1 || field == "last_name"_L1)
        return HistoryWords::tr("Name");
    if (field == "title"_L1)
        return HistoryWords::tr("Job title");
    if (field == "company_id"_L1)
        return HistoryWords::tr("Company");
    if (field == "source"_L1)
        return HistoryWords::tr("Source");
    if (field == "owner_id"_L1)
        return HistoryWords::tr("Owner");
    if (field == "notes"_L1)
        return HistoryWords::tr("Notes");
    if (field == "zone"_L1)
        return HistoryWords::tr("Time zone");
    if (field == "private_to_id"_L1)
        return HistoryWords::tr("Private circle");
    if (field == "do_not_contact_since"_L1)
        return HistoryWords::tr("Do not contact");
    if (field == "merged_into_id"_L1)
        return HistoryWords::tr("Merged");
    return {};
}

QString changeOfProspect(
    const HistoryRow &row, const std::function<QString(const QString &, qint64)> &names)
{
    QStringList parts;
    for (const QString &field : row.fields) {
        const QString name = fieldName(field);
        if (name.isEmpty())
            continue;
        const QVariant was = row.before.value(field);
        const QString old =
            field.endsWith("_id"_L1) ? names(field, was.toLongLong()) : was.toString();
        const bool isTold =
            !old.isEmpty() && field != "notes"_L1 && field != "do_not_contact_since"_L1;
        parts << (isTold
                ? HistoryWords::tr("%1 (was “%2”)", "a field, its value before").arg(name, old)
                : name);
    }
    parts.removeDuplicates();
    return parts.isEmpty()
        ? QString()
        : HistoryWords::tr("Changed: %1").arg(parts.join(HistoryWords::tr(", ", "between names")));
}

/// What kind of thing the table holds, for people.
QString thingOf(const QString &table)
{
    if (table == "handle"_L1)
        return HistoryWords::tr("Way to reach them");
    if (table == "touch"_L1)
        return HistoryWords::tr("Touch");
    if (table == "offer"_L1)
        return HistoryWords::tr("Offer");
    if (table == "fact"_L1)
        return HistoryWords::tr("Homework");
    if (table == "handover"_L1)
        return HistoryWords::tr("Handover");
    if (table == "consent"_L1)
        return HistoryWords::tr("Consent or legal basis");
    if (table == "prospect_label"_L1)
        return HistoryWords::tr("Label");
    if (table == "custom_value"_L1)
        return HistoryWords::tr("Field");
    if (table == "move_proposal"_L1)
        return HistoryWords::tr("Proposed move");
    if (table == "guardrail_override"_L1)
        return HistoryWords::tr("Guardrail gone past");
    return {};
}

QString sentenceOf(
    const HistoryRow &row, const std::function<QString(const QString &, qint64)> &names)
{
    if (row.table == "prospect"_L1) {
        switch (row.op) {
        case HistoryRow::Op::Insert:
            return HistoryWords::tr("Added to the prospects, or brought back");
        case HistoryRow::Op::Remove:
            return HistoryWords::tr("Deleted");
        case HistoryRow::Op::Update:
            return changeOfProspect(row, names);
        }
    }
    if (row.table == "move"_L1)
        return row.op == HistoryRow::Op::Remove
            ? HistoryWords::tr("Move to %1 taken back").arg(row.subject)
            : HistoryWords::tr("Moved to %1").arg(row.subject);
    const QString thing = thingOf(row.table);
    if (thing.isEmpty())
        return {};
    const QString what = row.subject.isEmpty()
        ? thing
        : HistoryWords::tr("%1 “%2”", "kind of thing, which one").arg(thing, row.subject);
    switch (row.op) {
    case HistoryRow::Op::Insert:
        return HistoryWords::tr("%1 added").arg(what);
    case HistoryRow::Op::Update:
        return HistoryWords::tr("%1 changed").arg(what);
    case HistoryRow::Op::Remove:
        return HistoryWords::tr("%1 removed").arg(what);
    }
    Q_UNREACHABLE();
}
} // namespace

QList<HistoryEntry> historyOf(const QList<HistoryRow> &rows,
    const std::function<QString(const QString &field, qint64 id)> &names)
{
    QList<HistoryEntry> entries;
    for (const HistoryRow &row : rows) {
        const QString sentence = sentenceOf(row, names);
        if (sentence.isEmpty())
            continue;
        if (entries.isEmpty() || entries.last().at != row.at || entries.last().who != row.who)
            entries.append({row.seq, row.at, row.who, {}});
        if (!entries.last().sentences.contains(sentence))
            entries.last().sentences.prepend(sentence); // in the order in which it was done
    }
    return entries;
}

ProspectHistory::ProspectHistory(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!m_id.isNull()
            && changes.touchesAny({u"prospect", u"handle", u"move", u"touch", u"offer", u"fact",
                u"handover", u"consent", u"prospect_label", u"custom_value", u"move_proposal",
                u"guardrail_override"}))
            reload();
    });
}

void ProspectHistory::open(ProspectId id)
{
    if (id == m_id && state() != StoreState::Failed)
        return;
    m_id = id;
    m_limit = AtOnce;
    m_entries.clear();
    m_hasMore = false;
    m_reader->cancel();
    setState(id.isNull() ? StoreState::Ready : StoreState::Loading);
    emit changed();
    if (!id.isNull())
        reload();
}

void ProspectHistory::readMore()
{
    m_limit += AtOnce;
    reload();
}

void ProspectHistory::reload()
{
    const auto read = [id = m_id, limit = m_limit](Connection &connection) {
        return HistoryTable::page(connection, id, 0, limit);
    };
    m_reader->start(read, [this](const Result<HistoryPage> &page) {
        if (page) {
            m_entries = historyOf(
                page->rows, [this](const QString &field, qint64 id) { return nameOf(field, id); });
            m_hasMore = page->hasMore;
            setState(StoreState::Ready);
        } else {
            setState(StoreState::Failed, page.error());
        }
        emit changed();
    });
}

QString ProspectHistory::nameOf(const QString &field, qint64 id) const
{
    if (field == "owner_id"_L1 || field == "private_to_id"_L1)
        return m_workspace.userName(UserId(id));
    return {};
}
