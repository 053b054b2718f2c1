// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartfactsreader.h"

#include "session/changeset.h"
#include "storage/facttable.h"
#include "storage/visiblecontacts.h"
#include "storage/visiblefacts.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// The tables from which \a kind is read.
QStringList factTables(ChartFact kind)
{
    switch (kind) {
    case ChartFact::Touches:
        return {u"touch"_s, u"post"_s, u"profile_copy"_s, u"channel"_s, u"campaign"_s, u"pillar"_s,
            u"prospect"_s};
    case ChartFact::Contacts:
        return {u"conversation"_s, u"message"_s, u"conversation_share"_s, u"prospect"_s};
    case ChartFact::Deals:
        return {u"offer"_s, u"prospect"_s};
    case ChartFact::Handovers:
        return {u"handover"_s, u"member"_s, u"prospect"_s};
    case ChartFact::Exits:
        return {u"move"_s, u"lost_reason"_s, u"prospect"_s};
    case ChartFact::Hops:
        return {u"conversation"_s, u"message"_s, u"hop"_s, u"conversation_share"_s, u"prospect"_s};
    case ChartFact::Activity:
        return {u"conversation"_s, u"message"_s, u"move"_s, u"member"_s, u"conversation_share"_s,
            u"prospect"_s};
    }
    Q_UNREACHABLE();
}

Result<> readFacts(Connection &connection, ChartFact kind, ChartFacts &facts)
{
    const auto take = [](auto &member) {
        return [&member](auto read) { member = std::move(read); };
    };
    switch (kind) {
    case ChartFact::Touches:
        return FactTable::touches(connection).map(take(facts.touches));
    case ChartFact::Contacts:
        return Visible::lastContacts(connection).map(take(facts.contacts));
    case ChartFact::Deals:
        return FactTable::deals(connection).map(take(facts.deals));
    case ChartFact::Handovers:
        return FactTable::handovers(connection).map(take(facts.handovers));
    case ChartFact::Exits:
        return FactTable::exits(connection).map(take(facts.exits));
    case ChartFact::Hops:
        return Visible::hopFacts(connection).map(take(facts.hops));
    case ChartFact::Activity:
        return FactTable::activity(connection).map(take(facts.activity));
    }
    Q_UNREACHABLE();
}
} // namespace

Result<ChartFacts> ChartFactsReader::read(Connection &connection, const QList<ChartFact> &kinds)
{
    ChartFacts facts;
    for (const ChartFact kind : kinds) {
        if (auto done = readFacts(connection, kind, facts); !done)
            return tl::unexpected(done.error());
    }
    return facts;
}

QList<ChartFact> ChartFactsReader::outdated(const ChartFacts &held, const ChangeSet &changes)
{
    QList<ChartFact> kinds;
    for (const ChartFact kind : AllChartFacts) {
        if (!held.has(kind))
            continue;
        const QStringList tables = factTables(kind);
        if (std::ranges::any_of(
                tables, [&changes](const QString &table) { return changes.touches(table); }))
            kinds.append(kind);
    }
    return kinds;
}
