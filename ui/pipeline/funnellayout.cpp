// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnellayout.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace {

constexpr qreal Grid = 4;
constexpr FunnelSpacing RoomySpacing {.margin = 16,
    .gutter = 152,
    .seamGap = 24,
    .leastColumn = 76,
    .besideBar = 6 * Grid,
    .inset = Grid};
/// Seven steps with a seam fit into 360 pixels, beside a bar that scrolls downwards too.
constexpr FunnelSpacing NarrowSpacing {.margin = 8,
    .gutter = 0,
    .seamGap = 8,
    .leastColumn = 45,
    .besideBar = 3 * Grid,
    .inset = Grid / 2};
constexpr qreal Margin = 16; ///< above and below
constexpr qreal LeastTextWidth = 320;
constexpr qreal LeastPartHeight = 6; ///< of what can be hit
constexpr qreal WidestBar = 72;
constexpr int FigureRows = 3;
constexpr qreal LeastBarHeight = 160; ///< of a share of 1, likewise the next
constexpr qreal MostBarHeight = 400;

/// The least round share that is no less than \a share: a scale a reader can name.
double roundedUp(double share)
{
    static constexpr std::array steps {.01, .02, .05, .1, .15, .2, .25, .3, .4, .5, .6, .8};
    const auto found = std::ranges::find_if(steps, [share](double step) { return step >= share; });
    return found == steps.end() ? 1.0 : *found;
}

bool isShown(const Proportion &share)
{
    return share.n > 0 && !share.isFew();
}

/// \a cell where it is a mark, else the bar that it is a part of.
std::optional<FunnelCell> markOrBar(const QList<FunnelCell> &marks, FunnelCell cell)
{
    if (marks.contains(cell))
        return cell;
    cell.segment = FunnelSegment::Reached;
    return marks.contains(cell) ? std::optional(cell) : std::nullopt;
}

} // namespace

QRectF FunnelColumn::part(FunnelSegment segment) const
{
    switch (segment) {
    case FunnelSegment::Unseen:
        return implied;
    case FunnelSegment::Onward:
        return onward;
    case FunnelSegment::Open:
    case FunnelSegment::Stayed:
        return waiting;
    case FunnelSegment::Lost:
        return lost;
    case FunnelSegment::Reached:
    case FunnelSegment::Seen:
        break;
    }
    return {};
}

QList<FunnelCell> funnelMarks(const FunnelReport &report)
{
    QList<FunnelCell> marks;
    if (report.total.cohort == 0)
        return marks;
    QList<FunnelSegment> parts = report.segments();
    std::ranges::reverse(parts);
    const auto steps = int(report.steps.size());
    for (int step = 0; step < steps; ++step) {
        marks.append({-1, step});
        for (const FunnelSegment part : std::as_const(parts)) {
            if (report.total.steps[step].count(part) > 0)
                marks.append({-1, step, part});
        }
    }
    for (int group = 0; group < int(report.groups.size()); ++group) {
        for (int step = 0; step < steps; ++step)
            marks.append({group, step});
    }
    return marks;
}

FunnelCell nextFunnelMark(
    const QList<FunnelCell> &marks, FunnelCell cell, Qt::Key key, bool rightToLeft)
{
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        QList<FunnelCell> ofStep;
        std::ranges::copy_if(marks, std::back_inserter(ofStep),
            [&cell](const FunnelCell &mark) { return mark.step == cell.step; });
        const qsizetype next = ofStep.indexOf(cell) + (key == Qt::Key_Up ? -1 : 1);
        return ofStep.value(next, cell);
    }
    FunnelCell next = cell;
    const int forward = rightToLeft ? -1 : 1;
    if (key == Qt::Key_Left)
        next.step -= forward;
    else if (key == Qt::Key_Right)
        next.step += forward;
    else if (key == Qt::Key_Home)
        next.step = 0;
    else if (key == Qt::Key_End && !marks.isEmpty())
        next.step = std::ranges::max_element(marks, {}, &FunnelCell::step)->step;
    return markOrBar(marks, next).value_or(cell);
}

