// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/movesreport.h"

#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class MovesText
{
    Q_DECLARE_TR_FUNCTIONS(MovesReport)
};

/// One kind of change, as the title and the links of the flow tell them apart.
struct MoveSums
{
    qint64 forward = 0;
    qint64 back = 0; ///< to a stage before
    qint64 lost = 0; ///< to an exit
    qint64 returned = 0; ///< from an exit
    MovesReport::Pair largest; ///< of those that led forward
    qint64 largestCount = 0;

    [[nodiscard]] qint64 all() const { return forward + back + lost + returned; }
};

bool isExit(const QList<Stage> &stages, int index)
{
    return stages.at(index).kind == StageKind::Exit;
}

MoveSums sumsOf(const MoveMatrix &matrix, const QList<Stage> &stages)
{
    MoveSums sums;
    for (int from = 0; from < matrix.stages(); ++from) {
        for (int to = 0; to < matrix.stages(); ++to) {
            const qint64 count = matrix.count(from, to);
            if (isExit(stages, from)) {
                sums.returned += count;
            } else if (isExit(stages, to)) {
                sums.lost += count;
            } else if (to < from) {
                sums.back += count;
            } else {
                sums.forward += count;
                if (count > sums.largestCount) {
                    sums.largestCount = count;
                    sums.largest = {from, to};
                }
            }
        }
    }
    return sums;
}

QString findingOf(const MoveSums &sums, const QList<Stage> &stages, qint64 entered)
{
    const QLocale locale;
    if (sums.all() == 0) {
        return entered == 0
            ? MovesText::tr("Nobody moved in this time")
            : MovesText::tr("%Ln prospect(s) entered, and nobody moved on", nullptr, int(entered));
    }
    if (sums.largestCount == 0)
        return MovesText::tr("No move led forward");
    const QString from = stages.at(sums.largest.from).name;
    const QString to = stages.at(sums.largest.to).name;
    if (sums.back == 0) {
        return MovesText::tr("Most moves lead from %1 to %2; none leads back").arg(from, to);
    }
    return MovesText::tr("Most moves lead from %1 to %2; %3 of all lead back")
        .arg(from, to, percentText(double(sums.back) / double(sums.all()), locale));
}

/// What stands in a column before the stages, or behind them.
QString placeName(const MoveMatrix &matrix, const QList<Stage> &stages, int from)
{
    if (from == matrix.start())
        //: Where a path begins: the prospect entered the pipeline.
        return MovesText::tr("Entered");
    if (from == matrix.before())
        //: Where a path begins: the prospect was in the pipeline when the time began that is looked at.
        return MovesText::tr("Was there before");
    if (from == matrix.fromRetired())
        //: Where a path goes on: the stage was retired in which the prospect was.
        return MovesText::tr("From a retired stage");
    return stages.at(from).name;
}

QString targetName(const MoveMatrix &matrix, const QList<Stage> &stages, int to)
{
    if (to == matrix.putElsewhere())
        //: What ended a visit: not the prospect moved on, the stage was retired.
        return MovesText::tr("Stage retired");
    return to == matrix.stillThere() ? MovesText::tr("Still there") : stages.at(to).name;
}

qint64 leftBy(const MoveMatrix &matrix, int from)
{
    qint64 sum = 0;
    for (int to = 0; to <= matrix.putElsewhere(); ++to)
        sum += matrix.count(from, to);
    return sum;
}

/// The flow: the stages in their order, each with who came into it otherwise than by a move, who is still there or was put elsewhere when it was retired,
/// and who left from there.
class FlowPicture
{
public:
    FlowPicture(const MoveMatrix &matrix, const QList<Stage> &stages)
        : m_matrix(matrix)
        , m_stages(stages)
    {
        const QList<Stage> steps = pipelineSteps(stages);
        m_plot.seam = ReportWords::seamAfter(steps);
        if (m_plot.seam >= 0)
            m_plot.seam = indexOfStage(stages, steps.at(m_plot.seam).id);
        for (int place = 0; place < matrix.stages(); ++place)
            m_lanes.append(isExit(stages, place) ? m_exits++ : -1);
    }

