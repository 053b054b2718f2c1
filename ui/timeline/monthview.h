// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"
#include "ui_timeline/daycelldelegate.h"
#include "ui_timeline/daytable.h"
#include "ui_timeline/monthcursor.h"

#include <QPoint>
#include <QTableView>

class MonthModel;

/// The month: a cell a day, a line a post.
///
/// Keyboard: arrows move between days and posts, Alt and arrows move the post by days and weeks, Page Up and Page Down change the month;
/// the rest as in all views.
class MonthView : public QTableView, public CalendarView, public DayTable
{
    Q_OBJECT
public:
    explicit MonthView(QWidget *parent = nullptr);

    /// \a model is borrowed and must outlive the view's use of it.
    void setMonthModel(MonthModel *model);
    [[nodiscard]] MonthModel *monthModel() const { return m_month; }

    [[nodiscard]] QWidget *widget() override { return this; }
    void showSpan(QDate day) override;
    [[nodiscard]] DateSpan days() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QDate neighbour(int direction) const override;
    void setContent(const CalendarContent &content) override;
    void setNow(QDate today, QTime now) override;
    [[nodiscard]] QList<Tile> tilesOn(QDate day) const override;
    [[nodiscard]] QDate dayOf(PostId post) const override;
    [[nodiscard]] PostId currentPost() const override { return m_cursor.post(); }
    [[nodiscard]] QDate currentDay() const override { return m_cursor.day(); }
    void setCurrent(QDate day, PostId post = {}) override;
    [[nodiscard]] std::optional<CalendarSpot> spotAt(QPoint point) const override;
    void markSpot(const std::optional<CalendarSpot> &spot, const QString &title) override;
    [[nodiscard]] QWidget *surfaceForDrops() override { return viewport(); }

    [[nodiscard]] int dayRows() const override;
    [[nodiscard]] int dayColumns() const override;
    [[nodiscard]] QDate dayAt(int row, int column) const override;
    [[nodiscard]] QString dayText(QDate day) const override;
    [[nodiscard]] QString headerText(int row, int column) const override;
    [[nodiscard]] QRect dayRect(QDate day) const override;
    [[nodiscard]] QRect headerRect(int column) const override;
    [[nodiscard]] QRect tileRect(QDate day, PostId post) const override;
    [[nodiscard]] QList<Tile> visibleTiles(QDate day) const override;
    [[nodiscard]] bool isSelected(QDate day, PostId post) const override;
    void choose(QDate day, PostId post) override { setCurrent(day, post); }
    void activateCurrent() override { openCurrent(); }
    [[nodiscard]] QDate cursorDay() const override { return currentDay(); }
    [[nodiscard]] const QWidget *surface() const override { return viewport(); }

protected:
    [[nodiscard]] QPoint currentPlace() const override;
    void marksChanged() override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Place
    {
        QDate day;
        DayCellLayout::Hit hit;
        PostId post;
    };
    [[nodiscard]] Place placeAt(QPoint point) const;
    [[nodiscard]] DayCellLayout layoutOf(QDate day, int tiles) const;
    [[nodiscard]] const Tile *tileOf(QDate day, PostId post) const;
    void setCursorTo(const MonthCursor &cursor);
    bool stepBy(QKeyEvent *event);
    void dragTile();
    void setHover(const Place &place);
    void onModelChanged();

    MonthModel *m_month = nullptr;
    MonthCursor m_cursor;
    MonthViewState m_state;
    QPoint m_pressedAt;
    bool m_mayDrag = false;
};
