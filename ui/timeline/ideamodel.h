// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <QAbstractListModel>

/// Ideas without a day, newest first, as tiles.
class IdeaModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        TileRole = Qt::UserRole + 1, ///< Tile
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    /// \a posts in any order; those with a day are left out. Rows that stay are kept.
    void setPosts(const QList<PostWithVariants> &posts, const TileSources &sources);
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
};
