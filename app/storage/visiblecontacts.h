// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lastcontacts.h"
#include "storage/connection.h"

#include <memory>

namespace Visible {
/// The last two-way word with each prospect, from the conversations that the viewer may see alone: what a colleague keeps private adds nothing, neither a
/// word nor a sum. One pass over an index of messages (visibletalks.h); no text is read. Errors: Cancelled.
[[nodiscard]] Result<std::shared_ptr<const LastContacts>> lastContacts(Connection &connection);
/// The same of \a people alone, at least one.
[[nodiscard]] Result<std::shared_ptr<const LastContacts>> lastContactsOf(
    Connection &connection, const QList<ProspectId> &people);
} // namespace Visible
