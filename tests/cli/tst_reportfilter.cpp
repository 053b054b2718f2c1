// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/moment.h"
#include "calledprogram.h"
#include "session/recordservice.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// In the zone of the workspace.
QDate today()
{
    const SystemClock clock;
    return localDay(clock.now(), QTimeZone("Europe/Berlin"));
}
} // namespace

/// Whom the options of a report leave: three who came cold on 5 and 6 January and on 1 February 2026, the first of them of size "big"
/// and Ada's, who came from "Web", the second from "web", the third from nowhere.
class TestReportFilter : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_workspace;

    Outcome report(const QStringList &options)
    {
        return call(QStringList {u"report"_s, m_workspace, u"funnel"_s, u"--json"_s} + options);
    }
    /// How many the funnel counts; -1 where it refuses.
    int cohort(const QStringList &options)
    {
        const Outcome printed = report(options);
        return printed.code == 0 ? printed.json().value(u"cohort"_s).toInt(-2) : -1;
    }
    /// Ada, and that the first of the people is hers and of size "big".
    void addOwnerAndSize()
    {
        const SystemClock clock;
        const auto opened = Workspace::openNow(m_workspace, clock);
        QVERIFY(opened);
        Workspace &workspace = **opened;
        const auto people = workspace.database()
                                ->read([](Connection &c) { return selectRows<Prospect>(c); })
                                .result();
        QVERIFY(people && people->size() == 3);
        const auto first = std::ranges::find(*people, u"a1"_s, &Prospect::name);
        QVERIFY(first != people->end());
        CustomField field;
        field.name = u"Size"_s;
        CustomValue value;
        value.field = workspace.records().addField(field);
        value.id = CustomValueId::create(workspace.ids());
        value.prospect = first->id;
        value.value = u"big"_s;
        User ada;
        ada.id = UserId::create(workspace.ids());
        ada.login = u"ada"_s;
        ada.name = u"Ada Example"_s;
        Prospect hers = *first;
        hers.owner = ada.id;
        workspace.commit({insertion(ada), insertion(value), update(*first, hers)}, u"value"_s);
        QTRY_VERIFY(!workspace.isWriting());
    }

