// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lostreasons.h"

#include "base/text.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/salestable.h"

#include <algorithm>

bool LostReasons::isFree(const QString &name, LostReasonId but) const
{
    const QString wanted = foldText(name.simplified());
    return !wanted.isEmpty()
        && std::ranges::none_of(
            m_workspace.team().lostReasons(), [&wanted, but](const LostReason &reason) {
                return reason.id != but && foldText(reason.name) == wanted;
            });
}

void LostReasons::add(const QString &name) const
{
    if (!isFree(name))
        return;
    LostReason reason;
    reason.id = LostReasonId::create(m_workspace.ids());
    reason.name = name.simplified();
    for (const LostReason &known : m_workspace.team().lostReasons())
        reason.position = std::max(reason.position, known.position + 1);
    m_workspace.commit({insertion(reason)}, tr("Add the reason “%1”").arg(reason.name));
}

void LostReasons::rename(const LostReason &reason, const QString &name) const
{
    if (!isFree(name, reason.id))
        return;
    LostReason after = reason;
    after.name = name.simplified();
    m_workspace.commit({update(reason, after)}, tr("Rename the reason “%1”").arg(reason.name));
}

void LostReasons::move(LostReasonId id, int steps) const
{
    QList<LostReason> reasons = m_workspace.team().lostReasons();
    const auto from = std::ranges::find(reasons, id, &LostReason::id) - reasons.begin();
    if (from == reasons.size())
        return;
    reasons.move(from, std::clamp<qsizetype>(from + steps, 0, reasons.size() - 1));
    RowEdits edits;
    for (qsizetype i = 0; i < reasons.size(); ++i) {
        LostReason after = reasons.at(i);
        after.position = int(i);
        edits << update(reasons.at(i), after);
    }
    m_workspace.commit(edits, tr("Put the reasons in order"));
}

void LostReasons::retire(const LostReason &reason, bool isRetired) const
{
    LostReason after = reason;
    after.retired = isRetired;
    m_workspace.commit({update(reason, after)},
        isRetired ? tr("Retire the reason “%1”").arg(reason.name)
                  : tr("Offer the reason “%1” again").arg(reason.name),
        0,
        isRetired ? tr("“%1” is no longer offered. What was lost for it keeps it.").arg(reason.name)
                  : QString());
}
