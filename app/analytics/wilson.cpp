// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/wilson.h"

#include <algorithm>
#include <cmath>

std::optional<Interval> wilson(qint64 k, qint64 n)
{
    if (n <= 0)
        return std::nullopt;
    Q_ASSERT(k >= 0 && k <= n);
    constexpr double z = 1.959963984540054; // the normal distribution's 97.5 % point
    const auto trials = double(n);
    const double p = double(k) / trials;
    const double scale = 1 + z * z / trials;
    const double centre = (p + z * z / (2 * trials)) / scale;
    const double half = z * std::sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials)) / scale;
    // At the ends the score interval touches 0 and 1 exactly; rounding must not say otherwise.
    const double low = k == 0 ? 0.0 : std::max(0.0, centre - half);
    const double high = k == n ? 1.0 : std::min(1.0, centre + half);
    return Interval {low, high};
}

std::optional<ShareDifference> difference(const Proportion &one, const Proportion &other)
{
    const auto first = one.interval();
    const auto second = other.interval();
    if (!first || !second)
        return std::nullopt;
    const double p = *one.rate();
    const double q = *other.rate();
    const double below = std::hypot(p - first->low, second->high - q);
    const double above = std::hypot(first->high - p, q - second->low);
    return ShareDifference {p - q, {p - q - below, p - q + above}};
}
