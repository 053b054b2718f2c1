// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/linepicture.h"

#include "ui_common/theme.h"
#include "ui_pipeline/linecurves.h"
#include "ui_pipeline/plotstrokes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace {

constexpr qreal SampleLength = 14; ///< of the line before a name
constexpr qreal EndNear =
    24; ///< a line that ends that near to the edge is named beside the picture
constexpr qreal WidestName = 0.3; ///< of the picture
constexpr qreal MarkDistance = 6;
constexpr qreal MarkHeight = 24;
constexpr qreal LeastPlotHeight = 120;
constexpr int MostNoteRows = 4;

QList<QPointF> placesOf(const QList<LinePlot::Point> &points)
{
    QList<QPointF> places;
    places.reserve(points.size());
    for (const LinePlot::Point &point : points)
        places.append({point.x, point.y});
    return places;
}

/// The x of all series, each once.
QList<double> allPlaces(const QList<QList<QPointF>> &series)
{
    QList<double> places;
    for (const QList<QPointF> &points : series) {
        for (const QPointF &point : points)
            places.append(point.x());
    }
    std::ranges::sort(places);
    places.resize(std::unique(places.begin(), places.end()) - places.begin());
    return places;
}

/// What \a points hold at each of \a places, ascending; before the first of them what \a below has there.
QList<QPointF> heldAt(
    const QList<double> &places, const QList<QPointF> &points, const QList<QPointF> &below)
{
    QList<QPointF> held;
    held.reserve(places.size());
    qsizetype next = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        while (next < points.size() && points[next].x() <= places[i])
            ++next;
        const double value = next > 0 ? points[next - 1].y() : below[i].y();
        held.append({places[i], value});
    }
    return held;
}

/// Of ascending \a places those that stand \a distance apart at least; the last one always, in place of one too near to it.
QList<qsizetype> farApart(const QList<qreal> &places, qreal distance)
{
    QList<qsizetype> kept;
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (kept.isEmpty() || places[i] - places[kept.constLast()] >= distance)
            kept.append(i);
    }
    if (!kept.isEmpty() && kept.constLast() != places.size() - 1) {
        if (kept.size() > 1)
            kept.removeLast();
        kept.append(places.size() - 1);
    }
    return kept;
}

bool isFirstOfMonth(double day)
{
    return QDate::fromJulianDay(qRound64(day)).day() == 1;
}

/// The days of all points, each once, where they are months and not weeks or days; else none.
QList<double> monthsOf(const QList<LinePlot::Series> &series)
{
    QList<QList<QPointF>> points;
    for (const LinePlot::Series &one : series)
        points.append(placesOf(one.points));
    const QList<double> days = allPlaces(points);
    return days.size() > 1 && std::ranges::all_of(days, isFirstOfMonth) ? days : QList<double>();
}

/// The first day at an axis, which names the year that the next ones are in.
QString firstDayText(double value)
{
    const QDate day = QDate::fromJulianDay(qRound64(value));
    if (day.day() > 1)
        return dayText(day);
    return day.month() > 1 ? QLocale().toString(day, QStringLiteral("MMM yyyy"))
                           : axisText(PlotUnit::Day, value);
}

} // namespace

LinePicture::LinePicture(const Chart &chart, const PlotLook &look, qreal width, qreal height)
    : m_plot(std::get<LinePlot>(chart.plot))
    , m_look(look)
    , m_size(width, height)
    , m_fonts(look.font)
    , m_lineHeight(std::ceil(m_fonts.height()))
{
    const auto rows = std::max<qsizetype>(m_plot.series.size(), 4);
    m_size.setHeight(std::max(height, LeastPlotHeight + qreal(rows) * m_lineHeight));
    findRanges();
    layOut();
    makeMarks(chart);
    if (isMirrored())
        mirror();
    m_curves = drawnCurves();
}

void LinePicture::findRanges()
{
    constexpr double none = std::numeric_limits<double>::infinity();
    PlotRange x {none, -none};
    PlotRange y {none, -none};
    const auto reach = [](PlotRange &range, double value) {
        if (std::isfinite(value))
            range = {std::min(range.low, value), std::max(range.high, value)};
    };
    for (const LinePlot::Series &series : m_plot.series) {
        for (const LinePlot::Point &point : series.points) {
            reach(x, point.x);
            reach(y, point.y);
            if (point.band) {
                reach(y, point.band->low);
                reach(y, point.band->high);
            }
        }
    }
    for (const LinePlot::Note &goal : m_plot.goals)
        reach(y, goal.at);
    reach(y, m_plot.leastHigh);
    if (x.high < x.low)
        x = {0, 1};
    if (x.low == x.high) // one point stands in the middle
        x = {x.low - 1, x.high + 1};
    m_x = m_plot.x.low < m_plot.x.high ? PlotRange {m_plot.x.low, m_plot.x.high} : x;

    const bool isWhole = m_plot.y.unit == PlotUnit::Share && m_plot.shape == LinePlot::Shape::Bands;
    if (m_plot.y.low < m_plot.y.high)
        m_y = {m_plot.y.low, m_plot.y.high};
    else if (y.high >= y.low && !isWhole)
        m_y = roundRange(m_plot.y.unit, y.low, y.high);
    else
        m_y = {0, 1};
}

