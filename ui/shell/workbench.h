// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/area.h"

#include <QPointer>
#include <QUndoStack>
#include <QWidget>

class LoadingBar;
class NotifierBar;
class QAction;
class QActionGroup;
class QSettings;
class QSplitter;
class QStackedWidget;
class Rail;
class SearchEverywhere;
class StatusLine;
class TitleRow;

/// What the window needs to show an open workspace.
struct WorkbenchContent
{
    QString
        location; ///< file name or server address: key of what is remembered, tool tip of the name
    QString title;
    QUndoStack *undoStack = nullptr; ///< borrowed, outlives the workbench
    AreaList areas; ///< in the order of the rail, at least one
};

/// The window's content while a workspace is open: the rail, the area in front with its title row
/// and inspector, notifier and status. It knows areas, and nothing of what they show.
class Workbench final : public QWidget, public AreaHost
{
    Q_OBJECT
public:
    explicit Workbench(WorkbenchContent content, QWidget *parent = nullptr);
    ~Workbench() override;

    [[nodiscard]] const QString &location() const { return m_content.location; }
    [[nodiscard]] const QString &title() const { return m_content.title; }
    [[nodiscard]] QUndoStack *undoStack() const { return m_content.undoStack; }
    [[nodiscard]] Area *currentArea() const;
    [[nodiscard]] const AreaList &areas() const { return m_content.areas; }
    /// One checkable action for each area ("area.calendar", Ctrl+1…), for the View menu.
    [[nodiscard]] QList<QAction *> areaActions() const;
    /// Shows or hides the inspector; disabled where the area has none. Belongs to the workbench.
    [[nodiscard]] QAction *inspectorAction() const { return m_inspectorAction; }
    [[nodiscard]] NotifierBar *notifier() const { return m_notifier; }
    [[nodiscard]] StatusLine *status() const { return m_status; }

    void focusSearch();
    /// What searchEverywhere() brings up; the workbench is its parent.
    void setSearch(SearchEverywhere *search);
    /// Looks in everything for what the search field holds.
    void searchEverywhere() override;
    /// Moves the focus to the next part of the window: rail, title row, work, inspector.
    void focusNextPane();

    /// Area in front, splitters, inspectors and each area's own state, under \a settings' current
    /// group.
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

    void showInspector(Area *area, bool shown) override;
    void setLoading(Area *area, bool loading) override;
    void notify(const NotifierMessage &message) override;
    void showTask(const QString &title, QWidget *page) override;
    void showPage(const QString &title, QWidget *page) override;
    void closeTask() override;
    void showArea(const QString &id) override;
    void setSearchText(Area *area, const QString &text) override;

signals:
    void currentAreaChanged();

private:
    void buildLayout();
    void buildArea(Area *area, int number);
    void setCurrent(int index);
    void showCurrent();
    void activateCurrent();
    void updateInspector();
    void onSearch(const QString &text);
    void onSearchFinished();
    [[nodiscard]] int indexOf(const Area *area) const;
    [[nodiscard]] Area *searchArea() const;

    WorkbenchContent m_content;
    Rail *m_rail;
    TitleRow *m_titleRow;
    LoadingBar *m_loading;
    QStackedWidget *m_pages;
    QStackedWidget *m_inspectors;
    QSplitter *m_splitter;
    NotifierBar *m_notifier;
    StatusLine *m_status;
    QPointer<QWidget> m_task;
    QPointer<SearchEverywhere> m_search;
    QActionGroup *m_areaGroup;
    QAction *m_inspectorAction;
    QList<QWidget *> m_inspectorPages; ///< by area; null where there is none
    QList<QWidget *> m_extras; ///< by area; null where there is none
    QStringList m_searches; ///< by area: what was searched there
    QList<bool> m_inspectorShown; ///< by area
    QList<bool> m_areaLoading; ///< by area
    int m_current = -1;
};
