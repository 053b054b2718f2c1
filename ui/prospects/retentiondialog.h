// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/retention.h"

#include <QDialog>
#include <QHash>

class EmptyState;
class ErrorState;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTreeWidget;
class RetentionService;
class Workspace;
struct RetentionOutcome;

/// How long conversations are kept, stage by stage; who is due by that; and the deletion of their conversations, for good. The window behind it stays usable.
class RetentionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RetentionDialog(Workspace &workspace, QWidget *parent = nullptr);

    /// Opens it, with what is due now.
    void start();

private:
    void build();
    void buildStages(QWidget *place);
    void refreshStages();
    void read();
    void showDue();
    void showPreviewError(const Error &error);
    void showFinished(const Result<RetentionOutcome> &outcome);
    void ask();
    void updateRunning();
    [[nodiscard]] int conversationCount() const;

    Workspace &m_workspace;
    RetentionService *m_service;
    QHash<StageId, QSpinBox *> m_months;
    QStackedWidget *m_pages;
    QLabel *m_loading;
    QTreeWidget *m_list;
    EmptyState *m_empty;
    ErrorState *m_error;
    QLabel *m_outcome;
    QProgressBar *m_progress;
    QPushButton *m_delete;
    QPushButton *m_cancel;
    bool m_isReading = false;
};