QPicture LinePicture::drawnCurves()
{
    LineCurves curves(m_size, m_x, m_y, m_look.direction);
    if (m_plot.shape == LinePlot::Shape::Bands) {
        addBands(curves);
        return curves.recorded(m_area);
    }
    const bool isHeld = m_plot.shape == LinePlot::Shape::Steps;
    for (const LinePlot::Series &series : std::as_const(m_plot.series)) { // below all lines
        for (const auto &run : runsOf(series.points, m_x.low, m_x.high, isHeld))
            addRibbon(curves, run, inkOf(series));
    }
    for (const LinePlot::Series &series : std::as_const(m_plot.series))
        addLines(curves, series);
    return curves.recorded(m_area);
}

/// The corners of a line through \a points: no more than can be seen apart.
QList<QPointF> LinePicture::corners(const QList<QPointF> &points, bool isHeld) const
{
    constexpr double unseen = 0.25; // pixels
    const int columns = int(std::ceil(m_size.width()));
    if (!isHeld)
        return thinned(points, m_x.low, m_x.high, columns);
    const double perPixel = (m_y.high - m_y.low) / m_size.height();
    return stepped(thinned(levelled(points, unseen * perPixel), m_x.low, m_x.high, columns));
}

/// A line for each part without a gap: Qt Charts would join the parts.
void LinePicture::addLines(LineCurves &curves, const LinePlot::Series &series)
{
    const bool isHeld = m_plot.shape == LinePlot::Shape::Steps;
    for (const auto &run : runsOf(series.points, m_x.low, m_x.high, isHeld)) {
        QList<QPointF> points = placesOf(run);
        for (QPointF &point : points)
            point.setY(clampedY(point.y()));
        addCurve(curves, corners(points, isHeld), penOf(series));
    }
}

/// The area between the bounds of neighbouring points that have them.
void LinePicture::addRibbon(
    LineCurves &curves, const QList<LinePlot::Point> &run, const QColor &ink)
{
    const bool isHeld = m_plot.shape == LinePlot::Shape::Steps;
    constexpr float thin = 0.18F;
    QColor fill = ink;
    fill.setAlphaF(thin); // so that two that cross are seen both
    QList<QPointF> upper;
    QList<QPointF> lower;
    const auto close = [&] {
        if (upper.size() > 1)
            curves.addArea(corners(upper, isHeld), corners(lower, isHeld), fill);
        upper.clear();
        lower.clear();
    };
    for (const LinePlot::Point &point : run) {
        if (!point.band || !std::isfinite(point.band->low) || !std::isfinite(point.band->high)) {
            close();
            continue;
        }
        upper.append({point.x, clampedY(point.band->high)});
        lower.append({point.x, clampedY(point.band->low)});
    }
    close();
}

void LinePicture::addBands(LineCurves &curves)
{
    QList<QList<QPointF>> series;
    for (const LinePlot::Series &band : std::as_const(m_plot.series)) {
        QList<QPointF> points;
        for (const auto &run : runsOf(band.points, m_x.low, m_x.high, true))
            points += placesOf(run);
        for (QPointF &point : points)
            point.setY(clampedY(point.y()));
        series.append(points);
    }
    const QList<double> places = allPlaces(series);
    if (places.isEmpty())
        return;
    QList<QPointF> below;
    for (const double place : places)
        below.append({place, m_y.low});
    QList<QPointF> lower {below.constFirst(), below.constLast()};
    QList<QList<QPointF>> edges;
    for (qsizetype i = 0; i < series.size(); ++i) {
        const LinePlot::Series &band = m_plot.series[i];
        below = heldAt(places, series[i], below);
        const QList<QPointF> upper = corners(below, true);
        const bool isOpen = band.ink.kind == PlotInk::Kind::Open || band.isTentative;
        constexpr qreal openStrength = 0.15;
        curves.addArea(
            upper, lower, isOpen ? tint(inkOf(band), m_look.palette, openStrength) : inkOf(band));
        edges.append(upper);
        lower = upper;
    }
    // A line of the ground between two bands keeps them apart where their colours do not.
    const QPen seam(m_look.palette.color(QPalette::Base), 1.5);
    for (const QList<QPointF> &edge : std::as_const(edges))
        addCurve(curves, edge, seam);
}

void LinePicture::addCurve(LineCurves &curves, const QList<QPointF> &points, const QPen &pen)
{
    curves.addLine(points, pen);
    m_drawnPoints += points.size();
}

