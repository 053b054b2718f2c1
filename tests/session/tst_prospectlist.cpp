// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/generator.h"
#include "session/prospectdossier.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "test_support/awayview.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSet>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestProspectList : public QObject
{
    Q_OBJECT
private slots:
    void streamsAllAndReadsPagesWhenShown()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QVERIFY(generateWorkload(*test, {.prospects = 950, .messagesPerProspect = 0, .posts = 0}));
        ProspectList list(*test, nullptr);
        ProspectQuery query;
        query.sort = ProspectQuery::Sort::Name;
        query.descending = false;
        list.setQuery(query);
        QTRY_VERIFY(list.state() == StoreState::Ready && !list.isStreaming());
        QCOMPARE(list.size(), 950);
        QSet<ProspectId> seen;
        for (int i = 0; i < list.size(); ++i)
            seen.insert(list.idAt(i));
        QCOMPARE(seen.size(), 950); // the first page stands once
        QVERIFY(list.rowAt(0));
        QVERIFY(!list.rowAt(720)); // its page is asked for now
        QTRY_VERIFY(list.rowAt(720));
        QVERIFY(list.rowAt(700)->name.toLower() <= list.rowAt(720)->name.toLower());
    }

    void tellsTheDifferenceAfterAnEdit()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QVERIFY(generateWorkload(*test, {.prospects = 300, .messagesPerProspect = 0, .posts = 0}));
        ProspectList list(*test, nullptr);
        list.setQuery({});
        QTRY_VERIFY(list.size() == 300 && !list.isStreaming());
        QSignalSpy inserted(&list, &ProspectList::inserted);
        QSignalSpy resets(&list, &ProspectList::reset);
        Prospect prospect;
        prospect.name = u"Zoe Newcomer"_s;
        const ProspectId id = test->prospects().create(prospect);
        QTRY_COMPARE(list.size(), 301);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(resets.size(), 0); // scroll position and selection stay
        QVERIFY(list.indexOf(id) >= 0);
        test->undoStack()->undo();
        QTRY_COMPARE(list.size(), 300);
    }

    void filtersByStageSourceAndText()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        Prospect prospect;
        prospect.name = u"Émile Łabędź"_s;
        prospect.source = u"social"_s;
        const ProspectId id = test->prospects().create(prospect);
        prospect.name = u"Other"_s;
        prospect.source.clear();
        test->prospects().create(prospect);
        QTRY_VERIFY(!test->isWriting());
        ProspectList list(*test, nullptr);
        const auto only = [&](const ProspectQuery &query) {
            QSignalSpy reset(&list, &ProspectList::reset);
            list.setQuery(query);
            return reset.wait() ? list.size() : -1;
        };
        ProspectQuery query;
        query.text = u"labedz"_s;
        QCOMPARE(only(query), 1);
        QCOMPARE(list.idAt(0), id);
        query.text.clear();
        query.source = u""_s;
        QCOMPARE(only(query), 1);
        query.source.reset();
        query.stages = {test->stages().at(3).id};
        QCOMPARE(only(query), 0);
        query.stages.clear();
        query.only = QList<ProspectId> {id};
        QCOMPARE(only(query), 1);
        query.only = QList<ProspectId> {};
        QCOMPARE(only(query), 0);
    }

    void countsEverybodyBesideWhoIsFound()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QVERIFY(generateWorkload(*test, {.prospects = 120, .messagesPerProspect = 0, .posts = 0}));
        ProspectList list(*test, nullptr);
        list.setCountsAll(true);
        list.setQuery({});
        QTRY_VERIFY(list.size() == 120 && !list.isStreaming());
        QVERIFY(!list.allCount()); // the list itself says it
        ProspectQuery query;
        query.only = QList<ProspectId> {list.idAt(3), list.idAt(4)};
        list.setQuery(query);
        QTRY_COMPARE(list.size(), 2);
        QTRY_COMPARE(list.allCount(), std::optional<qint64>(120));
    }

    void followsStepsAndOffers()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const ProspectId id = test.person(u"Nora Field"_s);
        QVERIFY(!id.isNull());
        ProspectList list(*test, nullptr);
        ProspectQuery query;
        query.step = StepDue::Overdue;
        list.setQuery(query);
        QTRY_COMPARE(list.state(), StoreState::Ready);
        QCOMPARE(list.size(), 0);
        test->prospects().addFollowUp(id, test->today().addDays(-1), u"Call"_s);
        QTRY_COMPARE(list.size(), 1);
        QTRY_VERIFY(list.rowAt(0));
        QCOMPARE(list.rowAt(0)->nextStep, test->today().addDays(-1));
        test->undoStack()->undo();
        QTRY_COMPARE(list.size(), 0);
    }

    void saysThatItCannotReadAndReadsAgain()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QVERIFY(!test.person(u"Nora Field"_s).isNull());
        ProspectList list(*test, nullptr);
        AwayView away(*test->database(), u"listed_prospect"_s);
        QVERIFY(away.isAway());
        list.setQuery({});
        QTRY_COMPARE(list.state(), StoreState::Failed);
        QCOMPARE(list.size(), 0);
        QVERIFY(!list.error().message.isEmpty());

        const QSignalSpy changes(&list, &ProspectList::changed);
        list.setQuery({}); // still away
        QCOMPARE(list.state(), StoreState::Loading);
        QTRY_COMPARE(list.state(), StoreState::Failed);
        QVERIFY(away.comeBack());
        list.setQuery({});
        QTRY_COMPARE(list.state(), StoreState::Ready);
        QCOMPARE(list.size(), 1);
        QVERIFY(list.error().message.isEmpty());
        const auto told = changes.size();
        list.setQuery({}); // what is shown is not read again
        QCOMPARE(list.state(), StoreState::Ready);
        QCOMPARE(changes.size(), told);
    }

    void findsSignsAndEmojiAsTheyStand()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        for (const QString &name : {u"Zoë 🌻"_s, u"Ann \"Ace\" O'Neil"_s, u"50% Off"_s}) {
            Prospect prospect;
            prospect.name = name;
            test->prospects().create(prospect);
        }
        QTRY_VERIFY(!test->isWriting());
        ProspectList list(*test, nullptr);
        for (const QString &text :
            {u"🌻"_s, u"zoe 🌻"_s, u"\"ace\""_s, u"o'neil"_s, u"%"_s, u"50%"_s}) {
            ProspectQuery query;
            query.text = text;
            list.setQuery(query);
            QTRY_COMPARE(list.state(), StoreState::Ready);
            QVERIFY2(list.size() == 1, qPrintable(text));
        }
    }
};

PULLPUSH_TEST(TestProspectList)
#include "tst_prospectlist.moc"
