// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/pgcluster.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <arpa/inet.h>
#include <atomic>
#include <csignal>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 StartMs = 30'000;
constexpr int CommandMs = 60'000;
/// The superuser of the cluster; nobody on the machine needs to have this name.
const QLatin1String User = "pullpush"_L1;
/// Who runs the server where the tests run as root: PostgreSQL refuses to.
constexpr auto ServerAccount = "postgres";

/// The folder of the server's programs: where Debian puts version 15, else wherever the path leads
/// to them.
QString findPrograms()
{
    const QString onPath = QStandardPaths::findExecutable(u"initdb"_s);
    for (const QString &folder :
        {u"/usr/lib/postgresql/15/bin"_s, QFileInfo(onPath).canonicalPath()}) {
        if (!folder.isEmpty() && QFile::exists(folder + "/postgres"_L1))
            return folder;
    }
    return {};
}

/// A port of loopback that is free now; 0 if there is none.
quint16 freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return 0;
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    const bool found =
        ::bind(descriptor, generic, size) == 0 && ::getsockname(descriptor, generic, &size) == 0;
    ::close(descriptor);
    return found ? ntohs(address.sin_port) : 0;
}

QString lastLines(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll().right(1000));
}

Result<QString> run(const QStringList &command)
{
    QProcess process;
    process.start(command.first(), command.mid(1));
    if (!process.waitForFinished(CommandMs) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        return fail(Error::Code::Io, command.first() + " failed."_L1,
            process.errorString() + u'\n' + QString::fromUtf8(process.readAllStandardError()));
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace

bool PgCluster::isRequired()
{
    return qEnvironmentVariable("PULLPUSH_TEST_PG") == "required"_L1;
}

Result<std::unique_ptr<PgCluster>> PgCluster::start(Sharing sharing)
{
    auto cluster = std::unique_ptr<PgCluster>(new PgCluster);
    cluster->m_bin = findPrograms();
    if (cluster->m_bin.isEmpty())
        return fail(Error::Code::NotFound, u"PostgreSQL is not installed."_s);

    const QString shared = qEnvironmentVariable("PULLPUSH_TEST_PG_URL");
    if (sharing == Sharing::Shared && !shared.isEmpty()) {
        cluster->m_authority = shared.section(u'/', 2, 2);
        return cluster;
    }
    if (const auto created = cluster->create(); !created)
        return tl::unexpected(created.error());
    if (sharing == Sharing::Own)
        return cluster;

    // A test that is run by itself starts the server that its next call finds, as a whole run does.
    static std::unique_ptr<PgCluster> ofThisProcess;
    ofThisProcess = std::move(cluster);
    qputenv("PULLPUSH_TEST_PG_URL", ofThisProcess->url().toUtf8());
    return start(sharing);
}

PgCluster::~PgCluster()
{
    stop();
}

QString PgCluster::url(const QString &database) const
{
    return "postgresql://"_L1 + m_authority + u'/' + database;
}

Result<QString> PgCluster::createDatabase(const QString &name, const QString &from)
{
    // Several objects may stand for one server.
    static std::atomic<int> databases = 0;
    const QString unique =
        u"%1_%2_%3"_s.arg(name).arg(QCoreApplication::applicationPid()).arg(++databases);
    const auto made = query(u"CREATE DATABASE \"%1\" TEMPLATE \"%2\""_s.arg(unique, from));
    if (!made)
        return tl::unexpected(made.error());
    return url(unique);
}

Result<QString> PgCluster::query(const QString &sql, const QString &database)
{
    return run({m_bin + "/psql"_L1, u"--no-psqlrc"_s, u"--quiet"_s, u"--tuples-only"_s,
        u"--no-align"_s, u"--set=ON_ERROR_STOP=1"_s, u"--command"_s, sql, url(database)});
}

void PgCluster::stop(bool crash)
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
    ::kill(pid_t(m_server.processId()), crash ? SIGQUIT : SIGINT);
    if (!m_server.waitForFinished(CommandMs)) {
        m_server.kill();
        m_server.waitForFinished();
    }
}

Result<> PgCluster::startAgain()
{
    return m_server.state() == QProcess::NotRunning ? launch() : Result<>();
}

Result<> PgCluster::create()
{
    if (!m_folder.isValid())
        return fail(Error::Code::Io, u"No temporary folder."_s, m_folder.errorString());
    if (::geteuid() == 0) {
        const passwd *const account = ::getpwnam(ServerAccount);
        if (account == nullptr)
            return fail(Error::Code::NotFound, u"There is no account to run PostgreSQL."_s);
        if (::chown(
                QFile::encodeName(m_folder.path()).constData(), account->pw_uid, account->pw_gid)
            != 0)
            return fail(Error::Code::Io, u"The temporary folder cannot be given away."_s);
    }
    const auto made =
        run(asServerUser({m_bin + "/initdb"_L1, u"--pgdata"_s, path("data"), u"--auth=trust"_s,
            u"--no-sync"_s, u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s, u"--username"_s, User}));
    if (!made)
        return tl::unexpected(made.error());

    // Another process may take the port between our look and the server's.
    constexpr int Tries = 5;
    Result<> launched;
    for (int i = 0; i < Tries; ++i) {
        m_port = freePort();
        m_authority = u"%1@127.0.0.1:%2"_s.arg(User).arg(m_port);
        launched = launch();
        if (launched)
            break;
    }
    return launched;
}

Result<> PgCluster::launch()
{
    // Nothing waits for the disk: what is committed outlives a crash of the server, not one of the
    // machine.
    const QStringList command = asServerUser({m_bin + "/postgres"_L1, u"-D"_s, path("data"),
        u"-k"_s, m_folder.path(), u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port),
        u"-F"_s, u"-c"_s, u"full_page_writes=off"_s});
    const QString log = path("log");
    m_server.setStandardInputFile(QProcess::nullDevice());
    m_server.setStandardOutputFile(log);
    m_server.setStandardErrorFile(log, QIODevice::Append);
    m_server.start(command.first(), command.mid(1));

    // The server itself writes its state into this file's last line.
    QFile status(path("data/postmaster.pid"));
    for (QDeadlineTimer deadline(StartMs); !deadline.hasExpired();) {
        if (m_server.waitForFinished(20) || m_server.state() == QProcess::NotRunning)
            break;
        const bool ready =
            status.open(QIODevice::ReadOnly) && status.readAll().trimmed().endsWith("ready");
        status.close();
        if (ready)
            return {};
    }
    stop(true);
    return fail(Error::Code::Io, u"PostgreSQL did not start."_s,
        m_server.errorString() + u'\n' + lastLines(log));
}

QStringList PgCluster::asServerUser(const QStringList &command) const
{
    // The kernel ends the server with us, however we end.
    QStringList whole {u"setpriv"_s, u"--pdeathsig"_s, u"QUIT"_s};
    if (::geteuid() == 0) {
        const QString account = QString::fromLatin1(ServerAccount);
        whole << u"--reuid"_s << account << u"--regid"_s << account << u"--clear-groups"_s;
    }
    return whole + command;
}

QString PgCluster::path(const char *name) const
{
    return m_folder.filePath(QString::fromLatin1(name));
}
