// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What two people made of the same notes \a base, by lines. Lines that both changed, or that one changed and the other took out, stand there as \a theirs and
/// then as \a mine: nothing that either wrote is lost.
[[nodiscard]] QString mergedNotes(const QString &base, const QString &mine, const QString &theirs);