/// Across first, since how high the notes are depends on where they stand.
void LinePicture::layOut()
{
    constexpr int least = 2;
    const qreal foot = m_lineHeight + Metrics::Tiny + (m_plot.x.title.isEmpty() ? 0 : m_lineHeight);
    const qreal bottom = m_size.height() - Metrics::Tiny - foot;
    const int most = std::max(least, int(bottom / (2.5 * m_lineHeight)));
    qreal left = 0;
    for (const double tick : axisTicks(m_plot.y.unit, m_y.low, m_y.high, most))
        left = std::max(left, m_fonts.horizontalAdvance(axisText(m_plot.y.unit, tick)));
    left = std::ceil(left) + Metrics::Tiny + Metrics::Small;
    const qreal head = m_plot.y.title.isEmpty() ? 0 : m_lineHeight + Metrics::Tiny;
    const bool areBands = m_plot.shape == LinePlot::Shape::Bands;

    QList<qsizetype> beside;
    const auto place = [&](qreal right) {
        m_words.clear();
        m_labels.clear();
        m_grid.clear();
        m_area = {left, head, std::floor(right - left), bottom - head};
        const qreal top = head + placeNotes(bottom) * m_lineHeight + std::ceil(m_lineHeight / 2);
        m_area = {left, top, m_area.width(), bottom - top};
        placeGoals();
        if (areBands) {
            findBandEdges();
            beside = placeBandLabels();
        }
    };
    const qreal wide = m_size.width() - Metrics::Large;
    const qreal narrow = m_size.width() - Metrics::Small - labelRoom();
    place(areBands ? wide : narrow);
    if (areBands && !beside.isEmpty())
        place(narrow);
    placeTicks();
    if (areBands) {
        placeHatches();
    } else {
        for (qsizetype i = 0; i < m_plot.series.size(); ++i)
            beside.append(i);
        placeDots();
    }
    placeEndLabels(beside);
}

/// What the widest name needs beside the lines; nothing where no series has one.
qreal LinePicture::labelRoom() const
{
    qreal widest = 0;
    for (const LinePlot::Series &series : m_plot.series)
        widest = std::max(widest, m_fonts.horizontalAdvance(series.name));
    if (widest <= 0)
        return Metrics::Small;
    return std::min(std::ceil(widest), WidestName * m_size.width()) + SampleLength
        + Metrics::Medium;
}

