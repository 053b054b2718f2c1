// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelview.h"

#include "ui_pipeline/fitting.h"

#include <QPainter>

#include <cmath>

void FunnelView::setReport(const FunnelReport &report)
{
    FunnelCell kept = currentCell();
    m_report = report;
    m_marks = funnelMarks(m_report);
    if (!hasCell(kept))
        kept.segment = FunnelSegment::Reached;
    rearrange(hasCell(kept) ? markOf(kept) : 0);
    setAccessibleName(report.chart.title);
    setAccessibleDescription(report.chart.subtitle + u'\n' + report.chart.definition);
}

void FunnelView::setFitted(bool fitted)
{
    m_isFitted = fitted;
    rearrange(currentMark());
}

int FunnelView::readableHeight(int width) const
{
    const FunnelLayout layout = layoutIn({width / Fitting::LeastReadable, 0});
    return int(std::ceil(layout.size().height() * Fitting::LeastReadable));
}

FunnelLayout FunnelView::layoutIn(const QSizeF &room) const
{
    FunnelMetrics metrics = FunnelPainter::metrics(m_report, look(), room.width());
    metrics.height = room.height();
    return FunnelLayout(m_report, metrics);
}

QRectF FunnelView::markArea(int mark) const
{
    const QRectF area = m_layout.cell(cellOf(mark));
    return {area.topLeft() * m_scale, area.size() * m_scale};
}

bool FunnelView::hasCell(FunnelCell cell) const
{
    return m_marks.contains(cell);
}

FunnelCell FunnelView::cellOf(int mark) const
{
    return m_marks.value(mark);
}

int FunnelView::markOf(FunnelCell cell) const
{
    return int(m_marks.indexOf(cell));
}

QString FunnelView::markSentence(int mark) const
{
    return FunnelPainter::sentence(m_report, cellOf(mark), layoutDirection());
}

void FunnelView::activate(FunnelCell cell)
{
    if (!hasCell(cell))
        return;
    std::optional<QString> group;
    if (cell.group >= 0)
        group = m_report.groups[cell.group].key;
    emit stepActivated(cell.step, group, cell.segment);
}

std::optional<FunnelCell> FunnelView::cellAt(QPoint point) const
{
    const auto mark = markAt(point);
    return mark ? std::optional(cellOf(*mark)) : std::nullopt;
}

QSize FunnelView::sizeHint() const
{
    return m_layout.size().toSize().expandedTo(minimumSizeHint());
}

int FunnelView::arrange(const QSize &room, int current)
{
    m_scale = 1;
    // What is only looked at is seen at once: small, but all of it, in place of stretched downwards.
    if (m_isFitted) {
        m_scale = Fitting::scaleInto(room, [this](const QSizeF &size) {
            m_layout = layoutIn(size);
            return m_layout.size().expandedTo({m_layout.roomyWidth(), 0});
        });
    } else {
        m_layout = layoutIn(room);
    }
    return hasMark(current) ? current : 0;
}

std::optional<int> FunnelView::markIn(QPointF point) const
{
    const auto cell = m_layout.cellAt(point / m_scale);
    return cell && hasCell(*cell) ? std::optional(markOf(*cell)) : std::nullopt;
}

int FunnelView::nextMark(int mark, Qt::Key key) const
{
    const FunnelCell next =
        nextFunnelMark(m_marks, cellOf(mark), key, layoutDirection() == Qt::RightToLeft);
    return hasCell(next) ? markOf(next) : mark;
}

void FunnelView::draw(QPainter &painter, const QRectF &exposed) const
{
    const FunnelLook how = look();
    painter.save();
    painter.scale(m_scale, m_scale);
    FunnelPainter(m_report, m_layout, how)
        .paint(painter, QRectF(exposed.topLeft() / m_scale, exposed.size() / m_scale));
    painter.restore();
}

FunnelLook FunnelView::look() const
{
    FunnelLook how;
    how.palette = palette();
    how.font = font();
    how.direction = layoutDirection();
    if (const auto hovered = hoveredMark())
        how.hovered = cellOf(*hovered);
    if (const auto current = shownMark())
        how.current = cellOf(*current);
    return how;
}
