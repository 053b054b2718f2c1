// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/merging.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
const auto Dropped = "deleted_at"_L1;

bool sameValue(const QVariant &one, const QVariant &other)
{
    return one.isNull() || other.isNull() ? one.isNull() && other.isNull() : one == other;
}

bool sameValues(const QVariantMap &one, const QVariantMap &other)
{
    return std::ranges::all_of(one.keys(),
        [&](const QString &column) { return sameValue(one.value(column), other.value(column)); });
}

QVariantMap onlyColumns(const QStringList &columns, const QVariantMap &row)
{
    QVariantMap some;
    for (const QString &column : columns) {
        if (row.contains(column))
            some.insert(column, row.value(column));
    }
    return some;
}

QJsonValue valueToJson(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.typeId() == QMetaType::LongLong) // a JSON number holds 53 bits
        return QJsonObject {{u"n"_s, QString::number(value.toLongLong())}};
    return value.toString();
}

QVariant valueFromJson(const QJsonValue &value)
{
    if (value.isNull())
        return {};
    if (value.isObject())
        return value.toObject().value("n"_L1).toString().toLongLong();
    return value.toString();
}

QJsonObject rowToJson(const QVariantMap &row)
{
    QJsonObject object;
    for (auto it = row.cbegin(); it != row.cend(); ++it)
        object.insert(it.key(), valueToJson(it.value()));
    return object;
}

QVariantMap rowFromJson(const QJsonObject &object)
{
    QVariantMap row;
    for (auto it = object.begin(); it != object.end(); ++it)
        row.insert(it.key(), valueFromJson(it.value()));
    return row;
}

QString joinedTexts(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty() || one.contains(other))
        return one.isEmpty() ? other : one;
    return other.contains(one) ? other : one + "\n\n"_L1 + other;
}

/// The text of both; of anything else there is one.
QVariantMap joinedValues(
    const MergeField &field, const QVariantMap &survivor, const QVariantMap &merged)
{
    const QString column = field.columns.first();
    const QString one = survivor.value(column).toString();
    const QString other = merged.value(column).toString();
    if (field.name == "notes"_L1)
        return {{column, joinedTexts(one, other)}};
    return onlyColumns(field.columns, saysNothing(field, survivor) ? merged : survivor);
}

RowEdit placing(
    const QString &table, qint64 id, const QString &column, ProspectId from, ProspectId to)
{
    return {table, id, RowEdit::Op::Update, {{column, from.value()}}, {{column, to.value()}}};
}
} // namespace

const QList<MergeField> &mergeFieldList()
{
    static const QList<MergeField> fields {{u"name"_s, {u"name"_s}},
        {u"first_name"_s, {u"first_name"_s}}, {u"last_name"_s, {u"last_name"_s}},
        {u"title"_s, {u"title"_s}}, {u"company"_s, {u"company_id"_s}}, {u"source"_s, {u"source"_s}},
        {u"owner"_s, {u"owner_id"_s}}, {u"stage"_s, {u"stage_id"_s}},
        {u"first_seen"_s, {u"first_seen"_s, u"first_seen_precision"_s}},
        {u"value"_s, {u"value_minor"_s, u"currency"_s}}, {u"zone"_s, {u"zone"_s}},
        {u"circle"_s, {u"private_to_id"_s}}, {u"notes"_s, {u"notes"_s}},
        {u"do_not_contact"_s, {u"do_not_contact_since"_s, u"do_not_contact_why"_s}},
        {u"last_activity"_s, {u"last_activity_at"_s}}};
    return fields;
}

bool saysNothing(const MergeField &field, const QVariantMap &row)
{
    if (field.name == "first_seen"_L1)
        return row.value(u"first_seen_precision"_s).toString() == "unknown"_L1;
    const QVariant value = row.value(field.columns.first());
    return value.isNull() || value.toString().trimmed().isEmpty()
        || (value.typeId() == QMetaType::LongLong && value.toLongLong() == 0);
}

bool differIn(const MergeField &field, const QVariantMap &one, const QVariantMap &other)
{
    return !sameValues(onlyColumns(field.columns, one), onlyColumns(field.columns, other));
}

