// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/searchhit.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class EmptyState;
class ErrorState;
class FilterChips;
class LoadingBar;
class QAction;
class QFrame;
class QLineEdit;
class QListView;
class QStackedWidget;
class SearchDelegate;
class SearchModel;
class SearchResults;
class Workspace;

/// The search in everything, as a layer over the window: one field, chips for the kinds, and what was found for the words as one types.
/// The arrows choose while the field keeps the keyboard, Return jumps, Escape closes. It covers its parent.
class SearchEverywhere : public QWidget
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives it.
    SearchEverywhere(Workspace &workspace, QWidget *parent);
    ~SearchEverywhere() override;

    /// \a commands tells what can be done, each time that it comes up.
    void setCommands(std::function<QList<QAction *>()> commands);
    /// Comes up with \a text in the field, or what stood there where that is empty.
    void open(const QString &text);
    /// Goes; the keyboard returns to where it was.
    void dismiss();
    [[nodiscard]] SearchResults &results() { return *m_results; }

signals:
    /// The user wants to go there; it is closed by then.
    void hitChosen(const SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void refresh();
    void place();
    void leave();
    void choose(const QModelIndex &index);
    /// Makes the row that can be chosen \a steps on current; stays at the ends.
    void step(int steps);
    void setCurrent(const QModelIndex &index);
    [[nodiscard]] bool onKey(int key);
    void onFocusChanged(const QWidget *now);

    SearchResults *m_results;
    SearchModel *m_model;
    QFrame *m_panel;
    QLineEdit *m_field;
    FilterChips *m_kinds;
    LoadingBar *m_loading;
    QStackedWidget *m_pages;
    QListView *m_list;
    EmptyState *m_empty;
    ErrorState *m_error;
    std::function<QList<QAction *>()> m_commands;
    QPointer<QWidget> m_before; ///< had the keyboard
    SearchKind m_chosenKind = SearchKind::Prospect;
    qint64 m_chosenRow =
        0; ///< the hit that the arrows chose, to find it again; 0: the first counts
};
