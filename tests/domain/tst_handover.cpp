// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/handover.h"
#include "domain/landmarks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using HandoverRules::Hindrance;

namespace {
const UserId offerer(1);
const UserId rep(2);

Handover handoverOf(HandoverState state = HandoverState::Offered, UserId to = {})
{
    Handover handover;
    handover.id = HandoverId(1);
    handover.offeredBy = offerer;
    handover.offeredTo = to;
    handover.state = state;
    return handover;
}

StageId stageOf(const char *key)
{
    const QList<Stage> stages = defaultPipeline();
    return stages.at(indexOfStage(stages, QString::fromLatin1(key))).id;
}
} // namespace

class HandoverRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void whoDecides_data()
    {
        QTest::addColumn<HandoverState>("state");
        QTest::addColumn<UserId>("to");
        QTest::addColumn<UserId>("who");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("decides");
        QTest::addColumn<bool>("withdraws");
        const auto open = HandoverState::Offered;
        const UserId nobody;
        const UserId other(3);
        QTest::newRow("a rep") << open << nobody << rep << Role::SalesRep << true << false;
        QTest::newRow("a manager") << open << nobody << other << Role::Manager << true << true;
        QTest::newRow("who offered it")
            << open << nobody << offerer << Role::SocialMediaManager << false << true;
        QTest::newRow("somebody else of marketing")
            << open << nobody << other << Role::SocialMediaManager << false << false;
        QTest::newRow("the rep it is for") << open << rep << rep << Role::SalesRep << true << false;
        QTest::newRow("another rep") << open << rep << other << Role::SalesRep << false << false;
        QTest::newRow("a manager for a rep")
            << open << rep << other << Role::Manager << true << true;
        for (const HandoverState state :
            {HandoverState::Accepted, HandoverState::Returned, HandoverState::Withdrawn})
            QTest::addRow("decided: %s", qPrintable(toText(state)))
                << state << nobody << offerer << Role::Manager << false << false;
    }
    void whoDecides()
    {
        QFETCH(HandoverState, state);
        QFETCH(UserId, to);
        QFETCH(UserId, who);
        QFETCH(Role, role);
        const Handover handover = handoverOf(state, to);
        QTEST(HandoverRules::mayDecide(handover, {who, role}), "decides");
        QTEST(HandoverRules::mayWithdraw(handover, {who, role}), "withdraws");
    }

    void whoIsOffered()
    {
        const QList<Stage> stages = defaultPipeline();
        using HandoverRules::hindranceToOffer;
        QCOMPARE(hindranceToOffer(stages, stageOf("cold"), {}), Hindrance::NotWarmYet);
        QCOMPARE(hindranceToOffer(stages, stageOf("warm"), {}), Hindrance::None);
        QCOMPARE(hindranceToOffer(stages, stageOf("conversation"), {}), Hindrance::PastIt);
        QCOMPARE(hindranceToOffer(stages, stageOf("lost"), {}), Hindrance::PastIt);
        QCOMPARE(
            hindranceToOffer(stages, stageOf("warm"), {handoverOf()}), Hindrance::OfferedAlready);
        QCOMPARE(hindranceToOffer(stages, stageOf("warm"), {handoverOf(HandoverState::Returned)}),
            Hindrance::None);
    }

    void limits()
    {
        QCOMPARE(HandoverRules::limitHours({}), 48);
        QCOMPARE(HandoverRules::limitHours(u"12"_s), 12);
        QCOMPARE(HandoverRules::limitHours(u"0"_s), 0);
        QCOMPARE(HandoverRules::limitHours(u"-3"_s), 48);
        QCOMPARE(HandoverRules::limitHours(u"soon"_s), 48);
        QCOMPARE(HandoverRules::dueAt(1000, 0, QTimeZone::utc()), 0);
        QCOMPARE(HandoverRules::dueAt(1000, 24, QTimeZone::utc()), 1000 + 86'400'000); // a Thursday
        QCOMPARE(HandoverRules::dueAt(1000, 48, QTimeZone::utc()), 1000 + 4 * 86'400'000);
        Handover handover = handoverOf();
        QVERIFY(!HandoverRules::isOverdue(handover, 1000)); // without a limit never
        handover.dueAt = 999;
        QVERIFY(HandoverRules::isOverdue(handover, 1000));
        QVERIFY(!HandoverRules::isOverdue(handover, 999));
        handover.state = HandoverState::Accepted;
        QVERIFY(!HandoverRules::isOverdue(handover, 1000));
    }

    void landmarksFollowTheTeamsStages()
    {
        QList<Stage> stages = defaultPipeline();
        QCOMPARE(Landmarks::warm(stages)->key, u"warm"_s);
        QCOMPARE(Landmarks::conversation(stages)->key, u"conversation"_s);
        QCOMPARE(Landmarks::offer(stages)->key, u"offer"_s);
        QCOMPARE(Landmarks::won(stages)->key, u"customer"_s);
        QCOMPARE(Landmarks::lost(stages)->key, u"lost"_s);
        QVERIFY(Landmarks::isBefore(stages, stageOf("cold"), *Landmarks::warm(stages)));
        QVERIFY(!Landmarks::isBefore(stages, stageOf("warm"), *Landmarks::warm(stages)));
        QVERIFY(!Landmarks::isBefore(stages, stageOf("lost"), *Landmarks::won(stages)));
        QVERIFY(!Landmarks::isBefore(stages, StageId(99), *Landmarks::won(stages)));
        QVERIFY(Landmarks::isExit(stages, stageOf("lost")));
        QVERIFY(Landmarks::isCustomer(stages, stageOf("customer")));
        QVERIFY(Landmarks::isCustomer(stages, stageOf("advocate")));
        QVERIFY(!Landmarks::isCustomer(stages, stageOf("offer")));

        // Renamed, and with a step of the team's own between.
        stages[1].name = u"Lukewarm"_s;
        Stage keen;
        keen.id = StageId(20);
        keen.key = u"keen"_s;
        keen.side = Side::Pull;
        keen.position = 2;
        for (Stage &stage : stages) {
            if (stage.position >= 2)
                ++stage.position;
        }
        stages.prepend(keen);
        QCOMPARE(Landmarks::warm(stages)->key, u"keen"_s);
        QVERIFY(Landmarks::isBefore(stages, stageOf("warm"), *Landmarks::warm(stages)));

        stages.removeIf([](const Stage &stage) { return stage.side != Side::Pull; });
        QVERIFY(!Landmarks::conversation(stages));
        QVERIFY(!Landmarks::won(stages));
        QVERIFY(!Landmarks::lost(stages));
    }
};

PULLPUSH_TEST(HandoverRulesTest)
#include "tst_handover.moc"
