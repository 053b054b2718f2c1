// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/attribution.h"
#include "analytics/chartfilter.h"
#include "domain/touchfacts.h"

/// To what the credit for a conversion goes.
enum class CreditTo { Post, Campaign, Pillar, Profile, Channel };

template<>
struct EnumText<CreditTo>
{
    static constexpr std::pair<CreditTo, std::string_view> values[] {
        {CreditTo::Post, "post"},
        {CreditTo::Campaign, "campaign"},
        {CreditTo::Pillar, "pillar"},
        {CreditTo::Profile, "profile"},
        {CreditTo::Channel, "channel"},
    };
};

/// By which convention credit is given, and to what.
struct CreditRule
{
    CreditTo to = CreditTo::Post;
    AttributionModel model = AttributionModel::Linear;
    std::optional<int> lookBackDays = {}; ///< as in AttributionQuery

    friend bool operator==(const CreditRule &, const CreditRule &) = default;
};

struct CreditQuery
{
    ChartFilter filter; ///< its span is that of the local days of the conversions
    CreditRule rule;

    friend bool operator==(const CreditQuery &, const CreditQuery &) = default;
};

/// What the touches of those who converted are credited with.
struct ConversionCredit
{
    struct Row
    {
        /// The id of the post, campaign, pillar, profile version or channel; 0 for touches that had none.
        qint64 id = 0;
        KeyCredit figures;

        friend bool operator==(const Row &, const Row &) = default;
    };
    qint64 conversions = 0; ///< exactly the sum of all credit
    qint64 others = 0; ///< who entered the pipeline and has not converted, also those who left
    qint64 undated = 0; ///< converted at an unknown time: in no other figure
    qint64 notApplicable =
        0; ///< had passed the place of the sale before it was a stage: in no other figure
    QList<Row> rows; ///< most credit first
    KeyCredit none; ///< those without a touch that counts

    friend bool operator==(const ConversionCredit &, const ConversionCredit &) = default;
};

/// Who, within the filter, first came to a stage of kind won (or to one behind it that is no exit) on a day of the span, and
/// what touched them before. A touch counts where its time is known and not after the conversion; one of a channel's profile
/// is one of the channel. Those compared entered the pipeline and have not converted as of the filter's asOf, whether they
/// left or are still there. To whom the first stage of kind won is not applicable is neither: when they were won nobody knows, so that touches would get
/// credit that came too late for it. May run on any thread.
[[nodiscard]] ConversionCredit conversionCredit(
    const ProspectColumns &columns, const TouchFacts &touches, const CreditQuery &query);

/// Exactly the prospects behind the credit of the row with that \a id in conversionCredit(), by id; nothing for the id: those
/// who converted without a touch.
[[nodiscard]] QList<ProspectId> prospectsCredited(const ProspectColumns &columns,
    const TouchFacts &touches, const CreditQuery &query, std::optional<qint64> id);
