// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/guardrails.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {
const QTimeZone Berlin("Europe/Berlin");

qint64 berlin(const QString &iso)
{
    const QDateTime local = QDateTime::fromString(iso, Qt::ISODate);
    return localToInstant(local.date(), local.time(), Berlin);
}

/// A contact to which nothing objects.
ContactPlan goodPlan()
{
    ContactPlan plan;
    plan.prospect.name = u"Anna Berg"_s;
    plan.now = berlin(u"2026-03-04T10:00:00"_s); // a Wednesday
    plan.zone = Berlin;
    Consent consent;
    consent.id = ConsentId(1);
    consent.basis = LegalBasis::Consent;
    consent.at.ms = plan.now - DayMs;
    plan.consents = {consent};
    plan.words = u"Hello Anna, you asked about the big pot"_s;
    return plan;
}

using Change = std::function<void(ContactPlan &)>;
} // namespace
Q_DECLARE_METATYPE(Change)

class TestGuardrails : public QObject
{
    Q_OBJECT

private slots:
    void lets()
    {
        QCOMPARE(guardrailFindings({}, goodPlan()), {});
        QCOMPARE(strictest({}), Verdict::Allow);
    }

    void speaksUp_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const Change &change, const char *rule,
                             const char *verdict) {
            QTest::newRow(name) << change << QString::fromLatin1(rule)
                                << QString::fromLatin1(verdict);
        };
        row(
            "objected", [](ContactPlan &p) { p.prospect.doNotContactSince = 1; }, "do-not-contact",
            "block");
        row(
            "no basis", [](ContactPlan &p) { p.consents.clear(); }, "no-basis", "warn");
        row(
            "withdrawn",
            [](ContactPlan &p) {
                Consent taken = p.consents.first();
                taken.id = ConsentId(2);
                taken.basis = LegalBasis::Withdrawn;
                p.consents.append(taken);
            },
            "no-basis", "warn");
        row(
            "expired", [](ContactPlan &p) { p.consents.first().expiresOn = QDate(2026, 3, 3); },
            "no-basis", "warn");
        row(
            "for another medium",
            [](ContactPlan &p) { p.consents.first().medium = ConsentMedium::Call; }, "no-basis",
            "warn");
        row(
            "three this week",
            [](ContactPlan &p) {
                p.contacts = {3, 3, 3};
            },
            "budget", "ask-reason");
        row(
            "sixteen in ninety days",
            [](ContactPlan &p) {
                p.contacts = {0, 2, 16};
            },
            "budget", "ask-reason");
        row(
            "three without an answer",
            [](ContactPlan &p) {
                p.unreturned = 3;
                p.lastOursAt = p.now - 13 * DayMs;
            },
            "unanswered", "ask-reason");
        row(
            "evening", [](ContactPlan &p) { p.now = berlin(u"2026-03-04T20:00:00"_s); },
            "quiet-hours", "warn");
        row(
            "Sunday", [](ContactPlan &p) { p.now = berlin(u"2026-03-08T12:00:00"_s); },
            "quiet-hours", "warn");
        row(
            "night where they live",
            [](ContactPlan &p) { p.prospect.zone = u"America/Los_Angeles"_s; }, "quiet-hours",
            "warn");
        row(
            "the same words",
            [](ContactPlan &p) {
                p.sentToOthers = {
                    u"something else"_s, u"hello anna — you asked about the big pot."_s};
            },
            "copy-paste", "warn");
        row(
            "private circle", [](ContactPlan &p) { p.prospect.privateTo = UserId(7); },
            "private-circle", "ask-reason");
        row(
            "a colleague", [](ContactPlan &p) { p.anotherTalks = true; }, "another-voice", "warn");
        row(
            "the same words again",
            [](ContactPlan &p) {
                p.sentHere = {{p.now - 60'000, u" hello Anna – you asked about the big pot."_s}};
            },
            "repeated", "warn");
        row(
            "the same sign again",
            [](ContactPlan &p) {
                p.words = u"👍"_s;
                p.sentHere = {{p.now - RepeatedMs + 1, u"👍 "_s}};
            },
            "repeated", "warn");
    }
    void speaksUp()
    {
        QFETCH(Change, change);
        QFETCH(QString, rule);
        QFETCH(QString, verdict);
        ContactPlan plan = goodPlan();
        change(plan);
        const auto findings = guardrailFindings({}, plan);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(toText(findings.first().rule), rule);
        QCOMPARE(toText(findings.first().verdict), verdict);
        QVERIFY(!findings.first().text.isEmpty());
        plan.medium = Medium::Note;
        QCOMPARE(guardrailFindings({}, plan), {});
    }

    void anObjectionNeverExpires()
    {
        ContactPlan plan = goodPlan();
        Consent objection = plan.consents.first();
        objection.id = ConsentId(2);
        objection.basis = LegalBasis::Withdrawn;
        objection.at.ms += 1000;
        objection.expiresOn = QDate(2026, 3, 3);
        plan.consents.append(objection);
        QCOMPARE(basisFor(plan.consents, plan.medium, plan.now, plan.zone), LegalBasis::Withdrawn);
        const auto findings = guardrailFindings({}, plan);
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings.first().text.contains(u"Anna Berg"_s)); // not that nothing is recorded
    }

    void saysWhyItIsQuiet()
    {
        GuardrailRules rules;
        ContactPlan plan = goodPlan();
        const auto words = [&] {
            const auto findings = guardrailFindings(rules, plan);
            return findings.isEmpty() ? QString() : findings.first().text;
        };
        plan.now = berlin(u"2026-03-07T00:00:00"_s); // the night to Saturday
        QVERIFY(words().contains(u"weekend"_s));
        QVERIFY(!words().contains(u"20:00"_s));
        rules.quietWeekend = false;
        QVERIFY(!words().contains(u"weekend"_s));
        QVERIFY(words().contains(u"20:00"_s));
        plan.now = berlin(u"2026-03-07T08:00:00"_s); // the end is no quiet hour any more
        QCOMPARE(words(), QString());
        plan.now = berlin(u"2026-03-29T07:59:00"_s); // after the clocks went forward
        QVERIFY(!words().isEmpty());
        plan.now = berlin(u"2026-03-29T08:00:00"_s);
        QCOMPARE(words(), QString());
    }

    void endsItsPause()
    {
        ContactPlan plan = goodPlan();
        plan.unreturned = 5;
        plan.lastOursAt = plan.now - 14 * DayMs;
        QCOMPARE(guardrailFindings({}, plan), {});
    }

    void putsTheStrictestFirst()
    {
        ContactPlan plan = goodPlan();
        plan.anotherTalks = true;
        plan.contacts = {9, 9, 9};
        plan.prospect.doNotContactSince = 1;
        const auto findings = guardrailFindings({}, plan);
        QCOMPARE(findings.size(), 3);
        QCOMPARE(findings.at(0).rule, Guardrail::DoNotContact);
        QCOMPARE(findings.at(1).rule, Guardrail::Budget);
        QCOMPARE(strictest(findings), Verdict::Block);
        GuardrailRules mild;
        mild.setVerdict(Guardrail::DoNotContact, Verdict::Allow);
        QCOMPARE(guardrailFindings(mild, plan).size(), 2);
    }

    void onlyTheSameWordsOfTheLastHourAreARepetition()
    {
        ContactPlan plan = goodPlan();
        plan.sentHere = {{plan.now - RepeatedMs, plan.words}};
        QCOMPARE(guardrailFindings({}, plan), {});
        plan.sentHere = {{plan.now - 1000, plan.words + u" today"_s}};
        QCOMPARE(guardrailFindings({}, plan), {});
        plan.words = u"👍"_s;
        plan.sentHere = {{plan.now - 1000, u"👎"_s}};
        QCOMPARE(guardrailFindings({}, plan), {});
        plan.words.clear(); // of a call
        plan.sentHere = {{plan.now - 1000, QString()}, {plan.now - 2000, u"👍"_s}};
        QCOMPARE(guardrailFindings({}, plan), {});
    }

    void takesFewLettersForNoCopy()
    {
        GuardrailRules rules;
        ContactPlan plan;
        plan.now = berlin(u"2026-03-04T12:00:00"_s);
        plan.zone = QTimeZone("Europe/Berlin");
        const auto isCopy = [&](const QString &words, const QString &sent) {
            plan.words = words;
            plan.sentToOthers = {sent};
            const auto findings = guardrailFindings(rules, plan);
            return std::ranges::find(findings, Guardrail::CopyPaste, &GuardrailFinding::rule)
                != findings.end();
        };
        QVERIFY(!isCopy(u"Thanks!"_s, u"Thanks!"_s));
        QVERIFY(!isCopy(u"Thank you very much!"_s, u"thank you very much"_s));
        // Signs and spaces are no letters.
        QVERIFY(!isCopy(u"Thanks! ————————————————————————"_s, u"Thanks!"_s));
        QVERIFY(!isCopy(u"abcdefghijklmnopqrstuvw"_s, u"abcdefghijklmnopqrstuvw"_s)); // 23
        QVERIFY(isCopy(u"abcdefghijklmnopqrstuvwx"_s, u"abcdefghijklmnopqrstuvwx"_s));
    }

    void measuresAlikeness()
    {
        QCOMPARE(alikeness(u"a b c d"_s, u"A, b; c. D"_s), 1.0);
        QCOMPARE(alikeness(u"one two three"_s, u"four five six"_s), 0.0);
        QCOMPARE(alikeness(u"a b c d"_s, u"a b c e"_s), 1.0 / 3);
        QCOMPARE(alikeness(u"yes"_s, u"yes please"_s), 0.5);
        QCOMPARE(alikeness({}, u"x"_s), 0.0);
    }

    void keepsItsRules()
    {
        GuardrailRules rules;
        rules.setVerdict(Guardrail::Budget, Verdict::Block);
        rules.budgets.at(1) = {31, 5};
        rules.quietFrom = QTime(21, 30);
        rules.sameWords = 0.75;
        rules.quietWeekend = false;
        const auto read = guardrailsFromText(guardrailText(rules));
        QVERIFY(read);
        QCOMPARE(*read, rules);
        QCOMPARE(*guardrailsFromText({}), GuardrailRules());
        for (const char *bad :
            {"{", "{\"verdicts\":{\"budget\":\"perhaps\"}}", "{\"unanswered\":0}",
                "{\"quietFrom\":\"late\"}", "{\"sameWords\":2}", "{\"budgets\":[{\"days\":0}]}"})
            QVERIFY2(!guardrailsFromText(QString::fromLatin1(bad)), bad);
    }
};

PULLPUSH_TEST(TestGuardrails)
#include "tst_guardrails.moc"
