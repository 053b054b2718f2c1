// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/schedule.h"

#include <QList>
#include <QString>

/// The slots of \a weekday as a person writes them: "09:00, 17:30 tips", each time with the name of its queue behind it where it has one.
[[nodiscard]] QString slotWords(const QList<PostingSlot> &postingSlots, int weekday);
/// The slots that \a words name on \a weekday: times of 24 hours ("9", "9:00", "09.30") with commas between. Slots of \a had with the same time and queue
/// keep their ids. Errors: Rejected, quoting what is no time.
[[nodiscard]] Result<QList<PostingSlot>> slotsOf(
    const QString &words, int weekday, const QList<PostingSlot> &had = {});
