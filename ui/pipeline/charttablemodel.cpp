// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/charttablemodel.h"

void ChartTableModel::setChart(const Chart &chart)
{
    beginResetModel();
    m_chart = chart;
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.columns.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Figure &figure = m_chart.rows[index.row()][index.column()];
    const auto *text = std::get_if<QString>(&figure);
    switch (role) {
    case Qt::DisplayRole:
        return figureText(figure);
    case Qt::AccessibleTextRole: {
        // A cell is read alone: with what it counts.
        const QString caption = m_chart.columns[index.column()].title;
        return text ? *text : tr("%1: %2").arg(caption, figureText(figure));
    }
    case Qt::TextAlignmentRole:
        return int((text ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    case SortRole:
        if (text)
            return *text;
        if (const auto *count = std::get_if<qint64>(&figure))
            return *count;
        if (const auto *share = std::get_if<Proportion>(&figure))
            return share->rate().value_or(-1);
        return {};
    case FigureRole:
        return QVariant::fromValue(figure);
    default:
        return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= m_chart.columns.size())
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool isText =
        !m_chart.rows.isEmpty() && std::holds_alternative<QString>(m_chart.rows.first()[section]);
    if (role == Qt::DisplayRole)
        return m_chart.columns[section].title;
    if (role == Qt::TextAlignmentRole)
        return int((isText ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    return {};
}
