// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "domain/duepost.h"
#include "domain/handover.h"

#include <QList>

class Workspace;

/// What waits for somebody now.
struct DueReport
{
    struct Step
    {
        FollowUp step;
        QString name; ///< of the prospect
    };
    struct Offered
    {
        Handover handover;
        QString name; ///< of the prospect
    };
    QList<DuePost> posts; ///< scheduled and not posted, earliest first
    QList<DuePost> approvals; ///< in review; `at` is when they are planned, 0 without a day
    QList<Step> followUps; ///< the viewer's and those of nobody, by the day they are due
    QList<Offered>
        handovers; ///< offered to the viewer or to anybody, by their time limit; none for marketing
};

/// Reads it; waits, so for the command line alone.
[[nodiscard]] Result<DueReport> dueNow(Workspace &workspace);
