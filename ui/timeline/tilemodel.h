// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <QAbstractListModel>

/// A list of tiles: the ideas of the tray, or the posts of one day.
class TileModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        TileRole = Qt::UserRole + 1, ///< Tile
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    /// \a day is where they are dragged from, invalid for ideas. Where the posts are the same as before, rows only change.
    void setTiles(const QList<Tile> &tiles, QDate day = {});
    [[nodiscard]] const QList<Tile> &tiles() const { return m_tiles; }
    /// Null for an invalid index.
    [[nodiscard]] PostId postAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(PostId post) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    QList<Tile> m_tiles;
    QDate m_day;
};
