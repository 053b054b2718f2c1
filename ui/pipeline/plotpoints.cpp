// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/plotpoints.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr double Slack = 1e-9; ///< what is lost in divisions

LinePlot::Point cutBetween(
    const LinePlot::Point &before, const LinePlot::Point &after, double x, bool isHeld)
{
    LinePlot::Point cut = before;
    cut.x = x;
    if (isHeld)
        return cut;
    const double share = (x - before.x) / (after.x - before.x);
    cut.y = std::lerp(before.y, after.y, share);
    cut.row = -1;
    if (before.band && after.band) {
        cut.band = Interval {std::lerp(before.band->low, after.band->low, share),
            std::lerp(before.band->high, after.band->high, share)};
    } else {
        cut.band.reset();
    }
    return cut;
}

/// The smallest of 1, 2 and 5 times a power of ten that divides \a span into at most \a most parts.
double roundStep(double span, int most)
{
    const double raw = span / most;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power * (1 + Slack))
            return factor * power;
    }
    return 10 * power;
}

qreal slopeOf(BandHatch::Kind kind)
{
    if (kind == BandHatch::Kind::Rising)
        return -1; // y grows downwards
    return kind == BandHatch::Kind::Falling ? 1 : 0;
}

QList<QLineF> uprightLines(
    const QList<qreal> &tops, const QList<qreal> &bottoms, qreal left, qreal distance)
{
    QList<QLineF> lines;
    const qreal first = std::ceil(left / distance);
    const qreal end = (left + qreal(tops.size())) / distance;
    for (int i = 0; first + i < end; ++i) {
        const qreal x = (first + i) * distance;
        const auto column = std::clamp<qsizetype>(qsizetype(x - left), 0, tops.size() - 1);
        if (bottoms[column] - tops[column] > 1)
            lines.append({x, tops[column], x, bottoms[column]});
    }
    return lines;
}

} // namespace

QList<QList<LinePlot::Point>> runsOf(
    const QList<LinePlot::Point> &points, double low, double high, bool isHeld)
{
    QList<QList<LinePlot::Point>> runs;
    QList<LinePlot::Point> run;
    const LinePlot::Point *before = nullptr;
    const auto close = [&runs, &run] {
        if (!run.isEmpty())
            runs.append(run);
        run.clear();
    };
    for (const LinePlot::Point &point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            close();
            before = nullptr;
            continue;
        }
        if (before && before->x < low && point.x > low)
            run.append(cutBetween(*before, point, low, isHeld));
        if (before && before->x < high && point.x > high)
            run.append(cutBetween(*before, point, high, isHeld));
        if (point.x >= low && point.x <= high)
            run.append(point);
        before = &point;
    }
    close();
    return runs;
}

QList<QPointF> thinned(const QList<QPointF> &points, double low, double high, int columns)
{
    if (points.size() <= 2 * qsizetype(columns) || high <= low)
        return points;
    const auto columnOf = [&](qsizetype i) {
        return std::clamp(
            int((points[i].x() - low) / (high - low) * columns), 0, std::max(0, columns - 1));
    };
    QList<QPointF> kept;
    for (qsizetype begin = 0; begin < points.size();) {
        const int column = columnOf(begin);
        qsizetype lowest = begin;
        qsizetype highest = begin;
        qsizetype end = begin + 1;
        for (; end < points.size() && columnOf(end) == column; ++end) {
            if (points[end].y() < points[lowest].y())
                lowest = end;
            if (points[end].y() > points[highest].y())
                highest = end;
        }
        qsizetype last = -1;
        for (const qsizetype pick :
            std::array {begin, std::min(lowest, highest), std::max(lowest, highest), end - 1}) {
            if (pick != last)
                kept.append(points[pick]);
            last = pick;
        }
        begin = end;
    }
    return kept;
}

QList<QPointF> levelled(const QList<QPointF> &points, double least)
{
    QList<QPointF> kept;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (kept.isEmpty() || i == points.size() - 1
            || std::abs(points[i].y() - kept.constLast().y()) >= least)
            kept.append(points[i]);
    }
    return kept;
}

QList<QPointF> stepped(const QList<QPointF> &points)
{
    QList<QPointF> corners;
    corners.reserve(2 * points.size());
    for (const QPointF &point : points) {
        if (!corners.isEmpty())
            corners.append({point.x(), corners.constLast().y()});
        corners.append(point);
    }
    return corners;
}

