// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guardrails.h"
#include "domain/override.h"
#include "domain/rowedit.h"
#include "session/workspacesetting.h"

#include <QHash>
#include <QObject>

#include <functional>

class ProspectDossier;
class Workspace;

/// The team's guardrails, and what they say about a contact. Consent and the wish to be left alone are recorded here too, each as one undoable command.
class GuardrailService : public QObject
{
    Q_OBJECT
public:
    GuardrailService(Workspace &workspace, QObject *parent);

    [[nodiscard]] const GuardrailRules &rules() const { return m_rules; }
    /// Nothing where the stored rules can be read.
    [[nodiscard]] const std::optional<Error> &rulesError() const { return m_rulesError; }
    void setRules(const GuardrailRules &rules);

    using Findings = QList<GuardrailFinding>;
    /// Asks whether \a words may go to the dossier's prospect over \a medium now. Of several questions of one \a context only the newest is answered.
    void check(const ProspectDossier &dossier, Medium medium, const QString &words,
        QObject *context, std::function<void(const Result<Findings> &)> answer);
    /// The rows that keep who went past \a findings, and why: to be written with what they did. Only what asks for a reason or blocks is kept.
    [[nodiscard]] RowEdits overrides(
        ProspectId prospect, const Findings &findings, const QString &reason) const;
    /// How often each guardrail was gone past within the last \a days.
    void overrideCounts(int days, QObject *context,
        std::function<void(const Result<QHash<QString, int>> &)> answer) const;

    /// Records a basis; what was recorded before stays as history.
    void addConsent(Consent consent);
    void removeConsent(const Consent &consent);
    /// \a why may be empty. The time of a flag that stands already stays.
    void setDoNotContact(const Prospect &prospect, bool isSet, const QString &why);

    /// The newest of their messages that asks to be left alone, unless they are flagged already or somebody said that it was not meant so.
    [[nodiscard]] static std::optional<Message> optOutMessage(const ProspectDossier &dossier);
    /// Their words were not meant so: \a message proposes nothing any more.
    void dismissOptOut(const Message &message, ProspectId prospect);

signals:
    void rulesChanged();

private:
    void readRules();

    Workspace &m_workspace;
    WorkspaceSetting *m_setting;
    GuardrailRules m_rules;
    std::optional<Error> m_rulesError;
    QHash<QObject *, int> m_questions; ///< the newest of each context
    int m_question = 0;
};
