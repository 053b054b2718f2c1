// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/handoverqueue.h"
#include "session/handoverservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/touchservice.h"
#include "session/workspace.h"
#include "session/workspacesetting.h"
#include "storage/database.h"
#include "storage/rowspec.h"
#include "storage/settingtable.h"
#include "test_support/teamworkspace.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Hour = 3'600'000;
constexpr int FollowMs = 8000; ///< until another window has followed, at the most
} // namespace

/// Marketing hands over and two reps reach for it, each in a window of their own, on both databases.
class TestHandoverService : public QObject
{
    Q_OBJECT

    static int openIn(const HandoverQueue &queue)
    {
        return int(std::ranges::count_if(queue.entries(), [](const QueuedHandover &entry) {
            return entry.handover.state == HandoverState::Offered;
        }));
    }

    std::unique_ptr<TeamWorkspace> m_test;
    Workspace *m_boss = nullptr; ///< their manager
    std::shared_ptr<Workspace> m_maren; ///< marketing
    std::shared_ptr<Workspace> m_sam; ///< sales
    std::shared_ptr<Workspace> m_tess; ///< sales
    ProspectId m_id;

    StageId stage(const char *key) const
    {
        return m_boss->stages().at(indexOfStage(m_boss->stages(), QString::fromLatin1(key))).id;
    }
    static bool settle(Workspace &workspace)
    {
        return QTest::qWaitFor([&workspace] { return !workspace.isWriting(); });
    }
    /// The dossier of the prospect as \a workspace shows it.
    std::unique_ptr<ProspectDossier> dossierIn(Workspace &workspace) const
    {
        auto dossier = std::make_unique<ProspectDossier>(workspace, nullptr);
        dossier->open(m_id);
        const bool isRead =
            QTest::qWaitFor([&] { return dossier->state() == StoreState::Ready; }, FollowMs);
        return isRead && dossier->prospect() ? std::move(dossier) : nullptr;
    }
    /// The empty text, or why there is no workspace with its members and a warm prospect.
    QString open(bool onServer)
    {
        m_test = std::make_unique<TeamWorkspace>();
        const QString reason = m_test->open(onServer,
            {{UserId(11), u"maren"_s, u"Maren"_s, Role::SocialMediaManager},
                {UserId(12), u"sam"_s, u"Sam"_s, Role::SalesRep},
                {UserId(13), u"tess"_s, u"Tess"_s, Role::SalesRep}});
        if (!reason.isEmpty())
            return reason;
        m_boss = m_test->get();
        Prospect prospect;
        prospect.name = u"Nora Field"_s;
        prospect.stage = stage("warm");
        m_id = m_boss->prospects().create(prospect);
        if (!settle(*m_boss))
            return u"not written"_s;
        m_maren = m_test->another(u"maren"_s);
        m_sam = m_test->another(u"sam"_s);
        m_tess = m_test->another(u"tess"_s);
        return m_maren && m_sam && m_tess ? QString() : u"not opened again"_s;
    }
    /// Maren offers them with \a terms; the dossier of Sam then shows it.
    std::unique_ptr<ProspectDossier> offered(const HandoverService::Terms &terms = {})
    {
        const auto hers = dossierIn(*m_maren);
        if (!hers)
            return nullptr;
        HandoverService(*m_maren).offer(*hers->prospect(), hers->handovers(), terms);
        if (!settle(*m_maren))
            return nullptr;
        auto his = dossierIn(*m_sam);
        const bool isThere =
            his && QTest::qWaitFor([&] { return !his->handovers().isEmpty(); }, FollowMs);
        return isThere ? std::move(his) : nullptr;
    }

private slots:
    void cleanup()
    {
        m_tess.reset();
        m_sam.reset();
        m_maren.reset();
        m_test.reset();
    }

