// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/dayswork.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QTimeZone &berlin()
{
    static const QTimeZone zone("Europe/Berlin");
    return zone;
}
const QDate Today(2026, 11, 20); // a Friday

/// So many days ago in Berlin, at \a time.
qint64 daysAgo(int days, QTime time = QTime(12, 0))
{
    return localToInstant(Today.addDays(-days), time, berlin());
}
} // namespace

class TestDaysWork : public QObject
{
    Q_OBJECT
private slots:
    void aStepIsDueOnItsDay_data()
    {
        QTest::addColumn<int>("dueIn");
        QTest::addColumn<int>("snoozedFor"); // -1: not snoozed
        QTest::addColumn<bool>("done");
        QTest::addColumn<bool>("due");
        QTest::newRow("today") << 0 << -1 << false << true;
        QTest::newRow("late") << -3 << -1 << false << true;
        QTest::newRow("tomorrow") << 1 << -1 << false << false;
        QTest::newRow("late, snoozed to tomorrow") << -3 << 1 << false << false;
        QTest::newRow("late, snoozed to today") << -3 << 0 << false << true;
        QTest::newRow("later, but wanted earlier") << 9 << 0 << false << true;
        QTest::newRow("late and done") << -3 << -1 << true << false;
    }
    void aStepIsDueOnItsDay()
    {
        QFETCH(int, dueIn);
        QFETCH(int, snoozedFor);
        QFETCH(bool, done);
        FollowUp step;
        step.dueOn = Today.addDays(dueIn);
        if (snoozedFor >= 0)
            step.snoozedUntil = Today.addDays(snoozedFor);
        step.doneAt = done ? 1 : 0;
        QTEST(WorkRules::isDue(step, Today), "due");
    }

    void aConversationWaitsOrGoesCold_data()
    {
        QTest::addColumn<Turn>("turn");
        QTest::addColumn<qint64>("lastWord");
        QTest::addColumn<int>("unreturned");
        QTest::addColumn<int>("snoozedFor"); // -1: not snoozed
        QTest::addColumn<bool>("closed");
        QTest::addColumn<bool>("ours");
        QTest::addColumn<bool>("cold");
        const QTime last(23, 59);
        const QTime first(0, 0);
        QTest::newRow("we owe") << Turn::We << daysAgo(0) << 0 << -1 << false << true << false;
        QTest::newRow("we owe for long")
            << Turn::We << daysAgo(90) << 0 << -1 << false << true << false;
        QTest::newRow("we owe, snoozed")
            << Turn::We << daysAgo(2) << 0 << 1 << false << false << false;
        QTest::newRow("we owe, snoozed until today")
            << Turn::We << daysAgo(2) << 0 << 0 << false << true << false;
        QTest::newRow("we owe, closed")
            << Turn::We << daysAgo(2) << 0 << -1 << true << false << false;
        QTest::newRow("six days") << Turn::They << daysAgo(6, first) << 1 << -1 << false << false
                                  << false;
        QTest::newRow("seven days, by the day")
            << Turn::They << daysAgo(7, last) << 1 << -1 << false << false << true;
        QTest::newRow("seven days, not counted")
            << Turn::They << daysAgo(7, last) << 0 << -1 << false << false << true;
        QTest::newRow("second word, seven days")
            << Turn::They << daysAgo(7) << 2 << -1 << false << false << false;
        QTest::newRow("second word, thirteen days")
            << Turn::They << daysAgo(13, first) << 2 << -1 << false << false << false;
        QTest::newRow("second word, fourteen days")
            << Turn::They << daysAgo(14, last) << 2 << -1 << false << false << true;
        QTest::newRow("cold, snoozed")
            << Turn::They << daysAgo(30) << 1 << 3 << false << false << false;
        QTest::newRow("cold, closed")
            << Turn::They << daysAgo(30) << 1 << -1 << true << false << false;
        QTest::newRow("nobody") << Turn::Nobody << daysAgo(30) << 0 << -1 << false << false
                                << false;
    }
    void aConversationWaitsOrGoesCold()
    {
        QFETCH(int, snoozedFor);
        QFETCH(bool, closed);
        QFETCH(Turn, turn);
        QFETCH(qint64, lastWord);
        QFETCH(int, unreturned);
        Conversation conversation;
        conversation.turn = turn;
        conversation.lastMessageAt = lastWord;
        conversation.unreturned = unreturned;
        conversation.closedAt = closed ? 1 : 0;
        if (snoozedFor >= 0)
            conversation.snoozedUntil = Today.addDays(snoozedFor);
        QTEST(WorkRules::isOurTurn(conversation, Today), "ours");
        QTEST(
            WorkRules::isUnanswered(conversation, WorkRules::coldLimits(Today, berlin())), "cold");
    }

