// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/customfield.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "domain/schedule.h"
#include "storage/connection.h"

/// What refers to a set of the plan, so that it can go without leaving an id that leads nowhere.
namespace SetTable {
[[nodiscard]] Result<QList<Post>> postsOf(Connection &connection, CampaignId campaign);
[[nodiscard]] Result<QList<Post>> postsOf(Connection &connection, PillarId pillar);
[[nodiscard]] Result<QList<PostLabel>> labelled(Connection &connection, LabelId label);
/// The prospects with that label of whom the viewer may know.
[[nodiscard]] Result<QList<ProspectLabel>> labelledPeople(Connection &connection, LabelId label);

/// All that hangs on a channel.
struct OfChannel
{
    QList<Variant> variants;
    QList<PostMedia> media; ///< of those variants alone
    QList<MediaCrop> crops;
    QList<PostingSlot> postingSlots;
    QList<ChannelLimit> limits;
    QList<ProfileCopy> copies;
};
[[nodiscard]] Result<OfChannel> ofChannel(Connection &connection, ChannelId channel);
} // namespace SetTable
