// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/heatpicture.h"

#include "ui_common/theme.h"
#include "ui_pipeline/plotstrokes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

constexpr qreal PalestTint = 0.05;
constexpr qreal DarkestTint = 0.85;
constexpr double TextContrast = 4.5;
constexpr qreal WidestCell = 120;
constexpr qreal HighestCell = 36;
constexpr qreal WidestHeatName = 0.4; ///< of the picture
constexpr qreal NarrowestHeatName = 0.25; ///< of it, where the cells need the room
constexpr qreal CellGap = 1; ///< on each side
constexpr qreal FigureGap = 2; ///< between a figure and the sides of its cell, both together
constexpr int KeySteps = 5;
constexpr qreal KeyStepWidth = 16;

QFont smallerFont(const QFont &font)
{
    constexpr qreal scale = 0.85;
    QFont smaller = font;
    if (font.pointSizeF() > 0)
        smaller.setPointSizeF(font.pointSizeF() * scale);
    else
        smaller.setPixelSize(std::max(1, int(font.pixelSize() * scale)));
    return smaller;
}

/// Diagonals that rise to the right, as lines: pictures in vectors know no pattern brush.
QList<QLineF> risingLines(const QRectF &rect)
{
    constexpr qreal distance = 5;
    QList<QLineF> lines;
    const auto count = int((rect.width() + rect.height()) / distance);
    for (int i = 1; i <= count; ++i) {
        const qreal start = distance * i;
        const qreal up = std::min(start, rect.height());
        const qreal along = std::min(start, rect.width());
        lines.append({rect.left() + start - up, rect.bottom() - up, rect.left() + along,
            rect.bottom() - (start - along)});
    }
    return lines;
}

} // namespace

HeatPicture::HeatPicture(const Chart &chart, const PlotLook &look, qreal width, qreal height)
    : m_plot(std::get<HeatPlot>(chart.plot))
    , m_look(look)
    , m_size(width, height)
    , m_fonts(look.font)
    , m_cellFont(look.font)
    , m_lineHeight(std::ceil(m_fonts.height()))
{
    findRange();
    layOut(height);
    makeMarks(chart);
}

void HeatPicture::findRange()
{
    // One colour of text for all cells: the tints end where it would no longer read.
    constexpr qreal step = 0.01;
    m_darkest = DarkestTint;
    const QColor text = m_look.palette.color(QPalette::Text);
    const QColor ink = inkColour(m_plot.ink, m_look.palette);
    while (m_darkest > PalestTint
        && contrast(text, tint(ink, m_look.palette, m_darkest)) < TextContrast)
        m_darkest -= step;

    m_low = m_plot.values.low;
    m_high = m_plot.values.high;
    if (m_low < m_high)
        return;
    m_low = 0;
    m_high = 0;
    for (const HeatPlot::Line &line : std::as_const(m_plot.lines)) {
        for (const HeatPlot::Cell &cell : line.cells) {
            if (cell.value && std::isfinite(*cell.value)) {
                m_low = std::min(m_low, *cell.value);
                m_high = std::max(m_high, *cell.value);
            }
        }
    }
    if (m_low == m_high)
        m_high = m_low + 1;
}

void HeatPicture::layOut(qreal height)
{
    m_columns = int(m_plot.columns.size());
    for (const HeatPlot::Line &line : std::as_const(m_plot.lines))
        m_columns = std::max(m_columns, int(line.cells.size()));
    layOutColumns();

    // Titles as many as stand side by side.
    qreal widestTitle = 0;
    for (const QString &title : std::as_const(m_plot.columns))
        widestTitle = std::max(widestTitle, m_fonts.horizontalAdvance(title));
    m_titleStep = std::max(1, int(std::ceil((widestTitle + Metrics::Tiny) / m_cellWidth)));

    const qreal lines = qreal(std::max<qsizetype>(1, m_plot.lines.size()));
    m_top = m_lineHeight + Metrics::Tiny + m_lineHeight + Metrics::Tiny;
    const qreal filling = (height - m_top - Metrics::Tiny) / lines;
    m_cellHeight = std::floor(std::clamp(filling, m_lineHeight + Metrics::Small,
        std::max(HighestCell, m_lineHeight + Metrics::Small)));
    m_size.setHeight(m_top + m_cellHeight * lines + Metrics::Tiny);
}

