// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"

#include "session/plansets.h"
#include "session/workspace.h"
#include "storage/rowspec.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace {
struct ChannelWords
{
    Q_DECLARE_TR_FUNCTIONS(ChannelService)
};

template<typename T>
const T *rowOf(const QList<T> &rows, decltype(T::id) id)
{
    const auto found = std::ranges::find(rows, id, &T::id);
    return found == rows.end() ? nullptr : &*found;
}

/// What puts \a wanted in the place of the rows of \a channel in \a known; an unknown id is a new row.
template<typename T>
RowEdits replacing(const QList<T> &known, ChannelId channel, QList<T> wanted, IdSource &ids)
{
    RowEdits edits;
    for (T &row : wanted) {
        row.channel = channel;
        if (const T *had = rowOf(known, row.id)) {
            edits << update(*had, row);
        } else {
            row.id = decltype(row.id)::create(ids);
            edits << insertion(row);
        }
    }
    for (const T &row : known) {
        if (row.channel == channel && !rowOf(wanted, row.id))
            edits << removal(row);
    }
    return edits;
}

RowEdits setupEdits(Workspace &workspace, ChannelId channel, const ChannelSetup &setup)
{
    const PlanSets &plan = workspace.plan();
    return replacing(plan.postingSlots(), channel, setup.postingSlots, workspace.ids())
        + replacing(plan.channelLimits(), channel, setup.limits, workspace.ids());
}
} // namespace

ChannelId ChannelService::add(Workspace &workspace, Channel channel, const ChannelSetup &setup)
{
    if (channel.id.isNull())
        channel.id = ChannelId::create(workspace.ids());
    workspace.commit(RowEdits {insertion(channel)} + setupEdits(workspace, channel.id, setup),
        ChannelWords::tr("Add channel “%1”").arg(channel.name));
    return channel.id;
}

void ChannelService::change(Workspace &workspace, const Channel &after, const ChannelSetup &setup)
{
    const Channel *before = workspace.plan().channel(after.id);
    if (!before)
        return;
    workspace.commit(RowEdits {update(*before, after)} + setupEdits(workspace, after.id, setup),
        ChannelWords::tr("Change channel “%1”").arg(after.name));
}
