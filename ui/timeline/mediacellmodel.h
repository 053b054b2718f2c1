// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/plaintext.h"
#include "ui_timeline/mediacelldelegate.h"

#include <QAbstractListModel>

/// The rows of a list of small pictures, one for each \a Id; they can be dragged.
template<typename Id>
class MediaCellModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    /// As many \a cells and \a names, by which readers know them, as \a ids. Where these are the same as before, rows only change.
    void setRows(const QList<Id> &ids, const QList<MediaCell> &cells, const QStringList &names)
    {
        const bool sameRows = ids == m_ids;
        if (!sameRows)
            beginResetModel();
        m_ids = ids;
        m_cells = cells;
        m_names = names;
        if (!sameRows)
            endResetModel();
        else if (!m_ids.isEmpty())
            emit dataChanged(index(0), index(int(m_ids.size()) - 1));
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_ids.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const int row = index.row();
        if (row < 0 || row >= m_cells.size())
            return {};
        if (role == MediaCellDelegate::CellRole)
            return QVariant::fromValue(m_cells.at(row));
        if (role == Qt::AccessibleTextRole)
            return m_names.at(row);
        if (role == Qt::ToolTipRole)
            return plainTip(m_names.at(row));
        return {};
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const Qt::ItemFlags flags = QAbstractListModel::flags(index);
        return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
    }
    /// Null where there is no such row.
    [[nodiscard]] Id idAt(int row) const { return m_ids.value(row); }
    /// -1 where there is none.
    [[nodiscard]] int rowOf(Id id) const { return int(m_ids.indexOf(id)); }

private:
    QList<Id> m_ids;
    QList<MediaCell> m_cells;
    QStringList m_names;
};
