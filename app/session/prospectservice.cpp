// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectservice.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/moveedits.h"
#include "session/prospectdossier.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "storage/searchindex.h"
#include "storage/visible.h"

#include <algorithm>

using namespace Qt::StringLiterals;

ProspectService::ProspectService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

ProspectId ProspectService::create(Prospect prospect, QList<Handle> handles)
{
    const Moment now {m_workspace.clock().now(), Precision::Exact};
    prospect.id = ProspectId::create(m_workspace.ids());
    prospect.createdAt = now.ms;
    if (prospect.stage.isNull())
        prospect.stage = firstStep(m_workspace.stages()).id;
    if (prospect.firstSeen.precision == Precision::Unknown)
        prospect.firstSeen = now;
    prospect.lastActivityAt = std::max(prospect.lastActivityAt, now.ms);
    if (prospect.owner.isNull())
        prospect.owner = m_workspace.viewer().user;
    Move entry;
    entry.id = MoveId::create(m_workspace.ids());
    entry.prospect = prospect.id;
    entry.to = prospect.stage;
    entry.at = now;
    entry.by = m_workspace.viewer().user;
    QList<RowEdit> edits {insertion(prospect), insertion(entry)};
    for (Handle &handle : handles) {
        handle.id = HandleId::create(m_workspace.ids());
        handle.prospect = prospect.id;
        edits << insertion(handle);
    }
    m_workspace.commit(edits, tr("Add prospect “%1”").arg(displayName(prospect)));
    return prospect.id;
}

void ProspectService::change(const Prospect &before, const Prospect &after, bool merge)
{
    m_workspace.commit({update(before, after)}, tr("Change “%1”").arg(displayName(after)),
        merge ? int(before.id.value() & 0x3fffffff) | 1 : 0);
}

void ProspectService::setCompany(
    const Prospect &prospect, const QString &name, const std::function<void()> &refused)
{
    const QString wanted = name.simplified();
    if (wanted.isEmpty()) {
        Prospect after = prospect;
        after.company = {};
        whenRefused(
            m_workspace, this, [&] { change(prospect, after); }, refused);
        return;
    }
    auto known = m_workspace.database()->read([wanted](Connection &connection) {
        return ProspectTable::companyNamed(connection, wanted);
    });
    const auto set = [this, prospect, wanted, refused](
                         const Result<std::optional<Company>> &found) {
        if (!found) {
            emit m_workspace.notice(Notice::error(found.error()));
            refused();
            return;
        }
        RowEdits edits;
        Company company = found->value_or(Company());
        if (!*found) {
            company.id = CompanyId::create(m_workspace.ids());
            company.name = wanted;
            edits << insertion(company);
        }
        Prospect after = prospect;
        after.company = company.id;
        edits << update(prospect, after);
        whenRefused(
            m_workspace, this,
            [&] { m_workspace.commit(edits, tr("Change “%1”").arg(displayName(after))); }, refused);
    };
    whenReady(known, this, set);
}

void ProspectService::companyNames(const QString &start, int limit, QObject *context,
    std::function<void(Result<QStringList>)> callback) const
{
    auto names = m_workspace.database()->read([start, limit](Connection &connection) {
        return ProspectTable::companyNames(connection, start, limit);
    });
    whenReady(names, context, std::move(callback));
}

void ProspectService::remove(const ProspectDossier &dossier)
{
    if (!dossier.prospect())
        return;
    QList<RowEdit> edits;
    for (const Handle &handle : dossier.handles())
        edits << removal(handle);
    for (const FollowUp &followUp : dossier.followUps())
        edits << removal(followUp);
    for (const MoveProposal &proposal : dossier.proposals())
        edits << removal(proposal);
    for (const HandoverTouch &handed : dossier.handoverTouches())
        edits << removal(handed);
    for (const Handover &handover : dossier.handovers())
        edits << removal(handover);
    for (const Offer &offer : dossier.offers())
        edits << removal(offer);
    for (const Fact &fact : dossier.facts())
        edits << removal(fact);
    for (const Touch &touch : dossier.touches())
        edits << removal(touch);
    for (const Move &move : dossier.moves())
        edits << removal(move);
    for (const Conversation &conversation : dossier.conversations())
        edits << removal(conversation);
    edits << removal(*dossier.prospect());
    const QString name = displayName(*dossier.prospect());
    m_workspace.commit(
        edits, tr("Delete prospect “%1”").arg(name), 0, tr("“%1” deleted.").arg(name));
}

