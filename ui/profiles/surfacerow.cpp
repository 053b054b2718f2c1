// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/surfacerow.h"

#include "base/text.h"
#include "ui_profiles/copywords.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct Versions
{
    std::optional<ProfileCopy> live;
    std::optional<ProfileCopy> pending;
};
using VersionsBySurface = QHash<std::pair<ChannelId, int>, Versions>;

bool isOnItsWay(CopyStatus status)
{
    return status == CopyStatus::Draft || status == CopyStatus::InReview
        || status == CopyStatus::Approved;
}

/// Whether \a one is further on its way than \a other; what waits for somebody is not hidden by a newer draft.
bool isFurther(const ProfileCopy &one, const ProfileCopy &other)
{
    return std::pair(int(one.status), one.version) > std::pair(int(other.status), other.version);
}

VersionsBySurface sorted(const QList<ProfileCopy> &copies)
{
    VersionsBySurface found;
    for (const ProfileCopy &copy : copies) {
        Versions &versions = found[{copy.channel, int(copy.surface)}];
        if (copy.status == CopyStatus::Live)
            versions.live = copy;
        else if (isOnItsWay(copy.status)
            && (!versions.pending || isFurther(copy, *versions.pending)))
            versions.pending = copy;
    }
    return found;
}

QList<Surface> surfacesOf(
    const Channel &channel, const QList<ProfileCopy> &copies, const NetworkTable &networks)
{
    QList<Surface> surfaces;
    if (const Network *network = networks.find(channel.network))
        surfaces = network->surfaces;
    for (const ProfileCopy &copy : copies) {
        if (copy.channel == channel.id && !surfaces.contains(copy.surface))
            surfaces.append(copy.surface);
    }
    return surfaces;
}

bool contains(const SurfaceRow &row, const QString &words)
{
    QString all = row.channel.name + u' ' + row.channel.handle + u' ' + row.network;
    if (row.surface)
        all += u' ' + CopyWords::surface(*row.surface);
    for (const auto &copy : {row.live, row.pending}) {
        if (copy)
            all += u' ' + copy->text;
    }
    return foldText(all).contains(words);
}
} // namespace

QList<SurfaceRow> surfaceRows(const QList<Channel> &channels, const QList<ProfileCopy> &copies,
    const NetworkTable &networks, const QString &words)
{
    const VersionsBySurface versions = sorted(copies);
    QList<SurfaceRow> rows;
    for (const Channel &channel : channels) {
        SurfaceRow row;
        row.channel = channel;
        row.network = networks.nameOf(channel.network);
        row.sign = networks.signOf(channel.network);
        QList<SurfaceRow> section {row};
        const QList<Surface> surfaces = surfacesOf(channel, copies, networks);
        for (const Surface surface : surfaces) {
            const Versions found = versions.value({channel.id, int(surface)});
            row.surface = surface;
            row.live = found.live;
            row.pending = found.pending;
            if (words.isEmpty() || contains(row, words))
                section.append(row);
        }
        if (words.isEmpty() || section.size() > 1)
            rows += section;
    }
    return rows;
}
