// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/boardexport.h"

#include "ui_common/theme.h"
#include "ui_pipeline/reportexport.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MostPrintedRows = 20;
constexpr qreal PrintedTableGap = Metrics::Large;

class BoardExportText
{
    Q_DECLARE_TR_FUNCTIONS(BoardExport)
};

/// Figures in rows and columns, all of the same height, cut off where they are wider than their column.
class PrintedTable
{
public:
    PrintedTable(const Chart &chart, const PaperLook &look, qreal width)
        : m_look(look)
        , m_width(width)
        , m_rowHeight(std::ceil(QFontMetricsF(look.font).height()) + Metrics::Tiny)
    {
        QStringList head;
        for (const ChartColumn &column : chart.columns)
            head << column.title;
        m_lines.append(head);
        const qsizetype shown = std::min(chart.rows.size(), MostPrintedRows);
        for (qsizetype row = 0; row < shown; ++row) {
            QStringList line;
            for (const Figure &figure : chart.rows.at(row))
                line << figureText(figure);
            m_lines.append(line);
        }
        if (chart.rows.size() > shown) {
            m_rest = BoardExportText::tr("%Ln more row(s) are in the file of figures.", nullptr,
                int(chart.rows.size() - shown));
        }
        for (const Figure &figure : chart.rows.isEmpty() ? QList<Figure>() : chart.rows.first())
            m_isNumber.append(
                !std::holds_alternative<QString>(figure) && !std::holds_alternative<QDate>(figure));
        m_isNumber.resize(head.size());
        measure();
    }

    [[nodiscard]] qreal height() const
    {
        return m_rowHeight * qreal(m_lines.size() + (m_rest.isEmpty() ? 0 : 1));
    }

    void paint(QPainter &painter) const
    {
        painter.save();
        painter.setLayoutDirection(m_look.direction);
        for (qsizetype line = 0; line < m_lines.size(); ++line)
            paintLine(painter, line);
        const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
        painter.setPen(quiet);
        painter.setFont(m_look.font);
        if (!m_rest.isEmpty()) {
            painter.drawText(QRectF(0, m_rowHeight * qreal(m_lines.size()), m_width, m_rowHeight),
                int(leading()) | Qt::TextSingleLine, m_rest);
        }
        painter.setPen(colour(ColourRole::Hairline, m_look.palette));
        painter.drawLine(QPointF(0, m_rowHeight), QPointF(m_width, m_rowHeight));
        painter.restore();
    }

private:
    /// As wide as the texts ask, shrunk alike where that is too wide.
    void measure()
    {
        const QFontMetricsF fonts(m_look.font);
        const QFontMetricsF strong(strongFont(m_look.font));
        m_widths.fill(0, m_lines.first().size());
        for (qsizetype line = 0; line < m_lines.size(); ++line) {
            const QStringList &texts = m_lines.at(line);
            for (qsizetype column = 0; column < texts.size(); ++column) {
                const qreal wide = (line == 0 ? strong : fonts).horizontalAdvance(texts.at(column));
                m_widths[column] = std::max(m_widths[column], wide + Metrics::Medium);
            }
        }
        qreal all = 0;
        for (const qreal wide : std::as_const(m_widths))
            all += wide;
        if (all > m_width) {
            for (qreal &wide : m_widths)
                wide *= m_width / all;
        }
    }

    void paintLine(QPainter &painter, qsizetype line) const
    {
        const QFont font = line == 0 ? strongFont(m_look.font) : m_look.font;
        const QFontMetricsF fonts(font);
        painter.setFont(font);
        painter.setPen(m_look.palette.color(QPalette::Text));
        qreal x = 0;
        const QStringList &texts = m_lines.at(line);
        for (qsizetype column = 0; column < texts.size(); ++column) {
            const qreal wide = m_widths.at(column);
            const qreal room = wide - Metrics::Tiny;
            const bool isMirrored = m_look.direction == Qt::RightToLeft;
            const QRectF cell(
                isMirrored ? m_width - x - room : x, m_rowHeight * qreal(line), room, m_rowHeight);
            painter.drawText(cell,
                int(m_isNumber.at(column) ? trailing() : leading()) | Qt::TextSingleLine,
                fonts.elidedText(texts.at(column), Qt::ElideRight, room));
            x += wide;
        }
    }

    [[nodiscard]] Qt::Alignment leading() const
    {
        return (m_look.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignAbsolute | Qt::AlignVCenter;
    }
    [[nodiscard]] Qt::Alignment trailing() const
    {
        return (m_look.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight)
            | Qt::AlignAbsolute | Qt::AlignVCenter;
    }

    PaperLook m_look;
    qreal m_width;
    qreal m_rowHeight;
    QList<QStringList> m_lines; ///< the head first
    QString m_rest;
    QList<bool> m_isNumber; ///< by column
    QList<qreal> m_widths;
};

QList<Drawing> drawingsOf(const PrintedBoard &board)
{
    QList<Drawing> drawings;
    for (const Report &report : board.reports)
        drawings.append(reportDrawing(report));
    return drawings;
}

ReportHead headOf(const PrintedBoard &board)
{
    return {.title = board.title,
        .workspace = board.workspace,
        .day = board.day,
        .question = board.question};
}

} // namespace

Drawing reportDrawing(const Report &report, qreal width)
{
    Drawing drawing = comparedPicture(report, width);
    const PrintedTable table(report.chart, PaperLook::ofProgram(), drawing.size.width());
    const qreal top = drawing.size.height() + PrintedTableGap;
    drawing.size.setHeight(top + table.height());
    drawing.paint = [picture = drawing.paint, table, top](QPainter &painter) {
        picture(painter);
        painter.save();
        painter.translate(0, top);
        table.paint(painter);
        painter.restore();
    };
    return drawing;
}

QByteArray drawnBoard(const PrintedBoard &board)
{
    return drawnPages(drawingsOf(board), headOf(board));
}

Result<> exportBoard(const PrintedBoard &board, const QString &path)
{
    return exportPages(drawingsOf(board), headOf(board), path);
}
