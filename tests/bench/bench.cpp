// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the figures that matter for speed, for each number of prospects given, as milliseconds and as a ratio to a yardstick in the same run.
#include "analytics/funnel.h"
#include "base/clock.h"
#include "domain/prospectquery.h"
#include "measure.h"
#include "processprobe.h"
#include "session/generator.h"
#include "session/pipelinecolumns.h"
#include "session/prospectlist.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
double yardstick()
{
    sqlite3 *database = nullptr;
    sqlite3_open(":memory:", &database);
    const double time = median(3, [database] {
        sqlite3_exec(database,
            "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<1000000) SELECT "
            "sum(i) FROM c",
            nullptr, nullptr, nullptr);
    });
    sqlite3_close(database);
    return time;
}

/// The same figures as the funnel by source, by single SQL statements on the same file through the C API: each is tried, the fastest counts.
double fastestSql(const QString &file)
{
    static const char *const queries[] {
        "SELECT p.source, s.position, count(DISTINCT m.prospect_id) FROM move m JOIN prospect p ON "
        "p.id = m.prospect_id "
        "JOIN stage s ON s.id = m.to_stage_id GROUP BY p.source, s.position",
        "SELECT source, furthest, count(*) FROM (SELECT m.prospect_id AS id, max(s.position) AS "
        "furthest FROM move m "
        "JOIN stage s ON s.id = m.to_stage_id WHERE s.kind <> 'exit' GROUP BY m.prospect_id) f "
        "JOIN prospect p ON p.id = f.id "
        "GROUP BY source, furthest",
        "SELECT source, furthest, count(*) FROM (SELECT m.prospect_id AS id, max(m.to_stage_id) AS "
        "furthest FROM move m "
        "WHERE m.to_stage_id < 8 GROUP BY m.prospect_id) f JOIN prospect p ON p.id = f.id GROUP BY "
        "source, furthest",
    };
    sqlite3 *database = nullptr;
    sqlite3_open(file.toUtf8().constData(), &database);
    sqlite3_exec(database, "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY", nullptr,
        nullptr, nullptr);
    double best = 0;
    for (const char *query : queries) {
        const double time = median(
            1, [database, query] { sqlite3_exec(database, query, nullptr, nullptr, nullptr); });
        best = best == 0 ? time : std::min(best, time);
    }
    sqlite3_close(database);
    return best;
}

/// Through the list as the window uses it: from the question to the rows of the first page.
double firstPage(Workspace &workspace, ProspectQuery::Sort sort)
{
    return median(9, [&workspace, sort] {
        ProspectList list(workspace, nullptr);
        QEventLoop loop;
        QObject::connect(&list, &ProspectList::reset, &loop, &QEventLoop::quit);
        ProspectQuery query;
        query.sort = sort;
        list.setQuery(query);
        loop.exec();
    });
}

double streamIds(Workspace &workspace)
{
    return median(3, [&workspace] {
        ProspectList list(workspace, nullptr);
        QEventLoop loop;
        QObject::connect(&list, &Store::changed, &loop, [&] {
            if (list.state() == StoreState::Ready && !list.isStreaming())
                loop.quit();
        });
        list.setQuery({});
        loop.exec();
    });
}

/// While the columns are read: how long the first page of the list takes, and the longest time in which the event loop did not answer.
void measureWhileLoading(Workspace &workspace, double y)
{
    PipelineColumns columns(workspace, nullptr);
    QEventLoop loop;
    QTimer tick;
    QElapsedTimer since;
    double longest = 0;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, double(since.nsecsElapsed()) / 1e6);
        since.start();
    });
    QObject::connect(&columns, &Store::changed, &loop, [&] {
        if (columns.state() != StoreState::Loading)
            loop.quit();
    });
    columns.load();
    const double page = firstPage(workspace, ProspectQuery::Sort::LastActivity);
    const bool isStillLoading = columns.state() == StoreState::Loading;
    since.start();
    tick.start(0);
    if (isStillLoading)
        loop.exec();
    print(isStillLoading ? u"first page while the columns are read"_s
                         : u"first page, columns read meanwhile"_s,
        page, u"ms"_s, y);
    print(u"longest pause of the event loop meanwhile"_s, longest, u"ms"_s);
}

