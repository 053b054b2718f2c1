// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/dueposts.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestDuePosts : public QObject
{
    Q_OBJECT
private slots:
    void tellsOnceWhatBecomesDue()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        PostStore &posts = test->posts();
        const QDate today = test->today();
        posts.show({today.addDays(-7), today.addDays(7)});
        QTRY_COMPARE(posts.state(), StoreState::Ready);
        const ChannelId channel =
            ChannelService::add(*test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        const auto plan = [&](QDate day, QTime time, PostStatus status) {
            PostWithVariants post;
            post.post.title = time.toString(u"HH:mm"_s);
            post.post.day = day;
            post.post.time = time;
            Variant variant;
            variant.channel = channel;
            variant.status = status;
            post.variants << variant;
            return posts.create(post);
        };
        plan(today.addDays(-1), QTime(9, 0), PostStatus::Scheduled); // missed
        const PostId soon = plan(today, QTime(2, 0), PostStatus::Scheduled);
        plan(today, QTime(2, 0), PostStatus::Draft);
        QTRY_COMPARE(test->undoStack()->count(), 4);
        DuePosts &due = test->due();
        const QSignalSpy told(&due, &DuePosts::becameDue);
        due.watch(); // it is one in the morning
        QTRY_COMPARE(due.due().size(), 1);
        QCOMPARE(told.count(), 0); // it was due before
        test.clock.advance(qint64(3600) * 1000);
        due.look();
        QCOMPARE(due.due().size(), 2);
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.first().first().value<QList<DuePost>>().first().post, soon);
        due.look();
        QCOMPARE(told.count(), 1); // once
        PostWithVariants posted = *posts.find(soon);
        posted.variants.first().status = PostStatus::Posted;
        posts.change(PostWithVariants(*posts.find(soon)), posted);
        QTRY_COMPARE(due.due().size(), 1);
        QVERIFY(posts.find(soon)->variants.first().postedAt > 0);
    }
};

PULLPUSH_TEST(TestDuePosts)
#include "tst_dueposts.moc"
