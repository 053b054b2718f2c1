// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QList>
#include <QString>

/// How long the conversations of prospects who stay in a stage are kept.
struct RetentionRule
{
    RetentionRuleId id;
    StageId stage;
    int months = 12; ///< since the last word, touch or move; 1 or more
    qint64 rowVersion = 1;

    friend bool operator==(const RetentionRule &, const RetentionRule &) = default;
};

/// Conversations with prospects in `stage` end when nothing was heard since `before`.
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

    friend bool operator==(const RetentionDue &, const RetentionDue &) = default;
};
