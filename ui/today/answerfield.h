// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guardrails.h"
#include "session/conversationservice.h"
#include "session/prospectservice.h"

#include <QWidget>

#include <functional>

class CallFields;
class GuardrailBar;
class GuardrailQuestion;
class QComboBox;
class QLabel;
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

    using Findings = QList<GuardrailFinding>;
    using Answer = std::function<void(const Result<Findings> &)>;
    /// Asks the guardrails about words over a medium.
    using Check = std::function<void(Medium, const QString &words, Answer)>;
    /// Our words are shown to \a check while they are written, and before they are logged. Without one nobody is asked.
    void setCheck(Check check);
    /// The rules are others now: asks again in a moment.
    void askAgain();
    /// What the guardrails say about our words; nothing about theirs.
    [[nodiscard]] Findings findings() const;
    /// Why they are logged all the same.
    [[nodiscard]] QString reason() const;
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
    [[nodiscard]] bool isOurs() const;
    /// Asks about what is about to be said. Returns whether it is a contact at all, and somebody there to ask.
    [[nodiscard]] bool askGuardrails(Answer answer);
    void tell(const QString &text);

    Check m_check;
    GuardrailBar *m_guard;
    QComboBox *m_medium;
    QComboBox *m_direction;
    CallFields *m_call;
    WhenButton *m_when;
    QPlainTextEdit *m_text;
    GuardrailQuestion *m_question; ///< to the guardrails, about these words
    QLabel *m_hint;
    QPushButton *m_log;
};
