// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospectquery.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace {
struct QueryWords
{
    Q_DECLARE_TR_FUNCTIONS(ProspectQuery)
};

/// One part of a query: how it is written, and read back. `read` returns whether the value is one.
struct QueryPart
{
    QLatin1String key;
    void (*write)(const ProspectQuery &, QJsonValue &) = nullptr;
    bool (*read)(ProspectQuery &, const QJsonValue &) = nullptr;
};

template<auto Member>
void writeText(const ProspectQuery &query, QJsonValue &value)
{
    if (!(query.*Member).isEmpty())
        value = query.*Member;
}

template<auto Member>
bool readText(ProspectQuery &query, const QJsonValue &value)
{
    query.*Member = value.toString();
    return value.isString();
}

template<auto Member>
void writeFlag(const ProspectQuery &query, QJsonValue &value)
{
    if (query.*Member)
        value = true;
}

template<auto Member>
bool readFlag(ProspectQuery &query, const QJsonValue &value)
{
    query.*Member = value.toBool();
    return value.isBool();
}

template<auto Member>
void writeId(const ProspectQuery &query, QJsonValue &value)
{
    if (!(query.*Member).isNull())
        value = (query.*Member).toString();
}

template<typename Id>
bool readOneId(Id &id, const QJsonValue &value)
{
    bool isNumber = false;
    id = Id(value.toString().toLongLong(&isNumber));
    return isNumber && !id.isNull();
}

template<auto Member>
bool readId(ProspectQuery &query, const QJsonValue &value)
{
    return readOneId(query.*Member, value);
}

template<typename Id>
QJsonArray idArray(const QList<Id> &ids)
{
    QJsonArray array;
    for (const Id id : ids)
        array.append(id.toString());
    return array;
}

template<typename Id>
bool readIdArray(QList<Id> &ids, const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    for (const auto &entry : array) {
        Id id;
        if (!readOneId(id, entry))
            return false;
        ids.append(id);
    }
    return value.isArray();
}

template<auto Member>
void writeIds(const ProspectQuery &query, QJsonValue &value)
{
    if (!(query.*Member).isEmpty())
        value = idArray(query.*Member);
}

template<auto Member>
bool readIds(ProspectQuery &query, const QJsonValue &value)
{
    return readIdArray(query.*Member, value);
}

template<auto Member>
void writeWord(const ProspectQuery &query, QJsonValue &value)
{
    if (query.*Member)
        value = toText(*(query.*Member));
}

template<auto Member>
bool readWord(ProspectQuery &query, const QJsonValue &value)
{
    using Word = std::remove_cvref_t<decltype(*(query.*Member))>;
    query.*Member = fromText<Word>(value.toString());
    return (query.*Member).has_value();
}

std::optional<int> daysIn(const QJsonValue &value)
{
    const int days = value.toInt(-1);
    return days < 0 || days > ProspectQuery::MostDays ? std::nullopt : std::optional(days);
}

template<auto Member>
void writeDays(const ProspectQuery &query, QJsonValue &value)
{
    if (query.*Member)
        value = *(query.*Member);
}

template<auto Member>
bool readDays(ProspectQuery &query, const QJsonValue &value)
{
    query.*Member = daysIn(value);
    return (query.*Member).has_value();
}

/// A number of days that always has a value: left out where it is the usual one.
template<auto Member>
void writeCount(const ProspectQuery &query, QJsonValue &value)
{
    if (query.*Member != ProspectQuery().*Member)
        value = query.*Member;
}

template<auto Member>
bool readCount(ProspectQuery &query, const QJsonValue &value)
{
    const std::optional<int> days = daysIn(value);
    query.*Member = days.value_or(0);
    return days.has_value();
}

void writeSort(const ProspectQuery &query, QJsonValue &value)
{
    value = toText(query.sort);
}

bool readSort(ProspectQuery &query, const QJsonValue &value)
{
    const auto sort = fromText<ProspectQuery::Sort>(value.toString());
    query.sort = sort.value_or(ProspectQuery::Sort::LastActivity);
    return sort.has_value();
}

void writeDescending(const ProspectQuery &query, QJsonValue &value)
{
    value = query.descending;
}

void writeSides(const ProspectQuery &query, QJsonValue &value)
{
    QJsonArray words;
    for (const Side side : query.sides)
        words.append(toText(side));
    if (!words.isEmpty())
        value = words;
}

bool readSides(ProspectQuery &query, const QJsonValue &value)
{
    const QJsonArray words = value.toArray();
    for (const auto &word : words) {
        const auto side = fromText<Side>(word.toString());
        if (!side)
            return false;
        query.sides.append(*side);
    }
    return value.isArray();
}

void writeSource(const ProspectQuery &query, QJsonValue &value)
{
    if (query.source)
        value = query.source->isNull() ? u""_s : *query.source;
}

bool readSource(ProspectQuery &query, const QJsonValue &value)
{
    query.source = value.toString();
    return value.isString();
}

void writeOwner(const ProspectQuery &query, QJsonValue &value)
{
    if (query.owner)
        value = query.owner->isNull() ? u"nobody"_s : query.owner->toString();
}

