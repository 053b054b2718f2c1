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
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>
#include <variant>

namespace {

constexpr qreal PrintedColumnGap = Metrics::Large;
constexpr qreal WidestColumnGap = 3 * PrintedColumnGap; ///< further apart a row is hard to follow
constexpr qsizetype FewRowsMore = 3; ///< to print them takes no more room than to tell of them
constexpr std::array PrintedSizes {1.0, 0.9, 0.8, 0.7}; ///< of the font, those that read well
constexpr qreal LeastPrintedSize = 0.2;
constexpr qsizetype MostKeyColumns = 2; ///< repeated in each part
constexpr qreal MostOfAWord = 1.0 / 3; ///< of the width; what is longer is broken anywhere
constexpr qreal LeastLetters = 10; ///< in a line of words that are broken

class PrintedTableText
{
    Q_DECLARE_TR_FUNCTIONS(PrintedTable)
};

/// Whether a figure is zero; nothing of words and of no figure.
std::optional<bool> isZeroFigure(const Figure &figure)
{
    if (const auto *count = std::get_if<qint64>(&figure))
        return *count == 0;
    if (const auto *quantity = std::get_if<Quantity>(&figure))
        return qFuzzyIsNull(quantity->value);
    if (const auto *estimate = std::get_if<Estimate>(&figure))
        return qFuzzyIsNull(estimate->rate);
    if (const auto *share = std::get_if<Proportion>(&figure))
        return share->k == 0;
    return std::nullopt;
}

/// A row of words alone is none.
bool isZeroRow(const QList<Figure> &row)
{
    bool isZero = false;
    for (const Figure &figure : row) {
        const auto told = isZeroFigure(figure);
        if (told == false)
            return false;
        isZero = isZero || told.has_value();
    }
    return isZero;
}

/// The last place up to \a most of \a rows before which a period ends, as the first column names it: the rows of a week, by stage, stand
/// together or not at all. Rows of zeros are no part of it. \a most itself where a single period has more.
qsizetype placeBetweenPeriods(const Chart &chart, const QList<qsizetype> &rows, qsizetype most)
{
    const auto periodAt = [&chart, &rows](qsizetype place) {
        const QList<Figure> &row = chart.rows.at(rows.at(place));
        return std::pair(isZeroRow(row), row.value(0));
    };
    qsizetype place = most;
    while (place > 0 && periodAt(place - 1) == periodAt(place))
        --place;
    return place > 0 ? place : most;
}

/// In the order of the chart.
QList<qsizetype> printedRows(const Chart &chart, qsizetype most)
{
    QList<qsizetype> rows(chart.rows.size());
    std::iota(rows.begin(), rows.end(), 0);
    if (rows.size() <= most + FewRowsMore)
        return rows;
    if (chart.isOverTime)
        std::ranges::reverse(rows);
    std::stable_partition(rows.begin(), rows.end(),
        [&chart](qsizetype row) { return !isZeroRow(chart.rows.at(row)); });
    rows.resize(chart.isOverTime ? placeBetweenPeriods(chart, rows, most) : most);
    std::ranges::sort(rows);
    return rows;
}

QFont fontInSize(QFont font, qreal size)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * size);
    else
        font.setPixelSize(std::max(1, int(std::floor(font.pixelSize() * size))));
    return font;
}

qreal lengthOf(const QString &text, const QFontMetricsF &fonts)
{
    return text.isEmpty() ? 0 : std::ceil(fonts.horizontalAdvance(text)) + 1;
}

bool hasDigits(const QString &word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
}

} // namespace

PrintedTable::PrintedTable(const Chart &chart, PaperLook look, qreal width, qsizetype mostRows)
    : m_look(std::move(look))
    , m_width(width)
    , m_rows(printedRows(chart, mostRows))
{
    takeLines(chart);
    for (const Columns &columns : chosenParts())
        stackPart(partOf(columns));
    if (!m_rest.isEmpty()) {
        m_restPlace =
            QRectF(0, m_height, m_width, std::ceil(wrappedHeight(m_rest, m_look.font, m_width)));
        m_height = m_restPlace.bottom();
    }
}

