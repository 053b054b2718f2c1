// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"
#include "storage/plantable.h"
#include "storage/prospecttable.h"
#include "storage/workspacefile.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {
QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a fixture");
    return file.fileName();
}

Error refusal(const QString &path)
{
    const FakeClock clock;
    auto opened = Database::open(*parseLocation(path), Database::Mode::Open, clock);
    return opened ? Error {Error::Code::Io, u"it opened"_s, {}} : opened.error();
}
} // namespace

class TestWorkspaceFile : public QObject
{
    Q_OBJECT
private slots:
    void refusesWhatIsNoWorkspace()
    {
        const QTemporaryDir folder;
        QCOMPARE(refusal(folder.filePath(u"none.pullpush"_s)).code, Error::Code::NotFound);
        QCOMPARE(refusal(write(folder, u"empty.pullpush"_s, {})).code, Error::Code::Rejected);
        const QByteArray text(5000, 'x');
        const QString path = write(folder, u"text.pullpush"_s, text);
        const Error error = refusal(path);
        QCOMPARE(error.code, Error::Code::Rejected);
        QVERIFY(error.message.contains(u"text.pullpush"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text); // untouched
    }

    void refusesAnotherProgramsDatabase()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"other.db"_s);
        {
            auto connection = Connection::open(*parseLocation(path), Connection::Access::Write);
            QVERIFY(connection);
            QVERIFY((*connection)->execute(u"CREATE TABLE a (b)"_s));
        }
        QCOMPARE(refusal(path).code, Error::Code::Rejected);
    }

    void refusesANewerOne()
    {
        TestDatabase test;
        QVERIFY(test.open(false).isEmpty());
        QVERIFY(test.write([](Transaction &t) {
            return t.execute(
                u"INSERT INTO schema_version (version, why, at) VALUES (?, 'later', 0)"_s,
                {currentSchema() + 1});
        }));
        test.database.reset();
        const Error error = refusal(test.location().file);
        QCOMPARE(error.code, Error::Code::Rejected);
        QVERIFY(error.message.contains(QString::number(currentSchema() + 1)));
    }

    void bringsAnOlderOneUpToDate()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"older.pullpush"_s);
        QVERIFY(QFile::copy(
            qEnvironmentVariable("PULLPUSH_TEST_DATA") + "/storage/schema1.pullpush"_L1, path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const FakeClock clock;
        const auto database = Database::open(*parseLocation(path), Database::Mode::Open, clock);
        QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
        const auto posts =
            (*database)
                ->read([](Connection &connection) { return PlanTable::planned(connection, {}); })
                .result();
        QVERIFY(posts);
        QCOMPARE(posts->size(), 1);
        QCOMPARE(posts->first().post.title, u"Seeds"_s);
        QCOMPARE(posts->first().post.link, QString());
        QCOMPARE(posts->first().variants.size(), 1);
        QCOMPARE(posts->first().variants.first().status, PostStatus::Scheduled);
        // What it was can be had back.
        QVERIFY(QFile::exists(path + ".format-1.backup"_L1));
    }

    void widensIndices()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"older.pullpush"_s);
        QVERIFY(QFile::copy(
            qEnvironmentVariable("PULLPUSH_TEST_DATA") + "/storage/schema1.pullpush"_L1, path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const auto columnsOf = [](Connection &connection, const QString &index) {
            QStringList columns;
            auto rows = connection.select(
                u"SELECT name FROM pragma_index_info(?) ORDER BY seqno"_s, {index});
            while (rows && rows->next())
                columns << rows->text(0);
            return columns;
        };
        const QStringList narrow {u"conversation_id"_s, u"id"_s};
        {
            auto old = Connection::open(*parseLocation(path), Connection::Access::Write);
            QVERIFY(old);
            QCOMPARE(columnsOf(**old, u"message_by_conversation"_s), narrow);
            QVERIFY(!columnsOf(**old, u"handle_by_prospect"_s).isEmpty());
            QVERIFY(columnsOf(**old, u"message_in_conversation"_s).isEmpty());
        }
        const FakeClock clock;
        const auto database = Database::open(*parseLocation(path), Database::Mode::Open, clock);
        QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
        const auto done =
            (*database)
                ->read([&](Connection &connection) -> Result<QList<QStringList>> {
                    return QList<QStringList> {columnsOf(connection, u"message_by_conversation"_s),
                        columnsOf(connection, u"handle_by_prospect"_s),
                        columnsOf(connection, u"message_in_conversation"_s),
                        columnsOf(connection, u"handle_of_prospect"_s)};
                })
                .result();
        QVERIFY(done);
        QVERIFY(done->at(0).isEmpty());
        QVERIFY(done->at(1).isEmpty());
        QCOMPARE(done->at(2).first(2), narrow);
        QVERIFY(done->at(2).contains(u"call_result"_s)); // which came with a later schema
        QVERIFY(done->at(3).contains(u"network"_s));
    }

    void makesLabelsOfTags()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"older.pullpush"_s);
        QVERIFY(QFile::copy(
            qEnvironmentVariable("PULLPUSH_TEST_DATA") + "/storage/schema1.pullpush"_L1, path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        {
            auto old = Connection::open(*parseLocation(path), Connection::Access::Write);
            QVERIFY(old);
            const auto does = [&old](const QString &sql) { return (*old)->execute(sql); };
            QVERIFY(does(u"DELETE FROM label"_s));
            QVERIFY(does(u"INSERT INTO label (id, name, colour) VALUES (77, 'Café', 3)"_s));
            QVERIFY(does(u"INSERT INTO import_batch (id, state, format, files, at, node, summary) "
                         "VALUES (901, 'live', 'csv', 'a.csv', 0, 1, ''), "
                         "(902, 'undone', 'csv', 'b.csv', 0, 1, '')"_s));
            const QList<std::pair<QString, QString>> people {{u"9001"_s, u"'cafe, VIP', NULL"_s},
                {u"9002"_s, u"'vip; press', 901"_s}, {u"9003"_s, u"'gone', 902"_s},
                {u"9004"_s, u"'', NULL"_s}};
            for (const auto &[id, tags] : people)
                QVERIFY(does("INSERT INTO prospect (id, name, name_folded, first_name, last_name, "
                             "title, source, first_seen, first_seen_precision, last_activity_at, "
                             "value_minor, currency, notes, created_at, tags, batch_id) VALUES ("_L1
                    + id + ", 'n', 'n', '', '', '', '', 0, 'unknown', 0, 0, '', '', 0, "_L1 + tags
                    + u')'));
        }
        const FakeClock clock;
        const auto database = Database::open(*parseLocation(path), Database::Mode::Open, clock);
        QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
        const auto lines =
            (*database)
                ->read([](Connection &connection) -> Result<QStringList> {
                    auto rows = connection.select(
                        u"SELECT x.prospect_id, l.name, coalesce(x.batch_id, 0), l.id, l.colour "
                        "FROM prospect_label x JOIN live_label l ON l.id = x.label_id "
                        "ORDER BY x.prospect_id, l.name"_s);
                    if (!rows)
                        return tl::unexpected(rows.error());
                    QStringList found;
                    while (rows->next())
                        found << u"%1 %2 %3 %4"_s.arg(
                            rows->text(0), rows->text(1), rows->text(2), rows->text(4));
                    return found;
                })
                .result();
        QVERIFY2(lines, lines ? "" : qPrintable(lines.error().detail));
        QCOMPARE(*lines,
            (QStringList {u"9001 Café 0 3"_s, u"9001 VIP 0 1"_s, u"9002 VIP 901 1"_s,
                u"9002 press 901 2"_s}));
        // One idea of labels: the column is gone, and lists read what stands beside it.
        QVERIFY(!(*database)
                     ->read([](Connection &c) {
                         return c.number(u"SELECT count(tags) FROM prospect"_s);
                     })
                     .result());
        const auto listed =
            (*database)
                ->read([](Connection &c) { return ProspectTable::rows(c, {ProspectId(9001)}); })
                .result();
        QVERIFY(listed);
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().labels.size(), 2);
        QVERIFY(listed->first().labels.contains(LabelId(77)));
    }

    void refusesADamagedOne_data()
    {
        QTest::addColumn<bool>("cutOff");
        QTest::newRow("cut off") << true;
        QTest::newRow("overwritten") << false;
    }
    void refusesADamagedOne()
    {
        QFETCH(bool, cutOff);
        TestDatabase test;
        QVERIFY(test.open(false).isEmpty());
        test.database.reset();
        QFile file(test.location().file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (cutOff) {
            QVERIFY(file.resize(file.size() / 2));
        } else {
            QVERIFY(file.seek(100)); // the schema's own page
            file.write(QByteArray(4000, '\x5a'));
        }
        file.close();
        const Error error = refusal(file.fileName());
        QCOMPARE(error.code, Error::Code::Corrupt);
    }

    void carriesItsApplicationId()
    {
        TestDatabase test;
        QVERIFY(test.open(false).isEmpty());
        test.database.reset();
        QFile file(test.location().file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(72).mid(68), QByteArray("PULL"));
        QVERIFY(!QFile::exists(
            file.fileName() + u"-wal"_s)); // closing folds it in, so that a plain copy is whole
    }

    void doesNotOverwrite()
    {
        const QTemporaryDir folder;
        const QString path = write(folder, u"mine.pullpush"_s, "precious");
        const FakeClock clock;
        auto made = Database::open(*parseLocation(path), Database::Mode::Create, clock);
        QVERIFY(!made);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }

    void backsUpWhileOpen()
    {
        TestDatabase test;
        QVERIFY(test.open(false).isEmpty());
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy.pullpush"_s);
        QVERIFY(test.read([&](Connection &c) { return WorkspaceFile::backup(c, copy); }));
        QCOMPARE(
            test.read([&](Connection &c) { return WorkspaceFile::backup(c, copy); }).error().code,
            Error::Code::Rejected);
        auto opened = Database::open(*parseLocation(copy), Database::Mode::Open, test.clock);
        QVERIFY(opened);
        QVERIFY((*opened)
                    ->read([](Connection &c) { return WorkspaceFile::verify(c, false); })
                    .result());
    }

    void thisIsTheSystemsSqlite()
    {
        TestDatabase test;
        QVERIFY(test.open(false).isEmpty());
        auto rows = test.read([](Connection &c) -> Result<QString> {
            auto result = c.select(u"SELECT sqlite_version()"_s);
            if (!result)
                return tl::unexpected(result.error());
            return result->next() ? result->text(0) : QString();
        });
        QVERIFY(rows && rows->startsWith(u"3."_s) && rows->section(u'.', 1, 1).toInt() >= 40);
    }
};

PULLPUSH_TEST(TestWorkspaceFile)
#include "tst_workspacefile.moc"
