// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/boardplan.h"
#include "report/reports.h"
#include "ui_common/area.h"
#include "ui_pipeline/drawingjob.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class BoardMenu;
class ChartQuestionPane;
class QComboBox;
class QLabel;
class QMenu;
class PipelinePage;
class Workspace;

/// The manager's page: one chart, or a board of several, over the workspace's columns, chosen in the title row, its question in the inspector. A mark leads to the prospects
/// behind it.
class PipelineArea : public QObject, public Area
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the area.
    explicit PipelineArea(Workspace &workspace);
    ~PipelineArea() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QWidget *inspector() override;
    [[nodiscard]] QWidget *titleWidget() override;
    [[nodiscard]] QList<QAction *> actions() const override;
    [[nodiscard]] QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void activate() override;

signals:
    /// The people behind a bar, and what the bar is called.
    void prospectsRequested(const QList<ProspectId> &ids, const QString &title);
    /// The empty page's button: bring prospects in.
    void importRequested();

private:
    void makeActions();
    void makeBar();
    void offerPeople();
    void choose(const QString &id);
    void chooseNext(int step);
    [[nodiscard]] const ReportKind &kind() const;
    /// What a board asks: each of its charts takes what it knows of it.
    [[nodiscard]] static const ReportKind &boardKind();
    [[nodiscard]] ReportQuestion questionOf(const FunnelQuery &query) const;
    void refresh();
    void refreshMarks();
    void ask(const FunnelQuery &query);
    void askBoard(const FunnelQuery &query);
    [[nodiscard]] bool isBoard() const;
    [[nodiscard]] BoardPlan plan() const;
    void setPlan(const BoardPlan &plan);
    void showPlan(const BoardPlan &plan);
    void makeBoardActions();
    void fillBoardCharts();
    void toggleOnBoard(const QString &id, bool shown);
    void noteUsualWindows();
    void enableActions();
    void showNotes();
    void setGoal();
    void exportBoard();
    /// Says below the field if what it compares with does not exist.
    void noteComparison();
    void show(const Report &report);
    /// Says that the chart is being worked out where it is another than the one that is shown.
    void showWaiting();
    /// Tells the window whether figures are awaited or something is drawn.
    void tellLoading();
    void showStep(
        const Report &report, int step, const std::optional<QString> &group, FunnelSegment segment);
    void showRow(const Report &report, PlotRow row);
    void showCell(const Report &report, PlotRow row, int column);
    void showPeople(const Report &report, PlotRow row, const QString &title);
    void showFound(const std::function<QList<ProspectId>()> &people, const QString &title);
    void exportPicture();
    void writePicture(const QString &path);
    void carryOut(DrawingOrder order, std::function<void(const Result<> &)> done);
    void tellWritten(const QString &path, const Result<> &done);
    void tellDone(const QString &success, const Result<> &done);
    void copyTable();
    void copyPicture();
    void showStages();

    Workspace &m_workspace;
    QPointer<PipelinePage> m_page;
    QPointer<QWidget> m_filterPane;
    QPointer<ChartQuestionPane> m_filter;
    QPointer<QWidget> m_bar;
    QPointer<QComboBox> m_kinds;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_table = nullptr;
    QAction *m_export = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_copyPicture = nullptr;
    QAction *m_stages = nullptr;
    QAction *m_boardCharts = nullptr;
    QAction *m_boards = nullptr;
    QAction *m_exportBoard = nullptr;
    QAction *m_notes = nullptr;
    QAction *m_goal = nullptr;
    QPointer<QComboBox> m_compare;
    QPointer<QLabel> m_compareNote;
    QPointer<QMenu> m_chartsMenu;
    QPointer<BoardMenu> m_boardMenu;
    QList<DayNote> m_shownNotes;
    QList<ChartGoal> m_shownGoals;
    QString m_kind;
    Report m_report;
    int m_generation = 0;
    bool m_isAwaited = false; ///< the report that was asked for last
    QTimer m_late; ///< runs out where an answer does not come at once
    int m_drawing = 0; ///< how many jobs draw
};
