// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/reportexport.h"

#include "ui_pipeline/funnelexport.h"
#include "ui_pipeline/plotexport.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <variant>

bool needsGuiThread(const Report &report)
{
    const bool hasLines = !report.funnel && std::holds_alternative<LinePlot>(report.chart.plot);
    return hasLines || (report.earlier && needsGuiThread(*report.earlier));
}

Drawing reportPicture(const Report &report, qreal width, const PaperLook &paper)
{
    Drawing drawing = report.funnel ? funnelDrawing(*report.funnel, width, paper)
                                    : chartDrawing(report.chart, width, paper);
    drawing.csv = [table = report.table] { return toCsv(table); };
    return drawing;
}

Drawing comparedPicture(const Report &report, qreal width, const PaperLook &paper)
{
    Drawing drawing = reportPicture(report, width, paper);
    if (!report.earlier)
        return drawing;
    Drawing earlier = reportPicture(*report.earlier, width, paper);
    // Many stages make a funnel wider than what was asked for, and many figures a heat map.
    const qreal wide = std::max(drawing.size.width(), earlier.size.width());
    if (drawing.size.width() < wide)
        drawing = reportPicture(report, wide, paper);
    if (earlier.size.width() < wide)
        earlier = reportPicture(*report.earlier, wide, paper);
    const qreal top = std::ceil(drawing.size.height());
    drawing.size = {wide, top + earlier.size.height()};
    drawing.paint = [now = drawing.paint, before = earlier.paint, top](QPainter &painter) {
        now(painter);
        painter.save();
        painter.translate(0, top);
        before(painter);
        painter.restore();
    };
    return drawing;
}

Result<> exportReport(const Report &report, const QString &path)
{
    return exportDrawing(comparedPicture(report), path);
}
