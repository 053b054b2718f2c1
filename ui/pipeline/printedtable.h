// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"
#include "ui_pipeline/drawing.h"

#include <QList>
#include <QRectF>
#include <QStringList>

class QPainter;

/// A chart's figures in rows and columns, as they are drawn below a picture or in its place. Words that are wider than
/// their column are broken into lines. A value, laid out once.
class PrintedTable
{
public:
    static constexpr qsizetype MostRows = 20; ///< of a table below its picture

    /// \a width wide, with the first \a mostRows rows; of the others their number is told.
    PrintedTable(const Chart &chart, PaperLook look, qreal width, qsizetype mostRows = MostRows);

    [[nodiscard]] qreal height() const;
    /// How many rows are drawn, without the head.
    [[nodiscard]] int rowCount() const { return int(m_lines.size()) - 1; }
    /// The place of a row, across all columns.
    [[nodiscard]] QRectF row(int row) const { return lineRect(row + 1); }

    void paint(QPainter &painter) const;

private:
    struct Line
    {
        QStringList texts; ///< by column
        qreal top = 0;
        qreal height = 0;
    };

    void measureColumns();
    void narrowColumns();
    void stackLines();
    void paintLine(QPainter &painter, const Line &line, const QFont &font) const;
    [[nodiscard]] QFont fontOf(qsizetype line) const;
    [[nodiscard]] QRectF lineRect(qsizetype line) const;
    [[nodiscard]] qreal roomOf(qsizetype column) const;
    [[nodiscard]] Qt::Alignment alignmentOf(qsizetype column) const;

    PaperLook m_look;
    qreal m_width = 0;
    QList<Line> m_lines; ///< the head first
    QString m_rest;
    QList<bool> m_isNumber; ///< by column
    QList<qreal> m_widths; ///< with the gap to the next column
    QList<qreal> m_leastWidths; ///< likewise, of the widest word
};
