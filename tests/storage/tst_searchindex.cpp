// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "domain/prospect.h"
#include "storage/batchtable.h"
#include "storage/bulkinsert.h"
#include "storage/plantable.h"
#include "storage/prospecttable.h"
#include "storage/searchindex.h"
#include "storage/searchtable.h"
#include "storage/visiblesearch.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
constexpr UserId Me(11);
constexpr UserId Other(12);

Prospect person(qint64 id, const QString &name)
{
    Prospect prospect;
    prospect.id = ProspectId(id);
    prospect.name = name;
    prospect.stage = StageId(2);
    return prospect;
}

Conversation conversation(qint64 id, ProspectId prospect, UserId owner = Me)
{
    Conversation thread;
    thread.id = ConversationId(id);
    thread.prospect = prospect;
    thread.owner = owner;
    return thread;
}

Message message(qint64 id, qint64 conversation, const QString &body)
{
    Message message;
    message.id = MessageId(id);
    message.conversation = ConversationId(conversation);
    message.body = body;
    message.sentAt = {1700000000000 + id, Precision::Minute};
    return message;
}

RowEdits members()
{
    User me;
    me.id = Me;
    me.name = u"Me"_s;
    User other;
    other.id = Other;
    other.name = u"Other"_s;
    return {insertion(me), insertion(other)};
}

/// The ids of what is found of \a kind, or the error's code as a negative number.
QList<qint64> found(TestDatabase &test, SearchKind kind, const QString &text, int limit = 50)
{
    const auto page =
        test.read([&](Connection &c) { return SearchTable::find(c, kind, text, limit); });
    if (!page)
        return {-1 - qint64(page.error().code)};
    QList<qint64> ids;
    for (const SearchHit &hit : page->hits)
        ids << hit.row();
    return ids;
}

QList<qint64> messages(TestDatabase &test, const QString &text)
{
    return found(test, SearchKind::Message, text);
}

Result<> apply(TestDatabase &test, const RowEdits &edits)
{
    return test.write([&](Transaction &t) { return applyEdits(t, edits); });
}
} // namespace

