// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_import/fieldchoice.h"

#include <QList>
#include <QStringList>

class QComboBox;
class QGridLayout;
class QLabel;
class QScrollArea;
class QStandardItemModel;
class QWidget;

/// What the panes that map a file are made of.
namespace MappingParts {
/// The first different values of \a column, shortened, for a line that explains it.
[[nodiscard]] QString examplesOf(const QList<QStringList> &rows, int column);
/// A hidden line in red that wraps.
[[nodiscard]] QLabel *problemLabel(QWidget *parent);
/// Shows \a problem in such a line, or hides it where that is empty.
void showProblem(QLabel *label, const QString &problem);
/// Fills \a box with the orders of dates, the first of which is that of the file. The data is their text, empty for the file's.
void fillDateOrders(QComboBox *box);
/// Why the order of dates has to be chosen.
[[nodiscard]] QString dateOrderProblem();
/// A frameless area of the lines of a file's columns.
[[nodiscard]] QScrollArea *lineArea(QWidget *parent);
/// An empty grid for them, in place of what stood in \a area; \a stretched is the column that takes the room.
[[nodiscard]] QGridLayout *newLines(QScrollArea *area, int stretched);
/// Adds \a choices to what fieldBox() offers; the data is the field.
void addChoices(QStandardItemModel *model, const QList<FieldChoice> &choices);
/// A choice of what the column \a name tells, which is \a field at first.
[[nodiscard]] QComboBox *fieldBox(
    QStandardItemModel *choices, const QString &field, const QString &name, QWidget *parent);
} // namespace MappingParts
