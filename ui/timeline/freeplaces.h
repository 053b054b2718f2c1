// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/freeslots.h"
#include "domain/network.h"
#include "domain/shownzone.h"

#include <QList>
#include <QTimeZone>

/// A posting slot of one day that nothing takes.
struct FreePlace
{
    QDate day; ///< as the calendar shows it
    QTime time;
    ChannelId channel;
    QString sign; ///< of the network
    QString name; ///< of the channel

    friend bool operator==(const FreePlace &, const FreePlace &) = default;
};

struct FreePlaceQuery
{
    QList<Channel> channels; ///< those that are shown
    QList<PostingSlot> postingSlots;
    QList<PostWithVariants> posts; ///< all that are planned within the days
    NetworkTable networks;
    QTimeZone zone; ///< the workspace's
    ShownZone shown; ///< as whose clocks show them
    DateSpan days; ///< with both ends
    qint64 after = 0; ///< Unix milliseconds: what is past is no place
};

/// The free places of the days in order of time.
[[nodiscard]] QList<FreePlace> freePlaces(const FreePlaceQuery &query);
