// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/overlay.h"
#include "domain/schedule.h"
#include "domain/snippet.h"

#include <QList>

/// The small sets that planning uses, each in its order.
struct PlanSetValues
{
    QList<Channel> channels;
    QList<Campaign> campaigns;
    QList<Pillar> pillars;
    QList<Label> labels;
    QList<PostingSlot> postingSlots;
    QList<Series> series;
    QList<ChannelLimit> channelLimits;
    QList<Snippet> snippets;
    QList<DictionaryWord> dictionaryWords;
    QList<Overlay> overlays;
    QList<OverlayDay> overlayDays; ///< by day

    friend bool operator==(const PlanSetValues &, const PlanSetValues &) = default;
};
