// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestProspectService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<ProspectDossier> m_dossier;
    ProspectId m_id;

    ProspectService &service() { return (*m_test)->prospects(); }
    void settle() { QTRY_VERIFY(!(*m_test)->isWriting()); }

private slots:
    void init()
    {
        m_dossier.reset();
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        Prospect prospect;
        prospect.name = u"Nora Field"_s;
        Handle handle;
        handle.network = u"x"_s;
        handle.value = u"@nora"_s;
        m_id = service().create(prospect, {handle});
        settle();
        m_dossier = std::make_unique<ProspectDossier>(**m_test, nullptr);
        m_dossier->open(m_id);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
    }
    void cleanup()
    {
        m_dossier.reset();
        m_test.reset();
    }

    void entersThePipeline()
    {
        QCOMPARE(m_dossier->moves().size(), 1);
        QCOMPARE(m_dossier->prospect()->stage, (*m_test)->stages().first().id);
        QCOMPARE(m_dossier->handles().size(), 1);
    }

    void movesWithAReasonAndBack()
    {
        const StageId warm = (*m_test)->stages().at(1).id;
        service().moveTo(*m_dossier->prospect(), warm, u"asked a question"_s);
        QCOMPARE(m_dossier->prospect()->stage, warm);
        QCOMPARE(m_dossier->moves().last().reason, u"asked a question"_s);
        QCOMPARE(m_dossier->moves().last().from, (*m_test)->stages().first().id);
        settle();
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(m_dossier->moves().size(), 1);
        QCOMPARE(m_dossier->prospect()->stage, (*m_test)->stages().first().id);
    }

    void logsOverMediaInOneConversation()
    {
        service().log(*m_dossier,
            {.medium = Medium::DirectMessage,
                .direction = Direction::Theirs,
                .body = u"Hi"_s,
                .at = {}});
        settle();
        QTRY_COMPARE(m_dossier->messages().size(), 1);
        QTRY_COMPARE(m_dossier->conversations().size(), 1);
        QCOMPARE(m_dossier->conversations().first().turn, Turn::We);
        QCOMPARE(m_dossier->conversations().first().unanswered, 1);
        m_test->clock.advance(60000);
        service().log(*m_dossier,
            {.medium = Medium::Call,
                .direction = Direction::Ours,
                .body = u"Talked"_s,
                .durationSeconds = 300,
                .at = {}});
        settle();
        QTRY_COMPARE(m_dossier->messages().size(), 2);
        QCOMPARE(m_dossier->conversations().size(), 1); // the hop stays in the conversation
        QCOMPARE(m_dossier->conversations().first().turn, Turn::They);
        QCOMPARE(m_dossier->conversations().first().unanswered, 0);
        QCOMPARE(m_dossier->conversations().first().privacy, Privacy::Private);
        QCOMPARE(m_dossier->participants().size(), 2);
        QCOMPARE(m_dossier->messages().last().durationSeconds, 300);
        m_test->clock.advance(60000);
        service().log(*m_dossier,
            {.medium = Medium::Note,
                .direction = Direction::Ours,
                .body = u"likes rye"_s,
                .at = {}});
        settle();
        QCOMPARE(m_dossier->conversations().first().turn, Turn::They); // a note is nobody's word
    }

    void deletesAndBringsBackEverything()
    {
        service().log(*m_dossier,
            {.medium = Medium::DirectMessage,
                .direction = Direction::Theirs,
                .body = u"Hi"_s,
                .at = {}});
        service().addFollowUp(m_id, QDate(2026, 1, 9), u"send sample"_s);
        settle();
        QTRY_COMPARE(m_dossier->messages().size(), 1);
        service().remove(*m_dossier);
        settle();
        QTRY_VERIFY(!m_dossier->prospect());
        (*m_test)->undoStack()->undo();
        m_dossier->open({});
        m_dossier->open(m_id);
        QTRY_VERIFY(m_dossier->prospect());
        QTRY_COMPARE(m_dossier->messages().size(), 1);
        QCOMPARE(m_dossier->followUps().size(), 1);
        QCOMPARE(m_dossier->handles().size(), 1);
    }

    void keepsBothOfTwoColleaguesEdits()
    {
        const auto other = m_test->another();
        QVERIFY(other);
        ProspectDossier theirs(*other, nullptr);
        theirs.open(m_id);
        QTRY_COMPARE(theirs.state(), StoreState::Ready);
        Prospect title = *theirs.prospect();
        title.title = u"Buyer"_s;
        other->prospects().change(*theirs.prospect(), title);
        Prospect notes = *m_dossier->prospect();
        notes.notes = u"rye"_s;
        service().change(*m_dossier->prospect(), notes);
        QTRY_COMPARE_WITH_TIMEOUT(m_dossier->prospect()->title, u"Buyer"_s, 8000);
        QCOMPARE(m_dossier->prospect()->notes, u"rye"_s);
    }

    void findsByAnyBeginningOfAWord()
    {
        int found = -1;
        service().search(u"FIE nor"_s, 10, this, [&found](const Result<QList<ProspectRow>> &rows) {
            found = rows ? int(rows->size()) : -2;
        });
        QTRY_COMPARE(found, 1);
        service().search(u"nobody"_s, 10, this, [&found](const Result<QList<ProspectRow>> &rows) {
            found = rows ? int(rows->size()) : -2;
        });
        QTRY_COMPARE(found, 0);
    }
};

QTEST_GUILESS_MAIN(TestProspectService)
#include "tst_prospectservice.moc"
