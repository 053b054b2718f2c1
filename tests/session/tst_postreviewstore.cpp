// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/postreviewstore.h"
#include "session/poststore.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestPostReviewStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    PostStore *m_posts = nullptr;
    PostReviewStore *m_review = nullptr;
    ChannelId m_channel;
    PostId m_post;

    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    void step(PostStatus status)
    {
        const PostWithVariants before = *m_posts->find(m_post);
        PostWithVariants after = before;
        after.variants.first().status = status;
        m_posts->change(before, after);
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        m_posts = &(*m_test)->posts();
        m_review = &(*m_test)->review();
        m_posts->show({QDate(2026, 1, 1), QDate(2026, 2, 1)});
        QTRY_COMPARE(m_posts->state(), StoreState::Ready);
        m_channel = ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        PostWithVariants post;
        post.post.text = u"First words"_s;
        post.post.day = QDate(2026, 1, 12);
        post.post.time = QTime(9, 0);
        Variant variant;
        variant.channel = m_channel;
        post.variants << variant;
        m_post = m_posts->create(post);
        QTRY_COMPARE(undo().count(), 2);
        m_review->open(m_post);
        QTRY_COMPARE(m_review->state(), StoreState::Ready);
    }

    void keepsTheWordsOfEachStep()
    {
        step(PostStatus::InReview);
        QCOMPARE(m_review->review().versions.size(), 1);
        QCOMPARE(m_review->review().versions.first().text, u"First words"_s);
        QTRY_COMPARE(undo().count(), 3);
        step(PostStatus::Draft);
        QTRY_COMPARE(undo().count(), 4);
        PostWithVariants rewritten = *m_posts->find(m_post);
        rewritten.post.text = u"Second words"_s;
        rewritten.variants.first().status = PostStatus::Approved;
        m_posts->change(PostWithVariants(*m_posts->find(m_post)), rewritten);
        QTRY_COMPARE(undo().count(), 5);
        QCOMPARE(m_review->review().versions.size(), 2);
        QCOMPARE(m_review->review().versions.first().text, u"Second words"_s);
        QCOMPARE(m_review->review().versions.first().status, PostStatus::Approved);
        undo().undo();
        QTRY_COMPARE(m_review->review().versions.size(), 1);
        m_review->keepVersion(u"A thought"_s);
        QTRY_COMPARE(m_review->review().versions.size(), 2);
        QCOMPARE(m_review->review().versions.first().status, PostStatus::Draft);
    }

    void holdsCommentsAndTheChecklist()
    {
        m_review->addComment(u"Softer, please"_s, Audience::Internal);
        m_review->addComment(u"Lovely"_s, Audience::Client);
        m_review->addItem(u"Picture"_s);
        m_review->addItem(u"Alt text"_s);
        QTRY_COMPARE(undo().count(), 6);
        const PostReview review = m_review->review();
        QCOMPARE(review.comments.size(), 2);
        QCOMPARE(review.comments.last().audience, Audience::Client);
        QCOMPARE(review.checklist.last().position, 1);
        m_review->setResolved(review.comments.first().id, true);
        m_review->setDone(review.checklist.last().id, true);
        QVERIFY(m_review->review().comments.first().resolvedAt > 0);
        QCOMPARE(m_review->review().checklist.last().doneBy, (*m_test)->viewer().user);
        QTRY_COMPARE(undo().count(), 8);
        m_review->removeComment(review.comments.first().id);
        m_review->removeItem(review.checklist.first().id);
        QTRY_COMPARE(undo().count(), 10);
        // Another post has its own.
        m_review->open(m_posts->create({}));
        QTRY_COMPARE(m_review->state(), StoreState::Ready);
        QVERIFY(m_review->review().comments.isEmpty());
        m_review->open(m_post);
        QTRY_COMPARE(m_review->review().comments.size(), 1);
        QCOMPARE(m_review->review().comments.first().text, u"Lovely"_s);
        QCOMPARE(m_review->review().checklist.size(), 1);
        QVERIFY(m_review->review().checklist.first().doneAt > 0);
    }

    void findsTheNextFreeSlot()
    {
        const QDate today = (*m_test)->today();
        PostingSlot daily;
        QList<PostingSlot> slotsOfTheWeek;
        for (int weekday = 1; weekday <= 7; ++weekday) {
            daily.weekday = weekday;
            daily.time = QTime(9, 0);
            slotsOfTheWeek << daily;
        }
        ChannelService::change(**m_test, *(*m_test)->plan().channel(m_channel), {slotsOfTheWeek});
        QTRY_COMPARE(undo().count(), 3);
        PostWithVariants taken;
        taken.post.day = today; // it is one in the morning
        taken.post.time = QTime(9, 0);
        Variant variant;
        variant.channel = m_channel;
        taken.variants << variant;
        m_posts->create(taken);
        QTRY_COMPARE(undo().count(), 4);
        std::optional<SlotTime> place;
        QObject context;
        m_posts->nextFreeSlot(m_channel, std::nullopt, &context,
            [&place](const Result<std::optional<SlotTime>> &found) {
                place = found.value_or(std::nullopt);
            });
        QTRY_VERIFY(place);
        QCOMPARE(place->time, QTime(9, 0));
        QCOMPARE(place->day, today.addDays(1));
    }
};

PULLPUSH_TEST(TestPostReviewStore)
#include "tst_postreviewstore.moc"
