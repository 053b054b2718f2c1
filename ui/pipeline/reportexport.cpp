// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/reportexport.h"

#include "ui_pipeline/funnelexport.h"
#include "ui_pipeline/plotexport.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

Drawing reportPicture(const Report &report, qreal width)
{
    Drawing drawing =
        report.funnel ? funnelDrawing(*report.funnel, width) : chartDrawing(report.chart, width);
    drawing.csv = toCsv(report.table);
    return drawing;
}

Drawing comparedPicture(const Report &report, qreal width)
{
    Drawing drawing = reportPicture(report, width);
    if (!report.earlier)
        return drawing;
    Drawing earlier = reportPicture(*report.earlier, width);
    // Many stages make a funnel wider than what was asked for.
    const qreal wide = std::max(drawing.size.width(), earlier.size.width());
    if (drawing.size.width() < wide)
        drawing = reportPicture(report, wide);
    if (earlier.size.width() < wide)
        earlier = reportPicture(*report.earlier, wide);
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
