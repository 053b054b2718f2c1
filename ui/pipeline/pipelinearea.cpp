// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/pipelinearea.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/chartmarks.h"
#include "session/pipelinecolumns.h"
#include "session/plansets.h"
#include "session/stagestore.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/accessible.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_pipeline/boardmenu.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/chartbar.h"
#include "ui_pipeline/chartquestionpane.h"
#include "ui_pipeline/chartquestionstate.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/goalbar.h"
#include "ui_pipeline/pipelinepage.h"
#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/plotview.h"
#include "ui_pipeline/stagespage.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QtConcurrentRun>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace {
/// So long the chart before stays while the next one is worked out, since most are there at once.
constexpr int LateMs = 150;

/// What the list of \a segment of a funnel at \a stage is called.
QString segmentTitle(FunnelSegment segment, const QString &stage)
{
    switch (segment) {
    case FunnelSegment::Reached:
        break;
    case FunnelSegment::Seen:
        return PipelineArea::tr("Seen in %1").arg(stage);
    case FunnelSegment::Onward:
        return PipelineArea::tr("Went on from %1").arg(stage);
    case FunnelSegment::Unseen:
        return PipelineArea::tr("Went past %1 without being seen there").arg(stage);
    case FunnelSegment::Open:
        return PipelineArea::tr("Not further than %1 yet").arg(stage);
    case FunnelSegment::Lost:
        return PipelineArea::tr("Lost after %1").arg(stage);
    case FunnelSegment::Stayed:
        return PipelineArea::tr("Not further than %1 in time").arg(stage);
    }
    return PipelineArea::tr("Reached %1").arg(stage);
}

QComboBox *comparisonField()
{
    auto *field = new QComboBox;
    field->setObjectName(u"pipeline.compare"_s);
    field->setAccessibleName(PipelineArea::tr("Compared with"));
    field->setToolTip(
        PipelineArea::tr("An earlier time of the same length. It needs a first day."));
    field->addItem(PipelineArea::tr("Nothing"), int(Comparison::None));
    field->addItem(PipelineArea::tr("The time before"), int(Comparison::Previous));
    field->addItem(PipelineArea::tr("A year before"), int(Comparison::YearBefore));
    return field;
}

/// The question in the inspector: a heading, the fields, and room below.
QWidget *filterPane(ChartQuestionPane *filter, QComboBox *compare, QLabel *note)
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    column->setSpacing(Metrics::Medium);
    column->addWidget(headingLabel(PipelineArea::tr("Who is counted")));
    column->addWidget(filter);
    filter->addField(PipelineArea::tr("Co&mpared with"), compare);
    column->addWidget(note);
    column->addStretch();
    return pane;
}
} // namespace

PipelineArea::PipelineArea(Workspace &workspace)
    : m_workspace(workspace)
    , m_page(new PipelinePage)
    , m_filter(new ChartQuestionPane(workspace.today()))
{
    m_compare = comparisonField();
    m_compareNote = quietLabel(tr("Needs a first day, which is chosen above."));
    m_compareNote->setObjectName(u"pipeline.compare.note"_s);
    m_filterPane = filterPane(m_filter, m_compare, m_compareNote);
    noteComparison();
    makeActions();
    makeBoardActions();
    makeBar();
    // Their keys also work where the question is edited and the chart is chosen.
    m_filterPane->addActions(m_page->actions());
    m_bar->addActions(m_page->actions());
    choose(reportKinds().first().id);
    m_page->board()->setReports(firstBoard());
    m_late.setSingleShot(true);
    m_late.setInterval(LateMs);
    connect(&m_late, &QTimer::timeout, this, &PipelineArea::showWaiting);
    connect(m_filter, &ChartQuestionPane::queryChanged, this, &PipelineArea::ask);
    connect(m_filter, &ChartQuestionPane::queryChanged, this, &PipelineArea::noteComparison);
    connect(m_compare, &QComboBox::currentIndexChanged, this, &PipelineArea::noteComparison);
    connect(m_compare, &QComboBox::activated, this, [this] { ask(m_filter->query()); });
    connect(m_page->board(), &BoardPage::opened, this, &PipelineArea::choose);
    connect(m_page->board(), &BoardPage::chooseRequested, this,
        [this] { m_chartsMenu->popup(m_page->mapToGlobal(m_page->rect().center())); });
    connect(&m_workspace.team(), &TeamSets::changed, this, &PipelineArea::refreshMarks);
    connect(&m_workspace.plan(), &PlanSets::changed, this, &PipelineArea::refreshMarks);
    connect(m_page->chart(), &FunnelView::stepActivated, this,
        [this](int step, const std::optional<QString> &group, FunnelSegment segment) {
            showStep(m_report, step, group, segment);
        });
    connect(
        m_page->plot(), &PlotView::rowActivated, this, [this](int row) { showRow(m_report, row); });
    connect(m_page->earlierChart(), &FunnelView::stepActivated, this,
        [this](int step, const std::optional<QString> &group, FunnelSegment segment) {
            if (m_report.earlier)
                showStep(*m_report.earlier, step, group, segment);
        });
    connect(m_page->earlierPlot(), &PlotView::rowActivated, this, [this](int row) {
        if (m_report.earlier)
            showRow(*m_report.earlier, row);
    });
    connect(m_page->table(), &QTableView::activated, this,
        [this](const QModelIndex &index) { showCell(m_report, index.row(), index.column()); });
    connect(m_page, &PipelinePage::importRequested, this, &PipelineArea::importRequested);
    connect(
        m_page, &PipelinePage::retryRequested, this, [this] { m_workspace.pipeline().retry(); });
    connect(&m_workspace.pipeline(), &PipelineColumns::changed, this, &PipelineArea::refresh);
    QList<ChartQuestionPane::Owner> owners;
    for (const User &user : m_workspace.users())
        owners.append({user.id, user.name});
    m_filter->setOwners(owners);
    connect(&m_workspace.team(), &TeamSets::changed, this, &PipelineArea::offerPeople);
    connect(&m_workspace.pipelineStages(), &StageStore::changed, this, &PipelineArea::offerPeople);
    offerPeople();
}

