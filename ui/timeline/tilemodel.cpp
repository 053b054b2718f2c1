// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/tilemodel.h"

#include "ui_common/plaintext.h"
#include "ui_timeline/postmime.h"

#include <QMimeData>

#include <algorithm>

void TileModel::setTiles(const QList<Tile> &tiles, QDate day)
{
    m_day = day;
    if (!std::ranges::equal(tiles, m_tiles, {}, &Tile::post, &Tile::post)) {
        beginResetModel();
        m_tiles = tiles;
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

PostId TileModel::postAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_tiles.size() ? m_tiles.at(index.row()).post
                                                           : PostId();
}

QModelIndex TileModel::indexOf(PostId post) const
{
    const auto tile = std::ranges::find(m_tiles, post, &Tile::post);
    return tile == m_tiles.end() ? QModelIndex() : index(int(tile - m_tiles.begin()));
}

int TileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tiles.size());
}

QVariant TileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Tile &tile = m_tiles.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tile.text;
    case Qt::AccessibleTextRole:
        return describe(tile);
    case Qt::ToolTipRole:
        return plainTip(describe(tile));
    case TileRole:
        return QVariant::fromValue(tile);
    default:
        return {};
    }
}

Qt::ItemFlags TileModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index)
        | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled);
}

Qt::DropActions TileModel::supportedDragActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

QMimeData *TileModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    QList<PlacedPost> posts;
    for (const QModelIndex &index : indexes)
        posts.append({postAt(index), m_day});
    return PostMime::encode(m_tiles.at(indexes.first().row()), posts);
}
