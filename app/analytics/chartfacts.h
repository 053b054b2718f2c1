// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dealfacts.h"
#include "domain/lastcontacts.h"
#include "domain/touchfacts.h"

#include <memory>

/// What some charts need beside the columns. Each kind is read when a chart first asks for it, and again once it has changed.
enum class ChartFact { Touches, Contacts, Deals };

/// Snapshots, immutable once shared; null where nobody asked for them.
struct ChartFacts
{
    std::shared_ptr<const TouchFacts> touches;
    std::shared_ptr<const LastContacts> contacts;
    std::shared_ptr<const DealFacts> deals;

    [[nodiscard]] bool has(ChartFact kind) const
    {
        switch (kind) {
        case ChartFact::Touches:
            return touches != nullptr;
        case ChartFact::Contacts:
            return contacts != nullptr;
        case ChartFact::Deals:
            return deals != nullptr;
        }
        Q_UNREACHABLE();
    }
    void drop(ChartFact kind)
    {
        switch (kind) {
        case ChartFact::Touches:
            touches.reset();
            return;
        case ChartFact::Contacts:
            contacts.reset();
            return;
        case ChartFact::Deals:
            deals.reset();
            return;
        }
    }
    /// Takes over what \a other has.
    void add(const ChartFacts &other)
    {
        if (other.touches)
            touches = other.touches;
        if (other.contacts)
            contacts = other.contacts;
        if (other.deals)
            deals = other.deals;
    }
};
