// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/evergreenservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "test_support/fridayworkspace.h"
#include "test_support/testprogram.h"

#include <algorithm>

using namespace Qt::StringLiterals;

class TestEvergreenService : public QObject
{
    Q_OBJECT

    std::unique_ptr<FridayWorkspace> m_test;
    std::unique_ptr<EvergreenService> m_service;
    ChannelId m_channel;
    PostId m_source;
    const DateSpan m_days {QDate(2026, 11, 20), QDate(2026, 12, 12)};

    [[nodiscard]] PostStore &posts() const { return (*m_test)->posts(); }
    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    std::optional<EvergreenPlan> propose(const QList<ChannelId> &channels = {})
    {
        std::optional<Result<EvergreenPlan>> plan;
        m_service->propose(m_days, channels, this,
            [&plan](const Result<EvergreenPlan> &result) { plan = result; });
        if (!QTest::qWaitFor([&] { return plan.has_value(); }) || !*plan)
            return {};
        return **plan;
    }

private slots:
    /// Mondays at nine in Berlin; an idea that may come again after seven days.
    void init()
    {
        m_test = std::make_unique<FridayWorkspace>();
        const QString problem = m_test->create();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_service = std::make_unique<EvergreenService>(**m_test);
        Channel channel;
        channel.network = u"x"_s;
        channel.name = u"Main"_s;
        channel.zone = u"Europe/Berlin"_s;
        PostingSlot slot;
        slot.time = QTime(9, 0);
        m_channel = ChannelService::add(**m_test, channel, {{slot}});
        posts().show(m_days);
        QVERIFY(m_test->settle());
        QTRY_COMPARE(posts().state(), StoreState::Ready);
        PostWithVariants source;
        source.post.text = u"Tip of the week"_s;
        source.post.coolDownDays = 7;
        Variant variant;
        variant.channel = m_channel;
        source.variants = {variant};
        m_source = posts().create(source);
        QVERIFY(m_test->settle());
    }
    void cleanup()
    {
        m_service.reset();
        m_test.reset();
    }

    void fillsAsOneCommand()
    {
        const auto plan = propose();
        QVERIFY(plan);
        QCOMPARE(plan->proposals.size(), 3);
        QCOMPARE(plan->proposals.first().slot.day, QDate(2026, 11, 23));
        QVERIFY(plan->find(m_source));
        const int before = undo().count();
        m_service->accept(*plan);
        QVERIFY(m_test->settle());
        QCOMPARE(undo().count(), before + 1);
        QTRY_COMPARE(posts().planned().size(), 3);
        for (const PostWithVariants &draft : posts().planned()) {
            QCOMPARE(draft.post.evergreen, m_source);
            QCOMPARE(draft.post.text, u"Tip of the week"_s);
            QCOMPARE(draft.post.time, std::optional(QTime(9, 0)));
            QCOMPARE(draft.post.zone, u"Europe/Berlin"_s);
            QCOMPARE(draft.variants.size(), 1);
            QCOMPARE(draft.variants.first().status, PostStatus::Draft);
        }
        const auto again = propose();
        QVERIFY(again);
        QVERIFY(again->proposals.isEmpty());
        undo().undo();
        QVERIFY(m_test->settle());
        QTRY_VERIFY(posts().planned().isEmpty());
        QCOMPARE(propose()->proposals.size(), 3);
    }

    void takesOnlyWhatIsLeft()
    {
        auto plan = propose();
        QVERIFY(plan);
        plan->proposals.removeAt(1);
        m_service->accept(*plan);
        QVERIFY(m_test->settle());
        QTRY_COMPARE(posts().planned().size(), 2);
        plan->proposals.clear();
        const int before = undo().count();
        m_service->accept(*plan);
        QVERIFY(m_test->settle());
        QCOMPARE(undo().count(), before);
    }

    void looksAtTheChannelsThatAreMeant()
    {
        const auto plan = propose({ChannelId(1)});
        QVERIFY(plan);
        QVERIFY(plan->proposals.isEmpty());
    }
};

PULLPUSH_TEST(TestEvergreenService)
#include "tst_evergreenservice.moc"
