// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/guardrailservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "storage/database.h"
#include "storage/visible.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

class TestGuardrailService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<ProspectDossier> m_dossier;
    ProspectId m_id;

    GuardrailService &service() { return (*m_test)->guardrails(); }
    void settle() { QTRY_VERIFY(!(*m_test)->isWriting()); }
    ProspectId make(const QString &name)
    {
        Prospect prospect;
        prospect.name = name;
        const ProspectId id = (*m_test)->prospects().create(prospect);
        settle();
        return id;
    }
    void log(Direction direction, const QString &words)
    {
        ConversationService::Entry entry;
        entry.direction = direction;
        entry.body = words;
        (*m_test)->conversations().log(*m_dossier, entry);
        settle();
        m_test->clock.advance(60'000);
    }
    QStringList rulesThatSpeak(const QString &words)
    {
        std::optional<QStringList> names;
        service().check(*m_dossier, Medium::DirectMessage, words, this,
            [&names](const Result<GuardrailService::Findings> &findings) {
                names = QStringList();
                if (!findings)
                    *names << u"failed"_s;
                else
                    for (const GuardrailFinding &finding : *findings)
                        *names << toText(finding.rule);
            });
        return QTest::qWaitFor([&names] { return names.has_value(); })
            ? *names
            : QStringList {u"no answer"_s};
    }
    void open(ProspectId id)
    {
        m_dossier->open(id);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        m_test->clock.advance(12 * 3600 * 1000); // noon of a Thursday
        m_dossier = std::make_unique<ProspectDossier>(**m_test, nullptr);
        m_id = make(u"Nora Field"_s);
        open(m_id);
    }
    void cleanup()
    {
        m_dossier.reset();
        m_test.reset();
    }

    void asksForABasisUntilThereIsOne()
    {
        QCOMPARE(rulesThatSpeak(u"Hello"_s), QStringList {u"no-basis"_s});
        Consent consent;
        consent.prospect = m_id;
        consent.basis = LegalBasis::Consent;
        consent.source = u"asked for it at the fair"_s;
        consent.at.ms = m_test->clock.now();
        service().addConsent(consent);
        settle();
        QTRY_COMPARE(m_dossier->consents().size(), 1);
        QCOMPARE(rulesThatSpeak(u"Hello"_s), QStringList());
        (*m_test)->undoStack()->undo();
        settle();
        QTRY_COMPARE(m_dossier->consents().size(), 0);
    }

    void noticesTheSameWordsToTheSamePerson()
    {
        const auto isRepeated = [this](const QString &words) {
            return rulesThatSpeak(words).contains(u"repeated"_s);
        };
        log(Direction::Ours, u"The oak comes on Friday"_s);
        log(Direction::Theirs, u"Fine for us"_s);
        QVERIFY(isRepeated(u"the oak comes on Friday."_s));
        QVERIFY(!isRepeated(u"The oak comes on Monday"_s));
        QVERIFY(!isRepeated(u"Fine for us"_s)); // theirs
        open(make(u"Ben Stone"_s));
        QVERIFY(!isRepeated(u"The oak comes on Friday"_s));
        open(m_id);
        m_test->clock.advance(3'600'000);
        QVERIFY(!isRepeated(u"The oak comes on Friday"_s));
    }

    void countsEverybodysContacts()
    {
        for (int i = 0; i < 3; ++i) {
            log(Direction::Ours, u"Number %1"_s.arg(i));
            log(Direction::Theirs, u"Yes"_s);
        }
        QCOMPARE(rulesThatSpeak(u"Hello"_s), (QStringList {u"budget"_s, u"no-basis"_s}));
        m_test->clock.advance(7 * DayMs);
        QCOMPARE(rulesThatSpeak(u"Hello"_s), QStringList {u"no-basis"_s});
    }

    void pausesFromOurLastWord()
    {
        for (int i = 0; i < 3; ++i)
            log(Direction::Ours, u"Number %1"_s.arg(i));
        QVERIFY(rulesThatSpeak(u"Hello"_s).contains(u"unanswered"_s));
        m_test->clock.advance(10 * DayMs);
        ConversationService::Entry note;
        note.medium = Medium::Note;
        note.body = u"They are at the fair"_s;
        (*m_test)->conversations().log(*m_dossier, note);
        settle();
        QVERIFY(rulesThatSpeak(u"Hello"_s).contains(u"unanswered"_s));
        m_test->clock.advance(5 * DayMs); // fifteen days after our last word
        QVERIFY(!rulesThatSpeak(u"Hello"_s).contains(u"unanswered"_s));
    }

    void pausesForTheNewestOfSeveral()
    {
        const auto talk = [this](int unreturned, int daysAgo) {
            Conversation conversation;
            conversation.id = ConversationId::create((*m_test)->ids());
            conversation.prospect = m_id;
            conversation.owner = (*m_test)->viewer().user;
            conversation.turn = Turn::They;
            conversation.unreturned = unreturned;
            conversation.lastMessageAt = m_test->clock.now() - daysAgo * DayMs;
            return insertion(conversation);
        };
        (*m_test)->commit({talk(5, 40), talk(3, 1)}, u"Two talks"_s);
        settle();
        QTRY_COMPARE(m_dossier->conversations().size(), 2);
        QVERIFY(rulesThatSpeak(u"Hello"_s).contains(u"unanswered"_s));
    }

    void knowsTheWordsThatWentToOthers()
    {
        const QString words = u"We have a pot that would suit your café, shall we talk?"_s;
        log(Direction::Ours, words);
        const ProspectId other = make(u"Ben Stone"_s);
        open(other);
        QVERIFY(rulesThatSpeak(words).contains(u"copy-paste"_s));
        QVERIFY(!rulesThatSpeak(u"Something of their own"_s).contains(u"copy-paste"_s));
        open(m_id);
        QVERIFY(!rulesThatSpeak(words).contains(u"copy-paste"_s)); // it is the same person
    }

    void keepsAndCountsWhatWasGonePast()
    {
        GuardrailRules rules;
        rules.setVerdict(Guardrail::NoBasis, Verdict::AskReason);
        service().setRules(rules);
        QCOMPARE(service().rules(), rules);
        GuardrailFinding asked;
        asked.rule = Guardrail::NoBasis;
        asked.verdict = Verdict::AskReason;
        GuardrailFinding warned;
        warned.rule = Guardrail::QuietHours;
        warned.verdict = Verdict::Warn;
        (*m_test)->commit(service().overrides(m_id, {asked, warned}, u"they rang"_s), u"Go past"_s);
        settle();
        QTRY_COMPARE(m_dossier->overrides().size(), 1);
        QCOMPARE(m_dossier->overrides().first().reason, u"they rang"_s);
        Message dismissed;
        dismissed.id = MessageId(1);
        service().dismissOptOut(dismissed, m_id); // no guardrail, and not counted as one
        settle();
        QTRY_COMPARE(m_dossier->overrides().size(), 2);
        std::optional<QHash<QString, int>> counts;
        service().overrideCounts(30, this, [&counts](const Result<QHash<QString, int>> &found) {
            counts = found.value_or(QHash<QString, int>());
        });
        QTRY_VERIFY(counts.has_value());
        QCOMPARE(*counts, (QHash<QString, int> {{u"no-basis"_s, 1}}));
    }

    void keepsItsRulesInTheWorkspace()
    {
        GuardrailRules rules;
        rules.unansweredMost = 5;
        service().setRules(rules);
        QTRY_COMPARE((*m_test)->guardrails().rules().unansweredMost, 5);
        (*m_test)->database()->write([](Transaction &) { return Result<>(); }).waitForFinished();
        m_dossier.reset();
        m_test->reopen();
        QTRY_COMPARE((*m_test)->guardrails().rules().unansweredMost, 5);
    }

    void proposesTheFlagOnce()
    {
        QVERIFY(!GuardrailService::optOutMessage(*m_dossier));
        log(Direction::Ours,
            u"Not interested in selling to you"_s); // our own words ask for nothing
        QVERIFY(!GuardrailService::optOutMessage(*m_dossier));
        log(Direction::Theirs, u"Thanks, but I am not interested."_s);
        QTRY_VERIFY(GuardrailService::optOutMessage(*m_dossier));
        service().dismissOptOut(*GuardrailService::optOutMessage(*m_dossier), m_id);
        settle();
        QTRY_VERIFY(!GuardrailService::optOutMessage(*m_dossier));
        log(Direction::Theirs, u"Stop"_s);
        QTRY_VERIFY(GuardrailService::optOutMessage(*m_dossier));
        service().setDoNotContact(*m_dossier->prospect(), true, u"stop"_s);
        settle();
        QTRY_VERIFY(!GuardrailService::optOutMessage(*m_dossier));
        QCOMPARE(m_dossier->prospect()->doNotContactWhy, u"stop"_s);
        QVERIFY(rulesThatSpeak(u"Hello"_s).contains(u"do-not-contact"_s));
        (*m_test)->undoStack()->undo();
        settle();
        QTRY_COMPARE(m_dossier->prospect()->doNotContactSince, 0);
    }
};

PULLPUSH_TEST(TestGuardrailService)
#include "tst_guardrailservice.moc"
