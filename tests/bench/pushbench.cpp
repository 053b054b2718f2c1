// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what prospects, threads and the search cost for each number of prospects given: milliseconds as the window asks, and beside them the barest SQL for
// the same rows through SQLite's C API on the same file in the same run. Run by with_postgres it measures a server as well.
#include "base/clock.h"
#include "domain/prospectquery.h"
#include "measure.h"
#include "session/generator.h"
#include "session/prospectlist.h"
#include "session/workloadwords.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "storage/searchtable.h"
#include "storage/visible.h"
#include "test_support/pgcluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>
#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int Runs = 15;
constexpr int Hits = 50;
constexpr int PageRows = 100;

/// The file by itself, as fast as SQLite goes: prepared once, a cache of 64 MB. Null on a server.
class BareFile
{
public:
    explicit BareFile(const QString &file)
    {
        if (file.isEmpty() || sqlite3_open(file.toUtf8().constData(), &m_database) != SQLITE_OK)
            return;
        sqlite3_exec(m_database, "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY", nullptr,
            nullptr, nullptr);
    }
    ~BareFile() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(BareFile)

    /// Milliseconds to read all rows of \a sql, every column as bytes; 0 where it cannot be run.
    [[nodiscard]] double time(const QString &sql)
    {
        sqlite3_stmt *raw = nullptr;
        const QByteArray text = sql.toUtf8();
        if (!m_database
            || sqlite3_prepare_v2(m_database, text.constData(), -1, &raw, nullptr) != SQLITE_OK) {
            if (m_database)
                out() << "  ? "_L1 << sqlite3_errmsg(m_database) << Qt::endl;
            return 0;
        }
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(
            raw, &sqlite3_finalize);
        return median(Runs, [this, raw] {
            while (sqlite3_step(raw) == SQLITE_ROW) {
                for (int column = 0; column < sqlite3_column_count(raw); ++column) {
                    (void)sqlite3_column_text(raw, column);
                    m_bytes += sqlite3_column_bytes(raw, column);
                }
            }
            sqlite3_reset(raw);
        });
    }

private:
    sqlite3 *m_database = nullptr;
    qint64 m_bytes = 0; ///< so that nothing is left out
};

void printRows(const QString &what, qsizetype rows, double milliseconds, double raw)
{
    out() << "  "_L1 << what.leftJustified(44) << QString::number(rows).rightJustified(5)
          << " rows "_L1 << QString::number(milliseconds, 'f', 3).rightJustified(10) << " ms"_L1;
    if (raw > 0)
        out() << "   bare "_L1 << QString::number(raw, 'f', 3).rightJustified(9) << " ms   "_L1
              << QString::number(milliseconds / raw, 'f', 2) << 'x';
    out() << Qt::endl;
}

/// Times a \a job of the database as the window waits for it; \a sizeOf counts what came.
template<typename Job, typename Size>
void measureRead(
    Workspace &workspace, const QString &what, double raw, const Job &job, const Size &sizeOf)
{
    qsizetype rows = -1;
    const double time = median(Runs, [&] {
        const auto result = workspace.database()->read(job).result();
        rows = result ? sizeOf(*result) : -1;
    });
    printRows(what, rows, time, raw);
}

qint64 numberOf(Workspace &workspace, const QString &sql)
{
    const auto found =
        workspace.database()->read([sql](Connection &c) { return c.number(sql); }).result();
    return found ? found->value_or(0) : 0;
}

void measureLists(Workspace &workspace, BareFile &bare)
{
    const QString columns =
        u"SELECT p.id, p.name, p.first_name, p.last_name, c.name, p.stage_id, p.source, p.owner_id, p.last_activity_at FROM prospect p LEFT JOIN company c ON c.id = p.company_id WHERE p.deleted_at IS NULL AND "_s;
    const QString order = u" ORDER BY p.last_activity_at DESC, p.id DESC LIMIT %1"_s.arg(PageRows);
    ProspectQuery query;
    query.sort = ProspectQuery::Sort::LastActivity;
    query.descending = true;
    query.stages = {workspace.stages().value(1).id};
    measureRead(
        workspace, u"first page of a stage, last activity"_s,
        bare.time(columns + "p.stage_id = "_L1 + query.stages.first().toString() + order),
        [query](Connection &c) { return ProspectTable::firstPage(c, query, PageRows); },
        [](const QList<ProspectRow> &rows) { return rows.size(); });

    query.stages.clear();
    ProspectList list(workspace, nullptr);
    QEventLoop loop;
    const auto streamed = QObject::connect(&list, &Store::changed, &loop, [&] {
        if (list.state() != StoreState::Loading && !list.isStreaming())
            loop.quit();
    });
    list.setQuery(query);
    loop.exec();
    QObject::disconnect(streamed);
    const int half = list.size() / 2;
    const ProspectId there = list.idAt(half);
    const qint64 activity = numberOf(
        workspace, "SELECT last_activity_at FROM prospect WHERE id = "_L1 + there.toString());
    const double raw = bare.time(columns
        + u"(p.last_activity_at, p.id) <= (%1, %2)"_s.arg(activity).arg(there.value()) + order);
    QObject::connect(&list, &ProspectList::rowsLoaded, &loop, &QEventLoop::quit);
    int index = half;
    const double time = median(Runs, [&] {
        index += 3 * ProspectList::PageSize; // a page that was not read yet
        if (index < list.size() && !list.rowAt(index))
            loop.exec();
    });
    printRows(u"jump to row %1 of the list"_s.arg(half), ProspectList::PageSize, time, raw);
}

