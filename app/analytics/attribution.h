// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/wilson.h"
#include "base/enumtext.h"

#include <QList>

#include <compare>
#include <optional>
#include <span>
#include <vector>

/// How one conversion is divided among the touches before it. Each is a convention, which says who
/// was there and not what caused it; elsewhere the same letter can mean another rule, so a chart
/// says its rule in words. A single touch has all of it under every rule.
enum class AttributionModel {
    First, ///< all to the first touch
    Last, ///< all to the last touch
    Linear, ///< the same to every touch
    U, ///< 40 % to the first, 40 % to the last, 20 % shared by those between; of two, 50 % each
    J, ///< 20 % to the first, 60 % to the last, 20 % shared by those between; of two, 25 % and 75 %
};

template<>
struct EnumText<AttributionModel>
{
    static constexpr std::pair<AttributionModel, std::string_view> values[] {
        {AttributionModel::First, "first"},
        {AttributionModel::Last, "last"},
        {AttributionModel::Linear, "linear"},
        {AttributionModel::U, "u"},
        {AttributionModel::J, "j"},
    };
};

/// A number of conversions, 0 or more, counted in whole parts of one: sums are exact in whatever
/// order they are made, and the credit of all keys is the number of conversions to the last part.
class Credit
{
public:
    /// The parts of one conversion, the least common multiple of 1…30. Every model divides it
    /// without a remainder among up to 26 touches, Linear among up to 30. Of more, the first of
    /// those who share have one part more than the last.
    static constexpr qint64 Parts = 2'329'089'562'800;

    constexpr Credit() = default;
    /// \a parts of a conversion, 0 or more.
    [[nodiscard]] static constexpr Credit ofParts(qint64 parts)
    {
        return {parts / Parts, parts % Parts};
    }
    /// \a conversions whole ones, 0 or more.
    [[nodiscard]] static constexpr Credit ofConversions(qint64 conversions)
    {
        return {conversions, 0};
    }

    /// In conversions, as near as a double comes.
    [[nodiscard]] constexpr double value() const
    {
        return double(m_whole) + double(m_parts) / double(Parts);
    }
    [[nodiscard]] constexpr bool isNone() const { return m_whole == 0 && m_parts == 0; }

    constexpr Credit &operator+=(Credit other)
    {
        m_whole += other.m_whole;
        m_parts += other.m_parts;
        if (m_parts >= Parts) {
            m_parts -= Parts;
            ++m_whole;
        }
        return *this;
    }
    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend constexpr auto operator<=>(const Credit &, const Credit &) = default;

private:
    constexpr Credit(qint64 whole, qint64 parts)
        : m_whole(whole)
        , m_parts(parts)
    { }

    qint64 m_whole = 0;
    qint64 m_parts = 0; ///< less than Parts
};

/// One touch: who, by what, when.
struct KeyTouch
{
    quint32 prospect = 0; ///< row of the prospect
    quint32 key = 0; ///< index into the caller's dictionary of posts, channels, …
    qint64 ms = 0; ///< Unix milliseconds, UTC
    qint64 id = 0; ///< of several at the same instant, the lower id was first

    friend bool operator==(const KeyTouch &, const KeyTouch &) = default;
};

/// The touches of all prospects in question, and who of them converted when: sorted once, asked
/// often. Unchanged after construction, so any number of threads may ask.
class TouchHistories
{
public:
    /// \a conversions has one element for each prospect, by row: the instant of the conversion in
    /// Unix milliseconds, UTC, or nothing. The rows are the people who are compared; whoever is not
    /// in question (converted in another period) has none. \a touches may be in any order; each
    /// belongs to one of the rows. A conversion that is known to the day is given as the last
    /// millisecond of it, since a touch of that day need not have come after it. Touches that are
    /// in order already (prospect, instant, id) are not sorted again.
    TouchHistories(std::vector<KeyTouch> touches, std::vector<std::optional<qint64>> conversions);

    /// By prospect, then instant, then id.
    [[nodiscard]] std::span<const KeyTouch> touches() const { return m_touches; }
    [[nodiscard]] std::span<const std::optional<qint64>> conversions() const
    {
        return m_conversions;
    }

private:
    std::vector<KeyTouch> m_touches;
    std::vector<std::optional<qint64>> m_conversions;
};

/// What counts. A touch counts when it is not later than the prospect's conversion and within the
/// look-back before it. Whoever has not converted is looked at `asOf`: their touches until then, for
/// a look-back of the same length.
struct AttributionQuery
{
    AttributionModel model = AttributionModel::Linear;
    /// 0 or more: only touches whose age at the conversion, in whole days of 24 hours rounded down,
    /// is not above this. Without one, all count.
    std::optional<int> lookBackDays = {};
    /// Unix milliseconds, UTC: when the data were current. Later conversions have not happened yet.
    /// Without it all have happened, and all touches of those who did not convert count.
    std::optional<qint64> asOf = {};

    friend bool operator==(const AttributionQuery &, const AttributionQuery &) = default;
};

/// What one key is credited with, and the honest comparison beside it: a post that everybody saw has
/// much credit, and has told nothing where those who did not convert saw it as often.
struct KeyCredit
{
    std::optional<quint32> key; ///< nothing stands for: no touch that counts
    Credit credit; ///< a path that meets a key more than once gives it each touch's share
    /// Of those who converted, how many had at least one touch of this key that counts. The same
    /// under all models.
    Proportion converted;
    Proportion others; ///< the same of those who have not converted

    friend bool operator==(const KeyCredit &, const KeyCredit &) = default;
};

struct Attribution
{
    qint64 conversions = 0; ///< prospects who converted: exactly the sum of all credit
    qint64 others = 0; ///< prospects who have not
    /// Every key with a touch that counts, most credit first, then by key.
    QList<KeyCredit> keys;
    KeyCredit none; ///< those without a touch that counts, without a key; a credit of 1 for each

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

/// Gives the credit for each conversion to the touches before it. One pass over the touches; keeps
/// an array as long as the greatest key. May run on any thread.
[[nodiscard]] Attribution attribution(
    const TouchHistories &histories, const AttributionQuery &query);

/// What one prospect's conversion gave to a key.
struct ProspectCredit
{
    quint32 prospect = 0; ///< row of the prospect
    Credit credit; ///< more than 0, at most 1

    friend bool operator==(const ProspectCredit &, const ProspectCredit &) = default;
};

/// Exactly the prospects behind the credit of \a key in attribution(histories, query), by row;
/// their credit adds up to it. Nothing for the key: those who converted without a touch.
[[nodiscard]] QList<ProspectCredit> prospectsBehind(
    const TouchHistories &histories, const AttributionQuery &query, std::optional<quint32> key);
