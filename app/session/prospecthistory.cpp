// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospecthistory.h"

#include "domain/guardrails.h"
#include "domain/move.h"
#include "session/activitywords.h"
#include "session/freshreader.h"
#include "session/workspace.h"
#include "storage/historytable.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {
struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(ProspectHistory)
};

using HistoryNames = std::function<QString(const QString &, qint64)>;

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
    return {};
}

QString changedFields(const HistoryRow &row, const HistoryNames &names)
{
    QStringList parts;
    for (const QString &field : row.fields) {
        const QString name = fieldName(field);
        if (name.isEmpty())
            continue;
        const QVariant was = row.before.value(field);
        const QString old =
            field.endsWith("_id"_L1) ? names(field, was.toLongLong()) : was.toString();
        const bool isTold = !old.isEmpty() && field != "notes"_L1;
        parts << (isTold
                ? HistoryWords::tr("%1 (was “%2”)", "a field, its value before").arg(name, old)
                : name);
    }
    parts.removeDuplicates();
    return parts.isEmpty()
        ? QString()
        : HistoryWords::tr("Changed: %1").arg(parts.join(HistoryWords::tr(", ", "between names")));
}

QStringList changeOfProspect(const HistoryRow &row, const HistoryNames &names)
{
    QStringList sentences;
    if (row.fields.contains(u"do_not_contact_since"_s)) {
        const bool was = row.before.value(u"do_not_contact_since"_s).toLongLong() != 0;
        const bool is = row.after.value(u"do_not_contact_since"_s).toLongLong() != 0;
        if (is != was)
            sentences << (is ? HistoryWords::tr("Flagged as do not contact")
                             : HistoryWords::tr("“Do not contact” taken away"));
    } else if (row.fields.contains(u"do_not_contact_why"_s)) {
        sentences << HistoryWords::tr("The reason for “do not contact” changed");
    }
    if (row.fields.contains(u"merged_into_id"_s))
        sentences << (row.after.value(u"merged_into_id"_s).toLongLong() != 0
                ? HistoryWords::tr("Merged into another record")
                : HistoryWords::tr("A record of its own again"));
    if (const QString fields = changedFields(row, names); !fields.isEmpty())
        sentences << fields;
    return sentences;
}

/// How the rows of a table come, change and go, for people.
struct HangingWords
{
    QLatin1StringView table;
    const char *added = nullptr;
    const char *changed = nullptr;
    const char *removed = nullptr;
    const char *restored = nullptr;
};

