// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/funnelreport.h"

#include <QTimeZone>

/// A funnel of 200 prospects with figures that can be read off: by source two groups, the second too few for rates.
inline FunnelReport sampleReport(Breakdown by = Breakdown::Source)
{
    struct Row
    {
        qint64 reached, touched, open, lost;
    };
    const auto group = [](const QString &key, const QList<Row> &rows) {
        FunnelGroup result;
        result.key = key;
        result.cohort = rows.first().reached;
        for (const Row &row : rows) {
            FunnelStep step;
            step.reached = step.passed = row.reached;
            step.touched = row.touched;
            step.unseen = row.reached - row.touched; // nobody's last step
            step.overall = {row.reached, result.cohort, result.steps.isEmpty()};
            if (!result.steps.isEmpty())
                step.step = Proportion {row.reached, result.steps.last().reached};
            step.open = row.open;
            step.lost = row.lost;
            result.steps.append(step);
        }
        return result;
    };
    Funnel funnel;
    funnel.total = group({},
        {{200, 200, 60, 40}, {100, 80, 40, 10}, {50, 50, 20, 0}, {30, 20, 10, 0}, {20, 20, 10, 5},
            {5, 5, 5, 0}, {0, 0, 0, 0}});
    if (by != Breakdown::None) {
        funnel.groups = {group(QStringLiteral("search"),
                             {{180, 180, 50, 40}, {90, 72, 40, 10}, {40, 40, 20, 0}, {20, 10, 5, 0},
                                 {15, 15, 5, 5}, {5, 5, 5, 0}, {0, 0, 0, 0}}),
            group({},
                {{20, 20, 10, 0}, {10, 8, 0, 0}, {10, 10, 0, 0}, {10, 10, 5, 0}, {5, 5, 5, 0},
                    {0, 0, 0, 0}, {0, 0, 0, 0}})};
    }
    FunnelQuery query;
    query.by = by;
    query.asOf = 1780000000000;
    return makeFunnelReport(funnel, query, defaultPipeline(), QTimeZone::utc());
}
