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
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_pipeline/boardexport.h"
#include "ui_pipeline/boardmenu.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/chartnotespage.h"
#include "ui_pipeline/chartquestionpane.h"
#include "ui_pipeline/chartquestionstate.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/goalbar.h"
#include "ui_pipeline/pipelinepage.h"
#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/plotview.h"
#include "ui_pipeline/reportexport.h"
#include "ui_pipeline/stagespage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScrollArea>
#include <QTableView>
#include <QtConcurrentRun>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// So long the chart before stays while the next one is worked out, since most are there at once.
constexpr int LateMs = 150;

/// The entry of the list of charts that is none of them.
QString boardId()
{
    return u"board"_s;
}

/// The choice of the chart, and buttons for what can be done with it: as many as there is room for, and the others behind one more.
class ChartBar : public QWidget
{
public:
    ChartBar()
        : m_more(new QToolButton(this))
        , m_rest(new QMenu(m_more))
    {
        m_more->setObjectName(u"pipeline.more"_s);
        m_more->setIcon(Icons::named(u"overflow-menu"_s));
        m_more->setAccessibleName(PipelineArea::tr("More about the chart"));
        m_more->setToolTip(m_more->accessibleName());
        m_more->setAutoRaise(true);
        m_more->setIconSize({Metrics::Icon, Metrics::Icon});
        m_more->setPopupMode(QToolButton::InstantPopup);
        m_more->setMenu(m_rest);
        m_more->hide();
    }
    [[nodiscard]] QToolButton *more() const { return m_more; }
    void setChoice(QComboBox *choice) { m_choice = choice; }
    void add(QToolButton *button, QAction *shown) { m_buttons.append({button, shown}); }
    /// Shows the buttons whose action is to be seen, from the first.
    void arrange()
    {
        int room = width() - m_choice->minimumSizeHint().width();
        const bool isAll = buttonsRoom() <= room;
        if (!isAll)
            room -= roomOf(*m_more);
        QList<QAction *> rest;
        for (const auto &[button, shown] : std::as_const(m_buttons)) {
            if (shown->isVisible())
                room -= roomOf(*button);
            const bool isFit = isAll || room >= 0;
            button->setVisible(shown->isVisible() && isFit);
            if (shown->isVisible() && !isFit)
                rest.append(shown);
        }
        if (rest != m_rest->actions()) {
            m_rest->clear();
            m_rest->addActions(rest);
        }
        m_more->setVisible(!isAll);
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const int wide = m_choice->minimumSizeHint().width();
        return {
            wide + std::min(buttonsRoom(), roomOf(*m_more)), QWidget::minimumSizeHint().height()};
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {m_choice->sizeHint().width() + buttonsRoom(), QWidget::sizeHint().height()};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        arrange();
    }

private:
    [[nodiscard]] static int roomOf(const QToolButton &button)
    {
        return button.sizeHint().width() + Metrics::Tiny;
    }
    /// What all buttons need whose action is to be seen.
    [[nodiscard]] int buttonsRoom() const
    {
        int wide = 0;
        for (const auto &[button, shown] : m_buttons)
            wide += shown->isVisible() ? roomOf(*button) : 0;
        return wide;
    }

    QComboBox *m_choice = nullptr;
    QToolButton *m_more;
    QMenu *m_rest; ///< what has no room
    QList<std::pair<QToolButton *, QAction *>> m_buttons;
};

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
        return PipelineArea::tr("Still in %1").arg(stage);
    case FunnelSegment::Lost:
        return PipelineArea::tr("Lost in %1").arg(stage);
    case FunnelSegment::Stayed:
        return PipelineArea::tr("Not further than %1 in time").arg(stage);
    }
    return PipelineArea::tr("Reached %1").arg(stage);
}

