// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "areas.h"

#include "ui_pipeline/pipelinearea.h"
#include "ui_profiles/profilesarea.h"
#include "ui_prospects/prospectsarea.h"
#include "ui_timeline/calendararea.h"

namespace {

/// One line for each area; a signal of one that leads to another is connected here.
AreaList areasOf(Workspace &workspace)
{
    AreaList areas;
    areas.push_back(std::make_unique<CalendarArea>(workspace));
    areas.push_back(std::make_unique<ProfilesArea>(workspace));
    auto prospects = std::make_unique<ProspectsArea>(workspace);
    auto pipeline = std::make_unique<PipelineArea>(workspace);
    QObject::connect(pipeline.get(), &PipelineArea::prospectsRequested, prospects.get(),
        &ProspectsArea::showOnly);
    areas.push_back(std::move(prospects));
    areas.push_back(std::move(pipeline));
    return areas;
}

} // namespace

WorkspaceController::Builders windowBuilders()
{
    return {.areas = areasOf, .importPage = {}};
}
