// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/erasure.h"
#include "storage/transaction.h"

#include <QList>

/// Really taking away: bodies, names and what the logs and indices keep of them. None of it can be undone. Takes what is deleted or hidden as well, whoever
/// may see it: who is erased is erased for everybody.
namespace Erasure {
/// What person() would take of what the viewer may see; what colleagues keep private goes as well, and is not counted here.
[[nodiscard]] Result<ErasureCounts> preview(Connection &connection, ProspectId id);
/// Takes away everything that tells who \a id is, and leaves what figures are counted from: an anonymous record with stage, source and dates, its moves, touches,
/// offers and handovers without a word in them, in the circle where it was. Each handle leaves a hash on the suppression list.
/// Errors: NotFound, Rejected where a server's policies keep conversations of colleagues out of reach.
[[nodiscard]] Result<ErasureCounts> person(Transaction &transaction, ProspectId id);
/// Takes away conversations with everything in them. Returns the number of messages.
[[nodiscard]] Result<int> conversations(Transaction &transaction, const QList<ConversationId> &ids);
/// Afterwards, outside of any transaction (Database::maintain): nothing of what went is left in the pages, the log of writes or the full-text index. Takes
/// seconds for a large file. Errors: Busy where somebody reads, Io where there is no room: the data is gone then, and its traces go with the next call.
[[nodiscard]] Result<> compact(Connection &connection);
} // namespace Erasure