PipelineArea::~PipelineArea()
{
    // Without a window nobody owns them.
    for (QWidget *part : {static_cast<QWidget *>(m_page), m_filterPane.data(), m_bar.data()}) {
        if (part && !part->parent())
            delete part;
    }
    delete m_chartsMenu;
    delete m_boardMenu;
}

void PipelineArea::offerPeople()
{
    m_filter->setStages(m_workspace.stages());
    m_filter->setOffers(m_workspace.team().savedFilters(), m_workspace.team().customFields());
}

QString PipelineArea::id() const
{
    return u"pipeline"_s;
}

QString PipelineArea::title() const
{
    return tr("Pipeline");
}

QIcon PipelineArea::icon() const
{
    return Icons::named(u"view-filter"_s, u"office-chart-bar"_s);
}

QWidget *PipelineArea::widget()
{
    return m_page;
}

QWidget *PipelineArea::inspector()
{
    return m_filterPane;
}

QWidget *PipelineArea::titleWidget()
{
    return m_bar;
}

QList<QAction *> PipelineArea::actions() const
{
    return {m_next, m_previous, m_table, m_copy, m_copyPicture, m_export, m_boardCharts, m_boards,
        m_exportBoard, m_notes, m_goal, m_stages};
}

void PipelineArea::makeActions()
{
    const auto action = [this](const QString &name, const QString &text, const QString &icon,
                            const QKeySequence &keys) {
        auto *made = new QAction(Icons::named(icon), text, this);
        made->setObjectName(name);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_page->addAction(made);
        return made;
    };
    m_table = action(
        u"pipeline.table"_s, tr("Show as a table"), u"view-list-details"_s, Qt::CTRL | Qt::Key_T);
    m_table->setCheckable(true);
    m_copy = action(u"pipeline.copy"_s, tr("Copy the figures"), u"edit-copy"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_copyPicture =
        action(u"pipeline.copyPicture"_s, tr("Copy the picture"), u"edit-copy"_s, QKeySequence());
    m_export = action(u"pipeline.export"_s, tr("Save the chart…"), u"document-save"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    m_stages =
        action(u"pipeline.stages"_s, tr("Pipeline stages…"), u"view-list-text"_s, QKeySequence());
    connect(m_stages, &QAction::triggered, this, &PipelineArea::showStages);
    connect(m_table, &QAction::toggled, m_page, &PipelinePage::showTable);
    connect(m_copy, &QAction::triggered, this, &PipelineArea::copyTable);
    connect(m_copyPicture, &QAction::triggered, this, &PipelineArea::copyPicture);
    connect(m_export, &QAction::triggered, this, &PipelineArea::exportPicture);
    const auto step = [this, action](const QString &name, const QString &text, const QString &icon,
                          const QKeySequence &keys, int by) {
        QAction *made = action(name, text, icon, keys);
        connect(made, &QAction::triggered, this, [this, by] { chooseNext(by); });
        return made;
    };
    m_next =
        step(u"pipeline.next"_s, tr("Next chart"), u"go-next"_s, Qt::CTRL | Qt::Key_PageDown, 1);
    m_previous = step(u"pipeline.previous"_s, tr("Previous chart"), u"go-previous"_s,
        Qt::CTRL | Qt::Key_PageUp, -1);
}

void PipelineArea::showStages()
{
    if (host() != nullptr)
        host()->showPage(tr("Pipeline stages"), new StagesPage(m_workspace));
}

void PipelineArea::makeBar()
{
    auto *bar = new ChartBar;
    m_bar = bar;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::Tiny);
    m_kinds = new QComboBox;
    m_kinds->setObjectName(u"pipeline.kind"_s);
    m_kinds->setAccessibleName(tr("Chart"));
    // In a narrow window too the name is read: as wide as so many capitals, which is that of the longest.
    constexpr int readable = 10;
    m_kinds->setMinimumContentsLength(readable);
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ReportKind &kind : reportKinds()) {
        m_kinds->addItem(kind.name, kind.id);
        m_kinds->setItemData(m_kinds->count() - 1, kind.purpose, Qt::ToolTipRole);
    }
    m_kinds->addItem(boardKind().name, boardKind().id);
    m_kinds->setItemData(m_kinds->count() - 1, boardKind().purpose, Qt::ToolTipRole);
    connect(m_kinds, &QComboBox::activated, this,
        [this](int index) { choose(m_kinds->itemData(index).toString()); });
    bar->setChoice(m_kinds);
    row->addWidget(m_kinds);
    row->addStretch();
    for (QAction *shown :
        {m_boardCharts, m_boards, m_exportBoard, m_table, m_copy, m_export, m_notes, m_goal}) {
        auto *button = new QToolButton;
        button->setDefaultAction(shown);
        button->setPopupMode(QToolButton::InstantPopup);
        switchByToggle(button);
        button->setAccessibleName(shown->text());
        button->setAutoRaise(true);
        button->setIconSize({Metrics::Icon, Metrics::Icon});
        row->addWidget(button);
        // What the board or the chart alone has goes with it.
        bar->add(button, shown);
        connect(shown, &QAction::changed, bar, &ChartBar::arrange);
    }
    row->addWidget(bar->more());
    bar->arrange();
}

