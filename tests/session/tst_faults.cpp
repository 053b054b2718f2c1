// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "session/conversationservice.h"
#include "session/handoverservice.h"
#include "session/importservice.h"
#include "session/mergeservice.h"
#include "session/personerasing.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/recordservice.h"
#include "session/retentionservice.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/connection.h"
#include "test_support/fakeclock.h"
#include "test_support/fulldisk.h"
#include "test_support/pgcluster.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QMutex>
#include <QMutexLocker>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostMs = 60'000; ///< until a deed has ended, at the most
constexpr int PastedMessages = 120;
constexpr int ImportedPeople = 300;

/// What was said, and must not be told by any error or log.
QString saidWord()
{
    return u"Zqcanary7731"_s;
}

/// What the program logged since it was cleared, from any thread.
struct LogCatcher
{
    static LogCatcher &self()
    {
        static LogCatcher catcher;
        return catcher;
    }
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        {
            const QMutexLocker lock(&self().mutex);
            self().lines << text;
        }
        if (self().before != nullptr)
            self().before(type, context, text);
    }
    [[nodiscard]] QStringList taken()
    {
        const QMutexLocker lock(&mutex);
        return std::exchange(lines, {});
    }

    QMutex mutex;
    QStringList lines;
    QtMessageHandler before = nullptr;
};

/// The parts of an open prospect that the deeds change.
struct ShownParts
{
    std::optional<Prospect> prospect;
    QList<Handle> handles;
    QList<Move> moves;
    QList<Conversation> conversations;
    QList<Participant> participants;
    QList<Message> messages;
    QList<Hop> hops;
    QList<Handover> handovers;
    QList<CustomValue> values;

    friend bool operator==(const ShownParts &, const ShownParts &) = default;
};
} // namespace