void measureThread(Workspace &workspace, BareFile &bare)
{
    const ConversationId longest(numberOf(workspace,
        u"SELECT conversation_id FROM message GROUP BY conversation_id ORDER BY count(*) DESC LIMIT 1"_s));
    measureRead(
        workspace, u"newest %1 of the longest conversation"_s.arg(PageRows),
        bare.time(u"SELECT * FROM message WHERE conversation_id = %1 ORDER BY id DESC LIMIT %2"_s
                      .arg(longest.value())
                      .arg(PageRows)),
        [longest](Connection &c) { return Visible::messages(c, longest, {}, PageRows); },
        [](const QList<Message> &messages) { return messages.size(); });
}

void measureSearch(Workspace &workspace, BareFile &bare)
{
    const WorkloadWords words(1);
    const QString common = words.word(WorkloadWords::CommonRank);
    const QString middle = words.word(WorkloadWords::MiddleRank);
    const QString rare = words.word(WorkloadWords::RareRank);
    const QString name = words.word(WorkloadWords::Vocabulary / 2);
    const auto count = [](const SearchPage &page) { return page.hits.size(); };
    const auto messages = [&](const QString &what, const QString &text) {
        QStringList terms;
        const QStringList parts = text.split(u' ');
        for (const QString &part : parts)
            terms << u"\"%1\"*"_s.arg(part);
        measureRead(
            workspace, u"messages with %1"_s.arg(what),
            bare.time(
                u"SELECT m.id, m.sent_at, m.body FROM message_search f CROSS JOIN message m WHERE f.message_search MATCH '%1' AND m.id = f.rowid ORDER BY f.rowid DESC LIMIT %2"_s
                    .arg(terms.join(u' '))
                    .arg(Hits)),
            [text](Connection &c) { return SearchTable::find(c, SearchKind::Message, text, Hits); },
            count);
    };
    messages(u"a rare word"_s, rare);
    messages(u"a common word"_s, common);
    messages(u"two words"_s, common + u' ' + middle);
    messages(u"a rare and a common word"_s, common + u' ' + rare);
    messages(u"a beginning"_s, rare.left(4));
    const QString part = name.mid(1, 5);
    measureRead(
        workspace, u"prospects by a part of a name"_s,
        bare.time(
            u"SELECT p.id, p.name FROM name_part f CROSS JOIN prospect p WHERE f.name LIKE '%%1%' AND p.id = f.rowid ORDER BY f.rowid DESC LIMIT %2"_s
                .arg(part)
                .arg(Hits)),
        [part](Connection &c) { return SearchTable::find(c, SearchKind::Prospect, part, Hits); },
        count);
}

/// Makes or opens the workspace at \a location, and measures it. \a file is empty on a server.
bool measure(const QString &location, const QString &file, int prospects)
{
    const SystemClock clock;
    out() << prospects << (file.isEmpty() ? " prospects, PostgreSQL"_L1 : " prospects, SQLite"_L1)
          << Qt::endl;
    if (file.isEmpty() || !QFileInfo::exists(file)) {
        QElapsedTimer timer;
        timer.start();
        const auto made = Workspace::createNow(location, {"Europe/Berlin", false}, clock);
        const auto filled = made
            ? generateWorkload(**made, {.prospects = prospects, .posts = prospects / 20})
            : Result<>(tl::unexpected(made.error()));
        if (!filled) {
            out() << filled.error().message << ' ' << filled.error().detail << Qt::endl;
            return false;
        }
        out() << "  generated in "_L1 << timer.elapsed() / 1000 << " s"_L1 << Qt::endl;
    }
    const auto opened = Workspace::openNow(location, clock);
    if (!opened) {
        out() << opened.error().message << Qt::endl;
        return false;
    }
    BareFile bare(file);
    measureLists(**opened, bare);
    measureThread(**opened, bare);
    measureSearch(**opened, bare);
    return true;
}

/// On a server where the run has one (with_postgres).
bool measureOnServer(int prospects)
{
    if (qEnvironmentVariableIsEmpty("PULLPUSH_TEST_PG_URL") && !PgCluster::isRequired())
        return true;
    const auto cluster = PgCluster::start();
    if (!cluster) {
        out() << cluster.error().message << Qt::endl;
        return !PgCluster::isRequired();
    }
    const auto url = (*cluster)->createDatabase(u"pushbench"_s);
    if (!url) {
        out() << url.error().message << Qt::endl;
        return false;
    }
    return measure(*url, {}, prospects);
}
} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool onServerAlone = arguments.removeAll(u"--server"_s) > 0;
    for (const QString &size : arguments) {
        if (size.toInt() <= 0) {
            out() << "pushbench [--server] [PROSPECTS…], by default 10000 100000" << Qt::endl;
            return 2;
        }
    }
    const QTemporaryDir temporary;
    // PULLPUSH_BENCH_DIR keeps the generated workspaces for the next run.
    const QString folder = qEnvironmentVariable("PULLPUSH_BENCH_DIR", temporary.path());
    bool isDone = true;
    for (const QString &size :
        arguments.isEmpty() ? QStringList {u"10000"_s, u"100000"_s} : arguments) {
        const QString file = QDir(folder).filePath(u"pushbench-%1.pullpush"_s.arg(size));
        isDone = (onServerAlone || measure(file, file, size.toInt())) && isDone;
        isDone = measureOnServer(size.toInt()) && isDone;
    }
    return isDone ? 0 : 1;
}
