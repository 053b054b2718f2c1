// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/duereport.h"
#include "session/plansets.h"
#include "session/postreviewstore.h"
#include "session/poststore.h"
#include "session/reviewqueue.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestReviewQueue : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<ReviewQueue> m_queue;
    PostId m_post;

    [[nodiscard]] PostStatus status() const
    {
        return (*m_test)->posts().find(m_post)->variants.first().status;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        PostStore &posts = (*m_test)->posts();
        posts.show({QDate(2026, 1, 1), QDate(2026, 2, 1)});
        QTRY_COMPARE(posts.state(), StoreState::Ready);
        m_queue = std::make_unique<ReviewQueue>(**m_test, nullptr);
        QTRY_COMPARE(m_queue->state(), StoreState::Ready);
        QVERIFY(m_queue->waiting().isEmpty());
        Channel channel {ChannelId(), u"x"_s, u"Main"_s, QString()};
        channel.approval = ApprovalRule::Anybody;
        PostWithVariants post;
        post.post.text = u"First words"_s;
        Variant variant;
        variant.channel = ChannelService::add(**m_test, channel);
        variant.status = PostStatus::InReview;
        post.variants << variant;
        m_post = posts.create(post);
        QTRY_COMPARE(m_queue->waiting().size(), 1);
    }
    void cleanup()
    {
        m_queue.reset();
        m_test.reset();
    }

    void approvesAndKeepsTheWords()
    {
        const int commands = (*m_test)->undoStack()->count();
        m_queue->approve(m_post);
        QTRY_VERIFY(m_queue->waiting().isEmpty());
        QCOMPARE(status(), PostStatus::Approved);
        QTRY_COMPARE((*m_test)->undoStack()->count(), commands + 1);
        (*m_test)->review().open(m_post);
        QTRY_COMPARE((*m_test)->review().review().versions.size(), 1);
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(m_queue->waiting().size(), 1);
    }

    void keepsTheWordsAsTheyWereTypedLast()
    {
        PostStore &posts = (*m_test)->posts();
        const PostWithVariants before = *posts.find(m_post);
        PostWithVariants after = before;
        after.post.text = u"Last words"_s;
        posts.change(before, after); // on its way still
        m_queue->approve(m_post);
        QTRY_VERIFY(!(*m_test)->isWriting());
        (*m_test)->review().open(m_post);
        QTRY_COMPARE((*m_test)->review().review().versions.size(), 1);
        QCOMPARE((*m_test)->review().review().versions.first().text, u"Last words"_s);
    }

    void keepsTheLastWordsOfWhatIsNotInView()
    {
        PostStore &posts = (*m_test)->posts();
        const PostWithVariants idea = *posts.find(m_post);
        PostWithVariants planned = idea;
        planned.post.day = QDate(2026, 5, 1);
        planned.post.text = u"Last words"_s;
        posts.change(idea, planned);
        QVERIFY(!posts.find(m_post));
        m_queue->approve(m_post);
        QTRY_VERIFY(!(*m_test)->isWriting());
        (*m_test)->review().open(m_post);
        QTRY_COMPARE((*m_test)->review().review().versions.size(), 1);
        QCOMPARE((*m_test)->review().review().versions.first().text, u"Last words"_s);
    }

    void answersOnce()
    {
        const int commands = (*m_test)->undoStack()->count();
        m_queue->approve(m_post);
        QVERIFY(m_queue->waiting().isEmpty()); // at once
        m_queue->approve(m_post);
        m_queue->requestChanges(m_post, u"Too late"_s);
        QTRY_VERIFY(!(*m_test)->isWriting());
        QTRY_COMPARE((*m_test)->undoStack()->count(), commands + 1);
        QCOMPARE(status(), PostStatus::Approved);
    }

    void saysWhyWordsCannotBeApproved()
    {
        const Channel channel = (*m_test)->plan().channels().first();
        ChannelLimit limit;
        limit.channel = channel.id;
        limit.surface = TimelineSurface.toString();
        limit.field = TextField.toString();
        limit.limit = 5;
        ChannelService::change(**m_test, channel, {{}, {limit}});
        QTRY_COMPARE((*m_test)->plan().channelLimits().size(), 1);
        QTRY_VERIFY(!(*m_test)->isWriting());
        const int commands = (*m_test)->undoStack()->count();
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        m_queue->approve(m_post);
        QCOMPARE(status(), PostStatus::InReview);
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.first().first().value<Notice>().text.contains("too long"_L1));
        QCOMPARE(m_queue->waiting().size(), 1);
        m_queue->requestChanges(m_post, u"Shorter, please"_s);
        QCOMPARE(status(), PostStatus::ChangesRequested);
        QTRY_COMPARE((*m_test)->undoStack()->count(), commands + 1);
    }

    void sendsBackWithAComment()
    {
        m_queue->requestChanges(m_post, u"  "_s);
        QCOMPARE(status(), PostStatus::InReview); // nothing without a reason
        const int commands = (*m_test)->undoStack()->count();
        m_queue->requestChanges(m_post, u"Softer, please"_s);
        QTRY_VERIFY(m_queue->waiting().isEmpty());
        QCOMPARE(status(), PostStatus::ChangesRequested);
        QTRY_COMPARE((*m_test)->undoStack()->count(), commands + 1); // one command
        (*m_test)->review().open(m_post);
        QTRY_COMPARE((*m_test)->review().review().comments.size(), 1);
        QCOMPARE((*m_test)->review().review().comments.first().text, u"Softer, please"_s);
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(m_queue->waiting().size(), 1);
        QTRY_VERIFY((*m_test)->review().review().comments.isEmpty());
    }

    void followsTheRuleOfTheChannel()
    {
        const Channel before = (*m_test)->plan().channels().first();
        Channel after = before;
        after.approval = ApprovalRule::SomebodyElse;
        ChannelService::change(**m_test, after, {});
        QTRY_VERIFY(m_queue->waiting().isEmpty()); // it is one's own post
        QTRY_VERIFY(!(*m_test)->isWriting());
        const auto due = dueNow(**m_test);
        QVERIFY(due.has_value());
        QVERIFY(due->approvals.isEmpty());
    }
};

PULLPUSH_TEST(TestReviewQueue)
#include "tst_reviewqueue.moc"
