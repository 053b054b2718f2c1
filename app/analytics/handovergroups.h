// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/prospectcolumns.h"
#include "analytics/rowgroups.h"
#include "domain/handoverfacts.h"

/// Groups by what had become of each prospect's latest handover at \a asOf (Unix milliseconds, UTC; 0: until now); none where
/// nobody had offered them. Keys are the texts of HandoverState. May run on any thread.
[[nodiscard]] RowGroups handoverGroups(
    const ProspectColumns &columns, const HandoverFacts &handovers, qint64 asOf);
