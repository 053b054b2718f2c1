// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"
#include "domain/stage.h"
#include "domain/user.h"

#include <QList>
#include <QString>
#include <QTimeZone>

enum class HandoverState { Offered, Accepted, Returned, Withdrawn };

template<>
struct EnumText<HandoverState>
{
    static constexpr std::pair<HandoverState, std::string_view> values[] {
        {HandoverState::Offered, "offered"}, {HandoverState::Accepted, "accepted"},
        {HandoverState::Returned, "returned"}, {HandoverState::Withdrawn, "withdrawn"}};
};

/// Marketing offers a warm prospect to sales, with the touches that warmed them. Accepted, it is the move into the conversation;
/// returned, it has a reason.
struct Handover
{
    HandoverId id;
    ProspectId prospect;
    UserId offeredBy;
    UserId offeredTo; ///< null: whoever of sales takes it first
    qint64 offeredAt = 0;
    qint64 dueAt =
        0; ///< the end of the team's time limit, as it was when offered; 0 where there is none
    QString note;
    HandoverState state = HandoverState::Offered;
    UserId decidedBy;
    qint64 decidedAt = 0;
    QString reason; ///< why it was returned
    qint64 rowVersion = 1;

    friend bool operator==(const Handover &, const Handover &) = default;
};

/// A touch that was handed over.
struct HandoverTouch
{
    HandoverTouchId id;
    HandoverId handover;
    TouchId touch;
    qint64 rowVersion = 1;

    friend bool operator==(const HandoverTouch &, const HandoverTouch &) = default;
};

/// Who may do what with a handover, and when.
namespace HandoverRules {
inline constexpr int DefaultHours =
    48; ///< the time limit of a team that set none: two working days

/// What keeps a prospect from being offered to sales.
enum class Hindrance {
    None,
    NotWarmYet, ///< still before the last step of the pull
    PastIt, ///< sales has them already, or they left
    OfferedAlready,
};
[[nodiscard]] Hindrance hindranceToOffer(
    const QList<Stage> &stages, StageId stage, const QList<Handover> &handovers);
/// Whether \a role takes prospects over: sales and managers.
[[nodiscard]] bool takesOver(Role role);
/// Only one that is open can be accepted or returned, by sales or a manager; one that is offered to somebody by them or a manager alone.
[[nodiscard]] bool mayDecide(const Handover &handover, const Viewer &viewer);
/// An open one is withdrawn by who offered it, or by a manager.
[[nodiscard]] bool mayWithdraw(const Handover &handover, const Viewer &viewer);
/// The hours of the time limit as a setting writes them, 24 for a working day; 0 is no limit. DefaultHours where \a setting is no number of 0 or more.
[[nodiscard]] int limitHours(const QString &setting);
/// When the limit of \a hours ends for what is offered at \a offeredAt, Unix milliseconds: working days alone count (Workdays::after). 0 where there is none.
[[nodiscard]] qint64 dueAt(qint64 offeredAt, int hours, const QTimeZone &zone);
/// Whether it is open beyond its limit at \a now, Unix milliseconds.
[[nodiscard]] bool isOverdue(const Handover &handover, qint64 now);
} // namespace HandoverRules
