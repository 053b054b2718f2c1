// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/conversioncredit.h"

#include "analytics/conversion.h"
#include "analytics/dayends.h"
#include "analytics/notapplicable.h"

#include <QHash>

#include <algorithm>

namespace {

qint64 creditedId(const TouchFacts &facts, const TouchFacts::Row &touch, CreditTo to)
{
    switch (to) {
    case CreditTo::Post:
        return touch.post.value();
    case CreditTo::Campaign:
        return facts.posts.value(touch.post).campaign.value();
    case CreditTo::Pillar:
        return facts.posts.value(touch.post).pillar.value();
    case CreditTo::Profile:
        return touch.profileCopy.value();
    case CreditTo::Channel:
        return facts.channelOf(touch).value();
    }
    Q_UNREACHABLE();
}

/// The people who are compared, with their touches.
struct CreditPaths
{
    std::vector<qint64> ids; ///< of the people, by row
    std::vector<std::optional<qint64>> conversions; ///< by row
    std::vector<KeyTouch> touches;
    std::vector<qint64> keys; ///< what is credited, by key
    qint64 undated = 0;
    qint64 notApplicable = 0;
};

void takePeople(const ProspectColumns &columns, const CreditQuery &query, CreditPaths &paths)
{
    const ChartFilter &filter = query.filter;
    const std::vector<bool> winning = winningStages(columns.stages());
    const SecondSpan span(filter.span, columns.zone());
    DayEnds ends(columns.zone());
    NotApplicableSale notApplicable(columns);
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        if (chunk.fate[row] == 0)
            return;
        const ConversionMove move = conversionOf(chunk, row, winning);
        const bool hasHappened = move.hasHappened(filter.asOf);
        if (hasHappened && move.isDated && !span.contains(move.at))
            return;
        if (notApplicable.has(chunk, row)) {
            ++paths.notApplicable;
            return;
        }
        if (!hasHappened) {
            paths.ids.push_back(chunk.ids[row]);
            paths.conversions.emplace_back();
            return;
        }
        if (!move.isDated) {
            ++paths.undated;
            return;
        }
        // The day of asOf is not over, but what happened on it has happened.
        const qint64 latest = ends.latest(move.at, move.flags);
        paths.ids.push_back(chunk.ids[row]);
        paths.conversions.emplace_back(filter.asOf == 0 ? latest : std::min(latest, filter.asOf));
    });
}

/// Those of the people's touches whose time is known. People and touches both stand by prospect.
void takeTouches(const TouchFacts &facts, CreditTo to, CreditPaths &paths)
{
    QHash<qint64, quint32> keyOfId;
    size_t row = 0;
    for (const TouchFacts::Row &touch : facts.rows) {
        while (row < paths.ids.size() && paths.ids[row] < touch.prospect.value())
            ++row;
        if (row == paths.ids.size())
            break;
        if (paths.ids[row] != touch.prospect.value() || touch.at.precision == Precision::Unknown)
            continue;
        const qint64 id = creditedId(facts, touch, to);
        auto key = keyOfId.find(id);
        if (key == keyOfId.end()) {
            key = keyOfId.insert(id, quint32(paths.keys.size()));
            paths.keys.push_back(id);
        }
        paths.touches.push_back({quint32(row), *key, touch.at.ms, touch.id.value()});
    }
}

CreditPaths creditPaths(
    const ProspectColumns &columns, const TouchFacts &touches, const CreditQuery &query)
{
    CreditPaths paths;
    takePeople(columns, query, paths);
    takeTouches(touches, query.rule.to, paths);
    return paths;
}

AttributionQuery attributionQuery(const CreditQuery &query)
{
    return {.model = query.rule.model,
        .lookBackDays = query.rule.lookBackDays,
        .asOf = query.filter.asOf == 0 ? std::nullopt : std::optional(query.filter.asOf)};
}

} // namespace

ConversionCredit conversionCredit(
    const ProspectColumns &columns, const TouchFacts &touches, const CreditQuery &query)
{
    CreditPaths paths = creditPaths(columns, touches, query);
    const TouchHistories histories(std::move(paths.touches), std::move(paths.conversions));
    const Attribution given = attribution(histories, attributionQuery(query));
    ConversionCredit result {.conversions = given.conversions,
        .others = given.others,
        .undated = paths.undated,
        .notApplicable = paths.notApplicable,
        .rows = {},
        .none = given.none};
    for (const KeyCredit &figures : given.keys)
        result.rows.append({paths.keys[*figures.key], figures});
    // Keys are numbered as they come: the same credit stands by id, whoever else there is.
    std::ranges::stable_sort(
        result.rows, [](const ConversionCredit::Row &a, const ConversionCredit::Row &b) {
            return a.figures.credit != b.figures.credit ? a.figures.credit > b.figures.credit
                                                        : a.id < b.id;
        });
    for (ConversionCredit::Row &row : result.rows)
        row.figures.key.reset();
    return result;
}

QList<ProspectId> prospectsCredited(const ProspectColumns &columns, const TouchFacts &touches,
    const CreditQuery &query, std::optional<qint64> id)
{
    CreditPaths paths = creditPaths(columns, touches, query);
    std::optional<quint32> key;
    if (id) {
        const auto found = std::ranges::find(paths.keys, *id);
        if (found == paths.keys.end())
            return {};
        key = quint32(found - paths.keys.begin());
    }
    const TouchHistories histories(std::move(paths.touches), std::move(paths.conversions));
    QList<ProspectId> ids;
    for (const ProspectCredit &credit : prospectsBehind(histories, attributionQuery(query), key))
        ids.append(ProspectId(paths.ids[credit.prospect]));
    return ids;
}