    void twoRepsAcceptAtOnce_data() { TeamWorkspace::addBackends(); }
    void twoRepsAcceptAtOnce();
    void twoOfferAtOnce_data() { TeamWorkspace::addBackends(); }
    void twoOfferAtOnce();
    void acceptedIsTheMove_data() { TeamWorkspace::addBackends(); }
    void acceptedIsTheMove();
    void returnedWithAReason_data() { TeamWorkspace::addBackends(); }
    void returnedWithAReason();
    void theQueueShowsBothSides_data() { TeamWorkspace::addBackends(); }
    void theQueueShowsBothSides();
    void onlyTheRightOnesMay();
    void theTeamSetsTheLimit();
};

void TestHandoverService::acceptedIsTheMove()
{
    OPEN_BACKEND(*this);
    const auto hers = dossierIn(*m_maren);
    QVERIFY(hers);
    Touch touch;
    touch.kind = TouchKind::Commented;
    TouchService(*m_maren).add(*hers, touch);
    QVERIFY(settle(*m_maren));
    QTRY_COMPARE(hers->touches().size(), 1);
    const auto his =
        offered({.touches = {hers->touches().first().id}, .note = u" Asked about tables "_s});
    QVERIFY(his);
    const Handover handover = his->handovers().first();
    QCOMPARE(handover.state, HandoverState::Offered);
    QCOMPARE(handover.offeredBy, UserId(11));
    QCOMPARE(handover.note, u"Asked about tables"_s);
    // Two working days, with a weekend between.
    QCOMPARE(handover.dueAt, m_test->clock.now() + 96 * Hour);
    QTRY_COMPARE_WITH_TIMEOUT(his->handoverTouches().size(), 1, FollowMs);
    QCOMPARE(his->handoverTouches().first().touch, hers->touches().first().id);

    m_test->clock.advance(Hour);
    HandoverService(*m_sam).accept(*his->prospect(), handover);
    QVERIFY(settle(*m_sam));
    QCOMPARE(his->prospect()->stage, stage("conversation"));
    QCOMPARE(his->prospect()->owner, UserId(12));
    QCOMPARE(his->moves().last().at.ms, m_test->clock.now());
    QCOMPARE(his->moves().last().by, UserId(12));
    QVERIFY(his->moves().last().reason.contains(u"Asked about tables"_s));
    QCOMPARE(his->handovers().first().state, HandoverState::Accepted);
    QCOMPARE(his->handovers().first().decidedBy, UserId(12));
    QTRY_COMPARE_WITH_TIMEOUT(hers->prospect()->stage, stage("conversation"), FollowMs);

    QCOMPARE(m_sam->undoStack()->count(), 1); // one step takes all of it back
    m_sam->undoStack()->undo();
    QVERIFY(settle(*m_sam));
    QTRY_COMPARE_WITH_TIMEOUT(hers->prospect()->stage, stage("warm"), FollowMs);
    QTRY_COMPARE_WITH_TIMEOUT(hers->handovers().first().state, HandoverState::Offered, FollowMs);
    QVERIFY(hers->prospect()->owner != UserId(12));
    QCOMPARE(hers->moves().size(), 1);
}

void TestHandoverService::twoOfferAtOnce()
{
    OPEN_BACKEND(*this);
    const auto hers = dossierIn(*m_boss);
    QVERIFY(hers);
    const Prospect prospect = *hers->prospect(); // nobody offered them at this moment
    const auto his = offered();
    QVERIFY(his);
    QSignalSpy notices(m_boss, &Workspace::notice);
    HandoverService(*m_boss).offer(prospect, {}, {.note = u"Again"_s});
    QVERIFY(settle(*m_boss));
    QTRY_VERIFY(!notices.isEmpty());
    QCOMPARE(notices.first().first().value<Notice>().severity, Notice::Severity::Error);
    const auto truth = dossierIn(*m_tess);
    QVERIFY(truth);
    QTRY_COMPARE_WITH_TIMEOUT(truth->handovers().size(), 1, FollowMs);
    QCOMPARE(truth->handovers().first().offeredBy, UserId(11));
    // Once it is decided they can be offered again.
    HandoverService(*m_maren).withdraw(prospect, his->handovers().first());
    QVERIFY(settle(*m_maren));
    QTRY_COMPARE_WITH_TIMEOUT(truth->handovers().first().state, HandoverState::Withdrawn, FollowMs);
    HandoverService(*m_boss).offer(prospect, truth->handovers(), {});
    QVERIFY(settle(*m_boss));
    QTRY_COMPARE_WITH_TIMEOUT(truth->handovers().size(), 2, FollowMs);
}

