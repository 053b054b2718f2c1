// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/offerservice.h"
#include "test_support/openprospect.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestOfferService : public QObject, private OpenProspect
{
    Q_OBJECT

    OfferService service() { return OfferService(**m_test); }
    void undo()
    {
        (*m_test)->undoStack()->undo();
        QVERIFY(settle());
    }
    /// The offer of that title, as it stands.
    Offer offer(const QString &title) const
    {
        const auto found = std::ranges::find(m_dossier->offers(), title, &Offer::title);
        return found == m_dossier->offers().end() ? Offer() : *found;
    }
    void make(const QString &title, qint64 minor = 120000, OfferKind kind = OfferKind::Offer)
    {
        m_test->clock.advance(60'000);
        Offer made;
        made.title = title;
        made.kind = kind;
        made.valueMinor = minor;
        made.currency = u"EUR"_s;
        service().make(*m_dossier, made);
        QVERIFY(settle());
        QTRY_VERIFY(!offer(title).id.isNull());
    }

private slots:
    void init() { QVERIFY(openProspect()); }
    void cleanup() { closeProspect(); }

    void theFirstOfferTakesThemToItsStage()
    {
        make(u"Twelve tables"_s);
        QCOMPARE(stageKey(), u"offer"_s);
        QCOMPARE(m_dossier->moves().size(), 2);
        QCOMPARE(m_dossier->moves().last().at.ms, m_test->clock.now());
        QCOMPARE(offer(u"Twelve tables"_s).by, (*m_test)->viewer().user);
        make(u"Ten chairs"_s);
        QCOMPARE(m_dossier->moves().size(), 2); // they are there already
        undo();
        undo();
        QTRY_COMPARE(stageKey(), u"cold"_s);
        QVERIFY(m_dossier->offers().isEmpty());
        QCOMPARE(m_dossier->moves().size(), 1);
    }

    void anOfferThatIsEnteredLateIsTheLastStep()
    {
        m_test->clock.advance(60'000);
        const QList<Stage> &stages = (*m_test)->stages();
        const StageId talking = stages.at(indexOfStage(stages, u"conversation"_s)).id;
        (*m_test)->prospects().moveTo(*m_dossier->prospect(), talking, {});
        QVERIFY(settle());
        QTRY_COMPARE(m_dossier->moves().size(), 2);
        Offer made;
        made.title = u"Twelve tables"_s;
        made.madeAt = {
            startOfDay((*m_test)->today().addDays(-1), (*m_test)->zone()), Precision::Day};
        service().make(*m_dossier, made);
        QVERIFY(settle());
        QTRY_COMPARE(m_dossier->moves().size(), 3);
        QCOMPARE(stageKey(), u"offer"_s);
        QCOMPARE(m_dossier->moves().last().to, m_dossier->prospect()->stage);
        QCOMPARE(m_dossier->moves().last().at.ms, m_test->clock.now());
        QCOMPARE(offer(u"Twelve tables"_s).madeAt, made.madeAt); // the offer keeps its day
    }

    void aNudgeMovesNobody()
    {
        make(u"Come and see"_s, 0, OfferKind::Nudge);
        QCOMPARE(stageKey(), u"cold"_s);
        QCOMPARE(m_dossier->moves().size(), 1);
    }

    void winningMakesACustomer()
    {
        make(u"Twelve tables"_s);
        QSignalSpy notices(&**m_test, &Workspace::notice);
        service().win(*m_dossier, offer(u"Twelve tables"_s));
        QVERIFY(settle());
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.first().first().value<Notice>().undoable);
        QCOMPARE(stageKey(), u"customer"_s);
        QCOMPARE(offer(u"Twelve tables"_s).state, OfferState::Won);
        QCOMPARE(offer(u"Twelve tables"_s).decidedAt, m_test->clock.now());
        undo();
        QTRY_COMPARE(stageKey(), u"offer"_s);
        QCOMPARE(offer(u"Twelve tables"_s).state, OfferState::Open);
        QCOMPARE(offer(u"Twelve tables"_s).decidedAt, 0);
        (*m_test)->undoStack()->redo();
        QVERIFY(settle());
        QTRY_COMPARE(stageKey(), u"customer"_s);

        // A second purchase later: they are a customer already.
        make(u"Ten chairs"_s, 5000);
        service().win(*m_dossier, offer(u"Ten chairs"_s));
        QVERIFY(settle());
        QCOMPARE(m_dossier->moves().size(), 3);
        QCOMPARE(sumsByCurrency(m_dossier->offers(), OfferState::Won).value(u"EUR"_s), 125000);
        service().win(*m_dossier, offer(u"Ten chairs"_s)); // once is enough
        QVERIFY(!(*m_test)->isWriting());
    }

    void losingKeepsTheReasonAndTheStage()
    {
        make(u"Twelve tables"_s);
        const StageId stage = m_dossier->prospect()->stage;
        service().lose(*m_dossier, offer(u"Twelve tables"_s), {.reason = LostReasonId(1)});
        QVERIFY(settle());
        Offer lost = offer(u"Twelve tables"_s);
        QCOMPARE(lost.state, OfferState::Lost);
        QCOMPARE(lost.lostReason, LostReasonId(1));
        QCOMPARE(lost.lostAt, stage);
        QCOMPARE(stageKey(), u"offer"_s);

        make(u"Ten chairs"_s);
        service().lose(*m_dossier, offer(u"Ten chairs"_s),
            {.reason = LostReasonId(2), .words = u"Next year, perhaps"_s, .moves = true});
        QVERIFY(settle());
        QCOMPARE(stageKey(), u"lost"_s);
        QCOMPARE(m_dossier->moves().last().lostReason, LostReasonId(2));
        QCOMPARE(m_dossier->moves().last().reason, u"Next year, perhaps"_s);
        QCOMPARE(offer(u"Ten chairs"_s).lostAt, stage);
        undo();
        QTRY_COMPARE(stageKey(), u"offer"_s);
        QCOMPARE(offer(u"Ten chairs"_s).state, OfferState::Open);
        QVERIFY(offer(u"Ten chairs"_s).lostReason.isNull());
    }

    void whoComesBackFromLostIsWon()
    {
        make(u"Twelve tables"_s);
        make(u"Ten chairs"_s);
        service().lose(*m_dossier, offer(u"Twelve tables"_s), {.moves = true});
        QVERIFY(settle());
        QCOMPARE(stageKey(), u"lost"_s);
        service().win(*m_dossier, offer(u"Ten chairs"_s));
        QVERIFY(settle());
        QCOMPARE(stageKey(), u"customer"_s);
    }

    void withdrawsChangesAndDeletes()
    {
        make(u"Twelve tables"_s);
        Offer after = offer(u"Twelve tables"_s);
        after.valueMinor = 110000;
        service().change(offer(u"Twelve tables"_s), after);
        QVERIFY(settle());
        QCOMPARE(offer(u"Twelve tables"_s).valueMinor, 110000);
        service().withdraw(offer(u"Twelve tables"_s));
        QVERIFY(settle());
        QCOMPARE(offer(u"Twelve tables"_s).state, OfferState::Withdrawn);
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        service().remove(offer(u"Twelve tables"_s));
        QVERIFY(settle());
        QVERIFY(m_dossier->offers().isEmpty());
        QTRY_COMPARE(notices.size(), 1);
        QVERIFY(notices.first().first().value<Notice>().undoable);
        undo();
        QTRY_COMPARE(m_dossier->offers().size(), 1);
    }
};

PULLPUSH_TEST(TestOfferService)
#include "tst_offerservice.moc"
