// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/paperlayout.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace {
constexpr qreal LargestLegend = 0.25; ///< of the page; above that it has a page of its own

/// Posts of one day that are still to be placed.
struct Rest
{
    QDate day;
    int first = 0;
    int end = 0;
};

int countOf(const MonthGrid &grid, const QHash<QDate, int> &posts, QDate day)
{
    return grid.isInMonth(day) ? posts.value(day) : 0;
}

/// A page with its head, and the top of what is below it.
std::pair<PaperPage, qreal> pageWithHead(const PaperMetrics &metrics)
{
    PaperPage page;
    page.title = QRectF(0, 0, metrics.page.width(), metrics.title);
    page.note = QRectF(0, page.title.bottom(), metrics.page.width(), metrics.note);
    return {page, page.note.bottom() + metrics.gap};
}

/// Places a day's cell and the posts that fit into it; returns the others.
Rest placeDay(
    PaperPage &page, PaperPage::Cell cell, int count, int room, const PaperMetrics &metrics)
{
    const int shown = count <= room ? count : room - 1; // the last line tells of the others
    const int each = count > room ? 1 : std::clamp(room / std::max(1, count), 1, metrics.mostLines);
    QRectF next(cell.rect.left(), cell.number.bottom(), cell.rect.width(), each * metrics.line);
    for (int i = 0; i < shown; ++i) {
        page.lines.append({cell.day, i, next});
        next.translate(0, next.height());
    }
    cell.hidden = count - shown;
    if (cell.hidden > 0)
        cell.more = next;
    page.cells.append(cell);
    return {cell.day, shown, count};
}

QList<Rest> placeWeeks(PaperPage &page, qreal top, qreal bottom, const MonthGrid &grid,
    const QHash<QDate, int> &posts, const PaperMetrics &metrics)
{
    QList<int> wanted;
    for (int week = 0; week < grid.weeks; ++week) {
        int most = 0;
        for (int column = 0; column < MonthGrid::DaysPerWeek; ++column)
            most = std::max(most, countOf(grid, posts, grid.dayAt(week, column)));
        wanted << most;
    }
    const qreal forLines = bottom - top - grid.weeks * metrics.number;
    const QList<int> lines = shareLines(wanted, int(forLines / metrics.line));
    const qreal over = forLines - std::accumulate(lines.begin(), lines.end(), 0) * metrics.line;
    const qreal width = metrics.page.width() / MonthGrid::DaysPerWeek;
    QList<Rest> rest;
    qreal y = top;
    for (int week = 0; week < grid.weeks; ++week) {
        const qreal height =
            metrics.number + lines.at(week) * metrics.line + std::max(0.0, over) / grid.weeks;
        for (int column = 0; column < MonthGrid::DaysPerWeek; ++column) {
            PaperPage::Cell cell;
            cell.day = grid.dayAt(week, column);
            cell.inMonth = grid.isInMonth(cell.day);
            cell.rect = QRectF(column * width, y, width, height);
            cell.number = QRectF(column * width, y, width, metrics.number);
            const Rest left =
                placeDay(page, cell, countOf(grid, posts, cell.day), lines.at(week), metrics);
            if (left.first < left.end)
                rest << left;
        }
        y += height;
    }
    return rest;
}

/// Fills pages of columns, from the top of each to its bottom.
class Continuing
{
public:
    explicit Continuing(const PaperMetrics &metrics)
        : m_metrics(metrics)
        , m_columns(std::max(1, int(metrics.page.width() / metrics.column)))
        , m_width((metrics.page.width() - (m_columns - 1) * metrics.gap) / m_columns)
    { }

    void add(const Rest &rest)
    {
        int post = rest.first;
        while (post < rest.end) {
            // A heading is never the last of its column.
            if (m_pages.isEmpty() || m_y + m_metrics.number + m_metrics.line > bottom())
                nextColumn();
            m_pages.last().headings.append({rest.day, take(m_metrics.number)});
            while (post < rest.end && m_y + m_metrics.line <= bottom())
                m_pages.last().lines.append({rest.day, post++, take(m_metrics.line)});
            m_y += m_metrics.gap / 2;
        }
    }
    [[nodiscard]] QList<PaperPage> taken() { return std::move(m_pages); }

private:
    [[nodiscard]] qreal bottom() const { return m_metrics.page.height(); }

    void nextColumn()
    {
        ++m_column;
        if (m_pages.isEmpty() || m_column == m_columns) {
            const auto [page, top] = pageWithHead(m_metrics);
            m_pages.append(page);
            m_top = top;
            m_column = 0;
        }
        m_y = m_top;
    }

    QRectF take(qreal height)
    {
        const QRectF rect(m_column * (m_width + m_metrics.gap), m_y, m_width, height);
        m_y += height;
        return rect;
    }

    const PaperMetrics m_metrics;
    const int m_columns;
    const qreal m_width;
    QList<PaperPage> m_pages;
    int m_column = 0;
    qreal m_top = 0;
    qreal m_y = 0;
};
} // namespace

QList<int> shareLines(const QList<int> &wanted, int room)
{
    if (wanted.isEmpty())
        return {};
    QList<int> lines(wanted.size(), 1);
    int left = room - int(wanted.size());
    // A line at a time to whoever wants one and has fewest: months have few rows and pages few lines.
    while (left > 0) {
        qsizetype poorest = -1;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (lines.at(i) < wanted.at(i) && (poorest < 0 || lines.at(i) < lines.at(poorest)))
                poorest = i;
        }
        if (poorest < 0)
            break;
        ++lines[poorest];
        --left;
    }
    const int each = std::max(0, left) / int(wanted.size());
    for (int &count : lines)
        count += each;
    return lines;
}

QList<QRectF> flowed(const QList<qreal> &widths, qreal width, qreal height, qreal gap)
{
    QList<QRectF> rects;
    qreal x = 0;
    qreal y = 0;
    for (const qreal wanted : widths) {
        const qreal own = std::min(wanted, width);
        if (x > 0 && x + own > width) {
            x = 0;
            y += height;
        }
        rects.append(QRectF(x, y, own, height));
        x += own + gap;
    }
    return rects;
}

QList<PaperPage> paperLayout(
    const MonthGrid &grid, const QHash<QDate, int> &posts, const PaperMetrics &metrics)
{
    auto [first, top] = pageWithHead(metrics);
    const bool hasLegend = metrics.legend > 0;
    const bool isLegendApart = metrics.legend > metrics.page.height() * LargestLegend;
    qreal bottom = metrics.page.height();
    if (hasLegend && !isLegendApart) {
        first.legend = QRectF(0, bottom - metrics.legend, metrics.page.width(), metrics.legend);
        bottom = first.legend.top() - metrics.gap;
    }
    first.weekdays = QRectF(0, top, metrics.page.width(), metrics.weekdays);
    const QList<Rest> rest =
        placeWeeks(first, first.weekdays.bottom(), bottom, grid, posts, metrics);
    Continuing continuing(metrics);
    for (const Rest &each : rest)
        continuing.add(each);
    QList<PaperPage> pages {first};
    pages << continuing.taken();
    if (hasLegend && isLegendApart) {
        auto [last, below] = pageWithHead(metrics);
        last.legend = QRectF(0, below, metrics.page.width(), metrics.legend);
        pages << last;
    }
    return pages;
}
