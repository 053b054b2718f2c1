// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarfilter.h"
#include "ui_timeline/tile.h"

/// What \a filter lets through, as one says it: "Hearthline, no campaign, scheduled, “rye”". Empty where it
/// lets everything through.
[[nodiscard]] QString filterWords(const CalendarFilter &filter, const TileSources &sources);
