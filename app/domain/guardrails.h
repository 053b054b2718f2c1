// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/result.h"
#include "domain/consent.h"
#include "domain/conversation.h"
#include "domain/prospect.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QTimeZone>

#include <array>

/// What a guardrail asks of somebody who is about to write or call.
enum class Verdict { Allow, Warn, AskReason, Block };
/// The guardrails, each with a stable name.
enum class Guardrail {
    DoNotContact,
    NoBasis, ///< no consent or legal basis for the medium
    Budget, ///< contacted too often, by everybody together
    Unanswered, ///< too many in a row without an answer
    QuietHours, ///< night or weekend where they live
    CopyPaste, ///< nearly the same words went to others; never of a few letters, as “Thanks!”
    PrivateCircle, ///< somebody of a private circle, without their agreement
    AnotherVoice, ///< a colleague talks to this person
    Repeated, ///< the viewer said the very same words to this person just now
};

template<>
struct EnumText<Verdict>
{
    static constexpr std::pair<Verdict, std::string_view> values[] {{Verdict::Allow, "allow"},
        {Verdict::Warn, "warn"}, {Verdict::AskReason, "ask-reason"}, {Verdict::Block, "block"}};
};
template<>
struct EnumText<Guardrail>
{
    static constexpr std::pair<Guardrail, std::string_view> values[] {
        {Guardrail::DoNotContact, "do-not-contact"}, {Guardrail::NoBasis, "no-basis"},
        {Guardrail::Budget, "budget"}, {Guardrail::Unanswered, "unanswered"},
        {Guardrail::QuietHours, "quiet-hours"}, {Guardrail::CopyPaste, "copy-paste"},
        {Guardrail::PrivateCircle, "private-circle"}, {Guardrail::AnotherVoice, "another-voice"},
        {Guardrail::Repeated, "repeated"}};
};

inline constexpr std::array AllGuardrails {Guardrail::DoNotContact, Guardrail::NoBasis,
    Guardrail::Budget, Guardrail::Unanswered, Guardrail::QuietHours, Guardrail::CopyPaste,
    Guardrail::PrivateCircle, Guardrail::AnotherVoice, Guardrail::Repeated};

/// Contacts of one person within the last days, by everybody together.
struct ContactBudget
{
    int days = 7; ///< 1 or more
    int most = 3; ///< contacts allowed within these days; 0 or more

    friend bool operator==(const ContactBudget &, const ContactBudget &) = default;
};

/// The team's rules. The defaults are the product's own; law and networks set no such numbers.
struct GuardrailRules
{
    std::array<Verdict, AllGuardrails.size()> verdicts {Verdict::Block, Verdict::Warn,
        Verdict::AskReason, Verdict::AskReason, Verdict::Warn, Verdict::Warn, Verdict::AskReason,
        Verdict::Warn, Verdict::Warn}; ///< in the order of AllGuardrails
    std::array<ContactBudget, 3> budgets {
        ContactBudget {7, 3}, ContactBudget {30, 8}, ContactBudget {90, 16}};
    int unansweredMost = 3; ///< ours in a row without an answer, 1 or more
    int pauseDays = 14; ///< how long the pause after that lasts
    QTime quietFrom {20, 0}; ///< local time where they live
    QTime quietUntil {8, 0};
    bool quietWeekend = true;
    double sameWords = 0.9; ///< alikeness to what went to others, 0…1

    [[nodiscard]] Verdict verdictOf(Guardrail rule) const { return verdicts.at(size_t(rule)); }
    void setVerdict(Guardrail rule, Verdict verdict) { verdicts.at(size_t(rule)) = verdict; }
    friend bool operator==(const GuardrailRules &, const GuardrailRules &) = default;
};

/// What the viewer said, and when.
struct SaidWords
{
    qint64 at = 0; ///< Unix milliseconds
    QString words;

    friend bool operator==(const SaidWords &, const SaidWords &) = default;
};

/// How long the same words to the same person are a repetition. No source: the product's own.
inline constexpr qint64 RepeatedMs = qint64(60) * 60 * 1000;

/// What is about to happen, and what is known of the person.
struct ContactPlan
{
    Prospect prospect;
    Medium medium = Medium::DirectMessage;
    QString words; ///< empty for a call
    qint64 now = 0; ///< Unix milliseconds
    QTimeZone zone; ///< the workspace's, where the person's own is not known
    QList<Consent> consents; ///< any order
    std::array<int, 3> contacts {}; ///< by everybody, within the days of each budget
    int unreturned = 0; ///< our words in a row without an answer
    qint64 lastOursAt = 0; ///< of those; 0 where there is none
    bool anotherTalks = false; ///< a colleague had a word with them within the last 30 days
    QStringList sentToOthers; ///< the viewer's own last words to other people, newest first
    QList<SaidWords> sentHere; ///< the viewer's own last words to this person, any order
};

/// One guardrail that speaks up, and what it says.
struct GuardrailFinding
{
    Guardrail rule = Guardrail::DoNotContact;
    Verdict verdict = Verdict::Allow;
    QString text; ///< translated: what is the matter and what to do

    friend bool operator==(const GuardrailFinding &, const GuardrailFinding &) = default;
};

/// The guardrails that speak up about \a plan, the strictest first. A note is never a contact.
[[nodiscard]] QList<GuardrailFinding> guardrailFindings(
    const GuardrailRules &rules, const ContactPlan &plan);
/// The strictest verdict of \a findings; Allow where there is none.
[[nodiscard]] Verdict strictest(const QList<GuardrailFinding> &findings);
/// The basis that counts for \a medium at \a now: the newest that names it or any medium and has not expired; an objection never does. None where there is none.
[[nodiscard]] LegalBasis basisFor(
    const QList<Consent> &consents, Medium medium, qint64 now, const QTimeZone &zone);
/// How alike two texts are, 0…1: shared runs of three words among all such runs (Jaccard's index over folded words); of shorter texts, shared words.
[[nodiscard]] double alikeness(const QString &one, const QString &other);

/// The rules as text for the workspace's settings, and back. What is missing keeps its default; an unreadable text or a number out of range is an error.
[[nodiscard]] QString guardrailText(const GuardrailRules &rules);
[[nodiscard]] Result<GuardrailRules> guardrailsFromText(const QString &text);
/// Its name for people: "Budget of contacts".
[[nodiscard]] QString guardrailName(Guardrail rule);
