// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

class Transaction;

/// On PostgreSQL the server itself enforces who may see a conversation: row-level security, forced, on every table of conversations and on what the log of
/// changes keeps of them. Who belongs to a private circle is filtered by the program alone. Each person has a role of their own, whose name is the login of a member; the program never runs as the role that owns the tables.
/// Such a role is granted SELECT, INSERT, UPDATE and DELETE on all tables and views of the schema.
///
/// Two roles are not held back. A superuser never is, by PostgreSQL's own rules. The owner of the tables is not while no member has its name as login, which
/// is the set-up of somebody who works alone; as a member it is held back as everybody is.
namespace RowSecurity {
/// Makes functions, policies and the guard of who owns what. Nothing on SQLite, where privacy is courtesy: whoever has the file can read it.
[[nodiscard]] Result<> create(Transaction &transaction);
/// Whether policies apply to whoever is connected: then what a colleague keeps private can be neither seen nor erased.
[[nodiscard]] Result<bool> holdsBack(Transaction &transaction);
} // namespace RowSecurity
