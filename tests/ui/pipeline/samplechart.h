// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"

/// Bars of \a count sources; their marks are as many, and the last of them tells of the first row of the table.
inline Chart sampleChart(int count = 3)
{
    Chart chart;
    chart.id = QStringLiteral("sources");
    chart.title = QStringLiteral("Search brings the most");
    chart.subtitle = QStringLiteral("60 prospects of March 2026");
    chart.definition = QStringLiteral("Whoever came twice is counted once.");
    chart.columns = {{QStringLiteral("source"), QStringLiteral("Source")},
        {QStringLiteral("credit"), QStringLiteral("Credit"), true}};
    BarPlot plot;
    for (int i = 0; i < count; ++i) {
        const Quantity credit {10.0 + i, Interval {9.5 + i, 10.5 + i}};
        const QString name = QStringLiteral("Source %1").arg(i + 1);
        chart.rows.append({name, credit});
        BarPlot::Bar bar;
        bar.name = name;
        bar.parts = {{PlotInk {PlotInk::Kind::Group, Side::Pull, i}, credit.value, i}};
        bar.text = figureText(chart.rows.last()[1]);
        bar.interval = credit.interval;
        plot.bars.prepend(bar);
    }
    chart.plot = plot;
    return chart;
}
