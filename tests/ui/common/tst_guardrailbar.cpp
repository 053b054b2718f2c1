// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/guardrailbar.h"
#include "ui_common/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

class TestGuardrailBar : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<GuardrailBar> m_bar;

    [[nodiscard]] QLineEdit *reason() const
    {
        return m_bar->findChild<QLineEdit *>(u"guardrail.reason"_s);
    }
    /// The line of \a rule; those that were there before are hidden until they go.
    [[nodiscard]] QWidget *line(Guardrail rule) const
    {
        const auto lines = m_bar->findChildren<QWidget *>("guardrail."_L1 + toText(rule));
        for (QWidget *one : lines) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QLabel *verdict(Guardrail rule) const
    {
        const QWidget *found = line(rule);
        return found ? found->findChild<QLabel *>(u"guardrail.verdict"_s) : nullptr;
    }
    [[nodiscard]] int top(const QWidget *part) const
    {
        return part->mapTo(m_bar.get(), QPoint()).y();
    }

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_bar = std::make_unique<GuardrailBar>();
        m_bar->resize(600, 200);
    }
    void cleanup() { m_bar.reset(); }

    void tellsTheVerdictsApart()
    {
        m_bar->setFindings({{Guardrail::QuietHours, Verdict::Warn, u"It is late"_s},
            {Guardrail::Budget, Verdict::AskReason, u"Used up"_s},
            {Guardrail::DoNotContact, Verdict::Block, u"They said no"_s}});
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        QVERIFY(!verdict(Guardrail::QuietHours));
        const QLabel *asks = verdict(Guardrail::Budget);
        const QLabel *blocks = verdict(Guardrail::DoNotContact);
        QVERIFY(asks && blocks);
        QVERIFY(asks->text() != blocks->text()); // not by colour alone
        QCOMPARE(asks->palette().color(QPalette::WindowText),
            colour(ColourRole::WarningText, m_bar->palette()));
        QCOMPARE(blocks->palette().color(QPalette::WindowText),
            colour(ColourRole::DangerText, m_bar->palette()));
    }

    void putsWhatOnlyWarnsBehindTheReason()
    {
        m_bar->setFindings({{Guardrail::QuietHours, Verdict::Warn, u"It is late"_s},
            {Guardrail::Budget, Verdict::AskReason, u"Used up"_s}});
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        QTRY_VERIFY(top(line(Guardrail::Budget)) < top(reason()));
        QVERIFY(top(reason()) < top(line(Guardrail::QuietHours)));
    }

    void namesWhatTheReasonIsFor()
    {
        m_bar->setFindings({{Guardrail::Budget, Verdict::AskReason, u"Used up"_s},
            {Guardrail::NoBasis, Verdict::Warn, u"No basis"_s}});
        QVERIFY(reason()->placeholderText().contains(guardrailName(Guardrail::Budget)));
        QVERIFY(!reason()->placeholderText().contains(guardrailName(Guardrail::NoBasis)));
        QCOMPARE(reason()->accessibleName(), reason()->placeholderText());
        m_bar->setFindings({{Guardrail::PrivateCircle, Verdict::AskReason, u"A friend"_s}});
        QVERIFY(reason()->placeholderText().contains(guardrailName(Guardrail::PrivateCircle)));
        QVERIFY(!reason()->placeholderText().contains(guardrailName(Guardrail::Budget)));
        m_bar->setFindings({{Guardrail::NoBasis, Verdict::Warn, u"No basis"_s}});
        QVERIFY(reason()->isHidden());
        QVERIFY(m_bar->isVisible());
    }
};

PULLPUSH_WINDOW_TEST(TestGuardrailBar)
#include "tst_guardrailbar.moc"
