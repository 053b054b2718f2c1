// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/guardrails.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
struct Guardrails
{
    Q_DECLARE_TR_FUNCTIONS(Guardrails)
};

QTimeZone zoneOf(const ContactPlan &plan)
{
    if (plan.prospect.zone.isEmpty())
        return plan.zone; // Qt takes no name for the computer's zone
    const QTimeZone own(plan.prospect.zone.toUtf8());
    return own.isValid() ? own : plan.zone;
}

QDateTime localNow(const ContactPlan &plan)
{
    return QDateTime::fromMSecsSinceEpoch(plan.now, Qt::UTC).toTimeZone(zoneOf(plan));
}

bool isQuietWeekend(const GuardrailRules &rules, const ContactPlan &plan)
{
    return rules.quietWeekend && localNow(plan).date().dayOfWeek() >= Qt::Saturday;
}

bool isQuiet(const GuardrailRules &rules, const ContactPlan &plan)
{
    if (isQuietWeekend(rules, plan))
        return true;
    const QTime time = localNow(plan).time();
    if (rules.quietFrom == rules.quietUntil)
        return false;
    return rules.quietFrom < rules.quietUntil ? time >= rules.quietFrom && time < rules.quietUntil
                                              : time >= rules.quietFrom || time < rules.quietUntil;
}

bool isOverBudget(const GuardrailRules &rules, const ContactPlan &plan)
{
    for (size_t i = 0; i < rules.budgets.size(); ++i) {
        if (plan.contacts.at(i) >= rules.budgets.at(i).most)
            return true;
    }
    return false;
}

bool isPaused(const GuardrailRules &rules, const ContactPlan &plan)
{
    return plan.unreturned >= rules.unansweredMost
        && plan.now - plan.lastOursAt < rules.pauseDays * DayMs;
}

/// With fewer letters and digits words can be the same by chance: what is said to everybody (“Thanks!”, “Thank you very much”) is no copy. No source: the product's own.
constexpr qsizetype FewLettersOfACopy = 24;

bool isCopied(const GuardrailRules &rules, const ContactPlan &plan)
{
    const auto letters =
        std::ranges::count_if(plan.words, [](QChar c) { return c.isLetterOrNumber(); });
    return letters >= FewLettersOfACopy
        && std::ranges::any_of(plan.sentToOthers,
            [&](const QString &sent) { return alikeness(plan.words, sent) >= rules.sameWords; });
}

QStringList foldedWords(const QString &text)
{
    QString spaced = foldText(text);
    for (QChar &c : spaced) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

/// Signs alone, as an emoji, are compared as they stand.
bool areSameWords(const QString &one, const QString &other)
{
    const QStringList words = foldedWords(one);
    return words.isEmpty() ? !one.trimmed().isEmpty() && one.trimmed() == other.trimmed()
                           : words == foldedWords(other);
}

bool isRepeated(const ContactPlan &plan)
{
    return std::ranges::any_of(plan.sentHere, [&plan](const SaidWords &said) {
        return plan.now - said.at < RepeatedMs && areSameWords(plan.words, said.words);
    });
}

bool lacksBasis(const ContactPlan &plan)
{
    const LegalBasis basis = basisFor(plan.consents, plan.medium, plan.now, plan.zone);
    return basis == LegalBasis::None || basis == LegalBasis::Withdrawn;
}

bool speaksUp(Guardrail rule, const GuardrailRules &rules, const ContactPlan &plan)
{
    switch (rule) {
    case Guardrail::DoNotContact:
        return plan.prospect.doNotContactSince != 0;
    case Guardrail::NoBasis:
        return lacksBasis(plan);
    case Guardrail::Budget:
        return isOverBudget(rules, plan);
    case Guardrail::Unanswered:
        return isPaused(rules, plan);
    case Guardrail::QuietHours:
        return isQuiet(rules, plan);
    case Guardrail::CopyPaste:
        return isCopied(rules, plan);
    case Guardrail::PrivateCircle:
        return !plan.prospect.privateTo.isNull();
    case Guardrail::AnotherVoice:
        return plan.anotherTalks;
    case Guardrail::Repeated:
        return isRepeated(plan);
    }
    Q_UNREACHABLE();
}

QString wordsOf(Guardrail rule, const GuardrailRules &rules, const ContactPlan &plan)
{
    const QString name = displayName(plan.prospect);
    switch (rule) {
    case Guardrail::DoNotContact:
        return Guardrails::tr("%1 does not want to be contacted.").arg(name);
    case Guardrail::NoBasis:
        if (basisFor(plan.consents, plan.medium, plan.now, plan.zone) == LegalBasis::Withdrawn)
            return Guardrails::tr("%1 took back their consent for this medium, or objected to it.")
                .arg(name);
        return Guardrails::tr(
            "No consent or legal basis is recorded for this medium. Record one under “Consent”.");
    case Guardrail::Budget:
        return Guardrails::tr("The team’s budget of contacts for this person is used up for now.");
    case Guardrail::Unanswered:
        return Guardrails::tr(
            "%n message(s) in a row had no answer: pause for a while.", nullptr, plan.unreturned);
    case Guardrail::QuietHours:
        if (isQuietWeekend(rules, plan))
            return Guardrails::tr("It is the weekend where they live.");
        return Guardrails::tr("It is a quiet hour where they live (%1 to %2).")
            .arg(rules.quietFrom.toString(u"HH:mm"_s), rules.quietUntil.toString(u"HH:mm"_s));
    case Guardrail::CopyPaste:
        return Guardrails::tr(
            "Nearly the same words went to somebody else. Make them this person’s own.");
    case Guardrail::PrivateCircle:
        return Guardrails::tr("%1 belongs to a private circle. Write only if they agreed to hear "
                              "about business.")
            .arg(name);
    case Guardrail::AnotherVoice:
        return Guardrails::tr(
            "Someone here already talks to this person. One voice is better than two.");
    case Guardrail::Repeated:
        return Guardrails::tr("You logged these words here just now.");
    }
    Q_UNREACHABLE();
}

QSet<QString> runsOf(const QStringList &words, qsizetype length)
{
    QSet<QString> runs;
    for (qsizetype i = 0; i + length <= words.size(); ++i)
        runs.insert(words.mid(i, length).join(u' '));
    return runs;
}

bool covers(const Consent &consent, Medium medium)
{
    switch (consent.medium) {
    case ConsentMedium::Any:
        return true;
    case ConsentMedium::DirectMessage:
        return medium == Medium::DirectMessage;
    case ConsentMedium::Call:
        return medium == Medium::Call || medium == Medium::Meeting;
    case ConsentMedium::Email:
        return medium == Medium::Email;
    }
    Q_UNREACHABLE();
}
} // namespace

