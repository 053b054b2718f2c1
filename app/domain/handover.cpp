// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/handover.h"

#include "domain/landmarks.h"
#include "domain/workdays.h"

#include <algorithm>

HandoverRules::Hindrance HandoverRules::hindranceToOffer(
    const QList<Stage> &stages, StageId stage, const QList<Handover> &handovers)
{
    const auto isOpen = [](const Handover &handover) {
        return handover.state == HandoverState::Offered;
    };
    if (std::ranges::any_of(handovers, isOpen))
        return Hindrance::OfferedAlready;
    const auto warm = Landmarks::warm(stages);
    if (!warm || Landmarks::isBefore(stages, stage, *warm))
        return Hindrance::NotWarmYet;
    return stage == warm->id ? Hindrance::None : Hindrance::PastIt;
}

bool HandoverRules::takesOver(Role role)
{
    return role == Role::SalesRep || role == Role::Manager;
}

bool HandoverRules::mayDecide(const Handover &handover, const Viewer &viewer)
{
    if (handover.state != HandoverState::Offered || !takesOver(viewer.role))
        return false;
    return handover.offeredTo.isNull() || handover.offeredTo == viewer.user
        || viewer.role == Role::Manager;
}

bool HandoverRules::mayWithdraw(const Handover &handover, const Viewer &viewer)
{
    return handover.state == HandoverState::Offered
        && (handover.offeredBy == viewer.user || viewer.role == Role::Manager);
}

int HandoverRules::limitHours(const QString &setting)
{
    bool isNumber = false;
    const int hours = setting.toInt(&isNumber);
    return isNumber && hours >= 0 ? hours : DefaultHours;
}

qint64 HandoverRules::dueAt(qint64 offeredAt, int hours, const QTimeZone &zone)
{
    return hours > 0 ? Workdays::after(offeredAt, hours, zone) : 0;
}

bool HandoverRules::isOverdue(const Handover &handover, qint64 now)
{
    return handover.state == HandoverState::Offered && handover.dueAt != 0 && handover.dueAt < now;
}