bool readOwner(ProspectQuery &query, const QJsonValue &value)
{
    UserId owner;
    const bool isNobody = value.toString() == "nobody"_L1;
    const bool isOne = isNobody || readOneId(owner, value);
    query.owner = owner;
    return isOne;
}

void writeDoNotContact(const ProspectQuery &query, QJsonValue &value)
{
    if (query.doNotContact)
        value = *query.doNotContact;
}

bool readDoNotContact(ProspectQuery &query, const QJsonValue &value)
{
    query.doNotContact = value.toBool();
    return value.isBool();
}

void writeOnly(const ProspectQuery &query, QJsonValue &value)
{
    if (query.only)
        value = idArray(*query.only);
}

bool readOnly(ProspectQuery &query, const QJsonValue &value)
{
    query.only.emplace();
    return readIdArray(*query.only, value);
}

using Asked = ProspectQuery;
constexpr QueryPart QueryParts[] {
    {"sort"_L1, writeSort, readSort},
    {"descending"_L1, writeDescending, readFlag<&Asked::descending>},
    {"text"_L1, writeText<&Asked::text>, readText<&Asked::text>},
    {"stages"_L1, writeIds<&Asked::stages>, readIds<&Asked::stages>},
    {"sides"_L1, writeSides, readSides},
    {"source"_L1, writeSource, readSource},
    {"owner"_L1, writeOwner, readOwner},
    {"mine"_L1, writeFlag<&Asked::isMine>, readFlag<&Asked::isMine>},
    {"network"_L1, writeText<&Asked::network>, readText<&Asked::network>},
    {"labels"_L1, writeIds<&Asked::labels>, readIds<&Asked::labels>},
    {"turn"_L1, writeWord<&Asked::turn>, readWord<&Asked::turn>},
    {"quiet-at-least"_L1, writeDays<&Asked::quietAtLeast>, readDays<&Asked::quietAtLeast>},
    {"quiet-at-most"_L1, writeDays<&Asked::quietAtMost>, readDays<&Asked::quietAtMost>},
    {"step"_L1, writeWord<&Asked::step>, readWord<&Asked::step>},
    {"step-days"_L1, writeCount<&Asked::stepDays>, readCount<&Asked::stepDays>},
    {"touch"_L1, writeWord<&Asked::touch>, readWord<&Asked::touch>},
    {"touch-post"_L1, writeId<&Asked::touchPost>, readId<&Asked::touchPost>},
    {"touch-days"_L1, writeCount<&Asked::touchDays>, readCount<&Asked::touchDays>},
    {"do-not-contact"_L1, writeDoNotContact, readDoNotContact},
    {"company"_L1, writeText<&Asked::company>, readText<&Asked::company>},
    {"field"_L1, writeId<&Asked::field>, readId<&Asked::field>},
    {"field-value"_L1, writeText<&Asked::fieldValue>, readText<&Asked::fieldValue>},
    {"private-circle"_L1, writeFlag<&Asked::privateCircle>, readFlag<&Asked::privateCircle>},
    {"only"_L1, writeOnly, readOnly},
    {"only-title"_L1, writeText<&Asked::onlyTitle>, readText<&Asked::onlyTitle>},
};
} // namespace

bool isFiltered(const ProspectQuery &query)
{
    ProspectQuery trimmed = query;
    trimmed.text = query.text.trimmed();
    trimmed.onlyTitle.clear();
    trimmed.stepDays = ProspectQuery().stepDays;
    return trimmed != withoutFilters(query);
}

ProspectQuery withoutFilters(const ProspectQuery &query)
{
    ProspectQuery all;
    all.sort = query.sort;
    all.descending = query.descending;
    return all;
}

bool beginsDescending(ProspectQuery::Sort sort)
{
    using Sort = ProspectQuery::Sort;
    return sort == Sort::LastActivity || sort == Sort::Newest || sort == Sort::OfferValue;
}

QString queryText(const ProspectQuery &query)
{
    QJsonObject object; // sorts its keys, so that the text is the same each time
    for (const QueryPart &part : QueryParts) {
        QJsonValue value(QJsonValue::Undefined);
        part.write(query, value);
        if (!value.isUndefined())
            object.insert(part.key, value);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<ProspectQuery> queryFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return fail(Error::Code::Rejected,
            QueryWords::tr("The saved filter cannot be read. Delete it and save it again."));
    const QJsonObject object = document.object();
    ProspectQuery query;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto *part = std::ranges::find_if(
            QueryParts, [&it](const QueryPart &known) { return known.key == it.key(); });
        if (part == std::end(QueryParts))
            return fail(Error::Code::Rejected,
                QueryWords::tr("The saved filter has a part “%1” that this program does not know. "
                               "A newer program can use it.")
                    .arg(it.key()));
        if (!part->read(query, it.value()))
            return fail(Error::Code::Rejected,
                QueryWords::tr("The part “%1” of the saved filter says nothing that can be used. "
                               "Delete the filter and save it again.")
                    .arg(it.key()));
    }
    return query;
}
