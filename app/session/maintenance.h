// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

class Workspace;

/// Care of a workspace, for the command line; each waits.
namespace Maintenance {
/// SQLite's full check. Errors: Corrupt.
[[nodiscard]] Result<> verify(const Workspace &workspace);
/// A complete copy of the file. Errors: Rejected where \a file exists or the workspace is on a server, Io.
[[nodiscard]] Result<> backup(const Workspace &workspace, const QString &file);
} // namespace Maintenance
