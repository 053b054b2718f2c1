// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/queueservice.h"
#include "test_support/fridayworkspace.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestQueueService : public QObject
{
    Q_OBJECT

    std::unique_ptr<FridayWorkspace> m_test;
    std::unique_ptr<QueueService> m_service;
    ChannelId m_channel;

    [[nodiscard]] PostStore &posts() const { return (*m_test)->posts(); }
    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    [[nodiscard]] QueueId queue(const QString &name = {}) const { return {m_channel, name}; }
    PostWithVariants make(
        const QString &title, std::optional<QDate> day = {}, PostStatus status = PostStatus::Draft)
    {
        PostWithVariants post;
        post.post.title = title;
        post.post.day = day;
        if (day)
            post.post.time = QTime(9, 0);
        Variant variant;
        variant.channel = m_channel;
        variant.status = status;
        post.variants = {variant};
        const PostId id = posts().create(post);
        if (!m_test->settle() || !QTest::qWaitFor([&] { return posts().find(id) != nullptr; }))
            return {};
        return *posts().find(id);
    }
    [[nodiscard]] QString when(PostId id) const
    {
        const PostWithVariants *post = posts().find(id);
        if (!post || !post->post.day)
            return u"-"_s;
        return post->post.day->toString(u"d."_s) + post->post.time->toString(u" HH:mm"_s);
    }

private slots:
    /// Friday, 20 November 2026. Weekdays at nine; Wednesdays at noon for "tips".
    void init()
    {
        m_test = std::make_unique<FridayWorkspace>();
        const QString problem = m_test->create();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_service = std::make_unique<QueueService>(**m_test);
        QList<PostingSlot> postingSlots;
        for (int weekday = 1; weekday <= 5; ++weekday) {
            PostingSlot slot;
            slot.weekday = weekday;
            slot.time = QTime(9, 0);
            postingSlots << slot;
        }
        PostingSlot tips;
        tips.weekday = 3;
        tips.time = QTime(12, 0);
        tips.queue = u"tips"_s;
        Channel channel;
        channel.network = u"x"_s;
        channel.name = u"Main"_s;
        m_channel = ChannelService::add(**m_test, channel, {postingSlots << tips});
        posts().show({QDate(2026, 11, 1), QDate(2027, 1, 1)});
        QVERIFY(m_test->settle());
        QTRY_COMPARE(posts().state(), StoreState::Ready);
    }
    void cleanup()
    {
        m_service.reset();
        m_test.reset();
    }

    void addsSeveralInOrder()
    {
        make(u"There already"_s, QDate(2026, 11, 24));
        const PostWithVariants one = make(u"One"_s);
        const PostWithVariants two = make(u"Two"_s);
        QSignalSpy added(m_service.get(), &QueueService::added);
        const int before = undo().count();
        m_service->add({one, two}, queue());
        QTRY_COMPARE(added.size(), 1);
        QVERIFY(m_test->settle());
        QCOMPARE(when(one.post.id), u"23. 09:00"_s);
        QCOMPARE(when(two.post.id), u"25. 09:00"_s);
        QCOMPARE(undo().count(), before + 1);
        undo().undo();
        QVERIFY(m_test->settle());
        QCOMPARE(when(one.post.id), u"-"_s);
        m_service->add({one}, queue(u"tips"_s));
        QTRY_COMPARE(added.size(), 2);
        QVERIFY(m_test->settle());
        QCOMPARE(when(one.post.id), u"25. 12:00"_s);
    }

    void saysWhereThereIsNoRoom()
    {
        const PostWithVariants one = make(u"One"_s);
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        m_service->add({one}, queue(u"nothing"_s));
        QTRY_COMPARE(notices.size(), 1);
        QCOMPARE(when(one.post.id), u"-"_s);
    }

    void changesPlaces()
    {
        const PostWithVariants one = make(u"One"_s, QDate(2026, 11, 23));
        const PostWithVariants two = make(u"Two"_s, QDate(2026, 11, 24));
        const SlotTime first {QDate(2026, 11, 23), QTime(9, 0), {}};
        const SlotTime second {QDate(2026, 11, 24), QTime(9, 0), {}};
        m_service->swap(one, second, two, first, queue());
        QVERIFY(m_test->settle());
        QCOMPARE(when(one.post.id), u"24. 09:00"_s);
        QCOMPARE(when(two.post.id), u"23. 09:00"_s);
        undo().undo();
        QVERIFY(m_test->settle());
        QCOMPARE(when(one.post.id), u"23. 09:00"_s);
        m_service->move(one, {QDate(2026, 11, 27), QTime(9, 0), {}}, queue());
        QVERIFY(m_test->settle());
        QCOMPARE(when(one.post.id), u"27. 09:00"_s);
    }

    void leavesWhatWasPosted()
    {
        const PostWithVariants out = make(u"Out"_s, QDate(2026, 11, 19), PostStatus::Posted);
        const PostWithVariants one = make(u"One"_s, QDate(2026, 11, 23));
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        const int before = undo().count();
        m_service->move(out, {QDate(2026, 11, 27), QTime(9, 0), {}}, queue());
        m_service->swap(one, {QDate(2026, 11, 19), QTime(9, 0), {}}, out,
            {QDate(2026, 11, 23), QTime(9, 0), {}}, queue());
        m_service->add({out}, queue());
        QVERIFY(m_test->settle());
        QCOMPARE(notices.size(), 3);
        QCOMPARE(undo().count(), before);
    }
};

PULLPUSH_TEST(TestQueueService)
#include "tst_queueservice.moc"
