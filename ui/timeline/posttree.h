// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

struct PlacedPost;
struct Tile;

/// Posts in columns under headings that span them all, from where they are dragged and where they are dropped.
class PostTree : public QTreeView
{
    Q_OBJECT
public:
    explicit PostTree(QWidget *parent = nullptr);

protected:
    /// Lets \a posts be carried elsewhere as the picture of \a tile. Comes back when they were dropped.
    void carry(const Tile &tile, const QList<PlacedPost> &posts, Qt::DropActions actions);
    /// The ground of the heading at \a rect, painted before it, and the line below it, painted after.
    void paintHeadingGround(QPainter &painter, const QRect &rect) const;
    void paintHeadingLine(QPainter &painter, const QRect &rect) const;

    void dragEnterEvent(QDragEnterEvent *event) override;
};
