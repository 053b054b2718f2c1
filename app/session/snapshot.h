// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pipelineversion.h"
#include "domain/plansets.h"
#include "domain/teamsets.h"
#include "session/workspace.h"

#include <QHash>

struct Workspace::Snapshot
{
    QString location;
    QString displayName;
    QHash<QString, QString> settings;
    QList<Stage> stages;
    QList<PipelineVersion> pipelineVersions;
    QList<User> users;
    PlanSetValues plan;
    TeamSetValues team;
    Viewer viewer;
    qint64 cursor = 0;
    std::shared_ptr<Database> database;
};
