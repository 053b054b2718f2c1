// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// with_postgres COMMAND [ARGUMENT…]
// Runs a command, such as ctest, while a PostgreSQL server for tests is up, whose url the command
// finds in PULLPUSH_TEST_PG_URL. The exit status is the command's. Without PostgreSQL the command
// runs all the same, unless PULLPUSH_TEST_PG is "required".
#include "test_support/pgcluster.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList command = QCoreApplication::arguments().mid(1);
    if (command.isEmpty()) {
        std::fputs("with_postgres: no command\n", stderr);
        return 2;
    }

    const auto cluster = PgCluster::start();
    if (cluster) {
        qputenv("PULLPUSH_TEST_PG_URL", (*cluster)->url().toUtf8());
    } else {
        std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(cluster.error().message),
            qUtf8Printable(cluster.error().detail));
        if (PgCluster::isRequired())
            return 3;
    }

    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(command.first(), command.mid(1));
    process.waitForFinished(-1);
    if (process.error() == QProcess::FailedToStart) {
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(command.first()),
            qUtf8Printable(process.errorString()));
        return 127;
    }
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}
