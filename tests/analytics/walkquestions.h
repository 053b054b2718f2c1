// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/funnel.h"
#include "randomwalks.h"

/// What is asked of RandomWalks, of a funnel as of the charts that have to agree with it.
namespace WalkQuestions {
/// Of all time or any part of the walks, also an empty one, of everybody or of source "a" alone, as of some time in half as many days more.
inline ChartFilter anyFilter()
{
    using rc::gen::inRange;
    ChartFilter filter;
    filter.asOf = RandomWalks::at(*inRange(0, 120), *inRange(0, 24));
    if (*rc::gen::arbitrary<bool>())
        filter.span.from = QDate(2026, 3, 1).addDays(*inRange(0, 80));
    if (*rc::gen::arbitrary<bool>())
        filter.span.to = QDate(2026, 3, 1).addDays(*inRange(0, 80));
    if (*rc::gen::arbitrary<bool>())
        filter.sources = QStringList {QStringLiteral("a")};
    return filter;
}

/// The funnel of those whom \a filter leaves and who entered in the span \a entered.
inline FunnelQuery funnelOf(const ChartFilter &filter, const DateSpan &entered)
{
    return {.entered = entered, .asOf = filter.asOf, .sources = filter.sources};
}
} // namespace WalkQuestions
