// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guardrails.h"

#include <QHash>
#include <QWidget>

class InlineMessage;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QSpinBox;
class QTimeEdit;
class Workspace;

/// The team's guardrails: what each asks, its numbers, and how often it was gone past within the last 30 days. What is changed holds at once.
class GuardrailPage : public QWidget
{
    Q_OBJECT
public:
    GuardrailPage(Workspace &workspace, QWidget *parent = nullptr);
    ~GuardrailPage() override;

private:
    void build();
    /// Adds the numbers below the rows of \a grid, so that all fields begin in one line.
    void buildNumbers(QGridLayout *grid, QWidget *column);
    [[nodiscard]] QHBoxLayout *buildQuietHours(QWidget *column);
    void orderTabs();
    void showRules();
    void showCounts();
    void say();

    Workspace &m_workspace;
    InlineMessage *m_error;
    QHash<Guardrail, QComboBox *> m_verdicts;
    QHash<Guardrail, QLabel *> m_counts;
    std::array<QSpinBox *, 3> m_most {};
    std::array<QLabel *, 3> m_within {}; ///< within how many days each budget holds
    QSpinBox *m_unanswered;
    QSpinBox *m_pause;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
    QCheckBox *m_weekend;
    QSpinBox *m_same;
    bool m_showing = false;
};
