// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/post.h"
#include "domain/review.h"
#include "storage/activitytable.h"
#include "storage/batchtable.h"
#include "storage/bulkinsert.h"
#include "storage/visible.h"
#include "test_support/circlefixture.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;
using Op = ActivityRow::Op;

namespace {
const PostId Mine(7);
const PostId Other(8);

Post postOf(PostId id)
{
    Post post;
    post.id = id;
    post.text = u"Secret words"_s;
    post.day = QDate(2026, 3, 2);
    return post;
}

Variant variantOf(PostId post, qint64 id)
{
    Variant variant;
    variant.id = VariantId(id);
    variant.post = post;
    variant.channel = ChannelId(9);
    return variant;
}

/// Writes each of \a steps in a transaction of its own, a second apart.
bool write(TestDatabase &test, const QList<RowEdits> &steps)
{
    for (const RowEdits &edits : steps) {
        test.clock.advance(1000);
        if (!test.write([&](Transaction &t) { return applyEdits(t, edits); }))
            return false;
    }
    return true;
}

Result<ActivityPage> pageOf(
    TestDatabase &test, const ActivityQuery &query, qint64 olderThan = 0, int limit = 100)
{
    return test.read(
        [=](Connection &c) { return ActivityTable::page(c, query, olderThan, limit); });
}
} // namespace

