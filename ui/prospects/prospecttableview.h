// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

#include <QTableView>

class ProspectListModel;
class Workspace;

/// The list of prospects: rows of one height, so that a million of them cost nothing. Shows as many columns as its width allows; a narrow one puts the company
/// under the name. The current row, not a multiple selection, is what the page shows.
class ProspectTableView : public QTableView
{
    Q_OBJECT
public:
    ProspectTableView(Workspace &workspace, ProspectListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] ProspectId currentProspect() const;
    /// Makes \a id the current row as soon as it is in the list, and scrolls there if \a show. A null id takes the current row away.
    void setCurrentProspect(ProspectId id, bool show);
    /// Shows the order in the header.
    void setOrder(ProspectQuery::Sort sort, bool descending);
    /// First visible row, to be shown again after a restart as soon as the list has it.
    [[nodiscard]] int topRow() const;
    void setTopRow(int row);

signals:
    /// The user made another prospect the current one; null where there is none.
    void currentProspectChanged(ProspectId id);
    void orderRequested(ProspectQuery::Sort sort, bool descending);
    void deleteRequested();
    /// Return: on to the prospect's page.
    void returnPressed();
    /// Escape: away from the prospect.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    /// A list of rows: Home and End lead to the first and the last one, left and right nowhere.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    /// A row that goes, if only to another place, takes the current one with it; it is found again where it is then.
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void onHeaderClicked(int column);
    void fitRows();
    void fitColumns();
    void findAgain();

    ProspectListModel *m_prospects;
    ProspectId m_current;
    ProspectQuery::Sort m_sort = ProspectQuery::Sort::LastActivity;
    bool m_descending = true;
    bool m_showFound = false;
    bool m_finding = false;
    int m_topRow = -1;
    bool m_painted = false; ///< with rows, at least once
};
