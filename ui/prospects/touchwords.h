// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/profilecopy.h"
#include "domain/touch.h"
#include "domain/warmth.h"

#include <QString>

/// The words for touches and what they are about, translated.
namespace TouchWords {
/// "Commented on": a kind, alone in a list.
[[nodiscard]] QString kind(TouchKind kind);
/// "Commented on “Slow mornings”"; \a about names the post, the version or who referred them, and may be empty.
[[nodiscard]] QString title(TouchKind kind, const QString &about);
/// "Bio, version 2 on Hearthline": a version of a surface.
[[nodiscard]] QString copy(const ProfileCopy &copy, const QString &channel);
[[nodiscard]] QString level(WarmthLevel level);
/// "8 of 10 points": what is left of a part.
[[nodiscard]] QString points(const WarmthPart &part);
/// "Today", "12 days ago".
[[nodiscard]] QString ago(int days);
} // namespace TouchWords
