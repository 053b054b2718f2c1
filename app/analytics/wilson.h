// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

/// Bounds of a share, both within 0…1.
struct Interval
{
    double low = 0;
    double high = 0;

    friend bool operator==(const Interval &, const Interval &) = default;
};

/// Below this many prospects a share is shown as a count only: its interval is wider than what it
/// would tell.
constexpr int FewestForARate = 30;
/// Sums over conversations that not everybody may read, and over what one member did, are told of this many people or more.
constexpr qint64 FewestForASum = 5;

/// The 95 % score interval (Wilson 1927) of \a k successes among \a n trials, 0 <= k <= n; nothing
/// for n = 0.
[[nodiscard]] std::optional<Interval> wilson(qint64 k, qint64 n);

/// k of n: a share that knows its denominator, and that without one it says nothing.
struct Proportion
{
    qint64 k = 0;
    qint64 n = 0;
    bool isKnown = false; ///< true by definition, not estimated: the interval is the rate itself

    /// k / n; nothing for n = 0, since an empty denominator is not 0 %.
    [[nodiscard]] std::optional<double> rate() const
    {
        return n > 0 ? std::optional(double(k) / double(n)) : std::nullopt;
    }
    /// Wilson's 95 %; nothing for n = 0.
    [[nodiscard]] std::optional<Interval> interval() const
    {
        if (isKnown && n > 0)
            return Interval {*rate(), *rate()};
        return wilson(k, n);
    }
    /// Too few for a rate to be shown. JSON and CSV give the rate all the same.
    [[nodiscard]] bool isFew() const { return n < FewestForARate && !(isKnown && n > 0); }

    friend bool operator==(const Proportion &, const Proportion &) = default;
};

/// By how much one share is above another, in -1…1.
struct ShareDifference
{
    double value = 0;
    Interval interval; ///< 95 %, in -1…1

    /// Whether the interval leaves out that there is none.
    [[nodiscard]] bool isClear() const { return interval.low > 0 || interval.high < 0; }

    friend bool operator==(const ShareDifference &, const ShareDifference &) = default;
};

/// \a one less \a other, which count different people, with Newcombe's hybrid score interval (Newcombe 1998, Statistics in Medicine 17, 873–890,
/// method 10); nothing where one of them has no denominator.
[[nodiscard]] std::optional<ShareDifference> difference(
    const Proportion &one, const Proportion &other);
