// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// chartbench [--server] [PROSPECTS or LOCATION]…
// Prints what the charts cost in workspaces of so many prospects, or in one that is there already: to read their columns against a bare read of the same
// tables, to compute each report after a change of the filter against the fastest SQL for its figures, and to draw it. All of it in the same run. Where a
// workspace has no touches, deals or handovers, as a generated one, the reports are given some that are made up in memory.
#include "bareanswers.h"
#include "barestore.h"
#include "baretables.h"
#include "base/clock.h"
#include "benchworkspace.h"
#include "measure.h"
#include "report/reports.h"
#include "samplefacts.h"
#include "session/changeset.h"
#include "session/chartfactsreader.h"
#include "session/pipelinecolumns.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "ui_common/theme.h"
#include "ui_pipeline/funnelpainter.h"
#include "ui_pipeline/plotpage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
constexpr QSize Window(1200, 700);

/// The only place that knows how a report is made.
Report reportOf(const ReportKind &kind, const ReportData &data, const ReportQuestion &question)
{
    return makeReport(kind, data, question);
}

/// What is known of how long a report may take at a million prospects, in words.
QString limitOf(const QString &kind)
{
    if (kind == "funnel"_L1)
        return u"at most 0.01x, and 16 ms at a million"_s;
    if (kind == "flow"_L1)
        return u"at most 16 ms at a million"_s;
    if (kind == "time-in-stage"_L1)
        return u"at most 50 ms at a million"_s;
    return {};
}

// ---- reading

/// Reads what the load reads, in the order in which it reads it.
double timeBareLoad(BareStore &bare)
{
    const double people = bare.time(
        u"SELECT id, source, owner_id, stage_id FROM prospect WHERE deleted_at IS NULL ORDER BY id"_s);
    const QString table = bare.isFile() ? u"move NOT INDEXED"_s : u"move"_s;
    const double moves = bare.time(
        "SELECT prospect_id, from_stage_id, to_stage_id, at, at_precision, batch_id FROM "_L1
        + table + " WHERE deleted_at IS NULL"_L1);
    printTime(u"bare read of the prospects"_s, people);
    printTime(u"bare read of the moves"_s, moves);
    return people + moves;
}

qsizetype bytesOfMoves(const ProspectColumns &columns)
{
    qsizetype bytes = 0;
    for (const auto &chunk : columns.chunks()) {
        const ColumnChunk::Moves &moves = chunk->moves;
        bytes += qsizetype(moves.first.size() * sizeof(quint32) + moves.at.size() * sizeof(quint32)
            + moves.to.size() + moves.flags.size());
    }
    return bytes;
}

/// SQLite's steps from row to row bound it, also in the bare read; the columns themselves take little beside them.
ColumnsPointer measureLoad(Workspace &workspace, BareStore &bare, qint64 now)
{
    const double least = timeBareLoad(bare);
    ColumnsPointer columns;
    const double load = patientMedian([&] {
        columns = nullptr;
        if (const auto read = PipelineColumns::readNow(workspace, now))
            columns = *read;
    });
    printBeside(u"columns read"_s, load, least);
    if (columns && columns->size() > 0) {
        const auto people = double(columns->size());
        const qsizetype moves = bytesOfMoves(*columns);
        print(u"a prospect without its moves"_s, double(columns->bytes() - moves) / people,
            u"bytes"_s);
        print(u"a prospect with its moves"_s, double(columns->bytes()) / people, u"bytes"_s);
    }
    return columns;
}

// ---- reports

/// The source that most prospects have.
QString largestSource(const ProspectColumns &columns)
{
    std::vector<qint64> people(size_t(columns.sources().size()), 0);
    for (const auto &chunk : columns.chunks()) {
        for (const quint32 source : chunk->source)
            ++people[source];
    }
    return columns.sources().at(std::ranges::max_element(people) - people.begin());
}

/// What it costs to put in step the facts of conversations after a word in one of them, and those of other rows after an edit of somebody. A copy of the facts
/// bounds it.
void measureCatchUp(Workspace &workspace, const ChartFacts &facts)
{
    if (!facts.contacts || facts.contacts->places.empty())
        return;
    const std::vector<TalkPlace> &places = facts.contacts->places;
    const TalkPlace &place = places[places.size() / 2];
    ChangeSet word;
    word.rows[u"conversation"_s].insert(place.conversation.value());
    ChangeSet edit;
    edit.rows[u"prospect"_s].insert(place.prospect.value());
    for (const auto &[fact, name, missed] :
        {std::tuple(ChartFact::Contacts, "last contacts after a word"_L1, &word),
            std::tuple(ChartFact::Hops, "hops after a word"_L1, &word),
            std::tuple(ChartFact::Activity, "activity after a word"_L1, &word),
            std::tuple(ChartFact::Touches, "touches after an edit"_L1, &edit),
            std::tuple(ChartFact::Deals, "deals after an edit"_L1, &edit),
            std::tuple(ChartFact::Handovers, "handovers after an edit"_L1, &edit),
            std::tuple(ChartFact::Exits, "exits after an edit"_L1, &edit)}) {
        const double time = patientMedian([&, kind = fact, missed = missed] {
            (void)workspace.database()
                ->read(
                    [&, kind, missed](Connection &connection) {
                        return ChartFactsReader::catchUp(connection, {kind}, facts, *missed);
                    },
                    Database::Lane::Long)
                .result();
        });
        printTime(name, time);
    }
}

