// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/touchgroups.h"

#include "analytics/dayends.h"

#include <algorithm>
#include <limits>

namespace {

/// The names of the channels, campaigns or pillars by id.
QHash<qint64, QString> subjectNames(const TouchFacts &facts, Breakdown by)
{
    QHash<qint64, QString> names;
    if (by == Breakdown::Channel) {
        for (auto it = facts.channels.cbegin(); it != facts.channels.cend(); ++it)
            names.insert(it.key().value(), it->name);
    } else if (by == Breakdown::Campaign) {
        for (auto it = facts.campaigns.cbegin(); it != facts.campaigns.cend(); ++it)
            names.insert(it.key().value(), *it);
    } else if (by == Breakdown::Pillar) {
        for (auto it = facts.pillars.cbegin(); it != facts.pillars.cend(); ++it)
            names.insert(it.key().value(), *it);
    }
    return names;
}

/// Gives keys to what touches are of, and numbers them as they come.
class SubjectKeys
{
public:
    SubjectKeys(const TouchFacts &facts, Breakdown by)
        : m_facts(facts)
        , m_by(by)
        , m_names(subjectNames(facts, by))
    {
        for (const QString &name : std::as_const(m_names))
            ++m_uses[name];
    }

    /// Index of the touch's group in \a groups, which gets it where it is new.
    quint32 groupOf(const TouchFacts::Row &touch, RowGroups &groups)
    {
        const QString key = keyOf(touch, groups);
        if (key.isEmpty())
            return 0;
        auto known = m_codes.find(key);
        if (known == m_codes.end()) {
            known = m_codes.insert(key, quint32(groups.keys.size()));
            groups.keys.append(key);
        }
        return *known;
    }

private:
    [[nodiscard]] qint64 idOf(const TouchFacts::Row &touch) const
    {
        switch (m_by) {
        case Breakdown::Channel:
            return m_facts.channelOf(touch).value();
        case Breakdown::Campaign:
            return m_facts.posts.value(touch.post).campaign.value();
        case Breakdown::Pillar:
            return m_facts.posts.value(touch.post).pillar.value();
        default:
            return 0;
        }
    }
    [[nodiscard]] QString keyOf(const TouchFacts::Row &touch, RowGroups &groups) const
    {
        if (m_by == Breakdown::Network)
            return m_facts.channels.value(m_facts.channelOf(touch)).network;
        const qint64 id = idOf(touch);
        if (id == 0)
            return {};
        QString name = m_names.value(id);
        if (!name.isEmpty() && m_uses.value(name) == 1)
            return name;
        QString key = QString::number(id);
        if (!name.isEmpty())
            groups.names.insert(key, name);
        return key;
    }

    const TouchFacts &m_facts;
    Breakdown m_by;
    QHash<qint64, QString> m_names;
    QHash<QString, int> m_uses; ///< how many have a name
    QHash<QString, quint32> m_codes; ///< by key
};

/// The latest instant at which \a row may have come to the second step or to a later one; nothing where that is not known.
std::optional<qint64> secondStepOf(
    const ColumnChunk &chunk, size_t row, const std::vector<qint8> &stepOfStage, DayEnds &ends)
{
    bool isFound = false;
    std::optional<qint64> latest = std::numeric_limits<qint64>::max();
    chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
        if (isFound || stepOfStage[to] <= 0)
            return;
        isFound = true;
        latest = flags & ColumnChunk::Moves::HasNoArrival ? std::nullopt
                                                          : std::optional(ends.latest(at, flags));
    });
    return latest;
}

} // namespace

RowGroups touchGroups(
    const ProspectColumns &columns, const TouchFacts &touches, Breakdown by, qint64 asOf)
{
    RowGroups result;
    SubjectKeys subjects(touches, by);
    const qint64 end = asOf == 0 ? std::numeric_limits<qint64>::max() : asOf;
    DayEnds ends(columns.zone());
    auto touch = touches.rows.cbegin();
    for (const auto &chunk : columns.chunks()) {
        std::vector<quint32> groups(chunk->ids.size(), 0);
        // Prospects and touches both stand by prospect.
        for (size_t row = 0; row < groups.size(); ++row) {
            const ProspectId id(chunk->ids[row]);
            while (touch != touches.rows.cend() && touch->prospect < id)
                ++touch;
            while (touch != touches.rows.cend() && touch->prospect == id
                && touch->at.precision == Precision::Unknown)
                ++touch;
            if (touch == touches.rows.cend() || touch->prospect != id || touch->at.ms > end)
                continue;
            const auto until = secondStepOf(*chunk, row, columns.stepOfStage(), ends);
            if (until && touch->at.ms <= *until)
                groups[row] = subjects.groupOf(*touch, result);
        }
        result.groups.push_back(std::move(groups));
    }
    return result;
}
