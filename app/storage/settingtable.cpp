// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settingtable.h"

using namespace Qt::StringLiterals;

Result<QHash<QString, QString>> SettingTable::all(Connection &connection)
{
    auto rows = connection.select(u"SELECT key, value FROM setting"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, QString> settings;
    while (rows->next())
        settings.insert(rows->text(0), rows->text(1));
    return settings;
}

Result<> SettingTable::set(Transaction &transaction, const QString &key, const QString &value)
{
    auto done = transaction.execute(
        u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) "
        "DO UPDATE SET value = excluded.value, row_version = setting.row_version + 1"_s,
        {key, value});
    return done ? Result<>() : tl::unexpected(done.error());
}
