// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"

/// Cohorts by age: of the later ones the last cells are not known yet.
inline HeatPlot cohorts(int lines, int columns)
{
    HeatPlot plot;
    plot.values.unit = PlotUnit::Share;
    plot.columnTitle = QStringLiteral("Days since the entry");
    for (int column = 0; column < columns; ++column)
        plot.columns.append(QStringLiteral("%1 days").arg(30 * (column + 1)));
    for (int line = 0; line < lines; ++line) {
        HeatPlot::Line cohort {
            QStringLiteral("Month %1").arg(line), QStringLiteral("%1 people").arg(100 + line), {}};
        for (int column = 0; column < columns; ++column) {
            HeatPlot::Cell cell;
            cell.row = line * columns + column;
            if (line + column < lines + columns - 3) {
                cell.value = 0.5 * (column + 1) / columns;
                cell.text = QStringLiteral("%1 %").arg(qRound(*cell.value * 100));
            }
            cohort.cells.append(cell);
        }
        plot.lines.append(cohort);
    }
    return plot;
}