constexpr HangingWords WordsOfTables[] {
    {"handle"_L1, QT_TRANSLATE_NOOP("ProspectHistory", "Way to reach them added"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Way to reach them changed"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Way to reach them removed"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Way to reach them restored")},
    {"touch"_L1, QT_TRANSLATE_NOOP("ProspectHistory", "Touch added"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Touch changed"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Touch removed"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Touch restored")},
    {"prospect_label"_L1, QT_TRANSLATE_NOOP("ProspectHistory", "Label added"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Label changed"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Label taken away"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Label restored")},
    {"custom_value"_L1, QT_TRANSLATE_NOOP("ProspectHistory", "Field filled in"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Field changed"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Field emptied"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Field restored")},
    {"guardrail_override"_L1, QT_TRANSLATE_NOOP("ProspectHistory", "You went past a guardrail"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Reason for going past a guardrail changed"),
        QT_TRANSLATE_NOOP("ProspectHistory", "Going past a guardrail taken back"),
        QT_TRANSLATE_NOOP("ProspectHistory", "You went past a guardrail")},
};

QString withSubject(const QString &sentence, const QString &subject)
{
    return subject.isEmpty()
        ? sentence
        : HistoryWords::tr("%1: “%2”", "a sentence, what it is about").arg(sentence, subject);
}

QString proposalSentence(const HistoryRow &row)
{
    const bool isAnew = row.op == HistoryRow::Op::Insert || row.op == HistoryRow::Op::Restore;
    if (isAnew)
        return withSubject(HistoryWords::tr("Move proposed"), row.subject);
    if (row.op == HistoryRow::Op::Remove)
        return withSubject(HistoryWords::tr("Proposed move deleted"), row.subject);
    if (!row.fields.contains(u"state"_s))
        return {};
    switch (fromText<ProposalState>(row.after.value(u"state"_s).toString())
                .value_or(ProposalState::Open)) {
    case ProposalState::Open:
        return withSubject(HistoryWords::tr("Move proposed again"), row.subject);
    case ProposalState::Accepted:
        return withSubject(HistoryWords::tr("Proposed move accepted"), row.subject);
    case ProposalState::Declined:
        return withSubject(HistoryWords::tr("Proposed move declined"), row.subject);
    }
    Q_UNREACHABLE();
}

QString hangingSentence(const HistoryRow &row)
{
    if (row.op == HistoryRow::Op::Update && row.fields == QStringList {u"prospect_id"_s})
        return {}; // the merge is told
    if (row.table == "move_proposal"_L1)
        return proposalSentence(row);
    if (row.table == "guardrail_override"_L1 && !fromText<Guardrail>(row.word))
        return row.op == HistoryRow::Op::Remove
            ? HistoryWords::tr("Taken back that “do not contact” was dismissed")
            : HistoryWords::tr("“Do not contact” was proposed and dismissed");
    const auto words = std::ranges::find(WordsOfTables, row.table, &HangingWords::table);
    if (words == std::end(WordsOfTables))
        return personSentence(
            {row.table, row.op, row.fields, row.before, row.after, row.word, row.subject});
    const char *sentence = row.op == HistoryRow::Op::Insert ? words->added
        : row.op == HistoryRow::Op::Remove                  ? words->removed
        : row.op == HistoryRow::Op::Restore                 ? words->restored
                                                            : words->changed;
    return withSubject(HistoryWords::tr(sentence), row.subject);
}

/// What \a row tells to people; empty where it tells nothing.
QStringList sentencesOf(const HistoryRow &row, const HistoryNames &names)
{
    if (row.table == "prospect"_L1) {
        if (row.op == HistoryRow::Op::Update)
            return changeOfProspect(row, names);
        return {row.op == HistoryRow::Op::Insert    ? HistoryWords::tr("Added to the prospects")
                : row.op == HistoryRow::Op::Restore ? HistoryWords::tr("Brought back")
                                                    : HistoryWords::tr("Deleted")};
    }
    QString sentence;
    if (row.table == "move"_L1) {
        if (row.op == HistoryRow::Op::Remove)
            sentence = HistoryWords::tr("Move to %1 taken back").arg(row.subject);
        else if (row.op != HistoryRow::Op::Update || row.fields != QStringList {u"prospect_id"_s})
            sentence = HistoryWords::tr("Moved to %1").arg(row.subject);
    } else {
        sentence = hangingSentence(row);
    }
    return sentence.isEmpty() ? QStringList() : QStringList {sentence};
}
} // namespace

QList<HistoryEntry> historyOf(const QList<HistoryRow> &rows,
    const std::function<QString(const QString &field, qint64 id)> &names)
{
    QList<HistoryEntry> entries;
    for (const HistoryRow &row : rows) {
        QStringList sentences = sentencesOf(row, names);
        if (sentences.isEmpty())
            continue;
        if (entries.isEmpty() || entries.last().at != row.at || entries.last().who != row.who)
            entries.append({row.seq, row.at, row.who, {}});
        for (const QString &known : std::as_const(entries.last().sentences)) {
            if (!sentences.contains(known))
                sentences << known;
        }
        entries.last().sentences = sentences; // in the order in which it was done
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
                u"guardrail_override", u"merge"}))
            reload();
    });
}

void ProspectHistory::open(ProspectId id)
{
    if (id == m_id) {
        if (state() == StoreState::Failed) {
            setState(StoreState::Loading); // what was read stays
            emit changed();
            reload();
        }
        return;
    }
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
        return HistoryTable::newest(connection, id, limit);
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
