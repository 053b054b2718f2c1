// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/conversationservice.h"
#include "session/prospectservice.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

/// A small field under a row, to log what was said: medium, who spoke, the words. Ctrl+Return logs, Escape closes.
class AnswerField : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerField(QWidget *parent = nullptr);

    /// Chooses \a medium and takes the keyboard.
    void start(Medium medium, Direction direction);
    /// Takes the keyboard as it is.
    void resume();
    /// Words that were not logged, to go on from.
    void setEntry(const ConversationService::Entry &entry);
    [[nodiscard]] bool hasWords() const;

signals:
    /// The words may be empty for a call or a meeting alone.
    void logged(const ConversationService::Entry &entry);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] Medium medium() const;
    void showReady();
    void log();

    QComboBox *m_medium;
    QComboBox *m_direction;
    QPlainTextEdit *m_text;
    QPushButton *m_log;
};
