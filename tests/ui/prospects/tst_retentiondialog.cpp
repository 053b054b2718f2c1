// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/teamsets.h"
#include "storage/database.h"
#include "test_support/circleworkspace.h"
#include "test_support/testprogram.h"
#include "ui_prospects/persondesk.h"
#include "ui_prospects/retentiondialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

class TestRetentionDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<CircleWorkspace> m_test;
    std::unique_ptr<RetentionDialog> m_dialog;

    template<typename T>
    T *part(const QString &name)
    {
        return m_dialog->findChild<T *>(name);
    }
    /// Of the fixture's stage.
    QSpinBox *months()
    {
        return part<QSpinBox>("retention.months."_L1 + (*m_test)->stages().at(1).key);
    }

    /// The button of the question; null while nothing is asked.
    QPushButton *confirmation()
    {
        const auto buttons = m_dialog->findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, u"Delete for good"_s, &QPushButton::text);
        return found == buttons.end() ? nullptr : *found;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<CircleWorkspace>();
        QCOMPARE(m_test->fill(), QString());
        m_dialog = std::make_unique<RetentionDialog>(**m_test);
        m_dialog->start();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_test.reset();
    }

    void nothingIsDueAtFirst()
    {
        QVERIFY(months());
        QCOMPARE(months()->value(), 0);
        QCOMPARE(part<QTreeWidget>(u"retention.due"_s)->topLevelItemCount(), 0);
        QVERIFY(!part<QPushButton>(u"retention.delete"_s)->isEnabled());
    }

    void aRuleShowsWhoIsDue()
    {
        months()->setValue(2);
        auto *list = part<QTreeWidget>(u"retention.due"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        QVERIFY(list->topLevelItem(0)->text(0).contains(canary()));
        QVERIFY(part<QPushButton>(u"retention.delete"_s)->isEnabled());
        months()->setValue(0);
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        QVERIFY((*m_test)->team().retentionRules().isEmpty());
    }

    void returnDeletesNothing()
    {
        months()->setValue(2);
        QTRY_COMPARE(part<QTreeWidget>(u"retention.due"_s)->topLevelItemCount(), 2);
        QTRY_VERIFY(part<QPushButton>(u"retention.delete"_s)->isEnabled());
        months()->setFocus();
        QTest::keyClick(months(), Qt::Key_Return);
        QVERIFY(!confirmation());
        QVERIFY(m_dialog->isVisible());
    }

    void whoWasDueIsLookedForAnew()
    {
        months()->setValue(2);
        QTRY_VERIFY(part<QPushButton>(u"retention.delete"_s)->isEnabled());
        m_dialog->hide();
        m_dialog->start();
        QVERIFY(part<QLabel>(u"retention.loading"_s)->isVisible());
        QVERIFY(!part<QPushButton>(u"retention.delete"_s)->isEnabled());
        QTRY_VERIFY(part<QPushButton>(u"retention.delete"_s)->isEnabled());
    }

    void asksBeforeItDeletes()
    {
        months()->setValue(2);
        auto *list = part<QTreeWidget>(u"retention.due"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        part<QPushButton>(u"retention.delete"_s)->click();
        QTRY_VERIFY(confirmation());
        confirmation()->click();
        QTRY_VERIFY(!part<QLabel>(u"retention.outcome"_s)->isHidden());
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        const auto left =
            (*m_test)
                ->database()
                ->read([](Connection &c) { return Visible::conversationsOf(c, Open); })
                .result();
        QVERIFY(left);
        QVERIFY(left->isEmpty());
    }

    void theQuestionSaysWhatGoes()
    {
        ErasureCounts counts;
        counts.messages = 12;
        counts.groupChats = 3;
        const QString text = PersonDesk::erasureText(counts);
        QVERIFY(text.contains(u"12"_s));
        QVERIFY(text.contains(u"3 group"_s));
        counts.groupChats = 0;
        QVERIFY(!PersonDesk::erasureText(counts).contains(u"group"_s));
        // What there is none of is not named.
        QVERIFY(!PersonDesk::erasureText(counts).contains(u"0 "_s));
        QVERIFY(!PersonDesk::erasureText(counts).contains(u"attachment"_s));
        QVERIFY(PersonDesk::erasureText({}).contains(u"nothing else"_s));
        QVERIFY(!PersonDesk::erasureText({}).contains(u"0"_s));
    }
};

PULLPUSH_WINDOW_TEST(TestRetentionDialog)
#include "tst_retentiondialog.moc"
