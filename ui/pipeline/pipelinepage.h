// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/reports.h"

#include <QStackedWidget>

class ChartTableModel;
class EmptyState;
class ErrorState;
class FunnelView;
class PlotView;
class QTableView;

/// What the pipeline's page shows: the chart or its figures as a table, or why there is neither.
class PipelinePage : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PipelinePage(QWidget *parent = nullptr);

    [[nodiscard]] FunnelView *chart() const { return m_chart; }
    [[nodiscard]] PlotView *plot() const { return m_plot; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// Shows \a report, of the funnel by its own picture.
    void setReport(const Report &report);
    void showTable(bool shown);
    /// Nobody is in the pipeline yet.
    void showEmpty();
    /// The figures are read for the first time.
    void showLoading();
    void showError(const Error &error);

signals:
    void importRequested();
    void retryRequested();

private:
    void showContent();

    FunnelView *m_chart;
    PlotView *m_plot;
    QTableView *m_table;
    ChartTableModel *m_model;
    EmptyState *m_empty;
    ErrorState *m_error;
    QWidget *m_loading;
    bool m_wantsTable = false;
    bool m_isFunnel = true;
};