/// Of a line, with its note.
qreal HeatPicture::widestName() const
{
    qreal widest = 0;
    for (const HeatPlot::Line &line : m_plot.lines) {
        qreal width = m_fonts.horizontalAdvance(line.name);
        if (!line.note.isEmpty())
            width += Metrics::Small + m_fonts.horizontalAdvance(line.note);
        widest = std::max(widest, width);
    }
    return std::ceil(widest) + 2;
}

/// Every figure is to be read. Where they do not fit they are set smaller, then without decimals, then names give way, and at last the picture is wider.
void HeatPicture::layOutColumns()
{
    const qreal names = widestName();
    const qreal width = m_size.width();
    const int columns = std::max(1, m_columns);
    m_nameWidth = std::min(names, WidestHeatName * width) + Metrics::Medium;
    const qreal room = width - m_nameWidth - Metrics::Small;
    m_cellWidth = std::min(WidestCell, room / columns);
    if (figuresWidth() <= m_cellWidth)
        return;
    m_cellFont = smallerFont(m_look.font);
    if (figuresWidth() <= m_cellWidth)
        return;
    m_areFiguresShort = true;
    const qreal needed = figuresWidth();
    if (needed <= m_cellWidth)
        return;
    m_cellWidth = needed;
    const qreal cells = needed * columns + Metrics::Small;
    const qreal least = std::min(names, NarrowestHeatName * width) + Metrics::Medium;
    m_nameWidth = std::clamp(width - cells, least, m_nameWidth);
    m_size.setWidth(std::max(width, std::ceil(m_nameWidth + cells)));
}

/// How wide a cell is that holds every figure as they are set; 0 where there is none.
qreal HeatPicture::figuresWidth() const
{
    const QFontMetricsF fonts(m_cellFont);
    qreal widest = 0;
    for (int line = 0; line < m_plot.lines.size(); ++line) {
        for (int column = 0; column < m_plot.lines[line].cells.size(); ++column) {
            const QString text = figure(line, column);
            widest = std::max(widest, fonts.size(Qt::TextSingleLine, text).width());
        }
    }
    return widest > 0 ? std::ceil(widest) + FigureGap + 2 * CellGap : 0;
}

QString HeatPicture::figure(int line, int column) const
{
    const HeatPlot::Cell &cell = m_plot.lines[line].cells[column];
    const bool isShort = m_areFiguresShort && m_plot.values.unit == PlotUnit::Share && cell.value
        && std::isfinite(*cell.value) && !cell.text.isEmpty();
    return isShort ? wholeShareText(*cell.value) : cell.text;
}

void HeatPicture::makeMarks(const Chart &chart)
{
    for (int line = 0; line < m_plot.lines.size(); ++line) {
        const QList<HeatPlot::Cell> &cells = m_plot.lines[line].cells;
        for (int column = 0; column < cells.size(); ++column) {
            const PlotRow row = cells[column].row;
            if (row < 0)
                continue;
            m_marks.append({cellRect(line, column), rowSentence(chart, row), row});
            m_places.append({line, column});
        }
    }
}

