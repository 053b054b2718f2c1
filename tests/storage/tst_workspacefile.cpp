// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"
#include "storage/plantable.h"
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
