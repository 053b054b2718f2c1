// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handover.h"
#include "domain/prospect.h"

/// A handover as the queue of both sides shows it.
struct QueuedHandover
{
    Handover handover;
    Prospect prospect;
    int touches = 0; ///< that came with it

    friend bool operator==(const QueuedHandover &, const QueuedHandover &) = default;
};
