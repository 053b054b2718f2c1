// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartpeople.h"

#include "base/whenready.h"
#include "session/changeset.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"

#include <utility>

namespace {
constexpr qsizetype MostKnownQueries = 8; // each has an id for each of its people

QueryDay peopleDay(const Workspace &workspace)
{
    return {workspace.today(), workspace.zone()};
}
} // namespace

ChartPeople::ChartPeople(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

std::optional<PeopleSet> ChartPeople::find(const ProspectQuery &query) const
{
    const auto known = m_known.constFind(keyOf(query));
    return known == m_known.constEnd() ? std::nullopt : std::optional(*known);
}

void ChartPeople::read(const ProspectQuery &query, std::function<void(const Result<> &)> done)
{
    const QString key = keyOf(query);
    const bool isUnderWay = m_waiting.contains(key);
    m_waiting[key].append(std::move(done));
    if (isUnderWay)
        return;
    const QueryDay day = peopleDay(m_workspace);
    const auto reading = m_workspace.database()->read(
        [query, day](Connection &connection) { return readAll(connection, query, day); },
        Database::Lane::Long);
    whenReady(reading, this, [this, key, changes = m_changes](const Result<PeopleSet> &people) {
        if (people && changes == m_changes) {
            if (m_known.size() >= MostKnownQueries)
                m_known.clear();
            m_known.insert(key, *people);
        }
        finish(key, people ? Result<>() : Result<>(tl::unexpected(people.error())));
    });
}

bool ChartPeople::follow(const ChangeSet &changes)
{
    // What a query of the list may ask for; a new day is another key.
    if (!changes.touchesAny(
            {u"prospect", u"company", u"handle", u"conversation", u"message", u"conversation_share",
                u"follow_up", u"touch", u"prospect_label", u"label", u"custom_value", u"stage"}))
        return false;
    // A read under way may have come too early for the change.
    ++m_changes;
    const bool wasKnown = !m_known.isEmpty();
    m_known.clear();
    return wasKnown;
}

Result<PeopleSet> ChartPeople::readAll(
    Connection &connection, ProspectQuery query, const QueryDay &day)
{
    // By id, as a set has them.
    query.sort = ProspectQuery::Sort::Newest;
    query.descending = false;
    std::vector<qint64> ids;
    auto done = ProspectTable::ids(connection, query, day, [&ids](const QList<ProspectId> &chunk) {
        for (const ProspectId id : chunk)
            ids.push_back(id.value());
        return true;
    });
    if (!done)
        return tl::unexpected(done.error());
    return PeopleSet({}, std::move(ids));
}

Result<PeopleSet> ChartPeople::readNow(const Workspace &workspace, const PeopleChoice &choice)
{
    return workspace.database()
        ->read([query = choice.query, day = peopleDay(workspace)](
                   Connection &connection) { return readAll(connection, query, day); },
            Database::Lane::Long)
        .result()
        .map([&choice](const PeopleSet &people) { return people.named(choice.name); });
}

QString ChartPeople::keyOf(const ProspectQuery &query) const
{
    return QString::number(m_workspace.today().toJulianDay()) + queryText(query);
}

void ChartPeople::finish(const QString &key, const Result<> &done)
{
    const QList<Done> waiting = m_waiting.take(key);
    for (const Done &told : waiting)
        told(done);
}