void TestHandoverService::twoRepsAcceptAtOnce()
{
    OPEN_BACKEND(*this);
    const auto his = offered();
    QVERIFY(his);
    const auto theirs = dossierIn(*m_tess);
    QVERIFY(theirs);
    QTRY_COMPARE_WITH_TIMEOUT(theirs->handovers().size(), 1, FollowMs);
    // Both see it open at this moment.
    const Prospect prospect = *theirs->prospect();
    const Handover handover = theirs->handovers().first();
    HandoverService(*m_sam).accept(*his->prospect(), his->handovers().first());
    QVERIFY(settle(*m_sam));
    QSignalSpy notices(m_tess.get(), &Workspace::notice);
    HandoverService(*m_tess).accept(prospect, handover);
    QVERIFY(settle(*m_tess));
    QTRY_VERIFY(!notices.isEmpty());
    QCOMPARE(notices.first().first().value<Notice>().severity, Notice::Severity::Error);
    QCOMPARE(m_tess->undoStack()->count(), 0);

    const auto truth = dossierIn(*m_boss);
    QVERIFY(truth);
    QTRY_COMPARE_WITH_TIMEOUT(truth->handovers().value(0).state, HandoverState::Accepted, FollowMs);
    QCOMPARE(truth->handovers().first().decidedBy, UserId(12));
    QCOMPARE(truth->prospect()->owner, UserId(12));
    QCOMPARE(truth->moves().size(), 2); // and not a third
    QTRY_COMPARE_WITH_TIMEOUT(theirs->prospect()->owner, UserId(12), FollowMs);
    QTRY_COMPARE_WITH_TIMEOUT(theirs->moves().size(), 2, FollowMs);
}

void TestHandoverService::returnedWithAReason()
{
    OPEN_BACKEND(*this);
    const auto his = offered({.to = UserId(12)});
    QVERIFY(his);
    const HandoverService sales(*m_sam);
    sales.giveBack(*his->prospect(), his->handovers().first(), u"  "_s);
    QCOMPARE(his->handovers().first().state, HandoverState::Offered); // not without a reason
    sales.giveBack(*his->prospect(), his->handovers().first(), u"Only looking around"_s);
    QVERIFY(settle(*m_sam));
    QCOMPARE(his->handovers().first().state, HandoverState::Returned);
    QCOMPARE(his->handovers().first().reason, u"Only looking around"_s);
    QCOMPARE(his->prospect()->stage, stage("warm"));
    QCOMPARE(his->moves().size(), 1);

    // It can be offered again, and taken back by who offered it.
    const auto hers = dossierIn(*m_maren);
    QVERIFY(hers);
    QTRY_COMPARE_WITH_TIMEOUT(hers->handovers().value(0).state, HandoverState::Returned, FollowMs);
    HandoverService(*m_maren).offer(*hers->prospect(), hers->handovers(), {.limitHours = 0});
    QVERIFY(settle(*m_maren));
    QTRY_COMPARE(hers->handovers().size(), 2);
    const auto open =
        std::ranges::find(hers->handovers(), HandoverState::Offered, &Handover::state);
    QVERIFY(open != hers->handovers().end());
    QCOMPARE(open->dueAt, 0);
    HandoverService(*m_maren).withdraw(*hers->prospect(), Handover(*open));
    QVERIFY(settle(*m_maren));
    QCOMPARE(std::ranges::count(hers->handovers(), HandoverState::Withdrawn, &Handover::state), 1);
}

