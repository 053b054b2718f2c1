// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/guardrailservice.h"
#include "session/offerservice.h"
#include "session/prospectdossier.h"
#include "session/prospecthistory.h"
#include "session/prospectservice.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestProspectHistory : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhoDidWhat()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        Prospect prospect;
        prospect.name = u"Nora Field"_s;
        prospect.source = u"fair"_s;
        Handle handle;
        handle.network = u"x"_s;
        handle.value = u"@nora"_s;
        const ProspectId id = test->prospects().create(prospect, {handle});
        QTRY_VERIFY(!test->isWriting());
        ProspectDossier dossier(*test, nullptr);
        dossier.open(id);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);
        ProspectHistory history(*test, nullptr);
        history.open(id);
        QTRY_COMPARE(history.state(), StoreState::Ready);
        QCOMPARE(history.entries().size(), 1);
        QCOMPARE(history.entries().first().who, test->viewer().user);
        QVERIFY(history.entries().first().sentences.contains(u"Moved to Cold"_s));
        QVERIFY(
            history.entries().first().sentences.contains(u"Way to reach them added: “@nora”"_s));

        test.clock.advance(60'000);
        Prospect after = *dossier.prospect();
        after.source = u"newsletter"_s;
        test->prospects().change(*dossier.prospect(), after);
        QTRY_COMPARE_WITH_TIMEOUT(history.entries().size(), 2, 8000);
        QCOMPARE(
            history.entries().first().sentences, QStringList {u"Changed: Source (was “fair”)"_s});

        // What was said stays out of it.
        ConversationService::Entry entry;
        entry.body = u"a secret"_s;
        test.clock.advance(60'000);
        test->conversations().log(dossier, entry);
        QTRY_VERIFY(!test->isWriting());
        QTRY_COMPARE(dossier.messages().size(), 1);
        for (const HistoryEntry &told : history.entries())
            QVERIFY(!told.sentences.join(u' ').contains(u"secret"_s));
    }

    void tellsWhatSalesDid()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const ProspectId id = test.person(u"Nora Field"_s);
        QVERIFY(!id.isNull());
        ProspectDossier dossier(*test, nullptr);
        dossier.open(id);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);
        ProspectHistory history(*test, nullptr);
        history.open(id);
        const auto newest = [&history] {
            return history.entries().isEmpty() ? QStringList()
                                               : history.entries().first().sentences;
        };
        const auto settle = [&test] {
            test.clock.advance(60'000);
            return QTest::qWaitFor([&test] { return !test->isWriting(); });
        };
        QVERIFY(settle());
        Offer offer;
        offer.title = u"Twelve tables"_s;
        OfferService(*test).make(dossier, offer);
        QTRY_COMPARE(dossier.offers().size(), 1);
        QTRY_VERIFY(newest().contains(u"Offer made: “Twelve tables”"_s));
        QVERIFY(settle());
        OfferService(*test).withdraw(dossier.offers().first());
        QTRY_COMPARE(newest(), QStringList {u"Offer withdrawn: “Twelve tables”"_s});
        QVERIFY(settle());
        test->undoStack()->undo();
        QTRY_COMPARE(newest(), QStringList {u"Offer opened again: “Twelve tables”"_s});
        QVERIFY(settle());
        test->guardrails().setDoNotContact(*dossier.prospect(), true, u"Leave me alone"_s);
        QTRY_COMPARE(newest(), QStringList {u"Flagged as do not contact"_s});
        QCOMPARE(history.entries().first().who, test->viewer().user);
        QVERIFY(settle());
        Message said;
        said.id = MessageId(1);
        test->guardrails().dismissOptOut(said, dossier.prospect()->id);
        QTRY_COMPARE(newest(), QStringList {u"“Do not contact” was proposed and dismissed"_s});
    }

    void tellsNothingOfWhatFollows()
    {
        HistoryRow row;
        row.table = u"prospect"_s;
        row.fields = {u"last_activity_at"_s, u"stage_id"_s};
        QCOMPARE(historyOf({row}, [](const QString &, qint64) { return QString(); }), {});
    }
};

PULLPUSH_TEST(TestProspectHistory)
#include "tst_prospecthistory.moc"
