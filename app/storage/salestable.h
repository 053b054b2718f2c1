// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/consent.h"
#include "domain/customfield.h"
#include "domain/handover.h"
#include "domain/homework.h"
#include "domain/merge.h"
#include "domain/offer.h"
#include "domain/override.h"
#include "domain/teamsets.h"
#include "storage/rowspec.h"

#include <QHash>

template<>
const RowSpec<ChartGoal> &rowSpec<ChartGoal>();
template<>
const RowSpec<ChartNote> &rowSpec<ChartNote>();
template<>
const RowSpec<Consent> &rowSpec<Consent>();
template<>
const RowSpec<CustomField> &rowSpec<CustomField>();
template<>
const RowSpec<CustomValue> &rowSpec<CustomValue>();
template<>
const RowSpec<Fact> &rowSpec<Fact>();
template<>
const RowSpec<Handover> &rowSpec<Handover>();
template<>
const RowSpec<HandoverTouch> &rowSpec<HandoverTouch>();
template<>
const RowSpec<LostReason> &rowSpec<LostReason>();
template<>
const RowSpec<Merge> &rowSpec<Merge>();
template<>
const RowSpec<MergePart> &rowSpec<MergePart>();
template<>
const RowSpec<NotDuplicate> &rowSpec<NotDuplicate>();
template<>
const RowSpec<Offer> &rowSpec<Offer>();
template<>
const RowSpec<Override> &rowSpec<Override>();
template<>
const RowSpec<ProspectLabel> &rowSpec<ProspectLabel>();
template<>
const RowSpec<RetentionRule> &rowSpec<RetentionRule>();
template<>
const RowSpec<SavedBoard> &rowSpec<SavedBoard>();
template<>
const RowSpec<SavedFilter> &rowSpec<SavedFilter>();
template<>
const RowSpec<Suppression> &rowSpec<Suppression>();

/// What sales keeps of a prospect beside the conversations.
namespace SalesTable {
/// The team's sets; saved filters and boards are the team's and those of the connection's viewer.
[[nodiscard]] Result<TeamSetValues> sets(Connection &connection);
[[nodiscard]] Result<QList<Fact>> facts(
    Connection &connection, ProspectId id); ///< by kind and place
[[nodiscard]] Result<QList<Offer>> offers(Connection &connection, ProspectId id); ///< newest first
[[nodiscard]] Result<QList<Handover>> handovers(
    Connection &connection, ProspectId id); ///< newest first
/// The touches that were handed over with any of \a prospect's handovers.
[[nodiscard]] Result<QList<HandoverTouch>> handoverTouches(Connection &connection, ProspectId id);
[[nodiscard]] Result<QList<Consent>> consents(
    Connection &connection, ProspectId id); ///< newest first
/// Only those whose label is still there.
[[nodiscard]] Result<QList<ProspectLabel>> labels(Connection &connection, ProspectId id);
[[nodiscard]] Result<QList<CustomValue>> customValues(Connection &connection, ProspectId id);
/// What \a field says of everybody.
[[nodiscard]] Result<QList<CustomValue>> valuesOf(Connection &connection, CustomFieldId field);
[[nodiscard]] Result<QList<Override>> overrides(
    Connection &connection, ProspectId id); ///< newest first
/// How often each guardrail was gone past since \a since (Unix milliseconds), by its stable name; sums over everybody. Dismissed proposals are none.
[[nodiscard]] Result<QHash<QString, int>> overrideCounts(Connection &connection, qint64 since);
/// Merges in which \a id is the survivor, newest first; undone ones are left out.
[[nodiscard]] Result<QList<Merge>> merges(Connection &connection, ProspectId id);
} // namespace SalesTable
