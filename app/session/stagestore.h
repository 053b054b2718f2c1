// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pipelineversion.h"
#include "report/pipelinewords.h"
#include "session/store.h"
#include "session/workspace.h"

class FreshReader;

/// The team's pipeline and its versions, as values in order.
class StageStore : public Store
{
    Q_OBJECT
public:
    StageStore(Workspace &workspace, const Workspace::Snapshot &snapshot, QObject *parent);

    /// Retired ones too, by position.
    [[nodiscard]] const QList<Stage> &stages() const { return m_stages; }
    /// By number; the first is what the workspace began with.
    [[nodiscard]] const QList<PipelineVersion> &versions() const { return m_versions; }
    /// The one that holds now.
    [[nodiscard]] PipelineVersion version() const;
    /// The same as charts say it.
    [[nodiscard]] ShownPipeline shown() const { return {version().number, version().at}; }

private:
    void follow(const QList<RowEdit> &edits);
    void reload();
    void order();
    [[nodiscard]] bool hasSameStages(const QList<Stage> &stages) const;

    FreshReader *m_reader;
    QList<Stage> m_stages;
    QList<PipelineVersion> m_versions;
};
