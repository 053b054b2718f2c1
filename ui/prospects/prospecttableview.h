// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

#include <QHash>
#include <QTableView>
#include <QTimer>

class QMenu;
class ProspectListModel;
class Workspace;

/// The list of prospects: rows of one height, so that a million of them cost nothing. Shows as many of the chosen columns as its width allows, those first that matter most; a narrow
/// one puts the company under the name. Columns are chosen in a menu, dragged to their places and made as wide as one likes. The current row, not a multiple selection, is what the page shows.
class ProspectTableView : public QTableView
{
    Q_OBJECT
public:
    ProspectTableView(Workspace &workspace, ProspectListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] ProspectId currentProspect() const;
    /// Makes \a id the current row as soon as it is in the list, and scrolls there if \a show. A null id takes the current row away.
    void setCurrentProspect(ProspectId id, bool show);
    /// The page no longer shows the current row, which stays the current one while it is in the list.
    void release();
    /// Shows the order in the header.
    void setOrder(ProspectQuery::Sort sort, bool descending);
    /// First visible row, to be shown again after a restart as soon as the list has it.
    [[nodiscard]] int topRow() const;
    void setTopRow(int row);

    /// The columns that were chosen, in their order, whether there is room for them or not. The name is always the first.
    [[nodiscard]] QList<int> chosenColumns() const;
    void setColumnChosen(int column, bool chosen);
    /// One place forward or back among the chosen ones; the name stays where it is.
    void moveColumn(int column, int by);
    /// The usual columns in their usual order and widths.
    void resetColumns();
    /// What a person can do with columns, into the empty \a menu.
    void fillColumnsMenu(QMenu *menu);
    /// Columns, order and widths, for the next start.
    [[nodiscard]] QByteArray columnState() const;
    /// Bytes of another version or garbage leave the columns as they are.
    void restoreColumns(const QByteArray &state);

signals:
    /// The user made another prospect the current one; null where there is none.
    void currentProspectChanged(ProspectId id);
    /// A row was clicked, also the current one.
    void chosen(ProspectId id);
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
    /// Where no row is the current one the keyboard begins at the first; that alone shows nobody.
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// The search field finds names; Qt's own search would read every row of a large list.
    void keyboardSearch(const QString &search) override { Q_UNUSED(search) }
    void changeEvent(QEvent *event) override;

private:
    void buildHeader();
    void onHeaderClicked(int column);
    void orderColumns(const QList<int> &order);
    [[nodiscard]] int widthOf(int column) const;
    void fitRows();
    void fitColumns();
    void findAgain();
    void beginSomewhere();

    ProspectListModel *m_prospects;
    ProspectId m_current;
    bool m_released = false; ///< the page shows nobody: a current row that goes is not looked for
    ProspectQuery::Sort m_sort = ProspectQuery::Sort::LastActivity;
    bool m_descending = true;
    bool m_showFound = false;
    bool m_finding = false;
    int m_topRow = -1;
    QList<int> m_chosen; ///< in no order: the header has it
    QHash<int, int> m_widths; ///< of columns that a person made wider or narrower
    QTimer m_resizing; ///< while a person drags an edge the rest stays
    bool m_fitting = false;
    bool m_painted = false; ///< with rows, at least once
};
