// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"

#include <QAbstractTableModel>

/// A chart's figures as a table: for screen readers, for copying, and for whoever prefers numbers.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        /// A QString, a qint64, a QDate, or a measure or rate as a double; nothing for an empty cell.
        SortRole = Qt::UserRole,
        FigureRole, ///< the Figure itself
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const Chart &chart);
    [[nodiscard]] const Chart &chart() const { return m_chart; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    Chart m_chart;
};
