// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lastcontacts.h"
#include "storage/connection.h"

#include <memory>

namespace Visible {
/// The last two-way word with each prospect, from the conversations that the viewer may see alone: what a colleague keeps private adds nothing, neither a
/// word nor a sum. One step along an index of messages for each conversation; no text is read.
[[nodiscard]] Result<std::shared_ptr<const LastContacts>> lastContacts(Connection &connection);
} // namespace Visible
