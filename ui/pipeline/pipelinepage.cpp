// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/pipelinepage.h"

#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_pipeline/charttablemodel.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/plotview.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PipelinePage::PipelinePage(QWidget *parent)
    : QStackedWidget(parent)
    , m_chart(new FunnelView)
    , m_plot(new PlotView)
    , m_table(new QTableView)
    , m_model(new ChartTableModel(this))
    , m_empty(new EmptyState(
          tr("Nobody is in the pipeline yet. Import a list of prospects to see where they stop."),
          tr("Import…")))
    , m_error(new ErrorState)
    , m_loading(new QWidget)
{
    m_empty->setIcon(Icons::named(u"view-filter"_s));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Figures of the chart"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto *loading = new QVBoxLayout(m_loading);
    auto *words = quietLabel(tr("Reading the pipeline…"));
    words->setAlignment(Qt::AlignCenter);
    loading->addWidget(words);
    for (QWidget *page : {static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_chart),
             static_cast<QWidget *>(m_plot), static_cast<QWidget *>(m_table),
             static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_error)})
        addWidget(page);
    connect(m_empty, &EmptyState::triggered, this, &PipelinePage::importRequested);
    connect(m_error, &ErrorState::retryRequested, this, &PipelinePage::retryRequested);
}

void PipelinePage::setReport(const Report &report)
{
    m_isFunnel = report.funnel.has_value();
    if (report.funnel)
        m_chart->setReport(*report.funnel);
    else
        m_plot->setChart(report.chart);
    m_model->setChart(report.chart);
    // Without groups their column says nothing.
    const bool isWhole = report.funnel && report.funnel->groups.isEmpty();
    for (int column = 0; column < int(report.chart.columns.size()); ++column)
        m_table->setColumnHidden(
            column, isWhole && report.chart.columns.at(column).key == "group"_L1);
    showContent();
}

void PipelinePage::showTable(bool shown)
{
    m_wantsTable = shown;
    if (currentWidget() == m_chart || currentWidget() == m_plot || currentWidget() == m_table)
        showContent();
}

void PipelinePage::showContent()
{
    QWidget *shown = m_isFunnel ? static_cast<QWidget *>(m_chart) : m_plot;
    if (m_wantsTable)
        shown = m_table;
    const bool hadFocus = currentWidget() && currentWidget()->hasFocus();
    setCurrentWidget(shown);
    if (hadFocus)
        shown->setFocus(Qt::OtherFocusReason);
}

void PipelinePage::showEmpty()
{
    setCurrentWidget(m_empty);
}

void PipelinePage::showLoading()
{
    setCurrentWidget(m_loading);
}

void PipelinePage::showError(const Error &error)
{
    m_error->setError(error, tr("Try again"));
    setCurrentWidget(m_error);
}