class TestActivityTable : public QObject
{
    Q_OBJECT
private slots:
    void tellsWhatBecameOfEachField_data() { TestDatabase::addBackends(); }
    void tellsWhatBecameOfEachField()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Post moved = postOf(Mine);
        moved.day = QDate(2026, 3, 4);
        Post again = moved;
        again.day = QDate(2026, 3, 5);
        again.text = u"Other words"_s;
        const Channel channel {ChannelId(9), u"x"_s, u"Main"_s, QString()};
        Variant sent = variantOf(Mine, 71);
        sent.status = PostStatus::InReview;
        QVERIFY(write(test,
            {{insertion(channel), insertion(postOf(Mine)), insertion(variantOf(Mine, 71))},
                {insertion(postOf(Other))}, {update(postOf(Mine), moved)}, {update(moved, again)},
                {update(variantOf(Mine, 71), sent)}}));
        const auto page = pageOf(test, {.post = Mine});
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->rows.size(), 5);
        QVERIFY(!page->hasMore);
        const ActivityRow &step = page->rows.at(0);
        QCOMPARE(step.table, u"variant"_s);
        QCOMPARE(step.channel, ChannelId(9));
        QCOMPARE(step.before.value(u"status"_s).toString(), u"draft"_s);
        QCOMPARE(step.after.value(u"status"_s).toString(), u"in-review"_s);
        const ActivityRow &second = page->rows.at(1);
        QCOMPARE(second.before.value(u"planned_day"_s).toString(), u"2026-03-04"_s);
        QCOMPARE(second.after.value(u"planned_day"_s).toString(), u"2026-03-05"_s);
        QVERIFY(second.fields.contains(u"text"_s));
        QVERIFY2(!second.before.contains(u"text"_s), "words are not repeated");
        const ActivityRow &first = page->rows.at(2);
        QCOMPARE(first.before.value(u"planned_day"_s).toString(), u"2026-03-02"_s);
        QCOMPARE(first.after.value(u"planned_day"_s).toString(), u"2026-03-04"_s);
        QVERIFY(first.at < second.at);
        QCOMPARE(page->names.value(9), u"Main"_s);
        QCOMPARE(page->posts.value(Mine).headline, u"Other words"_s);
    }

    void goesOnPageByPage_data() { TestDatabase::addBackends(); }
    void goesOnPageByPage()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QList<RowEdits> steps {{insertion(postOf(Mine))}};
        Post before = postOf(Mine);
        for (int i = 0; i < 9; ++i) {
            Post after = before;
            after.day = before.day->addDays(1);
            steps << RowEdits {update(before, after)};
            before = after;
        }
        QVERIFY(write(test, steps));
        const auto whole = pageOf(test, {.post = Mine});
        QCOMPARE(whole->rows.size(), 10);
        for (const ActivityQuery &query : {ActivityQuery {.post = Mine}, ActivityQuery {}}) {
            QList<ActivityRow> found;
            qint64 olderThan = 0;
            for (int pages = 0; pages < 10; ++pages) {
                const auto page = pageOf(test, query, olderThan, 4);
                QVERIFY(page);
                found << page->rows;
                olderThan = page->oldest;
                if (!page->hasMore)
                    break;
            }
            QCOMPARE(found, whole->rows); // also what became of a field, over the edge of a page
        }
    }

    void knowsARestorationAndAnImport_data() { TestDatabase::addBackends(); }
    void knowsARestorationAndAnImport()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        ImportBatch batch;
        batch.id = BatchId(3);
        batch.node = test.database->node();
        batch.files = u"plan.csv"_s;
        Post imported = postOf(Other);
        imported.batch = batch.id;
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::insert(t, batch)
                .and_then([&] { return BulkInsert<Post>(t).add(imported); })
                .and_then([&] { return BatchTable::announce(t, batch.id); });
        }));
        QCOMPARE(pageOf(test, {})->rows.size(), 0); // not finished
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::setState(t, batch.id, BatchState::Live, {});
        }));
        QVERIFY(write(
            test, {{insertion(postOf(Mine))}, {removal(postOf(Mine))}, {insertion(postOf(Mine))}}));
        const auto mine = pageOf(test, {.post = Mine});
        QCOMPARE(mine->rows.size(), 3);
        QCOMPARE(mine->rows.at(0).op, Op::Restore);
        QCOMPARE(mine->rows.at(1).op, Op::Remove);
        QCOMPARE(mine->rows.at(2).op, Op::Insert);
        const auto other = pageOf(test, {.post = Other});
        QCOMPARE(other->rows.size(), 1);
        QCOMPARE(other->rows.first().op, Op::Import);
        QCOMPARE(other->rows.first().count, 1);
        QCOMPARE(other->files.value(BatchId(3)), u"plan.csv"_s);
        QCOMPARE(pageOf(test, {.kind = ActivityKind::Imported})->rows.size(), 1);
    }

    void sieves_data() { TestDatabase::addBackends(); }
    void sieves()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Post moved = postOf(Mine);
        moved.day = QDate(2026, 3, 4);
        PostComment comment;
        comment.id = PostCommentId(31);
        comment.post = Mine;
        comment.text = u"Softer"_s;
        Campaign campaign;
        campaign.id = CampaignId(41);
        campaign.name = u"Spring"_s;
        QVERIFY(write(test,
            {{insertion(postOf(Mine))}, {update(postOf(Mine), moved)}, {insertion(comment)}}));
        test.clock.advance(qint64(3) * 86'400'000);
        QVERIFY(write(test, {{insertion(campaign)}}));
        const auto count = [&test](const ActivityQuery &query) {
            return pageOf(test, query)->rows.size();
        };
        QCOMPARE(count({}), 4);
        QCOMPARE(count({.kind = ActivityKind::Planned}), 1);
        QCOMPARE(count({.kind = ActivityKind::Said}), 1);
        QCOMPARE(count({.kind = ActivityKind::Sets}), 1);
        QCOMPARE(count({.kind = ActivityKind::Media}), 0);
        QCOMPARE(count({.who = UserId(77)}), 0);
        QCOMPARE(count({.from = test.clock.now()}), 1);
        QCOMPARE(count({.to = test.clock.now()}), 3);
    }

    void saysNothingOfConversations_data() { TestDatabase::addBackends(); }
    void saysNothingOfConversations()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Conversation conversation;
        conversation.id = ConversationId(61);
        conversation.title = u"Quietly"_s;
        QVERIFY(write(test, {{insertion(conversation)}, {insertion(postOf(Mine))}}));
        const auto page = pageOf(test, {});
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().table, u"post"_s);
    }

    void tellsOfPeopleWhomTheViewerKnows_data() { TestDatabase::addBackends(); }
    void tellsOfPeopleWhomTheViewerKnows()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(CircleFixture::fill));
        const ActivityQuery people {.kind = ActivityKind::People};
        const auto prospectsFor = [&](const User &user) {
            test.database->setViewer(CircleFixture::viewerOf(user));
            QSet<ProspectId> found;
            const auto page = pageOf(test, people);
            if (page) {
                for (const ActivityRow &row : page->rows)
                    found << row.prospect;
            }
            return found;
        };
        QCOMPARE(
            prospectsFor(CircleFixture::ann), QSet({CircleFixture::Open, CircleFixture::Secret}));
        QCOMPARE(prospectsFor(CircleFixture::bob), QSet({CircleFixture::Open}));
        QCOMPARE(prospectsFor(CircleFixture::meg), QSet({CircleFixture::Open}));
        const auto page = pageOf(test, people);
        QVERIFY(page);
        QCOMPARE(page->people.size(), 1);
        QCOMPARE(page->rows.size(), 4); // a handover, an offer, a consent, the homework
        for (const ActivityRow &row : page->rows)
            QVERIFY(row.post.isNull());
    }

    void namesWhatBecameOfAnOffer_data() { TestDatabase::addBackends(); }
    void namesWhatBecameOfAnOffer()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Prospect prospect;
        prospect.id = ProspectId(101);
        prospect.name = u"Nora"_s;
        prospect.stage = StageId(1);
        Offer offer;
        offer.id = OfferId(102);
        offer.prospect = prospect.id;
        offer.title = u"Table"_s;
        Offer won = offer;
        won.state = OfferState::Won;
        QVERIFY(write(test,
            {{insertion(prospect)}, {insertion(offer)}, {update(offer, won)},
                {update(won, offer)}}));
        const auto page = pageOf(test, {.kind = ActivityKind::People});
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->rows.size(), 3);
        QCOMPARE(page->rows.at(0).after.value(u"state"_s).toString(), u"open"_s);
        QCOMPARE(page->rows.at(1).after.value(u"state"_s).toString(), u"won"_s);
        QCOMPARE(page->rows.at(2).after.value(u"word"_s).toString(), u"offer"_s);
        QCOMPARE(page->names.value(102), u"Table"_s);
        QCOMPARE(page->people.value(prospect.id).name, u"Nora"_s);
        QVERIFY(page->people.value(prospect.id).isThere);
    }
};

PULLPUSH_TEST(TestActivityTable)
#include "tst_activitytable.moc"
