// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/prospecttable.h"
#include "storage/workspacefile.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

class TestKilled : public QObject
{
    Q_OBJECT

    /// Milliseconds until a writer has acknowledged its first transaction here, or 0 where it does not within a minute.
    static int startTime(const QString &file)
    {
        QElapsedTimer timer;
        timer.start();
        QProcess writer;
        writer.start(QStringLiteral(ENDLESS_WRITER), {file});
        const bool hasWritten = writer.waitForReadyRead(60'000);
        ::kill(pid_t(writer.processId()), SIGKILL);
        writer.waitForFinished();
        return hasWritten ? int(timer.elapsed()) + 1 : 0;
    }

private slots:
    /// A hundred times, twenty where time is short: no acknowledged edit is lost, none is torn, the file is sound, and nothing pending is left.
    void losesNothingThatWasAcknowledged()
    {
        const int kills = qEnvironmentVariableIsSet("CI") ? 20 : 100;
        TestDatabase test;
        QVERIFY(test.open(false).isEmpty());
        test.database.reset();
        QRandomGenerator chance(20260101);
        qint64 lastNumber = 0;
        const int untilWritten = startTime(test.location().file);
        QVERIFY(untilWritten > 0);
        for (int i = 0; i < kills; ++i) {
            QProcess writer;
            writer.start(QStringLiteral(ENDLESS_WRITER), {test.location().file});
            QVERIFY(writer.waitForStarted());
            // From before the file is open to well into the writing.
            writer.waitForFinished(10 + chance.bounded(untilWritten + 200));
            QCOMPARE(writer.state(), QProcess::Running);
            ::kill(pid_t(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished());
            const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
            for (const QByteArray &line : lines)
                lastNumber =
                    std::max(lastNumber, line.toLongLong()); // a line cut off is a smaller number

            const QString reason = test.reopen();
            QVERIFY2(reason.isEmpty(), qPrintable(reason));
            QVERIFY(test.read([](Connection &c) { return WorkspaceFile::verify(c, false); }));
            const auto number = [&test](const QString &sql) {
                return test.read([&sql](Connection &c) { return c.number(sql); })->value_or(0);
            };
            const qint64 kept = number(u"SELECT max(value_minor) FROM live_prospect"_s);
            QVERIFY2(kept >= lastNumber,
                qPrintable(u"kill %1: %2 was acknowledged, %3 is kept"_s.arg(i)
                               .arg(lastNumber)
                               .arg(kept)));
            QCOMPARE(number(u"SELECT count(*) FROM prospect"_s),
                kept); // none torn, none left of a batch
            QCOMPARE(number(u"SELECT count(*) FROM handle"_s), kept);
            QCOMPARE(number(u"SELECT count(*) FROM move"_s), kept);
            QCOMPARE(number(u"SELECT count(*) FROM import_batch"_s), 0);
            lastNumber = kept;
            test.database.reset();
        }
        QVERIFY(lastNumber > 0); // it did write
        qInfo("%d kills, %lld transactions, 0 lost", kills, lastNumber);
    }
};

PULLPUSH_TEST(TestKilled)
#include "tst_killed.moc"
