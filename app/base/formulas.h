// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// \a cell with an apostrophe before it where a spreadsheet would take it for a formula: where it begins with = + - @,
/// a tab or a carriage return. Source: OWASP, CSV Injection.
[[nodiscard]] QString withGuard(const QString &cell);
/// What withGuard() was given; other cells as they are.
[[nodiscard]] QString withoutGuard(const QString &cell);
