// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/duplicatetable.h"

#include "base/text.h"
#include "storage/circle.h"
#include "storage/handleclaims.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
using IdPair = std::pair<ProspectId, ProspectId>;

constexpr int MostContested = 2000;
constexpr int MostNames = 2000;
constexpr int MostOfOneName = 20; ///< of more people with one name nobody can say who is who

IdPair orderedPair(ProspectId one, ProspectId other)
{
    return {std::min(one, other), std::max(one, other)};
}

/// Pairs that have the same handle: one of each is contested.
Result<> addContested(Connection &connection, std::set<IdPair> &pairs)
{
    const auto contested = selectRows<Handle>(connection,
        "WHERE contested = 1 AND "_L1 + Circle::isKnown(connection, u"prospect_id"_s)
            + " ORDER BY id DESC LIMIT ?"_L1,
        {MostContested});
    if (!contested)
        return tl::unexpected(contested.error());
    const auto keyOf = [](const Handle &handle) {
        return NetworkHandle(handle.network, normalisedHandle(handle.network, handle.value));
    };
    QSet<NetworkHandle> keys;
    for (const Handle &handle : *contested)
        keys.insert(keyOf(handle));
    const auto claims = HandleClaims::of(connection, keys);
    if (!claims)
        return tl::unexpected(claims.error());
    for (const Handle &handle : *contested) {
        const HandleClaims claim = claims->value(keyOf(handle));
        for (const ProspectId other : QList<ProspectId> {claim.holder} + claim.contenders) {
            if (!other.isNull() && other != handle.prospect)
                pairs.insert(orderedPair(handle.prospect, other));
        }
    }
    return {};
}

Result<> addPairs(Connection &connection, const QString &sql, std::set<IdPair> &pairs)
{
    auto rows = connection.select(sql, {MostContested});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        pairs.insert(orderedPair(ProspectId(rows->integer(0)), ProspectId(rows->integer(1))));
    return {};
}

/// Pairs within the names that \a sql finds.
Result<> addNamesakes(Connection &connection, const QString &sql, std::set<IdPair> &pairs)
{
    QStringList names;
    {
        auto rows = connection.select(sql, {MostNames});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            names << rows->text(0);
    }
    for (const QString &name : std::as_const(names)) {
        auto rows = connection.select("SELECT id FROM live_prospect WHERE name_folded = ? AND "_L1
                + Circle::isKnown(connection, u"id"_s) + " ORDER BY id DESC LIMIT ?"_L1,
            {name, MostOfOneName});
        if (!rows)
            return tl::unexpected(rows.error());
        QList<ProspectId> ids;
        while (rows->next())
            ids << ProspectId(rows->integer(0));
        for (qsizetype i = 0; i < ids.size(); ++i) {
            for (qsizetype j = i + 1; j < ids.size(); ++j)
                pairs.insert(orderedPair(ids.at(i), ids.at(j)));
        }
    }
    return {};
}

/// The live ones of \a ids that the viewer may see, with what is compared.
Result<QHash<ProspectId, DuplicateCandidate>> comparedRecords(
    Connection &connection, const QList<ProspectId> &ids)
{
    QHash<ProspectId, DuplicateCandidate> found;
    constexpr qsizetype AtOnce = 500;
    for (qsizetype first = 0; first < ids.size(); first += AtOnce) {
        const QString some = idList(ids.mid(first, AtOnce));
        const auto prospects = selectRows<Prospect>(connection,
            "WHERE id IN ("_L1 + some + ") AND "_L1 + Circle::isKnown(connection, u"id"_s));
        if (!prospects)
            return tl::unexpected(prospects.error());
        QSet<CompanyId> companyIds;
        for (const Prospect &prospect : *prospects) {
            found.insert(prospect.id, {prospect, {}, {}});
            companyIds.insert(prospect.company);
        }
        const auto handles =
            selectRows<Handle>(connection, "WHERE prospect_id IN ("_L1 + some + ") ORDER BY id"_L1);
        if (!handles)
            return tl::unexpected(handles.error());
        for (const Handle &handle : *handles) {
            if (const auto it = found.find(handle.prospect); it != found.end())
                it->handles.append(handle);
        }
        const auto companies =
            selectRows<Company>(connection, "WHERE id IN ("_L1 + idList(companyIds) + u')');
        if (!companies)
            return tl::unexpected(companies.error());
        QHash<CompanyId, QString> names;
        for (const Company &company : *companies)
            names.insert(company.id, company.name);
        for (const Prospect &prospect : *prospects)
            found[prospect.id].company = names.value(prospect.company);
    }
    return found;
}

