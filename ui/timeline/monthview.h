// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/daycelldelegate.h"
#include "ui_timeline/monthcursor.h"

#include <QPoint>
#include <QTableView>

class MonthModel;

/// The month: a cell a day, a line a post. It shows a model's values and says what the user wants;
/// it changes nothing itself.
///
/// Keyboard: arrows move between days and posts, Alt and arrows move the post, Enter opens it,
/// Delete deletes it, Ctrl+D duplicates it, N creates one, Backspace takes its day away, Page Up
/// and Page Down change the month.
class MonthView : public QTableView
{
    Q_OBJECT
public:
    explicit MonthView(QWidget *parent = nullptr);

    /// \a model is borrowed and must outlive the view's use of it.
    void setMonthModel(MonthModel *model);
    [[nodiscard]] MonthModel *monthModel() const { return m_month; }
    /// The post under the cursor, or null.
    [[nodiscard]] PostId currentPost() const { return m_cursor.post(); }
    [[nodiscard]] QDate currentDay() const { return m_cursor.day(); }
    /// Puts the cursor on \a day, and on \a post where the day has it.
    void setCurrent(QDate day, PostId post = {});
    /// Where the tile of \a post on \a day is in the viewport; empty where it is not visible.
    [[nodiscard]] QRect tileRect(QDate day, PostId post) const;
    [[nodiscard]] QRect dayRect(QDate day) const;
    /// The tiles of a day that are visible, in their order.
    [[nodiscard]] QList<Tile> visibleTiles(QDate day) const;
    /// Puts the post on the day's list that it was asked to show in a list (the line "+3 more").
    void openCurrent();
    void deleteCurrent();
    void duplicateCurrent();
    void createHere();
    /// Moves the post under the cursor by \a days.
    void moveCurrent(int days);
    void undateCurrent();

signals:
    /// The cursor moved; \a post is null on a day itself.
    void currentPostChanged(PostId post, QDate day);
    void openRequested(PostId post);
    /// The pointer chose a post.
    void postClicked(PostId post);
    /// "+3 more": show all posts of \a day, near \a where (global).
    void dayRequested(QDate day, QPoint where);
    void createRequested(QDate day);
    /// \a from is invalid for an idea without a day.
    void moveRequested(PostId post, QDate from, QDate to);
    void copyRequested(PostId post, QDate from, QDate to);
    void duplicateRequested(PostId post);
    void deleteRequested(PostId post);
    /// The post shall become an idea without a day.
    void undateRequested(PostId post);
    /// The cursor left the month: \a day is where it wants to be.
    void monthRequested(QDate day);

protected:
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
    void showMenu(QPoint globalPosition);
    void setHover(const Place &place);
    void onModelChanged();

    MonthModel *m_month = nullptr;
    MonthCursor m_cursor;
    MonthViewState m_state;
    QPoint m_pressedAt;
    bool m_mayDrag = false;
};
