// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"
#include "test_support/circleworkspace.h"
#include "test_support/testprogram.h"
#include "ui_prospects/sharingbutton.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

class TestSharingButton : public QObject
{
    Q_OBJECT

    std::unique_ptr<CircleWorkspace> m_test;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<ProspectDossier> m_dossier;
    std::unique_ptr<SharingButton> m_button;

    void openAs(const QString &login)
    {
        m_button.reset();
        m_dossier.reset();
        m_workspace.reset();
        m_workspace = m_test->another(login);
        QVERIFY(m_workspace);
        m_dossier = std::make_unique<ProspectDossier>(*m_workspace, nullptr);
        m_button = std::make_unique<SharingButton>(*m_workspace, *m_dossier);
        connect(
            m_dossier.get(), &ProspectDossier::changed, m_button.get(), &SharingButton::refresh);
        m_dossier->open(Open);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
    }
    /// The action as the menu shows it now; null where it has none of that name.
    QAction *action(const QString &name)
    {
        emit m_button->menu()->aboutToShow();
        return m_button->menu()->findChild<QAction *>(name);
    }

private slots:
    void init()
    {
        m_test = std::make_unique<CircleWorkspace>();
        QCOMPARE(m_test->fill(), QString());
    }
    void cleanup()
    {
        m_button.reset();
        m_dossier.reset();
        m_workspace.reset();
        m_test.reset();
    }

    void theOwnerChooses()
    {
        openAs(u"ann"_s);
        const QString mixed = m_button->accessibleName();
        QVERIFY(action(u"sharing.team"_s));
        action(u"sharing.team"_s)->trigger();
        QTRY_VERIFY(!m_workspace->isWriting());
        QVERIFY(m_button->accessibleName() != mixed);
        QVERIFY(action(u"sharing.team"_s)->isChecked());
        action(u"sharing.with.3"_s)->trigger();
        QTRY_VERIFY(!m_workspace->isWriting());
        QTRY_VERIFY(action(u"sharing.with.3"_s)->isChecked());
        QVERIFY(!action(u"sharing.with.2"_s)->isChecked());
        QVERIFY(!action(u"sharing.with.1"_s)); // not with oneself
        action(u"sharing.private"_s)->trigger();
        QTRY_VERIFY(action(u"sharing.private"_s)->isChecked());
    }

    void othersSeeWhoseItIs()
    {
        openAs(u"bob"_s);
        QVERIFY(m_button->accessibleName().contains(u"Ann"_s));
        QVERIFY(!action(u"sharing.team"_s));
        QVERIFY(!action(u"sharing.private"_s));
    }

    void saysWhatPrivacyInAFileIsWorth()
    {
        openAs(u"ann"_s);
        QVERIFY(action(u"sharing.courtesy"_s));
        QVERIFY(!action(u"sharing.courtesy"_s)->isEnabled());
    }
};

PULLPUSH_WINDOW_TEST(TestSharingButton)
#include "tst_sharingbutton.moc"
