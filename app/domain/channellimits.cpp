// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channellimits.h"

#include "domain/networktraits.h"

#include <algorithm>

namespace {
void replaceIn(QList<Limit> &limits, const ChannelLimit &own, const Channel &channel)
{
    const auto row = std::ranges::find_if(limits,
        [&own](const Limit &limit) { return limit.rule == own.rule && limit.kind == own.kind; });
    if (row != limits.end()) {
        row->limit = qsizetype(own.limit);
        // What was said of the network's figure is not said of this one.
        row->source.clear();
        row->read.clear();
        row->note.clear();
        return;
    }
    Limit added;
    added.network = channel.network;
    added.surface = own.surface;
    added.field = own.field;
    added.limit = qsizetype(own.limit);
    added.rule = own.rule;
    added.unit = unitOf(own.rule);
    added.kind = own.kind;
    const auto firstSoft =
        std::ranges::find(std::as_const(limits), LimitKind::Soft, &Limit::kind) - limits.cbegin();
    limits.insert(own.kind == LimitKind::Hard ? firstSoft : limits.size(), added);
}
} // namespace

QList<Limit> limitsOn(const Channel &channel, const NetworkTable &networks,
    const QList<ChannelLimit> &own, QStringView surface, QStringView field)
{
    QList<Limit> limits = networks.limitsOf(channel.network, surface, field);
    bool isOwn = false;
    for (const ChannelLimit &limit : own) {
        if (limit.channel != channel.id || limit.surface != surface || limit.field != field)
            continue;
        replaceIn(limits, limit, channel);
        isOwn = true;
    }
    const bool isReply =
        field == FirstCommentField && limits.isEmpty() && traitsOf(channel.network).hasThreads;
    const bool isPinned = surface == toText(Surface::PinnedPost) && field == TextField && !isOwn;
    if (isReply || isPinned)
        limits = limitsOn(channel, networks, own, TimelineSurface, TextField);
    return limits;
}