MergeChoice proposedChoice(const MergeField &field, const QVariantMap &survivor,
    const QVariantMap &merged, bool mergedMovedLater)
{
    if (field.name == "notes"_L1)
        return MergeChoice::Both;
    if (saysNothing(field, merged))
        return MergeChoice::Survivor;
    if (saysNothing(field, survivor))
        return MergeChoice::Merged;
    const auto number = [&field](const QVariantMap &row) {
        return row.value(field.columns.first()).toLongLong();
    };
    if (field.name == "stage"_L1)
        return mergedMovedLater ? MergeChoice::Merged : MergeChoice::Survivor;
    if (field.name == "first_seen"_L1 && number(merged) < number(survivor))
        return MergeChoice::Merged;
    return MergeChoice::Survivor;
}

QVariantMap mergedColumns(
    const QVariantMap &survivor, const QVariantMap &merged, const MergeChoices &choices)
{
    QVariantMap columns = survivor;
    for (const MergeField &field : mergeFieldList()) {
        const MergeChoice choice = choices.value(field.name, MergeChoice::Survivor);
        if (choice == MergeChoice::Merged)
            columns.insert(onlyColumns(field.columns, merged));
        else if (choice == MergeChoice::Both)
            columns.insert(joinedValues(field, survivor, merged));
    }
    const MergeField doNotContact {{}, {u"do_not_contact_since"_s, u"do_not_contact_why"_s}};
    const bool isOne = saysNothing(doNotContact, survivor);
    columns.insert(onlyColumns(doNotContact.columns, isOne ? merged : survivor));
    const auto activity = u"last_activity_at"_s;
    if (columns.contains(activity))
        columns.insert(activity,
            std::max(survivor.value(activity).toLongLong(), merged.value(activity).toLongLong()));
    return columns;
}

FieldChanges fieldChanges(const QVariantMap &before, const QVariantMap &after)
{
    FieldChanges changes;
    for (const MergeField &field : mergeFieldList()) {
        if (differIn(field, before, after))
            changes.insert(field.name,
                {onlyColumns(field.columns, before), onlyColumns(field.columns, after)});
    }
    return changes;
}

QString toJson(const FieldChanges &changes)
{
    QJsonObject object;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        object.insert(
            it.key(), QJsonObject {{u"from"_s, rowToJson(it->from)}, {u"to"_s, rowToJson(it->to)}});
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

FieldChanges fieldChangesFrom(const QString &json)
{
    FieldChanges changes;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject change = it.value().toObject();
        changes.insert(it.key(),
            {rowFromJson(change.value("from"_L1).toObject()),
                rowFromJson(change.value("to"_L1).toObject())});
    }
    return changes;
}

QString rowChoice(const QString &table, const QString &same)
{
    return table + u'.' + same;
}

namespace {
class RowMerging
{
public:
    RowMerging(ProspectId survivor, ProspectId merged)
        : m_survivor(survivor)
        , m_merged(merged)
    { }

    void drop(const HangingRow &row)
    {
        m_result.edits.append({row.table, row.id, RowEdit::Op::Remove, row.values, {}});
        note(row, Dropped);
    }
    void carry(const HangingRow &row)
    {
        m_result.edits.append(placing(row.table, row.id, row.column, m_merged, m_survivor));
        note(row, row.column);
    }
    [[nodiscard]] MergedRows take() { return std::move(m_result); }

private:
    void note(const HangingRow &row, const QString &column)
    {
        MergePart part;
        part.table = row.table;
        part.row = row.id;
        part.column = column;
        m_result.parts.append(part);
    }

    const ProspectId m_survivor;
    const ProspectId m_merged;
    MergedRows m_result;
};
} // namespace

