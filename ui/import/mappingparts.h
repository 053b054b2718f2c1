// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

class QLabel;
class QWidget;

/// What the panes that map a file are made of.
namespace MappingParts {
/// The first different values of \a column, shortened, for a line that explains it.
[[nodiscard]] QString examplesOf(const QList<QStringList> &rows, int column);
/// A hidden line in red that wraps.
[[nodiscard]] QLabel *problemLabel(QWidget *parent);
} // namespace MappingParts
