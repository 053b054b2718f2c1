// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handoverqueue.h"

#include <QWidget>

class CloseButton;
class EmptyState;
class ErrorState;
class HandoverQueue;
class QScrollArea;
class QSpinBox;
class QStackedWidget;
class SectionRows;
class Workspace;
class WorkspaceSetting;

/// The queue between marketing and sales: what is offered, with the time left, then what was decided of late and why. Escape leaves.
class HandoverPage : public QWidget
{
    Q_OBJECT
public:
    explicit HandoverPage(Workspace &workspace, QWidget *parent = nullptr);

    /// The keyboard goes to the first thing that can be done, seen; where it is still being read, as soon as it is there.
    void takeKeyboard();

signals:
    void openRequested(ProspectId id);
    void closeRequested();
    void loadingChanged(bool loading);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void refresh();
    void showRows(const QList<QueuedHandover> &entries);
    /// From the first row to the last, then the settings and the way out.
    void orderTabs(const QList<QWidget *> &rows);
    [[nodiscard]] QWidget *rowFor(const QueuedHandover &entry);

    Workspace &m_workspace;
    HandoverQueue *m_queue;
    WorkspaceSetting *m_limit;
    QStringList m_shown; ///< what the rows say, by which they are known to be the same
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    SectionRows *m_rows;
    QSpinBox *m_hours;
    CloseButton *m_close;
    EmptyState *m_empty;
    ErrorState *m_error;
};
