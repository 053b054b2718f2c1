// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/plotexport.h"

#include "ui_pipeline/plotpage.h"

#include <QPainter>

#include <memory>

namespace {
/// What a page of two charts leaves for one.
constexpr qreal HeightToWidth = 0.5;
} // namespace

Drawing chartDrawing(const Chart &chart, qreal width, const PaperLook &paper)
{
    PlotLook look;
    look.palette = paper.palette;
    look.font = paper.font;
    look.direction = paper.direction;
    const auto page = std::make_shared<const PlotPage>(chart, look, width, width * HeightToWidth);
    Drawing drawing;
    drawing.size = page->size();
    drawing.ground = paper.palette.color(QPalette::Base);
    drawing.title = chart.title;
    drawing.subtitle = chart.subtitle;
    drawing.csv = [chart] { return toCsv(chart); };
    drawing.paint = [page](QPainter &painter) {
        page->paint(painter, QRectF(QPointF(), page->size()), std::nullopt, std::nullopt);
    };
    return drawing;
}