const ReportKind &PipelineArea::kind() const
{
    if (isBoard())
        return boardKind();
    const ReportKind *chosen = reportKind(m_kind);
    return chosen ? *chosen : reportKinds().first();
}

void PipelineArea::choose(const QString &id)
{
    if (id == m_kind || (id != boardKind().id && !reportKind(id)))
        return;
    m_kind = id;
    m_page->showBelow(nullptr); // it was the last chart's
    m_page->showBoard(isBoard());
    m_kinds->setCurrentIndex(m_kinds->findData(id));
    m_filter->setKind(kind());
    noteUsualWindows();
    enableActions();
    ask(m_filter->query());
}

void PipelineArea::chooseNext(int step)
{
    const int count = m_kinds->count();
    choose(m_kinds->itemData((m_kinds->currentIndex() + step + count) % count).toString());
}

QByteArray PipelineArea::saveState() const
{
    return ChartQuestionState::toBytes(
        {.report = m_kind, .plan = plan(), .showsTable = m_table->isChecked()});
}

void PipelineArea::restoreState(const QByteArray &state)
{
    if (const auto restored = ChartQuestionState::fromBytes(state)) {
        setPlan(restored->plan);
        m_table->setChecked(restored->showsTable);
        choose(restored->report);
        ask(m_filter->query());
    }
}

void PipelineArea::activate()
{
    if (host())
        host()->showInspector(this, true);
    m_filter->setToday(m_workspace.today());
    if (m_workspace.pipeline().columns())
        refresh();
    else
        m_page->showLoading(tr("Reading the pipeline…"));
    m_workspace.pipeline().load();
    m_page->takeFocus();
}

void PipelineArea::refresh()
{
    const PipelineColumns &pipeline = m_workspace.pipeline();
    // Figures that cannot be read would fail again at once if they were asked for here.
    if (pipeline.state() == StoreState::Failed) {
        m_isAwaited = false;
        m_late.stop();
        tellLoading();
        m_page->showError(pipeline.error());
        return;
    }
    tellLoading();
    if (!pipeline.columns())
        return;
    if (pipeline.columns()->size() == 0) {
        m_page->showEmpty();
        return;
    }
    m_filter->setSources(pipeline.columns()->sources());
    ask(m_filter->query());
}

void PipelineArea::ask(const FunnelQuery &query)
{
    if (!m_workspace.pipeline().columns() || m_workspace.pipeline().columns()->size() == 0)
        return;
    if (isBoard()) {
        askBoard(query);
        return;
    }
    const int generation = ++m_generation;
    m_isAwaited = true;
    m_late.start();
    tellLoading();
    m_workspace.pipeline().report(
        kind(), questionOf(query), this, [this, generation](const Report &report) {
            if (generation == m_generation)
                show(report);
        });
}

