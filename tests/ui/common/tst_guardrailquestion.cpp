// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/guardrailbar.h"
#include "ui_common/guardrailquestion.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The answers are given by hand, when the test wants them.
class TestGuardrailQuestion : public QObject
{
    Q_OBJECT

    std::unique_ptr<GuardrailBar> m_bar;
    std::unique_ptr<QPlainTextEdit> m_text;
    QList<GuardrailQuestion::Answer> m_asked;
    bool m_isContact = true;
    int m_gone = 0; ///< how often it went on by itself
    std::unique_ptr<GuardrailQuestion> m_question;

    [[nodiscard]] static GuardrailQuestion::Findings saying(Verdict verdict)
    {
        GuardrailFinding finding;
        finding.verdict = verdict;
        finding.text = u"They asked for it"_s;
        return {finding};
    }
    [[nodiscard]] QLineEdit *reason() const
    {
        return m_bar->findChild<QLineEdit *>(u"guardrail.reason"_s);
    }
    /// What a button or a key does.
    [[nodiscard]] bool press()
    {
        return m_question->hasAnswer([this] { ++m_gone; });
    }

private slots:
    void init()
    {
        m_asked.clear();
        m_isContact = true;
        m_gone = 0;
        m_bar = std::make_unique<GuardrailBar>();
        m_text = std::make_unique<QPlainTextEdit>();
        m_question = std::make_unique<GuardrailQuestion>(
            m_bar.get(), m_text.get(),
            [this](const GuardrailQuestion::Answer &answer) {
                if (m_isContact)
                    m_asked << answer;
                return m_isContact;
            },
            nullptr);
    }
    void cleanup()
    {
        m_question.reset();
        m_text.reset();
        m_bar.reset();
    }

    void nobodyIsAskedAboutNothing()
    {
        QVERIFY(press());
        QVERIFY(m_asked.isEmpty());
        QVERIFY(m_question->hasReason());
    }

    void asksWhileItIsWritten()
    {
        m_question->askSoon();
        QVERIFY(m_asked.isEmpty()); // not at every letter
        QTRY_COMPARE(m_asked.size(), 1);
        QVERIFY(!m_text->isReadOnly());
        const QSignalSpy answered(m_question.get(), &GuardrailQuestion::answered);
        m_asked.first()(saying(Verdict::Warn));
        QCOMPARE(answered.size(), 1);
        QCOMPARE(m_bar->findings(), saying(Verdict::Warn));
        QCOMPARE(m_gone, 0);
        QVERIFY(press()); // it is known what they say
        QCOMPARE(m_asked.size(), 1);
    }

    void isAskedBeforeItGoesOn()
    {
        m_question->askSoon();
        QVERIFY(!press());
        QCOMPARE(m_asked.size(), 1); // at once
        QVERIFY(m_text->isReadOnly());
        QVERIFY(!press()); // impatient
        QCOMPARE(m_asked.size(), 1);
        m_asked.first()(GuardrailQuestion::Findings());
        QCOMPARE(m_gone, 1);
        QVERIFY(!m_text->isReadOnly());
        m_asked.first()(saying(Verdict::Block)); // nobody asked any more
        QCOMPARE(m_gone, 1);
        QVERIFY(m_bar->findings().isEmpty());
    }

    void anAnswerAtOnceNeedsNoWaiting()
    {
        GuardrailQuestion question(
            m_bar.get(), m_text.get(),
            [](const GuardrailQuestion::Answer &answer) {
                answer(saying(Verdict::Warn));
                return true;
            },
            nullptr);
        question.askSoon();
        QVERIFY(question.hasAnswer([this] { ++m_gone; }));
        QCOMPARE(m_gone, 0);
        QCOMPARE(m_bar->findings(), saying(Verdict::Warn));
        QVERIFY(!m_text->isReadOnly());
    }

    void theLastQuestionCounts()
    {
        m_question->askSoon();
        QVERIFY(!press());
        m_question->askSoon(); // by a colleague's new rules
        QTRY_COMPARE(m_asked.size(), 2);
        QVERIFY(m_text->isReadOnly()); // what was pressed still holds
        m_asked.first()(saying(Verdict::Warn));
        QVERIFY(m_bar->findings().isEmpty());
        QCOMPARE(m_gone, 0);
        m_asked.last()(saying(Verdict::Block));
        QCOMPARE(m_bar->findings(), saying(Verdict::Block));
        QCOMPARE(m_gone, 1);
    }

    void whatChangedMeanwhileIsAskedAbout()
    {
        m_question->askSoon();
        QVERIFY(!press());
        m_question->askSoon();
        m_asked.first()(saying(Verdict::Warn)); // about what was there
        QCOMPARE(m_gone, 1);
        QVERIFY(!press()); // as who goes on does first
        QCOMPARE(m_asked.size(), 2);
        m_asked.last()(GuardrailQuestion::Findings());
        QCOMPARE(m_gone, 2);
        QVERIFY(press());
        QCOMPARE(m_asked.size(), 2);
    }

    void whatIsNoContactGoesOn()
    {
        m_question->askSoon();
        QVERIFY(!press());
        m_asked.first()(saying(Verdict::AskReason));
        QVERIFY(!m_bar->findings().isEmpty());
        m_isContact = false;
        m_question->askSoon();
        QVERIFY(press());
        QVERIFY(m_bar->findings().isEmpty());
        QVERIFY(m_question->hasReason());
    }

    void takesAReason()
    {
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        m_question->askSoon();
        QVERIFY(!press());
        m_asked.first()(saying(Verdict::AskReason));
        const QSignalSpy told(m_question.get(), &GuardrailQuestion::told);
        QVERIFY(!m_question->hasReason());
        QCOMPARE(told.size(), 1);
        QTRY_VERIFY(reason()->hasFocus());
        QTest::keyClicks(reason(), u"They called us"_s);
        QVERIFY(m_question->hasReason());
        QCOMPARE(told.size(), 1);
        m_question->forget();
        QVERIFY(reason()->text().isEmpty()); // it was for those words
        QVERIFY(m_bar->findings().isEmpty());
    }

    void whoInsistsGoesOnUnasked()
    {
        const QSignalSpy told(m_question.get(), &GuardrailQuestion::told);
        m_question->askSoon();
        QVERIFY(!press());
        m_asked.first()(fail(Error::Code::Io, u"The workspace cannot be read."_s));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(), u"The workspace cannot be read."_s);
        QCOMPARE(m_gone, 0);
        QVERIFY(!m_text->isReadOnly());
        QVERIFY(press());
    }

    void whatIsForgottenDoesNotGoOn()
    {
        m_question->askSoon();
        QVERIFY(!press());
        m_question->forget();
        QVERIFY(!m_text->isReadOnly());
        m_asked.first()(saying(Verdict::Warn));
        QCOMPARE(m_gone, 0);
        QVERIFY(m_bar->findings().isEmpty());
        m_question->askSoon();
        QVERIFY(!press());
        m_question.reset();
        m_asked.last()(saying(Verdict::Warn)); // nobody is there
        QVERIFY(m_bar->findings().isEmpty());
    }
};

PULLPUSH_WINDOW_TEST(TestGuardrailQuestion)
#include "tst_guardrailquestion.moc"
