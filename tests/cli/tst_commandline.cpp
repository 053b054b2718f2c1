// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calledprogram.h"
#include "test_support/testbackend.h"
#include "test_support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QByteArray leads()
{
    return "lead,first contact,origin\n"
           "a1,2026-01-05,social\n"
           "a2,2026-01-06,social\n"
           "a3,2026-01-07,\n"
           "a4,2026-02-01,search\n";
}

QStringList leadMaps()
{
    return {u"--map"_s, u"id=lead"_s, u"--map"_s, u"first_seen=first contact"_s, u"--map"_s,
        u"entered:cold=first contact"_s, u"--map"_s, u"source=origin"_s};
}

QStringList winMaps()
{
    return {u"--map"_s, u"id=lead"_s, u"--map"_s, u"entered:customer=won"_s};
}
} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PgCluster> m_cluster;

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile target(m_folder.filePath(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
            qFatal("cannot write a fixture");
        return target.fileName();
    }
    QString fresh(bool onServer = false)
    {
        static int number = 0;
        const QString name = u"w%1"_s.arg(++number);
        QString location = m_folder.filePath(name + u".pullpush"_s);
        if (onServer)
            location = m_cluster->createDatabase(name).value_or(QString());
        if (call({u"init"_s, location, u"--zone"_s, u"America/Sao_Paulo"_s}).code != 0)
            return {};
        return location;
    }
    int customers(const QString &workspace, const QStringList &more = {})
    {
        const QJsonArray stages =
            call(QStringList {u"report"_s, workspace, u"funnel"_s, u"--json"_s} + more)
                .json()
                .value(u"stages"_s)
                .toArray();
        for (const auto &stage : stages) {
            if (stage.toObject().value(u"stage"_s) == "customer"_L1)
                return stage.toObject().value(u"reached"_s).toInt();
        }
        return -1;
    }

    int movesBetween(const QString &workspace, const QString &from, const QString &to)
    {
        const QJsonArray moves = call({u"report"_s, workspace, u"moves"_s, u"--json"_s})
                                     .json()
                                     .value(u"moves"_s)
                                     .toArray();
        for (const auto &move : moves) {
            const QJsonObject one = move.toObject();
            if (one.value(u"from"_s) == from && one.value(u"to"_s) == to)
                return one.value(u"count"_s).toInt();
        }
        return 0;
    }

    /// The published paths of the same people, through the other reports.
    void countsWhereTheyWent(const QString &workspace)
    {
        QMap<QString, int> moves;
        const QJsonArray list = call({u"report"_s, workspace, u"moves"_s, u"--json"_s})
                                    .json()
                                    .value(u"moves"_s)
                                    .toArray();
        for (const auto &value : list) {
            const QJsonObject move = value.toObject();
            moves.insert(move.value(u"from"_s).toString() + u'>' + move.value(u"to"_s).toString(),
                move.value(u"count"_s).toInt());
        }
        QCOMPARE(moves,
            (QMap<QString, int> {{u"start>cold"_s, 8000}, {u"cold>customer"_s, 842},
                {u"cold>still there"_s, 7158}, {u"customer>still there"_s, 842}}));
        const QJsonArray ages = call({u"report"_s, workspace, u"outcomes"_s, u"--from"_s,
                                         u"2018-01-01"_s, u"--to"_s, u"2018-06-01"_s, u"--as-of"_s,
                                         u"2018-11-14"_s, u"--ages"_s, u"30,90,165"_s, u"--json"_s})
                                    .json()
                                    .value(u"ages"_s)
                                    .toArray();
        QList<int> won;
        for (const auto &age : ages) {
            const QJsonObject share = age.toObject().value(u"won"_s).toObject();
            won << qRound(share.value(u"rate"_s).toDouble() * 10000);
        }
        QCOMPARE(won, QList<int>({919, 1129, 1236}));
    }

private slots:
    void initTestCase()
    {
        auto cluster = PgCluster::start();
        if (cluster)
            m_cluster = std::move(*cluster);
        else if (PgCluster::isRequired())
            QFAIL(qPrintable(cluster.error().message));
    }

    void countsTheRealFunnel_data() { TestBackend::addBackends(); }
    void countsTheRealFunnel()
    {
        QFETCH(bool, onServer);
        const QDir data(
            qEnvironmentVariable("PULLPUSH_SHARED_DATA") + u"/funnel/olist_marketing_funnel"_s);
        if (!qEnvironmentVariableIsSet("PULLPUSH_SHARED_DATA") || !data.exists())
            QSKIP("the real files are not here");
        if (onServer && !m_cluster)
            QSKIP("PostgreSQL is not installed");
        const QString workspace = fresh(onServer);
        QVERIFY(!workspace.isEmpty());
        QCOMPARE(
            call({u"import"_s, workspace,
                     data.filePath(u"olist_marketing_qualified_leads_dataset.csv"_s), u"--map"_s,
                     u"id=mql_id"_s, u"--map"_s, u"first_seen=first_contact_date"_s, u"--map"_s,
                     u"entered:cold=first_contact_date"_s, u"--map"_s, u"source=origin"_s})
                .code,
            0);
        const Outcome wins = call(
            {u"import"_s, workspace, data.filePath(u"olist_closed_deals_dataset.csv"_s), u"--map"_s,
                u"id=mql_id"_s, u"--map"_s, u"entered:customer=won_date"_s, u"--json"_s});
        QCOMPARE(wins.code, 0);
        QCOMPARE(wins.json().value(u"prospects"_s).toObject().value(u"updated"_s).toInt(), 842);
        const QJsonArray issues = wins.json().value(u"issues"_s).toArray();
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.first().toObject().value(u"code"_s).toString(), u"out-of-order"_s);

        const QJsonObject report =
            call({u"report"_s, workspace, u"funnel"_s, u"--by"_s, u"source"_s, u"--json"_s}).json();
        QCOMPARE(report.value(u"cohort"_s).toInt(), 8000);
        const QJsonObject customer = report.value(u"stages"_s).toArray().at(4).toObject();
        QCOMPARE(customer.value(u"reached"_s).toInt(), 842);
        const QJsonObject overall = customer.value(u"overall"_s).toObject();
        QCOMPARE(overall.value(u"rate"_s).toDouble(), 0.10525);
        QCOMPARE(qRound(overall.value(u"low"_s).toDouble() * 10000), 987);
        QCOMPARE(qRound(overall.value(u"high"_s).toDouble() * 10000), 1122);
        QHash<QString, std::pair<int, int>> groups;
        const QJsonArray list = report.value(u"groups"_s).toArray();
        for (const auto &value : list) {
            const QJsonObject group = value.toObject();
            groups.insert(group.value(u"key"_s).toString(),
                {group.value(u"stages"_s).toArray().at(4).toObject().value(u"reached"_s).toInt(),
                    group.value(u"cohort"_s).toInt()});
        }
        QCOMPARE(groups.value(u"social"_s), std::pair(75, 1350));
        QCOMPARE(groups.value(u"paid_search"_s), std::pair(195, 1586));
        QCOMPARE(groups.value(u"organic_search"_s), std::pair(271, 2296));
        QCOMPARE(groups.value(u""_s), std::pair(14, 60));
        QCOMPARE(groups.size(), 11);

        const auto narrowed =
            call({u"report"_s, workspace, u"moves"_s, u"--by"_s, u"source"_s, u"--json"_s});
        QCOMPARE(narrowed.code, 0);
        QVERIFY2(narrowed.err.contains("--by"), narrowed.err.constData());

        const QJsonObject mature = call({u"report"_s, workspace, u"funnel"_s, u"--from"_s,
                                            u"2018-01-01"_s, u"--window"_s, u"90"_s, u"--json"_s})
                                       .json();
        QCOMPARE(mature.value(u"cohort"_s).toInt(), 5998);
        QCOMPARE(
            mature.value(u"stages"_s).toArray().at(4).toObject().value(u"reached"_s).toInt(), 677);
        countsWhereTheyWent(workspace);
    }

    void takesApartByWhatTouchesTell()
    {
        const QString workspace = fresh();
        const QStringList import {u"import"_s, workspace, file(u"leads.csv"_s, leads())};
        QCOMPARE(call(import + leadMaps()).code, 0);
        for (const QString &by : {u"channel"_s, u"pillar"_s, u"network"_s, u"handover"_s}) {
            const Outcome apart =
                call({u"report"_s, workspace, u"funnel"_s, u"--by"_s, by, u"--json"_s});
            QCOMPARE(apart.code, 0);
            const QJsonArray groups = apart.json().value(u"groups"_s).toArray();
            QCOMPARE(groups.size(), 1); // nothing touched them
            QCOMPARE(groups[0][u"key"_s].toString(), QString());
            QCOMPARE(groups[0][u"cohort"_s], apart.json().value(u"cohort"_s));
        }
        const QStringList attribution {u"report"_s, workspace, u"attribution"_s, u"--json"_s};
        const Outcome credit = call(attribution
            + QStringList {
                u"--by"_s, u"campaign"_s, u"--model"_s, u"u"_s, u"--look-back"_s, u"30"_s});
        QCOMPARE(credit.code, 0);
        QVERIFY2(!credit.err.contains("--by"), credit.err.constData());
        QCOMPARE(credit.json().value(u"model"_s).toString(), u"u"_s);
        QCOMPARE(credit.json().value(u"creditTo"_s).toString(), u"campaign"_s);
        QCOMPARE(credit.json().value(u"lookBackDays"_s).toInt(), 30);
        QCOMPARE(call(attribution + QStringList {u"--by"_s, u"owner"_s}).code, 2);
        QCOMPARE(call(attribution + QStringList {u"--model"_s, u"w"_s}).code, 2);
        QCOMPARE(call(attribution + QStringList {u"--look-back"_s, u"soon"_s}).code, 2);
        QCOMPARE(call({u"report"_s, workspace, u"funnel"_s, u"--by"_s, u"post"_s}).code, 2);
        const Outcome unused = call({u"report"_s, workspace, u"funnel"_s, u"--model"_s, u"u"_s});
        QCOMPARE(unused.code, 0);
        QVERIFY2(unused.err.contains("--model"), unused.err.constData());
    }

    void everyReportIsWritten_data()
    {
        QTest::addColumn<QString>("report");
        for (const auto *report : {"funnel", "flow", "moves", "outcomes", "time-in-stage",
                 "cohorts", "trend", "ageing", "velocity", "forecast", "attribution", "advocacy",
                 "handover", "lost-reasons", "hops", "activity"})
            QTest::newRow(report) << QString::fromLatin1(report);
    }
    void everyReportIsWritten()
    {
        QFETCH(QString, report);
        static QString workspace;
        if (workspace.isEmpty()) {
            workspace = fresh();
            const QStringList import {u"import"_s, workspace, file(u"leads.csv"_s, leads())};
            QCOMPARE(call(import + leadMaps()).code, 0);
        }
        const Outcome printed = call({u"report"_s, workspace, report, u"--json"_s});
        QCOMPARE(printed.code, 0);
        QCOMPARE(printed.json().value(u"report"_s).toString(), report);
        QVERIFY(call({u"report"_s, workspace, report}).out.contains('\t'));
        const std::initializer_list<std::pair<QString, QByteArray>> kinds {
            {u"png"_s, "\x89PNG"}, {u"svg"_s, "<?xml"}, {u"pdf"_s, "%PDF"}, {u"csv"_s, ""}};
        for (const auto &[suffix, magic] : kinds) {
            const QString target = m_folder.filePath(report + u'.' + suffix);
            QCOMPARE(call({u"report"_s, workspace, report, u"-o"_s, target}).code, 0);
            QFile written(target);
            QVERIFY(written.open(QIODevice::ReadOnly));
            const QByteArray content = written.readAll();
            QVERIFY2(content.size() > 20 && content.startsWith(magic), qPrintable(target));
        }
        if (report == "funnel"_L1)
            QCOMPARE(
                call({u"report"_s, workspace, report, u"-o"_s, m_folder.filePath(u"x.txt"_s)}).code,
                3);
    }

    /// Two came and were won, and nobody was seen on the way there.
    void tellsWhoWasNotSeen()
    {
        const QString workspace = fresh();
        const QString wins = file(u"won.csv"_s, "lead,won\na1,2026-01-20\na2,2026-01-25\n");
        QCOMPARE(
            call(QStringList {u"import"_s, workspace, file(u"leads.csv"_s, leads())} + leadMaps())
                .code,
            0);
        QCOMPARE(call(QStringList {u"import"_s, workspace, wins} + winMaps()).code, 0);
        const QJsonArray stages = call({u"report"_s, workspace, u"funnel"_s, u"--json"_s})
                                      .json()
                                      .value(u"stages"_s)
                                      .toArray();
        QCOMPARE(stages.size(), 7);
        QCOMPARE(stages[0][u"onward"_s].toInt(-1), 2);
        QCOMPARE(stages[0][u"unseen"_s].toInt(-1), 0);
        for (const int step : {1, 2, 3}) {
            QCOMPARE(stages[step][u"reached"_s].toInt(-1), 2);
            QCOMPARE(stages[step][u"unseen"_s].toInt(-1), 2);
            QCOMPARE(stages[step][u"step"_s][u"rate"_s].toDouble(-1), step == 1 ? .5 : 1.0);
            QVERIFY(!stages[step][u"stepRecorded"_s].toBool(true));
        }
        QVERIFY(!stages[4][u"stepRecorded"_s].toBool(true)); // of those before nobody was seen
        QCOMPARE(stages[4][u"unseen"_s].toInt(-1), 0);

        const QString target = m_folder.filePath(u"unseen.csv"_s);
        QCOMPARE(call({u"report"_s, workspace, u"funnel"_s, u"-o"_s, target}).code, 0);
        QFile written(target);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = written.readAll().split('\n');
        const QList<QByteArray> head = lines.value(0).trimmed().split(',');
        const QList<QByteArray> warm = lines.value(2).trimmed().split(',');
        QCOMPARE(warm.size(), head.size());
        QCOMPARE(warm.value(head.indexOf("stage")), QByteArray("warm"));
        QCOMPARE(warm.value(head.indexOf("reached")), QByteArray("2"));
        QCOMPARE(warm.value(head.indexOf("unseen")), QByteArray("2"));
        QCOMPARE(warm.value(head.indexOf("step")), QByteArray("0.5"));
    }

    void comparesWithTheTimeBefore()
    {
        const QString workspace = fresh();
        const QStringList import {u"import"_s, workspace, file(u"leads.csv"_s, leads())};
        QCOMPARE(call(import + leadMaps()).code, 0);
        const QStringList ask {u"report"_s, workspace, u"funnel"_s, u"--from"_s, u"2026-02-01"_s,
            u"--to"_s, u"2026-03-01"_s, u"--compare"_s};
        const QJsonObject report = call(ask + QStringList {u"previous"_s, u"--json"_s}).json();
        QCOMPARE(report.value(u"cohort"_s).toInt(), 1);
        QCOMPARE(report.value(u"before"_s)[u"cohort"_s].toInt(), 3);
        QCOMPARE(report.value(u"comparedWith"_s)[u"from"_s].toString(), u"2026-01-01"_s);
        QVERIFY(report.value(u"change"_s).isObject());
        QCOMPARE(call(ask + QStringList {u"year"_s, u"--json"_s})
                     .json()
                     .value(u"before"_s)[u"cohort"_s]
                     .toInt(),
            0);
        QCOMPARE(call(ask + QStringList {u"tomorrow"_s}).code, 2);
        const Outcome open = call({u"report"_s, workspace, u"funnel"_s, u"--compare"_s, u"year"_s});
        QCOMPARE(open.code, 2);

        // The picture tells of both times what the document does.
        const QString target = m_folder.filePath(u"compared.svg"_s);
        QCOMPARE(call(ask + QStringList {u"previous"_s, u"-o"_s, target}).code, 0);
        QFile picture(target);
        QVERIFY(picture.open(QIODevice::ReadOnly));
        const QByteArray drawn = picture.readAll();
        for (const QJsonObject &time : {report, report.value(u"before"_s).toObject()}) {
            const QByteArray all = QByteArray::number(time.value(u"cohort"_s).toInt());
            QVERIFY2(drawn.contains(all + " of " + all), all.constData());
        }
    }

    void printsABoard()
    {
        const QString workspace = fresh();
        const QStringList import {u"import"_s, workspace, file(u"leads.csv"_s, leads())};
        QCOMPARE(call(import + leadMaps()).code, 0);
        const QString target = m_folder.filePath(u"board.pdf"_s);
        const QStringList ask {u"report"_s, workspace, u"board"_s};
        const Outcome printed = call(ask + QStringList {u"-o"_s, target});
        QVERIFY2(printed.code == 0, printed.err.constData());
        QFile written(target);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray content = written.readAll();
        QVERIFY(content.startsWith("%PDF"));
        // A page object each, besides the node above them.
        QVERIFY(content.count("/Type /Page\n") > 1);
        QCOMPARE(call(ask).code, 2);
        QCOMPARE(call(ask + QStringList {u"-o"_s, m_folder.filePath(u"board.png"_s)}).code, 2);
        QCOMPARE(call(ask + QStringList {u"--board"_s, u"Monday"_s, u"-o"_s, target}).code, 3);
    }

    void oneFileCountsAsTwo()
    {
        // In one file as in two: b2 was won before the first contact.
        const QString workspace = fresh();
        const QString all = file(u"all.csv"_s,
            "id,name,cold,customer\nb1,One,2026-02-01,2026-03-01\nb2,Two,2026-02-01,2026-01-20\n");
        const Outcome read = call({u"import"_s, workspace, all, u"--map"_s, u"id=id"_s, u"--map"_s,
            u"entered:cold=cold"_s, u"--map"_s, u"entered:customer=customer"_s, u"--json"_s});
        QCOMPARE(read.code, 0);
        QVERIFY(read.out.contains("out-of-order"));
        QCOMPARE(customers(workspace), 2);
        QCOMPARE(customers(workspace, {u"--window"_s, u"90"_s}), 1);
        QCOMPARE(movesBetween(workspace, u"customer"_s, u"cold"_s), 0);
        QCOMPARE(movesBetween(workspace, u"start"_s, u"cold"_s), 2);
        const QJsonArray entered = call({u"report"_s, workspace, u"cohorts"_s, u"--json"_s})
                                       .json()[u"periods"_s]
                                       .toArray();
        QCOMPARE(entered.first()[u"cohort"_s].toInt(), 2); // both in February
    }

    void whoCameBackStandsWhereTheyGotTo()
    {
        const QString workspace = fresh();
        const QString all = file(u"back.csv"_s,
            "id,name,cold,warm,customer,lost\nc1,Ada,2026-04-01,2026-06-01,2026-06-20,2026-05-01\n"
            "c2,Ben,2026-04-01,2026-05-01,,2026-06-20\n");
        QStringList import {u"import"_s, workspace, all, u"--map"_s, u"id=id"_s};
        for (const char *stage : {"cold", "warm", "customer", "lost"})
            import << u"--map"_s << u"entered:%1=%1"_s.arg(QLatin1String(stage));
        QCOMPARE(call(import).code, 0);
        QCOMPARE(customers(workspace), 1);
        QCOMPARE(movesBetween(workspace, u"cold"_s, u"lost"_s), 1);
        QCOMPARE(movesBetween(workspace, u"lost"_s, u"warm"_s), 1);
        QCOMPARE(movesBetween(workspace, u"warm"_s, u"lost"_s), 1);
        QCOMPARE(movesBetween(workspace, u"customer"_s, u"lost"_s), 0);
        QCOMPARE(movesBetween(workspace, u"customer"_s, u"still there"_s), 1);
    }

    void aDayIsNotBeforeAnHourInIt()
    {
        const QString workspace = fresh();
        const QString all = file(u"days.csv"_s,
            "id,name,cold,warm,lost\nd1,Ada,2026-04-01 10:00:00,2026-04-01,2026-04-01\n"
            "d2,Ben,2026-04-03,,2026-04-01\n");
        QStringList import {u"import"_s, workspace, all, u"--map"_s, u"id=id"_s};
        for (const char *stage : {"cold", "warm", "lost"})
            import << u"--map"_s << u"entered:%1=%1"_s.arg(QLatin1String(stage));
        QCOMPARE(call(import).code, 0);
        QCOMPARE(movesBetween(workspace, u"start"_s, u"cold"_s), 1);
        QCOMPARE(movesBetween(workspace, u"warm"_s, u"lost"_s), 1);
        QCOMPARE(movesBetween(workspace, u"lost"_s, u"warm"_s), 0);
        QCOMPARE(movesBetween(workspace, u"lost"_s, u"still there"_s), 1);
        // Ben was lost before the first contact, and is not lost now.
        QCOMPARE(movesBetween(workspace, u"lost"_s, u"cold"_s), 1);
        QCOMPARE(movesBetween(workspace, u"cold"_s, u"lost"_s), 0);
        QCOMPARE(movesBetween(workspace, u"cold"_s, u"still there"_s), 1);
    }

    void importsTwiceWithoutAddingAndUndoes()
    {
        const QString workspace = fresh();
        const QString first = file(u"leads.csv"_s, leads());
        const QString second =
            file(u"wins.csv"_s, "lead,won\na1,2026-01-20 10:00:00\na4,2026-01-15\n");
        QCOMPARE(call(QStringList {u"import"_s, workspace, first} + leadMaps()).code, 0);
        const Outcome wins =
            call(QStringList {u"import"_s, workspace, second, u"--json"_s} + winMaps());
        QCOMPARE(wins.code, 0);
        QVERIFY(wins.out.contains("out-of-order")); // a4 was won before the first contact
        QCOMPARE(customers(workspace), 2);
        QCOMPARE(customers(workspace, {u"--window"_s, u"90"_s}), 1);
        const Outcome again =
            call(QStringList {u"import"_s, workspace, second, u"--json"_s} + winMaps());
        QCOMPARE(again.json().value(u"prospects"_s).toObject().value(u"skipped"_s).toInt(), 2);
        QCOMPARE(again.json().value(u"moves"_s).toObject().value(u"created"_s).toInt(), 0);
        QCOMPARE(customers(workspace), 2);
        const QString batch = wins.json().value(u"batch"_s).toString();
        QCOMPARE(call({u"undo-import"_s, workspace, batch}).code, 0);
        QCOMPARE(customers(workspace), 0);
        QCOMPARE(call({u"undo-import"_s, workspace, batch}).code, 3); // once only
        QCOMPARE(call(QStringList {u"import"_s, workspace, second} + winMaps()).code, 0);
        QCOMPARE(customers(workspace), 2);
        QCOMPARE(call({u"verify"_s, workspace}).code, 0);
    }

    void faultsOfTheFileImportNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("maps");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("missing column")
            << leads() << QStringList {u"--map"_s, u"id=nobody"_s} << QByteArray("nobody");
        QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\0\0\0\1\2\3\4", 11).repeated(40)
                                << leadMaps() << QByteArray("bad.csv");
        QTest::newRow("xlsx") << QByteArray("PK\3\4\x14\0\6\0", 8) + QByteArray(200, 'x')
                + "xl/workbook.xml"
                              << leadMaps() << QByteArray("bad.csv");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>")
                              << leadMaps() << QByteArray("bad.csv");
        QTest::newRow("cut off") << leads() + "a5,2026-02-02,\"soc" << leadMaps()
                                 << QByteArray("bad.csv");
        QTest::newRow("unknown stage") << leads()
                                       << QStringList {u"--map"_s, u"id=lead"_s, u"--map"_s,
                                              u"entered:nowhere=first contact"_s}
                                       << QByteArray("nowhere");
    }
    void faultsOfTheFileImportNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, maps);
        QFETCH(QByteArray, says);
        const QString workspace = fresh();
        const Outcome outcome =
            call(QStringList {u"import"_s, workspace, file(u"bad.csv"_s, bytes)} + maps);
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains(says), outcome.err.constData());
        QCOMPARE(call({u"report"_s, workspace, u"funnel"_s, u"--json"_s})
                     .json()
                     .value(u"cohort"_s)
                     .toInt(),
            0);
    }

    void faultsOfARowRejectTheRow()
    {
        const QString workspace = fresh();
        const QString path =
            file(u"rows.csv"_s, leads() + "a5,someday,social\na6\na7,2026-03-01,caf\xe9 \xff\n");
        const Outcome outcome =
            call(QStringList {u"import"_s, workspace, path, u"--json"_s} + leadMaps());
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.json().value(u"rejected"_s).toInt(), 2);
        QCOMPARE(outcome.json().value(u"prospects"_s).toObject().value(u"created"_s).toInt(), 5);
        QFile rejected(path + u".rejected.csv"_s);
        QVERIFY(rejected.open(QIODevice::ReadOnly));
        const QByteArray rows = rejected.readAll();
        QVERIFY(rows.contains("someday") && rows.contains("a6") && !rows.contains("a7"));
        const QJsonArray issues = outcome.json().value(u"issues"_s).toArray();
        QList<int> lines;
        for (const auto &issue : issues)
            lines << issue.toObject().value(u"line"_s).toInt();
        QVERIFY(lines.contains(6) && lines.contains(7));
        // With --strict the same file imports nothing.
        const QString strict = fresh();
        QCOMPARE(call(QStringList {u"import"_s, strict, path, u"--strict"_s} + leadMaps()).code, 3);
        QCOMPARE(
            call({u"report"_s, strict, u"funnel"_s, u"--json"_s}).json().value(u"cohort"_s).toInt(),
            0);
    }

    void tellsOfWhatItMakesNothing()
    {
        const QString workspace = fresh();
        const QStringList import {u"import"_s, workspace,
            file(u"odd.csv"_s,
                "id,entered cold,Shoe size,entered:warm\n1,2026-01-02,canary,2099-01-01\n")};
        const Outcome words = call(import + QStringList {u"--dry-run"_s});
        QCOMPARE(words.code, 0);
        for (const char *part : {"“entered cold” is not used", "entered:cold",
                 "columns not used: “Shoe size”", "odd.csv:2: warning: In “entered:warm” 1 "})
            QVERIFY2(words.err.contains(part), words.err.constData());
        QVERIFY(!words.err.contains("canary") && !words.err.contains("2099"));
        const Outcome printed = call(import + QStringList {u"--json"_s});
        QCOMPARE(printed.code, 0);
        const QJsonArray unused = printed.json().value(u"unusedColumns"_s).toArray();
        QCOMPARE(unused.size(), 2);
        QCOMPARE(unused.at(0)[u"file"_s].toString(), u"odd.csv"_s);
        QCOMPARE(unused.at(0)[u"column"_s].toString(), u"entered cold"_s);
        QCOMPARE(unused.at(0)[u"likelyField"_s].toString(), u"entered:cold"_s);
        QCOMPARE(unused.at(1)[u"column"_s].toString(), u"Shoe size"_s);
        QVERIFY(unused.at(1)[u"likelyField"_s].isNull());
        const QJsonArray issues = printed.json().value(u"issues"_s).toArray();
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.at(0)[u"code"_s].toString(), u"future-date"_s);
        QCOMPARE(issues.at(0)[u"line"_s].toInt(), 2);
        // Kept all the same.
        QCOMPARE(printed.json().value(u"moves"_s)[u"created"_s].toInt(), 1);
    }

    void tellsDryRunsWithoutKeepingThem()
    {
        const QString workspace = fresh();
        const QString path = file(u"dry.csv"_s, leads());
        const Outcome dry = call(
            QStringList {u"import"_s, workspace, path, u"--dry-run"_s, u"--json"_s} + leadMaps());
        QCOMPARE(dry.code, 0);
        QCOMPARE(dry.json().value(u"prospects"_s).toObject().value(u"created"_s).toInt(), 4);
        QCOMPARE(call({u"report"_s, workspace, u"funnel"_s, u"--json"_s})
                     .json()
                     .value(u"cohort"_s)
                     .toInt(),
            0);
    }

    void refusesWrongUsage()
    {
        QCOMPARE(call({u"report"_s}).code, 2);
        QCOMPARE(call({u"report"_s, u"x.pullpush"_s, u"nonsense"_s}).code, 2);
        QCOMPARE(call({u"help"_s, u"import"_s}).code, 0);
        QCOMPARE(call({u"help"_s, u"nonsense"_s}).code, 2);
        QCOMPARE(call({u"report"_s, m_folder.filePath(u"none.pullpush"_s), u"funnel"_s}).code, 3);
    }

    void namesTheUsualWindows()
    {
        const QByteArray help = call({u"help"_s, u"report"_s}).out.simplified();
        QVERIFY2(help.contains("default: any number (trend: 90)"), help.constData());
    }

    void makesNothingInAZoneThatIsNone()
    {
        const QString folder = m_folder.filePath(u"nowhere"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString location = folder + u"/new.pullpush"_s;
        const Outcome refused = call({u"init"_s, location, u"--zone"_s, u"Mars/Olympus"_s});
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.err.contains("Mars/Olympus"), refused.err.constData());
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList());
        QCOMPARE(call({u"init"_s, location, u"--zone"_s, u"Asia/Tokyo"_s}).code,
            0); // nothing is in the way
        QCOMPARE(call({u"verify"_s, location}).code, 0);
    }

    void keepsChatsPrivateInEverythingItPrints()
    {
        const QString workspace = fresh();
        const QString chat = file(u"WhatsApp Chat with Nora Field.txt"_s,
            "12/01/2026, 10:00 - Nora Field: canary-5512 hello\n"
            "12/01/2026, 10:01 - Sam Rep: canary-5512 hi\n"
            "13/01/2026, 09:00 - Nora Field: see you\n");
        const Outcome outcome = call({u"import"_s, workspace, chat, u"--json"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY(!outcome.out.contains("canary") && !outcome.err.contains("canary"));
        QCOMPARE(outcome.json().value(u"messages"_s).toObject().value(u"created"_s).toInt(), 3);
        QCOMPARE(outcome.json().value(u"proposedMoves"_s).toInt(), 1);
        QCOMPARE(outcome.json().value(u"prospects"_s).toObject().value(u"created"_s).toInt(), 1);
        const Outcome again = call({u"import"_s, workspace, chat, u"--json"_s});
        QCOMPARE(again.json().value(u"messages"_s).toObject().value(u"skipped"_s).toInt(), 3);
        QCOMPARE(again.json().value(u"conversations"_s).toObject().value(u"skipped"_s).toInt(), 1);
    }

    void listsWhatIsDue()
    {
        const QString empty = m_folder.filePath(u"due-nothing.pullpush"_s);
        QCOMPARE(call({u"init"_s, empty}).code, 0);
        const Outcome nothing = call({u"due"_s, empty});
        QCOMPARE(nothing.code, 0);
        QCOMPARE(nothing.out, "Nothing is due.\n");
        const QString sample = m_folder.filePath(u"due-sample.pullpush"_s);
        QCOMPARE(call({u"init"_s, sample, u"--sample"_s}).code, 0);
        const Outcome due = call({u"due"_s, sample, u"--json"_s});
        QCOMPARE(due.code, 0);
        const QJsonObject document = due.json();
        QVERIFY(document.value("posts"_L1).isArray());
        QVERIFY(document.value("followUps"_L1).isArray());
        QVERIFY(document.value("handovers"_L1).isArray());
        const QJsonArray approvals = document.value("approvals"_L1).toArray();
        QVERIFY(!approvals.isEmpty()); // the sample has posts in review
        for (const auto &approval : approvals) {
            QVERIFY(!approval["channel"_L1].toString().isEmpty());
            QVERIFY(!approval["text"_L1].toString().isEmpty());
            QVERIFY(QDateTime::fromString(approval["at"_L1].toString(), Qt::ISODate).isValid());
        }
        QCOMPARE(call({u"due"_s}).code, 2);
        QCOMPARE(call({u"due"_s, m_folder.filePath(u"none.pullpush"_s)}).code, 3);
    }

    void checksCopy_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("code");
        const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"_s;
        QTest::newRow("a link on x")
            << u"x"_s << u"Hi http://test.co"_s << 26 << u"weighted"_s << 0;
        QTest::newRow("families on x")
            << u"x"_s << family.repeated(140) << 280 << u"weighted"_s << 0;
        QTest::newRow("wide letters on x")
            << u"twitter"_s << QString(160, QChar(0x4e00)) << 320 << u"weighted"_s << 1;
        QTest::newRow("families on bluesky")
            << u"bsky"_s << family.repeated(120) << 120 << u"graphemes"_s << 0;
        QTest::newRow("too many bytes on bluesky")
            << u"bluesky"_s << family.repeated(121) << 3025 << u"bytes"_s << 1;
        QTest::newRow("no limit") << u"nostr"_s << u"Hello"_s << 5 << u"characters"_s << 0;
        QTest::newRow("the line break that ends a file")
            << u"x"_s << u"Hello\n"_s << 5 << u"weighted"_s << 0;
    }
    void checksCopy()
    {
        QFETCH(QString, network);
        QFETCH(QString, text);
        QFETCH(QString, unit);
        const QString path = file(u"copy.txt"_s, text.toUtf8());
        const Outcome outcome = call({u"check"_s, u"--network"_s, network, u"--json"_s, path});
        QTEST(outcome.code, "code");
        const QJsonObject document = outcome.json();
        QTEST(document.value(u"length"_s).toInt(), "length");
        QCOMPARE(document.value(u"unit"_s).toString(), unit);
        QCOMPARE(document.value(u"valid"_s).toBool(), outcome.code == 0);
        QCOMPARE(document.value(u"surface"_s).toString(), u"timeline"_s);
        QVERIFY(document.value(u"id"_s).isNull());
        QCOMPARE(document.value(u"issues"_s).toArray().isEmpty(), outcome.code == 0);
    }

    void checksManyTexts()
    {
        const QString lines = file(u"copy.jsonl"_s,
            "{\"id\":7,\"text\":\"Hello\"}\n\n{\"id\":\"b\",\"text\":\"" + QByteArray(281, 'a')
                + "\"}\n{\"text\":\"x\"}");
        const Outcome outcome = call({u"check"_s, u"--network"_s, u"x"_s, u"--batch"_s, lines});
        QCOMPARE(outcome.code, 1);
        const QList<QByteArray> documents = outcome.out.trimmed().split('\n');
        QCOMPARE(documents.size(), 3);
        QCOMPARE(QJsonDocument::fromJson(documents.at(0)).object().value(u"id"_s).toInt(), 7);
        const QJsonObject second = QJsonDocument::fromJson(documents.at(1)).object();
        QCOMPARE(second.value(u"id"_s).toString(), u"b"_s);
        QCOMPARE(
            second.value(u"issues"_s).toArray().first().toObject().value(u"start"_s).toInt(), 280);
        QVERIFY(QJsonDocument::fromJson(documents.at(2)).object().value(u"id"_s).isNull());
    }

    void refusesWhatCannotBeChecked()
    {
        const QString text = file(u"copy.txt"_s, "Hello");
        QCOMPARE(call({u"check"_s, text}).code, 2);
        QCOMPARE(call({u"check"_s, u"--network"_s, u"friendster"_s, text}).code, 2);
        QCOMPARE(
            call({u"check"_s, u"--network"_s, u"x"_s, u"--surface"_s, u"headline"_s, text}).code,
            2);
        QCOMPARE(call({u"check"_s, u"--network"_s, u"x"_s, text + u"?"_s}).code, 3);
        const QString broken = file(u"broken.jsonl"_s, "{\"text\":\"a\"}\n{\"text\":1}\n");
        const Outcome outcome = call({u"check"_s, u"--network"_s, u"x"_s, u"--batch"_s, broken});
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains("2"), outcome.err.constData());
    }
};

PULLPUSH_TEST(TestCommandLine)
#include "tst_commandline.moc"