/// Words above the area, each beginning at its line; how many rows of them there are. From the last to the first, so that a line
/// that comes from a higher row passes before the words of the lower ones.
int LinePicture::placeNotes(qreal bottom)
{
    QList<LinePlot::Note> notes = m_plot.notes;
    std::ranges::stable_sort(notes, {}, &LinePlot::Note::at);
    std::ranges::reverse(notes);
    struct Placed
    {
        qreal x = 0;
        QRectF rect; // in row 0
        QString text;
        int row = -1;
    };
    QList<Placed> placed;
    int rows = 0;
    for (const LinePlot::Note &note : std::as_const(notes)) {
        if (!(note.at >= m_x.low && note.at <= m_x.high))
            continue;
        Placed one;
        one.x = at(note.at, m_y.low).x();
        one.text = m_fonts.elidedText(note.text, Qt::ElideRight, m_area.width() / 2);
        const qreal width = std::ceil(m_fonts.horizontalAdvance(one.text)) + Metrics::Tiny;
        const bool isRight = one.x + width <= m_area.right();
        one.rect = QRectF(isRight ? one.x + 3 : one.x - 3 - width, 0, width, m_lineHeight);
        for (int row = 0; row < MostNoteRows && one.row < 0; ++row) {
            const bool isTaken = std::ranges::any_of(placed, [&](const Placed &other) {
                return other.row == row
                    && other.rect.adjusted(-Metrics::Small, 0, Metrics::Small, 0)
                           .intersects(one.rect);
            });
            if (!isTaken)
                one.row = row;
        }
        rows = std::max(rows, one.row + 1);
        placed.append(one);
    }
    const qreal top = m_area.top() + rows * m_lineHeight + std::ceil(m_lineHeight / 2);
    const QPen pen(m_look.palette.color(QPalette::Dark), 1);
    for (const Placed &one : std::as_const(placed)) {
        const qreal y = top - 3 - (one.row + 1) * m_lineHeight;
        m_grid.append({{one.x, one.row < 0 ? top - 3 : y + 2, one.x, bottom}, pen});
        if (one.row < 0) // its line alone: the words are in the chart's table
            continue;
        m_words.append({one.rect.translated(0, y), one.text,
            (one.rect.left() > one.x ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute
                | Qt::AlignVCenter,
            colour(ColourRole::QuietText, m_look.palette), true});
    }
    return rows;
}

void LinePicture::placeTicks()
{
    constexpr int least = 2;
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    const QPen hair(colour(ColourRole::Hairline, m_look.palette), 1);
    const qreal half = m_lineHeight / 2;
    const int mostY = std::max(least, int(m_area.bottom() / (2.5 * m_lineHeight)));
    for (const double tick : axisTicks(m_plot.y.unit, m_y.low, m_y.high, mostY)) {
        const qreal y = at(m_x.low, tick).y();
        m_grid.prepend({{m_area.left(), y, m_area.right(), y}, hair});
        m_words.append({{0, y - half, m_area.left() - Metrics::Small, m_lineHeight},
            axisText(m_plot.y.unit, tick), Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter,
            quiet});
    }
    m_grid.append({{m_area.bottomLeft(), m_area.bottomRight()},
        QPen(m_look.palette.color(QPalette::Dark), 1)});

    QList<Word> words;
    QList<double> ticks;
    const QList<double> months =
        m_plot.x.unit == PlotUnit::Day ? monthsOf(m_plot.series) : QList<double>();
    constexpr qreal narrowest = 24; // of a label and its gap
    for (int most = std::max(least, int(m_area.width() / narrowest)); most >= least; --most) {
        words.clear();
        bool fits = true;
        ticks = axisTicks(m_plot.x.unit, m_x.low, m_x.high, most);
        if (!months.isEmpty() && months.size() <= most
            && !std::ranges::all_of(ticks, isFirstOfMonth))
            ticks = months;
        for (const double tick : std::as_const(ticks)) {
            const QString text = words.isEmpty() && m_plot.x.unit == PlotUnit::Day
                ? firstDayText(tick)
                : axisText(m_plot.x.unit, tick);
            const qreal width = std::ceil(m_fonts.horizontalAdvance(text)) + 1;
            const qreal x = at(tick, m_y.low).x();
            const qreal start =
                std::clamp(x - width / 2, 0.0, std::max(0.0, m_size.width() - width));
            fits = fits
                && (words.isEmpty() || words.constLast().rect.right() + Metrics::Small <= start);
            words.append({{start, m_area.bottom() + Metrics::Tiny, width, m_lineHeight}, text,
                Qt::AlignCenter, quiet});
        }
        if (fits)
            break;
    }
    m_words += words;
    for (const double tick : ticks) {
        const QPointF foot = at(tick, m_y.low);
        m_grid.append({{foot, foot + QPointF(0, Metrics::Tiny)},
            QPen(m_look.palette.color(QPalette::Dark), 1)});
    }
    const qreal inside = m_size.width() - 2 * Metrics::Tiny;
    m_words.append({{Metrics::Tiny, 0, inside, m_lineHeight}, m_plot.y.title,
        Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter, quiet});
    m_words.append({{m_area.left(), m_size.height() - Metrics::Tiny - m_lineHeight, m_area.width(),
                        m_lineHeight},
        m_plot.x.title, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, quiet});
}

/// Above its line, or below where there is no room or other words stand.
void LinePicture::placeGoals()
{
    m_strokes.clear();
    for (const LinePlot::Note &goal : std::as_const(m_plot.goals)) {
        if (!(goal.at >= m_y.low && goal.at <= m_y.high))
            continue;
        const qreal y = at(m_x.low, goal.at).y();
        const QColor ink = m_look.palette.color(QPalette::Text);
        m_strokes.append({{m_area.left(), y, m_area.right(), y}, QPen(ink, 1, Qt::DashLine)});
        const QString text = m_fonts.elidedText(goal.text, Qt::ElideRight, m_area.width() - 16);
        const qreal width = std::ceil(m_fonts.horizontalAdvance(text)) + Metrics::Small;
        // On bands the words need a ground to be read.
        m_words.append({goalPlace(y, width), text, Qt::AlignCenter, ink,
            m_plot.shape == LinePlot::Shape::Bands});
    }
}

/// Above or below the line of a goal, at its begin or its end: where no other word and no curve is, else above its begin, or below where there is no room.
QRectF LinePicture::goalPlace(qreal y, qreal width) const
{
    const qreal above = y - m_lineHeight - 1;
    const qreal below = y + 1;
    const qreal begin = m_area.left() + Metrics::Tiny;
    const qreal end = m_area.right() - Metrics::Tiny - width;
    for (const qreal x : {begin, end}) {
        for (const qreal top : {above, below}) {
            const QRectF rect(x, top, width, m_lineHeight);
            const bool isWithin = rect.top() >= m_area.top() && rect.bottom() <= m_area.bottom();
            if (isWithin && isFree(rect) && !isCrossed(rect))
                return rect;
        }
    }
    const QRectF rect(begin, above, width, m_lineHeight);
    return rect.top() < m_area.top() || !isFree(rect) ? rect.translated(0, below - above) : rect;
}

/// Whether a line may go through \a rect; bands are told by their names.
bool LinePicture::isCrossed(const QRectF &rect) const
{
    if (m_plot.shape == LinePlot::Shape::Bands)
        return false;
    for (const LinePlot::Series &series : m_plot.series) {
        QPointF last;
        bool hasLast = false;
        for (const LinePlot::Point &point : series.points) {
            if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
                hasLast = false;
                continue;
            }
            const QPointF place = at(point.x, clampedY(point.y));
            const QRectF reach = QRectF(hasLast ? last : place, place).normalized();
            if (reach.adjusted(-1, -1, 1, 1).intersects(rect))
                return true;
            last = place;
            hasLast = true;
        }
    }
    return false;
}

