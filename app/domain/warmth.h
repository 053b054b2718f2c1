// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/touch.h"

#include <QList>

/// How warm the touches made somebody.
enum class WarmthLevel { Cold, Warming, Warm, Hot };

/// What one touch adds, in thousandths of a point.
struct WarmthPart
{
    TouchId touch;
    int ageDays = 0; ///< whole days since; 0 for what lies ahead
    int points = 0; ///< what is left of it now
    int most = 0; ///< what it was on its day

    friend bool operator==(const WarmthPart &, const WarmthPart &) = default;
};

/// How warm somebody is, and what made them so.
struct Warmth
{
    int score = 0; ///< 0…100
    WarmthLevel level = WarmthLevel::Cold;
    QList<WarmthPart> parts; ///< what counts most first

    friend bool operator==(const Warmth &, const Warmth &) = default;
};

/// The product's own weights and bounds, from no study: a team may change them once there is a setting for it.
namespace WarmthScale {
/// The points of a touch on its day: the more effort it took, the more.
[[nodiscard]] int pointsOf(TouchKind kind);
inline constexpr int HalfLifeDays = 30; ///< after so many days a touch counts half
inline constexpr int WarmingFrom = 10; ///< score
inline constexpr int WarmFrom = 25;
inline constexpr int HotFrom = 60;
inline constexpr int MostScore = 100;
[[nodiscard]] WarmthLevel levelOf(int score);
} // namespace WarmthScale

/// The warmth that \a touches of one prospect leave at \a now (Unix milliseconds): the sum of their points, each halved with every half-life, at most 100.
/// A further touch never cools, and time never warms. A touch whose time is unknown counts nothing.
[[nodiscard]] Warmth warmthOf(const QList<Touch> &touches, qint64 now);