MergedRows mergeRows(const QList<HangingRow> &ofSurvivor, const QList<HangingRow> &ofMerged,
    ProspectId survivor, ProspectId merged, const MergeChoices &choices)
{
    QSet<QString> offered;
    for (const HangingRow &row : ofMerged) {
        const QString name = rowChoice(row.table, row.same);
        if (!row.same.isEmpty() && choices.value(name) == MergeChoice::Merged)
            offered.insert(name);
    }
    RowMerging rows(survivor, merged);
    QSet<QString> kept;
    for (const HangingRow &row : ofSurvivor) {
        if (row.same.isEmpty())
            continue;
        const QString name = rowChoice(row.table, row.same);
        if (offered.contains(name) && !row.values.isEmpty())
            rows.drop(row);
        else
            kept.insert(name);
    }
    for (const HangingRow &row : ofMerged) {
        if (!row.values.isEmpty() && !row.same.isEmpty()
            && kept.contains(rowChoice(row.table, row.same)))
            rows.drop(row);
        else
            rows.carry(row);
    }
    return rows.take();
}

bool isEarlier(const Merge &one, const Merge &other)
{
    return std::pair(one.at, one.id.value()) < std::pair(other.at, other.id.value());
}

namespace {
class TakingOut
{
public:
    explicit TakingOut(const TakeOutSource &source)
        : m_source(source)
    {
        for (const Merge &merge : source.standing) {
            if (isEarlier(source.merge, merge))
                m_later.append(merge);
        }
        std::ranges::sort(m_later, isEarlier);
        for (ProspectId id = source.merge.survivor; !id.isNull() && !m_chain.contains(id);
             id = source.mergedInto.value(id))
            m_chain.insert(id);
    }

    TakeOutPlan plan()
    {
        findReplaced();
        for (const MergePart &part : m_source.parts) {
            if (m_source.places.contains(part.id) && !m_gaveWay.contains(part.id))
                takeBack(part, m_source.places.value(part.id));
        }
        const FieldChanges changes = fieldChangesFrom(m_source.merge.fields);
        for (auto it = changes.cbegin(); it != changes.cend(); ++it)
            takeBack(it.key(), it.value());
        for (qsizetype i = 0; i < m_later.size(); ++i) {
            if (m_rewritten.contains(i))
                m_plan.rewritten.append(m_later.at(i));
        }
        return m_plan;
    }

private:
    /// What later merges noted of the row: they carried it on, or dropped it.
    [[nodiscard]] QList<MergePart> laterParts(const MergePart &part) const
    {
        QList<MergePart> parts;
        for (const MergePart &other : m_source.otherParts) {
            const bool isSame = other.table == part.table && other.row == part.row
                && (other.column == part.column || other.column == Dropped);
            if (isSame && std::ranges::find(m_later, other.merge, &Merge::id) != m_later.end())
                parts.append(other);
        }
        return parts;
    }

    /// Which of the survivor's own rows gave way to which of the merged record's.
    void findReplaced()
    {
        QHash<QString, MergePartId> taken; ///< of the merged record, by what they say
        for (const MergePart &part : m_source.parts) {
            const QString same = m_source.places.value(part.id).same;
            if (part.column != Dropped && !same.isEmpty())
                taken.insert(rowChoice(part.table, same), part.id);
        }
        for (const MergePart &part : m_source.parts) {
            const QString same = m_source.places.value(part.id).same;
            const MergePartId instead = taken.value(rowChoice(part.table, same));
            if (part.column != Dropped || instead.isNull() || m_replaced.contains(instead))
                continue;
            m_replaced.insert(instead, part);
            m_gaveWay.insert(part.id);
        }
    }

    static RowEdit shownAgain(const MergePart &part, const RowPlace &place)
    {
        return {part.table, part.row, RowEdit::Op::Insert, {}, place.values};
    }

