// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"
#include "storage/database.h"

/// Runs \a sql past the workspace, as another program would; false where the database refuses it. Waits.
[[nodiscard]] inline bool executeSql(
    Workspace &workspace, const QString &sql, const QVariantList &bindings = {})
{
    return workspace.database()
        ->write([&](Transaction &transaction) { return transaction.execute(sql, bindings); })
        .result()
        .has_value();
}
