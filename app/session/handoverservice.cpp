// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/handoverservice.h"

#include "base/clock.h"
#include "domain/landmarks.h"
#include "session/moveedits.h"
#include "session/workspace.h"
#include "storage/handovertable.h"
#include "storage/salestable.h"

#include <algorithm>

void HandoverService::offer(
    const Prospect &prospect, const QList<Handover> &known, const Terms &terms) const
{
    if (HandoverRules::hindranceToOffer(m_workspace.stages(), prospect.stage, known)
        != HandoverRules::Hindrance::None)
        return;
    Handover handover;
    handover.id = HandoverId::create(m_workspace.ids());
    handover.prospect = prospect.id;
    handover.offeredBy = m_workspace.viewer().user;
    handover.offeredTo = terms.to;
    handover.offeredAt = m_workspace.clock().now();
    handover.dueAt = HandoverRules::dueAt(handover.offeredAt, terms.limitHours, m_workspace.zone());
    handover.note = terms.note.trimmed();
    RowEdits edits {insertion(handover)};
    for (const TouchId touch : terms.touches) {
        HandoverTouch handed;
        handed.id = HandoverTouchId::create(m_workspace.ids());
        handed.handover = handover.id;
        handed.touch = touch;
        edits << insertion(handed);
    }
    m_workspace.commit(edits, tr("Offer “%1” to sales").arg(displayName(prospect)), 0, {},
        [id = prospect.id](
            Transaction &transaction) { return HandoverTable::checkOfferedOnce(transaction, id); });
}

Handover HandoverService::decided(const Handover &handover, HandoverState state) const
{
    Handover after = handover;
    after.state = state;
    after.decidedBy = m_workspace.viewer().user;
    after.decidedAt = m_workspace.clock().now();
    return after;
}

void HandoverService::accept(const Prospect &prospect, const Handover &handover) const
{
    if (!HandoverRules::mayDecide(handover, m_workspace.viewer()))
        return;
    // First the handover: who comes second is told that it was decided, and the rest is not written.
    RowEdits edits {update(handover, decided(handover, HandoverState::Accepted))};
    Prospect owned = prospect;
    owned.owner = m_workspace.viewer().user;
    const auto conversation = Landmarks::conversation(m_workspace.stages());
    if (conversation && Landmarks::isBefore(m_workspace.stages(), prospect.stage, *conversation)) {
        edits << moveEdits(m_workspace, prospect, owned, conversation->id,
            {.reason = handover.note.isEmpty() ? tr("Taken over from marketing")
                                               : tr("Taken over: %1").arg(handover.note)});
    } else {
        owned.lastActivityAt = std::max(prospect.lastActivityAt, m_workspace.clock().now());
        edits << update(prospect, owned);
    }
    const QString name = displayName(prospect);
    m_workspace.commit(
        edits, tr("Take “%1” over").arg(name), 0, tr("“%1” is yours now.").arg(name));
}

void HandoverService::giveBack(
    const Prospect &prospect, const Handover &handover, const QString &reason) const
{
    if (reason.trimmed().isEmpty() || !HandoverRules::mayDecide(handover, m_workspace.viewer()))
        return;
    Handover after = decided(handover, HandoverState::Returned);
    after.reason = reason.trimmed();
    const QString name = displayName(prospect);
    m_workspace.commit({update(handover, after)}, tr("Return “%1” to marketing").arg(name), 0,
        tr("“%1” goes back with your reason.").arg(name));
}

void HandoverService::withdraw(const Prospect &prospect, const Handover &handover) const
{
    if (!HandoverRules::mayWithdraw(handover, m_workspace.viewer()))
        return;
    const QString name = displayName(prospect);
    m_workspace.commit({update(handover, decided(handover, HandoverState::Withdrawn))},
        tr("Withdraw the handover of “%1”").arg(name), 0,
        tr("“%1” is no longer offered.").arg(name));
}