    /// The survivor's own row stands again where the one stood for which it gave way: later merges took it along, or dropped it.
    void comeBack(const MergePart &own, const MergePart &instead, const QList<MergePart> &later)
    {
        const RowPlace place = m_source.places.value(own.id);
        const RowPlace where = m_source.places.value(instead.id);
        if (!place.isDeleted) {
            m_plan.forgotten << later;
            return; // somebody brought it back since
        }
        const bool isElsewhere = place.at != where.at;
        if (isElsewhere || !where.isDeleted)
            m_plan.rows.append(shownAgain(own, place));
        if (isElsewhere)
            m_plan.rows.append(placing(own.table, own.row, instead.column, place.at, where.at));
        if (isElsewhere && where.isDeleted) {
            QVariantMap values = place.values;
            values.insert(instead.column, where.at.value());
            m_plan.rows.append({own.table, own.row, RowEdit::Op::Remove, values, {}});
        }
        for (const MergePart &part : later) {
            MergePart after = part;
            after.row = own.row;
            m_plan.handedOn.append({part, after});
        }
    }

    /// Which of the survivor's own rows gave way in the later merge that \a carried is of.
    [[nodiscard]] const MergePart *gaveWayTo(const MergePart &carried, const QString &same) const
    {
        const auto found = std::ranges::find_if(m_source.otherParts, [&](const MergePart &other) {
            return other.merge == carried.merge && other.table == carried.table
                && other.column == Dropped && m_source.places.value(other.id).same == same;
        });
        return found == m_source.otherParts.end() ? nullptr : &*found;
    }

    /// A row goes that later merges took along. Where another gave way to it in one of them, that one stands in its place from there on.
    void leave(const MergePart &part, QList<MergePart> later)
    {
        const QString same = m_source.places.value(part.id).same;
        std::ranges::sort(later, {}, [this](const MergePart &other) {
            return std::ranges::find(m_later, other.merge, &Merge::id) - m_later.begin();
        });
        for (qsizetype i = 0; i < later.size() && !same.isEmpty(); ++i) {
            const MergePart *own =
                later.at(i).column == Dropped ? nullptr : gaveWayTo(later.at(i), same);
            if (!own)
                continue;
            m_plan.forgotten << later.first(i + 1) << *own;
            comeBack(*own, part, later.sliced(i + 1));
            return;
        }
        m_plan.forgotten << later;
    }

    void takeBack(const MergePart &part, const RowPlace &place)
    {
        const RowEdit shown = shownAgain(part, place);
        if (part.column == Dropped) {
            if (place.isDeleted)
                m_plan.rows.append(shown);
            return;
        }
        if (!m_chain.contains(place.at))
            return; // somebody gave it to another record since
        const QList<MergePart> later = laterParts(part);
        if (place.isDeleted) {
            if (std::ranges::find(later, QString(Dropped), &MergePart::column) == later.end())
                return; // somebody deleted it since
            m_plan.rows.append(shown);
        }
        m_plan.rows.append(
            placing(part.table, part.row, part.column, place.at, m_source.merge.merged));
        if (const auto own = m_replaced.constFind(part.id); own != m_replaced.constEnd())
            comeBack(*own, part, later);
        else
            leave(part, later);
    }

    void takeBack(const QString &field, const FieldChange &change)
    {
        for (qsizetype i = 0; i < m_later.size(); ++i) {
            if (m_later.at(i).survivor != m_source.merge.survivor)
                continue;
            FieldChanges next = fieldChangesFrom(m_later.at(i).fields);
            const auto found = next.find(field);
            if (found == next.end())
                continue;
            // That merge wrote over this one's value; once it is taken out, what was before this one counts.
            if (sameValues(change.to, found->from)) {
                found->from = change.from;
                m_later[i].fields = toJson(next);
                m_rewritten.insert(i);
            }
            return;
        }
        if (sameValues(change.to, m_source.survivor))
            m_plan.survivor.insert(change.from);
    }

    const TakeOutSource &m_source;
    QList<Merge> m_later; ///< standing, in their order
    QSet<ProspectId> m_chain; ///< the survivor, and whom it was merged into
    QSet<qsizetype> m_rewritten; ///< indices of m_later
    QHash<MergePartId, MergePart> m_replaced; ///< the survivor's own row, by the part of the other
    QSet<MergePartId> m_gaveWay; ///< parts of the survivor's own rows
    TakeOutPlan m_plan;
};
} // namespace

TakeOutPlan takeOut(const TakeOutSource &source)
{
    return TakingOut(source).plan();
}
