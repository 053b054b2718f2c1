// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/touchlinks.h"
#include "storage/connection.h"

#include <optional>

/// What touches refer to.
namespace TouchTable {
/// Live posts that hold every word of \a words in title or text (folded; any post where there is none), at most \a limit: those planned up to \a day first,
/// newest before older,
/// then those ahead, then those without a day.
[[nodiscard]] Result<QList<TouchTargets::PostHit>> posts(
    Connection &connection, const QString &words, QDate day, int limit);
/// The post \a id as such a search finds it; nothing where it is not there any more.
[[nodiscard]] Result<std::optional<TouchTargets::PostHit>> post(Connection &connection, PostId id);
/// Versions of surfaces that were live at \a at, Unix milliseconds, by channel and surface.
[[nodiscard]] Result<QList<ProfileCopy>> copiesAt(Connection &connection, qint64 at);
/// What the touches of \a prospect lead to, and whom \a prospect referred; without those who are private to somebody else than the viewer.
[[nodiscard]] Result<TouchLinks> links(Connection &connection, ProspectId prospect);
} // namespace TouchTable
