// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handover.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

#include <functional>

/// The words for handovers, translated.
namespace HandoverWords {
/// What the words need to know of the workspace.
struct Ground
{
    qint64 now = 0; ///< Unix milliseconds
    QDate today;
    QTimeZone zone = QTimeZone::utc();
    std::function<QString(UserId)> userName = {};
};

/// "2 working days left", "5 hours left", "3 hours over the limit"; empty where there is no limit. Hours of a weekend do not count, and where one lies between
/// the words say that the hours are those of working days.
[[nodiscard]] QString timeLeft(const Handover &handover, qint64 now, const QTimeZone &zone);
/// "Offered to Sam by Maren, 2 working days left", "Returned by Sam today: not now".
[[nodiscard]] QString state(const Handover &handover, const Ground &ground);
/// Why it cannot be offered, as a sentence; empty where nothing hinders.
[[nodiscard]] QString hindrance(HandoverRules::Hindrance hindrance);
} // namespace HandoverWords
