// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/charttablemodel.h"

#include <algorithm>

namespace {

/// Words and days are read from where they begin, numbers from their last digit.
bool isLeading(const Figure &figure)
{
    return std::holds_alternative<QString>(figure) || std::holds_alternative<QDate>(figure);
}

int alignmentOf(bool leading)
{
    return int((leading ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
}

struct SortValue
{
    QVariant operator()(std::monostate) const { return {}; }
    QVariant operator()(const QString &text) const { return text; }
    QVariant operator()(qint64 count) const { return count; }
    QVariant operator()(QDate day) const { return day; }
    QVariant operator()(const Quantity &quantity) const { return quantity.value; }
    QVariant operator()(const Estimate &estimate) const { return estimate.rate; }
    QVariant operator()(const Proportion &share) const { return share.rate().value_or(-1); }
};

} // namespace

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
    switch (role) {
    case Qt::DisplayRole:
        return figureText(figure);
    case Qt::AccessibleTextRole: {
        if (const auto *text = std::get_if<QString>(&figure))
            return *text;
        // A cell is read alone: with what it counts.
        const QString caption = m_chart.columns[index.column()].title;
        if (std::holds_alternative<std::monostate>(figure)) {
            //: A column of a table, of which the cell has no figure.
            return tr("%1: none").arg(caption);
        }
        return tr("%1: %2").arg(caption, figureText(figure));
    }
    case Qt::TextAlignmentRole:
        return alignmentOf(isLeading(figure));
    case SortRole:
        return std::visit(SortValue {}, figure);
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
    if (role == Qt::DisplayRole)
        return m_chart.columns[section].title;
    if (role == Qt::TextAlignmentRole) {
        // As the first of its cells that has a figure.
        const auto found = std::ranges::find_if(m_chart.rows, [section](const auto &row) {
            return !std::holds_alternative<std::monostate>(row[section]);
        });
        return alignmentOf(found != m_chart.rows.end() && isLeading((*found)[section]));
    }
    return {};
}
