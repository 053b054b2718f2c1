// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// chartbench [--server] [PROSPECTS or LOCATION]…
// Prints what the charts cost in workspaces of so many prospects, or in one that is there already: to read their columns against a bare read of the same
// tables, to compute each report after a change of the filter against the fastest SQL for its figures, and to draw it. All of it in the same run.
#include "barestore.h"
#include "base/clock.h"
#include "benchworkspace.h"
#include "measure.h"
#include "report/reports.h"
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
constexpr qint64 WeekMs = 7 * DayMs;
constexpr qint64 MonthMs = 2'629'800'000; ///< 30.4 days: SQL that knew the calendar would be slower

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

/// One year of one source, or everything.
struct Narrowing
{
    std::optional<QString> source;
    DateSpan span;

    [[nodiscard]] QString words() const { return source ? u"one year of one source"_s : u"all"_s; }
};

// ---- reading

/// Reads what the load reads, in the order in which it reads it.
double timeBareLoad(BareStore &bare)
{
    const double people = bare.time(
        u"SELECT id, source, owner_id, stage_id FROM prospect WHERE deleted_at IS NULL ORDER BY id"_s);
    const QString table = bare.isFile() ? u"move NOT INDEXED"_s : u"move"_s;
    const double moves =
        bare.time("SELECT prospect_id, from_stage_id, to_stage_id, at, at_precision FROM "_L1
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

// ---- SQL for the same figures

/// Tables of what the figures need and nothing else, in memory and in the best order for them: faster than the workspace's own could be.
bool makeBareTables(BareStore &bare, const ProspectColumns &columns)
{
    QString place;
    for (qsizetype i = 0; i < columns.stages().size(); ++i)
        place += u" WHEN %1 THEN %2"_s.arg(columns.stages().at(i).id.toString()).arg(i);
    const auto placeOf = [&place](const QString &column) {
        return "CASE "_L1 + column + place + " END"_L1;
    };
    return bare.run({
        u"CREATE TEMP TABLE bare_move AS SELECT prospect_id, at, %1 AS stage, %2 AS came_from FROM move WHERE deleted_at IS NULL ORDER BY prospect_id, at"_s
            .arg(placeOf(u"to_stage_id"_s), placeOf(u"from_stage_id"_s)),
        u"CREATE TEMP TABLE bare_prospect AS SELECT id, source FROM prospect WHERE deleted_at IS NULL ORDER BY id"_s,
        u"CREATE INDEX bare_path ON bare_move (prospect_id, at, stage)"_s,
        u"CREATE INDEX bare_steps ON bare_move (prospect_id, stage, at)"_s,
        u"CREATE INDEX bare_pairs ON bare_move (came_from, stage)"_s,
        u"CREATE INDEX bare_sources ON bare_prospect (source, id)"_s,
        u"ANALYZE bare_move"_s,
        u"ANALYZE bare_prospect"_s,
    });
}

/// SQL for the figures of a report, as little as gives them.
class BareReports
{
public:
    BareReports(const ProspectColumns &columns, const Narrowing &narrowing)
        : m_steps(int(columns.steps().size()))
    {
        const QList<Stage> &stages = columns.stages();
        while (m_won < m_steps && stages.at(m_won).kind != StageKind::Won)
            ++m_won;
        if (narrowing.source)
            m_people = u"prospect_id IN (SELECT id FROM bare_prospect WHERE source = '%1')"_s.arg(
                QString(*narrowing.source).replace(u'\'', "''"_L1));
        if (narrowing.span.from)
            m_from = startOfDay(*narrowing.span.from, columns.zone());
        if (narrowing.span.to)
            m_to = startOfDay(*narrowing.span.to, columns.zone());
    }

    /// Several ways to the figures, of which one is the fastest; none for a report that SQL has no counterpart of.
    [[nodiscard]] QStringList waysTo(const QString &kind) const
    {
        if (kind == "funnel"_L1)
            return {
                u"SELECT furthest, count(*) FROM (SELECT max(stage) AS furthest FROM bare_move WHERE stage < %1%2 GROUP BY prospect_id%3) AS reached GROUP BY furthest"_s
                    .arg(m_steps)
                    .arg(and_(m_people), ifEnteredInSpan())};
        if (kind == "flow"_L1)
            return arrivals();
        if (kind == "moves"_L1)
            return {
                u"SELECT came_from, stage, count(*) FROM bare_move%1 GROUP BY came_from, stage"_s
                    .arg(where(m_people, inSpan(u"at"_s)))};
        if (kind == "outcomes"_L1)
            return {
                u"SELECT (won - entered) / %1 AS won_after, (lost - entered) / %1 AS lost_after, count(*) FROM (%2) AS fates GROUP BY 1, 2"_s
                    .arg(DayMs)
                    .arg(fates())};
        if (kind == "time-in-stage"_L1)
            return {
                u"SELECT stage, (ended - at) / %1 AS days, count(*) FROM (SELECT stage, at, lead(at) OVER (PARTITION BY prospect_id ORDER BY at) AS ended FROM bare_move%2) AS visits%3 GROUP BY 1, 2"_s
                    .arg(DayMs)
                    .arg(where(m_people, {}), where({}, inSpan(u"at"_s)))};
        if (kind == "cohorts"_L1)
            return {
                u"SELECT entered / %1 AS month, (won - entered) / %2 AS days, count(*) FROM (%3) AS fates GROUP BY 1, 2"_s
                    .arg(MonthMs)
                    .arg(DayMs)
                    .arg(fates())};
        if (kind == "trend"_L1)
            return {
                u"SELECT entered / %1 AS week, count(*), sum(CASE WHEN won - entered <= %2 THEN 1 ELSE 0 END) FROM (%3) AS fates GROUP BY 1"_s
                    .arg(WeekMs)
                    .arg(90 * DayMs)
                    .arg(fates())};
        return {};
    }

private:
    static QString and_(const QString &condition)
    {
        return condition.isEmpty() ? QString() : " AND "_L1 + condition;
    }

    static QString where(const QString &one, const QString &other)
    {
        QStringList conditions {one, other};
        conditions.removeAll(QString());
        return conditions.isEmpty() ? QString() : " WHERE "_L1 + conditions.join(" AND "_L1);
    }

    [[nodiscard]] QString inSpan(const QString &time) const
    {
        QStringList conditions;
        if (m_from)
            conditions << u"%1 >= %2"_s.arg(time).arg(*m_from);
        if (m_to)
            conditions << u"%1 < %2"_s.arg(time).arg(*m_to);
        return conditions.join(" AND "_L1);
    }

    [[nodiscard]] QString ifEnteredInSpan() const
    {
        const QString span = inSpan(u"min(at)"_s);
        return span.isEmpty() ? QString() : " HAVING "_L1 + span;
    }

    /// First arrivals by week and stage, and the cheaper count of all.
    [[nodiscard]] QStringList arrivals() const
    {
        const QString steps = u"stage < %1"_s.arg(m_steps) + and_(m_people);
        return {
            u"SELECT at / %1 AS week, stage, count(*) FROM (SELECT stage, min(at) AS at FROM bare_move WHERE %2 GROUP BY prospect_id, stage) AS firsts%3 GROUP BY 1, 2"_s
                .arg(WeekMs)
                .arg(steps, where({}, inSpan(u"at"_s))),
            u"SELECT at / %1 AS week, stage, count(*) FROM bare_move%2 GROUP BY 1, 2"_s.arg(WeekMs)
                .arg(where(steps, inSpan(u"at"_s)))};
    }

    /// When each entered, was won and was lost.
    [[nodiscard]] QString fates() const
    {
        return u"SELECT min(at) AS entered, min(CASE WHEN stage >= %1 AND stage < %2 THEN at END) AS won, max(CASE WHEN stage >= %2 THEN at END) AS lost FROM bare_move%3 GROUP BY prospect_id%4"_s
            .arg(m_won)
            .arg(m_steps)
            .arg(where(m_people, {}), ifEnteredInSpan());
    }

    int m_steps;
    int m_won = 0;
    QString m_people;
    std::optional<qint64> m_from;
    std::optional<qint64> m_to;
};

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
    const bool hasTables = makeBareTables(bare, *columns);
    const QDate today = localDay(now, columns->zone());
    const QString source = largestSource(*columns);
    for (const Narrowing &narrowing :
        {Narrowing(), Narrowing {source, {today.addYears(-1), today.addDays(1)}}}) {
        const BareReports sql(*columns, narrowing);
        ReportQuestion question;
        question.filter.asOf = now;
        question.filter.span = narrowing.span;
        if (narrowing.source)
            question.filter.sources = QStringList {*narrowing.source};
        for (const ReportKind &kind : reportKinds()) {
            const QStringList ways = hasTables ? sql.waysTo(kind.id) : QStringList();
            const double time =
                patientMedian([&] { (void)reportOf(kind, data, question).chart.rows.size(); });
            printBeside(u"%1 of %2"_s.arg(kind.id, narrowing.words()), time,
                bare.timeOfFastest(ways), limitOf(kind.id));
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
        const ReportData data {columns, measureFacts(workspace)};
        measureCatchUp(workspace, data.facts);
        measureReports(bare, data, now);
        measurePictures(data, now);
    });
    return isDone ? 0 : 1;
}