/// What some charts need beside the columns, each read by itself. A scan of its table bounds each; of contacts, hops and activity that of the index of all
/// messages.
ChartFacts measureFacts(Workspace &workspace)
{
    constexpr std::pair<ChartFact, QLatin1StringView> names[] {{ChartFact::Touches, "touches"_L1},
        {ChartFact::Contacts, "last contacts"_L1}, {ChartFact::Deals, "deals"_L1},
        {ChartFact::Handovers, "handovers"_L1}, {ChartFact::Exits, "exits"_L1},
        {ChartFact::Hops, "hops"_L1}, {ChartFact::Activity, "activity"_L1}};
    ChartFacts facts;
    for (const auto &[fact, name] : names) {
        QElapsedTimer timer;
        timer.start();
        const auto read = workspace.database()
                              ->read(
                                  [kind = fact](Connection &connection) {
                                      return ChartFactsReader::read(connection, {kind});
                                  },
                                  Database::Lane::Long)
                              .result();
        printTime(u"%1 read"_s.arg(name), double(timer.nsecsElapsed()) / 1e6);
        if (read)
            facts.add(*read);
    }
    return facts;
}

/// A pass over the arrays bounds each.
void measureReports(BareStore &bare, const ReportData &data, qint64 now)
{
    const ColumnsPointer &columns = data.columns;
    BareTimes times(bare);
    const bool hasTables = makeBareTables(bare, data);
    const QDate today = localDay(now, columns->zone());
    const QString source = largestSource(*columns);
    for (const Narrowing &narrowing :
        {Narrowing(), Narrowing {source, {today.addYears(-1), today.addDays(1)}}}) {
        const BareAnswers sql(*columns, narrowing, now);
        ReportQuestion question;
        question.filter.asOf = now;
        question.filter.span = narrowing.span;
        if (narrowing.source)
            question.filter.sources = QStringList {*narrowing.source};
        for (const ReportKind &kind : reportKinds()) {
            const BareWays ways = hasTables ? sql.waysTo(kind.id) : BareWays();
            const double time =
                patientMedian([&] { (void)reportOf(kind, data, question).chart.rows.size(); });
            printBeside(u"%1 of %2"_s.arg(kind.id, narrowing.words()), time, times.ofFastest(ways),
                limitOf(kind.id));
        }
    }
}

// ---- pictures

/// Something that is placed once for a size, then drawn as often as the window asks.
struct Picture
{
    std::function<void()> place;
    std::function<void(QPainter &)> draw;
};

void measurePicture(const QString &name, const Picture &picture)
{
    QImage image(Window, QImage::Format_ARGB32_Premultiplied);
    const double placing = patientMedian(picture.place);
    const double drawing = patientMedian([&] {
        image.fill(QApplication::palette().color(QPalette::Base));
        QPainter painter(&image);
        picture.draw(painter);
    });
    printTime(u"%1 placed"_s.arg(name), placing);
    printTime(u"%1 drawn"_s.arg(name), drawing);
}

void measureFunnelPicture(const QString &name, const FunnelReport &report)
{
    FunnelLook look;
    look.palette = QApplication::palette();
    look.font = QApplication::font();
    FunnelLayout layout;
    measurePicture(name,
        {[&] {
             FunnelMetrics metrics = FunnelPainter::metrics(report, look, Window.width());
             metrics.height = Window.height();
             layout = FunnelLayout(report, metrics);
         },
            [&](QPainter &painter) {
                FunnelPainter(report, layout, look).paint(painter, QRectF({}, QSizeF(Window)));
            }});
}

void measurePlot(const QString &name, const Chart &chart)
{
    PlotLook look;
    look.palette = QApplication::palette();
    look.font = QApplication::font();
    std::unique_ptr<PlotPage> page;
    measurePicture(name,
        {[&] { page = std::make_unique<PlotPage>(chart, look, Window.width(), Window.height()); },
            [&](QPainter &painter) {
                page->paint(painter, QRectF({}, QSizeF(Window)), std::nullopt, std::nullopt);
            }});
}

/// Qt Charts bounds the pictures of lines and bands: it makes a path of each and strokes it. The others are drawn in a few milliseconds.
void measurePictures(const ReportData &data, qint64 now)
{
    ReportQuestion question;
    question.filter.asOf = now;
    for (const ReportKind &kind : reportKinds()) {
        const Report report = reportOf(kind, data, question);
        if (report.funnel)
            measureFunnelPicture(kind.id, *report.funnel);
        else
            measurePlot(kind.id, report.chart);
    }
    question.by = Breakdown::Source;
    for (const ReportKind &kind : reportKinds()) {
        const Report report = kind.uses.contains(ReportKind::Part::Breakdown)
            ? reportOf(kind, data, question)
            : Report();
        if (report.funnel)
            measureFunnelPicture(kind.id + u" by source"_s, *report.funnel);
    }
}
} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const Theme theme(app);
    const BenchWorkspaces workspaces(QCoreApplication::arguments().mid(1));
    const bool isDone = workspaces.measureAll(false, [](Workspace &workspace, BareStore &bare) {
        const qint64 now = workspace.clock().now();
        const ColumnsPointer columns = measureLoad(workspace, bare, now);
        if (!columns || columns->size() == 0)
            return;
        ReportData data {columns, measureFacts(workspace)};
        const bool hasFacts = std::ranges::all_of(
            AllChartFacts, [&data](ChartFact kind) { return data.facts.has(kind); });
        if (!hasFacts)
            return;
        measureCatchUp(workspace, data.facts);
        addSampleFacts(data.facts, *columns, now);
        measureReports(bare, data, now);
        measurePictures(data, now);
    });
    return isDone ? 0 : 1;
}
