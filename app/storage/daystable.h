// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dayswork.h"
#include "storage/connection.h"

/// What waits for the connection's viewer on one day. Every list reads its first rows by an index, however many prospects there are, and counts the
/// rest up to WorkPage::MostCounted.
namespace DaysTable {
/// The viewer's follow-ups and those of nobody that are due, earliest first.
[[nodiscard]] Result<WorkPage> followUps(Connection &connection, const WorkQuery &query, int limit);
/// Conversations where the viewer owes the next word, oldest wait first, each once however many take part; also group chats without a prospect. With \a withWords the rows hold the last message of the viewer's own.
[[nodiscard]] Result<WorkPage> yourTurn(
    Connection &connection, const WorkQuery &query, int limit, bool withWords);
/// What is offered to the viewer or to anybody, by its time limit, with the touches that came with it. For marketing what they offered, the open ones
/// first.
[[nodiscard]] Result<WorkPage> handovers(Connection &connection, const WorkQuery &query, int limit);
/// Late offers, earliest first; then unanswered conversations and forgotten prospects, those first that went quiet last. Who has a next step is left
/// out, and so is whoever left the pipeline or may not be contacted; each prospect stands once.
[[nodiscard]] Result<WorkPage> goingCold(
    Connection &connection, const WorkQuery &query, int limit, bool withWords);
/// The first day after today on which a follow-up of the viewer, or of nobody, is due or a snoozed conversation waits for them again.
[[nodiscard]] Result<ComingWork> coming(Connection &connection, const WorkQuery &query);
/// Whom a section is about, in its order, each once; at most WorkPage::MostCounted.
[[nodiscard]] Result<QList<ProspectId>> prospects(
    Connection &connection, const WorkQuery &query, WorkSection section);
} // namespace DaysTable
