// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// \a text between U+2068 and U+2069, so that it reads in its own direction where what is around it runs in the other one: "34 of 120" in
/// a window from right to left. Empty text stays so. Only for what is shown: files never get these signs. Source: Unicode Annex 9.
[[nodiscard]] QString isolated(const QString &text);
/// \a text with such signs around each run of figures, "12–34 %", so that they stay in their order behind words from right to left. Text without
/// such words as it is.
[[nodiscard]] QString withIsolatedFigures(const QString &text);
