// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/boardexport.h"

#include "ui_common/theme.h"
#include "ui_pipeline/printedtable.h"
#include "ui_pipeline/reportexport.h"
#include "ui_pipeline/tablepicture.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {
constexpr qreal PrintedTableGap = Metrics::Large;

/// What is printed below a picture: without groups their column says nothing.
Chart printedFigures(const Report &report)
{
    Chart chart = report.chart;
    const bool isWhole = report.funnel && report.funnel->groups.isEmpty();
    if (!isWhole || chart.columns.isEmpty() || chart.columns.first().key != "group"_L1)
        return chart;
    chart.columns.removeFirst();
    for (QList<Figure> &row : chart.rows)
        row.removeFirst();
    return chart;
}

QList<Drawing> drawingsOf(const PrintedBoard &board)
{
    QList<Drawing> drawings;
    for (const Report &report : board.reports)
        drawings.append(reportDrawing(report));
    return drawings;
}

} // namespace

ReportHead headOf(const PrintedBoard &board)
{
    return {.title = board.title,
        .workspace = board.workspace,
        .day = board.day,
        .question = board.question};
}

Drawing reportDrawing(const Report &report, qreal width, const PaperLook &paper)
{
    Drawing drawing = comparedPicture(report, width, paper);
    if (!report.funnel && TablePicture::isFor(report.chart))
        return drawing; // its table is its picture
    const qreal inset = Metrics::Large; // as the picture's
    const PrintedTable table(printedFigures(report), paper, drawing.size.width() - 2 * inset);
    const qreal top = drawing.size.height() + PrintedTableGap;
    drawing.size.setHeight(top + table.height());
    drawing.paint = [picture = drawing.paint, table, top, inset](QPainter &painter) {
        picture(painter);
        painter.save();
        painter.translate(inset, top);
        table.paint(painter);
        painter.restore();
    };
    return drawing;
}

Result<> exportBoard(const PrintedBoard &board, const QString &path)
{
    return exportPages(drawingsOf(board), headOf(board), path);
}
