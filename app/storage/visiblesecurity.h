// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

class Connection;
class Transaction;

/// On PostgreSQL the server itself enforces who may see a conversation, and who a private circle: row-level security on every table of conversations (forced)
/// and on every table of people, and on what the log of changes keeps of both. Each person has a role of their own, whose name is the login of a member; the
/// program never runs as the role that owns the tables. Such a role is granted SELECT, INSERT, UPDATE and DELETE on all tables and views of the schema.
///
/// Figures count people of every circle. They come from functions that run as the owner of the tables and tell no more than a figure needs: of a person an id,
/// the source, the owner and the stage (pullpush_circle_people), of a move its stages and its time (pullpush_circle_moves), of a rule that was gone past its
/// name and time (pullpush_circle_overrides). That a handle or a row of a file is taken, and by which id, is told as well, and that a chat or the id of a message
/// is: these must be unique over all.
/// The guardrails are told how often somebody of whom the asker may know was contacted since a time (pullpush_contacts) and how many talks with them are others'
/// (pullpush_other_talks). A merge of two such people is told the ids of what hangs on them (pullpush_hanging, pullpush_carried), and pullpush_carry changes
/// whom these conversations are with: from the merged record to where its standing merge leads, and back. Nothing else of them can be changed by that.
/// A merge of labels takes along who has the merged one, whoever that is, and tells nothing (pullpush_carry_label, pullpush_carry_label_back).
/// So does a label that is deleted (pullpush_drop_label, pullpush_restore_label), and an import that is undone leaves labels to them (pullpush_keep_labels).
/// Of an import that was undone everything can be erased by everybody (pullpush_erase_batch), and its handles are free at once (pullpush_release_batch).
/// Companies, and which sources there are, are the team's.
///
/// Two roles are not held back. A superuser never is, by PostgreSQL's own rules. The owner of the tables is not while no member has its name as login, which
/// is the set-up of somebody who works alone; as a member it is held back from conversations as everybody is, and from circles by the program alone. What the
/// functions tell it is what they tell everybody: within them it is not held back, which their search path says (no superuser is needed for that). It could say so
/// of itself as well, but then whoever owns tables can take their policies off.
namespace RowSecurity {
/// Makes functions, policies and the guard of who owns what. Nothing on SQLite, where privacy is courtesy: whoever has the file can read it.
[[nodiscard]] Result<> create(Transaction &transaction);
/// Makes the functions by which labels that are deleted, come back, or stay after an import is undone follow on people whom the viewer may not know of.
[[nodiscard]] Result<> createForLabels(Transaction &transaction);
/// Whether policies apply to whoever is connected: then what a colleague keeps private can be neither seen nor erased.
[[nodiscard]] Result<bool> holdsBack(Connection &connection);
} // namespace RowSecurity
