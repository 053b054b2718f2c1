// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/handleclaims.h"

#include "domain/prospect.h"
#include "storage/circle.h"
#include "storage/connection.h"
#include "storage/sqlvalue.h"

#include <QMap>
#include <QStringList>
#include <QVariantList>

using namespace Qt::StringLiterals;

namespace {
using ClaimsByHandle = QHash<NetworkHandle, HandleClaims>;

/// Some handles of one network.
struct ClaimedHandles
{
    QString network;
    QStringList keys;
};

constexpr qsizetype ClaimsAtOnce = 1000;

QVariantList bound(const QStringList &texts)
{
    QVariantList values;
    values.reserve(texts.size() + 1);
    for (const QString &text : texts)
        values << toSql(text);
    return values;
}

/// A table k with the one column column1 of so many texts.
QString textTable(qsizetype count)
{
    return "(VALUES "_L1 + QStringList(count, u"(CAST(? AS TEXT))"_s).join(u',') + ") AS k"_L1;
}

Result<> readHolders(Connection &connection, const ClaimedHandles &asked, ClaimsByHandle &claims)
{
    auto rows = connection.select(
        "SELECT h.value_folded, h.prospect_id, (SELECT count(*) FROM live_handle l JOIN "
        "live_prospect p ON p.id = l.prospect_id WHERE l.id = h.id), CASE WHEN "_L1
            + Circle::isKnown(connection, u"h.prospect_id"_s)
            + " THEN 1 ELSE 0 END FROM handle h WHERE h.deleted_at IS NULL AND "
              "h.value_folded IN ("_L1
            + QStringList(asked.keys.size(), u"?"_s).join(u',') + ") AND h.network = ?"_L1,
        bound(asked.keys) << asked.network);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        HandleClaims &claim = claims[{asked.network, rows->text(0)}];
        claim.holder = ProspectId(rows->integer(1));
        const bool isLive = rows->integer(2) > 0;
        const bool isKnown = rows->integer(3) != 0;
        if (isLive && isKnown)
            claim.known = claim.holder;
        claim.isHidden = isLive && !isKnown;
    }
    return {};
}

/// Those whom a server's policies hide.
Result<> readHiddenHolders(
    Connection &connection, const ClaimedHandles &asked, ClaimsByHandle &claims)
{
    if (connection.dialect().isSqlite())
        return {};
    QStringList unheld;
    for (const QString &key : asked.keys) {
        if (!claims.contains({asked.network, key}))
            unheld << key;
    }
    if (unheld.isEmpty())
        return {};
    auto rows =
        connection.select("SELECT k.column1, pullpush_handle_holder(CAST(? AS TEXT), k.column1, 0) "
                          "FROM "_L1
                + textTable(unheld.size()),
            QVariantList {asked.network} + bound(unheld));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const ProspectId holder(rows->integer(1));
        if (holder.isNull())
            continue;
        HandleClaims &claim = claims[{asked.network, rows->text(0)}];
        claim.holder = holder;
        claim.isHidden = true;
    }
    return {};
}

Result<> readContenders(Connection &connection, const ClaimedHandles &asked, ClaimsByHandle &claims)
{
    auto rows = connection.select("SELECT k.column1, h.id, h.prospect_id, h.value_folded FROM "_L1
            + textTable(asked.keys.size())
            + " CROSS JOIN live_handle h JOIN live_prospect p ON p.id = h.prospect_id WHERE "
              "h.contested = 1 AND h.value_folded > k.column1 || ' ' AND h.value_folded < "
              "k.column1 || '!' AND h.network = ? AND "_L1
            + Circle::isKnown(connection, u"p.id"_s) + " ORDER BY h.id"_L1,
        bound(asked.keys) << asked.network);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const QString key = rows->text(0);
        // A longer name begins with the same words.
        if (rows->text(3) != key + u' ' + rows->text(1))
            continue;
        HandleClaims &claim = claims[{asked.network, key}];
        claim.contenders << ProspectId(rows->integer(2));
        if (claim.known.isNull())
            claim.known = claim.contenders.first();
    }
    return {};
}

/// Who has them, with or without those who have them contested.
Result<> readClaims(Connection &connection, const ClaimedHandles &asked, bool withContenders,
    ClaimsByHandle &claims)
{
    return readHolders(connection, asked, claims)
        .and_then([&] { return readHiddenHolders(connection, asked, claims); })
        .and_then([&] {
            return withContenders ? readContenders(connection, asked, claims) : Result<>();
        });
}
} // namespace

Result<QHash<NetworkHandle, HandleClaims>> HandleClaims::of(
    Connection &connection, const QSet<NetworkHandle> &handles)
{
    ClaimsByHandle claims;
    if (handles.isEmpty())
        return claims;
    // Mostly nobody contests anything.
    const auto contested = connection.number(
        u"SELECT id FROM handle WHERE contested = 1 AND deleted_at IS NULL LIMIT 1"_s);
    if (!contested)
        return tl::unexpected(contested.error());
    QMap<QString, QStringList> byNetwork;
    for (const auto &[network, key] : handles)
        byNetwork[network] << key;
    for (auto it = byNetwork.cbegin(); it != byNetwork.cend(); ++it) {
        for (qsizetype first = 0; first < it->size(); first += ClaimsAtOnce) {
            auto done = readClaims(connection, {it.key(), it->mid(first, ClaimsAtOnce)},
                contested->has_value(), claims);
            if (!done)
                return tl::unexpected(done.error());
        }
    }
    return claims;
}

Result<HandleClaims> HandleClaims::of(
    Connection &connection, const QString &network, const QString &value)
{
    const QString key = normalisedHandle(network, value);
    ClaimsByHandle claims;
    return readClaims(connection, {network, {key}}, true, claims).map([&] {
        return claims.value({network, key});
    });
}

Result<bool> HandleClaims::isKept(Connection &connection, const NetworkHandle &handle)
{
    if (connection.dialect().isSqlite())
        return false;
    const ClaimedHandles asked {handle.first, {handle.second}};
    ClaimsByHandle claims;
    if (auto done = readHolders(connection, asked, claims); !done)
        return tl::unexpected(done.error());
    if (!claims.isEmpty())
        return false; // their row can be read
    return readHiddenHolders(connection, asked, claims).map([&] { return !claims.isEmpty(); });
}
