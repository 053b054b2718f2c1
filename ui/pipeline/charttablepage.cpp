// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/charttablepage.h"

#include "ui_common/theme.h"
#include "ui_pipeline/charttablemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ChartTablePage::ChartTablePage(QWidget *parent)
    : QScrollArea(parent)
    , m_title(headingLabel({}))
    , m_subtitle(quietLabel({}))
    , m_table(new QTableView)
    , m_definition(quietLabel({}))
    , m_model(new ChartTableModel(this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Figures of the chart"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_title->setObjectName(u"pipeline.table.title"_s);
    m_subtitle->setObjectName(u"pipeline.table.subtitle"_s);
    m_definition->setObjectName(u"pipeline.table.definition"_s);
    for (QLabel *words : {m_title, m_subtitle, m_definition}) {
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    // On the ground of the picture, and as far from its edges.
    auto *ground = new QWidget;
    ground->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(Metrics::Large, Metrics::Large, Metrics::Large, Metrics::Large);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(Metrics::Tiny);
    column->addWidget(m_subtitle);
    column->addSpacing(Metrics::Large);
    column->addWidget(m_table, 1);
    column->addSpacing(Metrics::Large);
    column->addWidget(m_definition);
    setWidget(ground);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    alignWords();
}

void ChartTablePage::setReport(const Report &report)
{
    const Chart &chart = report.chart;
    m_title->setText(chart.title);
    m_subtitle->setText(chart.subtitle);
    m_definition->setText(chart.definition);
    m_table->setAccessibleDescription(chart.title);
    m_model->setChart(chart);
    // Without groups their column says nothing.
    const bool isWhole = report.funnel && report.funnel->groups.isEmpty();
    for (int column = 0; column < int(chart.columns.size()); ++column)
        m_table->setColumnHidden(column, isWhole && chart.columns.at(column).key == "group"_L1);
}

void ChartTablePage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignWords();
}

void ChartTablePage::alignWords()
{
    // As the picture's words, along the edge where the program's language begins, whichever the words are in.
    for (QLabel *words : {m_title, m_subtitle, m_definition})
        words->setAlignment(
            (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignTop);
}
