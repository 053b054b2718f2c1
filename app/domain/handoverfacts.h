// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handover.h"

#include <QHash>
#include <QString>

#include <vector>

/// All handovers that the viewer may see, and the names of who takes part.
struct HandoverFacts
{
    struct Row
    {
        ProspectId prospect;
        HandoverId id;
        UserId
            rep; ///< who decided it, else to whom it was offered; null where it was offered to all of sales
        qint64 offeredAt = 0; ///< Unix milliseconds
        qint64 dueAt = 0; ///< the end of the time limit; 0 where there is none
        HandoverState state = HandoverState::Offered;
        qint64 decidedAt = 0; ///< Unix milliseconds; 0 while it waits
        QString reason; ///< why it was returned

        friend bool operator==(const Row &, const Row &) = default;
    };

    std::vector<Row> rows; ///< by prospect, then id
    QHash<UserId, QString> members; ///< their names
};
