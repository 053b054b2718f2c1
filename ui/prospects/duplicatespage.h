// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duplicates.h"

#include <QWidget>

class DuplicateList;
class EmptyState;
class ErrorState;
class MergePage;
class MergeService;
class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class Workspace;

/// Records that may be one person, pair by pair with the reason: merged, or found to be two people. Return merges the chosen pair, Delete keeps it apart.
class DuplicatesPage : public QWidget
{
    Q_OBJECT
public:
    explicit DuplicatesPage(Workspace &workspace, QWidget *parent = nullptr);

    /// Why both may be one person, in words.
    [[nodiscard]] static QString reasonText(const DuplicatePair &pair);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void refresh();
    void fill();
    void showPair();
    /// Back from the merge of two.
    void showPairs();
    void mergeCurrent();
    void keepCurrentApart();
    [[nodiscard]] const DuplicateSuggestion *current() const;
    [[nodiscard]] QString about(const DuplicateCandidate &candidate) const;

    Workspace &m_workspace;
    DuplicateList *m_found;
    MergeService *m_service;
    QStackedWidget *m_stack;
    QWidget *m_page;
    QLabel *m_loading;
    EmptyState *m_empty;
    ErrorState *m_error;
    MergePage *m_merging;
    QListWidget *m_list;
    QLabel *m_one;
    QLabel *m_other;
    QPushButton *m_merge;
    QPushButton *m_apart;
    QCheckBox *m_weak;
    DuplicatePair m_shown; ///< which both sides show
};
