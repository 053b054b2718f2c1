// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/boardmodel.h"

#include <QListView>

/// The cards of one status, one below the other.
class BoardColumn : public QListView
{
    Q_OBJECT
public:
    explicit BoardColumn(PostStatus status, QWidget *parent = nullptr);

    [[nodiscard]] PostStatus status() const { return m_status; }
    [[nodiscard]] BoardModel *cards() const { return m_cards; }
    [[nodiscard]] PlacedPost current() const { return m_cards->postAt(currentIndex()); }
    /// That under the cursor first.
    [[nodiscard]] QList<PlacedPost> selected() const;
    /// Whether what is being dragged may come here; nothing while nothing is.
    void setTakes(std::optional<bool> takes);
    /// Shows that something from outside would land here.
    void setDropping(bool dropping);

signals:
    void currentCardChanged();
    void cardClicked(PostId post);
    void cardOpened(PostId post);
    void menuRequested(QPoint globalPosition);
    void dragBegan();
    void dragEnded();
    void dropped(const QList<PostId> &posts);
    /// Before the list acts on it; accepted: somebody else did.
    void keyPressed(QKeyEvent *event);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PostStatus m_status;
    BoardModel *m_cards;
    std::optional<bool> m_takes;
    bool m_isOver = false;
};
