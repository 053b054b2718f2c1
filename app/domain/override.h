// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>

/// The rule of an entry that is none: to flag somebody was proposed and somebody dismissed it. Its reason is the id of the message; it is not counted.
inline constexpr QLatin1StringView OptOutDismissed("opt-out-dismissed");

/// A guardrail that somebody went past, and why. Kept and counted.
struct Override
{
    OverrideId id;
    ProspectId prospect;
    QString rule; ///< the rule's stable name
    QString reason;
    UserId by;
    qint64 at = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const Override &, const Override &) = default;
};
