// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"
#include "session/sharing.h"
#include "storage/prospecttable.h"
#include "test_support/circleworkspace.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;
using namespace CircleFixture;

/// The owner chooses who sees what was said; others cannot.
class TestSharing : public QObject
{
    Q_OBJECT

    std::unique_ptr<CircleWorkspace> m_test;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<ProspectDossier> m_dossier;

    void openAs(const QString &login)
    {
        m_dossier.reset();
        m_workspace.reset();
        m_workspace = m_test->another(login);
        QVERIFY(m_workspace);
        m_dossier = std::make_unique<ProspectDossier>(*m_workspace, nullptr);
        m_dossier->open(Open);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
    }
    void settle()
    {
        QTRY_VERIFY(!m_workspace->isWriting());
        m_dossier->open({});
        m_dossier->open(Open);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
    }

private slots:
    void init()
    {
        m_test = std::make_unique<CircleWorkspace>();
        QCOMPARE(m_test->fill(), QString());
    }
    void cleanup()
    {
        m_dossier.reset();
        m_workspace.reset();
        m_test.reset();
    }

    void theOwnerSharesAndTakesItBack()
    {
        openAs(u"ann"_s);
        QCOMPARE(m_dossier->conversations().size(), 3);
        QVERIFY(Sharing::stateOf(*m_workspace, *m_dossier).isMixed);
        Sharing::set(*m_workspace, *m_dossier, Privacy::Shared, {cat.id});
        settle();
        const Sharing::State state = Sharing::stateOf(*m_workspace, *m_dossier);
        QVERIFY(!state.isMixed);
        QCOMPARE(state.privacy, Privacy::Shared);
        QCOMPARE(state.with, QSet<UserId> {cat.id});
        openAs(u"cat"_s);
        QCOMPARE(m_dossier->conversations().size(), 3);
        openAs(u"bob"_s);
        QCOMPARE(m_dossier->conversations().size(), 0);
    }

    void undoBringsBackWhoSawIt()
    {
        openAs(u"ann"_s);
        Sharing::set(*m_workspace, *m_dossier, Privacy::Team);
        settle();
        QCOMPARE(Sharing::stateOf(*m_workspace, *m_dossier).privacy, Privacy::Team);
        m_workspace->undoStack()->undo();
        settle();
        QVERIFY(Sharing::stateOf(*m_workspace, *m_dossier).isMixed);
        QCOMPARE(m_dossier->shares().size(), 1);
    }

    void sharedWithNobodyIsPrivate()
    {
        openAs(u"ann"_s);
        Sharing::set(*m_workspace, *m_dossier, Privacy::Shared, {});
        settle();
        QCOMPARE(Sharing::stateOf(*m_workspace, *m_dossier).privacy, Privacy::Private);
        openAs(u"bob"_s);
        QCOMPARE(m_dossier->conversations().size(), 0);
    }

    void othersDecideNothing()
    {
        openAs(u"bob"_s);
        QCOMPARE(m_dossier->conversations().size(), 2);
        QVERIFY(Sharing::stateOf(*m_workspace, *m_dossier).own.isEmpty());
        Sharing::set(*m_workspace, *m_dossier, Privacy::Team);
        QVERIFY(!m_workspace->isWriting());
        QCOMPARE(m_workspace->undoStack()->count(), 0);
    }

    void theCircleHidesAPerson()
    {
        openAs(u"ann"_s);
        Sharing::setPrivateCircle(*m_workspace, *m_dossier->prospect(), true);
        settle();
        QCOMPARE(m_dossier->prospect()->privateTo, ann.id);
        openAs(u"meg"_s);
        QVERIFY(!m_dossier->prospect());
        openAs(u"ann"_s);
        Sharing::setPrivateCircle(*m_workspace, *m_dossier->prospect(), false);
        settle();
        openAs(u"meg"_s);
        QVERIFY(m_dossier->prospect());
    }
};

PULLPUSH_TEST(TestSharing)
#include "tst_sharing.moc"
