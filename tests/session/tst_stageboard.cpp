// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectservice.h"
#include "session/stageboard.h"
#include "storage/salestable.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestStageBoard : public QObject
{
    Q_OBJECT
private slots:
    void countsByStageAndFollowsMoves()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const StageId cold = test->stages().at(0).id;
        const StageId warm = test->stages().at(1).id;
        Prospect prospect;
        prospect.name = u"Ada"_s;
        const ProspectId ada = test->prospects().create(prospect);
        prospect.name = u"Bo"_s;
        test->prospects().create(prospect);
        QTRY_VERIFY(!test->isWriting());
        StageBoard board(*test, nullptr);
        board.setQuery({});
        QTRY_COMPARE(board.totalOf(cold).prospects, 2);
        QCOMPARE(board.state(), StoreState::Ready);
        QCOMPARE(board.totalOf(warm), (StageTotal {warm, 0, {}}));

        board.move(ada, warm);
        QTRY_COMPARE(board.totalOf(warm).prospects, 1);
        QCOMPARE(board.totalOf(cold).prospects, 1);
        test->undoStack()->undo();
        QTRY_COMPARE(board.totalOf(cold).prospects, 2);
    }

    void asksForWhatTheFilterWants()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const StageId cold = test->stages().at(0).id;
        const StageId warm = test->stages().at(1).id;
        Prospect prospect;
        prospect.name = u"Ada"_s;
        test->prospects().create(prospect);
        QTRY_VERIFY(!test->isWriting());
        StageBoard board(*test, nullptr);
        ProspectQuery query;
        query.stages = {warm};
        query.sort = ProspectQuery::Sort::Company;
        board.setQuery(query);
        QTRY_COMPARE(board.state(), StoreState::Ready);
        QCOMPARE(board.totalOf(cold).prospects, 0);
        QCOMPARE(board.queryOf(warm).stages, QList<StageId> {warm});
        QCOMPARE(board.queryOf(warm).sort, ProspectQuery::Sort::LastActivity);
        QCOMPARE(board.queryOf(cold).stages, QList<StageId> {StageId()}); // nobody
    }

    void sumsOpenOffersAndFollowsThem()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const StageId cold = test->stages().at(0).id;
        Prospect prospect;
        prospect.name = u"Ada"_s;
        const ProspectId ada = test->prospects().create(prospect);
        QTRY_VERIFY(!test->isWriting());
        StageBoard board(*test, nullptr);
        board.setQuery({});
        QTRY_COMPARE(board.totalOf(cold).prospects, 1);
        Offer offer;
        offer.id = OfferId::create(test->ids());
        offer.prospect = ada;
        offer.valueMinor = 120'000;
        offer.currency = u"EUR"_s;
        test->commit({insertion(offer)}, u"Offer"_s);
        QTRY_COMPARE(board.totalOf(cold).openOffers, (QList<ValueSum> {{u"EUR"_s, 120'000}}));
        Offer won = offer;
        won.state = OfferState::Won;
        QTRY_VERIFY(!test->isWriting());
        test->commit({update(offer, won)}, u"Win"_s);
        QTRY_VERIFY(board.totalOf(cold).openOffers.isEmpty());
    }

    void tellsThatSomebodyIsGone()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        StageBoard board(*test, nullptr);
        QSignalSpy notices(&*test, &Workspace::notice);
        board.move(ProspectId(4711), test->stages().at(1).id);
        QTRY_COMPARE(notices.size(), 1);
        QCOMPARE(notices.first().first().value<Notice>().severity, Notice::Severity::Error);
    }
};

PULLPUSH_TEST(TestStageBoard)
#include "tst_stageboard.moc"