FunnelLayout::FunnelLayout(const FunnelReport &report, const FunnelMetrics &metrics)
    : m_total(report.total)
    , m_groups(report.groups)
    , m_steps(int(report.total.steps.size()))
    , m_seam(report.seam())
    , m_segments(report.segments())
    , m_marks(funnelMarks(report))
    , m_metrics(metrics)
    , m_spacing(RoomySpacing)
    , m_roomyWidth(widthWith(RoomySpacing))
{
    // Who scales to that width may be off by less than can be seen.
    if (constexpr qreal tolerance = .5; metrics.width < m_roomyWidth - tolerance)
        m_spacing = NarrowSpacing;
    const qreal least = widthWith(m_spacing);
    const qreal width = std::max(metrics.width, least);
    // What is read from its beginning to its end is not scrolled.
    m_textWidth = std::min(std::max(metrics.width, LeastTextWidth), width) - 2 * m_spacing.margin;
    m_columnWidth = m_steps > 0 ? m_spacing.leastColumn + (width - least) / m_steps : 0;
    m_metrics.width = width;
    m_barHeight = LeastBarHeight;
    stackUp();
    if (const qreal room = metrics.height - m_size.height(); room > 0 && m_groups.isEmpty()) {
        m_barHeight = std::min(LeastBarHeight + room, MostBarHeight);
        stackUp();
    }
    measureScales();
}

void FunnelLayout::stackUp()
{
    const FunnelMetrics &metrics = m_metrics;
    const qreal line = metrics.lineHeight;
    qreal y = Margin;
    const auto take = [&](qreal height) {
        const QRectF rect(m_spacing.margin, y, m_textWidth, height);
        y += height;
        return mirrored(rect);
    };
    m_title = take(metrics.titleHeight);
    y += Grid;
    m_subtitle = take(metrics.subtitleHeight);
    y += 4 * Grid;
    m_headTop = y;
    y += 2 * line + 4 * Grid; // sides and stage names
    m_plotTop = y;
    y += 2 * line + 2 * Grid + m_barHeight;
    m_base = y;
    y += 2 * Grid;
    m_figuresTop = y;
    y = figureTop(FigureRows) + 2 * Grid;
    m_legend = take(metrics.legendHeight);
    y += 4 * Grid;
    if (!m_groups.isEmpty()) {
        y += captionHeight() + 2 * line + 2 * Grid; // the stages and their scales
        m_groupsTop = y;
        y += qreal(m_groups.size()) * groupRow(0).height() + 4 * Grid;
    } else {
        m_groupsTop = y;
    }
    m_footer = take(metrics.footerHeight);
    m_size = QSizeF(metrics.width, y + Margin);
}

void FunnelLayout::measureScales()
{
    for (int step = 0; step < m_steps; ++step) {
        double highest = 0;
        for (const FunnelGroup &group : std::as_const(m_groups)) {
            const Proportion &share = group.steps[step].overall;
            if (isShown(share))
                highest = std::max(highest, share.interval()->high);
        }
        m_fullShare.append(highest > 0 ? roundedUp(highest) : 0);
    }
}

qreal FunnelLayout::widthWith(const FunnelSpacing &spacing) const
{
    const qreal gap = m_seam >= 0 ? spacing.seamGap : 0;
    return 2 * spacing.margin + spacing.gutter + gap + m_steps * spacing.leastColumn;
}

qreal FunnelLayout::columnX(int step) const
{
    const qreal gap = m_seam >= 0 && step > m_seam ? m_spacing.seamGap : 0;
    return m_spacing.margin + m_spacing.gutter + step * m_columnWidth + gap;
}

qreal FunnelLayout::captionHeight() const
{
    return isNarrow() ? m_metrics.lineHeight : 0;
}

qreal FunnelLayout::captionWidth() const
{
    return isNarrow() ? m_textWidth : m_spacing.gutter - 2 * Grid;
}

qreal FunnelLayout::figureHeight(FigureRow row) const
{
    return (row == FigureRow::StepRate ? m_metrics.stepLines : 1) * m_metrics.lineHeight;
}

qreal FunnelLayout::figureTop(int row) const
{
    qreal y = m_figuresTop;
    for (int above = 0; above < row; ++above)
        y += captionHeight() + figureHeight(FigureRow(above)) + Grid;
    return y;
}

QRectF FunnelLayout::mirrored(QRectF rect) const
{
    if (m_metrics.rightToLeft)
        rect.moveLeft(m_metrics.width - rect.right());
    return rect;
}

QLineF FunnelLayout::mirrored(QLineF line) const
{
    if (!m_metrics.rightToLeft)
        return line;
    return {m_metrics.width - line.x1(), line.y1(), m_metrics.width - line.x2(), line.y2()};
}

QRectF FunnelLayout::sideBand(int first, int last) const
{
    const qreal left = columnX(first);
    return mirrored(QRectF(left + Grid, m_headTop, columnX(last) + m_columnWidth - left - 2 * Grid,
        m_metrics.lineHeight + Grid));
}

