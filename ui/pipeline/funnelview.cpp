// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelview.h"

#include <QPainter>

#include <algorithm>

void FunnelView::setReport(const FunnelReport &report)
{
    const FunnelCell kept = currentCell();
    m_report = report;
    rearrange(hasCell(kept) ? markOf(kept) : 0);
    setAccessibleName(report.chart.title);
    setAccessibleDescription(report.chart.subtitle + u'\n' + report.chart.definition);
}

void FunnelView::setFitted(bool fitted)
{
    m_isFitted = fitted;
    rearrange(currentMark());
}

QRectF FunnelView::markArea(int mark) const
{
    const QRectF area = m_layout.cell(cellOf(mark));
    return {area.topLeft() * m_scale, area.size() * m_scale};
}

bool FunnelView::hasCell(FunnelCell cell) const
{
    return m_report.total.cohort > 0 && cell.step >= 0 && cell.step < m_report.steps.size()
        && cell.group >= -1 && cell.group < m_report.groups.size();
}

int FunnelView::markCount() const
{
    return m_report.total.cohort > 0 ? int(m_report.steps.size() * (1 + m_report.groups.size()))
                                     : 0;
}

FunnelCell FunnelView::cellOf(int mark) const
{
    const auto steps = int(std::max(qsizetype(1), m_report.steps.size()));
    return {mark / steps - 1, mark % steps};
}

int FunnelView::markOf(FunnelCell cell) const
{
    return (cell.group + 1) * int(m_report.steps.size()) + cell.step;
}

QString FunnelView::markSentence(int mark) const
{
    return FunnelPainter::sentence(m_report, cellOf(mark));
}

void FunnelView::setCurrentCell(FunnelCell cell)
{
    if (hasCell(cell))
        setCurrentMark(markOf(cell));
}

void FunnelView::activate(FunnelCell cell)
{
    if (!hasCell(cell))
        return;
    std::optional<QString> group;
    if (cell.group >= 0)
        group = m_report.groups[cell.group].key;
    emit stepActivated(cell.step, group);
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
    const auto layOut = [this](const QSizeF &size) {
        FunnelMetrics metrics = FunnelPainter::metrics(m_report, look(), size.width());
        metrics.height = size.height();
        m_layout = FunnelLayout(m_report, metrics);
    };
    m_scale = 1;
    layOut(room);
    if (m_isFitted && room.width() > 0 && m_layout.size().width() > room.width()) {
        m_scale = room.width() / m_layout.size().width();
        layOut(QSizeF(room) / m_scale);
    }
    return hasMark(current) ? current : 0;
}

std::optional<int> FunnelView::markIn(QPointF point) const
{
    if (m_report.total.cohort == 0)
        return std::nullopt;
    const auto cell = m_layout.cellAt(point / m_scale);
    return cell ? std::optional(markOf(*cell)) : std::nullopt;
}

int FunnelView::nextMark(int mark, Qt::Key key) const
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    FunnelCell cell = cellOf(mark);
    switch (key) {
    case Qt::Key_Left:
        cell.step -= forward;
        break;
    case Qt::Key_Right:
        cell.step += forward;
        break;
    case Qt::Key_Up:
        --cell.group;
        break;
    case Qt::Key_Down:
        ++cell.group;
        break;
    case Qt::Key_Home:
        cell.step = 0;
        break;
    case Qt::Key_End:
        cell.step = int(m_report.steps.size()) - 1;
        break;
    default:
        break;
    }
    return hasCell(cell) ? markOf(cell) : mark;
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
