// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/suppression.h"

#include "base/idsource.h"
#include "domain/prospect.h"
#include "storage/salestable.h"
#include "storage/settingtable.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace {
const auto SaltKey = "suppression.salt"_L1;

/// Empty where nothing was ever put on the list.
Result<QByteArray> knownSalt(Connection &connection)
{
    return SettingTable::all(connection).map([](const QHash<QString, QString> &settings) {
        return QByteArray::fromHex(settings.value(SaltKey).toLatin1());
    });
}

Result<QByteArray> saltOf(Transaction &transaction)
{
    auto salt = knownSalt(transaction.connection());
    if (!salt || !salt->isEmpty())
        return salt;
    std::array<quint32, 8> random {}; // 256 bits, the length of the hash
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    QByteArray made(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof(random)));
    return SettingTable::set(transaction, SaltKey, QString::fromLatin1(made.toHex())).map([&made] {
        return made;
    });
}

Result<QList<Suppression>> withHash(Connection &connection, const QString &hash)
{
    return selectRows<Suppression>(connection, u"WHERE hash = ? ORDER BY id"_s, {hash});
}

QString hashOfHandle(const QByteArray &salt, const NetworkHandle &handle)
{
    return QString::fromLatin1(QMessageAuthenticationCode::hash(
        QString(handle.first + u':' + handle.second).toUtf8(), salt, QCryptographicHash::Sha256)
                                   .toHex());
}
} // namespace

QString SuppressionList::hashOf(
    const QByteArray &salt, const QString &network, const QString &value)
{
    return hashOfHandle(salt, {network, normalisedHandle(network, value)});
}

Result<> SuppressionList::add(
    Transaction &transaction, const QString &network, const QString &value, SuppressionKind kind)
{
    const auto salt = saltOf(transaction);
    if (!salt)
        return tl::unexpected(salt.error());
    Suppression entry;
    entry.hash = hashOf(*salt, network, value);
    entry.kind = kind;
    entry.at = transaction.now;
    const auto known = withHash(transaction.connection(), entry.hash);
    if (!known)
        return tl::unexpected(known.error());
    for (const Suppression &present : *known) {
        if (present.kind == kind)
            return {};
    }
    entry.id = SuppressionId(IdSource::at(transaction.now));
    return applyEdit(transaction, insertion(entry));
}

Result<> SuppressionList::remove(
    Transaction &transaction, const QString &network, const QString &value, SuppressionKind kind)
{
    const auto salt = knownSalt(transaction.connection());
    if (!salt)
        return tl::unexpected(salt.error());
    if (salt->isEmpty())
        return {};
    const auto known = withHash(transaction.connection(), hashOf(*salt, network, value));
    if (!known)
        return tl::unexpected(known.error());
    for (const Suppression &present : *known) {
        if (present.kind != kind)
            continue;
        if (auto done = applyEdit(transaction, removal(present)); !done)
            return done;
    }
    return {};
}

Result<std::optional<SuppressionKind>> SuppressionList::find(
    Connection &connection, const QString &network, const QString &value)
{
    const auto salt = knownSalt(connection);
    if (!salt)
        return tl::unexpected(salt.error());
    std::optional<SuppressionKind> why;
    if (salt->isEmpty())
        return why;
    const auto known = withHash(connection, hashOf(*salt, network, value));
    if (!known)
        return tl::unexpected(known.error());
    for (const Suppression &present : *known) {
        if (!why || present.kind == SuppressionKind::Erased)
            why = present.kind;
    }
    return why;
}

Result<QHash<NetworkHandle, SuppressionKind>> SuppressionList::find(
    Connection &connection, const QSet<NetworkHandle> &handles)
{
    QHash<NetworkHandle, SuppressionKind> listed;
    const auto salt = knownSalt(connection);
    if (!salt)
        return tl::unexpected(salt.error());
    if (salt->isEmpty() || handles.isEmpty())
        return listed;
    QHash<QString, NetworkHandle> byHash;
    for (const NetworkHandle &handle : handles)
        byHash.insert(hashOfHandle(*salt, handle), handle);
    constexpr qsizetype AtOnce = 1000;
    const QStringList hashes = byHash.keys();
    for (qsizetype first = 0; first < hashes.size(); first += AtOnce) {
        const QStringList some = hashes.mid(first, AtOnce);
        const auto known = selectRows<Suppression>(connection,
            "WHERE hash IN ("_L1 + QStringList(some.size(), u"?"_s).join(u',') + ") ORDER BY id"_L1,
            QVariantList(some.begin(), some.end()));
        if (!known)
            return tl::unexpected(known.error());
        for (const Suppression &present : *known) {
            const NetworkHandle handle = byHash.value(present.hash);
            if (present.kind == SuppressionKind::Erased || !listed.contains(handle))
                listed.insert(handle, present.kind);
        }
    }
    return listed;
}
