// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

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
