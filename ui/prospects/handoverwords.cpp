// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/handoverwords.h"

#include "base/moment.h"
#include "domain/workdays.h"
#include "ui_common/formatting.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
constexpr qint64 MinuteOfHandover = 60'000;
constexpr qint64 HourOfHandover = 60 * MinuteOfHandover;
constexpr qint64 DaysFrom = 2 * DayMs; ///< from here on days are said, not hours

class HandoverText
{
    Q_DECLARE_TR_FUNCTIONS(HandoverWords)
public:
    /// "Sam", or "somebody" where nobody is known.
    static QString who(UserId id, const HandoverWords::Ground &ground)
    {
        const QString name = ground.userName ? ground.userName(id) : QString();
        return name.isEmpty() ? tr("somebody") : name;
    }
    static QString decidedOn(const Handover &handover, const HandoverWords::Ground &ground)
    {
        return Formatting::relativeDay(localDay(handover.decidedAt, ground.zone), ground.today);
    }
};
} // namespace

QString HandoverWords::timeLeft(const Handover &handover, qint64 now, const QTimeZone &zone)
{
    if (handover.dueAt == 0 || handover.state != HandoverState::Offered)
        return {};
    const qint64 left = Workdays::timeBetween(now, handover.dueAt, zone);
    const bool isOverWeekend = left != handover.dueAt - now;
    if (HandoverRules::isOverdue(handover, now)) {
        const qint64 over = -left;
        const int hours = int(std::max<qint64>(1, (over + HourOfHandover - 1) / HourOfHandover));
        if (over >= DaysFrom)
            return HandoverText::tr("%n working day(s) over the limit", nullptr, int(over / DayMs));
        return isOverWeekend
            ? HandoverText::tr("%n hour(s) of working days over the limit", nullptr, hours)
            : HandoverText::tr("%n hour(s) over the limit", nullptr, hours);
    }
    if (left >= DaysFrom)
        return HandoverText::tr("%n working day(s) left", nullptr, int(left / DayMs));
    if (isOverWeekend)
        return HandoverText::tr("%n hour(s) of working days left", nullptr,
            int(std::max<qint64>(1, left / HourOfHandover)));
    if (left >= HourOfHandover)
        return HandoverText::tr("%n hour(s) left", nullptr, int(left / HourOfHandover));
    return HandoverText::tr("%n minute(s) left", nullptr, int(left / MinuteOfHandover));
}

QString HandoverWords::state(const Handover &handover, const Ground &ground)
{
    switch (handover.state) {
    case HandoverState::Offered: {
        const QString by = HandoverText::who(handover.offeredBy, ground);
        const QString offered = handover.offeredTo.isNull()
            ? HandoverText::tr("%1 offers them to whoever takes them first").arg(by)
            : HandoverText::tr("%1 offers them to %2")
                  .arg(by, HandoverText::who(handover.offeredTo, ground));
        const QString left = timeLeft(handover, ground.now, ground.zone);
        //: Who offers a prospect, and the time left.
        return left.isEmpty() ? offered : HandoverText::tr("%1 · %2").arg(offered, left);
    }
    case HandoverState::Accepted:
        return HandoverText::tr("%1 took them over · %2")
            .arg(HandoverText::who(handover.decidedBy, ground),
                HandoverText::decidedOn(handover, ground));
    case HandoverState::Returned:
        return HandoverText::tr("%1 returned them: %2 · %3")
            .arg(HandoverText::who(handover.decidedBy, ground), handover.reason,
                HandoverText::decidedOn(handover, ground));
    case HandoverState::Withdrawn:
        return HandoverText::tr("%1 withdrew the offer · %2")
            .arg(HandoverText::who(handover.decidedBy, ground),
                HandoverText::decidedOn(handover, ground));
    }
    Q_UNREACHABLE();
}

QString HandoverWords::hindrance(HandoverRules::Hindrance hindrance)
{
    switch (hindrance) {
    case HandoverRules::Hindrance::None:
    case HandoverRules::Hindrance::OfferedAlready:
        return {};
    case HandoverRules::Hindrance::NotWarmYet:
        return HandoverText::tr("Once they are warm they can be offered to sales.");
    case HandoverRules::Hindrance::PastIt:
        return HandoverText::tr("They are past the handover to sales.");
    }
    Q_UNREACHABLE();
}
