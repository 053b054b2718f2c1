// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dealfacts.h"
#include "domain/exitfacts.h"
#include "domain/handoverfacts.h"
#include "domain/hopfacts.h"
#include "domain/lastcontacts.h"
#include "domain/repfacts.h"
#include "domain/touchfacts.h"

#include <memory>
#include <type_traits>

/// What some charts need beside the columns. Each kind is read when a chart first asks for it, and again once it has changed.
enum class ChartFact { Touches, Contacts, Deals, Handovers, Exits, Hops, Activity };

inline constexpr ChartFact AllChartFacts[] {ChartFact::Touches, ChartFact::Contacts,
    ChartFact::Deals, ChartFact::Handovers, ChartFact::Exits, ChartFact::Hops, ChartFact::Activity};

/// Snapshots, immutable once shared; null where nobody asked for them.
struct ChartFacts
{
    std::shared_ptr<const TouchFacts> touches;
    std::shared_ptr<const LastContacts> contacts;
    std::shared_ptr<const DealFacts> deals;
    std::shared_ptr<const HandoverFacts> handovers;
    std::shared_ptr<const ExitFacts> exits;
    std::shared_ptr<const HopFacts> hops;
    std::shared_ptr<const RepFacts> activity;

    /// Calls \a use with the snapshot of \a kind in \a facts.
    template<typename Facts, typename Use>
    static auto with(Facts &facts, ChartFact kind, Use use)
    {
        switch (kind) {
        case ChartFact::Touches:
            return use(facts.touches);
        case ChartFact::Contacts:
            return use(facts.contacts);
        case ChartFact::Deals:
            return use(facts.deals);
        case ChartFact::Handovers:
            return use(facts.handovers);
        case ChartFact::Exits:
            return use(facts.exits);
        case ChartFact::Hops:
            return use(facts.hops);
        case ChartFact::Activity:
            return use(facts.activity);
        }
        Q_UNREACHABLE();
    }
    [[nodiscard]] bool has(ChartFact kind) const
    {
        return with(*this, kind, [](const auto &held) { return held != nullptr; });
    }
    void drop(ChartFact kind)
    {
        with(*this, kind, [](auto &held) { held.reset(); });
    }
    /// Takes over what \a other has.
    void add(const ChartFacts &other)
    {
        for (const ChartFact kind : AllChartFacts) {
            with(*this, kind, [&other, kind](auto &held) {
                with(other, kind, [&held](const auto &theirs) {
                    if constexpr (std::is_same_v<std::decay_t<decltype(theirs)>,
                                      std::decay_t<decltype(held)>>) {
                        if (theirs)
                            held = theirs;
                    }
                });
            });
        }
    }
};