ReportQuestion PipelineArea::questionOf(const FunnelQuery &query) const
{
    ReportQuestion question {.filter = chartFilter(query),
        .windowDays = query.windowDays,
        .ages = m_filter->ages(),
        .reached = query.reached,
        .by = query.by,
        .credit = m_filter->credit(),
        .people = m_filter->people()};
    question.filter.asOf = m_workspace.clock().now();
    if (query.by == Breakdown::Owner || query.owners) {
        for (const User &user : m_workspace.users())
            question.names.insert(user.id.toString(), user.name);
    }
    ChartMarks::addTo(question, m_workspace);
    question.compareWith = earlierSpan(
        query.entered, Comparison(m_compare->currentData().toInt()), m_workspace.today());
    return question;
}

void PipelineArea::noteComparison()
{
    const bool isCompared = m_compare->currentData().toInt() != int(Comparison::None);
    const bool isInVain = isCompared && !m_filter->query().entered.from;
    m_compareNote->setVisible(isInVain);
    m_compare->setAccessibleDescription(isInVain ? m_compareNote->text() : QString());
}

void PipelineArea::show(const Report &report)
{
    m_report = report;
    m_isAwaited = false;
    m_late.stop();
    tellLoading();
    m_page->setReport(m_report);
    enableActions();
}

void PipelineArea::showWaiting()
{
    // Where only the question changed, its last answer may stay until the next one is there.
    if (m_isAwaited && m_report.chart.id != m_kind)
        m_page->showLoading(tr("Working out “%1”…").arg(kind().name));
}

void PipelineArea::showStep(
    const Report &report, int step, const std::optional<QString> &group, FunnelSegment segment)
{
    if (!report.funnel || !report.segmentPeople)
        return;
    const FunnelReport &funnel = *report.funnel;
    if (step < 0 || step >= funnel.steps.size())
        return;
    QString title = segmentTitle(segment, funnel.steps.at(step).name);
    qsizetype row = step;
    for (qsizetype i = 0; group && i < funnel.groups.size(); ++i) {
        if (funnel.groups.at(i).key != *group)
            continue;
        //: Whom of the funnel and of which group: "Reached Warm · Search".
        title = tr("%1 · %2").arg(title, funnel.groupNames.at(i));
        row += (i + 1) * funnel.steps.size();
    }
    showFound(
        [people = report.segmentPeople, row, segment] { return people(PlotRow(row), segment); },
        title);
}

void PipelineArea::showRow(const Report &report, PlotRow row)
{
    if (row < 0 || row >= report.chart.rows.size())
        return;
    const QString about = report.peopleTitles.value(row, rowTitle(report.chart, row));
    showPeople(report, row, about.isEmpty() ? report.chart.title : about);
}

void PipelineArea::showCell(const Report &report, PlotRow row, int column)
{
    if (!report.funnel) {
        showRow(report, row);
        return;
    }
    if (row < 0 || row >= report.chart.rows.size())
        return;
    const auto steps = report.funnel->steps.size();
    const qsizetype group = row / steps - 1;
    showStep(report, int(row % steps),
        group < 0 ? std::nullopt : std::optional(report.funnel->groups.at(group).key),
        segmentOf(report.chart.columns.value(column).key));
}

void PipelineArea::showPeople(const Report &report, PlotRow row, const QString &title)
{
    if (report.people)
        showFound([people = report.people, row] { return people(row); }, title);
}

void PipelineArea::showFound(const std::function<QList<ProspectId>()> &people, const QString &title)
{
    auto found = QtConcurrent::run(people);
    whenReady(found, this, [this, title](const QList<ProspectId> &ids) {
        emit prospectsRequested(ids, title);
        if (host())
            host()->showArea(u"prospects"_s);
    });
}

void PipelineArea::tellLoading()
{
    if (host()) {
        host()->setLoading(this,
            m_isAwaited || m_drawing > 0 || m_workspace.pipeline().state() == StoreState::Loading);
    }
}

void PipelineArea::enableActions()
{
    const bool board = isBoard();
    for (QAction *of : {m_boardCharts, m_boards, m_exportBoard})
        of->setVisible(board);
    for (QAction *of : {m_table, m_copy, m_copyPicture, m_export, m_goal})
        of->setVisible(!board);
    // The one before is no answer to what is asked now.
    const bool isThere = m_report.chart.id == m_kind;
    for (QAction *of : {m_copy, m_copyPicture, m_export})
        of->setEnabled(isThere);
    m_goal->setEnabled(isThere && GoalBar::unitFor(m_report.chart));
}
