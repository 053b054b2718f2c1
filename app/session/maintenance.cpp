// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/maintenance.h"

#include "session/workspace.h"
#include "storage/database.h"
#include "storage/workspacefile.h"

Result<> Maintenance::verify(const Workspace &workspace)
{
    return workspace.database()
        ->read([](Connection &connection) { return WorkspaceFile::verify(connection, false); },
            Database::Lane::Long)
        .result();
}

Result<> Maintenance::backup(const Workspace &workspace, const QString &file)
{
    return workspace.database()
        ->read([file](Connection &connection) { return WorkspaceFile::backup(connection, file); },
            Database::Lane::Long)
        .result();
}
