// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/profilecopy.h"

#include <QString>
#include <QTimeZone>

/// The words for profile copy, translated.
namespace CopyWords {

/// "Display name".
[[nodiscard]] QString surface(Surface surface);
/// Whether the surface is a picture, whose copy says what it shows.
[[nodiscard]] bool isPicture(Surface surface);
/// "Draft", "Live": a state, alone in its cell.
[[nodiscard]] QString status(CopyStatus status);
/// The state with its date in \a zone: "Live since 3 May 2026", "Retired, live until 4 May 2026".
[[nodiscard]] QString status(const ProfileCopy &copy, const QTimeZone &zone);

} // namespace CopyWords
