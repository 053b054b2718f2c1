// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartmarks.h"
#include "session/pipelinecolumns.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_pipeline/boardmenu.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/chartnotespage.h"
#include "ui_pipeline/chartquestionpane.h"
#include "ui_pipeline/goalbar.h"
#include "ui_pipeline/pipelinearea.h"
#include "ui_pipeline/pipelinepage.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>

// The board of several charts, and what is written into all of them.

using namespace Qt::StringLiterals;

const ReportKind &PipelineArea::boardKind()
{
    using Part = ReportKind::Part;
    static const ReportKind kind {u"board"_s, tr("Board"),
        tr("How do several charts answer the same question?"), tr("Whe&n"),
        {Part::Window, Part::Reached, Part::Breakdown, Part::Ages, Part::CreditTo, Part::Model,
            Part::LookBack},
        {}, {}};
    return kind;
}

bool PipelineArea::isBoard() const
{
    return m_kind == boardKind().id;
}

void PipelineArea::makeBoardActions()
{
    const auto action = [this](const QString &name, const QString &text, const QString &icon) {
        auto *made = new QAction(Icons::named(icon), text, this);
        made->setObjectName(name);
        m_page->addAction(made);
        return made;
    };
    m_chartsMenu = new QMenu;
    m_chartsMenu->setObjectName(u"pipeline.boardCharts.menu"_s);
    connect(m_chartsMenu, &QMenu::aboutToShow, this, &PipelineArea::fillBoardCharts);
    m_boardCharts =
        action(u"pipeline.boardCharts"_s, tr("Charts on the board"), u"view-list-icons"_s);
    m_boardCharts->setMenu(m_chartsMenu);
    m_boardMenu = new BoardMenu(m_workspace);
    m_boardMenu->setPlan([this] { return plan(); });
    connect(m_boardMenu, &BoardMenu::planChosen, this, &PipelineArea::showPlan);
    m_boards = action(u"pipeline.boards"_s, tr("Saved boards"), u"bookmarks"_s);
    m_boards->setMenu(m_boardMenu);
    // Where an action is run by its name, its menu opens in the middle.
    for (QAction *opening : {m_boardCharts, m_boards}) {
        connect(opening, &QAction::triggered, this, [this, opening] {
            opening->menu()->popup(m_page->mapToGlobal(m_page->rect().center()));
        });
    }
    m_exportBoard = action(u"pipeline.exportBoard"_s, tr("Export board…"), u"document-print"_s);
    connect(m_exportBoard, &QAction::triggered, this, &PipelineArea::exportBoard);
    m_notes = action(u"pipeline.notes"_s, tr("Add note…"), u"note"_s);
    connect(m_notes, &QAction::triggered, this, &PipelineArea::showNotes);
    m_goal = action(u"pipeline.goal"_s, tr("Set goal…"), u"flag"_s);
    m_goal->setShortcut(Qt::CTRL | Qt::Key_G);
    m_goal->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_goal, &QAction::triggered, this, &PipelineArea::setGoal);
}

void PipelineArea::fillBoardCharts()
{
    m_chartsMenu->clear();
    const QStringList chosen = m_page->board()->reports();
    for (const ReportKind &kind : reportKinds()) {
        QAction *action = m_chartsMenu->addAction(kind.name);
        action->setObjectName("pipeline.onBoard."_L1 + kind.id);
        action->setToolTip(kind.purpose);
        action->setCheckable(true);
        action->setChecked(chosen.contains(kind.id));
        connect(action, &QAction::toggled, this,
            [this, id = kind.id](bool shown) { toggleOnBoard(id, shown); });
    }
}

void PipelineArea::toggleOnBoard(const QString &id, bool shown)
{
    QStringList ids = m_page->board()->reports();
    ids.removeAll(id);
    if (shown)
        ids.append(id);
    m_page->board()->setReports(ids);
    noteUsualWindows();
    ask(m_filter->query());
}

/// What the question means without a window depends on which charts stand on the board.
void PipelineArea::noteUsualWindows()
{
    if (!isBoard())
        return;
    QList<std::optional<int>> windows;
    const QStringList ids = m_page->board()->reports();
    for (const QString &id : ids) {
        const ReportKind *kind = reportKind(id);
        if (kind && kind->uses.contains(ReportKind::Part::Window))
            windows.append(kind->usualWindowDays);
    }
    m_filter->setUsualWindows(windows);
}

BoardPlan PipelineArea::plan() const
{
    BoardPlan plan {.reports = m_page->board()->reports(),
        .query = m_filter->query(),
        .compare = Comparison(m_compare->currentData().toInt()),
        .credit = m_filter->credit(),
        .ages = m_filter->ages(),
        .people = m_filter->people()};
    plan.query.asOf = 0;
    return plan;
}

void PipelineArea::setPlan(const BoardPlan &plan)
{
    m_filter->setQuery(plan.query);
    m_filter->setCredit(plan.credit);
    m_filter->setAges(plan.ages);
    m_filter->setPeople(plan.people);
    m_compare->setCurrentIndex(m_compare->findData(int(plan.compare)));
    noteComparison();
    m_page->board()->setReports(plan.reports);
    noteUsualWindows();
}

void PipelineArea::showPlan(const BoardPlan &plan)
{
    setPlan(plan);
    choose(boardKind().id);
    ask(m_filter->query());
}

void PipelineArea::askBoard(const FunnelQuery &query)
{
    const int generation = ++m_generation;
    m_isAwaited = false;
    m_late.stop();
    tellLoading();
    const ReportQuestion question = questionOf(query);
    m_page->showBoard(true);
    m_page->showLoaded();
    const QStringList ids = m_page->board()->reports();
    for (const QString &id : ids) {
        m_workspace.pipeline().report(
            *reportKind(id), question, this, [this, generation, id](const Report &report) {
                if (generation == m_generation)
                    m_page->board()->setReport(id, report);
            });
    }
}

void PipelineArea::refreshMarks()
{
    const QList<DayNote> notes = ChartMarks::notes(m_workspace);
    const QList<ChartGoal> goals = m_workspace.team().chartGoals();
    if (notes == m_shownNotes && goals == m_shownGoals)
        return;
    m_shownNotes = notes;
    m_shownGoals = goals;
    ask(m_filter->query());
}

void PipelineArea::showNotes()
{
    if (host())
        host()->showPage(tr("Notes in charts"), new ChartNotesPage(m_workspace));
}

void PipelineArea::setGoal()
{
    if (!GoalBar::unitFor(m_report.chart))
        return;
    m_table->setChecked(false); // the goal is a line of the picture
    auto *bar = new GoalBar(m_workspace, m_report.chart);
    connect(bar, &GoalBar::closed, m_page, [this] { m_page->showBelow(nullptr); });
    m_page->showBelow(bar);
    bar->start();
}
