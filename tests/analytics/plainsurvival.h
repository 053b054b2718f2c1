// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/survival.h"

#include <cmath>
#include <set>
#include <vector>

/// The share that is left, counted age by age from single observations, to compare an estimate with.
struct PlainSurvival
{
    struct Watched
    {
        qint64 age = 0;
        bool hasEnded = false; ///< else still open at that age
    };
    std::vector<Watched> watched;

    /// The product of what each age up to \a age left (Kaplan and Meier).
    [[nodiscard]] double leftAt(qint64 age) const
    {
        std::set<qint64> ages;
        for (const Watched &one : watched) {
            if (one.hasEnded && one.age <= age)
                ages.insert(one.age);
        }
        double left = 1;
        for (const qint64 at : ages) {
            int atRisk = 0;
            int ended = 0;
            for (const Watched &one : watched) {
                atRisk += one.age >= at ? 1 : 0;
                ended += one.age == at && one.hasEnded ? 1 : 0;
            }
            left *= 1 - double(ended) / double(atRisk);
        }
        return left;
    }
    /// Whether \a curve says the same at each of its ages, and never rises.
    [[nodiscard]] bool isSameAs(const SurvivalCurve &curve) const
    {
        qint64 ended = 0;
        for (const Watched &one : watched)
            ended += one.hasEnded ? 1 : 0;
        if (curve.n != qint64(watched.size()) || curve.events != ended
            || curve.censored != curve.n - ended || curve.steps.isEmpty() != watched.empty())
            return false;
        double before = 1;
        for (const SurvivalStep &step : curve.steps) {
            if (step.survival > before || std::abs(step.survival - leftAt(step.age)) > 1e-9)
                return false;
            before = step.survival;
        }
        return true;
    }
};
