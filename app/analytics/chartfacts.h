// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exitfacts.h"
#include "domain/handoverfacts.h"
#include "domain/hopfacts.h"
#include "domain/repfacts.h"
#include "domain/touchfacts.h"

#include <memory>

/// What some charts need beside the columns. Each kind is read when a chart first asks for it, and again once it has changed.
enum class ChartFact { Touches, Handovers, Exits, Hops, Activity };

/// Snapshots, immutable once shared; null where nobody asked for them.
struct ChartFacts
{
    std::shared_ptr<const TouchFacts> touches;
    std::shared_ptr<const HandoverFacts> handovers;
    std::shared_ptr<const ExitFacts> exits;
    std::shared_ptr<const HopFacts> hops;
    std::shared_ptr<const RepFacts> activity;

    [[nodiscard]] bool has(ChartFact kind) const
    {
        switch (kind) {
        case ChartFact::Touches:
            return touches != nullptr;
        case ChartFact::Handovers:
            return handovers != nullptr;
        case ChartFact::Exits:
            return exits != nullptr;
        case ChartFact::Hops:
            return hops != nullptr;
        case ChartFact::Activity:
            return activity != nullptr;
        }
        Q_UNREACHABLE();
    }
    void drop(ChartFact kind)
    {
        switch (kind) {
        case ChartFact::Touches:
            touches.reset();
            return;
        case ChartFact::Handovers:
            handovers.reset();
            return;
        case ChartFact::Exits:
            exits.reset();
            return;
        case ChartFact::Hops:
            hops.reset();
            return;
        case ChartFact::Activity:
            activity.reset();
            return;
        }
    }
    /// Takes over what \a other has.
    void add(const ChartFacts &other)
    {
        if (other.touches)
            touches = other.touches;
        if (other.handovers)
            handovers = other.handovers;
        if (other.exits)
            exits = other.exits;
        if (other.hops)
            hops = other.hops;
        if (other.activity)
            activity = other.activity;
    }
};
