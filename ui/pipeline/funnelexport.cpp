// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelexport.h"

#include "ui_pipeline/funnelpainter.h"

#include <QPainter>

Drawing funnelDrawing(const FunnelReport &report, qreal width, const PaperLook &paper)
{
    FunnelLook look;
    look.palette = paper.palette;
    look.font = paper.font;
    look.direction = paper.direction;
    const FunnelLayout layout(report, FunnelPainter::metrics(report, look, width));
    Drawing drawing;
    drawing.size = layout.size();
    drawing.ground = paper.palette.color(QPalette::Base);
    drawing.title = report.chart.title;
    drawing.subtitle = report.chart.subtitle;
    drawing.csv = [report] { return toCsv(report); };
    drawing.paint = [report, layout, look](QPainter &painter) {
        FunnelPainter(report, layout, look).paint(painter, QRectF(QPointF(), layout.size()));
    };
    return drawing;
}