void ProspectService::addHandle(ProspectId prospect, const QString &network, const QString &value)
{
    Handle handle;
    handle.id = HandleId::create(m_workspace.ids());
    handle.prospect = prospect;
    handle.network = network;
    handle.value = value.trimmed();
    m_workspace.commit({insertion(handle)}, tr("Add “%1”").arg(handle.value));
}

void ProspectService::removeHandle(const Handle &handle)
{
    m_workspace.commit({removal(handle)}, tr("Delete “%1”").arg(handle.value));
}

namespace {
QString stageName(const Workspace &workspace, StageId id)
{
    const int index = indexOfStage(workspace.stages(), id);
    return index < 0 ? QString() : workspace.stages().at(index).name;
}
} // namespace

void ProspectService::moveTo(const Prospect &prospect, StageId stage, const QString &reason,
    std::optional<Moment> at, LostReasonId lostReason)
{
    if (prospect.stage == stage)
        return;
    m_workspace.commit(
        moveEdits(m_workspace, prospect, stage,
            {.reason = reason,
                .lostReason = lostReason,
                .at = at.value_or(Moment {m_workspace.clock().now(), Precision::Exact})}),
        tr("Move “%1” to %2").arg(displayName(prospect), stageName(m_workspace, stage)));
}

void ProspectService::accept(const ProspectDossier &dossier, const MoveProposal &proposal)
{
    if (!dossier.prospect())
        return;
    const Prospect &prospect = *dossier.prospect();
    MoveProposal accepted = proposal;
    accepted.state = ProposalState::Accepted;
    QList<RowEdit> edits {update(proposal, accepted)};
    if (prospect.stage != proposal.to)
        edits << moveEdits(m_workspace, prospect, proposal.to,
            {.reason = proposal.why, .at = notBeforeMoves(dossier.moves(), proposal.at)});
    m_workspace.commit(edits,
        tr("Move “%1” to %2").arg(displayName(prospect), stageName(m_workspace, proposal.to)));
}

void ProspectService::decline(const MoveProposal &proposal)
{
    MoveProposal declined = proposal;
    declined.state = ProposalState::Declined;
    m_workspace.commit({update(proposal, declined)}, tr("Decline a proposed move"));
}

void ProspectService::addFollowUp(ProspectId prospect, QDate dueOn, const QString &what)
{
    FollowUp followUp;
    followUp.id = FollowUpId::create(m_workspace.ids());
    followUp.prospect = prospect;
    followUp.owner = m_workspace.viewer().user;
    followUp.dueOn = dueOn;
    followUp.what = what;
    m_workspace.commit({insertion(followUp)}, tr("Add a next step"));
}

void ProspectService::completeFollowUp(const FollowUp &followUp)
{
    FollowUp done = followUp;
    done.doneAt = followUp.doneAt == 0 ? m_workspace.clock().now() : 0;
    QString said;
    if (done.doneAt != 0)
        said = followUp.what.isEmpty() ? tr("The next step is done.")
                                       : tr("“%1” is done.").arg(followUp.what);
    m_workspace.commit({update(followUp, done)}, tr("Complete a next step"), 0, said);
}

void ProspectService::snoozeFollowUp(const FollowUp &followUp, QDate until)
{
    FollowUp snoozed = followUp;
    snoozed.snoozedUntil = until;
    m_workspace.commit({update(followUp, snoozed)}, tr("Snooze a next step"));
}

void ProspectService::removeFollowUp(const FollowUp &followUp)
{
    m_workspace.commit({removal(followUp)}, tr("Delete a next step"), 0, tr("Next step deleted."));
}

void ProspectService::search(const QString &text, int limit, QObject *context,
    std::function<void(Result<QList<ProspectRow>>)> callback) const
{
    auto found = m_workspace.database()->read([text, limit](Connection &connection) {
        return SearchIndex::prospects(connection, text, limit)
            .and_then(
                [&](const QList<ProspectId> &ids) { return ProspectTable::rows(connection, ids); });
    });
    whenReady(found, context, std::move(callback));
}

void ProspectService::sources(
    QObject *context, std::function<void(Result<QStringList>)> callback) const
{
    whenReady(m_workspace.database()->read(&ProspectTable::sources, Database::Lane::Long), context,
        std::move(callback));
}
