// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/ideamodel.h"

#include "ui_timeline/postmime.h"

#include <QMimeData>

#include <algorithm>

void IdeaModel::setPosts(const QList<PostWithVariants> &posts, const TileSources &sources)
{
    QList<Tile> tiles;
    for (const PostWithVariants &post : posts) {
        if (!post.post.day)
            tiles.append(ideaTile(post, sources));
    }
    // Ids grow with time.
    std::ranges::sort(tiles, std::ranges::greater {}, &Tile::post);
    const auto samePosts = std::ranges::equal(tiles, m_tiles, {}, &Tile::post, &Tile::post);
    if (!samePosts) {
        beginResetModel();
        m_tiles = std::move(tiles);
        endResetModel();
        return;
    }
    for (int row = 0; row < int(tiles.size()); ++row) {
        if (m_tiles.at(row) == tiles.at(row))
            continue;
        m_tiles[row] = tiles.at(row);
        emit dataChanged(index(row), index(row));
    }
}

PostId IdeaModel::postAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_tiles.size() ? m_tiles.at(index.row()).post
                                                           : PostId();
}

QModelIndex IdeaModel::indexOf(PostId post) const
{
    const auto tile = std::ranges::find(m_tiles, post, &Tile::post);
    return tile == m_tiles.end() ? QModelIndex() : index(int(tile - m_tiles.begin()));
}

int IdeaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tiles.size());
}

QVariant IdeaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Tile &tile = m_tiles.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tile.text;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return describe(tile);
    case TileRole:
        return QVariant::fromValue(tile);
    default:
        return {};
    }
}

Qt::ItemFlags IdeaModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index)
        | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled);
}

Qt::DropActions IdeaModel::supportedDragActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

QMimeData *IdeaModel::mimeData(const QModelIndexList &indexes) const
{
    return indexes.isEmpty() ? nullptr : PostMime::encode(m_tiles.at(indexes.first().row()), {});
}
