// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/batchtable.h"
#include "storage/handleclaims.h"
#include "storage/prospecttable.h"
#include "storage/searchtable.h"
#include "test_support/circlereaders.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;
using namespace CircleFixture;

namespace {
/// What the fixture has not, of both people.
constexpr const char *MoreOfPeople[] {
    "INSERT INTO label (id, name, colour) VALUES (1, '', 0)",
    "INSERT INTO prospect_label (id, prospect_id, label_id) VALUES (1, 101, 1), (2, 102, 1)",
    "INSERT INTO custom_field (id, name, kind, choices, position) VALUES (1, '', 'text', '', 0)",
    "INSERT INTO custom_value (id, prospect_id, field_id, value) VALUES (1, 101, 1, ''), (2, 102, "
    "1, '')",
    "INSERT INTO external_id (space, external_id, prospect_id) VALUES ('file', 'one', 101), "
    "('file', 'two', 102)",
    "INSERT INTO handover_touch (id, handover_id, touch_id) VALUES (1, 101008, 101003), (2, "
    "102008, 102003)",
    "INSERT INTO not_duplicate (id, one_id, other_id, at) VALUES (1, 101, 102, 0)",
    "INSERT INTO merge (id, survivor_id, merged_id, at, fields, undone_at) VALUES (1, 101, 102, 0, "
    "'', 1)",
    "INSERT INTO merge_part (id, merge_id, of_table, row_id, of_column) VALUES (1, 1, 'fact', 1, "
    "'prospect_id')",
    "INSERT INTO change (at, table_name, row_id, op, fields, before) VALUES "
    "(0, 'prospect', 101, 'update', 'notes', '{\"notes\":\"told\"}'), "
    "(0, 'prospect', 102, 'update', 'notes', '{\"notes\":\"told\"}'), "
    "(0, 'fact', 102005, 'update', 'text', '{\"text\":\"told\"}')",
};
} // namespace

/// What the server itself lets a role read and write, asked without the program's own filters.
class TestVisibleSecurity : public QObject
{
    Q_OBJECT

    std::unique_ptr<CircleReaders> m_readers;

    [[nodiscard]] std::unique_ptr<Connection> as(const User &user) { return m_readers->as(user); }
    /// How many rows \a user finds; -1 where the server refuses.
    qint64 count(const User &user, const QString &table, const QString &where = {})
    {
        const auto connection = as(user);
        if (!connection)
            return -2;
        const auto found = connection->number("SELECT count(*) FROM "_L1 + table + where);
        return found ? found->value_or(-1) : -1;
    }
    /// How many rows \a sql changes, which is then taken back; -1 where the server refuses.
    qint64 change(const User &user, const QString &sql)
    {
        const auto connection = as(user);
        if (!connection)
            return -2;
        auto transaction = Transaction::begin(*connection);
        if (!transaction)
            return -2;
        return transaction->execute(sql).value_or(-1);
    }

private slots:
    void initTestCase()
    {
        m_readers = std::make_unique<CircleReaders>();
        if (const QString reason = m_readers->open(true); !reason.isEmpty()) {
            if (PgCluster::isRequired())
                QFAIL(qPrintable(reason));
            QSKIP(qPrintable(reason));
        }
        for (const char *sql : MoreOfPeople) {
            QVERIFY2(m_readers->write(
                         [sql](Transaction &t) { return t.execute(QString::fromLatin1(sql)); }),
                sql);
        }
    }
    void cleanupTestCase() { m_readers.reset(); }

