// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/pipelinearea.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/pipelinecolumns.h"
#include "session/workspace.h"
#include "ui_common/accessible.h"
#include "ui_common/icons.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_pipeline/funnelexport.h"
#include "ui_pipeline/funnelfilter.h"
#include "ui_pipeline/funnelstate.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/pipelinepage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QtConcurrentRun>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
/// The question in the inspector: a heading, the fields, and room below.
QWidget *filterPane(FunnelFilter *filter)
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    column->setSpacing(Metrics::Medium);
    column->addWidget(headingLabel(PipelineArea::tr("Who is counted")));
    column->addWidget(filter);
    column->addStretch();
    return pane;
}
} // namespace

PipelineArea::PipelineArea(Workspace &workspace)
    : m_workspace(workspace)
    , m_page(new PipelinePage)
    , m_filter(new FunnelFilter(workspace.today()))
{
    m_filterPane = filterPane(m_filter);
    makeActions();
    connect(m_filter, &FunnelFilter::queryChanged, this, &PipelineArea::ask);
    connect(m_page->chart(), &FunnelView::stepActivated, this, &PipelineArea::showPeople);
    connect(m_page, &PipelinePage::importRequested, this, &PipelineArea::importRequested);
    connect(
        m_page, &PipelinePage::retryRequested, this, [this] { m_workspace.pipeline().retry(); });
    connect(&m_workspace.pipeline(), &PipelineColumns::changed, this, &PipelineArea::refresh);
    QList<FunnelFilter::Owner> owners;
    for (const User &user : m_workspace.users())
        owners.append({user.id, user.name});
    m_filter->setOwners(owners);
}

PipelineArea::~PipelineArea()
{
    // Without a window nobody owns them.
    for (QWidget *part : {static_cast<QWidget *>(m_page), m_filterPane.data(), m_bar.data()}) {
        if (part && !part->parent())
            delete part;
    }
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
    return {m_table, m_copy, m_export};
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
    m_export = action(u"pipeline.export"_s, tr("Save the chart…"), u"document-save"_s,
        Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    connect(m_table, &QAction::toggled, m_page, &PipelinePage::showTable);
    connect(m_copy, &QAction::triggered, this, &PipelineArea::copyTable);
    connect(m_export, &QAction::triggered, this, &PipelineArea::exportPicture);
    m_bar = new QWidget;
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::Tiny);
    row->addStretch();
    for (QAction *shown : {m_table, m_copy, m_export}) {
        auto *button = new QToolButton;
        button->setDefaultAction(shown);
        switchByToggle(button);
        button->setAccessibleName(shown->text());
        button->setAutoRaise(true);
        button->setIconSize({Metrics::Icon, Metrics::Icon});
        row->addWidget(button);
    }
}

QByteArray PipelineArea::saveState() const
{
    return FunnelState::toBytes(m_filter->query(), m_table->isChecked());
}

void PipelineArea::restoreState(const QByteArray &state)
{
    if (const auto restored = FunnelState::fromBytes(state)) {
        m_filter->setQuery(restored->query);
        m_table->setChecked(restored->showsTable);
        ask(restored->query);
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
        m_page->showLoading();
    m_workspace.pipeline().load();
    m_page->setFocus();
}

void PipelineArea::refresh()
{
    const PipelineColumns &pipeline = m_workspace.pipeline();
    if (host())
        host()->setLoading(this, pipeline.state() == StoreState::Loading);
    if (pipeline.state() == StoreState::Failed && !pipeline.columns()) {
        m_page->showError(pipeline.error());
        return;
    }
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
    FunnelQuery asked = query;
    asked.asOf = m_workspace.clock().now();
    const int generation = ++m_generation;
    m_workspace.pipeline().funnel(asked, this, [this, asked, generation](const Funnel &funnel) {
        if (generation == m_generation)
            show(funnel, asked);
    });
}

void PipelineArea::show(const Funnel &funnel, const FunnelQuery &query)
{
    QHash<QString, QString> names;
    if (query.by == Breakdown::Owner) {
        for (const User &user : m_workspace.users())
            names.insert(user.id.toString(), user.name);
    }
    m_query = query;
    m_report = makeFunnelReport(funnel, query, m_workspace.stages(), m_workspace.zone(), names);
    m_page->setReport(m_report);
}

void PipelineArea::showPeople(int step, const std::optional<QString> &group)
{
    const ColumnsPointer columns = m_workspace.pipeline().columns();
    if (!columns || step < 0 || step >= m_report.steps.size())
        return;
    const QString stage = m_report.steps.at(step).name;
    QString title = tr("Reached %1").arg(stage);
    if (group) {
        for (qsizetype i = 0; i < m_report.groups.size(); ++i) {
            if (m_report.groups.at(i).key == *group)
                title = tr("Reached %1 · %2").arg(stage, m_report.groupNames.at(i));
        }
    }
    auto found = QtConcurrent::run([columns, query = m_query, step, group] {
        return prospectsAt(*columns, query, step, group);
    });
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
            .filters = {tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Page (*.pdf)")},
            .suggestedName = u"funnel.png"_s,
            .suffix = u"png"_s},
        [this](const QString &path) { writePicture(path); });
}

void PipelineArea::writePicture(const QString &path)
{
    auto written =
        QtConcurrent::run([report = m_report, path] { return exportFunnel(report, path); });
    whenReady(written, this, [this, path](const Result<> &done) {
        if (!host())
            return;
        host()->notify(done ? NotifierMessage {NoticeSeverity::Info,
                           tr("The chart was saved as “%1”.").arg(path)}
                            : NotifierMessage {
                                NoticeSeverity::Error, done.error().message, done.error().detail});
    });
}

void PipelineArea::copyTable()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(toCsv(m_report)));
    if (host())
        host()->notify({NoticeSeverity::Info, tr("The figures are on the clipboard as CSV.")});
}