/// To the next cell that has a mark; Home and End within the line.
int HeatPicture::next(int mark, Qt::Key key) const
{
    if (mark < 0 || mark >= m_marks.size())
        return mark;
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    const int onward = isMirrored ? -1 : 1;
    const Place here = m_places[mark];
    int across = 0;
    int down = 0;
    constexpr int farthest = 1 << 20;
    Place from = here;
    switch (key) {
    case Qt::Key_Left:
        across = -onward;
        break;
    case Qt::Key_Right:
        across = onward;
        break;
    case Qt::Key_Up:
        down = -1;
        break;
    case Qt::Key_Down:
        down = 1;
        break;
    case Qt::Key_Home:
        from.column = -1;
        across = 1;
        break;
    case Qt::Key_End:
        from.column = farthest;
        across = -1;
        break;
    default:
        return mark;
    }
    int nearest = mark;
    int least = std::numeric_limits<int>::max();
    for (int i = 0; i < m_places.size(); ++i) {
        const int columns = m_places[i].column - from.column;
        const int lines = m_places[i].line - from.line;
        const bool isThere = across != 0 ? lines == 0 && columns * across > 0 : lines * down > 0;
        // The next line first, and in it the nearest column.
        const int distance =
            across != 0 ? std::abs(columns) : std::abs(lines) * m_columns + std::abs(columns);
        if (isThere && distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

void HeatPicture::paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
    std::optional<int> hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (int line = 0; line < m_plot.lines.size(); ++line) {
        const qreal y = m_top + line * m_cellHeight;
        if (y > exposed.bottom() || y + m_cellHeight < exposed.top())
            continue;
        paintName(painter, line);
        for (int column = 0; column < m_plot.lines[line].cells.size(); ++column)
            paintCell(painter, line, column);
    }
    if (hovered)
        paintFrame(painter, *hovered, false);
    if (current)
        paintFrame(painter, *current, true);
    painter.restore();
}

void HeatPicture::paintHead(QPainter &painter) const
{
    paintKey(painter);
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    const qreal y = m_lineHeight + Metrics::Tiny;
    for (int column = 0; column < m_plot.columns.size(); column += m_titleStep) {
        // A title may be wider than its column where the next ones have none.
        const QRectF cell = cellRect(0, column);
        const qreal width = std::max(m_cellWidth * m_titleStep, cell.width());
        QRectF rect(cell.center().x() - width / 2, y, width, m_lineHeight);
        rect.moveLeft(std::clamp(rect.left(), 0.0, std::max(0.0, m_size.width() - width)));
        drawWords(painter, rect, Qt::AlignCenter, m_plot.columns[column], m_look.font, quiet);
    }
}

/// What the columns are, and at the other edge the scale of the tints.
void HeatPicture::paintKey(QPainter &painter) const
{
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    const QString lowText = axisText(m_plot.values.unit, m_low);
    const QString highText = axisText(m_plot.values.unit, m_high);
    const qreal lowWidth = std::ceil(m_fonts.horizontalAdvance(lowText)) + 1;
    const qreal highWidth = std::ceil(m_fonts.horizontalAdvance(highText)) + 1;
    const qreal scale = KeySteps * KeyStepWidth;
    // Above the last column where that leaves room for the title, else at the edge.
    const qreal needed = highWidth + scale + lowWidth + 2 * Metrics::Tiny;
    const qreal titleEnd =
        m_nameWidth + m_fonts.horizontalAdvance(m_plot.columnTitle) + Metrics::Large;
    const qreal end = std::max(m_nameWidth + m_columns * m_cellWidth, titleEnd + needed);
    qreal x = std::min(end, m_size.width() - Metrics::Small) - needed;
    const qreal titleLeft = std::min(m_nameWidth, std::max(0.0, x / 2));
    drawWords(painter, mirrored({titleLeft, 0, x - titleLeft - Metrics::Small, m_lineHeight}),
        leadingSide() | Qt::AlignVCenter, m_plot.columnTitle, m_look.font, quiet);
    drawWords(painter, mirrored({x, 0, lowWidth, m_lineHeight}), Qt::AlignCenter, lowText,
        m_look.font, quiet);
    x += lowWidth + Metrics::Tiny;
    const qreal side = std::min<qreal>(Metrics::Medium, m_lineHeight);
    for (int i = 0; i < KeySteps; ++i) {
        const QRectF rect(x, (m_lineHeight - side) / 2, KeyStepWidth, side);
        painter.fillRect(mirrored(rect), shade(double(i) / (KeySteps - 1)));
        x += KeyStepWidth;
    }
    const qreal left = x - scale;
    painter.setPen(QPen(colour(ColourRole::Hairline, m_look.palette), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(mirrored({left, (m_lineHeight - side) / 2, scale, side}));
    drawWords(painter, mirrored({x + Metrics::Tiny, 0, highWidth, m_lineHeight}), Qt::AlignCenter,
        highText, m_look.font, quiet);
}

/// The name, and behind it quietly its note. Where not both fit, the note has at most half of the room.
void HeatPicture::paintName(QPainter &painter, int line) const
{
    const HeatPlot::Line &said = m_plot.lines[line];
    const qreal y = m_top + line * m_cellHeight;
    const qreal room = m_nameWidth - Metrics::Small;
    const qreal nameWidth = m_fonts.horizontalAdvance(said.name) + 1;
    const qreal noteWidth = said.note.isEmpty()
        ? 0
        : std::min(std::ceil(m_fonts.horizontalAdvance(said.note)) + 1,
            std::max(room / 2, room - nameWidth - Metrics::Small));
    const qreal nameRoom = room - (noteWidth > 0 ? noteWidth + Metrics::Small : 0);
    drawWords(painter, mirrored({0, y, nameRoom, m_cellHeight}), leadingSide() | Qt::AlignVCenter,
        said.name, m_look.font, m_look.palette.color(QPalette::Text));
    drawWords(painter, mirrored({room - noteWidth, y, noteWidth, m_cellHeight}),
        trailingSide() | Qt::AlignVCenter, said.note, m_look.font,
        colour(ColourRole::QuietText, m_look.palette));
}

void HeatPicture::paintCell(QPainter &painter, int line, int column) const
{
    const HeatPlot::Cell &cell = m_plot.lines[line].cells[column];
    const QRectF rect = cellRect(line, column);
    if (!cell.value) {
        painter.setPen(QPen(colour(ColourRole::Hairline, m_look.palette), 1));
        painter.setBrush(Qt::NoBrush);
        if (rect.width() > 2)
            painter.drawRect(rect.adjusted(.5, .5, -.5, -.5));
    } else {
        painter.fillRect(rect, ground(*cell.value));
        if (cell.isTentative)
            paintHatch(painter, rect, *cell.value);
    }
    const QString text = figure(line, column);
    if (!text.isEmpty()) {
        const QSizeF needed = QFontMetricsF(m_cellFont).size(Qt::TextSingleLine, text);
        if (cell.value && cell.isTentative) { // no lines behind figures
            QRectF behind(QPointF(), needed + QSizeF(2, 0));
            behind.moveCenter(rect.center());
            painter.fillRect(behind & rect, ground(*cell.value));
        }
        drawWords(
            painter, rect, Qt::AlignCenter, text, m_cellFont, m_look.palette.color(QPalette::Text));
    }
}

/// Darker than a pale ground, and of the base on a dark one: text reads on both.
void HeatPicture::paintHatch(QPainter &painter, const QRectF &rect, double value) const
{
    const bool isPale = (value - m_low) / (m_high - m_low) < 0.5;
    painter.setPen(QPen(isPale ? shade(1) : m_look.palette.color(QPalette::Base), 1));
    const QList<QLineF> lines = risingLines(rect);
    for (const QLineF &hatch : lines)
        painter.drawLine(hatch);
}

void HeatPicture::paintFrame(QPainter &painter, int mark, bool isCurrent) const
{
    if (mark < 0 || mark >= m_marks.size())
        return;
    const QRectF rect = m_marks[mark].area;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(isCurrent ? QPen(colour(ColourRole::PullText, m_look.palette), 2)
                             : QPen(m_look.palette.color(QPalette::Text), 1));
    painter.drawRect(rect);
    if (!isCurrent)
        return;
    painter.setPen(
        QPen(m_look.palette.color(QPalette::Base), 1)); // so that it is seen on a dark tint
    painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5));
}

void HeatPicture::drawWords(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
    const QString &text, const QFont &font, const QColor &ink) const
{
    if (!text.isEmpty())
        PlotStrokes::text(painter, rect, alignment, text, font, ink);
}

QRectF HeatPicture::cellRect(int line, int column) const
{
    const qreal left = m_nameWidth + column * m_cellWidth;
    // Few pixels are all needed for the tint.
    const qreal gap = m_cellWidth > 4 * CellGap ? CellGap : 0;
    return mirrored({left + gap, m_top + line * m_cellHeight + CellGap, m_cellWidth - 2 * gap,
        m_cellHeight - 2 * CellGap});
}

QColor HeatPicture::ground(double value) const
{
    return shade((value - m_low) / (m_high - m_low));
}

/// \a share is 0…1 of the scale; what lies beyond has the tint of the end.
QColor HeatPicture::shade(double share) const
{
    const qreal strength =
        std::lerp(PalestTint, m_darkest, std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0);
    return tint(inkColour(m_plot.ink, m_look.palette), m_look.palette, strength);
}

QRectF HeatPicture::mirrored(const QRectF &rect) const
{
    if (m_look.direction != Qt::RightToLeft)
        return rect;
    return {m_size.width() - rect.right(), rect.top(), rect.width(), rect.height()};
}

Qt::Alignment HeatPicture::leadingSide() const
{
    return (m_look.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)
        | Qt::AlignAbsolute;
}

Qt::Alignment HeatPicture::trailingSide() const
{
    return (m_look.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight)
        | Qt::AlignAbsolute;
}
