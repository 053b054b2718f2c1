// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/guardrails.h"

#include <QObject>
#include <QTimer>

#include <functional>

class GuardrailBar;
class QPlainTextEdit;

/// Asks the guardrails about words while they are written, and before they go anywhere. What they say stands in a bar; where they want a reason, nothing
/// goes on without one. It does not know who answers, nor what goes on.
class GuardrailQuestion : public QObject
{
    Q_OBJECT
public:
    using Findings = QList<GuardrailFinding>;
    using Answer = std::function<void(const Result<Findings> &)>;
    /// Asks about what is there now, at once or later. Returns whether it asked: what is no contact needs no answer, and gets none.
    using Ask = std::function<bool(Answer)>;

    /// \a bar and \a text are borrowed and live as long as this one.
    GuardrailQuestion(GuardrailBar *bar, QPlainTextEdit *text, Ask ask, QObject *parent);

    /// Something else is to be said, or the rules are others: asks in a moment.
    void askSoon();
    /// Whether they answered about what is there now; else they are asked first, the text is locked, and \a goOn follows.
    [[nodiscard]] bool hasAnswer(const std::function<void()> &goOn);
    /// Whether what goes past a guardrail has its reason; else asks for one.
    [[nodiscard]] bool hasReason();
    /// What was asked is of no interest any more: nothing follows, and nothing is shown.
    void forget();

signals:
    /// They answered, which the bar shows.
    void answered();
    /// Why it does not go on, in words for whoever writes.
    void told(const QString &text);

private:
    void ask();
    void take(const Result<Findings> &findings);
    /// The question is answered, or of no interest: the text is free.
    void end();

    GuardrailBar *m_bar;
    QPlainTextEdit *m_text;
    Ask m_ask;
    QTimer m_rest; ///< after a change, until they are asked
    int m_question = 0; ///< of several, the last counts
    bool m_isAsking = false; ///< no answer yet
    std::function<void()> m_goOn; ///< what was asked for before there was an answer
};
