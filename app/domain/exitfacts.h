// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QHash>
#include <QString>

#include <vector>

/// Why prospects left: the moves to an exit that the viewer may see, with the reason from the team's list.
struct ExitFacts
{
    struct Row
    {
        ProspectId prospect;
        MoveId id;
        StageId to;
        Moment at;
        LostReasonId reason; ///< null where none was given

        friend bool operator==(const Row &, const Row &) = default;
    };

    std::vector<Row> rows; ///< by prospect, then instant, then id
    QHash<LostReasonId, QString> reasons; ///< their names, also of retired ones
};
