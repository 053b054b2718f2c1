// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/postqueue.h"

#include <QList>
#include <QListView>

#include <utility>

class QMenu;

/// A list of posts, a tile each: the ideas of the tray, or all posts of one day. It says what the
/// user wants and changes nothing.
///
/// Keyboard: Enter opens, Delete deletes, Ctrl+D duplicates. The menu holds what somebody listens for.
class TileList : public QListView
{
    Q_OBJECT
public:
    /// Rows of the model hold a Tile in \a tileRole.
    explicit TileList(int tileRole, QWidget *parent = nullptr);

    /// Null without a current row.
    [[nodiscard]] PostId currentPost() const;
    /// Whether posts dragged from a day may be dropped here, which takes their day away.
    void setTakesPosts(bool takes);
    /// The queues that the menu offers, with their names.
    void setQueues(const QList<std::pair<QueueId, QString>> &queues) { m_queues = queues; }
    void setModel(QAbstractItemModel *model) override;
    /// Shows that something would land here.
    void setDropping(bool dropping);
    /// Makes it as high as its rows, at most \a most of them; the others are scrolled to. Nothing where there is none.
    void fitRows(int most);

signals:
    void currentPostChanged(PostId post);
    void openRequested(PostId post);
    void deleteRequested(PostId post);
    void duplicateRequested(PostId post);
    void queueRequested(PostId post, const QueueId &queue);
    void dropped(const QList<PostId> &posts);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void startDrag(Qt::DropActions actions) override;

private:
    [[nodiscard]] PostId postAt(const QModelIndex &index) const;
    void addQueueMenu(QMenu &menu, PostId post);

    QList<std::pair<QueueId, QString>> m_queues;
    int m_tileRole;
    int m_row = -1; ///< of the current post when it was last known
    bool m_takesPosts = false;
    bool m_dropping = false;
};
