// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "storage/connection.h"

#include <QList>

/// Conversations with prospects in \a stage end when nothing was heard since \a before.
struct RetentionCutOff
{
    StageId stage;
    qint64 before = 0; ///< Unix milliseconds
};

/// A prospect whose conversations have been kept long enough.
struct RetentionDue
{
    ProspectId prospect;
    QString name;
    StageId stage;
    qint64 lastWordAt = 0; ///< Unix milliseconds
    QList<ConversationId> conversations;
    int messages = 0;
};

namespace Visible {
/// Whose conversations are to go by \a cutOffs: no word, touch or move of theirs is as young. Only the viewer's own conversations and the team's: each
/// colleague decides on what is private to them. By stage and prospect.
[[nodiscard]] Result<QList<RetentionDue>> dueForRetention(
    Connection &connection, const QList<RetentionCutOff> &cutOffs);
} // namespace Visible
