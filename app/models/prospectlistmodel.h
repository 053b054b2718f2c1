// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "models/prospectroles.h"

#include <QAbstractTableModel>

class ProspectList;
class Workspace;

/// The prospects of a query as a table, any number of them. Rows whose page is still being read show an ellipsis; their values follow with dataChanged().
class ProspectListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Their order is stored in settings: a new one goes to the end.
    enum Column {
        Name,
        Company,
        StageColumn,
        Source,
        Owner,
        LastActivity,
        Waiting,
        TurnColumn,
        LastWord,
        NextStep,
        Offers,
        Labels,
        Networks,
        FirstSeen,
        ColumnCount
    };

    explicit ProspectListModel(Workspace &workspace, QObject *parent = nullptr);

    /// The list behind the model, for its query and its state.
    [[nodiscard]] ProspectList &list() { return *m_list; }
    [[nodiscard]] const ProspectList &list() const { return *m_list; }
    /// Null for an invalid index.
    [[nodiscard]] ProspectId idAt(const QModelIndex &index) const;
    /// Invalid where the prospect is not (or not yet) in the list. Linear.
    [[nodiscard]] QModelIndex indexOf(ProspectId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString text(const ProspectRow &row, int column) const;
    [[nodiscard]] QVariant sortValue(const ProspectRow &row, int column) const;
    [[nodiscard]] QString timeOrDay(qint64 ms) const;
    [[nodiscard]] QString dayText(QDate day) const;
    [[nodiscard]] QString offersText(const ProspectRow &row) const;
    [[nodiscard]] QString labelsText(const ProspectRow &row) const;
    [[nodiscard]] bool isOverdue(const ProspectRow &row) const;
    [[nodiscard]] int quietDays(const ProspectRow &row) const;
    [[nodiscard]] QVariant own(const ProspectRow &row, int column, int role) const;
    [[nodiscard]] QString spoken(const ProspectRow &row) const;
    [[nodiscard]] QString stepSentence(QDate due) const;

    Workspace &m_workspace;
    ProspectList *m_list;
};
