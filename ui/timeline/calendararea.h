// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/area.h"
#include "ui_timeline/calendarfilter.h"
#include "ui_timeline/tile.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class CalendarActions;
class CalendarPage;
class Composer;
class DayPopup;
class MonthBar;
class MonthModel;
class Workspace;

/// The calendar of a workspace: what the views want becomes commands of its stores, what the stores hold is shown.
class CalendarArea : public QObject, public Area
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the area.
    explicit CalendarArea(Workspace &workspace);
    ~CalendarArea() override;

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
    void search(const QString &text) override;
    [[nodiscard]] QString searchHint() const override;

    /// The day in the middle of attention: the month that is shown is its month.
    void showDay(QDate day);
    /// Shows \a post in the inspector, and selects it where it is in view.
    void select(PostId post);

private:
    void connectMonth();
    void connectTray();
    void connectInspector();
    void connectActions();
    void connectWorkspace();
    void refreshSources();
    void refreshPosts();
    /// Tells the parts which day it is.
    void followDay();
    /// Offers the nearest match in another month.
    void lookElsewhere();
    void refreshInspector();
    void showPosts();
    void applyFilter();
    void setSelected(PostId post);
    void create(QDate day);
    void createIdea(const QString &title);
    void open(PostId post);
    void move(PostId post, QDate from, QDate to);
    void undate(PostId post);
    void duplicate(PostId post, QDate day);
    void remove(PostId post);
    void showDayPopup(QDate day, QPoint where);

    Workspace &m_workspace;
    CalendarActions *m_actions;
    MonthModel *m_model;
    TileSources m_sources;
    CalendarFilter m_filter;
    PostId m_selected;
    bool m_reselect = false; ///< restored: to be shown as soon as it is read
    PostId m_toOpen; ///< just created: its words are written next, as soon as it is there
    QTimer m_minute; ///< looks whether the day has changed
    QPointer<CalendarPage> m_page;
    QPointer<MonthBar> m_bar;
    QPointer<Composer> m_composer;
    QPointer<DayPopup> m_popup;
};
