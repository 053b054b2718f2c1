// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retention.h"
#include "storage/connection.h"

#include <QList>
#include <QString>
#include <QVariantList>

#include <utility>

namespace Visible {
/// Whose conversations are to go by \a cutOffs: no word, touch or move of theirs is as young. Only the viewer's own conversations and the team's: each
/// colleague decides on what is private to them. By stage and prospect; of the conversations \a only where there are any.
[[nodiscard]] Result<QList<RetentionDue>> dueForRetention(Connection &connection,
    const QList<RetentionCutOff> &cutOffs, const QList<ConversationId> &only = {});
/// The statement that it runs for each of them, with its values: so that a test can ask how it is answered.
[[nodiscard]] std::pair<QString, QVariantList> retentionQuery(const Connection &connection,
    const RetentionCutOff &cutOff, const QList<ConversationId> &only = {});
} // namespace Visible
