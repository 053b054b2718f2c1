// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/printedtable.h"

#include "ui_common/ownway.h"
#include "ui_common/theme.h"
#include "ui_pipeline/wrappedtext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr qreal PrintedColumnGap = Metrics::Large;

class PrintedTableText
{
    Q_DECLARE_TR_FUNCTIONS(PrintedTable)
};

} // namespace

PrintedTable::PrintedTable(const Chart &chart, PaperLook look, qreal width, qsizetype mostRows)
    : m_look(std::move(look))
    , m_width(width)
{
    Line head;
    for (const ChartColumn &column : chart.columns)
        head.texts << column.title;
    const qsizetype columns = head.texts.size();
    m_lines.append(head);
    const qsizetype shown = std::min(chart.rows.size(), mostRows);
    for (qsizetype row = 0; row < shown; ++row) {
        Line line;
        for (const Figure &figure : chart.rows.at(row))
            line.texts << figureText(figure);
        line.texts.resize(columns);
        m_lines.append(line);
    }
    if (chart.rows.size() > shown) {
        m_rest = PrintedTableText::tr(
            "%Ln more row(s) are in the file of figures.", nullptr, int(chart.rows.size() - shown));
    }
    for (const Figure &figure : chart.rows.isEmpty() ? QList<Figure>() : chart.rows.first()) {
        m_isNumber.append(
            !std::holds_alternative<QString>(figure) && !std::holds_alternative<QDate>(figure));
    }
    m_isNumber.resize(columns);
    measureColumns();
    stackLines();
}

qreal PrintedTable::height() const
{
    const qreal rest = m_rest.isEmpty() ? 0 : wrappedHeight(m_rest, m_look.font, m_width);
    const Line &last = m_lines.last();
    return std::ceil(last.top + last.height + rest);
}

QFont PrintedTable::fontOf(qsizetype line) const
{
    return line == 0 ? strongFont(m_look.font) : m_look.font;
}

/// As wide as the texts ask. Where that is too wide, words are broken, and only then is all shrunk alike.
void PrintedTable::measureColumns()
{
    m_widths.fill(0, m_isNumber.size());
    m_leastWidths.fill(0, m_isNumber.size());
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const QFontMetricsF fonts(fontOf(line));
        const QStringList &texts = m_lines.at(line).texts;
        for (qsizetype column = 0; column < texts.size(); ++column) {
            const qreal wide = std::ceil(fonts.horizontalAdvance(texts.at(column))) + 1;
            m_widths[column] = std::max(m_widths[column], wide + PrintedColumnGap);
            for (const QString &word : texts.at(column).split(u' ')) {
                const qreal least = std::ceil(fonts.horizontalAdvance(word)) + 1;
                m_leastWidths[column] = std::max(m_leastWidths[column], least + PrintedColumnGap);
            }
        }
    }
    const auto sum = [this] {
        qreal all = 0;
        for (const qreal wide : std::as_const(m_widths))
            all += wide;
        return all;
    };
    if (sum() > m_width)
        narrowColumns();
    if (const qreal all = sum(); all > m_width) {
        for (qreal &wide : m_widths)
            wide *= m_width / all;
    }
}

/// The widest columns give way until all have room, each down to its widest word.
void PrintedTable::narrowColumns()
{
    QList<qsizetype> columns;
    for (qsizetype column = 0; column < m_widths.size(); ++column)
        columns.append(column);
    // From the narrowest, so that what one does not need is left to the wider ones.
    std::ranges::stable_sort(columns, {}, [this](qsizetype column) { return m_widths.at(column); });
    qreal room = m_width;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const qsizetype column = columns.at(i);
        const qreal share = std::max(room / qreal(columns.size() - i), m_leastWidths.at(column));
        m_widths[column] = std::min(m_widths.at(column), share);
        room -= m_widths.at(column);
    }
}

void PrintedTable::stackLines()
{
    qreal top = 0;
    for (qsizetype number = 0; number < m_lines.size(); ++number) {
        Line &line = m_lines[number];
        const QFont font = fontOf(number);
        const QFontMetricsF fonts(font);
        line.top = top;
        line.height = fonts.height();
        for (qsizetype column = 0; column < line.texts.size(); ++column) {
            QString &text = line.texts[column];
            const qreal room = roomOf(column);
            const QRectF taken =
                fonts.boundingRect(QRectF(0, 0, room, fonts.height()), Qt::TextWordWrap, text);
            if (taken.width() > room + 1) // a word that cannot be broken
                text = fonts.elidedText(text, Qt::ElideRight, room);
            line.height = std::max(line.height, wrappedHeight(text, font, room));
        }
        line.height = std::ceil(line.height) + Metrics::Tiny;
        top += line.height;
    }
}

void PrintedTable::paint(QPainter &painter) const
{
    painter.save();
    painter.setLayoutDirection(m_look.direction);
    painter.setPen(m_look.palette.color(QPalette::Text));
    for (qsizetype line = 0; line < m_lines.size(); ++line)
        paintLine(painter, m_lines.at(line), fontOf(line));
    const Line &last = m_lines.last();
    const qreal end = last.top + last.height;
    if (!m_rest.isEmpty()) {
        drawWrapped(painter, QRectF(0, end, m_width, height() - end), m_rest, m_look.font,
            colour(ColourRole::QuietText, m_look.palette), m_look.direction);
    }
    painter.setPen(colour(ColourRole::Hairline, m_look.palette));
    const qreal line = m_lines.first().height - 1;
    painter.drawLine(QPointF(0, line), QPointF(m_width, line));
    painter.restore();
}

void PrintedTable::paintLine(QPainter &painter, const Line &line, const QFont &font) const
{
    painter.setFont(font);
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    qreal x = 0;
    for (qsizetype column = 0; column < line.texts.size(); ++column) {
        const qreal room = roomOf(column);
        const QRectF cell(isMirrored ? m_width - x - room : x, line.top, room, line.height);
        drawOwnWay(
            painter, cell, int(alignmentOf(column)) | Qt::TextWordWrap, line.texts.at(column));
        x += m_widths.at(column);
    }
}

QRectF PrintedTable::lineRect(qsizetype line) const
{
    return {0, m_lines.at(line).top, m_width, m_lines.at(line).height};
}

qreal PrintedTable::roomOf(qsizetype column) const
{
    return std::max(1.0, m_widths.at(column) - PrintedColumnGap);
}

/// Figures stand below each other at the trailing edge, words begin at the leading one.
Qt::Alignment PrintedTable::alignmentOf(qsizetype column) const
{
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    return (m_isNumber.at(column) == isMirrored ? Qt::AlignLeft : Qt::AlignRight)
        | Qt::AlignAbsolute | Qt::AlignTop;
}
