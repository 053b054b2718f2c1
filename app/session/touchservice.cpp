// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/touchservice.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "domain/landmarks.h"
#include "domain/warmth.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/salestable.h"
#include "storage/touchtable.h"

#include <algorithm>

void TouchService::add(const ProspectDossier &dossier, Touch touch) const
{
    if (!dossier.prospect())
        return;
    const Prospect &prospect = *dossier.prospect();
    touch.id = TouchId::create(m_workspace.ids());
    touch.prospect = prospect.id;
    touch.by = m_workspace.viewer().user;
    if (touch.at.ms == 0)
        touch.at = {m_workspace.clock().now(), Precision::Exact};
    Prospect active = prospect;
    active.lastActivityAt = std::max(prospect.lastActivityAt, touch.at.ms);
    m_workspace.commit(RowEdits {insertion(touch), update(prospect, active)}
            + proposalFor(dossier, dossier.touches() + QList<Touch> {touch}, touch),
        tr("Add a touch of “%1”").arg(displayName(prospect)));
}

void TouchService::change(
    const ProspectDossier &dossier, const Touch &before, const Touch &after) const
{
    if (!dossier.prospect() || before == after)
        return;
    QList<Touch> touches = dossier.touches();
    std::ranges::replace(touches, before.id, after, &Touch::id);
    const Prospect &prospect = *dossier.prospect();
    Prospect active = prospect;
    active.lastActivityAt = std::max(prospect.lastActivityAt, after.at.ms);
    m_workspace.commit(RowEdits {update(before, after), update(prospect, active)}
            + proposalFor(dossier, touches, after),
        tr("Change a touch of “%1”").arg(displayName(prospect)));
}

void TouchService::remove(const ProspectDossier &dossier, const Touch &touch) const
{
    RowEdits edits;
    for (const HandoverTouch &handed : dossier.handoverTouches()) {
        if (handed.touch == touch.id)
            edits << removal(handed);
    }
    m_workspace.commit(edits << removal(touch), tr("Delete a touch"), 0, tr("Touch deleted."));
}

RowEdits TouchService::proposalFor(
    const ProspectDossier &dossier, const QList<Touch> &after, const Touch &evidence) const
{
    const auto warm = Landmarks::warm(m_workspace.stages());
    const bool isOpen = std::ranges::any_of(dossier.proposals(),
        [](const MoveProposal &proposal) { return proposal.state == ProposalState::Open; });
    if (!warm || isOpen
        || !Landmarks::isBefore(m_workspace.stages(), dossier.prospect()->stage, *warm))
        return {};
    const qint64 now = m_workspace.clock().now();
    const Warmth warmth = warmthOf(after, now);
    if (warmthOf(dossier.touches(), now).level >= WarmthLevel::Warm
        || warmth.level < WarmthLevel::Warm)
        return {};
    MoveProposal proposal;
    proposal.id = ProposalId::create(m_workspace.ids());
    proposal.prospect = dossier.prospect()->id;
    proposal.to = warm->id;
    proposal.at = evidence.at;
    // Of today only the day is known: no move of today may come after it.
    if (evidence.at.precision == Precision::Day
        && localDay(evidence.at.ms, m_workspace.zone()) == m_workspace.today())
        proposal.at = {now, Precision::Exact};
    proposal.why = tr("%n touch(es) made them warm.", nullptr, int(after.size()));
    return {insertion(proposal)};
}

void TouchService::targets(const QString &words, qint64 at, int limit, QObject *context,
    std::function<void(Result<TouchTargets>)> callback) const
{
    const QDate day = localDay(at, m_workspace.zone());
    auto found = m_workspace.database()->read(
        [words, at, day, limit](Connection &connection) -> Result<TouchTargets> {
            TouchTargets targets;
            auto posts = TouchTable::posts(connection, words, day, limit);
            if (!posts)
                return tl::unexpected(posts.error());
            targets.posts = std::move(*posts);
            auto copies = TouchTable::copiesAt(connection, at);
            if (!copies)
                return tl::unexpected(copies.error());
            targets.copies = std::move(*copies);
            return targets;
        });
    whenReady(std::move(found), context, std::move(callback));
}

void TouchService::posts(const QString &words, int limit, QObject *context,
    std::function<void(Result<QList<TouchTargets::PostHit>>)> callback) const
{
    auto found = m_workspace.database()->read(
        [words, today = m_workspace.today(), limit](
            Connection &connection) { return TouchTable::posts(connection, words, today, limit); });
    whenReady(std::move(found), context, std::move(callback));
}
