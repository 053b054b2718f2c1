// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchworkspace.h"

#include "barestore.h"
#include "base/clock.h"
#include "measure.h"
#include "session/generator.h"
#include "session/workspace.h"
#include "test_support/pgcluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {
void tell(const Error &error)
{
    out() << error.message << ' ' << error.detail << Qt::endl;
}

bool measureAt(const QString &text, const QString &title, const MeasureWorkspace &measure)
{
    const auto location = parseLocation(text);
    if (!location) {
        tell(location.error());
        return false;
    }
    const bool isFile = location->backend == Location::Backend::Sqlite;
    out() << (title.isEmpty() ? location->displayName() : title)
          << (isFile ? ", SQLite"_L1 : ", PostgreSQL"_L1) << Qt::endl;
    if (isFile && !QFileInfo::exists(location->file)) {
        out() << "There is no such file."_L1 << Qt::endl;
        return false;
    }
    const SystemClock clock;
    const auto workspace = Workspace::openNow(text, clock);
    if (!workspace) {
        tell(workspace.error());
        return false;
    }
    const auto bare = BareStore::open(*location);
    if (!bare)
        return false;
    measure(**workspace, *bare);
    return true;
}

bool measureGenerated(const QString &location, int prospects, const MeasureWorkspace &measure)
{
    const bool isThere = QFileInfo::exists(location);
    QElapsedTimer timer;
    timer.start();
    if (!isThere) {
        const SystemClock clock;
        const auto made = Workspace::createNow(location, {"Europe/Berlin", false}, clock);
        const auto filled = made
            ? generateWorkload(**made, {.prospects = prospects, .posts = prospects / 20})
            : Result<>(tl::unexpected(made.error()));
        if (!filled) {
            tell(filled.error());
            return false;
        }
    }
    QString title = u"%1 prospects"_s.arg(prospects);
    if (!isThere)
        title += u" (generated in %1 s)"_s.arg(timer.elapsed() / 1000);
    return measureAt(location, title, measure);
}

/// On a server where the run has one.
bool measureOnServer(int prospects, const MeasureWorkspace &measure)
{
    if (qEnvironmentVariableIsEmpty("PULLPUSH_TEST_PG_URL") && !PgCluster::isRequired())
        return true;
    const auto cluster = PgCluster::start();
    if (!cluster) {
        tell(cluster.error());
        return !PgCluster::isRequired();
    }
    const auto url = (*cluster)->createDatabase(u"pushbench"_s);
    if (!url) {
        tell(url.error());
        return false;
    }
    return measureGenerated(*url, prospects, measure);
}
} // namespace

BenchWorkspaces::BenchWorkspaces(QStringList arguments)
    : m_wanted(std::move(arguments))
    , m_onServerAlone(m_wanted.removeAll(u"--server"_s) > 0)
{
    if (m_wanted.isEmpty())
        m_wanted = {u"10000"_s, u"100000"_s};
}

bool BenchWorkspaces::measureAll(bool onServerToo, const MeasureWorkspace &measure) const
{
    const QTemporaryDir temporary;
    const QString folder = qEnvironmentVariable("PULLPUSH_BENCH_DIR", temporary.path());
    bool isDone = true;
    for (const QString &wanted : m_wanted) {
        const int prospects = wanted.toInt();
        if (prospects <= 0) {
            isDone = measureAt(wanted, {}, measure) && isDone;
            continue;
        }
        const QString file = QDir(folder).filePath(u"pushbench-%1.pullpush"_s.arg(prospects));
        if (!m_onServerAlone)
            isDone = measureGenerated(file, prospects, measure) && isDone;
        if (onServerToo || m_onServerAlone)
            isDone = measureOnServer(prospects, measure) && isDone;
    }
    return isDone;
}