PlotRange roundRange(PlotUnit unit, double lowest, double highest)
{
    const double low = std::min(0.0, lowest);
    const double high = std::max(0.0, highest);
    if (high <= low)
        return {0, 1};
    constexpr int parts = 5;
    double step = roundStep(high - low, parts);
    if (unit == PlotUnit::Count || unit == PlotUnit::Age || unit == PlotUnit::Day)
        step = std::max(1.0, step);
    PlotRange range {std::floor(low / step + Slack) * step, std::ceil(high / step - Slack) * step};
    if (unit == PlotUnit::Share && high <= 1 + Slack)
        range.high = std::min(1.0, range.high);
    return range;
}

QList<qreal> spreadOut(const QList<qreal> &centres, qreal height, qreal low, qreal high)
{
    QList<qreal> tops;
    qreal free = low;
    for (const qreal centre : centres) {
        tops.append(std::max(centre - height / 2, free));
        free = tops.constLast() + height;
    }
    qreal end = high;
    for (qsizetype i = tops.size() - 1; i >= 0; --i) {
        tops[i] = std::min(tops[i], end - height);
        end = tops[i];
    }
    return tops;
}

BandHatch hatchOf(const PlotInk &ink)
{
    using Kind = BandHatch::Kind;
    constexpr std::array distances {6.0, 10.0, 15.0};
    constexpr std::array kinds {Kind::Rising, Kind::Falling, Kind::Level, Kind::Upright};
    const int index = std::max(0, ink.index);
    const auto place = size_t(index);
    switch (ink.kind) {
    case PlotInk::Kind::Side: {
        const Kind after = ink.side == Side::Pull ? Kind::Rising : Kind::Falling;
        return {
            ink.side == Side::After ? Kind::Level : after, distances.at(place % distances.size())};
    }
    case PlotInk::Kind::Won:
        return {Kind::Level, distances.front()};
    case PlotInk::Kind::Lost:
        return {Kind::Falling, distances.front()};
    case PlotInk::Kind::Group:
        return {kinds.at(place % kinds.size()),
            distances.at((place / kinds.size()) % distances.size())};
    case PlotInk::Kind::Open:
        return {Kind::Upright, distances.front()};
    case PlotInk::Kind::Retired:
        return {Kind::Rising, distances.front()};
    case PlotInk::Kind::Neutral:
        break;
    }
    return {};
}

QList<QLineF> hatchLines(
    const QList<qreal> &tops, const QList<qreal> &bottoms, qreal left, const BandHatch &hatch)
{
    if (hatch.kind == BandHatch::Kind::None || tops.isEmpty())
        return {};
    if (hatch.kind == BandHatch::Kind::Upright)
        return uprightLines(tops, bottoms, left, hatch.distance);
    const qreal slope = slopeOf(hatch.kind);
    const auto count = tops.size();
    const qreal top = *std::ranges::min_element(tops);
    const qreal bottom = *std::ranges::max_element(bottoms);
    const qreal right = left + qreal(count);
    // The line y = start + slope * x; starts are multiples of the distance so that neighbours are in step.
    const auto [nearEnd, farEnd] = std::minmax({slope * left, slope * right});
    QList<QLineF> lines;
    const qreal first = std::ceil((top - farEnd) / hatch.distance);
    const qreal end = (bottom - nearEnd) / hatch.distance;
    for (int i = 0; first + i <= end; ++i) {
        const qreal start = (first + i) * hatch.distance;
        qsizetype from = 0;
        qsizetype to = count;
        if (slope != 0) {
            const auto [low, high] =
                std::minmax({(top - start) / slope - left, (bottom - start) / slope - left});
            from = std::clamp<qsizetype>(qsizetype(std::floor(low)), 0, count);
            to = std::clamp<qsizetype>(qsizetype(std::ceil(high)) + 1, 0, count);
        }
        qsizetype begin = -1;
        for (qsizetype column = from; column <= to; ++column) {
            const qreal y = start + slope * (left + qreal(column) + 0.5);
            const bool isInside = column < to && y > tops[column] && y < bottoms[column];
            if (isInside && begin < 0)
                begin = column;
            if (!isInside && begin >= 0) {
                const qreal x1 = left + qreal(begin);
                const qreal x2 = left + qreal(column);
                lines.append({x1, start + slope * x1, x2, start + slope * x2});
                begin = -1;
            }
        }
    }
    return lines;
}