/// The whole program, from outside: with the prospects in front, then with the pipeline, whose columns are read.
void measureStart(const QString &file)
{
    const QTemporaryDir configuration;
    const auto inFront = [&](const QString &area) {
        QSettings settings(
            configuration.filePath(u"pullpush/pullpush.ini"_s), QSettings::IniFormat);
        const QByteArray digest = QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha1);
        settings.beginGroup(u"workspaces/"_s + QString::fromLatin1(digest.toHex().left(16)));
        settings.setValue(u"version"_s, 1);
        settings.setValue(u"area"_s, area);
    };
    std::vector<double> empty;
    std::vector<double> list;
    std::optional<Started> program;
    inFront(u"prospects"_s);
    for (int i = 0; i < 3; ++i) {
        if (const auto started = startAndWatch(
                QStringLiteral(EMPTY_WINDOW), {}, configuration.path(), u"painted"_s, 0))
            empty.push_back(started->milliseconds);
        program = startAndWatch(QStringLiteral(PULLPUSH_PROGRAM), {file}, configuration.path(),
            u"first list painted"_s, 2000);
        if (program)
            list.push_back(program->milliseconds);
    }
    if (empty.empty() || list.empty()) {
        out() << "  the window could not be started"_L1 << Qt::endl;
        return;
    }
    const double emptyTime = middleOf(empty);
    const double listTime = middleOf(list);
    print(u"start of an empty window"_s, emptyTime, u"ms"_s);
    print(u"start to the painted first list"_s, listTime, u"ms"_s);
    print(u"start / empty window"_s, listTime / emptyTime, u"times"_s);
    print(
        u"resident, whole program with the list"_s, double(program->residentKib) / 1024, u"MiB"_s);
    inFront(u"pipeline"_s);
    if (const auto charts = startAndWatch(QStringLiteral(PULLPUSH_PROGRAM), {file},
            configuration.path(), u"columns read"_s, 2000)) {
        print(u"start to the columns"_s, charts->milliseconds, u"ms"_s);
        print(u"resident, whole program with columns"_s, double(charts->residentKib) / 1024,
            u"MiB"_s);
    }
}

void measure(const QString &folder, int prospects)
{
    const SystemClock clock;
    const QString file = folder + u"/bench-%1.pullpush"_s.arg(prospects);
    out() << prospects << " prospects"_L1 << Qt::endl;
    QElapsedTimer timer;
    if (!QFile::exists(file)) {
        timer.start();
        auto made = Workspace::createNow(file, {"Europe/Berlin", false}, clock);
        if (!made) {
            out() << made.error().message << Qt::endl;
            return;
        }
        if (auto filled = generateWorkload(**made, {.prospects = prospects, .posts = 50000});
            !filled) {
            out() << filled.error().message << Qt::endl;
            return;
        }
        print(u"generate with indices and search"_s, double(timer.elapsed()) / 1000, u"s"_s);
    }
    print(u"file"_s, double(QFileInfo(file).size()) / 1e6, u"MB"_s);
    const double y = yardstick();
    print(u"yardstick Y"_s, y, u"ms"_s);

    auto opened = Workspace::openNow(file, clock);
    if (!opened) {
        out() << opened.error().message << Qt::endl;
        return;
    }
    Workspace &workspace = **opened;
    print(u"first page, newest activity"_s, firstPage(workspace, ProspectQuery::Sort::LastActivity),
        u"ms"_s, y);
    print(u"first page, by name"_s, firstPage(workspace, ProspectQuery::Sort::Name), u"ms"_s, y);
    print(u"all ids behind it"_s, streamIds(workspace), u"ms"_s, y);
    print(u"resident, without columns (this process)"_s,
        double(residentKib(QCoreApplication::applicationPid())) / 1024, u"MiB"_s);

    timer.start();
    auto columns = PipelineColumns::readNow(workspace, std::numeric_limits<qint64>::max());
    if (!columns)
        return;
    print(u"columns read"_s, double(timer.nsecsElapsed()) / 1e6, u"ms"_s, y);
    print(u"columns in memory"_s, double((*columns)->bytes()) / 1048576, u"MiB"_s);
    print(u"resident, with columns (this process)"_s,
        double(residentKib(QCoreApplication::applicationPid())) / 1024, u"MiB"_s);

    FunnelQuery query;
    query.asOf = clock.now();
    query.by = Breakdown::Source;
    int day = 0;
    const double funnelTime = median(15, [&] {
        query.entered.from = QDate(2000, 1, 1).addDays(++day); // another filter each time
        if (funnel(**columns, query).total.steps.isEmpty())
            out() << "?"_L1;
    });
    print(u"funnel by source after a change of filter"_s, funnelTime, u"ms"_s, y);
    query.windowDays = 90;
    print(u"the same within a window of 90 days"_s,
        median(15,
            [&] {
                query.entered.from = QDate(2000, 1, 1).addDays(++day);
                if (funnel(**columns, query).total.steps.isEmpty())
                    out() << "?"_L1;
            }),
        u"ms"_s, y);
    const double sql = fastestSql(file);
    print(u"fastest single SQL statement for the same figures"_s, sql, u"ms"_s, y);
    print(u"SQL / funnel"_s, sql / funnelTime, u"times"_s);
    columns->reset();
    measureWhileLoading(workspace, y);
    opened->reset();

    measureStart(file);
    out() << Qt::endl;
}
} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    for (const QString &size : arguments) {
        if (size.toInt() <= 0) {
            out() << "bench [PROSPECTS…], by default 10000 100000 1000000" << Qt::endl;
            return 2;
        }
    }
    const QTemporaryDir temporary;
    // PULLPUSH_BENCH_DIR keeps the generated workspaces for the next run.
    const QString folder = qEnvironmentVariable("PULLPUSH_BENCH_DIR", temporary.path());
    for (const QString &size :
        arguments.isEmpty() ? QStringList {u"10000"_s, u"100000"_s, u"1000000"_s} : arguments)
        measure(folder, size.toInt());
    return 0;
}
