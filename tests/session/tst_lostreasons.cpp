// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lostreasons.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestLostReasons : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;

    const QList<LostReason> &reasons() { return (*m_test)->team().lostReasons(); }
    LostReasons service() { return LostReasons(**m_test); }
    QStringList names()
    {
        QStringList names;
        for (const LostReason &reason : reasons())
            names << reason.name;
        return names;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
    }

    void everyWorkspaceBeginsWithSome()
    {
        QCOMPARE(names(),
            (QStringList {u"Price"_s, u"Timing"_s, u"Competitor"_s, u"No need"_s, u"No answer"_s,
                u"Other"_s}));
    }

    void growsAndIsPutInOrder()
    {
        service().add(u"  Moved   away "_s);
        QVERIFY(m_test->settle());
        QCOMPARE(names().last(), u"Moved away"_s);
        service().add(u"MOVED away"_s); // the same
        service().add(u" "_s);
        QVERIFY(!(*m_test)->isWriting());
        service().move(reasons().last().id, -6);
        QVERIFY(m_test->settle());
        QCOMPARE(names().first(), u"Moved away"_s);
        service().move(reasons().first().id, -1);
        QVERIFY(!(*m_test)->isWriting());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(names().last(), u"Moved away"_s);
        service().rename(LostReason(reasons().last()), u"Moved"_s);
        QVERIFY(m_test->settle());
        QCOMPARE(names().last(), u"Moved"_s);
        service().rename(LostReason(reasons().last()), u"price"_s); // taken
        QVERIFY(!(*m_test)->isWriting());
        m_test->reopen();
        QCOMPARE(names().last(), u"Moved"_s);
    }

    void retiresWhatIsInUse()
    {
        const ProspectId id = m_test->person(u"Nora Field"_s);
        QVERIFY(!id.isNull());
        ProspectDossier dossier(**m_test, nullptr);
        dossier.open(id);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);
        const LostReason price = reasons().first();
        (*m_test)->prospects().moveTo(
            *dossier.prospect(), (*m_test)->stages().last().id, u"Too much"_s, {}, price.id);
        QVERIFY(m_test->settle());
        QCOMPARE(dossier.moves().last().lostReason, price.id);
        service().retire(price, true);
        QVERIFY(m_test->settle());
        QVERIFY(reasons().first().retired);
        QCOMPARE(reasonsToChoose(reasons()).size(), 5);
        QCOMPARE(dossier.moves().last().lostReason, price.id);
        service().retire(LostReason(reasons().first()), false);
        QVERIFY(m_test->settle());
        QCOMPARE(reasonsToChoose(reasons()).size(), 6);
    }
};

PULLPUSH_TEST(TestLostReasons)
#include "tst_lostreasons.moc"
