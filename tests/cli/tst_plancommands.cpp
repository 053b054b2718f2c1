// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calledprogram.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
enum Exit { Done = 0, DoneWithFaults = 1, WrongUsage = 2, NotDone = 3 };

/// How many posts an import or export tells of under \a what; -1 for nothing.
int postsTold(const Outcome &outcome, const char16_t *what)
{
    return outcome.json().value(u"posts"_s).toObject().value(QString::fromUtf16(what)).toInt(-1);
}

const char *const Plan = "caption,platforms,date,time,tags\n"
                         "One,\"x, bluesky\",2026-03-01,09:00,a\n"
                         "Two,x,2026-07-01,10:30,\n"
                         "Idea,bluesky,,,\n";
} // namespace

/// The plan in and out, as a person calls the program.
class TestPlanCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile target(path(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
            qFatal("cannot write a fixture");
        return target.fileName();
    }
    QString fresh()
    {
        static int number = 0;
        const QString location = path(u"w%1.pullpush"_s.arg(++number));
        return call({u"init"_s, location, u"--zone"_s, u"Europe/Berlin"_s}).code == Done
            ? location
            : QString();
    }
    QString planned()
    {
        const QString workspace = fresh();
        const Outcome read = call({u"import"_s, workspace, file(u"plan.csv"_s, Plan), u"--json"_s});
        return read.code == Done && postsTold(read, u"created") == 3 ? workspace : QString();
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void carriesAPlanFromFileToFile_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("posts");
        QTest::newRow("csv") << u"posts"_s << u"out.csv"_s << u"posts-csv"_s << 3;
        QTest::newRow("xlsx") << u"posts"_s << u"out.xlsx"_s << u"posts-csv"_s << 3;
        QTest::newRow("ics") << u"calendar"_s << u"out.ics"_s << u"ics"_s << 2;
    }
    void carriesAPlanFromFileToFile()
    {
        QFETCH(QString, what);
        QFETCH(QString, name);
        QFETCH(QString, format);
        QFETCH(int, posts);
        const QString workspace = planned();
        QVERIFY(!workspace.isEmpty());
        const Outcome written = call({u"export"_s, workspace, what, path(name), u"--json"_s});
        QCOMPARE(written.code, int(Done));
        QCOMPARE(written.json().value(u"posts"_s).toInt(), 3);
        QCOMPARE(written.json().value(u"leftOut"_s).toInt(), 3 - posts);
        const QString other = fresh();
        const Outcome read = call({u"import"_s, other, path(name), u"--json"_s});
        QCOMPARE(read.code, int(Done));
        QCOMPARE(read.json().value(u"format"_s).toString(), format);
        QCOMPARE(postsTold(read, u"created"), posts);
        const Outcome again = call({u"import"_s, other, path(name), u"--json"_s});
        QCOMPARE(postsTold(again, u"created"), 0);
        QCOMPARE(postsTold(again, u"skipped"), posts);
        const QString batch = read.json().value(u"batch"_s).toString();
        QCOMPARE(call({u"undo-import"_s, other, batch}).code, int(Done));
        const Outcome empty =
            call({u"export"_s, other, u"posts"_s, path(u"none.csv"_s), u"--json"_s});
        QCOMPARE(empty.json().value(u"posts"_s).toInt(-1), 0);
    }

    void updatesOnceFromSeveralFiles()
    {
        const QString workspace = fresh();
        const auto ours = [this](const QString &name, const QByteArray &text) {
            return file(name,
                "post,uid,text,day,network,own_text\n1,v1," + text + ",2026-03-01,x,\n1,v2," + text
                    + ",2026-03-01,bluesky,\n");
        };
        QCOMPARE(call({u"import"_s, workspace, ours(u"first.csv"_s, "One")}).code, int(Done));
        const Outcome updated = call({u"import"_s, workspace, ours(u"second.csv"_s, "Two"),
            ours(u"third.csv"_s, "Two"), u"--update"_s, u"--json"_s});
        QVERIFY2(updated.code == Done, updated.err.constData());
        QCOMPARE(postsTold(updated, u"updated"), 1);
        QCOMPARE(postsTold(updated, u"skipped"), 1);
        const QString batch = updated.json().value(u"batch"_s).toString();
        const Outcome undone = call({u"undo-import"_s, workspace, batch, u"--json"_s});
        QCOMPARE(undone.code, int(Done));
        QCOMPARE(undone.json().value(u"kept"_s).toInt(-1), 0);
    }

    void writesForPlanners()
    {
        const QString workspace = planned();
        QVERIFY(!workspace.isEmpty());
        const auto exported = [&](const QStringList &options) {
            return call(
                QStringList {u"export"_s, workspace, u"posts"_s, path(u"p.csv"_s)} + options);
        };
        const Outcome both = exported({u"--for"_s, u"buffer"_s});
        QCOMPARE(both.code, int(NotDone));
        QVERIFY(both.err.contains("--channel"));
        QVERIFY(!QFile::exists(path(u"p.csv"_s)));
        QCOMPARE(exported({u"--for"_s, u"buffer"_s, u"--channel"_s, u"bluesky"_s}).code, int(Done));
        QCOMPARE(contentOf(path(u"p.csv"_s)),
            QByteArray(
                "Text,Image URL,Tags,Posting Time\r\nOne,,a,2026-03-01 09:00\r\nIdea,,,\r\n"));
        QCOMPARE(exported({u"--for"_s, u"hootsuite"_s, u"--channel"_s, u"X"_s, u"--from"_s,
                              u"2026-07-01"_s, u"--to"_s, u"2026-07-02"_s})
                     .code,
            int(Done));
        QCOMPARE(contentOf(path(u"p.csv"_s)), QByteArray("07/01/2026 10:30,Two,\r\n"));
        const Outcome metricool = exported({u"--for"_s, u"metricool"_s});
        QCOMPARE(metricool.code, int(Done));
        QVERIFY(metricool.out.contains("3 "));
        QCOMPARE(contentOf(path(u"p.csv"_s)).count("\r\n"), 5);
        QCOMPARE(exported({u"--status"_s, u"posted"_s}).code, int(Done));
        QCOMPARE(contentOf(path(u"p.csv"_s)).count("\r\n"), 1);
    }

    void says_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QStringList &arguments, int code) {
            QTest::newRow(name) << arguments << code;
        };
        row("nothing of the kind", {u"prospects"_s, u"a.csv"_s}, WrongUsage);
        row("no such format", {u"posts"_s, u"a.csv"_s, u"--format"_s, u"pdf"_s}, WrongUsage);
        row("no such planner", {u"posts"_s, u"a.csv"_s, u"--for"_s, u"csv"_s}, WrongUsage);
        row("no such status", {u"posts"_s, u"a.csv"_s, u"--status"_s, u"done"_s}, WrongUsage);
        row("no day", {u"posts"_s, u"a.csv"_s, u"--from"_s, u"June"_s}, WrongUsage);
        row("no such channel", {u"posts"_s, u"a.csv"_s, u"--channel"_s, u"Orkut"_s}, NotDone);
        row("no such folder", {u"posts"_s, u"missing/a.csv"_s}, NotDone);
        row("too few", {u"posts"_s}, WrongUsage);
    }
    void says()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        if (arguments.size() > 1)
            arguments[1] = path(arguments.at(1));
        const Outcome outcome = call(QStringList {u"export"_s, fresh()} + arguments);
        QCOMPARE(outcome.code, code);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(arguments.size() < 2 || !QFile::exists(arguments.at(1)));
    }

    void rejectsRowsAndAsks()
    {
        const QString workspace = fresh();
        const Outcome faulty = call({u"import"_s, workspace,
            file(u"faulty.csv"_s, "caption,platform,date\nOne,x,soon\nTwo,x,2026-01-02\n"),
            u"--json"_s});
        QCOMPARE(faulty.code, int(DoneWithFaults));
        QCOMPARE(postsTold(faulty, u"created"), 1);
        QVERIFY(QFile::exists(path(u"faulty.csv.rejected.csv"_s)));
        const QString ambiguous = file(u"order.csv"_s, "caption,date\nOne,01/02/2026\n");
        const Outcome asks = call({u"import"_s, workspace, ambiguous});
        QCOMPARE(asks.code, int(NotDone));
        QVERIFY(asks.err.contains("--date-order"));
        QCOMPARE(
            call({u"import"_s, workspace, ambiguous, u"--date-order"_s, u"dmy"_s}).code, int(Done));
    }

    void printsAMonth()
    {
        const QString workspace = fresh();
        QCOMPARE(call({u"import"_s, workspace, file(u"paper.csv"_s, Plan)}).code, int(Done));
        const QString paper = path(u"march.pdf"_s);
        const Outcome done = call({u"export"_s, workspace, u"calendar"_s, paper, u"--month"_s,
            u"2026-03"_s, u"--paper"_s, u"a3"_s, u"--json"_s});
        QVERIFY2(done.code == Done, done.err.constData());
        QCOMPARE(done.json().value(u"posts"_s).toInt(), 1);
        QCOMPARE(done.json().value(u"month"_s).toString(), u"2026-03"_s);
        QFile written(paper);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("%PDF-"));
        QProcess words;
        words.start(u"pdftotext"_s, {u"-layout"_s, paper, u"-"_s});
        if (words.waitForStarted() && words.waitForFinished()) {
            const QByteArray text = words.readAllStandardOutput();
            QVERIFY2(text.contains("March 2026") && text.contains("One"), text.constData());
            QVERIFY(!text.contains("Two"));
        }
        for (const QStringList &wrong : {QStringList {u"--month"_s, u"March"_s},
                 QStringList {u"--paper"_s, u"a9"_s}, QStringList {u"--from"_s, u"2026-03-01"_s}})
            QCOMPARE(call(QStringList {u"export"_s, workspace, u"calendar"_s, paper} + wrong).code,
                int(WrongUsage));
    }
};

PULLPUSH_TEST(TestPlanCommands)
#include "tst_plancommands.moc"
