// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QList>
#include <QString>

/// Which posts the calendar shows. An empty list lets everything through.
struct CalendarFilter
{
    QList<ChannelId> channels = {};
    QList<CampaignId> campaigns = {}; ///< a null id stands for "no campaign"
    QList<PostStatus> statuses = {};
    QList<PillarId> pillars = {}; ///< a null id stands for "no pillar"
    QList<LabelId> labels = {}; ///< one of them is enough; a null id stands for "no label"
    QList<UserId> authors = {};
    QString words = {}; ///< as foldText() leaves them; all must occur somewhere in the post

    [[nodiscard]] bool isEmpty() const
    {
        return channels.isEmpty() && campaigns.isEmpty() && statuses.isEmpty() && pillars.isEmpty()
            && labels.isEmpty() && authors.isEmpty() && words.isEmpty();
    }
    friend bool operator==(const CalendarFilter &, const CalendarFilter &) = default;
};

/// Whether \a post passes: it is on one of the channels, in one of the campaigns, one of its variants (or the post itself, where
/// it has none) has one of the statuses, it has one of the pillars, labels and authors, and title, texts or notes hold each of the words.
[[nodiscard]] bool matches(const CalendarFilter &filter, const PostWithVariants &post);
/// Those of \a posts that pass, in their order.
[[nodiscard]] QList<PostWithVariants> filtered(
    const CalendarFilter &filter, const QList<PostWithVariants> &posts);
