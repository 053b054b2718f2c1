// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/plotview.h"

#include "ui_pipeline/fitting.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

PlotView::PlotView(QWidget *parent)
    : MarkView(parent)
    , m_page(std::make_unique<PlotPage>(m_chart, look(), 0, 0))
{ }

PlotView::~PlotView() = default;

void PlotView::setChart(const Chart &chart)
{
    const bool isAnother = chart.id != m_chart.id;
    m_chart = chart;
    if (isAnother) {
        // The rows of one chart tell nothing of those of another.
        m_page = std::make_unique<PlotPage>(Chart {}, look(), 0, 0);
        m_keptRow = -1;
        verticalScrollBar()->setValue(0);
        horizontalScrollBar()->setValue(0);
    }
    rearrange(isAnother ? 0 : currentMark());
    setAccessibleName(chart.title);
    QStringList words {chart.subtitle, m_page->absence(), chart.definition};
    words.removeAll(QString());
    setAccessibleDescription(words.join(u'\n'));
}

void PlotView::setFitted(bool fitted)
{
    m_isFitted = fitted;
    rearrange(currentMark());
}

int PlotView::readableHeight(int width) const
{
    const PlotPage page(m_chart, look(), width / Fitting::LeastReadable, 0);
    return int(std::ceil(page.size().height() * Fitting::LeastReadable));
}

QString PlotView::markSentence(int mark) const
{
    return m_page->marks().at(mark).sentence;
}

void PlotView::activateMark(int mark)
{
    const PlotRow row = rowOf(mark);
    if (row >= 0)
        emit rowActivated(row);
}

QSize PlotView::sizeHint() const
{
    return {640, 420};
}

int PlotView::arrange(const QSize &room, int current)
{
    // At another size there can be other marks: those of lines are as many as there is room for. Whoever did not move since stands where they were as soon
    // as it is there again.
    if (m_keptRow < 0 || current != m_keptMark)
        m_keptRow = rowOf(current);
    const auto layOut = [this](const QSizeF &size) {
        m_page = std::make_unique<PlotPage>(m_chart, look(), size.width(), size.height());
        return m_page->size();
    };
    m_scale = 1;
    if (m_isFitted)
        m_scale = Fitting::scaleInto(room, layOut);
    else
        layOut(room);
    m_keptMark = markOf(m_keptRow, current);
    return m_keptMark;
}

int PlotView::markOf(PlotRow row, int mark) const
{
    if (row < 0 || rowOf(mark) == row)
        return hasMark(mark) ? mark : 0;
    for (int other = 0; other < markCount(); ++other) {
        if (rowOf(other) == row)
            return other;
    }
    return 0;
}

std::optional<int> PlotView::markIn(QPointF point) const
{
    return m_page->markAt(point / m_scale);
}

int PlotView::nextMark(int mark, Qt::Key key) const
{
    return m_page->next(mark, key);
}

void PlotView::draw(QPainter &painter, const QRectF &exposed) const
{
    painter.save();
    painter.scale(m_scale, m_scale);
    m_page->paint(painter, QRectF(exposed.topLeft() / m_scale, exposed.size() / m_scale),
        shownMark(), hoveredMark());
    painter.restore();
}

QRectF PlotView::drawn(const QRectF &place) const
{
    return {place.topLeft() * m_scale, place.size() * m_scale};
}

PlotRow PlotView::rowOf(int mark) const
{
    return hasMark(mark) ? m_page->marks().at(mark).row : -1;
}

PlotLook PlotView::look() const
{
    PlotLook how;
    how.palette = palette();
    how.font = font();
    how.direction = layoutDirection();
    return how;
}
