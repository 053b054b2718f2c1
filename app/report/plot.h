// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/wilson.h"
#include "domain/stage.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

/// What a mark of a picture stands for. Who draws it chooses colour and sign, so that the same thing looks the same in every picture.
struct PlotInk
{
    enum class Kind {
        Side, ///< a stage of a side: `side`, and `index` is its place among those of the side
        Won,
        Lost,
        Open, ///< still under way
        Retired, ///< not of its own accord: the stage was retired
        Group, ///< `index` is the group's place
        Neutral, ///< beside the point: all others, "still there"
    };
    Kind kind = Kind::Neutral;
    Side side = Side::Pull;
    int index = 0;

    friend bool operator==(const PlotInk &, const PlotInk &) = default;
};

/// In what an axis counts.
enum class PlotUnit {
    Day, ///< Julian day
    Age, ///< whole days
    Count,
    Share, ///< 0…1
    Money,
};

struct PlotAxis
{
    PlotUnit unit = PlotUnit::Count;
    QString title; ///< translated
    double low = 0; ///< where it begins and ends; equal: as the values ask
    double high = 0;

    friend bool operator==(const PlotAxis &, const PlotAxis &) = default;
};

/// The row of a chart's table of which a mark tells; -1 where none does. Whoever points at the mark is told that row.
using PlotRow = int;

/// Values over time or age.
struct LinePlot
{
    enum class Shape {
        Lines, ///< from point to point
        Steps, ///< a value holds until the next point
        Bands, ///< each series fills the room from the one below it to itself, and holds its value as a step
    };
    struct Point
    {
        double x = 0;
        double y = 0;
        std::optional<Interval> band; ///< around y, in the unit of y
        PlotRow row = -1;

        friend bool operator==(const Point &, const Point &) = default;
    };
    struct Series
    {
        QString name;
        PlotInk ink;
        QList<Point> points; ///< ascending by x; of bands the value is the upper edge
        bool isTentative = false; ///< not yet over: drawn dashed and grey

        friend bool operator==(const Series &, const Series &) = default;
    };
    /// Something that happened on a day, or a goal: a line across the picture with its words.
    struct Note
    {
        double at = 0;
        QString text;

        friend bool operator==(const Note &, const Note &) = default;
    };
    Shape shape = Shape::Lines;
    PlotAxis x;
    PlotAxis y;
    QList<Series> series; ///< of bands from the lowest to the highest
    QList<Note> notes; ///< at an x
    QList<Note> goals; ///< at a y
    double leastHigh = 0; ///< where y ends as its values ask, it ends no lower

    friend bool operator==(const LinePlot &, const LinePlot &) = default;
};

/// A row for each thing: a bar in parts, or a dot with its interval.
struct BarPlot
{
    struct Part
    {
        PlotInk ink;
        double value = 0;
        PlotRow row = -1;

        friend bool operator==(const Part &, const Part &) = default;
    };
    struct Bar
    {
        QString name;
        QList<Part> parts; ///< beside each other from the leading edge
        QString text; ///< behind the bar: what it says in figures
        std::optional<Interval> interval; ///< of the whole bar, in the axis' unit
        std::optional<double> mark; ///< something to compare with, drawn as a line across the bar
        bool isFew = false; ///< too few for a bar: the text alone

        friend bool operator==(const Bar &, const Bar &) = default;
    };
    struct Key
    {
        QString name;
        PlotInk ink;

        friend bool operator==(const Key &, const Key &) = default;
    };
    PlotAxis values;
    bool areDots = false; ///< a dot at the value in place of a bar from zero
    QList<Bar> bars; ///< from the top
    QList<Key> keys; ///< what the inks mean; empty where the names say it
    QString markName; ///< what Bar::mark is, for the key
    QString intervalName = {}; ///< what Bar::interval is, for the key; empty: a 95 % interval

    friend bool operator==(const BarPlot &, const BarPlot &) = default;
};

/// A table whose cells are tinted by their value.
struct HeatPlot
{
    struct Cell
    {
        std::optional<double> value; ///< nothing: not known yet, drawn empty
        QString text;
        bool isTentative = false;
        PlotRow row = -1;

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    struct Line
    {
        QString name;
        QString note; ///< behind the name, quiet: how many
        QList<Cell> cells;

        friend bool operator==(const Line &, const Line &) = default;
    };
    PlotAxis values; ///< the darkest tint is its high end
    QString columnTitle; ///< what the columns are: "days since the entry"
    QStringList columns;
    QList<Line> lines;
    PlotInk ink;

    friend bool operator==(const HeatPlot &, const HeatPlot &) = default;
};

/// What flows between stages, which stand in columns from the leading to the trailing edge. Where somebody comes from, stays or leaves to stands with the
/// stage that it is of, so that nothing crosses the seam that did not.
struct SankeyPlot
{
    struct Node
    {
        enum class Kind {
            Stage, ///< has a column of its own
            Arrival, ///< before a stage: from where somebody came into it other than by a move
            Rest, ///< beside a stage: who did not move on
            Exit, ///< below a stage: who left from there to the exit of its lane
            Hub, ///< an exit as a whole: below all of them, with what is told of nobody's side
        };
        QString name;
        PlotInk ink;
        int column = 0; ///< of a stage: the higher the later
        Kind kind = Kind::Stage;
        int lane = 0; ///< of an exit and its hub: from the top

        friend bool operator==(const Node &, const Node &) = default;
    };
    struct Link
    {
        int from = 0; ///< index into the nodes; an arrival, a rest and an exit have one link each
        int to = 0;
        qint64 count = 0; ///< above 0
        bool isBack =
            false; ///< leads to an earlier column, or to the same: drawn apart, below the others
        PlotRow row = -1;

        friend bool operator==(const Link &, const Link &) = default;
    };
    QList<Node> nodes;
    QList<Link> links;
    int seam = -1; ///< between this column and the next lies the seam of pull and push

    friend bool operator==(const SankeyPlot &, const SankeyPlot &) = default;
};

/// What is drawn of a chart; nothing where the table says all.
using Plot = std::variant<std::monostate, LinePlot, BarPlot, HeatPlot, SankeyPlot>;
