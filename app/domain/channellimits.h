// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"

#include <QList>

/// The field of a timeline that holds the brand's own comment under a post.
inline constexpr QStringView FirstCommentField = u"first-comment";

/// The limits of a field on \a channel, hard ones first: its network's, where each of \a own that is the channel's replaces the one of the same rule and
/// kind or is added. Without any of its own a first comment has those of a post where the network's threads are made of posts. A pinned post has those of
/// the timeline's own where it has none.
[[nodiscard]] QList<Limit> limitsOn(const Channel &channel, const NetworkTable &networks,
    const QList<ChannelLimit> &own, QStringView surface = TimelineSurface,
    QStringView field = TextField);