QRectF FunnelLayout::stageName(int step) const
{
    const qreal inset = m_spacing.inset;
    return mirrored(QRectF(columnX(step) + inset, m_headTop + m_metrics.lineHeight + 3 * Grid,
        m_columnWidth - 2 * inset, m_metrics.lineHeight));
}

QLineF FunnelLayout::baseLine() const
{
    return mirrored(QLineF(columnX(0), m_base, m_metrics.width - m_spacing.margin, m_base));
}

FunnelColumn FunnelLayout::column(int step) const
{
    const FunnelStep &figures = m_total.steps[step];
    const qreal width = std::min(WidestBar, m_columnWidth - m_spacing.besideBar);
    const qreal left = columnX(step) + (m_columnWidth - width) / 2;
    const double cohort = std::max(1.0, double(m_total.cohort));
    const auto height = [this, cohort](
                            qint64 people) { return m_barHeight * double(people) / cohort; };

    FunnelColumn column;
    column.cell = mirrored(QRectF(columnX(step), m_plotTop, m_columnWidth, m_base - m_plotTop));
    const qreal full = height(figures.reached);
    column.bar = mirrored(QRectF(left, m_base - full, width, full));
    qreal y = m_base;
    const auto stack = [&](qint64 people) {
        y -= height(people);
        return mirrored(QRectF(left, y, width, height(people)));
    };
    const bool hasUnseen = m_segments.contains(FunnelSegment::Unseen);
    column.implied = stack(hasUnseen ? figures.unseen : 0);
    column.onward = stack(figures.count(FunnelSegment::Onward));
    column.waiting = stack(figures.open + figures.stayed);
    column.lost = stack(figures.lost);

    qreal top = m_base - full;
    const Proportion &share = figures.overall;
    if (isShown(share) && !share.isKnown) {
        const Interval interval = *share.interval();
        const qreal x = left + width / 2;
        column.whisker = mirrored(QLineF(
            x, m_base - m_barHeight * interval.low, x, m_base - m_barHeight * interval.high));
        top = m_base - m_barHeight * interval.high;
    }
    const qreal text = 2 * m_metrics.lineHeight;
    column.label = mirrored(QRectF(columnX(step), top - text - Grid, m_columnWidth, text));
    return column;
}

QRectF FunnelLayout::figure(FigureRow row, int step) const
{
    const qreal y = figureTop(int(row));
    if (step < 0)
        return mirrored(QRectF(m_spacing.margin, y, captionWidth(), m_metrics.lineHeight));
    return mirrored(QRectF(columnX(step), y + captionHeight(), m_columnWidth, figureHeight(row)));
}

QRectF FunnelLayout::scale(int step) const
{
    const qreal line = m_metrics.lineHeight;
    const qreal inset = m_spacing.inset;
    return mirrored(QRectF(
        columnX(step) + inset, m_groupsTop - line - 2 * Grid, m_columnWidth - 2 * inset, line));
}

QRectF FunnelLayout::scaleCaption() const
{
    const qreal line = m_metrics.lineHeight;
    const qreal above = isNarrow() ? 3 * line : line; // over the stages' names, or beside them
    return mirrored(QRectF(m_spacing.margin, m_groupsTop - above - 2 * Grid, captionWidth(), line));
}

QRectF FunnelLayout::groupRow(int group) const
{
    const qreal height = captionHeight() + 2 * m_metrics.lineHeight + 3 * Grid;
    return {m_spacing.margin, m_groupsTop + group * height, m_metrics.width - 2 * m_spacing.margin,
        height};
}

QRectF FunnelLayout::groupName(int group) const
{
    QRectF rect = groupRow(group);
    rect.setWidth(captionWidth());
    if (isNarrow())
        rect.setHeight(captionHeight());
    return mirrored(rect);
}

FunnelGroupCell FunnelLayout::groupCell(int group, int step) const
{
    const QRectF row = groupRow(group);
    const FunnelGroup &figures = m_groups[group];
    const QRectF cell(
        columnX(step), row.top() + captionHeight(), m_columnWidth, row.height() - captionHeight());
    const qreal room = cell.width() - 3 * m_spacing.inset;
    const qreal left = cell.left() + m_spacing.inset;
    const qreal line = m_metrics.lineHeight;
    const qreal middle = cell.top() + 3 * Grid; // of the bar
    FunnelGroupCell result;
    result.cell = mirrored(cell);
    result.text = mirrored(QRectF(left, cell.bottom() - line - Grid, room, line));
    const auto bar = [&](double share) {
        return mirrored(QRectF(left, middle - Grid, room * share, 2 * Grid));
    };
    const Proportion &share = figures.steps[step].overall;
    if (step == 0) {
        // What the first column compares is how many entered.
        const double largest = std::max(1.0, double(m_groups.first().cohort));
        result.bar = bar(double(figures.cohort) / largest);
    } else if (isShown(share)) {
        const double full = fullShare(step);
        const Interval interval = *share.interval();
        result.bar = bar(*share.rate() / full);
        result.whisker = mirrored(QLineF(
            left + room * interval.low / full, middle, left + room * interval.high / full, middle));
    }
    return result;
}

