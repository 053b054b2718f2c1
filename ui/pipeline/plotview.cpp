// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/plotview.h"

#include <QScrollBar>

PlotView::PlotView(QWidget *parent)
    : MarkView(parent)
    , m_page(std::make_unique<PlotPage>(m_chart, look(), 0, 0))
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

PlotView::~PlotView() = default;

void PlotView::setChart(const Chart &chart)
{
    const bool isAnother = chart.id != m_chart.id;
    m_chart = chart;
    if (isAnother) {
        // The rows of one chart tell nothing of those of another.
        m_page = std::make_unique<PlotPage>(Chart {}, look(), 0, 0);
        verticalScrollBar()->setValue(0);
    }
    rearrange(isAnother ? 0 : currentMark());
    setAccessibleName(chart.title);
    QStringList words {chart.subtitle, m_page->absence(), chart.definition};
    words.removeAll(QString());
    setAccessibleDescription(words.join(u'\n'));
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
    const PlotRow row = rowOf(current);
    m_page = std::make_unique<PlotPage>(m_chart, look(), room.width(), room.height());
    // At another size there can be other marks: those of lines are as many as there is room for.
    if (row < 0 || rowOf(current) == row)
        return hasMark(current) ? current : 0;
    for (int mark = 0; mark < markCount(); ++mark) {
        if (rowOf(mark) == row)
            return mark;
    }
    return 0;
}

std::optional<int> PlotView::markIn(QPointF point) const
{
    return m_page->markAt(point);
}

int PlotView::nextMark(int mark, Qt::Key key) const
{
    return m_page->next(mark, key);
}

void PlotView::draw(QPainter &painter, const QRectF &exposed) const
{
    m_page->paint(painter, exposed, shownMark(), hoveredMark());
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
