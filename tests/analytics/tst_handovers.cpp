// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/handovers.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Warm = 2, Customer = 5 };

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

qint64 noon(int dayOfMarch)
{
    return localToInstant(QDate(2026, 3, dayOfMarch), QTime(12, 0), zone());
}

struct Win
{
    qint64 prospect;
    Moment at;
};

/// Prospects 1 … \a prospects, all warm since 1 March, odd ones from the web; some become customers.
ColumnsPointer columnsOf(int prospects, const QList<Win> &wins = {})
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    for (int id = 1; id <= prospects; ++id)
        builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, id, 0);
    for (int id = 1; id <= prospects; ++id)
        builder.addMove(id, Warm, {noon(1), Precision::Exact});
    for (const Win &win : wins)
        builder.addMove(win.prospect, Customer, win.at);
    return builder.finish();
}

HandoverFacts::Row handover(qint64 prospect, qint64 id, int offered, HandoverState state,
    int decided = 0, int due = 0, const QString &reason = {}, qint64 rep = 7)
{
    return {ProspectId(prospect), HandoverId(id), UserId(rep), noon(offered), due ? noon(due) : 0,
        state, decided ? noon(decided) : 0, reason};
}

HandoverFacts mixed()
{
    HandoverFacts facts;
    facts.rows = {handover(1, 1, 1, HandoverState::Accepted, 2, 3),
        handover(2, 2, 1, HandoverState::Returned, 5, 3, u"Too  Early"_s),
        handover(2, 3, 6, HandoverState::Returned, 7, 0, u"too early"_s),
        handover(3, 4, 2, HandoverState::Withdrawn, 3),
        handover(4, 5, 20, HandoverState::Offered, 0, 22),
        handover(5, 6, 27, HandoverState::Offered, 0, 30),
        handover(6, 7, 30, HandoverState::Offered)};
    return facts;
}

HandoverQuery asked(int asOf = 28, std::optional<int> window = {})
{
    return {.filter = {.asOf = noon(asOf)}, .windowDays = window};
}

} // namespace

class TestHandovers : public QObject
{
    Q_OBJECT
private slots:
    void everyOfferHasOneFate()
    {
        const HandoverFigures figures = handoverFigures(*columnsOf(6), mixed(), asked());
        QCOMPARE(figures.offered, 6);
        QCOMPARE(figures.accepted, 1);
        QCOMPARE(figures.returned, 2);
        QCOMPARE(figures.withdrawn, 1);
        QCOMPARE(figures.overdue, 1);
        QCOMPARE(figures.waiting, 1);
        QCOMPARE(figures.decidedLate, 1);
        QCOMPARE(figures.reasons.size(), 1);
        QCOMPARE(
            figures.reasons.first(), (HandoverFigures::Reason {u"too early"_s, u"Too Early"_s, 2}));
    }

    void whoWaitsIsWatchedUntilNow()
    {
        // After 24 hours 2 of 6 are decided; of those watched longer one of two after 96.
        const SurvivalCurve curve = handoverFigures(*columnsOf(6), mixed(), asked()).decision;
        QCOMPARE(curve.n, 6);
        QCOMPARE(curve.events, 3);
        QCOMPARE(curve.at(24)->survival, 4.0 / 6);
        QCOMPARE(curve.at(96)->survival, 2.0 / 6);
        QCOMPARE(curve.median(), std::optional<qint64>(96));
        QCOMPARE(curve.quantile(.9), std::nullopt);
    }

    void whatWasDecidedLaterWaits()
    {
        const HandoverFigures figures = handoverFigures(*columnsOf(6), mixed(), asked(4));
        QCOMPARE(figures.offered, 3);
        QCOMPARE(figures.returned, 0);
        QCOMPARE(figures.overdue, 1);
        QCOMPARE(figures.decidedLate, 0);
        QVERIFY(figures.reasons.isEmpty());
    }

    void aSaleCountsAfterTheDecision()
    {
        // The second was a customer before sales returned them.
        const auto columns =
            columnsOf(6, {{1, {noon(10), Precision::Exact}}, {2, {noon(4), Precision::Exact}}});
        const HandoverFigures figures = handoverFigures(*columns, mixed(), asked());
        QCOMPARE(figures.wonOfAccepted, (Proportion {1, 1}));
        QCOMPARE(figures.wonOfReturned, (Proportion {0, 2}));
        QCOMPARE(figures.immature, 0);
    }

    void aSaleCountsWithinTheWindow_data()
    {
        QTest::addColumn<int>("window");
        QTest::addColumn<int>("won");
        QTest::addColumn<int>("of");
        QTest::addColumn<int>("immature");
        QTest::newRow("a day too short") << 7 << 0 << 1 << 0;
        QTest::newRow("long enough") << 8 << 1 << 1 << 0;
        QTest::newRow("just old enough") << 26 << 1 << 1 << 2;
        QTest::newRow("nobody is old enough") << 27 << 0 << 0 << 3;
    }
    void aSaleCountsWithinTheWindow()
    {
        QFETCH(int, window);
        QFETCH(int, won);
        QFETCH(int, of);
        QFETCH(int, immature);
        const auto columns = columnsOf(6, {{1, {noon(10), Precision::Exact}}});
        const HandoverFigures figures = handoverFigures(*columns, mixed(), asked(28, window));
        QCOMPARE(figures.wonOfAccepted, (Proportion {won, of}));
        QCOMPARE(figures.immature, immature);
    }

