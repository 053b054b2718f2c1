// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"
#include "domain/profilecopy.h"

#include <QList>
#include <QMetaType>

#include <optional>

/// A line of the profiles page: a channel's heading, or one of its surfaces with what is said there.
struct SurfaceRow
{
    Channel channel;
    QString network; ///< its proper name
    QString sign; ///< 1 or 2 letters
    std::optional<Surface> surface; ///< absent: the channel's heading
    std::optional<ProfileCopy> live;
    std::optional<ProfileCopy>
        pending; ///< the newest version on its way: draft, in review or approved

    friend bool operator==(const SurfaceRow &, const SurfaceRow &) = default;
};
Q_DECLARE_METATYPE(SurfaceRow)

/// The rows of all channels in their order, each heading before its surfaces. Surfaces that hold copy though the network is not known
/// to have them are shown too. With \a words (folded) only the surfaces that contain them, and no heading without a surface.
[[nodiscard]] QList<SurfaceRow> surfaceRows(const QList<Channel> &channels,
    const QList<ProfileCopy> &copies, const NetworkTable &networks, const QString &words = {});