Result<KnownPeople> peopleOf(Connection &connection, const QList<ProspectId> &ids)
{
    return comparedRecords(connection, ids)
        .map([&ids](const QHash<ProspectId, DuplicateCandidate> &shown) {
            KnownPeople people;
            QSet<ProspectId> seen;
            for (const ProspectId id : ids) {
                const auto found = shown.constFind(id);
                people.isHidden = people.isHidden || found == shown.constEnd();
                if (found != shown.constEnd() && !seen.contains(id))
                    people.shown << *found;
                seen << id;
            }
            return people;
        });
}

Result<std::set<IdPair>> foundToBeTwo(Connection &connection)
{
    const auto rows = selectRows<NotDuplicate>(connection);
    if (!rows)
        return tl::unexpected(rows.error());
    std::set<IdPair> pairs;
    for (const NotDuplicate &row : *rows)
        pairs.insert(orderedPair(row.one, row.other));
    return pairs;
}
} // namespace

Result<QList<DuplicateSuggestion>> DuplicateTable::suggestions(
    Connection &connection, bool alsoWeak, int limit)
{
    std::set<IdPair> pairs;
    // People whom the viewer may not know of take no part: else a full list would tell of them by who is missing.
    const QString known = Circle::isKnown(connection, u"id"_s);
    const auto done =
        addContested(connection, pairs)
            .and_then([&] {
                return addPairs(connection,
                    "SELECT h.prospect_id, o.prospect_id FROM live_handle h JOIN live_handle o "
                    "ON o.network = 'phone' AND o.value_folded = h.value_folded "
                    "WHERE h.network = 'whatsapp' AND h.prospect_id <> o.prospect_id AND "_L1
                        + Circle::isKnown(connection, u"h.prospect_id"_s) + " AND "_L1
                        + Circle::isKnown(connection, u"o.prospect_id"_s) + " LIMIT ?"_L1,
                    pairs);
            })
            .and_then([&] {
                return addNamesakes(connection,
                    "SELECT name_folded FROM live_prospect WHERE name_folded <> '' "
                    "AND company_id IS NOT NULL AND "_L1
                        + known
                        + " GROUP BY name_folded, company_id "
                          "HAVING count(*) > 1 ORDER BY name_folded LIMIT ?"_L1,
                    pairs);
            })
            .and_then([&] {
                return addNamesakes(connection,
                    "SELECT name_folded FROM live_prospect WHERE name_folded <> '' AND "_L1 + known
                        + " GROUP BY name_folded HAVING count(*) BETWEEN 2 AND 20 "
                          "ORDER BY name_folded LIMIT ?"_L1,
                    pairs);
            });
    if (!done)
        return tl::unexpected(done.error());
    const auto two = foundToBeTwo(connection);
    if (!two)
        return tl::unexpected(two.error());
    QSet<ProspectId> ids;
    for (const auto &[one, other] : pairs)
        ids << one << other;
    const auto records = comparedRecords(connection, ids.values());
    if (!records)
        return tl::unexpected(records.error());
    QList<DuplicateSuggestion> list;
    for (const IdPair &pair : pairs) {
        const auto one = records->constFind(pair.first);
        const auto other = records->constFind(pair.second);
        if (one == records->constEnd() || other == records->constEnd() || two->contains(pair))
            continue;
        if (const auto found = compareRecords(*one, *other, alsoWeak))
            list.append({*found, *one, *other});
    }
    std::ranges::stable_sort(
        list, [](const DuplicateSuggestion &one, const DuplicateSuggestion &other) {
            return std::pair(one.pair.reason, displayName(one.one.prospect))
                < std::pair(other.pair.reason, displayName(other.one.prospect));
        });
    if (list.size() > limit)
        list.resize(limit);
    return list;
}

Result<KnownPeople> DuplicateTable::withHandle(
    Connection &connection, const QString &network, const QString &value)
{
    if (value.trimmed().isEmpty())
        return KnownPeople();
    return HandleClaims::of(connection, network, value).and_then([&](const HandleClaims &claims) {
        QList<ProspectId> all = claims.contenders;
        if (!claims.holder.isNull())
            all.prepend(claims.holder);
        return peopleOf(connection, all);
    });
}

Result<KnownPeople> DuplicateTable::withName(Connection &connection, const QString &name)
{
    if (foldText(name).isEmpty())
        return KnownPeople();
    return ProspectTable::named(connection, name).and_then([&](const QList<ProspectId> &ids) {
        return peopleOf(connection, ids).map([](KnownPeople people) {
            people.isHidden = false; // a name alone tells nothing of somebody's private circle
            return people;
        });
    });
}
