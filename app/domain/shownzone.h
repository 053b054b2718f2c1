// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/post.h"

#include <QHash>
#include <QList>
#include <QTimeZone>

/// In whose time zone a plan is looked at. Whatever a plan's own times are in, they are shown as the clocks there show them; a day without a time
/// is that day everywhere.
class ShownZone
{
public:
    enum class Kind {
        Workspace, ///< everything in the team's zone
        Audience, ///< each variant in its channel's zone
        Chosen, ///< everything in a zone that somebody wants to look from
    };

    ShownZone() = default;
    /// \a chosen matters for Kind::Chosen alone, and is the workspace's where it is invalid.
    ShownZone(Kind kind, const QTimeZone &workspace, const QList<Channel> &channels,
        const QTimeZone &chosen = QTimeZone());

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QTimeZone &workspace() const { return m_workspace; }
    /// The zone of what has no channel: the days of the calendar, what a new post begins with.
    [[nodiscard]] const QTimeZone &base() const { return m_base; }
    [[nodiscard]] const QTimeZone &of(ChannelId channel) const;

    /// \a post with days and times as they are shown. What is only shown is never written: see written().
    [[nodiscard]] PostWithVariants shown(const PostWithVariants &post) const;
    [[nodiscard]] QList<PostWithVariants> shown(const QList<PostWithVariants> &posts) const;
    /// \a original with the days and times that \a moved has, which is what became of shown(\a original): each in the zone that it is planned in.
    /// What was not moved stays as it is planned; what is planned together is moved together.
    [[nodiscard]] PostWithVariants written(
        const PostWithVariants &original, const PostWithVariants &moved) const;

private:
    [[nodiscard]] PlannedTime shownTime(const PlannedTime &planned, const QTimeZone &zone) const;
    [[nodiscard]] PlannedTime writtenTime(
        const PlannedTime &shown, const QTimeZone &from, const QString &zone) const;
    /// The zone in which the post's own time is shown.
    [[nodiscard]] const QTimeZone &zoneOf(const PostWithVariants &post) const;

    Kind m_kind = Kind::Workspace;
    QTimeZone m_workspace = QTimeZone::utc();
    QTimeZone m_base = QTimeZone::utc();
    QHash<ChannelId, QTimeZone> m_channels; ///< those with a zone of their own
};
