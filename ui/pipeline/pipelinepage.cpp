// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/pipelinepage.h"

#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/icons.h"
#include "ui_common/scrolltogether.h"
#include "ui_common/theme.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/charttablepage.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/plotview.h"

#include <QApplication>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PipelinePage::PipelinePage(QWidget *parent)
    : QStackedWidget(parent)
    , m_chart(new FunnelView)
    , m_plot(new PlotView)
    , m_earlierChart(new FunnelView)
    , m_earlierPlot(new PlotView)
    , m_pictures(new QSplitter(Qt::Vertical))
    , m_work(new QWidget)
    , m_board(new BoardPage)
    , m_table(new ChartTablePage)
    , m_empty(new EmptyState(
          tr("Nobody is in the pipeline yet. Import a list of prospects to see where they stop."),
          tr("Import…")))
    , m_error(new ErrorState)
    , m_loading(quietLabel({}))
{
    m_empty->setIcon(Icons::named(u"view-filter"_s));
    m_loading->setObjectName(u"pipeline.loading"_s);
    m_loading->setAlignment(Qt::AlignCenter);
    m_loading->setWordWrap(true);
    m_loading->setFocusPolicy(Qt::ClickFocus);
    m_earlierChart->setObjectName(u"pipeline.earlierFunnel"_s);
    m_earlierPlot->setObjectName(u"pipeline.earlierPlot"_s);
    m_pictures->setChildrenCollapsible(false);
    for (QWidget *picture : {static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_plot),
             static_cast<QWidget *>(m_earlierChart), static_cast<QWidget *>(m_earlierPlot)})
        m_pictures->addWidget(picture);
    scrollTogether(m_chart, m_earlierChart);
    scrollTogether(m_plot, m_earlierPlot);
    m_plot->hide();
    showEarlier(nullptr);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    work->addWidget(m_pictures, 1);
    for (QWidget *page : {static_cast<QWidget *>(m_loading), m_work,
             static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_board),
             static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_error)})
        addWidget(page);
    connect(m_empty, &EmptyState::triggered, this, &PipelinePage::importRequested);
    connect(m_error, &ErrorState::retryRequested, this, &PipelinePage::retryRequested);
}

QTableView *PipelinePage::table() const
{
    return m_table->table();
}

void PipelinePage::setReport(const Report &report)
{
    m_isFunnel = report.funnel.has_value();
    if (report.funnel)
        m_chart->setReport(*report.funnel);
    else
        m_plot->setChart(report.chart);
    showEarlier(report.earlier.get());
    m_table->setReport(report);
    showContent();
}

void PipelinePage::showEarlier(const Report *earlier)
{
    const bool isFunnel = earlier && earlier->funnel;
    // Before it is seen, so that it follows where the chart above it stands.
    if (isFunnel)
        m_earlierChart->setReport(*earlier->funnel);
    else if (earlier)
        m_earlierPlot->setChart(earlier->chart);
    m_earlierChart->setVisible(isFunnel);
    m_earlierPlot->setVisible(earlier && !isFunnel);
}

void PipelinePage::showTable(bool shown)
{
    m_wantsTable = shown;
    if (m_hasContent)
        showContent();
}

void PipelinePage::showBelow(QWidget *part)
{
    if (m_below) {
        const QWidget *focus = QApplication::focusWidget();
        const bool hadFocus = focus && m_below->isAncestorOf(focus);
        m_below->hide();
        m_below->deleteLater(); // it may be in the middle of its own click
        if (hadFocus)
            (m_isFunnel ? static_cast<QWidget *>(m_chart) : m_plot)->setFocus(Qt::OtherFocusReason);
    }
    m_below = part;
    if (part) {
        m_work->layout()->addWidget(part);
        part->show(); // at once, so that it can have the keyboard
    }
}

void PipelinePage::showBoard(bool shown)
{
    m_wantsBoard = shown;
    if (m_hasContent)
        showContent();
}

void PipelinePage::showContent()
{
    m_hasContent = true;
    const QWidget *focus = focusWidget();
    const bool hadFocus = holdsFocus();
    m_chart->setVisible(m_isFunnel);
    m_plot->setVisible(!m_isFunnel);
    QWidget *shown = m_work;
    QWidget *focused = m_isFunnel ? static_cast<QWidget *>(m_chart) : m_plot;
    if (m_wantsBoard) {
        shown = focused = m_board;
    } else if (m_wantsTable) {
        shown = m_table;
        focused = table();
    }
    m_focused = focused;
    const bool isAnother = currentWidget() != shown || !focused->isVisibleTo(this);
    setCurrentWidget(shown);
    if (hadFocus && (isAnother || !focus->isVisible()))
        focused->setFocus(Qt::OtherFocusReason);
}

void PipelinePage::takeFocus()
{
    QWidget *last = focusWidget();
    if (!m_hasContent || !m_focused)
        setFocus();
    else if (last && last != this && last->isVisibleTo(this))
        last->setFocus();
    else
        m_focused->setFocus();
}

void PipelinePage::showEmpty()
{
    m_hasContent = false;
    setCurrentWidget(m_empty);
}

void PipelinePage::showLoading(const QString &words)
{
    // The keys of the chart are awaited where it will be.
    const bool hadFocus = holdsFocus();
    m_hasContent = false;
    m_loading->setText(words);
    setCurrentWidget(m_loading);
    if (hadFocus)
        m_loading->setFocus(Qt::OtherFocusReason);
}

bool PipelinePage::holdsFocus() const
{
    const QWidget *focus = focusWidget();
    return focus && focus->hasFocus();
}

void PipelinePage::showError(const Error &error)
{
    m_error->setError(error, tr("Try again"));
    m_hasContent = false;
    setCurrentWidget(m_error);
}
