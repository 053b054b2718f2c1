// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedfilters.h"
#include "session/teamsets.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestSavedFilters : public QObject
{
    Q_OBJECT
private slots:
    void savesRenamesReplacesAndDeletes()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        ProspectQuery query;
        query.turn = Turn::We;
        query.sort = ProspectQuery::Sort::NextStep;
        const SavedFilterId ours = SavedFilters::add(*test, u"  Ours   to answer "_s, query, false);
        query.step = StepDue::None;
        const SavedFilterId team = SavedFilters::add(*test, u"Forgotten"_s, query, true);
        QVERIFY(!ours.isNull() && ours != team);
        QVERIFY(SavedFilters::add(*test, u"  "_s, query, true).isNull());
        const auto &all = test->team().savedFilters();
        QCOMPARE(all.size(), 2); // shown before they are written
        QCOMPARE(all.at(0).name, u"Ours to answer"_s);
        QCOMPARE(all.at(0).owner, test->viewer().user);
        QVERIFY(all.at(1).owner.isNull());
        QCOMPARE(*queryFromText(all.at(1).query), query);

        SavedFilters::rename(*test, ours, u"Answer these"_s);
        SavedFilters::rename(*test, ours, u" "_s);
        QCOMPARE(all.at(0).name, u"Answer these"_s);
        SavedFilters::replace(*test, ours, query);
        QCOMPARE(*queryFromText(all.at(0).query), query);
        QTRY_VERIFY(!test->isWriting());

        QSignalSpy said(&*test, &Workspace::notice);
        SavedFilters::remove(*test, ours);
        QCOMPARE(all.size(), 1);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().first().value<Notice>().undoable);
        test->undoStack()->undo();
        QTRY_COMPARE(all.size(), 2);
        QCOMPARE(all.at(0).name, u"Answer these"_s);
    }

    void isThereAfterARestart()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        ProspectQuery query;
        query.company = u"Oak & Co"_s;
        SavedFilters::add(*test, u"Oak"_s, query, true);
        QTRY_VERIFY(!test->isWriting());
        test.reopen();
        QVERIFY(test.isOpen());
        QCOMPARE(test->team().savedFilters().size(), 1);
        QCOMPARE(*queryFromText(test->team().savedFilters().first().query), query);
    }
};

PULLPUSH_TEST(TestSavedFilters)
#include "tst_savedfilters.moc"
