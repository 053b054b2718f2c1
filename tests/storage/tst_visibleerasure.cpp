// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/importbatch.h"
#include "storage/batchtable.h"
#include "storage/prospecttable.h"
#include "storage/suppression.h"
#include "storage/visibleerasure.h"
#include "storage/visibleretention.h"
#include "test_support/circlefixture.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

namespace {
constexpr ConversationId Friends {15};
constexpr ProspectId Merged {103};

/// A chat of three: us, the person, and somebody who stays.
RowEdits friends()
{
    Conversation conversation;
    conversation.id = Friends;
    conversation.owner = ann.id;
    conversation.title = u"Friends of "_s + canary() + u" 101"_s;
    const Participant us {ParticipantId(15001), Friends, {}, u"Ann"_s, true, {}, 1};
    const Participant them {ParticipantId(15002), Friends, Open, canary(), false, {}, 1};
    const Participant otto {ParticipantId(15003), Friends, {}, u"Otto"_s, false, {}, 1};
    Message theirs;
    theirs.id = MessageId(15004);
    theirs.conversation = Friends;
    theirs.sender = them.id;
    theirs.body = canary();
    theirs.sentAt = {At + 2, Precision::Exact};
    Message his;
    his.id = MessageId(15005);
    his.conversation = Friends;
    his.sender = otto.id;
    his.body = u"ottowords"_s;
    his.sentAt = {At + 1, Precision::Exact};
    return {insertion(conversation), insertion(us), insertion(them), insertion(otto),
        insertion(theirs), insertion(his)};
}

/// What goes on being counted of them without its words: an offer that was won, and a review from which they agreed to be quoted.
RowEdits countedWords()
{
    Offer won;
    won.id = OfferId(16001);
    won.prospect = Open;
    won.title = canary();
    won.note = canary();
    won.valueMinor = 990;
    won.currency = u"EUR"_s;
    won.madeAt = {At, Precision::Exact};
    won.state = OfferState::Won;
    won.decidedAt = At + 1;
    Touch review;
    review.id = TouchId(16002);
    review.prospect = Open;
    review.kind = TouchKind::Reviewed;
    review.quote = u"All the best of "_s + canary();
    review.quotable = true;
    review.at = {At, Precision::Exact};
    return {insertion(won), insertion(review)};
}

/// One person with everything, a record that was merged into theirs, and names that were other ones before.
Result<> fillOne(Transaction &transaction)
{
    ImportBatch batch;
    batch.id = BatchId(9);
    batch.state = BatchState::Live;
    batch.files = u"WhatsApp Chat with "_s + canary() + u" 101.txt"_s;
    Prospect merged;
    merged.id = Merged;
    merged.name = canary() + u" again"_s;
    merged.stage = StageId(2);
    merged.mergedInto = Open;
    Merge merge;
    merge.id = MergeId(600);
    merge.survivor = Open;
    merge.merged = Merged;
    merge.fields = canary();
    Prospect before;
    before.id = Open;
    before.notes = canary();
    Prospect after = before;
    after.notes = u"changed"_s;
    RowEdits edits {insertion(ann), insertion(bob)};
    edits << person(Open, {}) << insertion(merged) << insertion(merge)
          << chat(PrivateChat, Open, Privacy::Private) << chat(SharedChat, Open, Privacy::Shared)
          << friends() << countedWords() << update(before, after);
    return BatchTable::insert(transaction, batch)
        .and_then([&] { return applyEdits(transaction, edits); })
        .and_then([&] {
            return BatchTable::remember(transaction, u"crm"_s, {{canary(), Open}}, batch.id);
        })
        .and_then([&]() -> Result<> {
            auto done = transaction.execute(
                u"INSERT INTO attachment_content (attachment_id, content) SELECT id, ? FROM attachment"_s,
                {QVariant(canary().toUtf8())});
            return done ? Result<>() : tl::unexpected(done.error());
        });
}

/// How often \a word stands in the files of an SQLite workspace, whatever the case.
int hitsInFiles(const QString &file, const QByteArray &word)
{
    int hits = 0;
    const QFileInfo info(file);
    const QStringList names = info.dir().entryList({info.fileName() + u'*'}, QDir::Files);
    for (const QString &name : names) {
        QFile bytes(info.dir().filePath(name));
        if (bytes.open(QIODevice::ReadOnly))
            hits += int(bytes.readAll().toLower().count(word.toLower()));
    }
    return hits;
}

Result<QStringList> allTables(Connection &c)
{
    auto rows = c.select(c.dialect().isSqlite()
            ? u"SELECT name FROM sqlite_master WHERE type = 'table'"_s
            : u"SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList tables;
    while (rows->next())
        tables << rows->text(0);
    return tables;
}

/// How many values of \a table hold \a word.
Result<int> hitsInTable(Connection &c, const QString &table, const QString &word)
{
    constexpr int MostColumns = 40;
    auto rows = c.select("SELECT * FROM "_L1 + table);
    if (!rows)
        return tl::unexpected(rows.error());
    int hits = 0;
    while (rows->next()) {
        for (int i = 0; i < MostColumns && rows->value(i).isValid(); ++i)
            hits += rows->value(i).toString().contains(word, Qt::CaseInsensitive) ? 1 : 0;
    }
    return hits;
}

/// How many values of any table hold \a word.
int hitsInTables(TestDatabase &test, const QString &word)
{
    return test
        .read([&word](Connection &c) -> Result<int> {
            const auto tables = allTables(c);
            if (!tables)
                return tl::unexpected(tables.error());
            int hits = 0;
            for (const QString &table : *tables) {
                auto found = hitsInTable(c, table, word);
                if (!found)
                    return found;
                hits += *found;
            }
            return hits;
        })
        .value_or(-1);
}
} // namespace

class TestVisibleErasure : public QObject
{
    Q_OBJECT
private slots:
    void leavesNoByteOfThePerson_data() { TestDatabase::addBackends(); }
    void leavesNoByteOfThePerson()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fillOne));
        const auto inFiles = [&](const QByteArray &word) {
            return onServer ? 0 : hitsInFiles(test.location().file, word);
        };
        QVERIFY(hitsInTables(test, canary()) > 20);
        QVERIFY(onServer || inFiles(canary().toUtf8()) > 20);

        test.database->setViewer(viewerOf(bob)); // who sees not all of it
        const auto gone = test.write([](Transaction &t) { return Erasure::person(t, Open); });
        QVERIFY2(gone, qPrintable(gone ? QString() : gone.error().detail));
        QCOMPARE(gone->records, 2);
        QCOMPARE(gone->conversations, 2);
        QCOMPARE(gone->groupChats, 1);
        QCOMPARE(gone->messages, 3);
        QCOMPARE(gone->handles, 1);
        const auto compacted =
            test.database->maintain([](Connection &c) { return Erasure::compact(c); }).result();
        QVERIFY2(compacted, qPrintable(compacted ? QString() : compacted.error().detail));
        QCOMPARE(hitsInTables(test, canary()), 0);
        QCOMPARE(inFiles(canary().toUtf8()), 0);
        // Whoever is not meant keeps their words.
        QVERIFY(hitsInTables(test, u"ottowords"_s) >= 1);
        QVERIFY(onServer || inFiles("ottowords") >= 1);
    }

    void keepsWhatFiguresAreCountedFrom_data() { TestDatabase::addBackends(); }
    void keepsWhatFiguresAreCountedFrom()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fillOne));
        QVERIFY(test.write([](Transaction &t) { return Erasure::person(t, Open); }));
        const auto number = [&test](const QString &sql) {
            const auto found = test.read([&sql](Connection &c) { return c.number(sql); });
            return found ? found->value_or(-1) : qint64(-2);
        };
        QCOMPARE(
            number(u"SELECT count(*) FROM prospect WHERE id = 101 AND name = '' AND stage_id = 2 "
                   "AND source = 'fair' AND deleted_at IS NULL"_s),
            1);
        QCOMPARE(number(u"SELECT count(*) FROM move WHERE prospect_id = 101 AND reason = ''"_s), 1);
        const auto offers =
            u"SELECT count(*) FROM offer WHERE prospect_id = 101 AND title = '' AND note = ''"_s;
        QCOMPARE(number(offers), 2);
        QCOMPARE(number(offers + u" AND value_minor = 4200 AND state = 'open'"_s), 1);
        QCOMPARE(
            number(offers + u" AND value_minor = 990 AND currency = 'EUR' AND state = 'won'"_s), 1);
        const auto touches = u"SELECT count(*) FROM touch WHERE prospect_id = 101 AND quote = ''"_s;
        QCOMPARE(number(touches), 2);
        QCOMPARE(number(touches + u" AND kind = 'reviewed' AND quotable = 1"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM participant WHERE conversation_id = 15"_s), 2);
        QCOMPARE(number(u"SELECT last_message_at FROM conversation WHERE id = 15"_s), At + 1);
        // Counted, and in no list.
        int counted = 0;
        QVERIFY(test.read([&counted](Connection &c) {
            return ProspectTable::scanProspects(c, {Open}, [&](const ProspectTable::ColumnRow &) {
                ++counted;
                return true;
            });
        }));
        QCOMPARE(counted, 1);
        QVERIFY(test.read([](Connection &c) { return ProspectTable::firstPage(c, {}, 10); })
                    ->isEmpty());
        QVERIFY(
            !test.read([](Connection &c) { return ProspectTable::find(c, Open); })->has_value());
        // A second time there is nobody.
        const auto again = test.write([](Transaction &t) { return Erasure::person(t, Open); });
        QVERIFY(!again);
        QCOMPARE(again.error().code, Error::Code::NotFound);
    }

    void remembersHandlesAsHashes_data() { TestDatabase::addBackends(); }
    void remembersHandlesAsHashes()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fillOne));
        const auto listed = [&test](const QString &network, const QString &value) {
            return test
                .read([&](Connection &c) { return SuppressionList::find(c, network, value); })
                .value();
        };
        const QString handle = canary() + u"101"_s;
        QCOMPARE(listed(u"x"_s, handle), std::nullopt);
        QVERIFY(test.write([](Transaction &t) { return Erasure::person(t, Open); }));
        QCOMPARE(listed(u"x"_s, u"@"_s + handle.toUpper()), SuppressionKind::Erased);
        QCOMPARE(listed(u"bluesky"_s, handle), std::nullopt);
        QCOMPARE(listed(u"x"_s, u"somebody"_s), std::nullopt);
        // Another workspace has another salt.
        QVERIFY(SuppressionList::hashOf("one", u"x"_s, handle)
            != SuppressionList::hashOf("two", u"x"_s, handle));
        // However somebody wrote it.
        QCOMPARE(SuppressionList::hashOf("key", u"x"_s, u"@Nora"_s),
            u"defe967c037d9b054e3258adcd2c80151d859229fee85c874019e48454f79dfe"_s);
    }

    void previewCountsWhatTheViewerSees_data() { TestDatabase::addBackends(); }
    void previewCountsWhatTheViewerSees()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fillOne));
        const auto preview = [&test](const User &user) {
            test.database->setViewer(viewerOf(user));
            return test.read([](Connection &c) { return Erasure::preview(c, Open); })
                .value_or(ErasureCounts());
        };
        const ErasureCounts own = preview(ann);
        QCOMPARE(own.conversations, 2);
        QCOMPARE(own.groupChats, 1);
        QCOMPARE(own.messages, 3);
        const ErasureCounts others = preview(bob);
        QCOMPARE(others.conversations, 0);
        QCOMPARE(others.messages, 0);
        QCOMPARE(others.handles, 1);
    }

    void findsWhatWasKeptLongEnough_data() { TestDatabase::addBackends(); }
    void findsWhatWasKeptLongEnough()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        const auto due = [&test](const User &user, StageId stage, qint64 before) {
            test.database->setViewer(viewerOf(user));
            return test
                .read([&](Connection &c) {
                    return Visible::dueForRetention(c, {{stage, before}});
                })
                .value();
        };
        const qint64 later = At + 100'000;
        const auto own = due(ann, StageId(2), later);
        QCOMPARE(own.size(), 2); // also of her circle
        QCOMPARE(own.first().prospect, Open);
        QCOMPARE(own.first().conversations.size(), 3);
        QCOMPARE(own.first().messages, 3);
        const auto others = due(cat, StageId(2), later);
        QCOMPARE(others.size(), 1);
        QCOMPARE(others.first().conversations, QList<ConversationId> {TeamChat});
        QVERIFY(due(ann, StageId(3), later).isEmpty());
        // One young word keeps all of a person's.
        QVERIFY(due(ann, StageId(2), At + 12'000).empty());
        const auto gone = test.write(
            [&](Transaction &t) { return Erasure::conversations(t, own.first().conversations); });
        QVERIFY(gone);
        QCOMPARE(*gone, 3);
        QVERIFY(
            test.read([](Connection &c) { return Visible::conversationsOf(c, Open); })->isEmpty());
        QVERIFY(test.read([](Connection &c) { return ProspectTable::find(c, Open); })->has_value());
    }

    void asksAnIndexWhatWasKeptLongEnough_data()
    {
        QTest::addColumn<QList<ConversationId>>("only");
        QTest::addColumn<QString>("index");
        QTest::newRow("all") << QList<ConversationId>()
                             << u"listed_by_stage (stage_id=? AND last_activity_at<?)"_s;
        QTest::newRow("some") << QList<ConversationId> {TeamChat, PrivateChat}
                              << u"conversation USING INTEGER PRIMARY KEY"_s;
    }
    void asksAnIndexWhatWasKeptLongEnough()
    {
        QFETCH(QList<ConversationId>, only);
        QFETCH(QString, index);
        TestDatabase test;
        const QString reason = test.open(false);
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        QVERIFY(test.write(fill));
        test.database->setViewer(viewerOf(ann));
        const auto plan = test.read([&only](Connection &c) -> Result<QStringList> {
            const auto [sql, bindings] = Visible::retentionQuery(c, {StageId(2), At}, only);
            auto rows = c.select("EXPLAIN QUERY PLAN "_L1 + sql, bindings);
            if (!rows)
                return tl::unexpected(rows.error());
            QStringList lines;
            while (rows->next())
                lines << rows->text(3);
            return lines;
        });
        QVERIFY(plan);
        QVERIFY2(plan->join(u'\n').contains(index), qPrintable(plan->join(u'\n')));
        for (const QString &line : *plan) // imports are few
            QVERIFY2(
                !line.startsWith("SCAN"_L1) || line.contains("import_batch"_L1), qPrintable(line));
    }

    void retentionOfSomeOrOfACircle_data() { TestDatabase::addBackends(); }
    void retentionOfSomeOrOfACircle()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        const auto due = [&test](const User &user, const QList<ConversationId> &only) {
            test.database->setViewer(viewerOf(user));
            const auto found = test.read([&only](Connection &c) {
                return Visible::dueForRetention(c, {{StageId(2), At + 100'000}}, only);
            });
            QList<ConversationId> all;
            if (found) {
                for (const RetentionDue &one : *found)
                    all << one.conversations;
            }
            return all;
        };
        QCOMPARE(due(ann, {SecretTeamChat, TeamChat}),
            (QList<ConversationId> {TeamChat, SecretTeamChat}));
        QCOMPARE(due(bob, {SecretTeamChat, TeamChat}), QList<ConversationId> {TeamChat});
        QCOMPARE(due(bob, {PrivateChat}), QList<ConversationId>());
    }
};

PULLPUSH_TEST(TestVisibleErasure)
#include "tst_visibleerasure.moc"
