// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/nodetable.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSysInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {
/// Where a process id means one process: this run of this system, and its namespace of processes. A host's name does not tell, as many have the same.
QString here()
{
    const QString space = QFileInfo(QFileInfo(u"/proc/self/ns/pid"_s).symLinkTarget()).fileName();
    return QString::fromLatin1(QSysInfo::bootUniqueId()) + u'.' + space;
}

bool isHere(const QString &holder)
{
    return holder.section(u'/', 0, 0) == here() && QFileInfo::exists(u"/proc/self"_s);
}

bool isGone(const QString &holder)
{
    return !QFileInfo::exists("/proc/"_L1 + holder.section(u'/', 1, 1));
}
} // namespace

QString NodeTable::makeHolder()
{
    return here() + u'/' + QString::number(QCoreApplication::applicationPid()) + u'/'
        + QUuid::createUuid().toString(QUuid::Id128);
}

Result<NodeTable::Lease> NodeTable::take(Transaction &transaction, const QString &holder)
{
    if (!transaction.dialect().isSqlite()) {
        // Two openers must not see the same number as free.
        auto locked = transaction.execute(u"LOCK TABLE node IN EXCLUSIVE MODE"_s);
        if (!locked)
            return tl::unexpected(locked.error());
    }
    auto rows = transaction.connection().select(u"SELECT id, holder, leased_until FROM node"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<int, bool> taken;
    Lease lease;
    while (rows->next()) {
        const int node = int(rows->integer(0));
        // On this computer the process table tells; elsewhere only the lease does.
        const bool isDead =
            isHere(rows->text(1)) ? isGone(rows->text(1)) : rows->integer(2) < transaction.now;
        taken.insert(node, !isDead);
        if (isDead)
            lease.deadNodes << node;
    }
    while (lease.node < 256 && taken.value(lease.node))
        ++lease.node;
    if (lease.node == 256)
        return fail(Error::Code::Busy,
            QCoreApplication::translate("Storage", "Too many windows have this workspace open."));
    auto done =
        transaction.execute(u"INSERT INTO node (id, holder, leased_until) VALUES (?, ?, ?) ON "
                            u"CONFLICT (id) DO UPDATE SET "
                            "holder = excluded.holder, leased_until = excluded.leased_until"_s,
            {lease.node, holder, transaction.now + LeaseMs});
    if (!done)
        return tl::unexpected(done.error());
    if (!lease.deadNodes.contains(lease.node))
        lease.deadNodes << lease.node; // a free number has no writer either
    return lease;
}

Result<> NodeTable::renew(Transaction &transaction, int node, const QString &holder)
{
    auto done =
        transaction.execute(u"UPDATE node SET leased_until = ? WHERE id = ? AND holder = ?"_s,
            {transaction.now + LeaseMs, node, holder});
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<> NodeTable::release(Transaction &transaction, int node, const QString &holder)
{
    auto done =
        transaction.execute(u"DELETE FROM node WHERE id = ? AND holder = ?"_s, {node, holder});
    return done ? Result<>() : tl::unexpected(done.error());
}
