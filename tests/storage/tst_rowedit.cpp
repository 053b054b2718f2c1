// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/idsource.h"
#include "domain/post.h"
#include "domain/prospect.h"
#include "domain/stage.h"
#include "storage/batchtable.h"
#include "storage/mediatable.h"
#include "storage/plantable.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "storage/searchindex.h"
#include "storage/tables.h"
#include "storage/visible.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
Prospect ada()
{
    Prospect prospect;
    prospect.id = ProspectId(101);
    prospect.name = u"Ada Łukasiewicz"_s;
    prospect.firstName = u"Ada"_s;
    prospect.lastName = u"Łukasiewicz"_s;
    prospect.title = u"Head of 'brand'"_s;
    prospect.source = u"organic"_s;
    prospect.stage = StageId(2);
    prospect.firstSeen = {1700000000000, Precision::Day};
    prospect.lastActivityAt = 1700000001000;
    prospect.valueMinor = 12345678901;
    prospect.currency = u"EUR"_s;
    prospect.notes = u"met; \"quoted\"\nsecond line 😀"_s;
    prospect.createdAt = 1700000002000;
    return prospect;
}

struct Plan
{
    Media media;
    Post post;
    Variant variant;
    PostMedia place;
};

Plan aPostWithAPicture()
{
    Plan plan;
    plan.media.id = MediaId(5);
    plan.media.name = u"cup.jpg"_s;
    plan.post.id = PostId(7);
    plan.post.text = u"Text"_s;
    plan.variant.id = VariantId(8);
    plan.variant.post = plan.post.id;
    plan.variant.channel = ChannelId(9);
    plan.place.id = PostMediaId(10);
    plan.place.post = plan.post.id;
    plan.place.media = plan.media.id;
    return plan;
}

Result<> save(Transaction &transaction, const RowEdits &edits)
{
    return applyEdits(transaction, edits);
}
} // namespace

