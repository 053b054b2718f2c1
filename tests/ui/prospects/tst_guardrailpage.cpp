// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/guardrailservice.h"
#include "session/prospectservice.h"
#include "storage/database.h"
#include "storage/settingtable.h"
#include "test_support/openpage.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"
#include "ui_common/inlinemessage.h"
#include "ui_prospects/guardrailpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>

#include <memory>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestGuardrailPage : public QObject, OpenPage<GuardrailPage>
{
    Q_OBJECT

    const GuardrailRules &rules() const { return (*m_test)->guardrails().rules(); }
    [[nodiscard]] bool open() { return openPage({700, 700}); }
    /// What the workspace keeps.
    QString stored()
    {
        const auto all =
            (*m_test)
                ->database()
                ->read([](Connection &connection) { return SettingTable::all(connection); })
                .result();
        return all ? all->value(u"guardrails"_s) : QString();
    }
    bool store(const QString &text)
    {
        return (*m_test)
            ->database()
            ->write([text](Transaction &transaction) {
                return SettingTable::set(transaction, u"guardrails"_s, text);
            })
            .result()
            .has_value();
    }
    bool reopen()
    {
        m_test->reopen();
        return m_test->isOpen();
    }
    /// Somebody went past the budget, and past a warning.
    void goPast()
    {
        const ProspectId id = m_test->person(u"Nora Field"_s);
        QVERIFY(!id.isNull());
        const QList<GuardrailFinding> findings {
            {Guardrail::Budget, Verdict::AskReason, {}}, {Guardrail::NoBasis, Verdict::Warn, {}}};
        (*m_test)->commit(
            (*m_test)->guardrails().overrides(id, findings, u"They asked"_s), u"Go past"_s);
        QVERIFY(m_test->settle());
    }
    void type(QSpinBox *box, const QString &number)
    {
        box->selectAll();
        QTest::keyClicks(box, number);
        QTest::keyClick(box, Qt::Key_Return);
    }

private slots:
    void init() { QCOMPARE(openWorkspace(), QString()); }
    void cleanup() { closePage(); }

    void showsTheRulesAndChangesThemAtOnce()
    {
        QVERIFY(open());
        QVERIFY(!m_page->findChild<InlineMessage *>()->isVisible());
        auto *verdict = part<QComboBox>(u"guardrails.do-not-contact"_s);
        QCOMPARE(verdict->currentData().toInt(), int(Verdict::Block));
        QTest::keyClick(verdict, Qt::Key_Up);
        QCOMPARE(rules().verdictOf(Guardrail::DoNotContact), Verdict::AskReason);
        type(part<QSpinBox>(u"guardrails.budget7"_s), u"5"_s);
        QCOMPARE(rules().budgets.at(0).most, 5);
        type(part<QSpinBox>(u"guardrails.pause"_s), u"21"_s);
        QCOMPARE(rules().pauseDays, 21);
        type(part<QSpinBox>(u"guardrails.same"_s), u"75"_s);
        QCOMPARE(rules().sameWords, 0.75);
        QTest::keyClick(part<QCheckBox>(u"guardrails.weekend"_s), Qt::Key_Space);
        QVERIFY(!rules().quietWeekend);
        auto *from = part<QTimeEdit>(u"guardrails.from"_s);
        from->setTime({21, 0});
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(rules().quietFrom, QTime(21, 0));
        const GuardrailRules now = rules();
        QTRY_COMPARE(guardrailsFromText(stored()).value_or(GuardrailRules()), now);
    }

    void namesTheDaysOfTheBudgetsThatHold()
    {
        GuardrailRules other;
        other.budgets.at(0).days = 14;
        QVERIFY(store(guardrailText(other)));
        QVERIFY(reopen());
        QVERIFY(open());
        auto *box = part<QSpinBox>(u"guardrails.budget7"_s);
        QTRY_VERIFY(box->accessibleName().contains(u"14"_s));
        const QLabel *label = nullptr;
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *one : labels) {
            if (one->buddy() == box)
                label = one;
        }
        QVERIFY(label && label->text().contains(u"14"_s));
        type(box, u"4"_s);
        QCOMPARE(rules().budgets.at(0), (ContactBudget {14, 4}));
    }

    void saysThatTheStoredRulesCannotBeRead()
    {
        QVERIFY(store(u"no rules"_s));
        QVERIFY(reopen());
        QVERIFY(open());
        const auto *error = m_page->findChild<InlineMessage *>();
        QTRY_VERIFY(error->isVisible());
        QVERIFY(!error->text().isEmpty());
        type(part<QSpinBox>(u"guardrails.pause"_s), u"21"_s); // set again, they can be
        QTRY_VERIFY(!error->isVisible());
        QTRY_COMPARE(guardrailsFromText(stored()).value_or(GuardrailRules()).pauseDays, 21);
    }

    void countsHowOftenEachWasGonePast()
    {
        goPast();
        QVERIFY(open());
        const auto *count = part<QLabel>(u"guardrails.count.budget"_s);
        QTRY_VERIFY(count->text().contains(u"1"_s));
        QVERIFY(!count->text().contains(u"Nora"_s)); // not with whom
        QCOMPARE(part<QComboBox>(u"guardrails.budget"_s)->accessibleDescription(), count->text());
        QVERIFY(part<QLabel>(u"guardrails.count.no-basis"_s)->text().isEmpty()); // a warning only
    }

    void triesToCountAgain()
    {
        goPast();
        QVERIFY(
            executeSql(**m_test, u"ALTER TABLE guardrail_override RENAME COLUMN rule TO hidden"_s));
        QVERIFY(open());
        const auto *error = m_page->findChild<InlineMessage *>();
        QTRY_VERIFY(error->isVisible());
        QVERIFY(
            executeSql(**m_test, u"ALTER TABLE guardrail_override RENAME COLUMN hidden TO rule"_s));
        QPushButton *again = error->findChild<QPushButton *>();
        QVERIFY(again && again->isVisible());
        QTest::keyClick(again, Qt::Key_Space);
        QTRY_VERIFY(part<QLabel>(u"guardrails.count.budget"_s)->text().contains(u"1"_s));
        QVERIFY(!error->isVisible());
    }

    void theFieldsLineUpAndAreNoWiderThanTheirNumbers()
    {
        QVERIFY(open());
        const auto start = [this](const QString &name) {
            auto *field = part<QWidget>(name);
            return field->mapTo(m_page.get(), QPoint()).x();
        };
        const int verdicts = start(u"guardrails.do-not-contact"_s);
        const auto *first = part<QSpinBox>(u"guardrails.budget7"_s);
        for (const QString &name : {u"guardrails.budget7"_s, u"guardrails.budget90"_s,
                 u"guardrails.unanswered"_s, u"guardrails.pause"_s, u"guardrails.same"_s}) {
            QCOMPARE(start(name), verdicts);
            QCOMPARE(part<QSpinBox>(name)->width(), first->width());
        }
        QCOMPARE(start(u"guardrails.from"_s), verdicts);
        QVERIFY(first->width() <= part<QSpinBox>(u"guardrails.same"_s)->sizeHint().width() * 2);
        QVERIFY(!part<QTimeEdit>(u"guardrails.from"_s)->displayFormat().contains(u's'));
    }

    void theTabKeyGoesDown()
    {
        QVERIFY(open());
        auto *first = part<QWidget>(u"guardrails.do-not-contact"_s);
        first->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(first->hasFocus());
        QStringList order;
        for (int i = 0; i < int(AllGuardrails.size()) + 4; ++i) {
            order << m_page->focusWidget()->objectName();
            QTest::keyClick(m_page->focusWidget(), Qt::Key_Tab);
        }
        QStringList expected;
        for (const Guardrail rule : AllGuardrails)
            expected << "guardrails."_L1 + toText(rule);
        expected << u"guardrails.budget7"_s << u"guardrails.budget30"_s << u"guardrails.budget90"_s
                 << u"guardrails.unanswered"_s;
        QCOMPARE(order, expected);
    }
};

PULLPUSH_WINDOW_TEST(TestGuardrailPage)
#include "tst_guardrailpage.moc"