/// What a board asks: each of its charts takes what it knows of it.
const ReportKind &boardKind()
{
    using Part = ReportKind::Part;
    static const ReportKind kind {boardId(), PipelineArea::tr("Board"),
        PipelineArea::tr("How do several charts answer the same question?"),
        PipelineArea::tr("Whe&n"),
        {Part::Window, Part::Reached, Part::Breakdown, Part::Ages, Part::CreditTo, Part::Model,
            Part::LookBack},
        {}, {}};
    return kind;
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
    if (id == m_kind || (id != boardId() && !reportKind(id)))
        return;
    m_kind = id;
    m_page->showBelow(nullptr); // it was the last chart's
    m_page->showBoard(isBoard());
    m_kinds->setCurrentIndex(m_kinds->findData(id));
    m_filter->setKind(kind());
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
    const QString about = rowTitle(report.chart, row);
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

void PipelineArea::exportPicture()
{
    Question::saveFile(m_page,
        {.title = tr("Save the chart"),
            .filters = {tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Page (*.pdf)"),
                tr("Figures (*.csv)")},
            .suggestedName = m_report.chart.id + u".png"_s,
            .suffix = u"png"_s},
        [this](const QString &path) { writePicture(path); });
}

void PipelineArea::writePicture(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    DrawingOrder order;
    if (suffix != "csv"_L1) { // else nothing needs to be drawn
        order.reports = {m_report};
        order.draw = [paper = PaperLook::ofProgram()](const Report &report) {
            return comparedPicture(report, AloneWidth, paper);
        };
    }
    order.make = [suffix, path, table = m_report.table](
                     const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
        const Result<QByteArray> content = drawings.isEmpty()
            ? Result<QByteArray>(toCsv(table))
            : drawnAs(suffix, drawings.constFirst());
        if (!content)
            return tl::unexpected(content.error());
        return [content = *content, path] { return writeDrawn(content, path); };
    };
    carryOut(std::move(order), [this, path](const Result<> &done) { tellWritten(path, done); });
}

/// On workers, as far as may be; what lasts can be cancelled.
void PipelineArea::carryOut(DrawingOrder order, std::function<void(const Result<> &)> done)
{
    auto *job = new DrawingJob(std::move(order), this);
    connect(job, &DrawingJob::lasting, this, [this, job] {
        if (!host())
            return;
        host()->notify({.severity = NoticeSeverity::Info,
            .text = tr("This is still being drawn."),
            .actionText = tr("Cancel"),
            .action = [job = QPointer(job)] {
                if (job)
                    job->cancel();
            }});
    });
    ++m_drawing;
    tellLoading();
    job->start([this, done = std::move(done)](const Result<> &result) {
        --m_drawing;
        tellLoading();
        done(result);
    });
}

void PipelineArea::tellWritten(const QString &path, const Result<> &done)
{
    tellDone(tr("The chart was saved as “%1”.").arg(path), done);
}

void PipelineArea::tellDone(const QString &success, const Result<> &done)
{
    if (!host())
        return;
    NotifierMessage told {NoticeSeverity::Info, success};
    if (!done) {
        const bool isAsked = done.error().code == Error::Code::Cancelled;
        told = {isAsked ? NoticeSeverity::Info : NoticeSeverity::Error, done.error().message,
            done.error().detail};
    }
    host()->notify(told);
}

void PipelineArea::tellLoading()
{
    if (host()) {
        host()->setLoading(this,
            m_isAwaited || m_drawing > 0 || m_workspace.pipeline().state() == StoreState::Loading);
    }
}

void PipelineArea::copyTable()
{
    const auto csv = std::make_shared<QString>();
    DrawingOrder order;
    order.make = [csv, table = m_report.table](
                     const QList<Drawing> &) -> Result<DrawingOrder::Keep> {
        *csv = QString::fromUtf8(toCsv(table));
        return [] { return Result<>(); };
    };
    carryOut(std::move(order), [this, csv](const Result<> &done) {
        if (done)
            QGuiApplication::clipboard()->setText(*csv);
        tellDone(tr("The figures are on the clipboard as CSV."), done);
    });
}

void PipelineArea::copyPicture()
{
    struct Copied
    {
        QImage image;
        QByteArray svg;
    };
    const auto copied = std::make_shared<Copied>();
    DrawingOrder order;
    order.reports = {m_report};
    order.draw = [paper = PaperLook::ofProgram()](
                     const Report &report) { return comparedPicture(report, AloneWidth, paper); };
    order.make = [copied](const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
        const auto svg = drawnAs(u"svg"_s, drawings.constFirst());
        if (!svg)
            return tl::unexpected(svg.error());
        *copied = {drawnImage(drawings.constFirst()), *svg};
        if (copied->image.isNull())
            return fail(Error::Code::Io,
                tr("The picture is too large to be copied. Save it as a drawing or a page."));
        return [] { return Result<>(); };
    };
    carryOut(std::move(order), [this, copied](const Result<> &done) {
        if (done) {
            // What reads the clipboard takes the form that it knows.
            auto *content = new QMimeData;
            content->setImageData(copied->image);
            content->setData(u"image/svg+xml"_s, copied->svg);
            QGuiApplication::clipboard()->setMimeData(content);
        }
        tellDone(tr("The picture is on the clipboard."), done);
    });
}

bool PipelineArea::isBoard() const
{
    return m_kind == boardId();
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
    ask(m_filter->query());
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
}

void PipelineArea::showPlan(const BoardPlan &plan)
{
    setPlan(plan);
    choose(boardId());
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

void PipelineArea::exportBoard()
{
    const QList<Report> reports = m_page->board()->shown();
    const ReportQuestion question = questionOf(m_filter->query());
    QHash<UserId, QString> names;
    for (const User &user : m_workspace.users())
        names.insert(user.id, user.name);
    const PrintedBoard board {.title = tr("Pipeline"),
        .workspace = m_workspace.displayName(),
        .question = questionText(question, names, m_workspace.stages(), m_workspace.zone()),
        .day = m_workspace.today(),
        .reports = reports};
    Question::saveFile(m_page,
        {.title = tr("Export the board"),
            .filters = {tr("Pages (*.pdf)")},
            .suggestedName = u"board.pdf"_s,
            .suffix = u"pdf"_s},
        [this, board](const QString &path) {
            DrawingOrder order;
            order.reports = board.reports;
            const PaperLook paper = PaperLook::ofProgram();
            order.draw = [paper](const Report &report) {
                return reportDrawing(report, OnPageWidth, paper);
            };
            order.make = [head = headOf(board), paper, path](
                             const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
                return [content = drawnPages(drawings, head, paper), path] {
                    return writeDrawn(content, path);
                };
            };
            carryOut(
                std::move(order), [this, path](const Result<> &done) { tellWritten(path, done); });
        });
}