QList<GuardrailFinding> guardrailFindings(const GuardrailRules &rules, const ContactPlan &plan)
{
    QList<GuardrailFinding> findings;
    if (plan.medium == Medium::Note)
        return findings;
    for (const Guardrail rule : AllGuardrails) {
        const Verdict verdict = rules.verdictOf(rule);
        if (verdict != Verdict::Allow && speaksUp(rule, rules, plan))
            findings.append({rule, verdict, wordsOf(rule, rules, plan)});
    }
    std::ranges::stable_sort(findings, std::ranges::greater {}, &GuardrailFinding::verdict);
    return findings;
}

Verdict strictest(const QList<GuardrailFinding> &findings)
{
    Verdict verdict = Verdict::Allow;
    for (const GuardrailFinding &finding : findings)
        verdict = std::max(verdict, finding.verdict);
    return verdict;
}

LegalBasis basisFor(
    const QList<Consent> &consents, Medium medium, qint64 now, const QTimeZone &zone)
{
    const Consent *newest = nullptr;
    const QDate today = localDay(now, zone);
    const auto isExpired = [today](const Consent &consent) {
        // An objection stands until there is a newer basis: what it took back never comes to life by itself.
        return consent.basis != LegalBasis::Withdrawn && consent.expiresOn.isValid()
            && consent.expiresOn < today;
    };
    for (const Consent &consent : consents) {
        if (!covers(consent, medium) || consent.at.ms > now || isExpired(consent))
            continue;
        if (newest == nullptr
            || std::pair(consent.at.ms, consent.id.value())
                > std::pair(newest->at.ms, newest->id.value()))
            newest = &consent;
    }
    return newest == nullptr ? LegalBasis::None : newest->basis;
}

double alikeness(const QString &one, const QString &other)
{
    const QStringList first = foldedWords(one);
    const QStringList second = foldedWords(other);
    if (first.isEmpty() || second.isEmpty())
        return first.isEmpty() && second.isEmpty() ? 1 : 0;
    const auto length = std::min<qsizetype>({3, first.size(), second.size()});
    const QSet<QString> runs = runsOf(first, length);
    const QSet<QString> others = runsOf(second, length);
    const auto shared =
        std::ranges::count_if(runs, [&others](const QString &run) { return others.contains(run); });
    return double(shared) / double(runs.size() + others.size() - shared);
}