class SearchIndexTest : public QObject
{
    Q_OBJECT
private slots:
    void messagesAreFoundByFoldedBeginnings_data() { TestDatabase::addBackends(); }
    void messagesAreFoundByFoldedBeginnings()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(apply(test, members()));
        test.database->setViewer({Me, Role::SalesRep});
        const Prospect ada = person(101, u"Ada"_s);
        QVERIFY(apply(test,
            {insertion(ada), insertion(conversation(201, ada.id)),
                insertion(message(1001, 201, u"Radosław asks for the price"_s)),
                insertion(message(1002, 201, u"The PRICING page, Żółw 🌻 naïve"_s)),
                insertion(message(1003, 201, u"日本 щит 20%"_s))}));
        QCOMPARE(messages(test, u"radoslaw"_s), QList<qint64> {1001});
        QCOMPARE(messages(test, u"Pric"_s), (QList<qint64> {1002, 1001}));
        QCOMPARE(messages(test, u"pric rados"_s), QList<qint64> {1001});
        QCOMPARE(messages(test, u"zolw naive"_s), QList<qint64> {1002});
        QCOMPARE(messages(test, u"ЩИ"_s), QList<qint64> {1003});
        QCOMPARE(messages(test, u"日"_s), QList<qint64> {1003});
        QCOMPARE(messages(test, u"2"_s), QList<qint64> {1003});
        QCOMPARE(messages(test, u"rice"_s), QList<qint64> {}); // not within a word
        QCOMPARE(messages(test, u"🌻"_s), QList<qint64> {});
        QCOMPARE(messages(test, QString()), QList<qint64> {});
        const auto page = test.read(
            [](Connection &c) { return SearchTable::find(c, SearchKind::Message, u"pric"_s, 1); });
        QVERIFY(page && page->hasMore);
        const SearchHit hit = page->hits.value(0);
        QCOMPARE(hit.prospect, ada.id);
        QCOMPARE(hit.conversation, ConversationId(201));
        QCOMPARE(hit.title.text, u"Ada"_s);
        QCOMPARE(hit.at, 1700000001002);
        QCOMPARE(hit.text.text.mid(hit.text.marks.value(0).start, hit.text.marks.value(0).length),
            u"PRIC"_s);
    }

    void messagesFollowEdits_data() { TestDatabase::addBackends(); }
    void messagesFollowEdits()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(apply(test, members()));
        test.database->setViewer({Me, Role::SalesRep});
        const Prospect ada = person(101, u"Ada"_s);
        const Message before = message(1001, 201, u"the first words"_s);
        Message after = before;
        after.body = u"other words"_s;
        QVERIFY(
            apply(test, {insertion(ada), insertion(conversation(201, ada.id)), insertion(before)}));
        QVERIFY(apply(test, {update(before, after)}));
        QCOMPARE(messages(test, u"first"_s), QList<qint64> {});
        QCOMPARE(messages(test, u"other"_s), QList<qint64> {1001});
        const RowEdits gone {removal(after)};
        QVERIFY(apply(test, gone));
        QCOMPARE(messages(test, u"words"_s), QList<qint64> {});
        QVERIFY(apply(test, inverted(gone)));
        QCOMPARE(messages(test, u"words"_s), QList<qint64> {1001});
        QVERIFY(test.write([](Transaction &t) { return SearchIndex::rebuild(t); }));
        QCOMPARE(messages(test, u"words"_s), QList<qint64> {1001});
    }

    void whatIsPrivateToOthersIsNeverFound_data() { TestDatabase::addBackends(); }
    void whatIsPrivateToOthersIsNeverFound()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(apply(test, members()));
        const Prospect open = person(101, u"Ada Secretive"_s);
        Prospect circle = person(102, u"Bea Secretive"_s);
        circle.privateTo = Other;
        Conversation own = conversation(201, open.id, Other);
        own.privacy = Privacy::Private;
        Conversation team = conversation(202, open.id, Other);
        team.privacy = Privacy::Team;
        Conversation shared = conversation(203, open.id, Other);
        shared.privacy = Privacy::Shared;
        Conversation inCircle = conversation(204, circle.id, Other);
        inCircle.privacy = Privacy::Team;
        ConversationShare share;
        share.id = ConversationShareId(301);
        share.conversation = shared.id;
        share.member = Me;
        RowEdits edits {insertion(open), insertion(circle)};
        for (const Conversation &thread : {own, team, shared, inCircle})
            edits << insertion(thread)
                  << insertion(message(thread.id.value() + 1000, thread.id.value(), u"secret"_s));
        QVERIFY(apply(test, edits));
        test.database->setViewer({Me, Role::SalesRep});
        QCOMPARE(messages(test, u"secret"_s), QList<qint64> {1202});
        QCOMPARE(found(test, SearchKind::Prospect, u"secretive"_s), QList<qint64> {101});
        QCOMPARE(found(test, SearchKind::Prospect, u"cretiv"_s), QList<qint64> {101});
        QCOMPARE(*test.read([](Connection &c) { return SearchIndex::prospects(c, u"bea"_s, 5); }),
            QList<ProspectId> {});
        test.database->setViewer({Other, Role::SalesRep}); // whose it is
        QVERIFY(apply(test, {insertion(share)}));
        test.database->setViewer({Me, Role::SalesRep});
        QCOMPARE(messages(test, u"secret"_s), (QList<qint64> {1203, 1202}));
        test.database->setViewer({Other, Role::SalesRep});
        QCOMPARE(messages(test, u"secret"_s), (QList<qint64> {1204, 1203, 1202, 1201}));
        QCOMPARE(found(test, SearchKind::Prospect, u"secretive"_s), (QList<qint64> {102, 101}));
    }

    void looksThroughNoMoreThanItMay_data() { TestDatabase::addBackends(); }
    void looksThroughNoMoreThanItMay()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(apply(test, members()));
        const Prospect ada = person(101, u"Ada"_s);
        Conversation team = conversation(202, ada.id, Other);
        team.privacy = Privacy::Team;
        Conversation hidden = conversation(205, ada.id, Other);
        hidden.privacy = Privacy::Private;
        QVERIFY(apply(test,
            {insertion(ada), insertion(team), insertion(hidden),
                insertion(message(1202, 202, u"secret"_s))}));
        // More newer hits than are looked at, none of which is for Me.
        const auto run = [&test](const QString &sql) {
            return test.write([sql](Transaction &t) { return t.execute(sql); }).has_value();
        };
        const QString numbers =
            u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s;
        QVERIFY(run(numbers.arg(20100)
            + "INSERT INTO message (id, conversation_id, medium, direction, sent_at, "
              "sent_at_precision, body, duration_seconds, dedupe_key) SELECT 2000 + i, 205, "
              "'direct-message', 'ours', i, 'exact', 'secret', 0, '' FROM n"_L1));
        QVERIFY(run(
            u"INSERT INTO message_search (rowid, words) SELECT id, %1 FROM message WHERE "
            "id > 2000"_s.arg(onServer ? u"array_to_tsvector(ARRAY['secret'])"_s : u"'secret'"_s)));
        const auto page = [&test](UserId viewer) {
            test.database->setViewer({viewer, Role::SalesRep});
            return test
                .read([](Connection &c) {
                    return SearchTable::find(c, SearchKind::Message, u"secret"_s, 5);
                })
                .value_or(SearchPage());
        };
        // Who sees few conversations gets all that is in them.
        const SearchPage few = page(Me);
        QCOMPARE(few.hits.size(), 1);
        QCOMPARE(few.hits.first().row(), 1202);
        QVERIFY(!few.isCut);
        const SearchPage own = page(Other);
        QCOMPARE(own.hits.size(), 5);
        QVERIFY(own.hasMore);
        QVERIFY(!own.isCut);
        // Who sees many is told that the search ended early.
        QVERIFY(run(numbers.arg(600)
            + "INSERT INTO conversation (id, privacy, title, network, last_message_at, turn, "
              "unanswered, created_at) SELECT 5000 + i, 'team', '', '', 0, 'nobody', 0, 0 FROM n"_L1));
        const SearchPage many = page(Me);
        QCOMPARE(many.hits.size(), 0);
        QVERIFY(many.isCut);
    }

    void batchesCountWhenTheyAreLive_data() { TestDatabase::addBackends(); }
    void batchesCountWhenTheyAreLive()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(apply(test, members()));
        test.database->setViewer({Me, Role::SalesRep});
        ImportBatch batch;
        batch.id = BatchId(77);
        batch.by = Me;
        batch.node = test.database->node();
        Prospect ada = person(101, u"Ada Imported"_s);
        ada.batch = batch.id;
        Conversation thread = conversation(201, ada.id);
        thread.batch = batch.id;
        Message word = message(1001, 201, u"imported words"_s);
        word.batch = batch.id;
        Post post;
        post.id = PostId(401);
        post.text = u"imported post"_s;
        post.batch = batch.id;
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::insert(t, batch)
                .and_then([&] { return BulkInsert<Prospect>(t).add(ada); })
                .and_then([&] {
                    return SearchIndex::add(t, {{ada.id, {ada.name}}});
                })
                .and_then([&] { return BulkInsert<Conversation>(t).add(thread); })
                .and_then([&] { return BulkInsert<Message>(t).add(word); })
                .and_then([&] { return MessageIndex(t).add(word); })
                .and_then([&] { return BulkInsert<Post>(t).add(post); })
                .and_then([&] { return SearchIndex::refresh(t, post.id); });
        }));
        const auto countOf = [&test] {
            qsizetype count = 0;
            for (const SearchKind kind : SearchKinds)
                count += found(test, kind, u"import"_s).size();
            return count;
        };
        const auto setState = [&](BatchState state) {
            return test.write(
                [&](Transaction &t) { return BatchTable::setState(t, batch.id, state, {}); });
        };
        QCOMPARE(countOf(), 0);
        QVERIFY(setState(BatchState::Live));
        QCOMPARE(countOf(), 3);
        QVERIFY(setState(BatchState::Undone));
        QCOMPARE(countOf(), 0);
        QVERIFY(test.write([&](Transaction &t) { return BatchTable::erase(t, batch.id); }));
        for (const char16_t *table :
            {u"prospect_search", u"name_part", u"message_search", u"post_search"}) {
            const auto left = test.read([table](Connection &c) {
                return c.number("SELECT count(*) FROM "_L1 + QString::fromUtf16(table));
            });
            QVERIFY2(left && left->value_or(-1) == 0, qPrintable(QString::fromUtf16(table)));
        }
    }

    void postsAreFoundByTheirVariantsToo_data() { TestDatabase::addBackends(); }
    void postsAreFoundByTheirVariantsToo()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Channel channel {ChannelId(9), u"x"_s, u"Main"_s, u"@main"_s, 3};
        Post post;
        post.id = PostId(401);
        post.title = u"Harvest"_s;
        post.text = u"A long table in the orchard"_s;
        post.day = QDate(2026, 5, 3);
        Variant variant;
        variant.id = VariantId(501);
        variant.post = post.id;
        variant.channel = channel.id;
        variant.text = u"Kommt an die Tafel"_s;
        variant.detached = true;
        ProfileCopy copy;
        copy.id = ProfileCopyId(601);
        copy.channel = channel.id;
        copy.surface = Surface::Headline;
        copy.text = u"Tables for long evenings"_s;
        QVERIFY(apply(
            test, {insertion(channel), insertion(post), insertion(variant), insertion(copy)}));
        QCOMPARE(found(test, SearchKind::Post, u"harv orchard"_s), QList<qint64> {401});
        QCOMPARE(found(test, SearchKind::Post, u"tafel"_s), QList<qint64> {401});
        QCOMPARE(found(test, SearchKind::ProfileCopy, u"table"_s), QList<qint64> {601});
        const auto page = test.read([](Connection &c) {
            return SearchTable::find(c, SearchKind::ProfileCopy, u"table"_s, 5);
        });
        QVERIFY(page && page->hits.size() == 1);
        QCOMPARE(page->hits.first().surface, Surface::Headline);
        QCOMPARE(page->hits.first().title.text, u"Main"_s);
        Variant other = variant;
        other.text = u"Anderes"_s;
        Post renamed = post;
        renamed.title = u"Autumn"_s;
        QVERIFY(apply(test, {update(variant, other), update(post, renamed)}));
        QCOMPARE(found(test, SearchKind::Post, u"tafel"_s), QList<qint64> {});
        QCOMPARE(found(test, SearchKind::Post, u"harvest"_s), QList<qint64> {});
        QCOMPARE(found(test, SearchKind::Post, u"autumn ander"_s), QList<qint64> {401});
        const RowEdits gone {removal(copy), removal(other), removal(renamed)};
        QVERIFY(apply(test, gone));
        QCOMPARE(found(test, SearchKind::Post, u"autumn"_s), QList<qint64> {});
        QCOMPARE(found(test, SearchKind::ProfileCopy, u"table"_s), QList<qint64> {});
        QVERIFY(apply(test, inverted(gone)));
        QCOMPARE(found(test, SearchKind::Post, u"autumn ander"_s), QList<qint64> {401});
        QCOMPARE(found(test, SearchKind::ProfileCopy, u"table"_s), QList<qint64> {601});
    }

    void prospectsAreFoundByPartsBehindBeginnings_data() { TestDatabase::addBackends(); }
    void prospectsAreFoundByPartsBehindBeginnings()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const Prospect inside = person(103, u"Anna McRadosław"_s);
        const Prospect begins = person(101, u"Radosław Vale"_s);
        Handle handle;
        handle.id = HandleId(701);
        handle.prospect = begins.id;
        handle.network = u"x"_s;
        handle.value = u"@sunflower"_s;
        QVERIFY(apply(test, {insertion(begins), insertion(inside), insertion(handle)}));
        QCOMPARE(found(test, SearchKind::Prospect, u"rados"_s), (QList<qint64> {101, 103}));
        QCOMPARE(found(test, SearchKind::Prospect, u"flower vale"_s), QList<qint64> {101});
        QCOMPARE(
            found(test, SearchKind::Prospect, u"ad"_s), QList<qint64> {}); // too short for a part
        QCOMPARE(found(test, SearchKind::Prospect, u"an ados"_s), QList<qint64> {103});
        QVERIFY(apply(test, {removal(handle)}));
        QCOMPARE(found(test, SearchKind::Prospect, u"flower"_s), QList<qint64> {});
        QVERIFY(apply(test, {removal(begins)}));
        QCOMPARE(found(test, SearchKind::Prospect, u"rados"_s), QList<qint64> {103});
    }

    void hostileTextIsOnlyText_data() { TestDatabase::addBackends(); }
    void hostileTextIsOnlyText()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(apply(test, members()));
        test.database->setViewer({Me, Role::SalesRep});
        const Prospect ada = person(101, u"Ada"_s);
        QVERIFY(apply(test,
            {insertion(ada), insertion(conversation(201, ada.id)),
                insertion(message(1001, 201, u"near words; drop a table"_s))}));
        for (const char16_t *text : {u"\"", u"*", u"NEAR(", u"words:", u"'; DROP TABLE message; --",
                 u"\\", u"a & !b", u"((((", u"near NOT words", u"%", u"\"ne\" OR *", u"-ne", u"^ne",
                 u"{words} : ne", u"ne:*", u"'ne':*", u"\U0001D49C\U00010348", u"\u0E01\u0E34"}) {
            for (const SearchKind kind : SearchKinds) {
                const auto page = test.read([&](Connection &c) {
                    return SearchTable::find(c, kind, QString::fromUtf16(text), 5);
                });
                QVERIFY2(page, qPrintable(QString::fromUtf16(text)));
            }
        }
        QCOMPARE(messages(test, u"NEAR( words"_s), QList<qint64> {1001});
        QCOMPARE(messages(test, u"'; DROP"_s), QList<qint64> {1001});
    }

    void theIndexHoldsNoReadableText()
    {
        TestDatabase test;
        const QString reason = test.open(false);
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        QVERIFY(apply(test, members()));
        const Prospect ada = person(101, u"Ada"_s);
        QVERIFY(apply(test,
            {insertion(ada), insertion(conversation(201, ada.id)),
                insertion(message(1001, 201, u"We will sign, we said"_s))}));
        const auto kept = test.read([](Connection &c) -> Result<QString> {
            auto rows = c.select(u"SELECT words FROM message_search"_s);
            if (!rows)
                return tl::unexpected(rows.error());
            return rows->next() ? rows->text(0) : QString();
        });
        QVERIFY(kept);
        QCOMPARE(*kept, u"said sign we will"_s);
    }

    void aLongMessageIsFoundByItsWords_data() { TestDatabase::addBackends(); }
    void aLongMessageIsFoundByItsWords()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(apply(test, members()));
        test.database->setViewer({Me, Role::SalesRep});
        QString body = u"beginning "_s;
        for (int i = 0; i < 200000; ++i)
            body += u"w%1 "_s.arg(i);
        const Prospect ada = person(101, u"Ada"_s);
        QVERIFY(apply(test,
            {insertion(ada), insertion(conversation(201, ada.id)),
                insertion(message(1001, 201, body)),
                insertion(message(1002, 201, QString(5000, u'x')))}));
        QCOMPARE(messages(test, u"beginning"_s), QList<qint64> {1001});
        QCOMPARE(messages(test, QString(100, u'x')), QList<qint64> {1002});
    }

    void anOlderWorkspaceIsIndexedWhenItIsOpened()
    {
        TestDatabase test;
        const QString reason = test.open(false);
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        QVERIFY(apply(test, members()));
        const Prospect ada = person(101, u"Ada"_s);
        QVERIFY(apply(test,
            {insertion(ada), insertion(conversation(201, ada.id)),
                insertion(message(1001, 201, u"old words"_s))}));
        // What migration 4 does for rows that are there already.
        QVERIFY(test.write([](Transaction &t) -> Result<> {
            for (const char16_t *table :
                {u"name_part", u"message_search", u"post_search", u"copy_search"}) {
                if (auto done = t.execute("DROP TABLE "_L1 + QString::fromUtf16(table)); !done)
                    return tl::unexpected(done.error());
            }
            return SearchIndex::create(t);
        }));
        test.database->setViewer({Me, Role::SalesRep});
        QCOMPARE(messages(test, u"old"_s), QList<qint64> {1001});
        QCOMPARE(found(test, SearchKind::Prospect, u"ada"_s), QList<qint64> {101});
    }
};

PULLPUSH_TEST(SearchIndexTest)
#include "tst_searchindex.moc"
