// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"
#include "ui_timeline/posttree.h"

class EmptyState;
class QueueModel;

/// What stands in each channel's queues for four weeks, with the slots that are free. A post that is dragged, or moved by key, to another slot of its
/// queue changes places with what stands there; an idea that is dragged here takes the slot.
///
/// Keyboard: arrows go between slots, Alt and Up or Down moves the post in its queue; the rest as in all views.
class QueueView : public PostTree, public CalendarView
{
    Q_OBJECT
public:
    explicit QueueView(QWidget *parent = nullptr);

    [[nodiscard]] QWidget *widget() override { return this; }
    void showSpan(QDate day) override;
    [[nodiscard]] DateSpan days() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QDate neighbour(int direction) const override;
    void setContent(const CalendarContent &content) override;
    void setNow(QDate today, QTime now) override;
    [[nodiscard]] QList<Tile> tilesOn(QDate day) const override { return m_tiles.value(day); }
    [[nodiscard]] QDate dayOf(PostId post) const override;
    [[nodiscard]] PostId currentPost() const override;
    [[nodiscard]] QDate currentDay() const override;
    [[nodiscard]] CalendarSpot currentSpot() const override;
    void setCurrent(QDate day, PostId post = {}) override;

    /// Moves what stands at the cursor to the place before (-1) or after (1) it.
    void step(int direction);

protected:
    [[nodiscard]] QPoint currentPlace() const override;
    void marksChanged() override { }
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    [[nodiscard]] QList<QueueId> foldedQueues() const;
    /// Whether \a post may take the place at \a index.
    [[nodiscard]] bool mayTake(PostId post, const QModelIndex &index) const;
    void put(PostId post, const QModelIndex &index);
    void setDropIndex(const QModelIndex &index);

    QueueModel *m_model;
    EmptyState *m_empty;
    TilesByDay m_tiles;
    QDate m_first;
    QDate m_today;
    QPersistentModelIndex m_drop;
    bool m_isFilling = false;
};
