// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/funnel.h"
#include "analytics/rowgroups.h"
#include "domain/touchfacts.h"

/// Groups by the channel, campaign, pillar or network (\a by) of each prospect's first touch before the second step of the
/// pipeline: none where that touch has no such thing, where there was no touch, or where the time of the second step is not
/// known, so that no touch is known to be before it. Touches without a known time and those after \a asOf (Unix milliseconds,
/// UTC; 0: none is) do not count. A key is the name; of things with the same name, and of those without one, the id. May run on
/// any thread.
[[nodiscard]] RowGroups touchGroups(
    const ProspectColumns &columns, const TouchFacts &touches, Breakdown by, qint64 asOf);
