// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"
#include "ui_timeline/posttree.h"

class AgendaModel;

/// The posts of a month as a list by day, with columns. Several can be selected with Shift and Ctrl.
///
/// Keyboard: as any list; Alt and arrows move what is selected by days and weeks, Page Up and Page Down scroll; the rest as in all views.
class AgendaView : public PostTree, public CalendarView
{
    Q_OBJECT
public:
    explicit AgendaView(QWidget *parent = nullptr);

    [[nodiscard]] QWidget *widget() override { return this; }
    void showSpan(QDate day) override;
    [[nodiscard]] DateSpan days() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QDate neighbour(int direction) const override;
    void setContent(const CalendarContent &content) override;
    void setNow(QDate today, QTime now) override;
    [[nodiscard]] QList<Tile> tilesOn(QDate day) const override;
    [[nodiscard]] QDate dayOf(PostId post) const override;
    [[nodiscard]] PostId currentPost() const override { return m_current.post; }
    [[nodiscard]] QDate currentDay() const override { return m_current.day; }
    void setCurrent(QDate day, PostId post = {}) override;
    [[nodiscard]] std::optional<CalendarSpot> spotAt(QPoint point) const override;
    void markSpot(const std::optional<CalendarSpot> &spot, const QString &title) override;
    [[nodiscard]] QWidget *surfaceForDrops() override { return viewport(); }
    [[nodiscard]] QList<PlacedPost> selection() const override;

protected:
    [[nodiscard]] QPoint currentPlace() const override;
    void marksChanged() override { }
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    void setDropDay(QDate day);
    /// Puts back what was selected before the rows were replaced.
    void select(const QList<PlacedPost> &posts);

    AgendaModel *m_model;
    QDate m_first; ///< of the month
    QDate m_today;
    PlacedPost m_current;
    QDate m_dropDay;
    bool m_isFilling = false;
};
