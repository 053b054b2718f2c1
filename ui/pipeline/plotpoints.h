// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/plot.h"

#include <QLineF>
#include <QList>
#include <QPointF>

/// The parts of a line without a gap within \a low and \a high: what is no number ends a part, and what crosses an end is cut there, at the
/// value that \a isHeld until the next point or else lies between the two.
[[nodiscard]] QList<QList<LinePlot::Point>> runsOf(
    const QList<LinePlot::Point> &points, double low, double high, bool isHeld);

/// At most four of \a points for each of \a columns between \a low and \a high: the first, the lowest, the highest and the last, so that
/// no peak is lost. Points that are few stay as they are.
[[nodiscard]] QList<QPointF> thinned(
    const QList<QPointF> &points, double low, double high, int columns);

/// \a points of a value that is held until the next one, without those that differ by less than \a least from the last one kept; the
/// last point always. What is left out is nowhere off by more.
[[nodiscard]] QList<QPointF> levelled(const QList<QPointF> &points, double least);

/// \a points with a corner before each but the first, where the value held so far ends.
[[nodiscard]] QList<QPointF> stepped(const QList<QPointF> &points);

struct PlotRange
{
    double low = 0;
    double high = 1;
};

/// Where an axis of \a unit begins and ends so that it holds zero and both values: at round values. A share of at most 1 ends at 1.
[[nodiscard]] PlotRange roundRange(PlotUnit unit, double lowest, double highest);

/// Upper edges, from the top, of things \a height high that stand as near to their \a centres (ascending) as they can between \a low
/// and \a high without covering each other.
[[nodiscard]] QList<qreal> spreadOut(
    const QList<qreal> &centres, qreal height, qreal low, qreal high);

/// How bands are told apart without their colours, which few can tell when they lie side by side.
struct BandHatch
{
    enum class Kind { None, Level, Rising, Falling, Upright };
    Kind kind = Kind::None;
    qreal distance = 6; ///< from line to line, along the vertical (of Upright: the horizontal) one

    friend bool operator==(const BandHatch &, const BandHatch &) = default;
};

/// The hatch of an ink: its angle tells the side, its density the stage.
[[nodiscard]] BandHatch hatchOf(const PlotInk &ink);

/// The lines of \a hatch between \a tops and \a bottoms, which are given for each pixel column from \a left on. Drawn as
/// lines, since pictures in vectors know no pattern brush.
[[nodiscard]] QList<QLineF> hatchLines(
    const QList<qreal> &tops, const QList<qreal> &bottoms, qreal left, const BandHatch &hatch);