    void add(const MovesReport::Pair &pair, PlotRow row)
    {
        using Kind = SankeyPlot::Node::Kind;
        const bool isArrival = pair.from >= m_matrix.stages();
        const bool isRest = pair.to >= m_matrix.stages();
        const bool leaves = !isRest && isExit(m_stages, pair.to);
        const bool isOfStage = !isArrival && !isExit(m_stages, pair.from);
        const int from = isArrival ? partOf(Kind::Arrival, pair.from, pair.to) : nodeOf(pair.from);
        const int to = isRest     ? partOf(Kind::Rest, pair.to, pair.from)
            : leaves && isOfStage ? partOf(Kind::Exit, pair.to, pair.from)
                                  : nodeOf(pair.to);
        if (leaves)
            nodeOf(pair.to); // what all of them came to
        const bool isBack = isOfStage && !isRest && !leaves && pair.to <= pair.from;
        m_plot.links.append({from, to, m_matrix.count(pair.from, pair.to), isBack, row});
    }

    [[nodiscard]] SankeyPlot take() { return std::move(m_plot); }

private:
    /// A stage, or an exit as a whole.
    int nodeOf(int place)
    {
        if (const auto known = m_nodes.constFind(place); known != m_nodes.constEnd())
            return *known;
        using Kind = SankeyPlot::Node::Kind;
        const bool isHub = isExit(m_stages, place);
        const int node = add({m_stages.at(place).name, ReportWords::inkOf(m_stages, place), place,
            isHub ? Kind::Hub : Kind::Stage, isHub ? m_lanes.at(place) : 0});
        m_nodes.insert(place, node);
        return node;
    }
    /// What stands with the stage \a of, and is of it alone.
    int partOf(SankeyPlot::Node::Kind kind, int place, int of)
    {
        using Kind = SankeyPlot::Node::Kind;
        if (kind == Kind::Exit) {
            return add({m_stages.at(place).name, ReportWords::inkOf(m_stages, place), of, kind,
                m_lanes.at(place)});
        }
        PlotInk ink;
        if (place == (kind == Kind::Rest ? m_matrix.putElsewhere() : m_matrix.fromRetired()))
            ink.kind = PlotInk::Kind::Retired;
        else if (kind == Kind::Rest)
            ink.kind = PlotInk::Kind::Open;
        const QString name = kind == Kind::Rest ? targetName(m_matrix, m_stages, place)
                                                : placeName(m_matrix, m_stages, place);
        return add({name, ink, of, kind, 0});
    }
    int add(const SankeyPlot::Node &node)
    {
        m_plot.nodes.append(node);
        return int(m_plot.nodes.size()) - 1;
    }

    const MoveMatrix &m_matrix;
    const QList<Stage> &m_stages;
    SankeyPlot m_plot;
    QHash<int, int> m_nodes; ///< node by place
    QList<int> m_lanes; ///< by place; -1 of stages
    int m_exits = 0;
};

QList<MovesReport::Pair> pairsOf(const MoveMatrix &matrix)
{
    QList<MovesReport::Pair> pairs;
    // In the order in which a path is read: entries first.
    QList<int> places {matrix.start(), matrix.before(), matrix.fromRetired()};
    for (int stage = 0; stage < matrix.stages(); ++stage)
        places << stage;
    for (const int from : std::as_const(places)) {
        for (int to = 0; to <= matrix.putElsewhere(); ++to) {
            if (matrix.count(from, to) > 0)
                pairs.append({from, to});
        }
    }
    return pairs;
}

Chart chartOf(const MoveMatrix &matrix, const ChartFilter &filter, const QList<Stage> &stages,
    const QList<MovesReport::Pair> &pairs)
{
    Chart chart {
        .id = u"moves"_s, .title = {}, .subtitle = {}, .definition = {}, .columns = {}, .rows = {}};
    const qint64 entered = leftBy(matrix, matrix.start());
    chart.title = findingOf(sumsOf(matrix, stages), stages, entered);
    chart.definition =
        MovesText::tr("Every move counts, also a second one of the same prospect "
                      "and one that leads back. What came into a stage is "
                      "what left it and what is still there. Who left the pipeline is "
                      "below the stage that they left.");
    if (filter.span.from || filter.span.to)
        chart.definition += u' ' + MovesText::tr("Moves at an unknown time are not counted.");
    if (leftBy(matrix, matrix.fromRetired()) > 0)
        chart.definition += u' '
            + MovesText::tr("Who was put elsewhere because their stage was retired did not move: "
                            "that counts in no direction.");
    chart.columns = {{u"from"_s, MovesText::tr("From")}, {u"to"_s, MovesText::tr("To")},
        {u"count"_s, MovesText::tr("Moves")},
        {u"share"_s, MovesText::tr("Of those who were there"), true}};
    FlowPicture picture(matrix, stages);
    for (const MovesReport::Pair &pair : pairs) {
        const qint64 count = matrix.count(pair.from, pair.to);
        picture.add(pair, PlotRow(chart.rows.size()));
        chart.rows.append(QList<Figure> {placeName(matrix, stages, pair.from),
            targetName(matrix, stages, pair.to), count,
            Proportion {count, leftBy(matrix, pair.from)}});
    }
    chart.plot = picture.take();
    return chart;
}

