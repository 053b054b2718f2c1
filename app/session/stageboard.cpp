// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stageboard.h"

#include "base/whenready.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"

#include <algorithm>
#include <utility>

StageBoard::StageBoard(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_started
            && changes.touchesAny({u"prospect", u"company", u"handle", u"conversation",
                u"conversation_share", u"follow_up", u"offer", u"touch", u"prospect_label",
                u"custom_value", u"stage"}))
            read();
    });
}

StageBoard::~StageBoard()
{
    m_reading.cancel();
}

void StageBoard::setQuery(const ProspectQuery &query)
{
    ProspectQuery wanted = query;
    wanted.sort = ProspectQuery::Sort::LastActivity; // how a column is ordered
    wanted.descending = true;
    if (m_started && wanted == m_query && state() != StoreState::Failed)
        return;
    m_started = true;
    m_query = wanted;
    setState(StoreState::Loading);
    emit changed();
    read();
}

ProspectQuery StageBoard::queryOf(StageId stage) const
{
    ProspectQuery query = m_query;
    const bool isWanted = query.stages.isEmpty() || query.stages.contains(stage);
    query.stages = {isWanted ? stage : StageId()};
    return query;
}

StageTotal StageBoard::totalOf(StageId stage) const
{
    const auto found = std::ranges::find(m_totals, stage, &StageTotal::stage);
    return found == m_totals.end() ? StageTotal {stage, 0, {}} : *found;
}

void StageBoard::read()
{
    m_reading.cancel();
    const QueryDay day {m_workspace.today(), m_workspace.zone()};
    m_reading = m_workspace.database()->read(
        [query = m_query, day](
            Connection &connection) { return ProspectTable::stageTotals(connection, query, day); },
        Database::Lane::Long);
    whenReady(m_reading, this, [this](Result<QList<StageTotal>> totals) {
        if (totals) {
            m_totals = std::move(*totals);
            setState(StoreState::Ready);
        } else {
            setState(StoreState::Failed, totals.error());
        }
        emit changed();
    });
}

void StageBoard::move(ProspectId prospect, StageId stage)
{
    auto found = m_workspace.database()->read(
        [prospect](Connection &connection) { return ProspectTable::find(connection, prospect); });
    whenReady(found, this, [this, stage](const Result<std::optional<Prospect>> &result) {
        if (!result)
            emit m_workspace.notice(Notice::error(result.error()));
        else if (*result)
            m_workspace.prospects().moveTo(**result, stage, {});
        else
            emit m_workspace.notice(Notice::error({Error::Code::NotFound,
                tr("This prospect no longer exists. Somebody may have deleted it meanwhile.")}));
    });
}
