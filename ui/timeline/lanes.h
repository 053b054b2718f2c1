// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

/// Something that takes a stretch of a day.
struct LaneItem
{
    int start = 0; ///< minutes, or any other unit
    int end = 0; ///< beyond start; items that touch do not overlap
    qint64 key = 0; ///< decides between items of the same stretch
};

struct LanePlace
{
    int lane = 0; ///< from 0
    int lanes = 1; ///< how many those need that hang together
    int cluster = 0; ///< of those that hang together, from 0 in order of time

    friend bool operator==(const LanePlace &, const LanePlace &) = default;
};

/// Where each of \a items stands beside the others: in order of start, the longer first, in the lowest lane that is free. The places are in the order of
/// the items and do not depend on it.
[[nodiscard]] QList<LanePlace> packLanes(const QList<LaneItem> &items);
