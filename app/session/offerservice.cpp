// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/offerservice.h"

#include "base/clock.h"
#include "domain/landmarks.h"
#include "session/moveedits.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "storage/salestable.h"

#include <algorithm>

void OfferService::make(const ProspectDossier &dossier, Offer offer) const
{
    if (!dossier.prospect())
        return;
    const Prospect &prospect = *dossier.prospect();
    offer.id = OfferId::create(m_workspace.ids());
    offer.prospect = prospect.id;
    offer.by = m_workspace.viewer().user;
    offer.state = OfferState::Open;
    if (offer.madeAt.ms == 0)
        offer.madeAt = {m_workspace.clock().now(), Precision::Exact};
    RowEdits edits {insertion(offer)};
    const auto stage = Landmarks::offer(m_workspace.stages());
    if (offer.kind == OfferKind::Offer && stage
        && Landmarks::isBefore(m_workspace.stages(), prospect.stage, *stage)) {
        edits << moveEdits(m_workspace, prospect, stage->id,
            {.reason = tr("Offer “%1”").arg(offer.title),
                .at = notBeforeMoves(dossier.moves(), offer.madeAt)});
    } else {
        Prospect active = prospect;
        active.lastActivityAt = std::max(prospect.lastActivityAt, offer.madeAt.ms);
        edits << update(prospect, active);
    }
    m_workspace.commit(edits, tr("Make the offer “%1”").arg(offer.title));
}

void OfferService::change(const Offer &before, const Offer &after) const
{
    m_workspace.commit({update(before, after)}, tr("Change the offer “%1”").arg(after.title));
}

Offer OfferService::decided(const Offer &offer, OfferState state) const
{
    Offer after = offer;
    after.state = state;
    after.decidedAt = m_workspace.clock().now();
    return after;
}

void OfferService::win(const ProspectDossier &dossier, const Offer &offer) const
{
    if (!dossier.prospect() || offer.state != OfferState::Open)
        return;
    const Prospect &prospect = *dossier.prospect();
    RowEdits edits {update(offer, decided(offer, OfferState::Won))};
    const QList<Stage> &stages = m_workspace.stages();
    const auto won = Landmarks::won(stages);
    if (won
        && (Landmarks::isBefore(stages, prospect.stage, *won)
            || Landmarks::isExit(stages, prospect.stage)))
        edits << moveEdits(
            m_workspace, prospect, won->id, {.reason = tr("Bought “%1”").arg(offer.title)});
    m_workspace.commit(
        edits, tr("Win the offer “%1”").arg(offer.title), 0, tr("“%1” is won.").arg(offer.title));
}

void OfferService::lose(const ProspectDossier &dossier, const Offer &offer, const Loss &loss) const
{
    if (!dossier.prospect() || offer.state != OfferState::Open)
        return;
    const Prospect &prospect = *dossier.prospect();
    Offer after = decided(offer, OfferState::Lost);
    after.lostReason = loss.reason;
    after.lostAt = prospect.stage;
    RowEdits edits {update(offer, after)};
    const auto lost = Landmarks::lost(m_workspace.stages());
    if (loss.moves && lost && !Landmarks::isExit(m_workspace.stages(), prospect.stage))
        edits << moveEdits(
            m_workspace, prospect, lost->id, {.reason = loss.words, .lostReason = loss.reason});
    m_workspace.commit(
        edits, tr("Lose the offer “%1”").arg(offer.title), 0, tr("“%1” is lost.").arg(offer.title));
}

void OfferService::withdraw(const Offer &offer) const
{
    if (offer.state == OfferState::Open)
        m_workspace.commit({update(offer, decided(offer, OfferState::Withdrawn))},
            tr("Withdraw the offer “%1”").arg(offer.title), 0,
            tr("“%1” is withdrawn.").arg(offer.title));
}

void OfferService::remove(const Offer &offer) const
{
    m_workspace.commit({removal(offer)}, tr("Delete the offer “%1”").arg(offer.title), 0,
        tr("“%1” deleted.").arg(offer.title));
}