void PrintedTable::takeLines(const Chart &chart)
{
    const qsizetype columns = chart.columns.size();
    Line head;
    for (const ChartColumn &column : chart.columns)
        head.texts << column.title;
    head.areFigures.resize(columns);
    m_lines.append(head);
    for (const qsizetype row : std::as_const(m_rows)) {
        Line line;
        for (const Figure &figure : chart.rows.at(row)) {
            line.texts << figureText(figure);
            line.areFigures << !std::holds_alternative<QString>(figure);
        }
        line.texts.resize(columns);
        line.areFigures.resize(columns);
        m_lines.append(line);
    }
    if (const qsizetype rest = chart.rows.size() - m_rows.size(); rest > 0)
        m_rest = PrintedTableText::tr("%Ln more row(s), not shown.", nullptr, int(rest));
    for (const Figure &figure : chart.rows.isEmpty() ? QList<Figure>() : chart.rows.first()) {
        m_isNumber.append(
            !std::holds_alternative<QString>(figure) && !std::holds_alternative<QDate>(figure));
    }
    m_isNumber.resize(columns);
}

/// In the largest of the sizes that need the fewest parts; smaller only where a figure has no room otherwise.
QList<PrintedTable::Columns> PrintedTable::chosenParts()
{
    const QFont whole = m_look.font;
    QList<Columns> chosen;
    QFont font = whole;
    for (const qreal size : PrintedSizes) {
        const QFont tried = fontInSize(whole, size);
        const QList<Columns> parts = partsIn(tried);
        if (!parts.isEmpty() && (chosen.isEmpty() || parts.size() < chosen.size())) {
            chosen = parts;
            font = tried;
        }
        if (chosen.size() == 1)
            break;
    }
    for (qreal size = PrintedSizes.back(); chosen.isEmpty() && size > LeastPrintedSize;) {
        size *= PrintedSizes.at(1);
        font = fontInSize(whole, size);
        chosen = partsIn(font);
    }
    if (chosen.isEmpty()) {
        chosen.append(Columns(m_isNumber.size()));
        std::iota(chosen.first().begin(), chosen.first().end(), 0);
    }
    m_look.font = font;
    measureColumns();
    return chosen;
}

/// The columns of each part; none where there is no room for one of them beside those that name the row.
QList<PrintedTable::Columns> PrintedTable::partsIn(const QFont &font)
{
    m_look.font = font;
    measureColumns();
    Columns all(m_isNumber.size());
    std::iota(all.begin(), all.end(), 0);
    if (leastWidth(all) <= m_width)
        return {all};
    for (qsizetype keys = keyCount(); keys > 0; --keys) {
        if (QList<Columns> parts = partsBeside(keys); !parts.isEmpty())
            return parts;
    }
    return {};
}

QList<PrintedTable::Columns> PrintedTable::partsBeside(qsizetype keys) const
{
    Columns key(keys);
    std::iota(key.begin(), key.end(), 0);
    QList<Columns> parts;
    for (qsizetype column = keys; column < m_isNumber.size(); ++column) {
        const bool isFirst = parts.isEmpty();
        if (isFirst || leastWidth(parts.last() + Columns {column}) > m_width)
            parts.append(key);
        parts.last().append(column);
        if (leastWidth(parts.last()) > m_width)
            return {};
    }
    return parts;
}

/// How many columns name the row: the first, and what follows of words.
qsizetype PrintedTable::keyCount() const
{
    qsizetype keys = 1;
    while (keys < MostKeyColumns && keys < m_isNumber.size() && !m_isNumber.at(keys))
        ++keys;
    return std::min(keys, m_isNumber.size() - 1);
}

void PrintedTable::measureColumns()
{
    m_widths.fill(0, m_isNumber.size());
    m_leastWidths.fill(0, m_isNumber.size());
    for (qsizetype number = 0; number < m_lines.size(); ++number) {
        const bool isHead = number == 0;
        const QFontMetricsF fonts(font(isHead));
        const Line &line = m_lines.at(number);
        for (qsizetype column = 0; column < line.texts.size(); ++column) {
            m_widths[column] =
                std::max(m_widths.at(column), lengthOf(line.texts.at(column), fonts));
            m_leastWidths[column] =
                std::max(m_leastWidths.at(column), leastWidth(line, column, isHead, fonts));
        }
    }
}

/// Of a figure its length, of words that of the longest, and of words below the head as much as reads well.
qreal PrintedTable::leastWidth(
    const Line &line, qsizetype column, bool isHead, const QFontMetricsF &fonts) const
{
    const QString &text = line.texts.at(column);
    const qreal whole = lengthOf(text, fonts);
    if (line.areFigures.at(column))
        return whole;
    qreal least = isHead ? 0 : std::min(whole, LeastLetters * fonts.averageCharWidth());
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        const qreal length = lengthOf(word, fonts);
        const bool isUnbroken = isHead || hasDigits(word); // an amount is words too
        least = std::max(least, isUnbroken ? length : std::min(length, m_width * MostOfAWord));
    }
    return least;
}