QString keyOf(const MoveMatrix &matrix, const QList<Stage> &stages, int from)
{
    if (from == matrix.start())
        return u"start"_s;
    if (from == matrix.fromRetired())
        return u"pipeline change"_s;
    return from == matrix.before() ? u"before"_s : stages.at(from).key;
}

QString targetKey(const MoveMatrix &matrix, const QList<Stage> &stages, int to)
{
    if (to == matrix.putElsewhere())
        return u"pipeline change"_s;
    return to == matrix.stillThere() ? u"still there"_s : stages.at(to).key;
}

QJsonObject documentOf(const MovesReport &report, const MoveMatrix &matrix,
    const ChartFilter &filter, const QList<Stage> &stages)
{
    QJsonObject document = ReportWords::head(u"moves"_s, filter.asOf, filter.span);
    QJsonArray nodes {u"start"_s};
    if (leftBy(matrix, matrix.before()) > 0)
        nodes.append(u"before"_s);
    if (leftBy(matrix, matrix.fromRetired()) > 0)
        nodes.append(u"pipeline change"_s);
    for (const Stage &stage : stages)
        nodes.append(stage.key);
    nodes.append(u"still there"_s);
    QJsonArray moves;
    for (const MovesReport::Pair &pair : report.pairs) {
        moves.append(QJsonObject {{u"from"_s, keyOf(matrix, stages, pair.from)},
            {u"to"_s, targetKey(matrix, stages, pair.to)},
            {u"count"_s, matrix.count(pair.from, pair.to)},
            {u"share"_s,
                ReportWords::json(
                    Proportion {matrix.count(pair.from, pair.to), leftBy(matrix, pair.from)})}});
    }
    // What came into each stage, as the picture tells it: as much as left it and is still there.
    QJsonObject sizes;
    for (int stage = 0; stage < matrix.stages(); ++stage)
        sizes.insert(stages.at(stage).key, leftBy(matrix, stage));
    document.insert(u"made"_s, sumsOf(matrix, stages).all());
    document.insert(u"sizes"_s, sizes);
    document.insert(u"nodes"_s, nodes);
    document.insert(u"moves"_s, moves);
    return document;
}

Report makeMoves(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const MovesReport moves = makeMovesReport(
        moveMatrix(*columns, filter), filter, columns->stages(), columns->zone(), question.names);
    Report report {
        .chart = moves.chart, .table = moves.table, .document = moves.document, .people = {}};
    report.people = [columns, filter, pairs = moves.pairs](PlotRow row) {
        return row >= 0 && row < pairs.size()
            ? moversBetween(*columns, filter, pairs.at(row).from, pairs.at(row).to)
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

MovesReport makeMovesReport(const MoveMatrix &matrix, const ChartFilter &filter,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    MovesReport report;
    report.pairs = pairsOf(matrix);
    report.chart = chartOf(matrix, filter, stages, report.pairs);
    const MoveSums sums = sumsOf(matrix, stages);
    QStringList parts {MovesText::tr("%Ln move(s)", nullptr, int(sums.all()))};
    if (const qint64 put = leftBy(matrix, matrix.fromRetired()); put > 0)
        parts << MovesText::tr("%Ln by a change of the pipeline not counted", nullptr, int(put));
    parts << ReportWords::during(filter.span) << ReportWords::onlySources(filter.sources)
          << ReportWords::onlyOwners(filter.owners, names) << ReportWords::asOf(filter.asOf, zone);
    report.chart.subtitle = ReportWords::subtitle(parts);
    report.table = report.chart;
    for (qsizetype row = 0; row < report.pairs.size(); ++row) {
        const MovesReport::Pair pair = report.pairs.at(row);
        report.table.rows[row][0] = keyOf(matrix, stages, pair.from);
        report.table.rows[row][1] = targetKey(matrix, stages, pair.to);
    }
    report.document = documentOf(report, matrix, filter, stages);
    return report;
}

ReportKind movesReport()
{
    return {u"moves"_s, MovesText::tr("Moves"),
        MovesText::tr("From where to where do prospects go?"), MovesText::tr("Move&d"), {}, {},
        makeMoves};
}
