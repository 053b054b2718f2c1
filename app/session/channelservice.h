// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/schedule.h"

#include <QList>

class Workspace;

/// What hangs on a channel and is edited with it.
struct ChannelSetup
{
    QList<PostingSlot> postingSlots = {};
    QList<ChannelLimit> limits = {}; ///< that differ from its network's
};

/// Channels with all that belongs to them; each is one undoable command.
namespace ChannelService {
/// Returns the id, which is new where it was null.
ChannelId add(Workspace &workspace, Channel channel, const ChannelSetup &setup = {});
/// \a setup stands in place of what the channel had; rows keep their id.
void change(Workspace &workspace, const Channel &after, const ChannelSetup &setup);
} // namespace ChannelService
