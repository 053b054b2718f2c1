// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

/// Values to show: two channels on X and Bluesky, one campaign.
namespace SamplePosts {
inline TileSources sources()
{
    using namespace Qt::StringLiterals;
    TileSources made;
    made.channels = {
        {.id = ChannelId(1), .network = u"x"_s, .name = u"Kettle"_s, .handle = u"@kettle"_s},
        {.id = ChannelId(2), .network = u"bluesky"_s, .name = u"Kettle & Leaf"_s, .handle = {}}};
    made.campaigns = {{.id = CampaignId(1),
        .name = u"Harvest"_s,
        .goal = {},
        .colour = 2,
        .startsOn = {},
        .endsOn = {}}};
    if (auto networks = builtInNetworks())
        made.networks = *networks;
    return made;
}

inline PostWithVariants post(
    qint64 id, const QString &title, std::optional<QDate> day, std::optional<QTime> time = {})
{
    PostWithVariants made;
    made.post.id = PostId(id);
    made.post.title = title;
    made.post.day = day;
    made.post.time = time;
    return made;
}

inline PostWithVariants on(PostWithVariants post, qint64 channel, PostStatus status)
{
    Variant variant;
    variant.id = VariantId(post.post.id.value() * 100 + channel);
    variant.post = post.post.id;
    variant.channel = ChannelId(channel);
    variant.status = status;
    post.variants.append(variant);
    return post;
}
} // namespace SamplePosts