qreal FunnelLayout::seamX() const
{
    return columnX(m_seam) + m_columnWidth + m_spacing.seamGap / 2;
}

QLineF FunnelLayout::seam() const
{
    if (m_seam < 0)
        return {};
    // Captions that stand above their figures are not struck through.
    const qreal bottom = isNarrow() ? m_base : figure(FigureRow::Lost, 0).bottom();
    return mirrored(QLineF(seamX(), m_headTop, seamX(), bottom));
}

QLineF FunnelLayout::groupSeam() const
{
    if (m_seam < 0 || m_groups.isEmpty())
        return {};
    const qreal bottom =
        isNarrow() ? scale(0).bottom() : groupRow(int(m_groups.size()) - 1).bottom();
    return mirrored(QLineF(seamX(), scale(0).top() - m_metrics.lineHeight, seamX(), bottom));
}

QLineF FunnelLayout::rowSeam(int group) const
{
    if (m_seam < 0 || !isNarrow())
        return {};
    const QRectF row = groupRow(group);
    return mirrored(QLineF(seamX(), row.top() + captionHeight(), seamX(), row.bottom()));
}

QRectF FunnelLayout::cell(FunnelCell cell) const
{
    if (cell.group >= 0)
        return groupCell(cell.group, cell.step).cell;
    const FunnelColumn whole = column(cell.step);
    if (cell.segment == FunnelSegment::Reached)
        return whole.cell;
    QRectF part = whole.part(cell.segment);
    if (const qreal missing = LeastPartHeight - part.height(); missing > 0)
        part.adjust(0, -missing / 2, 0, missing / 2);
    return part;
}

std::optional<FunnelCell> FunnelLayout::cellAt(QPointF point) const
{
    const auto [first, last] = groupsIn(QRectF(point, QSizeF(1, 1)));
    const int group = first < last ? first : -1;
    for (int step = 0; step < m_steps; ++step) {
        const FunnelCell candidate {group, step};
        if (cell(candidate).contains(point))
            return group < 0 ? partAt(step, point) : candidate;
        if (const auto figured = group < 0 ? figureAt(step, point) : std::nullopt)
            return figured;
    }
    return std::nullopt;
}

FunnelCell FunnelLayout::partAt(int step, QPointF point) const
{
    FunnelCell found {-1, step};
    qreal least = 0;
    for (const FunnelCell &mark : m_marks) {
        if (mark.group >= 0 || mark.step != step || mark.segment == FunnelSegment::Reached)
            continue;
        const qreal height = column(step).part(mark.segment).height();
        const bool isSmaller = found.segment == FunnelSegment::Reached || height < least;
        if (isSmaller && cell(mark).contains(point)) {
            found = mark;
            least = height;
        }
    }
    return found;
}

std::optional<FunnelCell> FunnelLayout::figureAt(int step, QPointF point) const
{
    const auto markOf = [&](FigureRow row) -> FunnelCell {
        if (row == FigureRow::StepRate)
            return {-1, step};
        if (row == FigureRow::Lost)
            return {-1, step, FunnelSegment::Lost};
        const bool isWindowed = m_segments.contains(FunnelSegment::Stayed);
        return {-1, step, isWindowed ? FunnelSegment::Stayed : FunnelSegment::Open};
    };
    const int first = step == 0 ? 1 : 0; // no stage is before the first
    for (int row = first; row < FigureRows; ++row) {
        const FunnelCell mark = markOf(FigureRow(row));
        if (figure(FigureRow(row), step).contains(point) && m_marks.contains(mark))
            return mark;
    }
    return std::nullopt;
}

std::pair<int, int> FunnelLayout::groupsIn(const QRectF &rect) const
{
    if (m_groups.isEmpty() || rect.bottom() <= m_groupsTop)
        return {0, 0};
    const qreal height = groupRow(0).height();
    const auto count = qreal(m_groups.size());
    const qreal first = std::clamp((rect.top() - m_groupsTop) / height, 0.0, count);
    const qreal last = std::clamp((rect.bottom() - m_groupsTop) / height + 1, 0.0, count);
    return {int(first), int(last)};
}
