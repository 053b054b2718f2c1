// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/conversationservice.h"
#include "session/prospectservice.h"

#include <QWidget>

#include <functional>

class CallFields;
class QComboBox;
class QPlainTextEdit;
class QPushButton;
class WhenButton;

/// A small field under a row, to log what was said: medium (Alt+1…5), who spoke (Alt+O, Alt+T), when, the words; for calls how they ended and the minutes.
/// Ctrl+Return logs, Escape closes.
class AnswerField : public QWidget
{
    Q_OBJECT
public:
    /// \a now tells Unix milliseconds; times are those of \a zone.
    AnswerField(const QTimeZone &zone, std::function<qint64()> now, QWidget *parent = nullptr);

    /// Chooses \a medium and takes the keyboard: for a call or a meeting at the minutes.
    void start(Medium medium, Direction direction);
    /// Takes the keyboard as it is.
    void resume();
    /// Words that were not logged, to go on from.
    void setEntry(const ConversationService::Entry &entry);
    /// Whether there is something that would be lost.
    [[nodiscard]] bool isBegun() const;

signals:
    /// The words may be empty for a call or a meeting alone.
    void logged(const ConversationService::Entry &entry);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] Medium medium() const;
    [[nodiscard]] bool hasWords() const;
    void build();
    void addKeys();
    void showMedium();
    void takeKeyboard();
    void showReady();
    void log();

    QComboBox *m_medium;
    QComboBox *m_direction;
    CallFields *m_call;
    WhenButton *m_when;
    QPlainTextEdit *m_text;
    QPushButton *m_log;
};
