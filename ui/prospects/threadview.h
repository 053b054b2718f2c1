// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/thread.h"
#include "ui_prospects/threadlayout.h"
#include "ui_prospects/threadpainter.h"

#include <QAbstractScrollArea>

#include <optional>
#include <utility>

class EmptyState;
class ErrorState;
class QMenu;
class ThreadModel;

/// The thread of a prospect or of a group chat, of any length: opens at its end and stays there while new words come, and keeps its place whatever comes
/// above. Only what is near the eye is measured, painted and asked for. Ctrl+C copies the selected entries.
class ThreadView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit ThreadView(QWidget *parent = nullptr);

    /// \a key names whose thread it is: another one begins at its end.
    void setThread(qint64 key, const ThreadSource &source);
    void setToday(QDate today);
    /// What stands in place of a thread without entries; empty: that nothing was said.
    void setEmptySentence(const QString &sentence);
    /// Why the thread cannot be read, in place of it and with a way to try again; nothing: it can be read.
    void setError(const std::optional<Error> &error);

    [[nodiscard]] ThreadModel *threadModel() const { return m_thread; }
    [[nodiscard]] const ThreadLayout &rows() const { return m_rows; }
    /// The rows near the eye: those that are seen and as much above and below; (0, -1) where there is none.
    [[nodiscard]] std::pair<int, int> nearRows() const;
    /// In the viewport's coordinates; may be outside of it.
    [[nodiscard]] QRect rowRect(int row) const;
    /// -1 where there is none.
    [[nodiscard]] int rowAt(const QPoint &point) const;

    /// The row on which the keyboard stands, -1 where on none.
    [[nodiscard]] int currentRow() const { return m_current; }
    /// Goes to \a row and shows it; with \a extend all from where the selection began are selected.
    void setCurrentRow(int row, bool extend = false);
    [[nodiscard]] bool isSelected(int row) const;
    [[nodiscard]] QList<int> selectedRows() const;
    void selectAll();
    /// The selected message, 0 where none or several are selected.
    [[nodiscard]] qint64 selectedMessage() const;
    /// When, who and the words of what is selected; words that are not read come a moment later.
    void copySelection();
    void scrollToBottom();
    /// Scrolls to \a id and selects it, as soon as the thread holds it. A null id forgets what is still to be shown.
    void showMessage(MessageId id);

signals:
    /// Delete was pressed on a message, or chosen from its menu.
    void deleteRequested(qint64 message);
    /// What became of a hop was chosen.
    void hopDecided(HopId hop, HopState state);
    void attachmentActivated(AttachmentId attachment);
    /// The thread that cannot be read shall be tried again.
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] ThreadPainter painter() const;
    void onSpliced(int first, int removed, int inserted);
    void onWords();
    void relayout();
    bool measureNear(const ThreadPainter &painter);
    void syncBar();
    void showState();
    void showPending();
    [[nodiscard]] bool isSelectable(int row) const;
    [[nodiscard]] int nextRow(int from, int step) const;
    [[nodiscard]] int pageRow(int direction) const;
    [[nodiscard]] std::optional<int> rowForKey(int key) const;
    [[nodiscard]] ThreadTarget targetAt(const QPoint &point) const;
    void activate(const ThreadTarget &target);
    void select(int row, bool extend);
    void fillMenu(QMenu &menu);
    void addTargets(QMenu &menu, const ThreadEntry &entry);
    void addOutcomes(QMenu &menu, const ThreadEntry &entry);

    ThreadModel *m_thread;
    EmptyState *m_state;
    ErrorState *m_error;
    bool m_isUnreadable = false;
    QString m_emptySentence;
    ThreadLayout m_rows;
    QDate m_today;
    qint64 m_key = 0;
    int m_current = -1;
    int m_from = -1; ///< where the selection began
    ThreadLine m_anchorLine; ///< what was seen first before the rows changed…
    ThreadLine m_currentLine; ///< …and on what the keyboard stood
    MessageId m_pending; ///< to be shown as soon as it is there
    QPoint m_pressed;
    qint64 m_measuredHeight = 0; ///< of messages, summed
    int m_measuredCount = 0;
    bool m_isLayingOut = false;
};
