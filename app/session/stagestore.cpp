// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stagestore.h"

#include "session/freshreader.h"
#include "session/snapshot.h"
#include "session/valuelist.h"
#include "storage/stagetable.h"

#include <algorithm>
#include <utility>

StageStore::StageStore(Workspace &workspace, const Workspace::Snapshot &snapshot, QObject *parent)
    : Store(parent)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
    , m_stages(snapshot.stages)
    , m_versions(snapshot.pipelineVersions)
{
    setState(StoreState::Ready);
    connect(&workspace, &Workspace::edited, this, &StageStore::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"stage", u"pipeline_version"}))
            reload();
    });
}

PipelineVersion StageStore::version() const
{
    return m_versions.isEmpty() ? firstPipelineVersion(m_stages) : m_versions.last();
}

void StageStore::order()
{
    std::ranges::stable_sort(m_stages, {}, &Stage::position);
    std::ranges::stable_sort(m_versions, {}, &PipelineVersion::number);
}

void StageStore::follow(const QList<RowEdit> &edits)
{
    if (!applyToLists(edits, m_stages, m_versions))
        return;
    order();
    emit changed();
}

void StageStore::reload()
{
    m_reader->start(&StageTable::pipeline, [this](Result<PipelineValues> result) {
        if (!result) {
            setState(StoreState::Failed, result.error());
            emit changed();
            return;
        }
        setState(StoreState::Ready);
        // Most readings bring what is shown already.
        const bool differs =
            result->versions.size() != m_versions.size() || !hasSameStages(result->stages);
        m_stages = std::move(result->stages);
        m_versions = std::move(result->versions);
        if (differs)
            emit changed();
    });
}

bool StageStore::hasSameStages(const QList<Stage> &stages) const
{
    return std::ranges::equal(stages, m_stages, [](Stage one, const Stage &other) {
        one.rowVersion = other.rowVersion;
        return one == other;
    });
}
