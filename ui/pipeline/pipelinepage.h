// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/reports.h"

#include <QPointer>
#include <QStackedWidget>

class BoardPage;
class ChartTablePage;
class EmptyState;
class ErrorState;
class FunnelView;
class PlotView;
class QLabel;
class QSplitter;
class QTableView;

/// What the pipeline's page shows: the chart or its figures as a table, or why there is neither.
class PipelinePage : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PipelinePage(QWidget *parent = nullptr);

    [[nodiscard]] FunnelView *chart() const { return m_chart; }
    [[nodiscard]] PlotView *plot() const { return m_plot; }
    /// Of the earlier time, hidden where there is none.
    [[nodiscard]] FunnelView *earlierChart() const { return m_earlierChart; }
    [[nodiscard]] PlotView *earlierPlot() const { return m_earlierPlot; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] BoardPage *board() const { return m_board; }
    /// Shows \a report, of the funnel by its own picture, and below it the earlier one that it is compared with.
    void setReport(const Report &report);
    /// Shows the board in place of one chart, once there is something to show, or the chart again.
    void showBoard(bool shown);
    void showTable(bool shown);
    /// Shows \a part below the chart, in place of the one there was, and owns it; null for none. The chart gets the keyboard that
    /// the last one had.
    void showBelow(QWidget *part);
    /// Puts the keyboard where it was last on what is shown, else on the chart, the table or the board: its mark is to be seen again.
    void takeFocus();
    /// What was loading is there, whatever is shown of it.
    void showLoaded() { showContent(); }
    /// Nobody is in the pipeline yet.
    void showEmpty();
    /// Nothing is there to be shown yet; \a words say what is waited for.
    void showLoading(const QString &words);
    void showError(const Error &error);

signals:
    void importRequested();
    void retryRequested();

private:
    void showContent();
    void showEarlier(const Report *earlier);
    [[nodiscard]] bool holdsFocus() const;

    FunnelView *m_chart;
    PlotView *m_plot;
    FunnelView *m_earlierChart; ///< below them, of the time before
    PlotView *m_earlierPlot;
    QSplitter *m_pictures;
    QWidget *m_work; ///< the pictures and what is below them
    QPointer<QWidget> m_below;
    BoardPage *m_board;
    ChartTablePage *m_table;
    EmptyState *m_empty;
    ErrorState *m_error;
    QLabel *m_loading;
    bool m_wantsTable = false;
    bool m_isFunnel = true;
    bool m_wantsBoard = false;
    bool m_hasContent = false; ///< nothing else is shown in its place
    QWidget *m_focused = nullptr; ///< which of them has the keyboard while they are shown
};