qreal PrintedTable::leastWidth(const Columns &columns) const
{
    qreal least = PrintedColumnGap * qreal(std::max(columns.size() - 1, qsizetype(0)));
    for (const qsizetype column : columns)
        least += m_leastWidths.at(column);
    return least;
}

/// Each column has its least width, and of what is left as much as it lacks to stand in one line, or its share of that.
PrintedTable::Part PrintedTable::partOf(const Columns &columns) const
{
    Part part {.columns = columns, .widths = {}, .gap = PrintedColumnGap};
    const qreal gaps = qreal(std::max(columns.size() - 1, qsizetype(0)));
    qreal asked = gaps * PrintedColumnGap;
    for (const qsizetype column : columns)
        asked += m_widths.at(column);
    const qreal least = leastWidth(columns);
    const qreal given =
        asked > least ? std::clamp((m_width - least) / (asked - least), 0.0, 1.0) : 1.0;
    for (const qsizetype column : columns) {
        const qreal lacked = m_widths.at(column) - m_leastWidths.at(column);
        part.widths.append(m_leastWidths.at(column) + given * lacked);
    }
    if (gaps > 0) {
        const qreal used = std::accumulate(part.widths.cbegin(), part.widths.cend(), 0.0);
        part.gap = std::clamp((m_width - used) / gaps, 0.0, WidestColumnGap);
    }
    return part;
}

void PrintedTable::stackPart(const Part &part)
{
    const bool isFirst = m_rules.isEmpty();
    if (!isFirst)
        m_height += Metrics::Large;
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const qreal height = stackLine(part, line);
        if (line == 0)
            m_rules.append(m_height + height - 1);
        else if (isFirst)
            m_places.append(QRectF(0, m_height, m_width, height));
        m_height += height;
    }
}

/// Returns its height.
qreal PrintedTable::stackLine(const Part &part, qsizetype number)
{
    const Line &line = m_lines.at(number);
    const bool isHead = number == 0;
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    const QFontMetricsF fonts(font(isHead));
    const qsizetype first = m_cells.size();
    qreal height = fonts.height();
    qreal x = 0;
    for (qsizetype i = 0; i < part.columns.size(); ++i) {
        const qsizetype column = part.columns.at(i);
        const qreal room = std::max(1.0, part.widths.at(i));
        const QString &text = line.texts.at(column);
        const int flags = flagsOf(line, column, room, fonts);
        const QRectF taken = fonts.boundingRect(QRectF(0, 0, room, 10000), flags, text);
        height = std::max(height, taken.height());
        m_cells.append({text, QRectF(isMirrored ? m_width - x - room : x, m_height, room, 0),
            flags | int(alignmentOf(column)), isHead, line.areFigures.at(column)});
        x += room + part.gap;
    }
    height = std::ceil(height) + Metrics::Tiny;
    for (qsizetype cell = first; cell < m_cells.size(); ++cell)
        m_cells[cell].rect.setHeight(height);
    return height;
}

int PrintedTable::flagsOf(
    const Line &line, qsizetype column, qreal room, const QFontMetricsF &fonts) const
{
    if (line.areFigures.at(column))
        return int(Qt::TextSingleLine) | int(Qt::TextDontClip);
    const QStringList words = line.texts.at(column).split(u' ');
    const bool isTooLong = std::ranges::any_of(
        words, [&](const QString &word) { return fonts.horizontalAdvance(word) > room; });
    return isTooLong ? int(Qt::TextWrapAnywhere) : int(Qt::TextWordWrap);
}

void PrintedTable::paint(QPainter &painter) const
{
    painter.save();
    painter.setLayoutDirection(m_look.direction);
    painter.setPen(m_look.palette.color(QPalette::Text));
    for (const Cell &cell : m_cells) {
        painter.setFont(fontOf(cell));
        drawOwnWay(painter, cell.rect, cell.flags, cell.text);
    }
    if (!m_rest.isEmpty()) {
        drawWrapped(painter, m_restPlace, m_rest, m_look.font,
            colour(ColourRole::QuietText, m_look.palette), m_look.direction);
    }
    painter.setPen(colour(ColourRole::Hairline, m_look.palette));
    for (const qreal rule : m_rules)
        painter.drawLine(QPointF(0, rule), QPointF(m_width, rule));
    painter.restore();
}

QFont PrintedTable::font(bool isHead) const
{
    return isHead ? strongFont(m_look.font) : m_look.font;
}

/// Figures stand below each other at the trailing edge, words begin at the leading one.
Qt::Alignment PrintedTable::alignmentOf(qsizetype column) const
{
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    return (m_isNumber.at(column) == isMirrored ? Qt::AlignLeft : Qt::AlignRight)
        | Qt::AlignAbsolute | Qt::AlignTop;
}