    void readsWhatIsTheirs_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("rowsOfEach"); // of each conversation
        for (const char *table : {"conversation", "message", "participant", "hop", "source_thread",
                 "attachment", "attachment_content", "live_conversation", "live_message",
                 "live_participant", "live_hop", "live_attachment", "live_source_thread"}) {
            QTest::newRow(table) << QString::fromLatin1(table)
                                 << (QByteArray(table).endsWith("participant") ? 2 : 1);
        }
    }
    void readsWhatIsTheirs()
    {
        QFETCH(QString, table);
        QFETCH(int, rowsOfEach);
        QCOMPARE(count(ann, table), 5 * rowsOfEach);
        // What is shared with him, and the team's; not the team's with somebody of Ann's circle.
        QCOMPARE(count(bob, table), 2 * rowsOfEach);
        QCOMPARE(count(cat, table), rowsOfEach);
        QCOMPARE(count(meg, table), rowsOfEach);
    }

    void readsSharesAndTheLog()
    {
        QCOMPARE(count(ann, u"conversation_share"_s), 1);
        QCOMPARE(count(bob, u"conversation_share"_s), 1);
        QCOMPARE(count(cat, u"conversation_share"_s), 0);
        QVERIFY(count(cat, u"change"_s, u" WHERE before LIKE '%canary%'"_s) == 0);
    }

    void keepsCircles_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("byAnn");
        QTest::addColumn<int>("byBob");
        QTest::addColumn<int>("byCat");
        for (const char *table : {"prospect", "handle", "move", "touch", "follow_up", "fact",
                 "consent", "offer", "handover", "guardrail_override", "handover_touch",
                 "prospect_label", "custom_value", "external_id", "live_prospect", "live_handle",
                 "live_fact", "live_offer", "live_touch"})
            QTest::newRow(table) << QString::fromLatin1(table) << 2 << 1 << 1;
        QTest::newRow("move_proposal") << u"move_proposal"_s << 4 << 2 << 1;
        QTest::newRow("not_duplicate") << u"not_duplicate"_s << 1 << 0 << 0;
        QTest::newRow("merge") << u"merge"_s << 1 << 0 << 0;
        QTest::newRow("merge_part") << u"merge_part"_s << 1 << 0 << 0;
        // Lists and indices hold nobody of a circle, for anybody.
        for (const char *table : {"listed_prospect", "prospect_search", "name_part"})
            QTest::newRow(table) << QString::fromLatin1(table) << 1 << 1 << 1;
        QTest::newRow("message_search") << u"message_search"_s << 5 << 2 << 1;
    }
    void keepsCircles()
    {
        QFETCH(QString, table);
        QFETCH(int, byAnn);
        QFETCH(int, byBob);
        QFETCH(int, byCat);
        QCOMPARE(count(ann, table), byAnn);
        QCOMPARE(count(bob, table), byBob);
        QCOMPARE(count(cat, table), byCat);
    }

    void keepsWhatTheLogHasOfCircles()
    {
        const QString kept = u" WHERE before LIKE '%told%'"_s;
        QCOMPARE(count(ann, u"change"_s, kept), 3);
        QCOMPARE(count(bob, u"change"_s, kept), 1);
        QCOMPARE(count(cat, u"change"_s, kept), 1);
    }

    void countsEverybody()
    {
        for (const User &user : {ann, bob, cat, meg}) {
            const auto connection = as(user);
            QVERIFY(connection);
            connection->setViewer(viewerOf(user));
            QList<qint64> people;
            QVERIFY(ProspectTable::scanProspects(
                *connection, {}, [&people](const ProspectTable::ColumnRow &row) {
                    people << row.id;
                    return true;
                }));
            QCOMPARE(people, (QList<qint64> {Open.value(), Secret.value()}));
            int moves = 0;
            const auto countMoves = [&moves](const ProspectTable::MoveColumnRow &) {
                ++moves;
                return true;
            };
            QVERIFY(ProspectTable::scanMoves(*connection, {}, countMoves));
            QCOMPARE(moves, 2);
            QVERIFY(ProspectTable::scanMoves(*connection, {Secret}, countMoves));
            QCOMPARE(moves, 3);
            const auto overrides = SalesTable::overrideCounts(*connection, 0);
            QVERIFY(overrides);
            int gonePast = 0;
            for (const int number : *overrides)
                gonePast += number;
            QCOMPARE(gonePast, 2);
        }
    }

    void saysThatAHandleIsTaken()
    {
        const QString value = canary() + u"102"_s;
        for (const User &user : {ann, bob}) {
            const auto connection = as(user);
            QVERIFY(connection);
            connection->setViewer(viewerOf(user));
            const auto found = HandleClaims::of(*connection, u"x"_s, value);
            QVERIFY(found);
            QCOMPARE(found->holder, Secret);
            QCOMPARE(found->known, user == ann ? Secret : ProspectId());
            QCOMPARE(found->isHidden, user != ann);
            const auto kept =
                HandleClaims::isKept(*connection, {u"x"_s, normalisedHandle(u"x"_s, value)});
            QVERIFY(kept);
            QCOMPARE(*kept, user != ann);
            QCOMPARE(
                HandleClaims::isKept(*connection, {u"x"_s, u"nobody"_s}).value_or(true), false);
            const auto known =
                BatchTable::known(*connection, u"file"_s, {u"one"_s, u"two"_s, u"three"_s}, {});
            QVERIFY(known);
            QCOMPARE(known->size(), 2);
        }
    }

    void saysThatAChatIsTaken()
    {
        for (const User &user : {ann, cat}) {
            const auto connection = as(user);
            QVERIFY(connection);
            connection->setViewer(viewerOf(user));
            const auto thread = Visible::thread(*connection, u"whatsapp"_s, canary() + u"10"_s);
            QVERIFY(thread && thread->has_value());
            QCOMPARE((*thread)->conversation, user == ann ? PrivateChat : ConversationId());
            const auto none = Visible::thread(*connection, u"whatsapp"_s, u"other"_s);
            QVERIFY(none && !none->has_value());
        }
    }

    void countsContactsOfEverybody()
    {
        const auto factsOf = [this](const User &user, ProspectId prospect) {
            const auto connection = as(user);
            if (!connection)
                return Visible::ContactFacts {{-2}, false, {}};
            connection->setViewer(viewerOf(user));
            return Visible::contactFacts(*connection, prospect, {0, At + 100'000}, At)
                .value_or(Visible::ContactFacts {{-1}, false, {}});
        };
        const auto speak = [this](const QString &direction) {
            return m_readers->write([&direction](Transaction &t) {
                return t.execute(
                    u"UPDATE message SET direction = ? WHERE conversation_id IN (10, 11)"_s,
                    {direction});
            });
        };
        QVERIFY(speak(u"ours"_s)); // one of two is private, one shared with Bob alone
        for (const User &user : {ann, bob, cat}) {
            const auto facts = factsOf(user, Open);
            QCOMPARE(facts.contacts, (QList<int> {2, 0}));
            QCOMPARE(facts.anotherTalks, user != ann);
        }
        QVERIFY(speak(u"theirs"_s));
        QCOMPARE(factsOf(cat, Open).contacts, (QList<int> {0, 0}));
        // Nobody learns anything about somebody of a colleague's circle.
        QCOMPARE(factsOf(bob, Secret).anotherTalks, false);
        QVERIFY(factsOf(cat, Open).sentToOthers.isEmpty());
    }

    void carriesPrivateTalksInAMerge()
    {
        const auto connection = as(bob);
        QVERIFY(connection);
        connection->setViewer(viewerOf(bob));
        auto transaction = Transaction::begin(*connection); // taken back at the end
        QVERIFY(transaction);
        Prospect into;
        into.id = ProspectId(103);
        into.stage = StageId(2);
        Merge made;
        made.id = MergeId(9);
        made.survivor = into.id;
        made.merged = Open;
        const auto carried = [](ProspectId from, ProspectId to, const QString &table, qint64 id) {
            return RowEdit {table, id, RowEdit::Op::Update, {{u"prospect_id"_s, from.value()}},
                {{u"prospect_id"_s, to.value()}}};
        };
        const RowEdit there = carried(Open, into.id, u"conversation"_s, PrivateChat.value());
        QVERIFY(applyEdits(*transaction, {insertion(into)}));
        QVERIFY(!applyEdits(*transaction, {there})); // nobody merged them

        const auto hanging = Visible::hangingOn(*connection, Open);
        QVERIFY(hanging);
        QCOMPARE(hanging->size(), 6); // three talks, and in each whoever speaks as them
        RowEdits edits {insertion(made)};
        MergePartId next(70);
        for (const HangingRow &row : *hanging) {
            MergePart part;
            part.id = next;
            part.merge = made.id;
            part.table = row.table;
            part.row = row.id;
            part.column = row.column;
            next = MergePartId(next.value() + 1);
            edits << carried(Open, into.id, row.table, row.id) << insertion(part);
        }
        QVERIFY(applyEdits(*transaction, edits));
        QVERIFY(Visible::hangingOn(*connection, Open)->isEmpty());
        QCOMPARE(Visible::hangingOn(*connection, into.id)->size(), 6);
        QCOMPARE(Visible::conversationsOf(*connection, into.id)->size(), 2); // as private as before
        const auto at = [&connection] {
            const auto places =
                Visible::places(*connection, u"conversation"_s, {PrivateChat.toString()});
            return places && *places ? (*places)->value(PrivateChat.value()).at : ProspectId();
        };
        QCOMPARE(at(), into.id);
        // Elsewhere than along the merge nothing goes.
        QVERIFY(!applyEdits(
            *transaction, {carried(into.id, Secret, u"conversation"_s, PrivateChat.value())}));
        const RowEdit back = carried(into.id, Open, u"conversation"_s, PrivateChat.value());
        QVERIFY(applyEdits(*transaction, {back}));
        QCOMPARE(at(), Open);
        Merge undone = made;
        undone.undoneAt = 1;
        QVERIFY(applyEdits(*transaction, {update(made, undone)}));
        QVERIFY(!applyEdits(*transaction, {there}));
    }

    void carriesLabelsInAMerge()
    {
        const auto labelOfSecret = [this] {
            return m_readers
                ->read([](Connection &c) {
                    return c.number(u"SELECT label_id FROM prospect_label WHERE id = 2"_s);
                })
                .value()
                .value_or(-1);
        };
        const auto connection = as(bob);
        QVERIFY(connection);
        connection->setViewer(viewerOf(bob));
        const auto write = [&connection](const RowEdits &edits) {
            auto transaction = Transaction::begin(*connection);
            return transaction && applyEdits(*transaction, edits) && transaction->commit();
        };
        Label gone;
        gone.id = LabelId(1);
        gone.name = u""_s;
        Label kept;
        kept.id = LabelId(2);
        kept.name = u"kept"_s;
        ProspectLabel known;
        known.id = ProspectLabelId(1);
        known.prospect = Open;
        known.label = gone.id;
        ProspectLabel after = known;
        after.label = kept.id;
        Label merged = gone;
        merged.mergedInto = kept.id;
        QVERIFY(write({insertion(kept)}));
        // Without a merge nothing goes anywhere.
        QVERIFY(connection->number(u"SELECT pullpush_carry_label(1, 2, 5)"_s));
        QCOMPARE(labelOfSecret(), 1);

        const RowEdits merge {update(known, after), update(gone, merged), removal(merged)};
        QVERIFY(write(merge));
        QCOMPARE(labelOfSecret(), 2);
        QCOMPARE(count(bob, u"prospect_label"_s), 1); // he sees as little of it as before
        QCOMPARE(
            count(bob, u"change"_s, u" WHERE table_name = 'prospect_label' AND row_id = 2"_s), 0);
        QVERIFY(write(inverted(merge)));
        QCOMPARE(labelOfSecret(), 1);
        QVERIFY(write({removal(kept)}));
    }

    void dropsLabelsWithTheirLabel()
    {
        const auto isSecretLabelled = [this] {
            return m_readers
                       ->read([](Connection &c) {
                           return c.number(u"SELECT count(*) FROM prospect_label WHERE id = 2 AND "
                                           "label_id = 1 AND deleted_at IS NULL"_s);
                       })
                       .value()
                       .value_or(-1)
                == 1;
        };
        const auto connection = as(bob);
        QVERIFY(connection);
        connection->setViewer(viewerOf(bob));
        const auto write = [&connection](const RowEdits &edits) {
            auto transaction = Transaction::begin(*connection);
            return transaction && applyEdits(*transaction, edits) && transaction->commit();
        };
        Label gone;
        gone.id = LabelId(1);
        gone.name = u""_s;
        ProspectLabel known;
        known.id = ProspectLabelId(1);
        known.prospect = Open;
        known.label = gone.id;
        // While there is the label nothing goes.
        QVERIFY(connection->number(u"SELECT pullpush_drop_label(1, 5)"_s));
        QVERIFY(isSecretLabelled());
        const RowEdits farewell {removal(known), removal(gone)};
        QVERIFY(write(farewell));
        QVERIFY(!isSecretLabelled());
        // And while there is none nothing comes back.
        QVERIFY(connection->number(u"SELECT pullpush_restore_label(1)"_s));
        QVERIFY(!isSecretLabelled());
        QCOMPARE(
            count(bob, u"change"_s, u" WHERE table_name = 'prospect_label' AND row_id = 2"_s), 0);
        QVERIFY(write(inverted(farewell)));
        QVERIFY(isSecretLabelled());
        QCOMPARE(count(bob, u"prospect_label"_s), 1); // he sees as little of it as before
    }

    void erasesAnUndoneImportWhoever()
    {
        // Ann took somebody of an import into her circle, and Bob undoes the import.
        const BatchId import(900);
        QVERIFY(m_readers->write([&](Transaction &t) {
            ImportBatch batch;
            batch.id = import;
            batch.state = BatchState::Live;
            Prospect prospect;
            prospect.id = ProspectId(105);
            prospect.stage = StageId(2);
            prospect.batch = import;
            prospect.privateTo = ann.id;
            Handle handle;
            handle.id = HandleId(105001);
            handle.prospect = prospect.id;
            handle.network = u"x"_s;
            handle.value = u"@imported"_s;
            handle.batch = import;
            return BatchTable::insert(t, batch)
                .and_then([&] {
                    return applyEdits(t, {insertion(prospect), insertion(handle)});
                })
                .and_then([&] {
                    return BatchTable::remember(
                        t, u"file"_s, {{u"imported"_s, prospect.id}}, import);
                });
        }));
        const auto rows = [this](const QString &where) {
            return m_readers
                ->read([&where](
                           Connection &c) { return c.number("SELECT count(*) FROM "_L1 + where); })
                .value()
                .value_or(-1);
        };
        const auto connection = as(bob);
        QVERIFY(connection);
        connection->setViewer(viewerOf(bob));
        {
            // Nothing of an import that stands.
            auto transaction = Transaction::begin(*connection);
            QVERIFY(transaction);
            QCOMPARE(connection->number(u"SELECT pullpush_erase_batch('handle', 900)"_s)
                         .value()
                         .value_or(-1),
                0);
        }
        {
            auto transaction = Transaction::begin(*connection);
            QVERIFY(transaction);
            QVERIFY(BatchTable::setState(*transaction, import, BatchState::Undone, {}));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(rows(u"handle WHERE id = 105001 AND deleted_at IS NOT NULL"_s), 1);
        {
            auto transaction = Transaction::begin(*connection);
            QVERIFY(transaction);
            QVERIFY(BatchTable::erase(*transaction, import));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(rows(u"prospect WHERE id = 105"_s), 0);
        QCOMPARE(rows(u"external_id WHERE batch_id = 900"_s), 0);
        QCOMPARE(rows(u"import_batch WHERE id = 900"_s), 0);
    }

    void findsWhatIsTheirs()
    {
        const auto found = [this](const User &user, SearchKind kind) {
            const auto connection = as(user);
            if (!connection)
                return -2;
            connection->setViewer(viewerOf(user));
            const auto page = SearchTable::find(*connection, kind, canary(), 50);
            return page ? int(page->hits.size()) : -1;
        };
        QCOMPARE(found(ann, SearchKind::Message), 5);
        QCOMPARE(found(bob, SearchKind::Message), 2);
        QCOMPARE(found(cat, SearchKind::Message), 1);
        QCOMPARE(found(ann, SearchKind::Prospect), 2);
        QCOMPARE(found(bob, SearchKind::Prospect), 1);
    }

    void isNotFooledByATableOfOnesOwn()
    {
        const auto connection = as(cat);
        QVERIFY(connection);
        QVERIFY(
            connection->execute(u"CREATE TEMPORARY TABLE member AS SELECT CAST(1 AS BIGINT) AS id, "
                                "CAST(session_user AS TEXT) AS login, "
                                "CAST(NULL AS BIGINT) AS deleted_at"_s));
        QCOMPARE(connection->number(u"SELECT count(*) FROM message"_s).value().value_or(-1), 1);
    }

    void changesWhatIsTheirs_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("byAnn");
        QTest::addColumn<int>("byBob");
        QTest::addColumn<int>("byCat");
        QTest::newRow("update messages") << u"UPDATE message SET body = 'x'"_s << 5 << 2 << 1;
        QTest::newRow("update names") << u"UPDATE participant SET name = 'x'"_s << 10 << 4 << 2;
        QTest::newRow("update hops") << u"UPDATE hop SET decided_at = 1"_s << 5 << 2 << 1;
        QTest::newRow("update attachments") << u"UPDATE attachment SET name = 'x'"_s << 5 << 2 << 1;
        QTest::newRow("update contents")
            << u"UPDATE attachment_content SET content = 'x'"_s << 5 << 2 << 1;
        QTest::newRow("close") << u"UPDATE conversation SET closed_at = 1"_s << 5 << 2 << 1;
        QTest::newRow("delete hops") << u"DELETE FROM hop"_s << 5 << 2 << 1;
        QTest::newRow("delete contents") << u"DELETE FROM attachment_content"_s << 5 << 2 << 1;
        QTest::newRow("delete shares") << u"DELETE FROM conversation_share"_s << 1 << 0 << 0;
        QTest::newRow("publish") << u"UPDATE conversation SET privacy = 'team' WHERE id = 11"_s << 1
                                 << -1 << 0;
        QTest::newRow("take over the team's")
            << u"UPDATE conversation SET owner_id = 2 WHERE id = 12"_s << 1 << -1 << -1;
        QTest::newRow("become another")
            << u"UPDATE member SET login = session_user WHERE id = 1"_s << 1 << -1 << -1;
        QTest::newRow("say something in private")
            << u"INSERT INTO hop SELECT 77, 10, 'note', 'call', 'ours', 0, 'exact', 'proposed', 0"_s
            << 1 << -1 << -1;
        QTest::newRow("share with oneself")
            << u"INSERT INTO conversation_share (id, conversation_id, member_id) VALUES (77, 12, 3)"_s
            << 1 << -1 << -1;
        QTest::newRow("let out of a circle")
            << u"UPDATE prospect SET private_to_id = NULL WHERE id = 102"_s << 1 << 0 << 0;
        QTest::newRow("put into another's circle")
            << u"UPDATE prospect SET private_to_id = 1 WHERE id = 101"_s << 1 << -1 << -1;
        QTest::newRow("delete handles") << u"DELETE FROM handle"_s << 2 << 1 << 1;
        QTest::newRow("note something on one of a circle")
            << u"INSERT INTO fact (id, prospect_id, kind, text, source, position, created_at) "
               "VALUES (77, 102, 'fact', '', '', 0, 0)"_s
            << 1 << -1 << -1;
        QTest::newRow("forge the owner")
            << u"INSERT INTO conversation (id, owner_id, privacy, title, network, last_message_at, "
               "turn, unanswered, created_at) VALUES (77, 1, 'private', '', '', 0, 'nobody', 0, 0)"_s
            << 1 << -1 << -1;
    }
    void changesWhatIsTheirs()
    {
        QFETCH(QString, sql);
        QFETCH(int, byAnn);
        QFETCH(int, byBob);
        QFETCH(int, byCat);
        QCOMPARE(change(ann, sql), byAnn);
        QCOMPARE(change(bob, sql), byBob);
        QCOMPARE(change(cat, sql), byCat);
    }
};

PULLPUSH_TEST(TestVisibleSecurity)
#include "tst_visiblesecurity.moc"
