// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/importpreviewmodel.h"

#include "ui_common/plaintext.h"

void ImportPreviewModel::setFile(const QStringList &header, const QList<QStringList> &rows)
{
    beginResetModel();
    m_header = header;
    m_rows = rows;
    m_titles.clear();
    m_columns.clear();
    endResetModel();
}

void ImportPreviewModel::setTitles(const QStringList &titles)
{
    if (titles == m_titles)
        return;
    beginResetModel();
    m_titles = titles;
    m_columns.clear();
    for (int column = 0; column < int(titles.size()); ++column) {
        if (!titles.at(column).isEmpty())
            m_columns.append(column);
    }
    const bool nothingMapped = m_columns.isEmpty();
    for (int column = 0; nothingMapped && column < int(m_header.size()); ++column)
        m_columns.append(column);
    endResetModel();
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString shown = m_rows.at(index.row()).value(m_columns.at(index.column())).simplified();
    return role == Qt::ToolTipRole ? plainTip(shown) : shown;
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (section < 0 || section >= m_columns.size())
        return {};
    const int column = m_columns.at(section);
    const QString title = m_titles.value(column);
    return title.isEmpty() ? m_header.value(column) : title;
}
