// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/activitystore.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestActivityStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    PostId m_post;

    void rename(int times)
    {
        PostStore &posts = (*m_test)->posts();
        for (int i = 0; i < times; ++i) {
            m_test->clock.advance(10'000);
            const PostWithVariants before = *posts.find(m_post);
            PostWithVariants after = before;
            after.post.title += u'x';
            posts.change(before, after);
            QTRY_VERIFY(!(*m_test)->isWriting());
        }
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        (*m_test)->posts().show({QDate(2026, 1, 1), QDate(2026, 2, 1)});
        PostWithVariants post;
        post.post.title = u"One"_s;
        m_post = (*m_test)->posts().create(post);
        QTRY_VERIFY(!(*m_test)->isWriting());
        QTRY_VERIFY((*m_test)->posts().find(m_post));
    }

    void followsNewsAndReadsOn()
    {
        rename(4);
        ActivityStore store(**m_test, 3, nullptr);
        store.show({.post = m_post});
        QTRY_COMPARE(store.state(), StoreState::Ready);
        QCOMPARE(store.page().rows.size(), 3);
        QVERIFY(store.page().hasMore);
        store.readMore();
        QTRY_COMPARE(store.page().rows.size(), 5);
        QVERIFY(!store.page().hasMore);
        rename(1);
        QTRY_COMPARE(store.page().rows.first().at, m_test->clock.now());
        QCOMPARE(store.page().rows.size(), 5); // as many as before
        QVERIFY(store.page().hasMore);
        store.readMore();
        QTRY_COMPARE(store.page().rows.size(), 6);
    }

    void hearsOfAColleague()
    {
        ActivityStore store(**m_test, 50, nullptr);
        store.show({});
        QTRY_COMPARE(store.state(), StoreState::Ready);
        const auto other = m_test->another();
        QVERIFY(other);
        Label label;
        label.name = u"eco"_s;
        other->plan().addLabel(label);
        QTRY_COMPARE(store.page().rows.size(), 2);
        QCOMPARE(store.page().names.value(store.page().rows.first().subject), u"eco"_s);
    }

    void saysThatItFailedAndKeepsWhatItHad()
    {
        ActivityStore store(**m_test, 50, nullptr);
        store.show({.post = m_post});
        QTRY_COMPARE(store.state(), StoreState::Ready);
        QVERIFY(executeSql(**m_test, u"ALTER TABLE media_crop RENAME TO hidden"_s));
        rename(1);
        QTRY_COMPARE(store.state(), StoreState::Failed);
        QCOMPARE(store.page().rows.size(), 1);
    }

    void readsNothingOnceClosed()
    {
        ActivityStore store(**m_test, 50, nullptr);
        store.show({.post = m_post});
        QTRY_COMPARE(store.state(), StoreState::Ready);
        store.close();
        QVERIFY(store.page().rows.isEmpty());
        rename(1);
        QVERIFY(store.page().rows.isEmpty());
    }
};

PULLPUSH_TEST(TestActivityStore)
#include "tst_activitystore.moc"
