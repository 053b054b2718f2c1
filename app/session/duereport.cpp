// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/duereport.h"

#include "base/clock.h"
#include "domain/approvals.h"
#include "session/plansets.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/daystable.h"
#include "storage/plantable.h"
#include "storage/prospecttable.h"

#include <utility>

Result<DueReport> dueNow(Workspace &workspace)
{
    const qint64 now = workspace.clock().now();
    const auto read = [now, zone = workspace.zone(), today = workspace.today(),
                          user = workspace.viewer().user, channels = workspace.plan().channels(),
                          work = WorkRules::workQuery(workspace.viewer(), workspace.today(),
                              workspace.zone(), workspace.stages())](
                          Connection &connection) -> Result<DueReport> {
        // Tomorrow too: it may be tomorrow already where a post is planned.
        const auto scheduled = PlanTable::due(connection, today.addDays(1));
        if (!scheduled)
            return tl::unexpected(scheduled.error());
        const auto inReview = PlanTable::inReview(connection);
        if (!inReview)
            return tl::unexpected(inReview.error());
        const auto steps = ProspectTable::dueFollowUps(connection, today, user);
        if (!steps)
            return tl::unexpected(steps.error());
        WorkPage offered;
        if (!work.isMarketing()) {
            auto handovers = DaysTable::handovers(connection, work, WorkPage::MostCounted);
            if (!handovers)
                return tl::unexpected(handovers.error());
            offered = std::move(*handovers);
        }
        DueReport report;
        report.posts = dueAt(*scheduled, now, zone);
        report.approvals = approvalsFor(user, *inReview, channels, zone);
        for (const ProspectTable::NamedFollowUp &step : *steps)
            report.followUps.append({step.step, step.name});
        for (const WorkRow &row : std::as_const(offered.rows))
            report.handovers.append({*row.handover, displayName(row.person)});
        return report;
    };
    return workspace.database()->read(read).result();
}