void LinePicture::findBandEdges()
{
    m_edges.clear();
    QList<QList<QPointF>> series;
    for (const LinePlot::Series &band : std::as_const(m_plot.series)) {
        QList<QPointF> points;
        for (const auto &run : runsOf(band.points, m_x.low, m_x.high, true))
            points += placesOf(run);
        series.append(points);
    }
    const QList<double> places = allPlaces(series);
    if (places.isEmpty())
        return;
    const qreal left = m_area.left();
    m_firstColumn = qsizetype(std::floor(at(places.constFirst(), m_y.low).x() - left));
    const auto end = qsizetype(std::ceil(at(places.constLast(), m_y.low).x() - left));
    const double perColumn = (m_x.high - m_x.low) / m_area.width();
    QList<double> columns;
    QList<QPointF> below;
    for (qsizetype column = m_firstColumn; column < end; ++column) {
        columns.append(m_x.low + (double(column) + 0.5) * perColumn);
        below.append({columns.constLast(), m_y.low});
    }
    for (const QList<QPointF> &points : std::as_const(series)) {
        const QList<QPointF> held = heldAt(columns, points, below);
        BandEdge edge;
        for (qsizetype i = 0; i < held.size(); ++i) {
            edge.tops.append(at(held[i].x(), clampedY(held[i].y())).y());
            edge.bottoms.append(at(below[i].x(), clampedY(below[i].y())).y());
        }
        m_edges.append(edge);
        below = held;
    }
}

/// Names within their bands, where each has most room; those that have none there.
QList<qsizetype> LinePicture::placeBandLabels()
{
    QList<qsizetype> beside;
    constexpr qsizetype inset = 4;
    constexpr qsizetype step = 2;
    for (qsizetype i = 0; i < m_edges.size(); ++i) {
        const LinePlot::Series &band = m_plot.series[i];
        if (band.name.isEmpty())
            continue;
        const BandEdge &edge = m_edges[i];
        const auto width =
            qsizetype(std::ceil(m_fonts.horizontalAdvance(band.name) + 2.0 * Metrics::Tiny));
        qreal most = m_lineHeight + Metrics::Tiny;
        std::optional<QRectF> found;
        for (qsizetype from = inset; from + width + inset <= edge.tops.size(); from += step) {
            const qreal top =
                *std::max_element(edge.tops.begin() + from, edge.tops.begin() + from + width);
            const qreal bottom =
                *std::min_element(edge.bottoms.begin() + from, edge.bottoms.begin() + from + width);
            const QRectF rect(m_area.left() + qreal(m_firstColumn + from),
                (top + bottom - m_lineHeight) / 2, qreal(width), m_lineHeight);
            if (bottom - top <= most || !isFree(rect))
                continue;
            most = bottom - top;
            found = rect;
        }
        if (found)
            m_labels.append({*found, band.name, penOf(band), {}, true});
        else
            beside.append(i);
    }
    return beside;
}

/// Where \a series end that have a name, from the top. Parts of one thing have one name, at the last of them.
QList<LinePicture::LineEnd> LinePicture::endsOf(const QList<qsizetype> &series) const
{
    QList<LineEnd> ends;
    for (const qsizetype i : series) {
        const LinePlot::Series &one = m_plot.series[i];
        const std::optional<QPointF> end = endOf(i);
        if (!end || one.name.isEmpty())
            continue;
        const auto same = std::ranges::find(ends, one.name, &LineEnd::name);
        if (same == ends.end())
            ends.append({*end, one.name, penOf(one)});
        else if (same->at.x() <= end->x())
            *same = {*end, one.name, penOf(one)};
    }
    // Bands stand on each other: of those without height the last one is the upper.
    if (m_plot.shape == LinePlot::Shape::Bands)
        std::ranges::reverse(ends);
    std::ranges::stable_sort(ends, {}, [](const LineEnd &end) { return end.at.y(); });
    return ends;
}

/// Where a line ends, or the middle of a band's last column.
std::optional<QPointF> LinePicture::endOf(qsizetype series) const
{
    if (series < m_edges.size()) {
        const BandEdge &edge = m_edges[series];
        if (edge.tops.isEmpty())
            return std::nullopt;
        return QPointF(m_area.left() + qreal(m_firstColumn + edge.tops.size()),
            (edge.tops.constLast() + edge.bottoms.constLast()) / 2);
    }
    const auto runs = runsOf(m_plot.series[series].points, m_x.low, m_x.high, false);
    if (runs.isEmpty())
        return std::nullopt;
    const LinePlot::Point &last = runs.constLast().constLast();
    return at(last.x, clampedY(last.y));
}

