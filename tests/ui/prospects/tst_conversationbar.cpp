// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_prospects/conversationbar.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

class TestConversationBar : public QObject, OpenWorkspace
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProspectDossier> m_dossier;
    std::unique_ptr<ConversationBar> m_bar;

    Workspace &workspace() { return **m_test; }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return m_bar->findChild<QAbstractButton *>(name);
    }
    [[nodiscard]] QString state() const
    {
        const auto *label = m_bar->findChild<QLabel *>(u"conversation.state"_s);
        return label->isVisible() ? label->text() : QString();
    }
    void theySay(const QString &body)
    {
        workspace().conversations().log(
            *m_dossier, {.direction = Direction::Theirs, .body = body, .at = {}});
        QVERIFY(m_test->settle());
    }

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        const ProspectId id = m_test->person(u"Nora Field"_s);
        QVERIFY(!id.isNull());
        m_dossier = std::make_unique<ProspectDossier>(workspace(), nullptr);
        m_bar = std::make_unique<ConversationBar>(workspace(), *m_dossier);
        connect(m_dossier.get(), &ProspectDossier::changed, m_bar.get(), &ConversationBar::refresh);
        m_dossier->open(id);
        m_bar->show();
        QTRY_VERIFY(m_dossier->prospect());
    }
    void cleanup()
    {
        m_bar.reset();
        m_dossier.reset();
        m_test.reset();
    }

    void nothingIsOfferedWithoutAConversation()
    {
        QVERIFY(!m_bar->isOpen());
        QVERIFY(!m_bar->isResting());
        QVERIFY(!button(u"conversation.close"_s)->isVisible());
        QVERIFY(!button(u"conversation.snooze"_s)->isVisible());
        QVERIFY(!button(u"conversation.reopen"_s)->isVisible());
        m_bar->closeConversation(); // nor done
        m_bar->reopen();
        QVERIFY(!workspace().isWriting());
    }

    void closesAndReopens()
    {
        theySay(u"Is there rye?"_s);
        QTRY_VERIFY(button(u"conversation.close"_s)->isVisible());
        QVERIFY(state().isEmpty());
        QTest::mouseClick(button(u"conversation.close"_s), Qt::LeftButton);
        QTRY_COMPARE(state(), u"Closed"_s);
        QVERIFY(!button(u"conversation.close"_s)->isVisible());
        QVERIFY(m_test->settle());
        QVERIFY(workspace().undoStack()->undoText().contains(u"Nora Field"_s));
        workspace().undoStack()->undo();
        QTRY_VERIFY(m_bar->isOpen());
        QVERIFY(m_test->settle());
        m_bar->closeConversation();
        QTRY_VERIFY(button(u"conversation.reopen"_s)->isVisible());
        QVERIFY(m_test->settle());
        QTest::mouseClick(button(u"conversation.reopen"_s), Qt::LeftButton);
        QTRY_VERIFY(m_bar->isOpen());
        QCOMPARE(m_dossier->conversations().first().closedAt, 0);
    }

    void aNewWordOpensIt()
    {
        theySay(u"Is there rye?"_s);
        m_bar->closeConversation();
        QTRY_COMPARE(state(), u"Closed"_s);
        QVERIFY(m_test->settle());
        m_test->clock.advance(60'000);
        theySay(u"Or wheat?"_s);
        QTRY_VERIFY(state().isEmpty());
        QVERIFY(m_bar->isOpen());
    }

    void snoozesUntilADay()
    {
        theySay(u"Is there rye?"_s);
        QTRY_VERIFY(m_bar->isOpen());
        auto *tomorrow = m_bar->findChild<QAction *>(u"conversation.snooze.tomorrow"_s);
        QVERIFY(tomorrow != nullptr);
        m_bar->snooze();
        auto *menu = m_bar->findChild<QWidget *>(u"conversation.snoozeMenu"_s);
        QTRY_VERIFY(menu->isVisible());
        menu->close();
        tomorrow->trigger();
        QTRY_COMPARE(state(), u"Snoozed until tomorrow"_s);
        QVERIFY(m_test->settle());
        QCOMPARE(m_dossier->conversations().first().snoozedUntil, workspace().today().addDays(1));
        m_bar->reopen();
        QTRY_VERIFY(state().isEmpty());
        QVERIFY(!m_dossier->conversations().first().snoozedUntil);
        QVERIFY(m_test->settle());
        workspace().undoStack()->undo();
        QTRY_VERIFY(m_bar->isResting());
    }
};

PULLPUSH_WINDOW_TEST(TestConversationBar)
#include "tst_conversationbar.moc"
