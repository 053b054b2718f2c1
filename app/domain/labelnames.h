// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The labels in a cell of a file, in their order: parted by commas, semicolons, ends of lines or ":::"; a leading "* ", which marks a system's own group, goes.
/// Each comes once, whatever its letter case and accents; the first spelling counts.
[[nodiscard]] QStringList labelNames(const QString &text);