/// Names at the ends of their lines: beside the area, moved apart, or right behind a line that ends earlier where they are in nobody's way.
void LinePicture::placeEndLabels(const QList<qsizetype> &series)
{
    const QList<LineEnd> ends = endsOf(series);
    const bool areBands = m_plot.shape == LinePlot::Shape::Bands;
    QList<LineEnd> beside;
    QList<qreal> centres;
    for (const LineEnd &end : ends) {
        const qreal width = std::ceil(m_fonts.horizontalAdvance(end.name)) + 1;
        const QRectF rect(
            end.at.x() + Metrics::Small, end.at.y() - m_lineHeight / 2, width, m_lineHeight);
        const bool isEarly = !areBands && end.at.x() < m_area.right() - EndNear;
        if (isEarly && m_area.contains(rect) && isFree(rect)) {
            m_labels.append({rect, end.name, end.pen, {}});
            continue;
        }
        beside.append(end);
        centres.append(end.at.y());
    }
    const qreal start = m_area.right() + Metrics::Small;
    const qreal room = m_size.width() - Metrics::Tiny - start - SampleLength;
    const QList<qreal> tops = spreadOut(centres, m_lineHeight,
        std::min(m_area.top() - m_lineHeight / 2,
            m_area.bottom() - m_lineHeight * qreal(centres.size() - 1)),
        m_area.bottom() + m_lineHeight / 2);
    for (qsizetype i = 0; i < beside.size(); ++i) {
        const QString text = m_fonts.elidedText(beside[i].name, Qt::ElideRight, room);
        const qreal y = tops[i] + m_lineHeight / 2;
        QPolygonF leader;
        leader << beside[i].at << QPointF(start, y)
               << QPointF(start + SampleLength - Metrics::Tiny, y);
        m_labels.append(
            {{start + SampleLength, tops[i], room, m_lineHeight}, text, beside[i].pen, leader});
    }
}

/// Points as dots where they are few, and always where one stands alone and so makes no line.
void LinePicture::placeDots()
{
    m_dots.clear();
    constexpr qreal seenApart = 16;
    const bool isHeld = m_plot.shape == LinePlot::Shape::Steps;
    for (const LinePlot::Series &series : std::as_const(m_plot.series)) {
        const QColor ink = inkOf(series);
        for (const auto &run : runsOf(series.points, m_x.low, m_x.high, isHeld)) {
            const bool areFew = qreal(run.size() - 1) * seenApart
                <= m_area.width() * (run.constLast().x - run.constFirst().x) / (m_x.high - m_x.low);
            if (run.size() > 1 && (isHeld || !areFew))
                continue;
            for (const LinePlot::Point &point : run)
                m_dots.append({at(point.x, clampedY(point.y)), ink});
            const auto &band = run.constFirst().band;
            if (run.size() == 1 && band) {
                m_strokes.append({{at(run.constFirst().x, clampedY(band->low)),
                                      at(run.constFirst().x, clampedY(band->high))},
                    QPen(ink, 1)});
            }
        }
    }
}

void LinePicture::placeHatches()
{
    for (qsizetype i = 0; i < m_edges.size(); ++i) {
        const LinePlot::Series &band = m_plot.series[i];
        const bool isOpen = band.ink.kind == PlotInk::Kind::Open || band.isTentative;
        QPen pen(isOpen ? inkOf(band) : m_look.palette.color(QPalette::Base), 1);
        if (isOpen) { // dots, of a pen that is drawn without a path: there are thousands
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern({1.5, 4.5});
        }
        QList<qreal> tops = m_edges[i].tops;
        QList<qreal> bottoms = m_edges[i].bottoms;
        QRectF columns(m_area.left() + qreal(m_firstColumn), 0, qreal(tops.size()), 0);
        if (isMirrored()) { // the columns, not the lines: a falling one would rise
            std::ranges::reverse(tops);
            std::ranges::reverse(bottoms);
            columns = mirrored(columns);
        }
        m_hatches.append({hatchLines(tops, bottoms, columns.left(), hatchOf(band.ink)), pen});
    }
}

void LinePicture::makeMarks(const Chart &chart)
{
    for (int series = 0; series < m_plot.series.size(); ++series) {
        if (m_plot.shape == LinePlot::Shape::Bands)
            makeStripMarks(chart, series);
        else
            makePointMarks(chart, series);
    }
}

void LinePicture::makePointMarks(const Chart &chart, int series)
{
    QList<QPointF> places;
    QList<PlotRow> rows;
    for (const LinePlot::Point &point : std::as_const(m_plot.series[series].points)) {
        const bool isSeen = std::isfinite(point.x) && std::isfinite(point.y) && point.x >= m_x.low
            && point.x <= m_x.high;
        if (!isSeen || point.row < 0)
            continue;
        places.append(at(point.x, clampedY(point.y)));
        rows.append(point.row);
    }
    QList<qreal> across;
    for (const QPointF &place : std::as_const(places))
        across.append(place.x());
    const QList<qsizetype> kept = farApart(across, MarkDistance);
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const QPointF place = places[kept[i]];
        qreal width = MarkHeight;
        if (i > 0)
            width = std::min(width, place.x() - across[kept[i - 1]]);
        if (i + 1 < kept.size())
            width = std::min(width, across[kept[i + 1]] - place.x());
        width = std::max(width, MarkDistance);
        m_marks.append({{place.x() - width / 2, place.y() - MarkHeight / 2, width, MarkHeight},
            rowSentence(chart, rows[kept[i]]), rows[kept[i]]});
        m_markSeries.append(series);
    }
}

