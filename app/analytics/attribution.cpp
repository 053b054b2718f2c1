// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution.h"

#include "base/moment.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace {

using TouchSpan = std::span<const KeyTouch>;

/// The share of the one at \a index of \a count who share \a parts; what is left over goes to the
/// first of them, one part each.
qint64 equalParts(qint64 parts, qint64 index, qint64 count)
{
    return parts / count + (index < parts % count ? 1 : 0);
}

/// Fixed shares for both ends of two touches or more, in per cent; those between share the rest.
qint64 partsByPlace(qint64 index, qint64 count, qint64 first, qint64 last)
{
    constexpr qint64 percent = Credit::Parts / 100;
    static_assert(percent * 100 == Credit::Parts);
    if (index == 0)
        return first * percent;
    if (index == count - 1)
        return last * percent;
    return equalParts((100 - first - last) * percent, index - 1, count - 2);
}

/// What the touch at \a index of \a count gets of one conversion; over all of them exactly Parts.
qint64 creditParts(AttributionModel model, qint64 index, qint64 count)
{
    if (count == 1)
        return Credit::Parts;
    switch (model) {
    case AttributionModel::First:
        return index == 0 ? Credit::Parts : 0;
    case AttributionModel::Last:
        return index == count - 1 ? Credit::Parts : 0;
    case AttributionModel::Linear:
        return equalParts(Credit::Parts, index, count);
    case AttributionModel::U:
        return count == 2 ? partsByPlace(index, count, 50, 50) : partsByPlace(index, count, 40, 40);
    case AttributionModel::J:
        return count == 2 ? partsByPlace(index, count, 25, 75) : partsByPlace(index, count, 20, 60);
    }
    Q_UNREACHABLE();
}

/// Those of one prospect's touches, in order, that count for something at \a until.
TouchSpan countedTouches(
    TouchSpan touches, std::optional<qint64> until, std::optional<int> lookBackDays)
{
    if (!until)
        return touches;
    const auto end = std::ranges::upper_bound(touches, *until, {}, &KeyTouch::ms);
    auto begin = touches.begin();
    if (lookBackDays) {
        begin = std::find_if(begin, end,
            [&](const KeyTouch &touch) { return wholeDays(*until - touch.ms) <= *lookBackDays; });
    }
    return {begin, end};
}

/// Calls \a use(row, converted, touches that count) for all prospects by row.
template<typename Use>
void forEachPath(const TouchHistories &histories, const AttributionQuery &query, Use use)
{
    const TouchSpan touches = histories.touches();
    const auto conversions = histories.conversions();
    size_t next = 0;
    for (size_t row = 0; row < conversions.size(); ++row) {
        const size_t first = next;
        while (next < touches.size() && touches[next].prospect == row)
            ++next;
        const std::optional<qint64> &conversion = conversions[row];
        const bool converted = conversion && (!query.asOf || *conversion <= *query.asOf);
        use(quint32(row), converted,
            countedTouches(touches.subspan(first, next - first),
                converted ? conversion : query.asOf, query.lookBackDays));
    }
}

/// The counts of a key while the prospects pass by.
struct KeyTally
{
    Credit credit;
    qint64 converted = 0;
    qint64 others = 0;
    qint64 lastRow = -1; ///< the prospect who was counted last, so that each is counted once
};

KeyCredit keyCredit(
    std::optional<quint32> key, const KeyTally &tally, const Attribution &population)
{
    return {key, tally.credit, {tally.converted, population.conversions},
        {tally.others, population.others}};
}

} // namespace

TouchHistories::TouchHistories(
    std::vector<KeyTouch> touches, std::vector<std::optional<qint64>> conversions)
    : m_touches(std::move(touches))
    , m_conversions(std::move(conversions))
{
    const auto order = [](const KeyTouch &a, const KeyTouch &b) {
        return std::tie(a.prospect, a.ms, a.id, a.key) < std::tie(b.prospect, b.ms, b.id, b.key);
    };
    if (!std::ranges::is_sorted(m_touches, order))
        std::ranges::sort(m_touches, order);
    Q_ASSERT(m_touches.empty() || m_touches.back().prospect < m_conversions.size());
}

Attribution attribution(const TouchHistories &histories, const AttributionQuery &query)
{
    quint32 greatest = 0;
    for (const KeyTouch &touch : histories.touches())
        greatest = std::max(greatest, touch.key);
    std::vector<KeyTally> tallies(histories.touches().empty() ? 0 : size_t(greatest) + 1);
    KeyTally none;
    Attribution result;
    forEachPath(histories, query, [&](quint32 row, bool converted, TouchSpan touches) {
        ++(converted ? result.conversions : result.others);
        if (touches.empty())
            ++(converted ? none.converted : none.others);
        const auto count = qint64(touches.size());
        for (qint64 i = 0; i < count; ++i) {
            KeyTally &tally = tallies[touches[size_t(i)].key];
            if (tally.lastRow != row)
                ++(converted ? tally.converted : tally.others);
            tally.lastRow = row;
            if (converted)
                tally.credit += Credit::ofParts(creditParts(query.model, i, count));
        }
    });
    none.credit = Credit::ofConversions(none.converted);
    result.none = keyCredit({}, none, result);
    for (size_t key = 0; key < tallies.size(); ++key) {
        if (tallies[key].lastRow >= 0)
            result.keys.append(keyCredit(quint32(key), tallies[key], result));
    }
    std::ranges::stable_sort(result.keys, std::greater {}, &KeyCredit::credit);
    return result;
}

QList<ProspectCredit> prospectsBehind(
    const TouchHistories &histories, const AttributionQuery &query, std::optional<quint32> key)
{
    QList<ProspectCredit> prospects;
    forEachPath(histories, query, [&](quint32 row, bool converted, TouchSpan touches) {
        if (!converted)
            return;
        Credit credit;
        if (!key && touches.empty())
            credit = Credit::ofConversions(1);
        const auto count = qint64(touches.size());
        for (qint64 i = 0; key && i < count; ++i) {
            if (touches[size_t(i)].key == *key)
                credit += Credit::ofParts(creditParts(query.model, i, count));
        }
        if (!credit.isNone())
            prospects.append({row, credit});
    });
    return prospects;
}