/// What people do on the side of sales while the disk is full, or while the server goes away: nothing is half done, the reason is told without a word of what
/// was said, what is shown is what is there, and it works as soon as it can.
class TestFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<PgCluster> m_cluster;
    QString m_database; ///< its name, on a server
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<ProspectDossier> m_dossier;
    std::unique_ptr<MergeService> m_merges;
    std::unique_ptr<RetentionService> m_retention;
    ProspectId m_nora;
    ProspectId m_ben;
    QStringList m_told; ///< errors
    QString m_remark;
    int m_givenBack = 0;
    bool m_answers = false; ///< the deed ends by an answer, not by a step on the stack
    bool m_isDone = false;

    static QStringList deeds()
    {
        return {u"log"_s, u"log earlier"_s, u"paste"_s, u"hop"_s, u"merge"_s, u"undo merge"_s,
            u"take over"_s, u"return"_s, u"own value"_s, u"import"_s, u"retention"_s, u"erase"_s};
    }
    [[nodiscard]] bool settle() const
    {
        return QTest::qWaitFor([this] { return !m_workspace->isWriting(); }, MostMs);
    }
    [[nodiscard]] StageId warm() const
    {
        return m_workspace->stages().at(indexOfStage(m_workspace->stages(), u"warm"_s)).id;
    }
    ProspectId create(const QString &name, const QString &mail) const
    {
        Prospect prospect;
        prospect.name = name;
        prospect.stage = warm();
        Handle handle;
        handle.network = u"email"_s;
        handle.value = mail;
        return m_workspace->prospects().create(prospect, {handle});
    }
    [[nodiscard]] bool show(ProspectId id) const
    {
        m_dossier->open({});
        m_dossier->open(id); // anew
        return QTest::qWaitFor(
            [this] { return m_dossier->state() == StoreState::Ready && m_dossier->prospect(); },
            MostMs);
    }
    /// Says something to who is shown.
    [[nodiscard]] bool say() const
    {
        m_workspace->conversations().log(*m_dossier,
            {.medium = Medium::DirectMessage,
                .direction = Direction::Theirs,
                .body = saidWord() + u" before"_s});
        return settle();
    }

    /// The reason why there is no workspace with what the deeds need, or an empty text.
    QString open(const QString &location)
    {
        const auto made = Workspace::createNow(location, {"UTC", false}, m_clock);
        if (!made)
            return made.error().message + u' ' + made.error().detail;
        m_workspace = *made;
        connect(m_workspace.get(), &Workspace::notice, this, [this](const Notice &notice) {
            if (notice.severity != Notice::Severity::Error)
                return;
            m_told << notice.text + u' ' + notice.detail;
            m_isDone = m_isDone || !m_answers;
        });
        connect(m_workspace->undoStack(), &QUndoStack::indexChanged, this,
            [this] { m_isDone = m_isDone || !m_answers; });
        m_dossier = std::make_unique<ProspectDossier>(*m_workspace, nullptr);
        m_merges = std::make_unique<MergeService>(*m_workspace, nullptr);
        m_retention = std::make_unique<RetentionService>(*m_workspace, nullptr);
        connect(m_retention.get(), &RetentionService::previewed, m_retention.get(),
            &RetentionService::run);
        connect(m_retention.get(), &RetentionService::previewFailed, this,
            [this](const Error &error) { end(error); });
        connect(m_retention.get(), &RetentionService::finished, this,
            [this](const Result<RetentionOutcome> &outcome) {
                m_remark = outcome ? outcome->remark : QString();
                end(outcome ? std::nullopt : std::optional(outcome.error()));
            });
        m_nora = create(u"Nora Field"_s, u"nora@example.org"_s);
        m_ben = create(u"Ben Stone"_s, u"ben@example.org"_s);
        CustomField field;
        field.name = u"Team size"_s;
        m_workspace->records().addField(field);
        if (!settle() || !show(m_ben) || !say() || !show(m_nora) || !say())
            return u"not prepared"_s;
        return {};
    }
    /// What has to be there before \a deed.
    [[nodiscard]] bool prepare(const QString &deed)
    {
        if (deed == u"take over"_s || deed == u"return"_s) {
            HandoverService(*m_workspace)
                .offer(*m_dossier->prospect(), m_dossier->handovers(), {.note = saidWord()});
        } else if (deed == u"undo merge"_s) {
            perform(u"merge"_s);
            if (!m_told.isEmpty())
                return false;
        } else if (deed == u"retention"_s) {
            m_clock.advance(100 * DayMs);
            m_retention->setMonths(warm(), 2);
        }
        return settle() && show(m_nora);
    }

    void end(const std::optional<Error> &error)
    {
        if (error)
            m_told << error->message + u' ' + error->detail;
        m_isDone = true;
    }
    void start(const QString &deed)
    {
        ConversationService &talk = m_workspace->conversations();
        const auto giveBack = [this] { ++m_givenBack; };
        ConversationService::Entry entry {.medium = Medium::DirectMessage,
            .direction = Direction::Theirs,
            .body = saidWord() + u" said this"_s};
        if (deed == u"log"_s) {
            talk.log(*m_dossier, entry, giveBack);
        } else if (deed == u"log earlier"_s) {
            entry.at = Moment {
                startOfDay(m_workspace->today().addDays(-3), m_workspace->zone()), Precision::Day};
            talk.log(*m_dossier, entry, giveBack);
        } else if (deed == u"paste"_s) {
            QList<ConversationService::PastedEntry> chat;
            for (int i = 0; i < PastedMessages; ++i)
                chat.append({.direction = i % 3 == 0 ? Direction::Ours : Direction::Theirs,
                    .sender = i % 3 == 1 ? u"Nora Field"_s : u"Cleo"_s,
                    .body = saidWord() + u' ' + QString::number(i),
                    .sentAt = {
                        m_clock.now() - (PastedMessages - i) / 2 * 60'000, Precision::Minute}});
            talk.paste(*m_dossier, chat, giveBack);
        } else if (deed == u"hop"_s) {
            talk.proposeHop(*m_dossier, Medium::Call, Direction::Ours);
        } else if (deed == u"merge"_s) {
            m_merges->read(m_nora, m_ben, this, [this](const Result<MergeDraft> &draft) {
                if (draft)
                    m_merges->merge(*draft, draft->proposed());
                else
                    end(draft.error());
            });
        } else if (deed == u"undo merge"_s) {
            m_workspace->undoStack()->undo();
        } else if (deed == u"take over"_s) {
            HandoverService(*m_workspace)
                .accept(*m_dossier->prospect(), m_dossier->handovers().first());
        } else if (deed == u"return"_s) {
            HandoverService(*m_workspace)
                .giveBack(*m_dossier->prospect(), m_dossier->handovers().first(), saidWord());
        } else if (deed == u"own value"_s) {
            QVERIFY(m_workspace->records().setValue(
                *m_dossier, m_workspace->team().customFields().first(), saidWord()));
        } else if (deed == u"import"_s) {
            import();
        } else if (deed == u"retention"_s) {
            m_retention->preview();
        } else if (deed == u"erase"_s) {
            PersonErasing::run(
                *m_workspace, m_nora, this, [this](const Result<ErasedPerson> &erased) {
                    m_remark = erased ? erased->remark : QString();
                    end(erased ? std::nullopt : std::optional(erased.error()));
                });
        }
    }
    void import()
    {
        QByteArray table = "id,name,email,labels\n";
        for (int i = 0; i < ImportedPeople; ++i) {
            const QByteArray number = QByteArray::number(i);
            table += number + ",Person " + number + ",p" + number + "@example.org,\"fair, group "
                + QByteArray::number(i % 7) + "\"\n";
        }
        QFile file(m_folder->filePath(u"people.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(table) == table.size());
        file.close();
        m_workspace->imports().run(
            {file.fileName()}, {}, this, [this](const Result<ImportReport> &report) {
                end(report ? std::nullopt : std::optional(report.error()));
            });
    }
    /// Waits for its end.
    void perform(const QString &deed)
    {
        m_told.clear();
        m_remark.clear();
        m_givenBack = 0;
        m_isDone = false;
        m_answers = deed == u"import"_s || deed == u"retention"_s || deed == u"erase"_s;
        start(deed);
        QTRY_VERIFY_WITH_TIMEOUT(m_isDone && !m_workspace->isWriting()
                && !m_workspace->imports().isRunning() && !m_retention->isRunning(),
            MostMs);
    }

    [[nodiscard]] ShownParts shown() const
    {
        return {m_dossier->prospect(), m_dossier->handles(), m_dossier->moves(),
            m_dossier->conversations(), m_dossier->participants(), m_dossier->messages(),
            m_dossier->hops(), m_dossier->handovers(), m_dossier->customValues()};
    }
    /// All rows of all tables, but for the windows' leases, as a connection of its own reads them. Of an import what can be seen: what it could not take
    /// back is hidden until the next one.
    [[nodiscard]] QStringList rows(const QString &deed) const
    {
        const auto location = parseLocation(m_workspace->location());
        if (!location)
            return {};
        const auto opened = Connection::open(*location, Connection::Access::Read);
        if (!opened)
            return {};
        Connection &connection = **opened;
        const bool isFile = connection.dialect().isSqlite();
        const QString names = deed == u"import"_s
            ? (isFile
                    ? u"SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'live%'"_s
                    : u"SELECT viewname FROM pg_views WHERE schemaname = 'public' AND viewname "
                      "LIKE 'live%'"_s)
            : (isFile
                    ? u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'node' AND "
                      "name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%'"_s
                    : u"SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND "
                      "tablename <> 'node'"_s);
        QStringList all;
        for (const QString &table : texts(connection, names)) {
            QString row = u"CAST(t AS text)"_s;
            if (isFile) {
                QStringList columns =
                    texts(connection, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
                for (QString &column : columns)
                    column = u"quote(\"%1\")"_s.arg(column);
                row = columns.join(u" || ',' || "_s);
            }
            for (const QString &text :
                texts(connection, u"SELECT %1 FROM \"%2\" t"_s.arg(row, table)))
                all << table + u": "_s + text;
        }
        all.sort();
        return all;
    }
    static QStringList texts(Connection &connection, const QString &sql)
    {
        QStringList list;
        auto rows = connection.select(sql);
        if (!rows)
            qFatal("a test reads in a way that does not work");
        while (rows->next())
            list << rows->text(0);
        return list;
    }
    /// What is told is \a about, once, and nobody learns from it or from a log what was said.
    void checkTold(const QString &about, bool isOnce)
    {
        QVERIFY(!m_told.isEmpty());
        QVERIFY2(!isOnce || m_told.size() == 1, qPrintable(m_told.join(u'\n')));
        QVERIFY2(m_told.first().contains(about), qPrintable(m_told.first()));
        QVERIFY2(m_told.first().contains(u"try again"_s), qPrintable(m_told.first()));
        const QStringList lines = m_told + LogCatcher::self().taken();
        for (const QString &line : lines)
            QVERIFY2(!line.contains(saidWord()), qPrintable(line));
    }
    [[nodiscard]] static int givenBackBy(const QString &deed)
    {
        return deed.startsWith(u"log"_s) || deed == u"paste"_s ? 1 : 0;
    }
    /// How many batches wait for an end that never comes.
    [[nodiscard]] int pendingBatches() const
    {
        const auto location = parseLocation(m_workspace->location());
        const auto opened = Connection::open(*location, Connection::Access::Read);
        return opened
            ? int(texts(**opened, u"SELECT id FROM import_batch WHERE state = 'pending'"_s).size())
            : -1;
    }

    /// A server of its own, as it is stopped.
    void startServer()
    {
        if (m_cluster)
            return;
        auto started = PgCluster::start(PgCluster::Sharing::Own);
        if (!started && !PgCluster::isRequired())
            QSKIP(qPrintable(started.error().message));
        QVERIFY2(started, qPrintable(started ? QString() : started.error().detail));
        m_cluster = std::move(*started);
    }
    /// With an empty database.
    void openOnServer()
    {
        startServer();
        if (!m_cluster || QTest::currentTestFailed())
            return;
        const auto url = m_cluster->createDatabase(u"faults"_s);
        QVERIFY(url);
        m_database = url->section(u'/', -1);
        const QString reason = open(*url);
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
    }
    /// Whoever commits anything from now on is thrown out by the server, before it is kept.
    [[nodiscard]] bool throwOut() const
    {
        return m_cluster
            ->query(
                u"CREATE FUNCTION test_gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); "
                "RETURN NULL; END $$; CREATE CONSTRAINT TRIGGER test_gone AFTER INSERT ON change "
                "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION test_gone()"_s,
                m_database)
            .has_value();
    }
    [[nodiscard]] bool letIn() const
    {
        return m_cluster->query(u"DROP FUNCTION test_gone() CASCADE"_s, m_database).has_value();
    }

private slots:
    void initTestCase() { FullDisk::mount(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(FakeClock::Start);
        (void)LogCatcher::self().taken();
        LogCatcher::self().before = qInstallMessageHandler(&LogCatcher::take);
    }
    void cleanup()
    {
        FullDisk::makeRoom();
        const bool isUp = !m_cluster || m_cluster->startAgain();
        m_retention.reset();
        m_merges.reset();
        m_dossier.reset();
        m_workspace.reset();
        qInstallMessageHandler(LogCatcher::self().before);
        QVERIFY(isUp);
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void aFullDiskLeavesAllAsItWas_data()
    {
        QTest::addColumn<QString>("deed");
        for (const QString &deed : deeds())
            QTest::newRow(qPrintable(deed)) << deed;
    }
    void aFullDiskLeavesAllAsItWas()
    {
        QFETCH(QString, deed);
        const QString reason = open(m_folder->filePath(u"test.pullpush"_s));
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        QVERIFY(prepare(deed));
        const QStringList before = rows(deed);
        const ShownParts shownBefore = shown();
        const int steps = m_workspace->undoStack()->index();
        QVERIFY(before.size() > 10 && shownBefore.prospect);

        int failures = 0;
        // At the first piece that is written, the second, the third, the fifth and so on, until all have room.
        for (int writes = 0; m_workspace; writes = std::max(1, writes * 2)) {
            QVERIFY(writes < 1 << 20);
            FullDisk::fillAfter(writes);
            perform(deed);
            const bool isHit = FullDisk::wasHit();
            FullDisk::makeRoom();
            if (QTest::currentTestFailed())
                return;
            if (m_told.isEmpty()) {
                // The person is gone, but the file could not be rewritten.
                const bool isForGood = deed == u"erase"_s || deed == u"retention"_s;
                QVERIFY(!isForGood || !isHit || m_remark.contains(u"The data is erased."_s));
                break;
            }
            ++failures;
            QVERIFY(isHit);
            checkTold(u"The disk is full. Nothing was changed; make room"_s, true);
            QCOMPARE(m_givenBack, givenBackBy(deed));
            QCOMPARE(rows(deed), before);
            QTRY_VERIFY(shown() == shownBefore && m_dossier->state() == StoreState::Ready);
            QCOMPARE(m_workspace->undoStack()->index(), steps);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(failures > 0);
        QCOMPARE(m_givenBack, 0);
        QVERIFY(rows(deed) != before);
        QCOMPARE(pendingBatches(), 0);
    }

    void aServerThatGoesAwayLeavesAllAsItWas_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<bool>("isDown");
        for (const QString &deed : deeds()) {
            QTest::newRow(qPrintable(deed + u", thrown out at the commit"_s)) << deed << false;
            QTest::newRow(qPrintable(deed + u", the server is down"_s)) << deed << true;
        }
    }
    void aServerThatGoesAwayLeavesAllAsItWas()
    {
        QFETCH(QString, deed);
        QFETCH(bool, isDown);
        openOnServer();
        if (!m_workspace || QTest::currentTestFailed())
            return;
        QVERIFY(prepare(deed));
        const QStringList before = rows(deed);
        const ShownParts shownBefore = shown();
        const int steps = m_workspace->undoStack()->index();
        QVERIFY(before.size() > 10 && shownBefore.prospect);

        if (isDown)
            m_cluster->stop(true);
        else
            QVERIFY(throwOut());
        perform(deed);
        QVERIFY(!QTest::currentTestFailed());
        if (isDown)
            QVERIFY(m_cluster->startAgain());
        else
            QVERIFY(letIn());
        checkTold(isDown ? u"The server cannot be reached. Check the network"_s
                         : u"whether this change was kept"_s,
            false);
        QCOMPARE(m_givenBack, givenBackBy(deed));
        QCOMPARE(rows(deed), before);
        QTRY_VERIFY(shown() == shownBefore && m_dossier->state() != StoreState::Loading);
        // What may have been kept, and what is on the stack would bring back.
        if (deed != u"retention"_s && (isDown || deed != u"erase"_s))
            QCOMPARE(m_workspace->undoStack()->index(), steps);

        QVERIFY(show(m_nora)); // what could not be read is tried again
        QVERIFY(shown() == shownBefore);
        perform(deed);
        QVERIFY2(m_told.isEmpty(), qPrintable(m_told.join(u'\n')));
        QVERIFY(rows(deed) != before);
        QCOMPARE(pendingBatches(), 0);
    }

    void whatIsShownAlreadyIsTakenBack_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
    void whatIsShownAlreadyIsTakenBack()
    {
        QFETCH(bool, onServer);
        if (onServer) {
            openOnServer();
            if (!m_workspace || QTest::currentTestFailed())
                return;
            // As it is kept the server says no, in words that quote what was said.
            QVERIFY(m_cluster->query(
                u"CREATE FUNCTION test_gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE "
                "EXCEPTION 'not %', (SELECT max(body) FROM message); END $$; CREATE CONSTRAINT "
                "TRIGGER test_gone AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED FOR EACH "
                "ROW EXECUTE FUNCTION test_gone()"_s,
                m_database));
        } else {
            const QString reason = open(m_folder->filePath(u"test.pullpush"_s));
            QVERIFY2(reason.isEmpty(), qPrintable(reason));
            FullDisk::fillAfter(0);
        }
        const QSignalSpy refused(m_workspace.get(), &Workspace::refused);
        const ShownParts before = shown();
        start(u"log"_s);
        QCOMPARE(m_dossier->messages().size(), before.messages.size() + 1); // at once
        QVERIFY(settle());
        QCOMPARE(refused.size(), 1);
        QTRY_VERIFY(shown() == before);
        checkTold(u"Nothing was changed"_s, true);
        QCOMPARE(m_givenBack, 1);

        FullDisk::makeRoom();
        if (onServer)
            QVERIFY(letIn());
        perform(u"log"_s);
        QVERIFY2(m_told.isEmpty(), qPrintable(m_told.join(u'\n')));
        QTRY_COMPARE(m_dossier->messages().size(), before.messages.size() + 1);
    }
};

PULLPUSH_TEST(TestFaults)
#include "tst_faults.moc"