    void anOfferIsLateAfterItsDay()
    {
        Offer offer;
        QVERIFY(!WorkRules::isLate(offer, Today)); // nobody said when
        offer.expectedOn = Today;
        QVERIFY(!WorkRules::isLate(offer, Today));
        offer.expectedOn = Today.addDays(-1);
        QVERIFY(WorkRules::isLate(offer, Today));
        offer.state = OfferState::Won;
        QVERIFY(!WorkRules::isLate(offer, Today));
    }

    void onlyTheWarmAreForgotten()
    {
        const QList<StageId> warm = WorkRules::warmStages(defaultPipeline());
        QCOMPARE(warm, QList<StageId> {StageId(2)});
        const ColdLimits limits = WorkRules::coldLimits(Today, berlin());
        Prospect prospect;
        prospect.stage = StageId(2);
        prospect.lastActivityAt = daysAgo(21, QTime(23, 0));
        QVERIFY(WorkRules::isForgotten(prospect, warm, limits));
        prospect.lastActivityAt = daysAgo(20, QTime(0, 30));
        QVERIFY(!WorkRules::isForgotten(prospect, warm, limits));
        prospect.lastActivityAt = daysAgo(300);
        prospect.stage = StageId(1); // cold from the beginning
        QVERIFY(!WorkRules::isForgotten(prospect, warm, limits));
        prospect.stage = StageId(2);
        prospect.doNotContactSince = 1;
        QVERIFY(!WorkRules::isForgotten(prospect, warm, limits));
    }

    void daysAreCountedByTheZone()
    {
        const qint64 evening = localToInstant(Today, QTime(23, 30), berlin());
        const qint64 soon = localToInstant(Today.addDays(1), QTime(0, 15), berlin());
        const qint64 before = localToInstant(Today.addDays(-1), QTime(23, 30), berlin());
        const qint64 early = localToInstant(Today, QTime(0, 15), berlin());
        QCOMPARE(WorkRules::daysLeft(early, before, berlin()), 1);
        QCOMPARE(WorkRules::daysLeft(early, before, QTimeZone::utc()), 0);
        QCOMPARE(WorkRules::daysLeft(before, early, berlin()), -1);
        // Until Saturday's midnight is until Friday's end, and a weekend has no days.
        QCOMPARE(WorkRules::daysLeft(startOfDay(Today.addDays(1), berlin()), early, berlin()), 0);
        QCOMPARE(WorkRules::daysLeft(soon, evening, berlin()), 0);
        const qint64 monday = localToInstant(Today.addDays(3), QTime(9, 0), berlin());
        QCOMPARE(WorkRules::daysLeft(monday, evening, berlin()), 1);
        QCOMPARE(WorkRules::daysLeft(evening, monday, berlin()), -1);
    }

    void nextWeekBeginsOnMonday()
    {
        QCOMPARE(WorkRules::nextWeek(Today), QDate(2026, 11, 23));
        QCOMPARE(WorkRules::nextWeek(QDate(2026, 11, 22)), QDate(2026, 11, 23)); // a Sunday
        QCOMPARE(WorkRules::nextWeek(QDate(2026, 11, 23)), QDate(2026, 11, 30)); // a Monday
    }

    void everybodyGoesColdOnce()
    {
        const auto row = [](WorkReason reason, qint64 person) {
            WorkRow made;
            made.reason = reason;
            made.person.id = ProspectId(person);
            return made;
        };
        const QList<WorkRow> once = WorkRules::onceEach({row(WorkReason::LateOffer, 1),
            row(WorkReason::Unanswered, 2), row(WorkReason::Unanswered, 1),
            row(WorkReason::Forgotten, 2), row(WorkReason::Forgotten, 3)});
        QCOMPARE(once.size(), 3);
        QCOMPARE(once.at(0).reason, WorkReason::LateOffer);
        QCOMPARE(once.at(1).reason, WorkReason::Unanswered);
        QCOMPARE(once.at(2).reason, WorkReason::Forgotten);
        // Group chats without a prospect are not one and the same.
        QCOMPARE(
            WorkRules::onceEach({row(WorkReason::Unanswered, 0), row(WorkReason::Unanswered, 0)})
                .size(),
            2);
    }

    void wordsFitOneLine()
    {
        QCOMPARE(WorkRules::oneLine(u" Rye\n\nor  wheat? "_s, 40), u"Rye or wheat?"_s);
        QCOMPARE(WorkRules::oneLine(u"Rye or wheat?"_s, 5), u"Rye…"_s);
        const QString family = u"👩‍👩‍👧‍👦"_s;
        QCOMPARE(WorkRules::oneLine(u"ab"_s + family + u"cd"_s, 6), u"ab…"_s); // not split
    }
};

PULLPUSH_TEST(TestDaysWork)
#include "tst_dayswork.moc"
