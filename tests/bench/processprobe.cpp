// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processprobe.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QThread>

using namespace Qt::StringLiterals;

qint64 residentKib(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

std::optional<Started> startAndWatch(const QString &program, const QStringList &arguments,
    const QString &configuration, const QString &line, int settleMs)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"pullpush.*.debug=true"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, configuration);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    QByteArray output;
    while (!output.contains(line.toUtf8())) {
        if (timer.elapsed() > 30000 || !process.waitForReadyRead(30000))
            return std::nullopt;
        output += process.readAll();
    }
    Started started;
    started.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    QThread::msleep(unsigned(settleMs));
    started.residentKib = residentKib(process.processId());
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished(5000);
    return started;
}