void LinePicture::makeStripMarks(const Chart &chart, int series)
{
    if (series >= m_edges.size() || m_edges[series].tops.isEmpty())
        return;
    const BandEdge &edge = m_edges[series];
    QList<qreal> across;
    QList<PlotRow> rows;
    for (const LinePlot::Point &point : std::as_const(m_plot.series[series].points)) {
        const bool isSeen = std::isfinite(point.x) && std::isfinite(point.y) && point.x >= m_x.low
            && point.x <= m_x.high;
        if (!isSeen || point.row < 0)
            continue;
        across.append(at(point.x, m_y.low).x());
        rows.append(point.row);
    }
    const qreal start = m_area.left() + qreal(m_firstColumn);
    const qreal end = start + qreal(edge.tops.size());
    const QList<qsizetype> kept = farApart(across, MarkDistance);
    for (qsizetype i = 0; i < kept.size(); ++i) {
        qreal left = across[kept[i]];
        const qreal right = i + 1 < kept.size() ? across[kept[i + 1]] : end;
        if (right - left < 1) // the last value holds until nothing
            left = right - MarkDistance / 2;
        const auto column =
            std::clamp<qsizetype>(qsizetype((left + right) / 2 - start), 0, edge.tops.size() - 1);
        const qreal top = edge.tops[column];
        const qreal height = std::max(2.0, edge.bottoms[column] - top);
        m_marks.append(
            {{left, top, right - left, height}, rowSentence(chart, rows[kept[i]]), rows[kept[i]]});
        m_markSeries.append(series);
    }
}

/// Everything that was placed from left to right goes where it stands in the mirror, but the hatches, which know of it.
void LinePicture::mirror()
{
    const auto turn = [](Qt::Alignment &alignment) {
        constexpr Qt::Alignment edges = Qt::AlignLeft | Qt::AlignRight;
        if ((alignment & edges) != 0)
            alignment ^= edges;
    };
    m_area = mirrored(m_area);
    for (QList<Stroke> *strokes : {&m_grid, &m_strokes}) {
        for (Stroke &stroke : *strokes)
            stroke.line = mirrored(stroke.line);
    }
    for (Dot &dot : m_dots)
        dot.at = mirrored(dot.at);
    for (Word &word : m_words) {
        word.rect = mirrored(word.rect);
        turn(word.alignment);
    }
    for (Label &label : m_labels) {
        label.rect = mirrored(label.rect);
        for (QPointF &corner : label.leader)
            corner = mirrored(corner);
    }
    for (PlotMark &mark : m_marks)
        mark.area = mirrored(mark.area);
}

QRectF LinePicture::mirrored(const QRectF &rect) const
{
    return {m_size.width() - rect.right(), rect.top(), rect.width(), rect.height()};
}

QPointF LinePicture::mirrored(QPointF point) const
{
    return {m_size.width() - point.x(), point.y()};
}

QLineF LinePicture::mirrored(const QLineF &line) const
{
    return {mirrored(line.p1()), mirrored(line.p2())};
}

/// Along a line with Left and Right as they are seen, to the line above or below at that place with Up and Down; Home is where the line begins.
int LinePicture::next(int mark, Qt::Key key) const
{
    const auto count = int(m_marks.size());
    if (mark < 0 || mark >= count)
        return mark;
    const int series = m_markSeries[mark];
    int first = mark;
    int last = mark;
    while (first > 0 && m_markSeries[first - 1] == series)
        --first;
    while (last + 1 < count && m_markSeries[last + 1] == series)
        ++last;
    const int onward = isMirrored() ? -1 : 1;
    switch (key) {
    case Qt::Key_Left:
        return std::clamp(mark - onward, first, last);
    case Qt::Key_Right:
        return std::clamp(mark + onward, first, last);
    case Qt::Key_Home:
        return first;
    case Qt::Key_End:
        return last;
    case Qt::Key_Up:
    case Qt::Key_Down:
        break;
    default:
        return mark;
    }
    const QPointF here = m_marks[mark].area.center();
    const qreal sign = key == Qt::Key_Up ? -1 : 1;
    int nearest = mark;
    qreal least = std::numeric_limits<qreal>::infinity();
    for (int i = 0; i < count; ++i) {
        const QPointF way = m_marks[i].area.center() - here;
        // Those at one place are gone through in their order.
        const bool isBeyond =
            way.y() * sign > 0 || (way.y() == 0 && (m_markSeries[i] - series) * sign > 0);
        if (m_markSeries[i] == series || !isBeyond)
            continue;
        constexpr qreal aside = 10; // of the same day before what is nearer
        const qreal distance = aside * std::abs(way.x()) + std::abs(way.y());
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

void LinePicture::paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
    std::optional<int> hovered) const
{
    const QRectF all(QPointF(), m_size);
    if (!exposed.intersects(all))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_look.font);
    for (const Stroke &stroke : m_grid) {
        painter.setPen(stroke.pen);
        painter.drawLine(stroke.line);
    }
    LineCurves::draw(painter, m_curves);
    for (const Hatch &hatch : m_hatches) {
        painter.setRenderHint(QPainter::Antialiasing, hatch.pen.style() == Qt::SolidLine);
        painter.setPen(hatch.pen);
        painter.drawLines(hatch.lines);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Stroke &stroke : m_strokes) {
        painter.setPen(stroke.pen);
        painter.drawLine(stroke.line);
    }
    painter.setPen(Qt::NoPen);
    for (const Dot &dot : m_dots) {
        constexpr qreal radius = 2.5;
        painter.setBrush(dot.ink);
        painter.drawEllipse(dot.at, radius, radius);
    }
    paintLabels(painter);
    for (const Word &word : m_words) {
        if (word.hasGround)
            painter.fillRect(word.rect, m_look.palette.base());
        drawWords(painter, word.rect, word.alignment, word.text, word.ink);
    }
    if (hovered)
        paintMark(painter, *hovered, false);
    if (current)
        paintMark(painter, *current, true);
    painter.restore();
}

