// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/touch.h"

#include <QHash>
#include <QString>

#include <vector>

/// All touches that the viewer may see, and the names of what was touched.
struct TouchFacts
{
    struct Row
    {
        ProspectId prospect;
        TouchId id;
        Moment at;
        TouchKind kind = TouchKind::Saw;
        PostId post; ///< null where it was no post
        ProfileCopyId profileCopy; ///< null where it was no version of a surface
        ChannelId channel; ///< null where unknown
        ProspectId referrer; ///< null where nobody referred them
        bool quotable = false; ///< they agreed to be quoted

        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Post
    {
        QString name;
        CampaignId campaign; ///< null where it belongs to none
        PillarId pillar;

        friend bool operator==(const Post &, const Post &) = default;
    };
    struct ProfileCopy
    {
        QString surface; ///< stable key
        int version = 0;
        ChannelId channel;

        friend bool operator==(const ProfileCopy &, const ProfileCopy &) = default;
    };
    struct Channel
    {
        QString name;
        QString network; ///< stable key

        friend bool operator==(const Channel &, const Channel &) = default;
    };

    std::vector<Row> rows; ///< by prospect, then instant, then id
    QHash<PostId, Post> posts; ///< those that were touched, maybe with others
    QHash<ProfileCopyId, ProfileCopy> profileCopies;
    QHash<ChannelId, Channel> channels;
    QHash<CampaignId, QString> campaigns; ///< their names
    QHash<PillarId, QString> pillars; ///< their names

    /// Of the touch itself or of the profile that was touched; null where unknown.
    [[nodiscard]] ChannelId channelOf(const Row &touch) const
    {
        return touch.channel.isNull() ? profileCopies.value(touch.profileCopy).channel
                                      : touch.channel;
    }
};
