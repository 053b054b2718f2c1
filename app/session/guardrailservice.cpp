// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/guardrailservice.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "domain/optout.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int TalksDays = 30; ///< a colleague's last word within these is a voice

/// When our last word of \a conversation was said, as far as its newest messages tell: a note moves its time, and says nothing.
qint64 lastOursIn(const ProspectDossier &dossier, const Conversation &conversation)
{
    const QList<Message> &messages = dossier.messages();
    qint64 last = 0;
    for (const Message &message : messages) {
        if (message.conversation == conversation.id && message.direction == Direction::Ours
            && message.medium != Medium::Note)
            last = std::max(last, message.sentAt.ms);
    }
    return last == 0 ? conversation.lastMessageAt : last;
}

/// What \a viewer said to the dossier's prospect since \a since, where it is known to the minute.
QList<SaidWords> saidHere(const ProspectDossier &dossier, UserId viewer, qint64 since)
{
    QList<ConversationId> own;
    for (const Conversation &conversation : dossier.conversations()) {
        if (conversation.owner == viewer)
            own << conversation.id;
    }
    QList<SaidWords> said;
    for (const Message &message : dossier.messages()) {
        const bool isKnown = message.sentAt.precision == Precision::Exact
            || message.sentAt.precision == Precision::Minute;
        if (isKnown && message.sentAt.ms > since && message.direction == Direction::Ours
            && message.medium != Medium::Note && own.contains(message.conversation))
            said.append({message.sentAt.ms, message.body});
    }
    return said;
}
} // namespace

GuardrailService::GuardrailService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_setting(new WorkspaceSetting(workspace, u"guardrails"_s, this))
{
    connect(m_setting, &WorkspaceSetting::changed, this, &GuardrailService::readRules);
}

void GuardrailService::readRules()
{
    const auto read = guardrailsFromText(m_setting->value());
    m_rulesError = read ? std::optional<Error>() : read.error();
    m_rules = read ? *read : GuardrailRules();
    emit rulesChanged();
}

void GuardrailService::setRules(const GuardrailRules &rules)
{
    m_setting->set(guardrailText(rules));
}

void GuardrailService::check(const ProspectDossier &dossier, Medium medium, const QString &words,
    QObject *context, std::function<void(const Result<Findings> &)> answer)
{
    if (!dossier.prospect())
        return;
    ContactPlan plan;
    plan.prospect = *dossier.prospect();
    plan.medium = medium;
    plan.words = words;
    plan.now = m_workspace.clock().now();
    plan.zone = m_workspace.zone();
    plan.consents = dossier.consents();
    for (const Conversation &conversation : dossier.conversations()) {
        // Of several that ask for a pause the one where we wrote last counts.
        const qint64 lastOurs = lastOursIn(dossier, conversation);
        if (conversation.unreturned < m_rules.unansweredMost || lastOurs <= plan.lastOursAt)
            continue;
        plan.unreturned = conversation.unreturned;
        plan.lastOursAt = lastOurs;
    }
    plan.sentHere = saidHere(dossier, m_workspace.viewer().user, plan.now - RepeatedMs);
    QList<qint64> since;
    for (const ContactBudget &budget : m_rules.budgets)
        since << plan.now - budget.days * DayMs;
    const int question = ++m_question;
    if (!m_questions.contains(context))
        connect(
            context, &QObject::destroyed, this, [this, context] { m_questions.remove(context); });
    m_questions.insert(context, question);
    auto facts = m_workspace.database()->read(
        [prospect = plan.prospect.id, since, talksSince = plan.now - TalksDays * DayMs](
            Connection &connection) {
            return Visible::contactFacts(connection, prospect, since, talksSince);
        });
    whenReady(facts, context,
        [this, plan, question, context, answer = std::move(answer)](
            const Result<Visible::ContactFacts> &found) mutable {
            if (m_questions.value(context) != question)
                return;
            if (!found) {
                answer(tl::unexpected(found.error()));
                return;
            }
            for (size_t i = 0; i < plan.contacts.size(); ++i)
                plan.contacts.at(i) = found->contacts.value(qsizetype(i));
            plan.anotherTalks = found->anotherTalks;
            plan.sentToOthers = found->sentToOthers;
            answer(guardrailFindings(m_rules, plan));
        });
}

RowEdits GuardrailService::overrides(
    ProspectId prospect, const Findings &findings, const QString &reason) const
{
    RowEdits edits;
    for (const GuardrailFinding &finding : findings) {
        if (finding.verdict < Verdict::AskReason)
            continue;
        Override gone;
        gone.id = OverrideId::create(m_workspace.ids());
        gone.prospect = prospect;
        gone.rule = toText(finding.rule);
        gone.reason = reason;
        gone.by = m_workspace.viewer().user;
        gone.at = m_workspace.clock().now();
        edits << insertion(gone);
    }
    return edits;
}

void GuardrailService::overrideCounts(int days, QObject *context,
    std::function<void(const Result<QHash<QString, int>> &)> answer) const
{
    auto counts = m_workspace.database()->read(
        [since = m_workspace.clock().now() - days * DayMs](
            Connection &connection) { return SalesTable::overrideCounts(connection, since); });
    whenReady(counts, context, std::move(answer));
}

void GuardrailService::addConsent(Consent consent)
{
    consent.id = ConsentId::create(m_workspace.ids());
    consent.by = m_workspace.viewer().user;
    m_workspace.commit({insertion(consent)}, tr("Record a consent or legal basis"));
}

void GuardrailService::removeConsent(const Consent &consent)
{
    m_workspace.commit(
        {removal(consent)}, tr("Delete a consent or legal basis"), 0, tr("Entry deleted."));
}

void GuardrailService::setDoNotContact(const Prospect &prospect, bool isSet, const QString &why)
{
    Prospect after = prospect;
    const bool wasSet = prospect.doNotContactSince != 0;
    if (isSet != wasSet)
        after.doNotContactSince = isSet ? m_workspace.clock().now() : 0;
    after.doNotContactWhy = isSet ? why : QString();
    m_workspace.commit({update(prospect, after)},
        isSet ? tr("Flag “%1” as do not contact").arg(displayName(prospect))
              : tr("Take “do not contact” from “%1”").arg(displayName(prospect)));
}

std::optional<Message> GuardrailService::optOutMessage(const ProspectDossier &dossier)
{
    if (!dossier.prospect() || dossier.prospect()->doNotContactSince != 0)
        return std::nullopt;
    const auto isDismissed = [&dossier](const Message &message) {
        return std::ranges::any_of(dossier.overrides(), [&message](const Override &gone) {
            return gone.rule == OptOutDismissed && gone.reason == message.id.toString();
        });
    };
    const QList<Message> &messages = dossier.messages();
    const auto newest =
        std::find_if(messages.crbegin(), messages.crend(), [&](const Message &message) {
            return message.direction == Direction::Theirs && optOutIn(message.body)
                && !isDismissed(message);
        });
    return newest == messages.crend() ? std::nullopt : std::optional(*newest);
}

void GuardrailService::dismissOptOut(const Message &message, ProspectId prospect)
{
    Override gone;
    gone.id = OverrideId::create(m_workspace.ids());
    gone.prospect = prospect;
    gone.rule = OptOutDismissed;
    gone.reason = message.id.toString();
    gone.by = m_workspace.viewer().user;
    gone.at = m_workspace.clock().now();
    m_workspace.commit({insertion(gone)}, tr("Say that it was no wish to be left alone"));
}