QString guardrailText(const GuardrailRules &rules)
{
    QJsonObject verdicts;
    for (const Guardrail rule : AllGuardrails)
        verdicts.insert(toText(rule), toText(rules.verdictOf(rule)));
    QJsonArray budgets;
    for (const ContactBudget &budget : rules.budgets)
        budgets.append(QJsonObject {{u"days"_s, budget.days}, {u"most"_s, budget.most}});
    const QJsonObject all {{u"verdicts"_s, verdicts}, {u"budgets"_s, budgets},
        {u"unanswered"_s, rules.unansweredMost}, {u"pauseDays"_s, rules.pauseDays},
        {u"quietFrom"_s, rules.quietFrom.toString(u"HH:mm"_s)},
        {u"quietUntil"_s, rules.quietUntil.toString(u"HH:mm"_s)},
        {u"quietWeekend"_s, rules.quietWeekend}, {u"sameWords"_s, rules.sameWords}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

namespace {
Result<> refusedRules()
{
    return fail(Error::Code::Rejected,
        Guardrails::tr("The guardrails in this workspace’s settings cannot be read. The rules "
                       "that come with Pullpush hold until they are set again."));
}

/// A whole number within its range, where \a all has it.
bool readNumber(const QJsonObject &all, const QString &key, int least, int &target)
{
    if (!all.contains(key))
        return true;
    const double number = all.value(key).toDouble(-1);
    if (number < least || number > 100000 || number != std::floor(number))
        return false;
    target = int(number);
    return true;
}

bool readTime(const QJsonObject &all, const QString &key, QTime &target)
{
    if (!all.contains(key))
        return true;
    const QTime time = QTime::fromString(all.value(key).toString(), u"HH:mm"_s);
    if (time.isValid())
        target = time;
    return time.isValid();
}

bool readVerdicts(const QJsonObject &verdicts, GuardrailRules &rules)
{
    for (auto it = verdicts.begin(); it != verdicts.end(); ++it) {
        const auto rule = fromText<Guardrail>(it.key());
        const auto verdict = fromText<Verdict>(it.value().toString());
        if (!rule || !verdict)
            return false;
        rules.setVerdict(*rule, *verdict);
    }
    return true;
}

bool readBudgets(const QJsonArray &budgets, GuardrailRules &rules)
{
    if (budgets.size() > qsizetype(rules.budgets.size()))
        return false;
    for (qsizetype i = 0; i < budgets.size(); ++i) {
        const QJsonObject budget = budgets.at(i).toObject();
        if (!readNumber(budget, u"days"_s, 1, rules.budgets.at(size_t(i)).days)
            || !readNumber(budget, u"most"_s, 0, rules.budgets.at(size_t(i)).most))
            return false;
    }
    return true;
}
} // namespace

Result<GuardrailRules> guardrailsFromText(const QString &text)
{
    GuardrailRules rules;
    if (text.isEmpty())
        return rules;
    QJsonParseError error {};
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8(), &error).object();
    bool isGood = error.error == QJsonParseError::NoError
        && readVerdicts(all.value(u"verdicts"_s).toObject(), rules)
        && readBudgets(all.value(u"budgets"_s).toArray(), rules)
        && readNumber(all, u"unanswered"_s, 1, rules.unansweredMost)
        && readNumber(all, u"pauseDays"_s, 0, rules.pauseDays)
        && readTime(all, u"quietFrom"_s, rules.quietFrom)
        && readTime(all, u"quietUntil"_s, rules.quietUntil);
    rules.quietWeekend = all.value(u"quietWeekend"_s).toBool(rules.quietWeekend);
    rules.sameWords = all.value(u"sameWords"_s).toDouble(rules.sameWords);
    isGood = isGood && rules.sameWords >= 0 && rules.sameWords <= 1;
    if (!isGood)
        return tl::unexpected(refusedRules().error());
    return rules;
}

QString guardrailName(Guardrail rule)
{
    switch (rule) {
    case Guardrail::DoNotContact:
        return Guardrails::tr("Do not contact");
    case Guardrail::NoBasis:
        return Guardrails::tr("Consent or legal basis");
    case Guardrail::Budget:
        return Guardrails::tr("Budget of contacts");
    case Guardrail::Unanswered:
        return Guardrails::tr("Pause without an answer");
    case Guardrail::QuietHours:
        return Guardrails::tr("Quiet hours");
    case Guardrail::CopyPaste:
        return Guardrails::tr("Same words to several people");
    case Guardrail::PrivateCircle:
        return Guardrails::tr("Private circle");
    case Guardrail::AnotherVoice:
        return Guardrails::tr("One voice");
    case Guardrail::Repeated:
        return Guardrails::tr("Same words again");
    }
    Q_UNREACHABLE();
}
