// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"

#include <QHash>

/// Settings of the workspace (not of a computer): "zone", "name", …
namespace SettingTable {
[[nodiscard]] Result<QHash<QString, QString>> all(Connection &connection);
[[nodiscard]] Result<> set(Transaction &transaction, const QString &key, const QString &value);
} // namespace SettingTable
