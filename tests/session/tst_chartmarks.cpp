// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartmarks.h"
#include "session/plansets.h"
#include "session/savedboards.h"
#include "session/teamsets.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestChartMarks : public QObject
{
    Q_OBJECT
private slots:
    void notesStandByDayWithTheCampaigns()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        Campaign campaign;
        campaign.name = u"Spring"_s;
        campaign.startsOn = QDate(2026, 3, 2);
        test->plan().addCampaign(campaign);
        campaign.startsOn.reset();
        campaign.name = u"Some day"_s;
        test->plan().addCampaign(campaign);
        const ChartNoteId late =
            ChartMarks::addNote(*test, QDate(2026, 5, 1), u"  New   prices "_s);
        const ChartNoteId early = ChartMarks::addNote(*test, QDate(2026, 1, 5), u"A fair"_s);
        QVERIFY(!late.isNull() && !early.isNull());
        QVERIFY(ChartMarks::addNote(*test, QDate(), u"x"_s).isNull());
        QVERIFY(ChartMarks::addNote(*test, QDate(2026, 1, 1), u" "_s).isNull());
        const QList<DayNote> expected {{QDate(2026, 1, 5), u"A fair"_s},
            {QDate(2026, 3, 2), u"Campaign “Spring” begins"_s},
            {QDate(2026, 5, 1), u"New prices"_s}};
        QCOMPARE(ChartMarks::notes(*test), expected);
        QCOMPARE(test->team().chartNotes().first().by, test->viewer().user);

        ChartMarks::changeNote(*test, early, QDate(2026, 6, 1), u"Another fair"_s);
        ChartMarks::changeNote(*test, early, QDate(), u"x"_s);
        QCOMPARE(test->team().chartNotes().last().text, u"Another fair"_s);
        QVERIFY(test.settle());
        test.reopen();
        QVERIFY(test.isOpen());
        QCOMPARE(test->team().chartNotes().size(), 2);
        QCOMPARE(test->team().chartNotes().last().day, QDate(2026, 6, 1));
        QSignalSpy said(test.get(), &Workspace::notice);
        ChartMarks::removeNote(*test, late);
        QCOMPARE(test->team().chartNotes().size(), 1);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().first().value<Notice>().undoable);
        test->undoStack()->undo();
        QTRY_COMPARE(test->team().chartNotes().size(), 2);
    }

    void aGoalIsSetOnceAndChanged()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const StageId stage = test->stages().first().id;
        ChartGoal goal {.report = u"trend"_s, .stage = stage, .value = 125000};
        ChartMarks::setGoal(*test, goal);
        goal.value = 150000;
        goal.name = u" This  year "_s;
        ChartMarks::setGoal(*test, goal);
        goal.value = 1000001;
        ChartMarks::setGoal(*test, goal); // more than all
        goal.value = 0;
        ChartMarks::setGoal(*test, goal);
        QCOMPARE(test->team().chartGoals().size(), 1);
        const ChartGoal *set = ChartMarks::goal(*test, u"trend"_s, stage, GoalUnit::Share);
        QVERIFY(set);
        QCOMPARE(set->amount(), 0.15);
        QCOMPARE(set->name, u"This year"_s);
        QVERIFY(!ChartMarks::goal(*test, u"flow"_s, stage, GoalUnit::Share));
        QVERIFY(test.settle());
        test.reopen();
        QVERIFY(test.isOpen());
        QCOMPARE(test->team().chartGoals().size(), 1);
        ReportQuestion question;
        ChartMarks::addTo(question, *test);
        QCOMPARE(question.goals.first().stage, stage);
        ChartMarks::removeGoal(*test, question.goals.first().id);
        QVERIFY(test->team().chartGoals().isEmpty());
        QVERIFY(test.settle());
        test->undoStack()->undo();
        QTRY_COMPARE(test->team().chartGoals().size(), 1);
    }

    void boardsAreSavedRenamedReplacedAndDeleted()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        BoardPlan plan {.reports = {u"trend"_s, u"funnel"_s}, .compare = Comparison::YearBefore};
        plan.query.entered.from = QDate(2026, 1, 1);
        plan.query.windowDays = 90;
        const SavedBoardId own = SavedBoards::add(*test, u"  My   month "_s, plan, false);
        const SavedBoardId team = SavedBoards::add(*test, u"Monday"_s, plan, true);
        QVERIFY(SavedBoards::add(*test, u" "_s, plan, true).isNull());
        const QList<SavedBoard> &all = test->team().savedBoards();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().name, u"My month"_s);
        QCOMPARE(all.first().owner, test->viewer().user);
        QVERIFY(SavedBoards::find(*test, team)->owner.isNull());
        SavedBoards::rename(*test, own, u"The month"_s);
        plan.reports = {u"flow"_s};
        SavedBoards::replace(*test, own, plan);
        QVERIFY(test.settle());
        test.reopen();
        QVERIFY(test.isOpen());
        const SavedBoard *kept = SavedBoards::named(*test, u"the MONTH"_s);
        QVERIFY(kept);
        QCOMPARE(*boardFromText(kept->content), plan);
        QSignalSpy said(test.get(), &Workspace::notice);
        SavedBoards::remove(*test, own);
        QVERIFY(!SavedBoards::find(*test, own));
        QTRY_COMPARE(said.size(), 1);
        test->undoStack()->undo();
        QTRY_VERIFY(SavedBoards::find(*test, own));
    }
};

PULLPUSH_TEST(TestChartMarks)
#include "tst_chartmarks.moc"
