// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/thread.h"

#include <QListView>

class ThreadDelegate;
class ThreadModel;

/// The thread of a prospect or of a group chat: scrolls by itself, stays at the end while new words come, and keeps its place when earlier ones are read.
/// Ctrl+C copies the selected entries.
class ThreadView : public QListView
{
    Q_OBJECT
public:
    explicit ThreadView(QWidget *parent = nullptr);

    /// \a key names whose thread it is: another one begins at its end.
    void setThread(qint64 key, const QList<ThreadEntry> &entries);
    void setZone(const QTimeZone &zone, QDate today);
    [[nodiscard]] ThreadModel *threadModel() const { return m_thread; }
    /// The selected message, 0 where none or several are selected.
    [[nodiscard]] qint64 selectedMessage() const;
    void copySelection() const;

signals:
    void earlierRequested();
    /// Delete was pressed on a message, or chosen from its menu.
    void deleteRequested(qint64 message);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] bool isEarlier(const QModelIndex &index) const;

    ThreadModel *m_thread;
    ThreadDelegate *m_delegate;
    qint64 m_key = 0;
};
