// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnellayout.h"

#include <algorithm>
#include <array>

namespace {

constexpr qreal Grid = 4;
constexpr qreal Margin = 16;
constexpr qreal Gutter = 152;
constexpr qreal SeamGap = 24; ///< between the columns beside the seam
constexpr qreal LeastColumn = 76;
constexpr qreal LeastTextWidth = 320;
constexpr qreal WidestBar = 72;
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

} // namespace

FunnelLayout::FunnelLayout(const FunnelReport &report, const FunnelMetrics &metrics)
    : m_total(report.total)
    , m_groups(report.groups)
    , m_steps(int(report.total.steps.size()))
    , m_seam(report.seam())
    , m_metrics(metrics)
{
    const qreal gap = m_seam >= 0 ? SeamGap : 0;
    const qreal least = 2 * Margin + Gutter + gap + m_steps * LeastColumn;
    const qreal width = std::max(metrics.width, least);
    // What is read from its beginning to its end is not scrolled.
    m_textWidth = std::min(std::max(metrics.width, LeastTextWidth), width) - 2 * Margin;
    m_columnWidth = m_steps > 0 ? (width - 2 * Margin - Gutter - gap) / m_steps : 0;
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
        const QRectF rect(Margin, y, m_textWidth, height);
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
    y += 3 * (line + Grid) + 2 * Grid;
    m_legend = take(metrics.legendHeight);
    y += 4 * Grid;
    if (!m_groups.isEmpty()) {
        y += 2 * line + 2 * Grid; // the stages and their scales
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

qreal FunnelLayout::columnX(int step) const
{
    const qreal gap = m_seam >= 0 && step > m_seam ? SeamGap : 0;
    return Margin + Gutter + step * m_columnWidth + gap;
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
    return mirrored(QRectF(columnX(step) + Grid, m_headTop + m_metrics.lineHeight + 3 * Grid,
        m_columnWidth - 2 * Grid, m_metrics.lineHeight));
}

QLineF FunnelLayout::baseLine() const
{
    return mirrored(QLineF(Margin + Gutter, m_base, m_metrics.width - Margin, m_base));
}

FunnelColumn FunnelLayout::column(int step) const
{
    const FunnelStep &figures = m_total.steps[step];
    const qreal width = std::min(WidestBar, m_columnWidth - 6 * Grid);
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
    const qint64 waiting = figures.open + figures.stayed;
    const qint64 implied = figures.reached - std::min(figures.touched, figures.reached);
    const qint64 onward = figures.reached - waiting - figures.lost - implied;
    column.implied = stack(implied);
    column.onward = stack(std::max(qint64(0), onward));
    column.waiting = stack(waiting);
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
    const qreal y = m_figuresTop + int(row) * (m_metrics.lineHeight + Grid);
    if (step < 0)
        return mirrored(QRectF(Margin, y, Gutter - 2 * Grid, m_metrics.lineHeight));
    return mirrored(QRectF(columnX(step), y, m_columnWidth, m_metrics.lineHeight));
}

QRectF FunnelLayout::scale(int step) const
{
    const qreal line = m_metrics.lineHeight;
    return mirrored(QRectF(
        columnX(step) + Grid, m_groupsTop - line - 2 * Grid, m_columnWidth - 2 * Grid, line));
}

QRectF FunnelLayout::scaleCaption() const
{
    const qreal line = m_metrics.lineHeight;
    return mirrored(QRectF(Margin, m_groupsTop - line - 2 * Grid, Gutter - 2 * Grid, line));
}

QRectF FunnelLayout::groupRow(int group) const
{
    const qreal height = 2 * m_metrics.lineHeight + 3 * Grid;
    return {Margin, m_groupsTop + group * height, m_metrics.width - 2 * Margin, height};
}

QRectF FunnelLayout::groupName(int group) const
{
    QRectF rect = groupRow(group);
    rect.setWidth(Gutter - 2 * Grid);
    return mirrored(rect);
}

FunnelGroupCell FunnelLayout::groupCell(int group, int step) const
{
    const QRectF row = groupRow(group);
    const FunnelGroup &figures = m_groups[group];
    const QRectF cell(columnX(step), row.top(), m_columnWidth, row.height());
    const qreal room = cell.width() - 3 * Grid;
    const qreal left = cell.left() + Grid;
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
    return columnX(m_seam) + m_columnWidth + SeamGap / 2;
}

QLineF FunnelLayout::seam() const
{
    if (m_seam < 0)
        return {};
    const QRectF last = figure(FigureRow::Lost, 0);
    return mirrored(QLineF(seamX(), m_headTop, seamX(), last.bottom()));
}

QLineF FunnelLayout::groupSeam() const
{
    if (m_seam < 0 || m_groups.isEmpty())
        return {};
    return mirrored(QLineF(seamX(), scale(0).top() - m_metrics.lineHeight, seamX(),
        groupRow(int(m_groups.size()) - 1).bottom()));
}

QRectF FunnelLayout::cell(FunnelCell cell) const
{
    return cell.group < 0 ? column(cell.step).cell : groupCell(cell.group, cell.step).cell;
}

std::optional<FunnelCell> FunnelLayout::cellAt(QPointF point) const
{
    const auto [first, last] = groupsIn(QRectF(point, QSizeF(1, 1)));
    const int group = first < last ? first : -1;
    for (int step = 0; step < m_steps; ++step) {
        const FunnelCell candidate {group, step};
        if (cell(candidate).contains(point))
            return candidate;
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
