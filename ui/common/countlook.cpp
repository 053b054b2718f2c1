// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/countlook.h"

namespace {
/// From this share of the limit on the counter warns.
constexpr double NearlyFull = 0.9;
} // namespace

ColourRole roleOf(const Count &count)
{
    if (!count.valid)
        return ColourRole::DangerText;
    const bool nearly = count.limit > 0 && double(count.length) >= NearlyFull * double(count.limit);
    return nearly ? ColourRole::WarningText : ColourRole::QuietText;
}
