// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

#include <QWidget>

class ElidedLabel;
class EmptyState;
class ErrorState;
class GroupChats;
class ProspectListModel;
class ProspectTableView;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QToolButton;
class Workspace;

/// The list with what belongs to it: the people behind a bar as a chip that can be dismissed, group chats that belong to nobody yet, the line for a new name,
/// how many there are, and what is said when there is nobody.
class ProspectListPane : public QWidget
{
    Q_OBJECT
public:
    /// \a chats is borrowed and outlives the pane.
    ProspectListPane(Workspace &workspace, GroupChats &chats, QWidget *parent = nullptr);

    [[nodiscard]] const ProspectQuery &query() const;
    void setQuery(const ProspectQuery &query);
    [[nodiscard]] ProspectListModel &model() { return *m_model; }
    [[nodiscard]] ProspectTableView &table() { return *m_table; }
    [[nodiscard]] const ProspectTableView &table() const { return *m_table; }
    /// The line for a new name takes the keyboard.
    void startCreating();
    /// The chip of the chosen people begins with \a button, which it takes.
    void setWayBack(QWidget *button);
    /// Lists the group chats in place of the prospects, or the prospects again.
    void showChats(bool shown);
    [[nodiscard]] bool showsChats() const;

signals:
    /// The user dismissed the chip or asked for everybody.
    void queryChanged(const ProspectQuery &query);
    void created(const QString &name);
    void importRequested();
    /// Nobody matches the words: they may stand elsewhere.
    void searchEverywhereRequested();
    void chatChosen(ConversationId id);
    /// The prospects are listed again.
    void chatsLeft();
    void loadingChanged(bool loading);

private:
    void build();
    [[nodiscard]] QWidget *buildChats();
    void refresh();
    void refreshChats();
    void endCreating();
    [[nodiscard]] QString countText() const;
    void showAll();
    void fillOrders();
    void setOrder(ProspectQuery::Sort sort, bool descending);

    Workspace &m_workspace;
    GroupChats &m_chats;
    ProspectListModel *m_model;
    ProspectTableView *m_table;
    QStackedWidget *m_stack;
    QWidget *m_only;
    ElidedLabel *m_onlyText;
    QToolButton *m_chatsButton;
    QLineEdit *m_name;
    EmptyState *m_empty;
    QPushButton *m_import;
    QPushButton *m_everywhere;
    ErrorState *m_error;
    QWidget *m_chatPage = nullptr;
    QListWidget *m_chatList = nullptr;
    QLabel *m_count;
    QToolButton *m_order;
    QToolButton *m_columns;
};
