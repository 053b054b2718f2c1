// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedfilters.h"

#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/salestable.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
struct SavedFilterWords
{
    Q_DECLARE_TR_FUNCTIONS(SavedFilters)
};

void changeFilter(Workspace &workspace, const SavedFilter &before, const SavedFilter &after)
{
    if (const RowEdit edit = update(before, after); !edit.isEmpty())
        workspace.commit({edit}, SavedFilterWords::tr("Change the filter “%1”").arg(after.name));
}
} // namespace

SavedFilterId SavedFilters::add(
    Workspace &workspace, const QString &name, const ProspectQuery &query, bool forTeam)
{
    SavedFilter filter;
    filter.name = name.simplified();
    if (filter.name.isEmpty())
        return {};
    filter.id = SavedFilterId::create(workspace.ids());
    filter.owner = forTeam ? UserId() : workspace.viewer().user;
    filter.query = queryText(query);
    const QList<SavedFilter> &others = workspace.team().savedFilters();
    filter.position = others.isEmpty() ? 0 : others.last().position + 1;
    workspace.commit(
        {insertion(filter)}, SavedFilterWords::tr("Save the filter “%1”").arg(filter.name));
    return filter.id;
}

void SavedFilters::rename(Workspace &workspace, SavedFilterId id, const QString &name)
{
    const SavedFilter *found = find(workspace, id);
    if (!found || name.simplified().isEmpty())
        return;
    const SavedFilter before = *found;
    SavedFilter after = before;
    after.name = name.simplified();
    changeFilter(workspace, before, after);
}

void SavedFilters::replace(Workspace &workspace, SavedFilterId id, const ProspectQuery &query)
{
    const SavedFilter *found = find(workspace, id);
    if (!found)
        return;
    const SavedFilter before = *found;
    SavedFilter after = before;
    after.query = queryText(query);
    changeFilter(workspace, before, after);
}

void SavedFilters::remove(Workspace &workspace, SavedFilterId id)
{
    if (const SavedFilter *found = find(workspace, id)) {
        const QString name = found->name;
        workspace.commit({removal(*found)},
            SavedFilterWords::tr("Delete the filter “%1”").arg(name), 0,
            SavedFilterWords::tr("The filter “%1” is deleted.").arg(name));
    }
}

const SavedFilter *SavedFilters::find(Workspace &workspace, SavedFilterId id)
{
    const QList<SavedFilter> &all = workspace.team().savedFilters();
    const auto found = std::ranges::find(all, id, &SavedFilter::id);
    return found == all.end() ? nullptr : &*found;
}
