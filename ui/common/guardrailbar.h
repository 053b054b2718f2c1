// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guardrails.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

/// What the guardrails say about the words in the log field: each with a sign and a word for how strict it is. What asks for a reason comes first, with the
/// field for it below; what only warns stands apart behind it. Hidden while nothing speaks up.
class GuardrailBar : public QWidget
{
    Q_OBJECT
public:
    explicit GuardrailBar(QWidget *parent = nullptr);

    void setFindings(const QList<GuardrailFinding> &findings);
    [[nodiscard]] const QList<GuardrailFinding> &findings() const { return m_findings; }
    /// What was typed as the reason; empty where none was asked for.
    [[nodiscard]] QString reason() const;
    void clearReason();
    /// The keyboard goes to the reason.
    void askReason();

signals:
    /// The reason was confirmed by Return.
    void reasonGiven();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFindings();
    /// A sign, how strict it is, and what it says.
    [[nodiscard]] QWidget *lineFor(const GuardrailFinding &finding);
    /// What the reason is for.
    void nameReason();

    QList<GuardrailFinding> m_findings;
    QVBoxLayout *m_lines; ///< what asks for a reason or blocks
    QLineEdit *m_reason;
    QVBoxLayout *m_notes; ///< what only warns
};

/// A sign and a word for a verdict: "Blocked", "Needs a reason", "Note".
[[nodiscard]] QString verdictName(Verdict verdict);
