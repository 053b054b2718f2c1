// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/planrow.h"

#include <QAbstractTableModel>
#include <QList>

/// The first posts of a file as they become.
class PlanRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Fate, Day, Time, Channels, Words, Media, Note, ColumnCount };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<PlanRow> &rows);
    [[nodiscard]] const QList<PlanRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    /// The word for \a fate.
    [[nodiscard]] static QString fateText(PlanFate fate);

private:
    QList<PlanRow> m_rows;
};