class TestRowEdit : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldComesBack_data() { TestDatabase::addBackends(); }
    void everyFieldComesBack()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Post post;
        post.id = PostId(7);
        post.title = u"Title"_s;
        post.text = u"Text"_s;
        post.day = QDate(2026, 3, 29);
        post.time = QTime(9, 5);
        post.zone = u"Europe/Berlin"_s;
        post.notes = u"notes"_s;
        post.createdAt = 5;
        Variant variant;
        variant.id = VariantId(8);
        variant.post = post.id;
        variant.channel = ChannelId(9);
        variant.detached = true;
        variant.text = u"own"_s;
        variant.status = PostStatus::ChangesRequested;
        variant.day = QDate(2026, 4, 1);
        variant.time = QTime(23, 59);
        variant.zone = u"Asia/Tokyo"_s;
        variant.postedAt = 77;
        variant.link = u"https://example.org/1"_s;
        Channel channel {ChannelId(9), u"x"_s, u"Main"_s, u"@main"_s, 3};
        QVERIFY(test.write([&](Transaction &t) {
            return save(
                t, {insertion(channel), insertion(post), insertion(variant), insertion(ada())});
        }));
        const auto posts = test.read([](Connection &c) {
            return PlanTable::planned(c, {QDate(2026, 3, 1), QDate(2026, 4, 1)});
        });
        QVERIFY(posts);
        QCOMPARE(*posts, (QList<PostWithVariants> {{post, {variant}}}));
        const auto found =
            test.read([](Connection &c) { return ProspectTable::find(c, ProspectId(101)); });
        QVERIFY(found && *found);
        QCOMPARE(**found, ada());
    }

    void updatesMergeByField_data() { TestDatabase::addBackends(); }
    void updatesMergeByField()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const Prospect before = ada();
        QVERIFY(test.write([&](Transaction &t) { return save(t, {insertion(before)}); }));
        Prospect renamed = before;
        renamed.notes = u"mine"_s;
        Prospect retitled = before;
        retitled.title = u"theirs"_s;
        QVERIFY(test.write([&](Transaction &t) { return save(t, {update(before, renamed)}); }));
        QVERIFY(test.write([&](Transaction &t) {
            return save(t, {update(before, retitled)});
        })); // other field: merged
        Prospect again = before;
        again.notes = u"late"_s;
        const auto clash =
            test.write([&](Transaction &t) { return save(t, {update(before, again)}); });
        QVERIFY(!clash);
        QCOMPARE(clash.error().code, Error::Code::Conflict);
        const auto now =
            test.read([](Connection &c) { return ProspectTable::find(c, ProspectId(101)); });
        QCOMPARE((*now)->notes, u"mine"_s);
        QCOMPARE((*now)->title, u"theirs"_s);
        QCOMPARE((*now)->rowVersion, 3);
    }

    void whatHappenedSinceIsKept_data() { TestDatabase::addBackends(); }
    void whatHappenedSinceIsKept()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const auto saved = [&test](const RowEdits &edits) {
            return test.write([&](Transaction &t) { return save(t, edits); }).has_value();
        };
        const auto lastActivity = [&test] {
            const auto found =
                test.read([](Connection &c) { return ProspectTable::find(c, ProspectId(101)); });
            return found && *found ? (*found)->lastActivityAt : 0;
        };
        const Prospect before = ada();
        Prospect mine = before;
        mine.lastActivityAt += 1000;
        Prospect theirs = mine;
        theirs.lastActivityAt += 1000;
        const RowEdits first {update(before, mine)};
        QVERIFY(saved({insertion(before)}));
        QVERIFY(saved(first));
        QVERIFY(saved(inverted(first)));
        QCOMPARE(lastActivity(), before.lastActivityAt); // nothing else happened
        QVERIFY(saved(first));
        QVERIFY(saved({update(mine, theirs)}));
        QVERIFY(saved(inverted(first))); // an older step than a colleague's
        QCOMPARE(lastActivity(), theirs.lastActivityAt);
        QVERIFY(saved({update(before, mine)})); // by somebody who has not seen the newer one
        QCOMPARE(lastActivity(), theirs.lastActivityAt);

        Conversation silent;
        silent.id = ConversationId(31);
        silent.prospect = before.id;
        silent.privacy = Privacy::Team;
        Conversation asked = silent;
        asked.lastMessageAt = 10;
        asked.turn = Turn::They;
        asked.unreturned = 1;
        Conversation answered = asked;
        answered.lastMessageAt = 20;
        answered.turn = Turn::We;
        answered.unreturned = 0;
        answered.unanswered = 1;
        const RowEdits asking {update(silent, asked)};
        QVERIFY(saved({insertion(silent)}));
        QVERIFY(saved(asking));
        QVERIFY(saved({update(asked, answered)}));
        QVERIFY(saved(inverted(asking)));
        const auto now =
            test.read([](Connection &c) { return Visible::conversation(c, ConversationId(31)); });
        QVERIFY(now && *now);
        QCOMPARE((*now)->lastMessageAt, 20);
        QCOMPARE((*now)->turn, Turn::We);
        QCOMPARE((*now)->unanswered, 1);
        QCOMPARE((*now)->unreturned, 0);
    }

    void removingAndUndoingKeepsTheId_data() { TestDatabase::addBackends(); }
    void removingAndUndoingKeepsTheId()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const RowEdits edits {removal(ada())};
        QVERIFY(test.write([&](Transaction &t) { return save(t, {insertion(ada())}); }));
        QVERIFY(test.write([&](Transaction &t) { return save(t, edits); }));
        const auto find = [](Connection &c) { return ProspectTable::find(c, ProspectId(101)); };
        QVERIFY(!test.read(find)->has_value());
        QCOMPARE(test.read([](Connection &c) { return SearchIndex::prospects(c, u"lukas"_s, 5); })
                     ->size(),
            0);
        const auto twice = test.write([&](Transaction &t) { return save(t, edits); });
        QCOMPARE(twice.error().code, Error::Code::NotFound);
        QVERIFY(test.write([&](Transaction &t) { return save(t, inverted(edits)); }));
        QCOMPARE((**test.read(find)).name, ada().name);
        QCOMPARE(
            test.read([](Connection &c) { return SearchIndex::prospects(c, u"LUKAS ad"_s, 5); })
                ->value(0),
            ProspectId(101));
    }

    void aFailedEditLeavesNothing_data() { TestDatabase::addBackends(); }
    void aFailedEditLeavesNothing()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Handle orphan;
        orphan.id = HandleId(5);
        orphan.prospect = ProspectId(999);
        orphan.network = u"x"_s;
        orphan.value = u"@nobody"_s;
        const auto done = test.write([&](Transaction &t) {
            return save(t, {insertion(ada()), insertion(orphan)});
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, Error::Code::Conflict);
        QCOMPARE(*test.read([](Connection &c) { return ProspectTable::count(c, {}); }), 0);
        QCOMPARE(*test.read([](Connection &c) {
            return c.number(u"SELECT count(*) FROM change WHERE table_name = 'prospect'"_s);
        }),
            0);
    }

    void pendingBatchesAreInvisibleAndRemoved_data() { TestDatabase::addBackends(); }
    void pendingBatchesAreInvisibleAndRemoved()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        ImportBatch batch;
        batch.id = BatchId(1);
        batch.node = test.database->node();
        Prospect imported = ada();
        imported.batch = batch.id;
        const auto count = [](Connection &c) { return ProspectTable::count(c, {}); };
        QVERIFY(test.write([&](Transaction &t) -> Result<> {
            return BatchTable::insert(t, batch)
                .and_then([&] { return save(t, {insertion(imported)}); })
                .and_then([&] {
                    return BatchTable::remember(t, u"csv"_s, {{u"A1"_s, imported.id}}, batch.id);
                });
        }));
        QCOMPARE(*test.read(count), 0);
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::setState(t, batch.id, BatchState::Live, {});
        }));
        QCOMPARE(*test.read(count), 1);
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::setState(t, batch.id, BatchState::Pending, {});
        }));
        QVERIFY(test.reopen().isEmpty());
        QVERIFY(
            !test.read([](Connection &c) { return BatchTable::find(c, BatchId(1)); })->has_value());
        QCOMPARE(
            *test.read([](Connection &c) { return c.number(u"SELECT count(*) FROM prospect"_s); }),
            0);
    }

    void removesNothingThatIsReferredTo_data() { TestDatabase::addBackends(); }
    void removesNothingThatIsReferredTo()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const Channel channel {ChannelId(9), u"x"_s, u"Main"_s, u"@main"_s, 3};
        const Plan plan = aPostWithAPicture();
        QVERIFY(test.write([&](Transaction &t) {
            return save(t,
                {insertion(channel), insertion(plan.media), insertion(plan.post),
                    insertion(plan.variant), insertion(plan.place)});
        }));
        for (const RowEdit &edit : {removal(channel), removal(plan.media)}) {
            const auto done = test.write([&](Transaction &t) { return save(t, {edit}); });
            QVERIFY(!done);
            QCOMPARE(done.error().code, Error::Code::Conflict);
            QVERIFY(!done.error().message.isEmpty());
        }
        QCOMPARE(test.read(&PlanTable::media)->size(), 1);
        // Meant as it is, it takes the references away first.
        const RowEdits all {
            removal(plan.place), removal(plan.media), removal(plan.variant), removal(channel)};
        QVERIFY(test.write([&](Transaction &t) { return save(t, all); }));
        QVERIFY(test.read(&PlanTable::media)->isEmpty());
        QVERIFY(test.write([&](Transaction &t) { return save(t, inverted(all)); }));
        QCOMPARE(test.read(&PlanTable::media)->size(), 1);
    }

    void undoneBatchesGoWithWhatHangsOnThem_data() { TestDatabase::addBackends(); }
    void undoneBatchesGoWithWhatHangsOnThem()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        ImportBatch batch;
        batch.id = BatchId(1);
        Plan plan = aPostWithAPicture();
        plan.media.batch = plan.post.batch = plan.variant.batch = plan.place.batch = batch.id;
        const Channel channel {ChannelId(9), u"x"_s, u"Main"_s, u"@main"_s, 3};
        MediaCrop crop;
        crop.id = MediaCropId(12);
        crop.post = plan.post.id;
        crop.media = plan.place.id;
        crop.variant = plan.variant.id;
        QVERIFY(test.write([&](Transaction &t) -> Result<> {
            return BatchTable::insert(t, batch)
                .and_then([&] {
                    return save(t,
                        {insertion(channel), insertion(plan.media), insertion(plan.post),
                            insertion(plan.variant), insertion(plan.place), insertion(crop)});
                })
                .and_then([&] {
                    return MediaTable::keep(t, plan.media.id, {"seen since", {}});
                })
                .and_then(
                    [&] { return BatchTable::setState(t, batch.id, BatchState::Undone, {}); });
        }));
        QVERIFY(test.reopen().isEmpty());
        QVERIFY(
            !test.read([](Connection &c) { return BatchTable::find(c, BatchId(1)); })->has_value());
        for (const QString &table : {u"post"_s, u"media"_s, u"media_crop"_s, u"media_content"_s})
            QCOMPARE(*test.read([&](Connection &c) {
                return c.number("SELECT count(*) FROM "_L1 + table);
            }),
                0);
    }

    void privateConversationsAreSeenByTheirOwnerAlone_data() { TestDatabase::addBackends(); }
    void privateConversationsAreSeenByTheirOwnerAlone()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const User rep {UserId(1), u"rep"_s, u"Rep"_s, Role::SalesRep};
        const User other {UserId(2), u"other"_s, u"Other"_s, Role::Manager};
        Conversation conversation;
        conversation.id = ConversationId(11);
        conversation.prospect = ProspectId(101);
        conversation.owner = rep.id;
        conversation.unanswered = 2;
        Message message;
        message.id = MessageId(12);
        message.conversation = conversation.id;
        message.body = u"canary-7731"_s;
        QVERIFY(test.write([&](Transaction &t) {
            return save(t,
                {insertion(rep), insertion(other), insertion(ada()), insertion(conversation),
                    insertion(message)});
        }));
        const auto bodies = [](Connection &c) {
            return Visible::messages(c, ConversationId(11), {}, 50);
        };
        const auto page = [](Connection &c) { return ProspectTable::firstPage(c, {}, 10); };
        test.database->setViewer({rep.id, rep.role});
        QCOMPARE(test.read(bodies)->size(), 1);
        QCOMPARE(test.read(page)->first().unanswered, 2);
        test.database->setViewer({other.id, other.role});
        QCOMPARE(test.read(bodies)->size(), 0);
        QCOMPARE(test.read(page)->first().unanswered, 0); // counts do not tell either
        QVERIFY(
            !test.read([](Connection &c) { return Visible::conversation(c, ConversationId(11)); })
                 ->has_value());
        const auto leaked = test.read([](Connection &c) {
            return c.number(
                u"SELECT count(*) FROM change WHERE before LIKE '%canary%' OR fields LIKE '%canary%'"_s);
        });
        QCOMPARE(*leaked, 0);
    }

    void addsNothingToWhoIsGone_data() { TestDatabase::addBackends(); }
    void addsNothingToWhoIsGone()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const User rep {UserId(1), u"rep"_s, u"Rep"_s, Role::SalesRep};
        const User other {UserId(2), u"other"_s, u"Other"_s, Role::SalesRep};
        Prospect into = ada();
        into.id = ProspectId(102);
        QVERIFY(test.write([&](Transaction &t) {
            return save(t, {insertion(rep), insertion(other), insertion(ada()), insertion(into)});
        }));
        test.database->setViewer({rep.id, rep.role});
        const auto add = [&test](const RowEdits &edits) {
            const auto done = test.write([&edits](Transaction &t) { return save(t, edits); });
            return done ? QString() : done.error().message;
        };
        const auto aFact = [](qint64 id) {
            Fact fact;
            fact.id = FactId(id);
            fact.prospect = ada().id;
            return fact;
        };
        Handle handle;
        handle.id = HandleId(21);
        handle.prospect = ada().id;
        handle.network = u"x"_s;
        handle.value = u"@ada"_s;
        FollowUp step;
        step.id = FollowUpId(22);
        step.prospect = ada().id;
        step.dueOn = QDate(2026, 1, 1);
        Consent consent;
        consent.id = ConsentId(23);
        consent.prospect = ada().id;
        Conversation talk;
        talk.id = ConversationId(24);
        talk.prospect = ada().id;
        talk.owner = rep.id;
        ProspectLabel label;
        label.id = ProspectLabelId(25);
        label.prospect = ada().id;
        label.label = LabelId(26);
        Label known;
        known.id = label.label;
        QCOMPARE(add({insertion(aFact(20)), insertion(known), insertion(label)}), QString());

        // Merged or deleted, which hides them alike.
        QCOMPARE(add({removal(ada())}), QString());
        for (const RowEdit &edit : {insertion(aFact(27)), insertion(handle), insertion(step),
                 insertion(consent), insertion(talk)}) {
            QVERIFY2(!add({edit}).isEmpty(), qPrintable(edit.table));
            const auto kept = test.read([&edit](Connection &c) {
                return c.number(
                    "SELECT count(*) FROM "_L1 + edit.table + " WHERE id = ?"_L1, {edit.id});
            });
            QCOMPARE(kept.value().value_or(-1), 0);
        }
        // A label comes back for everybody who had it, and nothing is in the way where they come back themselves.
        QCOMPARE(add({removal(label)}), QString());
        QCOMPARE(add({insertion(label)}), QString());
        QCOMPARE(add({insertion(ada()), insertion(aFact(27))}), QString());
        QCOMPARE(add({insertion(aFact(28)), removal(aFact(28)), removal(ada())}), QString());
        QCOMPARE(add({insertion(ada())}), QString());

        Prospect secret = ada();
        secret.privateTo = rep.id;
        QCOMPARE(add({update(ada(), secret)}), QString());
        test.database->setViewer({other.id, other.role});
        QVERIFY(!add({insertion(aFact(29))}).isEmpty());
        talk.owner = other.id;
        QVERIFY(!add({insertion(talk)}).isEmpty());
    }

    void attachmentsAreAsPrivateAsTheirMessage_data() { TestDatabase::addBackends(); }
    void attachmentsAreAsPrivateAsTheirMessage()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const User rep {UserId(1), u"rep"_s, u"Rep"_s, Role::SalesRep};
        const User other {UserId(2), u"other"_s, u"Other"_s, Role::Manager};
        Conversation conversation;
        conversation.id = ConversationId(11);
        conversation.prospect = ProspectId(101);
        conversation.owner = rep.id;
        Message message;
        message.id = MessageId(12);
        message.conversation = conversation.id;
        Attachment attachment;
        attachment.id = AttachmentId(13);
        attachment.conversation = conversation.id;
        attachment.message = message.id;
        attachment.name = u"canary.pdf"_s;
        const QByteArray bytes = QByteArrayView("\0canary\xff", 8).toByteArray();
        QVERIFY(test.write([&](Transaction &t) {
            return save(t,
                {insertion(rep), insertion(other), insertion(ada()), insertion(conversation),
                    insertion(message), insertion(attachment)})
                .and_then([&] { return Visible::keepAttachment(t, attachment.id, bytes); });
        }));
        const auto content = [](Connection &c) {
            return Visible::attachmentContent(c, AttachmentId(13));
        };
        test.database->setViewer({rep.id, rep.role});
        QCOMPARE(*test.read(content), bytes);
        test.database->setViewer({other.id, other.role});
        QCOMPARE(test.read(content).error().code, Error::Code::NotFound);
        QVERIFY(test.read([](Connection &c) { return Visible::attachments(c, ConversationId(11)); })
                    ->isEmpty());
        const auto leaked = test.read([](Connection &c) {
            return c.number(
                u"SELECT count(*) FROM change WHERE before LIKE '%canary%' OR fields LIKE '%canary%'"_s);
        });
        QCOMPARE(*leaked, 0);

        // The bytes of what was deleted wait for an undo, and go in the end.
        test.database->setViewer({rep.id, rep.role});
        QVERIFY(test.write([&](Transaction &t) { return save(t, {removal(attachment)}); }));
        QVERIFY(!test.read(content));
        const qint64 deleted = test.clock.now();
        const auto expired = [&test](qint64 before) {
            return *test.read(
                [before](Connection &c) { return Visible::hasExpiredAttachments(c, before); });
        };
        QVERIFY(!expired(deleted));
        QVERIFY(expired(deleted + 1));
        const auto purged =
            test.write([&](Transaction &t) { return Visible::purgeAttachments(t, deleted + 1); });
        QCOMPARE(*purged, 1);
        QVERIFY(!expired(deleted + 1));
    }

    void messagesOfOneMinuteKeepTheirOrder_data() { TestDatabase::addBackends(); }
    void messagesOfOneMinuteKeepTheirOrder()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const auto ids = test.read([](Connection &c) -> Result<QList<MessageId>> {
            QList<MessageId> list {{}};
            for (int i = 0; i < 200; ++i) {
                auto next = Visible::freeMessageId(c, 1700000000000, list.last());
                if (!next)
                    return tl::unexpected(next.error());
                list << *next;
            }
            return list;
        });
        QVERIFY(ids);
        QVERIFY(std::ranges::is_sorted(*ids, std::ranges::less {}));
        QCOMPARE(std::ranges::adjacent_find(*ids), ids->end());
        QVERIFY(IdSource::milliseconds(ids->last().value()) - 1700000000000 <= 1);
    }

    void hostileSearchTextIsOnlyText_data() { TestDatabase::addBackends(); }
    void hostileSearchTextIsOnlyText()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write([&](Transaction &t) { return save(t, {insertion(ada())}); }));
        const QStringList texts {u"'; DROP TABLE prospect; --"_s, u"\"ada"_s, u"NEAR(ada"_s,
            u"text:ada*"_s, u"(((("_s, u"ada & !x"_s, u"\\"_s};
        for (const QString &text : texts) {
            const auto found =
                test.read([&](Connection &c) { return SearchIndex::prospects(c, text, 5); });
            QVERIFY2(found, qPrintable(text));
        }
        QCOMPARE(*test.read([](Connection &c) { return ProspectTable::count(c, {}); }), 1);
    }

    void searchTextIsFoundLiterally_data() { TestDatabase::addBackends(); }
    void searchTextIsFoundLiterally()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const QStringList names {
            u"Zoë Vale 🌻"_s, u"Ann \"Ace\" O'Neil"_s, u"100% Rye_Bakery"_s, u"Bob \\ Stone"_s};
        RowEdits edits;
        for (const QString &name : names) {
            Prospect prospect = ada();
            prospect.id = ProspectId(201 + int(edits.size()));
            prospect.name = name;
            edits << insertion(prospect);
        }
        QVERIFY(test.write([&](Transaction &t) { return save(t, edits); }));
        const QList<std::pair<QString, QStringList>> searches {
            {u"🌻"_s, {names.at(0)}}, {u"zoe 🌻"_s, {names.at(0)}}, {u"🌻🌻"_s, {}}, {u"🦀"_s, {}},
            {u"\"ace\""_s, {names.at(1)}}, {u"o'neil"_s, {names.at(1)}}, {u"\""_s, {names.at(1)}},
            {u"'"_s, {names.at(1)}}, {u"100%"_s, {names.at(2)}}, {u"%"_s, {names.at(2)}},
            {u"_"_s, {names.at(2)}}, {u"*"_s, {}}, {u"?"_s, {}}, {u"\\"_s, {names.at(3)}},
            {u"bo%ne"_s, {}}, {u"rye_b"_s, {names.at(2)}},
            {u"r*"_s, {names.at(2)}}, // a beginning, with or without the star
        };
        for (const auto &[text, expected] : searches) {
            ProspectQuery query;
            query.text = text;
            const auto page =
                test.read([&](Connection &c) { return ProspectTable::firstPage(c, query, 10); });
            QVERIFY2(page, qPrintable(text));
            QStringList found;
            for (const ProspectRow &row : *page)
                found << row.name;
            QVERIFY2(found == expected, qPrintable(text + u" finds "_s + found.join(u", "_s)));
            QCOMPARE(*test.read([&](Connection &c) { return ProspectTable::count(c, query); }),
                expected.size());
        }
    }
};

PULLPUSH_TEST(TestRowEdit)
#include "tst_rowedit.moc"
