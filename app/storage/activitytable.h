// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "storage/connection.h"

/// The change log as the story of the plan and of what sales did. Conversations are not among what it reads, nor are people of whom the viewer may not know.
namespace ActivityTable {
/// The newest rows of \a query that are older than \a olderThan (a `seq`; 0: from the newest on), at most \a limit (1 or more).
[[nodiscard]] Result<ActivityPage> page(
    Connection &connection, const ActivityQuery &query, qint64 olderThan, int limit);
} // namespace ActivityTable
