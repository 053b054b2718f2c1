// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/movesreport.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

enum StageIndex { Cold, Warm, Talk };

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

/// Ten entered; four became warm, one of whom went back.
MoveMatrix someMoves()
{
    MoveMatrix matrix(int(defaultPipeline().size()));
    const auto add = [&matrix](int from, int to, int count) {
        for (int i = 0; i < count; ++i)
            matrix.add(from, to);
    };
    add(matrix.start(), Cold, 10);
    add(Cold, Warm, 4);
    add(Warm, Cold, 1);
    add(Cold, matrix.stillThere(), 7);
    add(Warm, matrix.stillThere(), 3);
    return matrix;
}

MovesReport reportOf(const MoveMatrix &matrix, const ChartFilter &filter = {})
{
    return makeMovesReport(matrix, filter, defaultPipeline(), zone());
}

} // namespace

class TestMovesReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void words()
    {
        const Chart chart = reportOf(someMoves(),
            {.span = {QDate(2026, 1, 1), QDate(2026, 2, 1)},
                .asOf = startOfDay(QDate(2026, 1, 21), zone())})
                                .chart;
        QCOMPARE(chart.title, u"Most moves lead from Cold to Warm; 20.0\u00a0% of all lead back"_s);
        QCOMPARE(
            chart.subtitle, u"5 move(s) · from 1 Jan 2026 to 31 Jan 2026 · as of 21 Jan 2026"_s);
        QVERIFY(chart.definition.contains(u"unknown time"_s));
    }

    void figuresAreThoseOfTheMatrix()
    {
        const MovesReport report = reportOf(someMoves());
        QCOMPARE(report.chart.rows.size(), report.pairs.size());
        const QJsonArray moves = report.document.value(u"moves"_s).toArray();
        QCOMPARE(moves.size(), report.pairs.size());
        for (qsizetype row = 0; row < report.pairs.size(); ++row) {
            const qint64 count =
                someMoves().count(report.pairs.at(row).from, report.pairs.at(row).to);
            QCOMPARE(std::get<qint64>(report.chart.rows.at(row).at(2)), count);
            QCOMPARE(moves.at(row).toObject().value(u"count"_s).toInteger(), count);
            QCOMPARE(std::get<QString>(report.table.rows.at(row).at(0)),
                moves.at(row).toObject().value(u"from"_s).toString());
        }
        QCOMPARE(moves.first().toObject().value(u"from"_s).toString(), u"start"_s);
        // One of the four who went on came back.
        QCOMPARE(report.document.value(u"made"_s).toInt(), 5);
        const QJsonObject sizes = report.document.value(u"sizes"_s).toObject();
        QCOMPARE(sizes.value(u"cold"_s).toInt(), 11);
        QCOMPARE(sizes.value(u"warm"_s).toInt(), 4);
        QCOMPARE(sizes.value(u"offer"_s).toInt(-1), 0);
        QCOMPARE(
            moves.first().toObject().value(u"share"_s).toObject().value(u"rate"_s).toDouble(), 1.0);
        const QJsonArray nodes = report.document.value(u"nodes"_s).toArray();
        QCOMPARE(nodes.first().toString(), u"start"_s);
        QCOMPARE(nodes.last().toString(), u"still there"_s);
        // Of the eleven who came to the first stage, four went on.
        QCOMPARE(std::get<Proportion>(report.chart.rows.at(1).at(3)), (Proportion {4, 11}));
    }

    void linksNameTheirRows()
    {
        const MovesReport report = reportOf(someMoves());
        const auto &plot = std::get<SankeyPlot>(report.chart.plot);
        QCOMPARE(plot.links.size(), report.pairs.size());
        for (const SankeyPlot::Link &link : plot.links) {
            QCOMPARE(std::get<qint64>(report.chart.rows.at(link.row).at(2)), link.count);
            QCOMPARE(link.isBack, report.pairs.at(link.row) == (MovesReport::Pair {Warm, Cold}));
        }
    }

    void aChangeOfThePipelineIsNoMove()
    {
        MoveMatrix matrix = someMoves();
        matrix.add(matrix.start(), Warm);
        matrix.add(Warm, matrix.putElsewhere());
        matrix.add(matrix.fromRetired(), Talk);
        matrix.add(Talk, matrix.stillThere());
        const MovesReport report = reportOf(matrix);
        QCOMPARE(report.chart.title,
            u"Most moves lead from Cold to Warm; 20.0\u00a0% of all lead back"_s);
        QVERIFY(report.chart.subtitle.startsWith(
            u"5 move(s) · 1 by a change of the pipeline not counted · "_s));
        QVERIFY(report.chart.definition.contains(u"in no direction"_s));
        QVERIFY(!reportOf(someMoves()).chart.definition.contains(u"in no direction"_s));
        const QJsonArray moves = report.document.value(u"moves"_s).toArray();
        const auto counted = [&moves](const QString &from, const QString &to) {
            for (const auto &move : moves) {
                if (move[u"from"_s] == from && move[u"to"_s] == to)
                    return move[u"count"_s].toInt();
            }
            return 0;
        };
        QCOMPARE(counted(u"warm"_s, u"pipeline change"_s), 1);
        QCOMPARE(counted(u"pipeline change"_s, u"conversation"_s), 1);
        QVERIFY(report.document.value(u"nodes"_s).toArray().contains(u"pipeline change"_s));
        // Only the move back is drawn as one.
        const auto &plot = std::get<SankeyPlot>(report.chart.plot);
        QCOMPARE(std::ranges::count(plot.links, true, &SankeyPlot::Link::isBack), 1);
        // Neither end of it looks like those who stayed or came of their own accord.
        int retired = 0;
        for (const SankeyPlot::Node &node : plot.nodes) {
            const bool isOfIt =
                node.name == u"Stage retired" || node.name == u"From a retired stage";
            QCOMPARE(node.ink.kind == PlotInk::Kind::Retired, isOfIt);
            retired += isOfIt ? 1 : 0;
        }
        QCOMPARE(retired, 2);
    }

    void whoComesStaysOrLeavesStandsWithTheStage()
    {
        using Kind = SankeyPlot::Node::Kind;
        MoveMatrix matrix = someMoves();
        const int lost = int(defaultPipeline().size()) - 1;
        matrix.add(matrix.before(), Warm);
        matrix.add(Warm, lost);
        matrix.add(matrix.before(), lost);
        matrix.add(lost, matrix.stillThere());
        matrix.add(lost, Cold);
        const Chart chart = reportOf(matrix).chart;
        const auto &plot = std::get<SankeyPlot>(chart.plot);
        QCOMPARE(plot.seam, int(Warm));
        QList<int> stages;
        int exits = 0;
        int hub = -1;
        for (int node = 0; node < plot.nodes.size(); ++node) {
            const Kind kind = plot.nodes.at(node).kind;
            exits += kind == Kind::Exit ? 1 : 0;
            if (kind == Kind::Stage)
                stages.append(plot.nodes.at(node).column);
            if (kind == Kind::Hub)
                hub = node;
            if (kind == Kind::Stage || kind == Kind::Hub)
                continue;
            int links = 0;
            for (const SankeyPlot::Link &link : plot.links) {
                if (link.from != node && link.to != node)
                    continue;
                ++links;
                const int stage = link.from == node ? link.to : link.from;
                QCOMPARE(plot.nodes.at(stage).column, plot.nodes.at(node).column);
                QVERIFY(!link.isBack);
            }
            QCOMPARE(links, 1);
        }
        QCOMPARE(stages, (QList<int> {Cold, Warm}));
        QCOMPARE(exits, 1);
        QVERIFY(hub >= 0);
        // What has no side: who was lost before, who came back and who did not.
        QCOMPARE(std::ranges::count_if(plot.links,
                     [hub](const auto &link) { return link.from == hub || link.to == hub; }),
            3);
    }

    void nobodyMoved()
    {
        const MovesReport report = reportOf(MoveMatrix(int(defaultPipeline().size())));
        QCOMPARE(report.chart.title, u"Nobody moved in this time"_s);
        QVERIFY(report.chart.rows.isEmpty());
        QCOMPARE(report.document.value(u"moves"_s).toArray().size(), 0);
    }
};

PULLPUSH_TEST(TestMovesReport)
#include "tst_movesreport.moc"
