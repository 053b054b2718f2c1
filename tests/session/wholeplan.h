// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/media.h"
#include "domain/plannedpost.h"
#include "domain/plansets.h"
#include "domain/post.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/plantable.h"

#include <algorithm>

/// Everything that is planned in a workspace.
struct Plan
{
    PlanSetValues sets;
    QList<PostWithVariants> posts;
    QList<Media> media;

    template<typename T, typename Id>
    [[nodiscard]] static QString nameOf(const QList<T> &values, Id id)
    {
        const auto found = std::ranges::find(values, id, &T::id);
        return found == values.end() ? QStringLiteral("-") : found->name;
    }
    [[nodiscard]] Channel channel(ChannelId id) const
    {
        const auto found = std::ranges::find(sets.channels, id, &Channel::id);
        return found == sets.channels.end() ? Channel {} : *found;
    }
    [[nodiscard]] Media medium(MediaId id) const
    {
        const auto found = std::ranges::find(media, id, &Media::id);
        return found == media.end() ? Media {} : *found;
    }
};

/// Read anew.
inline Plan planOf(Workspace &workspace)
{
    return workspace.database()
        ->read([](Connection &connection) -> Result<Plan> {
            Plan plan;
            plan.sets = PlanTable::sets(connection).value_or(PlanSetValues {});
            plan.posts = PlanTable::planned(connection, {}).value_or(QList<PostWithVariants> {})
                + PlanTable::undated(connection).value_or(QList<PostWithVariants> {});
            plan.media = PlanTable::media(connection).value_or(QList<Media> {});
            return plan;
        })
        .result()
        .value_or(Plan {});
}