void TestHandoverService::theQueueShowsBothSides()
{
    OPEN_BACKEND(*this);
    HandoverQueue queue(*m_maren, nullptr);
    QTRY_COMPARE(queue.state(), StoreState::Ready);
    QVERIFY(queue.entries().isEmpty());
    const auto his = offered();
    QVERIFY(his);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(queue), 1, FollowMs);
    QCOMPARE(queue.entries().first().prospect.name, u"Nora Field"_s);

    // A second one that is due earlier stands before it.
    Prospect other;
    other.name = u"Ben Stone"_s;
    other.stage = stage("warm");
    const ProspectId ben = m_boss->prospects().create(other);
    QVERIFY(settle(*m_boss));
    ProspectDossier dossier(*m_boss, nullptr);
    dossier.open(ben);
    QTRY_COMPARE(dossier.state(), StoreState::Ready);
    HandoverService(*m_boss).offer(*dossier.prospect(), {}, {.limitHours = 2});
    QVERIFY(settle(*m_boss));
    QTRY_COMPARE_WITH_TIMEOUT(openIn(queue), 2, FollowMs);
    QCOMPARE(queue.entries().first().prospect.name, u"Ben Stone"_s);

    HandoverService(*m_sam).giveBack(*his->prospect(), his->handovers().first(), u"Too early"_s);
    QVERIFY(settle(*m_sam));
    QTRY_COMPARE_WITH_TIMEOUT(openIn(queue), 1, FollowMs);
    QCOMPARE(queue.entries().size(), 2);
    QCOMPARE(queue.entries().last().handover.reason, u"Too early"_s);

    m_test->clock.advance((HandoverQueue::DecidedDays + 1) * 24 * Hour);
    queue.reload();
    QTRY_COMPARE(queue.entries().size(), 1); // open ones stay, decided ones go
    QCOMPARE(queue.entries().first().prospect.name, u"Ben Stone"_s);
}

void TestHandoverService::onlyTheRightOnesMay()
{
    const QString reason = open(false);
    QVERIFY2(reason.isEmpty(), qPrintable(reason));
    const auto his = offered({.to = UserId(13)});
    QVERIFY(his);
    const Handover handover = his->handovers().first();
    HandoverService(*m_sam).accept(*his->prospect(), handover); // it is for Tess
    HandoverService(*m_sam).withdraw(*his->prospect(), handover); // it is Maren's
    const auto hers = dossierIn(*m_maren);
    QVERIFY(hers);
    HandoverService(*m_maren).accept(*hers->prospect(), handover); // marketing takes nobody over
    HandoverService(*m_maren).offer(*hers->prospect(), hers->handovers(), {}); // it is open
    QVERIFY(!m_sam->isWriting());
    QVERIFY(!m_maren->isWriting());
    QCOMPARE(hers->handovers().size(), 1);
    QCOMPARE(hers->handovers().first().state, HandoverState::Offered);
}

void TestHandoverService::theTeamSetsTheLimit()
{
    const QString reason = open(false);
    QVERIFY2(reason.isEmpty(), qPrintable(reason));
    WorkspaceSetting unset(*m_boss, HandoverService::LimitSetting);
    QCOMPARE(HandoverRules::limitHours(unset.value()), 48);
    const auto set = m_boss->database()->write([](Transaction &transaction) {
        return SettingTable::set(transaction, HandoverService::LimitSetting, u"6"_s);
    });
    QVERIFY(set.result());
    WorkspaceSetting theirs(*m_maren, HandoverService::LimitSetting);
    QTRY_COMPARE(HandoverRules::limitHours(theirs.value()), 6);
}

PULLPUSH_TEST(TestHandoverService)
#include "tst_handoverservice.moc"
