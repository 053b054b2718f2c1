// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/dueposts.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/reminders.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestReminders : public QObject
{
    Q_OBJECT

    static constexpr qint64 Minute = 60'000;
    std::unique_ptr<TestWorkspace> m_test;
    PostId m_post;

    [[nodiscard]] QString file() const { return m_test->path(u"reminders.ini"_s); }
    [[nodiscard]] Variant variant() const
    {
        return (*m_test)->posts().find(m_post)->variants.first();
    }
    void pass(int minutes) const
    {
        m_test->clock.advance(minutes * Minute);
        (*m_test)->due().look();
    }
    void setStatus(PostStatus status)
    {
        const PostWithVariants before = *(*m_test)->posts().find(m_post);
        PostWithVariants after = before;
        after.variants.first().status = status;
        (*m_test)->posts().change(before, after);
    }

private slots:
    /// It is one in the morning of the first of January; a post is scheduled for two.
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        PostStore &posts = (*m_test)->posts();
        const QDate today = (*m_test)->today();
        posts.show({today.addDays(-7), today.addDays(7)});
        QTRY_COMPARE(posts.state(), StoreState::Ready);
        PostWithVariants post;
        post.post.title = u"Autumn"_s;
        post.post.day = today;
        post.post.time = QTime(2, 0);
        Variant variant;
        variant.channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        variant.status = PostStatus::Scheduled;
        post.variants << variant;
        m_post = posts.create(post);
        QTRY_VERIFY(!(*m_test)->isWriting());
    }

    void keepsTheAddressToItself()
    {
        {
            Reminders reminders(**m_test, file(), nullptr);
            reminders.snooze(variant().id, 10);
        }
        QFile kept(file());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray words = kept.readAll();
        QVERIFY(words.contains("[snoozed]"));
        QVERIFY(!words.contains(QFileInfo((*m_test)->location()).fileName().toUtf8()));
    }

    void remindsOnceAndAgainAfterASnooze()
    {
        Reminders reminders(**m_test, file(), nullptr);
        const QSignalSpy told(&reminders, &Reminders::remind);
        QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
        pass(59);
        QCOMPARE(told.count(), 0);
        pass(1);
        QCOMPARE(told.count(), 1);
        pass(1);
        QCOMPARE(told.count(), 1);
        reminders.snooze(variant().id, 10);
        pass(9);
        QCOMPARE(told.count(), 1);
        pass(1);
        QCOMPARE(told.count(), 2);
        pass(30);
        QCOMPARE(told.count(), 2);
    }

    void remembersASnoozeOverARestart()
    {
        {
            Reminders reminders(**m_test, file(), nullptr);
            QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
            pass(60);
            reminders.snooze(variant().id, 10);
        }
        m_test->reopen();
        QVERIFY(m_test->isOpen());
        Reminders reminders(**m_test, file(), nullptr);
        const QSignalSpy told(&reminders, &Reminders::remind);
        QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
        QCOMPARE(told.count(), 0);
        pass(10);
        QCOMPARE(told.count(), 1);
    }

    void saysNothingOfWhatWasDueBefore()
    {
        m_test->clock.advance(120 * Minute);
        Reminders reminders(**m_test, file(), nullptr);
        const QSignalSpy told(&reminders, &Reminders::remind);
        QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
        pass(5);
        QCOMPARE(told.count(), 0);
    }

    void remindsEarlierWhereThatIsWished()
    {
        Reminders reminders(**m_test, file(), nullptr);
        const QSignalSpy told(&reminders, &Reminders::remind);
        reminders.setSettings({.leadMinutes = 15});
        QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
        pass(44);
        QCOMPARE(told.count(), 0);
        pass(1);
        QCOMPARE(told.count(), 1);
        pass(15); // its time
        QCOMPARE(told.count(), 1);
        const Reminders again(**m_test, file(), nullptr);
        QCOMPARE(again.settings().leadMinutes, 15);
    }

    void waitsForTheEndOfTheQuietHours()
    {
        Reminders reminders(**m_test, file(), nullptr);
        const QSignalSpy told(&reminders, &Reminders::remind);
        QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
        const QTime now = QDateTime::fromMSecsSinceEpoch(m_test->clock.now()).time();
        reminders.setSettings(
            {.hasQuietHours = true, .quietFrom = now.addSecs(1800), .quietTo = now.addSecs(7200)});
        pass(60);
        QCOMPARE(told.count(), 0);
        pass(60);
        QCOMPARE(told.count(), 1);
    }

    void isSilentWhenSwitchedOff()
    {
        Reminders reminders(**m_test, file(), nullptr);
        const QSignalSpy told(&reminders, &Reminders::remind);
        reminders.setSettings({.isOn = false});
        QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
        pass(61);
        QCOMPARE(told.count(), 0);
        reminders.setSettings({});
        QCOMPARE(told.count(), 0); // no flood of what was missed
    }

    void endsWhenItIsPostedOrRetired_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("posted") << int(PostStatus::Posted);
        QTest::newRow("retired") << int(PostStatus::Retired);
        QTest::newRow("draft again") << int(PostStatus::Draft);
    }
    void endsWhenItIsPostedOrRetired()
    {
        QFETCH(int, status);
        Reminders reminders(**m_test, file(), nullptr);
        const QSignalSpy told(&reminders, &Reminders::remind);
        const QSignalSpy ended(&reminders, &Reminders::ended);
        QTRY_COMPARE((*m_test)->due().state(), StoreState::Ready);
        pass(60);
        reminders.snooze(variant().id, 10);
        setStatus(PostStatus(status));
        QTRY_COMPARE(ended.count(), 1);
        pass(10);
        QCOMPARE(told.count(), 1);
    }

    void knowsQuietHours()
    {
        ReminderSettings settings;
        QVERIFY(!isQuiet(settings, QTime(23, 0)));
        settings.hasQuietHours = true; // 22:00 to 07:00
        QVERIFY(isQuiet(settings, QTime(22, 0)));
        QVERIFY(isQuiet(settings, QTime(3, 0)));
        QVERIFY(!isQuiet(settings, QTime(7, 0)));
        QVERIFY(!isQuiet(settings, QTime(12, 0)));
        settings.quietFrom = QTime(12, 0);
        settings.quietTo = QTime(13, 0);
        QVERIFY(isQuiet(settings, QTime(12, 59)));
        QVERIFY(!isQuiet(settings, QTime(11, 59)));
        settings.quietTo = settings.quietFrom;
        QVERIFY(!isQuiet(settings, QTime(12, 0)));
    }
};

PULLPUSH_TEST(TestReminders)
#include "tst_reminders.moc"
