// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/wilson.h"
#include "domain/touchfacts.h"

#include <array>

struct AdvocacyQuery
{
    ChartFilter
        filter; ///< of the customers; its span is that of the local days on which they became such
    /// 0 or more: only what happened within so many whole days after they became customers, each by their own clock.
    std::optional<int> windowDays = {};

    friend bool operator==(const AdvocacyQuery &, const AdvocacyQuery &) = default;
};

/// What became of customers after the sale: whom they brought, who of those bought, who spoke about it.
struct Advocacy
{
    static constexpr int MostReferrals = 5; ///< the last group: so many and more

    /// The customers who brought the same number of people.
    struct Group
    {
        qint64 customers = 0;
        qint64 brought = 0; ///< by each of them; who was brought by two counts twice
        qint64 broughtCustomers = 0; ///< those of them who became customers
        /// Those of them to whom the sale is not applicable: whether they bought nobody knows.
        qint64 broughtNotApplicable = 0;

        /// Became customers, of those of whom that can be known.
        [[nodiscard]] Proportion bought() const
        {
            return {broughtCustomers, brought - broughtNotApplicable};
        }

        friend bool operator==(const Group &, const Group &) = default;
    };
    struct Later
    {
        int step = 0; ///< a step behind the sale, index into the columns' steps
        Proportion reached; ///< it or a later one, of the customers to whom it is applicable
        qint64 notApplicable = 0; ///< customers who had passed its place before it existed

        friend bool operator==(const Later &, const Later &) = default;
    };

    qint64 customers = 0; ///< who came to a sale or to a stage behind it
    qint64 immature = 0; ///< customers for less than the window: in no other figure
    qint64 undated =
        0; ///< customers at an unknown time, where that is asked for: in no other figure
    /// Had passed the place of the sale before it was a stage, so that nobody knows since when they are customers, or whether: in no other figure.
    qint64 notApplicable = 0;
    Proportion referred; ///< brought at least one, of the customers
    std::array<Group, MostReferrals + 1> groups; ///< by number of people brought
    qint64 brought = 0; ///< all whom they brought, each counted once
    Proportion bought; ///< became customers, of those of them to whom the sale is applicable
    Proportion reviewed; ///< wrote a review, of the customers
    Proportion quotable; ///< wrote one that may be quoted, of the customers
    QList<Later> later;

    friend bool operator==(const Advocacy &, const Advocacy &) = default;
};

/// Touches of kind referred say who brought whom, those of kind reviewed who wrote a review. Nothing later than the filter's
/// asOf counts. To whom a later step is not applicable is in no share of it. May run on any thread.
[[nodiscard]] Advocacy advocacy(
    const ProspectColumns &columns, const TouchFacts &touches, const AdvocacyQuery &query);

/// Of whom a figure tells.
struct AdvocacyPeople
{
    enum class Kind {
        Customers,
        Referred, ///< customers who brought `number` people
        Brought,
        Reviewed,
        Quotable,
        Later, ///< customers who reached the step `number` or a later one
    };
    Kind kind = Kind::Customers;
    int number = 0;

    friend bool operator==(const AdvocacyPeople &, const AdvocacyPeople &) = default;
};

/// Exactly the people behind a figure of advocacy(columns, touches, query), by id.
[[nodiscard]] QList<ProspectId> advocacyPeople(const ProspectColumns &columns,
    const TouchFacts &touches, const AdvocacyQuery &query, const AdvocacyPeople &wanted);
