// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/funnel.h"
#include "report/funnelreport.h"
#include "ui_common/area.h"

#include <QObject>
#include <QPointer>

class FunnelFilter;
class PipelinePage;
class Workspace;

/// The manager's page: the funnel over the workspace's columns, its question in the inspector. A bar leads to the prospects behind it.
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
    void refresh();
    void ask(const FunnelQuery &query);
    void show(const Funnel &funnel, const FunnelQuery &query);
    void showPeople(int step, const std::optional<QString> &group);
    void exportPicture();
    void writePicture(const QString &path);
    void copyTable();

    Workspace &m_workspace;
    QPointer<PipelinePage> m_page;
    QPointer<QWidget> m_filterPane;
    QPointer<FunnelFilter> m_filter;
    QPointer<QWidget> m_bar;
    QAction *m_table = nullptr;
    QAction *m_export = nullptr;
    QAction *m_copy = nullptr;
    FunnelQuery m_query;
    FunnelReport m_report;
    int m_generation = 0;
};