void LinePicture::paintLabels(QPainter &painter) const
{
    for (const Label &label : m_labels) {
        if (label.leader.isEmpty())
            continue;
        QPen thin = label.pen;
        thin.setWidthF(1);
        painter.setPen(thin);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(label.leader.first(2));
        painter.setPen(label.pen);
        painter.drawPolyline(label.leader.last(2));
    }
    for (const Label &label : m_labels) {
        if (label.leader.isEmpty()) { // within the area: what runs there passes behind the name
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_look.palette.base());
            painter.drawRoundedRect(label.rect, Metrics::Tiny, Metrics::Tiny);
        }
        const bool isQuiet = label.pen.style() != Qt::SolidLine;
        drawWords(painter, label.rect,
            label.isInside ? Qt::AlignCenter
                           : PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter,
            label.text,
            isQuiet ? colour(ColourRole::QuietText, m_look.palette)
                    : m_look.palette.color(QPalette::Text));
    }
}

void LinePicture::paintMark(QPainter &painter, int mark, bool isCurrent) const
{
    if (mark < 0 || mark >= m_marks.size())
        return;
    QRectF area = m_marks[mark].area;
    const QPen pen = isCurrent ? QPen(colour(ColourRole::PullText, m_look.palette), 2)
                               : QPen(m_look.palette.color(QPalette::Text), 1);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (m_plot.shape == LinePlot::Shape::Bands) {
        // A band of nobody has no height, and is pointed at nevertheless.
        constexpr qreal least = 6;
        const qreal spare = std::max(0.0, least - area.height()) / 2;
        area.adjust(0, -spare, 0, spare);
        // Two lines, since one of the band's own colour would not be seen on it.
        painter.setPen(QPen(m_look.palette.color(QPalette::Base), pen.widthF() + 2));
        painter.drawRect(area);
        painter.setPen(pen);
        painter.drawRect(area);
        return;
    }
    constexpr qreal radius = 6;
    const QPointF centre = area.center();
    painter.drawLine(QLineF(centre.x(), centre.y() + radius, centre.x(), m_area.bottom()));
    painter.drawEllipse(centre, radius, radius);
}

void LinePicture::drawWords(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
    const QString &text, const QColor &ink) const
{
    if (!text.isEmpty())
        PlotStrokes::text(painter, rect, alignment, text, m_look.font, ink);
}

QPointF LinePicture::at(double x, double y) const
{
    return {m_area.left() + (x - m_x.low) / (m_x.high - m_x.low) * m_area.width(),
        m_area.bottom() - (y - m_y.low) / (m_y.high - m_y.low) * m_area.height()};
}

double LinePicture::clampedY(double y) const
{
    return std::clamp(y, m_y.low, m_y.high);
}

QColor LinePicture::inkOf(const LinePlot::Series &series) const
{
    return series.isTentative ? colour(ColourRole::Exit, m_look.palette)
                              : inkColour(series.ink, m_look.palette);
}

QPen LinePicture::penOf(const LinePlot::Series &series) const
{
    return {inkOf(series), 2, series.isTentative ? Qt::DashLine : Qt::SolidLine,
        series.isTentative ? Qt::FlatCap : Qt::RoundCap, Qt::RoundJoin};
}

/// Whether no words stand there so far.
bool LinePicture::isFree(const QRectF &rect) const
{
    return std::ranges::none_of(
               m_words, [&](const Word &word) { return word.rect.intersects(rect); })
        && std::ranges::none_of(
            m_labels, [&](const Label &label) { return label.rect.intersects(rect); });
}