    void aSaleAtAnUnknownTimeCountsWithoutAWindow()
    {
        const auto columns = columnsOf(6, {{1, {0, Precision::Unknown}}});
        QCOMPARE(handoverFigures(*columns, mixed(), asked()).wonOfAccepted, (Proportion {1, 1}));
        QCOMPARE(
            handoverFigures(*columns, mixed(), asked(28, 20)).wonOfAccepted, (Proportion {0, 1}));
    }

    void fewPeopleOfAMemberAreWithheld()
    {
        HandoverFacts facts;
        for (int id = 1; id <= 5; ++id)
            facts.rows.push_back(handover(id, id, 1, HandoverState::Accepted, 2, 0, {}, 7));
        for (int id = 6; id <= 9; ++id)
            facts.rows.push_back(handover(id, id, 1, HandoverState::Returned, 2, 0, {}, 8));
        // A second offer of the same person is not a fifth one.
        facts.rows.push_back(handover(9, 10, 3, HandoverState::Returned, 4, 0, {}, 8));
        const QList<HandoverFigures::Rep> reps =
            handoverFigures(*columnsOf(9), facts, asked()).reps;
        QCOMPARE(reps.size(), 2);
        QCOMPARE(reps[0], (HandoverFigures::Rep {UserId(7), 5, 5, {5, 5}}));
        QVERIFY(!reps[0].isWithheld());
        QCOMPARE(reps[1].people, 4);
        QVERIFY(reps[1].isWithheld());
    }

    void thoseBehindAFigure()
    {
        const auto columns = columnsOf(6);
        const auto idsOf = [&](const HandoverChoice &choice) {
            return prospectsHandedOver(*columns, mixed(), asked(), choice);
        };
        QCOMPARE(idsOf({}).size(), 5);
        QCOMPARE(idsOf({.fate = HandoverFate::Returned}), QList {ProspectId(2)});
        QCOMPARE(idsOf({.fate = HandoverFate::Overdue}), QList {ProspectId(4)});
        QCOMPARE(idsOf({.reasons = QStringList {u"too early"_s}}), QList {ProspectId(2)});
        QCOMPARE(idsOf({.reasons = QStringList {QString()}}), QList<ProspectId>());
        QCOMPARE(idsOf({.isLate = true}), QList {ProspectId(2)});
        QCOMPARE(idsOf({.rep = UserId(8)}), QList<ProspectId>());
    }

    void onlyTheseOffers()
    {
        HandoverQuery query = asked();
        query.filter.span = {QDate(2026, 3, 2), QDate(2026, 3, 20)};
        QCOMPARE(handoverFigures(*columnsOf(6), mixed(), query).offered, 2);
        query = asked();
        query.filter.sources = QStringList {u"web"_s};
        QCOMPARE(handoverFigures(*columnsOf(6), mixed(), query).offered, 3);
        query.filter.owners = QList {UserId(1)};
        QCOMPARE(handoverFigures(*columnsOf(6), mixed(), query).offered, 1);
    }

    void ofNobodyNothingIsKnown()
    {
        const HandoverFigures figures = handoverFigures(*columnsOf(0), mixed(), asked());
        QCOMPARE(figures.offered, 0);
        QVERIFY(!figures.wonOfAccepted.rate());
        QVERIFY(!figures.decision.median());
    }

    void theFatesAddUp()
    {
        QVERIFY(rc::check([] {
            HandoverFacts facts;
            for (int id = 1; id <= 8; ++id) {
                for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
                    const int offered = *rc::gen::inRange(1, 30);
                    const auto state = HandoverState(*rc::gen::inRange(0, 4));
                    const bool isOpen = state == HandoverState::Offered;
                    facts.rows.push_back(handover(id, id * 10 - i, offered, state,
                        isOpen ? 0 : *rc::gen::inRange(offered, 31), *rc::gen::inRange(0, 31), {},
                        *rc::gen::inRange(0, 3)));
                }
            }
            const HandoverFigures figures =
                handoverFigures(*columnsOf(8), facts, asked(*rc::gen::inRange(1, 31)));
            RC_ASSERT(figures.offered
                == figures.accepted + figures.returned + figures.withdrawn + figures.waiting
                    + figures.overdue);
            RC_ASSERT(figures.decision.n == figures.offered);
            RC_ASSERT(figures.decision.events == figures.accepted + figures.returned);
            RC_ASSERT(figures.wonOfAccepted.n + figures.wonOfReturned.n
                == figures.accepted + figures.returned);
            qint64 ofReps = 0;
            for (const HandoverFigures::Rep &rep : figures.reps)
                ofReps += rep.offered;
            RC_ASSERT(ofReps == figures.offered);
            qint64 reasons = 0;
            for (const HandoverFigures::Reason &reason : figures.reasons)
                reasons += reason.count;
            RC_ASSERT(reasons == figures.returned);
        }));
    }
};

PULLPUSH_TEST(TestHandovers)
#include "tst_handovers.moc"
