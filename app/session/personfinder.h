// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/prospectquery.h"

class Workspace;

/// Who is meant by what somebody typed.
namespace PersonFinder {
/// The live prospect that \a text means: an id, also of a record that was merged into theirs, network:handle ("x:@nora"), or an e-mail address. Waits.
/// Errors: NotFound; Rejected where several match, with the list of them in the message, one a line.
[[nodiscard]] Result<ProspectRow> findNow(const Workspace &workspace, const QString &text);
} // namespace PersonFinder
