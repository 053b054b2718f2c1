// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/prospectquery.h"
#include "domain/touchlinks.h"

#include <QDialog>
#include <QTimer>

class EmptyState;
class ErrorState;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;
class Workspace;

/// Asks which post the prospects shall have touched, and how: a search over the posts while one types.
class TouchedPostDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a query is what is filtered by now; its other parts stay.
    TouchedPostDialog(Workspace &workspace, ProspectQuery query, QWidget *parent = nullptr);

signals:
    /// A post was chosen: the query with it.
    void queryChosen(const ProspectQuery &query);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void search();
    void showFound(const Result<QList<TouchTargets::PostHit>> &posts);
    void choose();
    [[nodiscard]] QString channelsText(const TouchTargets::PostHit &post) const;

    Workspace &m_workspace;
    ProspectQuery m_query;
    QLineEdit *m_words;
    QStackedWidget *m_pages;
    QLabel *m_loading;
    QTreeWidget *m_list;
    EmptyState *m_empty;
    ErrorState *m_error;
    QLabel *m_more;
    QComboBox *m_kind;
    QPushButton *m_choose;
    QTimer m_rest;
    int m_searches = 0; ///< of several, the last counts
    bool m_isSearching = false;
    bool m_wantsFirst = false; ///< Return was pressed before there was an answer
};
