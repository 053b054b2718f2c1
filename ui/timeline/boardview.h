// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"

#include <QWidget>

class BoardColumn;
class QLabel;
class QToolButton;

/// The posts of a month and all ideas by status, a column each. A card that is dragged, or moved by key, to another column takes that step of the work
/// flow. Retired posts are folded away.
///
/// Keyboard: arrows go between cards and columns, Alt and Left or Right to the nearest status that is allowed; the rest as in all views.
class BoardView : public QWidget, public CalendarView
{
    Q_OBJECT
public:
    explicit BoardView(QWidget *parent = nullptr);

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
    [[nodiscard]] CalendarSpot currentSpot() const override;
    void setCurrent(QDate day, PostId post = {}) override;
    [[nodiscard]] QList<PlacedPost> selection() const override;

    [[nodiscard]] BoardColumn *column(PostStatus status) const;
    /// Whether all of \a posts may take the step to \a status.
    [[nodiscard]] bool mayBecome(const QList<PlacedPost> &posts, PostStatus status) const;
    void setRetiredShown(bool shown);

protected:
    [[nodiscard]] QPoint currentPlace() const override;
    void marksChanged() override { }
    void paintEvent(QPaintEvent *event) override;

private:
    void addColumn(PostStatus status);
    void onKey(QKeyEvent &event, const BoardColumn &from);
    void toColumn(const BoardColumn &from, int direction);
    void stepStatus(int direction);
    void setCurrentCard(const BoardColumn &column);
    void showDrop(const QList<PlacedPost> &dragged);
    void showCounts();
    [[nodiscard]] BoardColumn *columnOf(PostId post) const;

    struct Part
    {
        QWidget *whole = nullptr;
        QLabel *heading = nullptr;
        BoardColumn *list = nullptr;
    };
    QList<Part> m_parts; ///< by status
    QToolButton *m_retired = nullptr;
    QDate m_first; ///< of the month
    QDate m_today;
    PlacedPost m_current;
    CalendarContent m_content;
    QHash<PostId, const PostWithVariants *> m_posts; ///< in m_content
    bool m_isFilling = false;
};