private slots:
    void initTestCase()
    {
        m_workspace = m_folder.filePath(u"filter.pullpush"_s);
        QCOMPARE(call({u"init"_s, m_workspace, u"--zone"_s, u"Europe/Berlin"_s}).code, 0);
        QFile table(m_folder.filePath(u"people.csv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("id,since,came\na1,2026-01-05,Web\na2,2026-01-06,web\na3,2026-02-01,\n");
        table.close();
        const Outcome read = call({u"import"_s, m_workspace, table.fileName(), u"--map"_s,
            u"id=id"_s, u"--map"_s, u"entered:cold=since"_s, u"--map"_s, u"source=came"_s});
        QVERIFY2(read.code == 0, read.err.constData());
        addOwnerAndSize();
    }

    void countsACohort()
    {
        QCOMPARE(cohort({u"--cohort-from"_s, u"2026-01-06"_s}), 2);
        QCOMPARE(cohort({u"--cohort-to"_s, u"2026-02-01"_s}), 2);
        QCOMPARE(
            cohort({u"--cohort-from"_s, u"2026-01-06"_s, u"--cohort-to"_s, u"2026-02-01"_s}), 1);
        QCOMPARE(cohort({u"--cohort-to"_s, u"2026-02-01"_s, u"--from"_s, u"2026-01-06"_s}), 1);
        QCOMPARE(report({u"--cohort-from"_s, u"soon"_s}).code, 2);
        const Outcome words =
            call({u"report"_s, m_workspace, u"moves"_s, u"--cohort-from"_s, u"2026-01-06"_s});
        QCOMPARE(words.code, 0);
        QVERIFY2(words.out.contains("only who entered since"), words.out.constData());
    }

    void refusesDaysThatLeaveNothing_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("words");
        const QString day = u"2026-01-06"_s;
        // Not tomorrow, which may have come when the program runs.
        const QString future = today().addDays(2).toString(Qt::ISODate);
        QTest::newRow("from and to are the same")
            << QStringList {u"--from"_s, day, u"--to"_s, day} << QByteArray("--from");
        QTest::newRow("from after to")
            << QStringList {u"--from"_s, day, u"--to"_s, u"2026-01-05"_s} << QByteArray("--to");
        QTest::newRow("cohort-from after cohort-to") << QStringList {u"--cohort-from"_s, day,
            u"--cohort-to"_s, u"2026-01-05"_s} << QByteArray("--cohort-to");
        QTest::newRow("as of a day to come")
            << QStringList {u"--as-of"_s, future} << future.toLatin1();
        QTest::newRow("an age that is missing")
            << QStringList {u"--ages"_s, u"30,,40"_s} << QByteArray("30,,40");
    }
    void refusesDaysThatLeaveNothing()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, words);
        const Outcome refused = report(options);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(words), refused.err.constData());
        const Outcome board = call(QStringList {u"report"_s, m_workspace, u"board"_s, u"-o"_s,
                                       m_folder.filePath(u"refused.pdf"_s)}
            + options);
        QCOMPARE(board.code, 2);
        QVERIFY2(board.err.contains(words), board.err.constData());
    }

    void refusesWhatDoesNotGoTogether_data()
    {
        QTest::addColumn<QStringList>("options"); // with the report
        QTest::addColumn<QByteArray>("option");
        QTest::addColumn<QByteArray>("why");
        const QString target = m_folder.filePath(u"refused.pdf"_s);
        QTest::newRow("a board as a document") << QStringList {u"board"_s, u"--json"_s}
                                               << QByteArray("--json") << QByteArray("FILE.pdf");
        QTest::newRow("a board of a report") << QStringList {u"funnel"_s, u"--board"_s, u"x"_s}
                                             << QByteArray("--board") << QByteArray("“funnel”");
        const QStringList board {u"board"_s, u"--board"_s, u"x"_s, u"-o"_s, target};
        QTest::newRow("a saved board with days")
            << board + QStringList {u"--from"_s, u"2026-01-06"_s} << QByteArray("--from")
            << QByteArray("its own question");
        QTest::newRow("a saved board with people")
            << board + QStringList {u"--source"_s, u"web"_s} << QByteArray("--source")
            << QByteArray("its own question");
        QTest::newRow("a saved board with a window")
            << board + QStringList {u"--window"_s, u"30"_s} << QByteArray("--window")
            << QByteArray("its own question");
    }
    void refusesWhatDoesNotGoTogether()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, option);
        QFETCH(QByteArray, why);
        const Outcome refused = call(QStringList {u"report"_s, m_workspace} + options);
        QCOMPARE(refused.code, 2);
        QVERIFY2(
            refused.err.contains(option) && refused.err.contains(why), refused.err.constData());
        QVERIFY(refused.out.isEmpty());
        QVERIFY(!QFile::exists(m_folder.filePath(u"refused.pdf"_s)));
    }

    void saysWhatAReportMakesNothingOf_data()
    {
        QTest::addColumn<QStringList>("options"); // with the report
        QTest::addColumn<QByteArray>("option");
        QTest::addColumn<QByteArray>("users");
        const QString target = m_folder.filePath(u"told.pdf"_s);
        QTest::newRow("the usual board with ages")
            << QStringList {u"board"_s, u"--ages"_s, u"30"_s, u"-o"_s, target}
            << QByteArray("--ages") << QByteArray("outcomes, cohorts");
        QTest::newRow("a window for ageing")
            << QStringList {u"ageing"_s, u"--window"_s, u"30"_s} << QByteArray("--window")
            << QByteArray("funnel, trend");
        QTest::newRow("touched stages for moves")
            << QStringList {u"moves"_s, u"--reached"_s, u"touched"_s} << QByteArray("--reached")
            << QByteArray("funnel");
        QTest::newRow("a breakdown of outcomes") << QStringList {u"outcomes"_s, u"--by"_s,
            u"source"_s} << QByteArray("--by") << QByteArray("funnel, attribution");
        QTest::newRow("a model for hops") << QStringList {u"hops"_s, u"--model"_s, u"first"_s}
                                          << QByteArray("--model") << QByteArray("attribution");
        QTest::newRow("a look back for a funnel") << QStringList {u"funnel"_s, u"--look-back"_s,
            u"9"_s} << QByteArray("--look-back") << QByteArray("attribution");
    }
    void saysWhatAReportMakesNothingOf()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, option);
        QFETCH(QByteArray, users);
        const Outcome told = call(QStringList {u"report"_s, m_workspace} + options);
        QCOMPARE(told.code, 0);
        QCOMPARE(told.err.count(option), 1);
        QVERIFY2(told.err.contains(users), told.err.constData());
    }

    void printsADocumentBesideAFile()
    {
        const QString file = m_folder.filePath(u"beside.csv"_s);
        const QStringList ask {u"report"_s, m_workspace, u"funnel"_s, u"--json"_s};
        const Outcome both = call(ask + QStringList {u"-o"_s, file});
        QCOMPARE(both.code, 0);
        QCOMPARE(both.json().value(u"cohort"_s), call(ask).json().value(u"cohort"_s));
        QVERIFY(QFile::exists(file));
        const Outcome refused =
            call(ask + QStringList {u"-o"_s, m_folder.filePath(u"none/beside.csv"_s)});
        QVERIFY(refused.code != 0);
        QVERIFY(refused.out.isEmpty());
    }

    void takesWhatGoesTogether()
    {
        const QStringList ask {u"report"_s, m_workspace};
        const QString target = m_folder.filePath(u"usual.pdf"_s);
        const QStringList board {u"board"_s, u"--by"_s, u"source"_s, u"--window"_s, u"30"_s,
            u"--reached"_s, u"touched"_s, u"-o"_s, target};
        QCOMPARE(call(ask + board).code, 0);
        QCOMPARE(call(ask + QStringList {u"trend"_s, u"--window"_s, u"30"_s, u"--json"_s}).code, 0);
        QCOMPARE(
            call(ask + QStringList {u"outcomes"_s, u"--ages"_s, u"30,90"_s, u"--json"_s}).code, 0);
        const QStringList credit {u"attribution"_s, u"--by"_s, u"campaign"_s, u"--look-back"_s,
            u"9"_s, u"--model"_s, u"first"_s};
        QCOMPARE(call(ask + credit).code, 0);
        // There is no such board, which is no contradiction.
        QCOMPARE(call(ask
                     + QStringList {u"board"_s, u"--board"_s, u"x"_s, u"--as-of"_s, u"2026-02-01"_s,
                         u"-o"_s, target})
                     .code,
            3);
    }

    void countsAsOfADayThatHasCome()
    {
        QCOMPARE(cohort({u"--as-of"_s, today().toString(Qt::ISODate)}), 3);
        QCOMPARE(cohort({u"--as-of"_s, u"2026-01-31"_s}), 2);
    }

    void countsStages()
    {
        QCOMPARE(cohort({u"--stage"_s, u"cold"_s}), 3);
        QCOMPARE(cohort({u"--stage"_s, u"Customer"_s}), 0);
        QCOMPARE(cohort({u"--stage"_s, u"customer"_s, u"--stage"_s, u"COLD"_s}), 3);
        QCOMPARE(cohort({u"--stage"_s, u"none"_s}), 0);
        const Outcome unknown = report({u"--stage"_s, u"nowhere"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains("customer"), unknown.err.constData());
    }

    void countsAStageThatIsRetired()
    {
        const QString path = m_folder.filePath(u"retired.pullpush"_s);
        QCOMPARE(call({u"init"_s, path, u"--zone"_s, u"Europe/Berlin"_s}).code, 0);
        QFile table(m_folder.filePath(u"warm.csv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("id,since,warm\nb1,2026-01-05,\nb2,2026-01-05,2026-01-09\n");
        table.close();
        const Outcome read = call({u"import"_s, path, table.fileName(), u"--map"_s, u"id=id"_s,
            u"--map"_s, u"entered:cold=since"_s, u"--map"_s, u"entered:warm=warm"_s});
        QVERIFY2(read.code == 0, read.err.constData());
        {
            const SystemClock clock;
            const auto opened = Workspace::openNow(path, clock);
            QVERIFY(opened);
            const Stage warm = (*opened)->stages().at(1);
            Stage retired = warm;
            retired.retiredAt = clock.now();
            (*opened)->apply({update(warm, retired)});
            QTRY_VERIFY(!(*opened)->isWriting());
        }
        const auto countedAt = [&path](const QString &stage) {
            const Outcome printed =
                call({u"report"_s, path, u"funnel"_s, u"--json"_s, u"--stage"_s, stage});
            return printed.code == 0 ? printed.json().value(u"cohort"_s).toInt(-2) : -1;
        };
        QCOMPARE(countedAt(u"warm"_s), 1);
        QCOMPARE(countedAt(u"cold"_s), 1);
        QCOMPARE(countedAt(u"none"_s), 0);
        const Outcome words = call({u"report"_s, path, u"moves"_s, u"--stage"_s, u"warm"_s});
        QVERIFY2(words.out.contains("only who is at Warm (retired) now"), words.out.constData());
    }

    void countsWhomAFieldNames()
    {
        const Outcome big = report({u"--field"_s, u"size=big"_s});
        QVERIFY2(big.code == 0, big.err.constData());
        QCOMPARE(big.json().value(u"cohort"_s).toInt(), 1);
        const QJsonValue people = big.json().value(u"filter"_s)[u"people"_s];
        QCOMPARE(people[u"name"_s].toString(), u"Size: big"_s);
        QCOMPARE(people[u"count"_s].toInt(), 1);
        QCOMPARE(cohort({u"--field"_s, u"Size=small"_s}), 0);
        QCOMPARE(cohort({u"--field"_s, u"Size=big"_s, u"--cohort-from"_s, u"2027-01-01"_s}), 0);
        const Outcome unknown = report({u"--field"_s, u"Weight=2"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains("Size"), unknown.err.constData());
        QCOMPARE(report({u"--field"_s, u"Size"_s}).code, 2);
        QCOMPARE(report({u"--field"_s, u"Size="_s}).code, 2);
        QCOMPARE(report({u"--field"_s, u"Size=big"_s, u"--field"_s, u"Size=small"_s}).code, 2);
    }

    void saysThatThereAreNoFields()
    {
        const QString bare = m_folder.filePath(u"bare.pullpush"_s);
        QCOMPARE(call({u"init"_s, bare, u"--zone"_s, u"Europe/Berlin"_s}).code, 0);
        const Outcome refused = call({u"report"_s, bare, u"funnel"_s, u"--field"_s, u"Size=big"_s});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("none yet"), refused.err.constData());
        QVERIFY2(!refused.err.contains("Fields:"), refused.err.constData());
    }

    void countsSources()
    {
        QCOMPARE(cohort({u"--source"_s, u"web"_s}), 1);
        QCOMPARE(cohort({u"--source"_s, u"WEB"_s}), 2); // both are written otherwise
        QCOMPARE(cohort({u"--source"_s, u"none"_s}), 1);
        QCOMPARE(cohort({u"--source"_s, QString()}), 1); // as a group of them is called
        QCOMPARE(cohort({u"--source"_s, u"Web"_s, u"--source"_s, u"none"_s}), 2);
        const QJsonObject chosen =
            report({u"--source"_s, u"Web"_s, u"--source"_s, u"none"_s}).json();
        QCOMPARE(chosen.value(u"filter"_s)[u"sources"_s].toArray().toVariantList(),
            (QVariantList {u"Web"_s, u""_s}));
        const Outcome unknown = report({u"--source"_s, u"fair"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.err.contains("fair") && unknown.err.contains("Web, web, none"),
            unknown.err.constData());
    }

    void countsOwners()
    {
        for (const QString &ada : {u"ada"_s, u"ADA"_s, u"Ada example"_s})
            QCOMPARE(cohort({u"--owner"_s, ada}), 1);
        QCOMPARE(cohort({u"--owner"_s, u"none"_s}), 2);
        QCOMPARE(cohort({u"--owner"_s, u"none"_s, u"--owner"_s, u"ada"_s}), 3);
        QCOMPARE(cohort({u"--owner"_s, u"ada"_s, u"--source"_s, u"web"_s}), 0);
        const Outcome words = call({u"report"_s, m_workspace, u"moves"_s, u"--owner"_s, u"ada"_s});
        QCOMPARE(words.code, 0);
        QVERIFY2(words.out.contains("only those of Ada Example"), words.out.constData());
        const Outcome unknown = report({u"--owner"_s, u"Zoe"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(
            unknown.err.contains("Zoe") && unknown.err.contains("ada"), unknown.err.constData());
    }

    void explainsWhomItLeaves()
    {
        const Outcome help = call({u"help"_s, u"report"_s});
        for (const char *option : {"--source SOURCE", "--owner MEMBER", "--stage STAGE"})
            QVERIFY2(help.out.contains(option), option);
    }

    void printsABoardOfThem()
    {
        const Outcome board = call({u"report"_s, m_workspace, u"board"_s, u"--field"_s,
            u"Size=big"_s, u"--stage"_s, u"cold"_s, u"-o"_s, m_folder.filePath(u"board.pdf"_s)});
        QVERIFY2(board.code == 0, board.err.constData());
        QCOMPARE(call({u"report"_s, m_workspace, u"board"_s, u"--stage"_s, u"nowhere"_s, u"-o"_s,
                          m_folder.filePath(u"none.pdf"_s)})
                     .code,
            2);
        QCOMPARE(call({u"report"_s, m_workspace, u"board"_s, u"--source"_s, u"web"_s, u"--owner"_s,
                          u"none"_s, u"-o"_s, m_folder.filePath(u"web.pdf"_s)})
                     .code,
            0);
        QCOMPARE(call({u"report"_s, m_workspace, u"board"_s, u"--source"_s, u"fair"_s, u"-o"_s,
                          m_folder.filePath(u"none.pdf"_s)})
                     .code,
            2);
        QVERIFY(!QFile::exists(m_folder.filePath(u"none.pdf"_s)));
    }
};

PULLPUSH_TEST(TestReportFilter)
#include "tst_reportfilter.moc"
