// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "storage/prospecttable.h"
#include "test_support/awayview.h"
#include "test_support/openprospect.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestProspectService : public QObject, OpenProspect
{
    Q_OBJECT

    ProspectService &service() { return (*m_test)->prospects(); }
    ConversationService &conversations() { return (*m_test)->conversations(); }
    void settle() { QTRY_VERIFY(!(*m_test)->isWriting()); }
    /// The same dossier, read anew from what is written.
    void reopen()
    {
        m_dossier->open({});
        m_dossier->open(m_id);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
    }
    QStringList companies(const QString &start, int limit = 10)
    {
        std::optional<QStringList> names;
        service().companyNames(start, limit, this, [&names](const Result<QStringList> &found) {
            names = found.value_or(QStringList {u"failed"_s});
        });
        return QTest::qWaitFor([&names] { return names.has_value(); })
            ? *names
            : QStringList {u"no answer"_s};
    }

    StageId stageAt(int place) { return (*m_test)->stages().at(place).id; }
    void propose(StageId to, Moment at)
    {
        MoveProposal proposal;
        proposal.id = ProposalId::create((*m_test)->ids());
        proposal.prospect = m_id;
        proposal.to = to;
        proposal.at = at;
        (*m_test)->commit({insertion(proposal)}, u"Propose"_s);
        settle();
        QTRY_COMPARE(m_dossier->proposals().size(), 1);
    }

private slots:
    void init()
    {
        Handle handle;
        handle.network = u"x"_s;
        handle.value = u"@nora"_s;
        QVERIFY(openProspect({handle}));
    }
    void cleanup() { closeProspect(); }

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
        conversations().log(*m_dossier,
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
        conversations().log(*m_dossier,
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
        conversations().log(*m_dossier,
            {.medium = Medium::Note,
                .direction = Direction::Ours,
                .body = u"likes rye"_s,
                .at = {}});
        settle();
        QCOMPARE(m_dossier->conversations().first().turn, Turn::They); // a note is nobody's word
    }

    void countsAgainWhenAnEntryIsDeleted()
    {
        const auto say = [this](Direction direction, const QString &body) {
            m_test->clock.advance(60000);
            conversations().log(*m_dossier,
                {.medium = Medium::DirectMessage, .direction = direction, .body = body, .at = {}});
            settle();
        };
        const auto conversation = [this] { return m_dossier->conversations().value(0); };
        say(Direction::Theirs, u"Hi"_s);
        QTRY_COMPARE(m_dossier->conversations().size(), 1);
        say(Direction::Theirs, u"Are you there?"_s);
        QTRY_COMPARE(conversation().unanswered, 2);
        const Conversation waiting = conversation();
        say(Direction::Ours, u"Yes"_s);
        QTRY_COMPARE(m_dossier->messages().size(), 3);
        QCOMPARE(conversation().turn, Turn::They);
        const Conversation answered = conversation();
        QVERIFY(answered.lastMessageAt > waiting.lastMessageAt);

        QSignalSpy notices(m_test->get(), &Workspace::notice);
        conversations().removeMessage(*m_dossier, m_dossier->messages().last());
        settle();
        QTRY_COMPARE(m_dossier->messages().size(), 2);
        QCOMPARE(conversation().turn, Turn::We);
        QCOMPARE(conversation().unanswered, 2);
        QCOMPARE(conversation().lastMessageAt, waiting.lastMessageAt);
        QCOMPARE(notices.size(), 1); // with an Undo
        QVERIFY(notices.first().first().value<Notice>().undoable);

        (*m_test)->undoStack()->undo();
        settle();
        reopen(); // as it is written, not only as it is shown
        QTRY_COMPARE(m_dossier->messages().size(), 3);
        QCOMPARE(conversation().turn, answered.turn);
        QCOMPARE(conversation().unanswered, answered.unanswered);
        QCOMPARE(conversation().lastMessageAt, answered.lastMessageAt);

        conversations().removeMessage(*m_dossier, m_dossier->messages().first());
        settle();
        reopen();
        QTRY_COMPARE(m_dossier->messages().size(), 2);
        QCOMPARE(conversation().turn, Turn::They); // an older word decides nothing
        QCOMPARE(conversation().lastMessageAt, answered.lastMessageAt);
    }

    void anEmptyConversationIsNobodysTurn()
    {
        conversations().log(*m_dossier,
            {.medium = Medium::Call, .direction = Direction::Theirs, .body = u"Hi"_s, .at = {}});
        settle();
        QTRY_COMPARE(m_dossier->messages().size(), 1);
        conversations().removeMessage(*m_dossier, m_dossier->messages().first());
        settle();
        reopen();
        QTRY_COMPARE(m_dossier->messages().size(), 0);
        QCOMPARE(m_dossier->conversations().value(0).turn, Turn::Nobody);
        QCOMPARE(m_dossier->conversations().value(0).unanswered, 0);
        QCOMPARE(m_dossier->conversations().value(0).lastMessageAt, 0);
    }

    void namesACompanyOrMakesIt()
    {
        Prospect other;
        other.name = u"Ben Stone"_s;
        const ProspectId ben = service().create(other);
        settle();
        service().setCompany(*m_dossier->prospect(), u"  Saxon   Bakery "_s);
        QTRY_VERIFY(m_dossier->company());
        QTRY_COMPARE(m_dossier->company()->name, u"Saxon Bakery"_s);
        const CompanyId made = m_dossier->prospect()->company;
        QCOMPARE(m_dossier->company()->id, made);
        settle();

        m_dossier->open(ben);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
        QVERIFY(!m_dossier->company());
        service().setCompany(*m_dossier->prospect(), u"SAXON bakery"_s); // the same, not a second
        QTRY_COMPARE(m_dossier->prospect()->company, made);
        QTRY_VERIFY(m_dossier->company());
        QCOMPARE(m_dossier->company()->name, u"Saxon Bakery"_s);
        QTRY_COMPARE(companies(u""_s), QStringList {u"Saxon Bakery"_s});

        settle();
        service().setCompany(*m_dossier->prospect(), u"Corner Café"_s);
        QTRY_VERIFY(m_dossier->company() && m_dossier->company()->id != made);
        settle();
        service().setCompany(*m_dossier->prospect(), u" "_s); // nothing takes it away
        QVERIFY(m_dossier->prospect()->company.isNull());
        settle();
        QTRY_VERIFY(!m_dossier->company());

        (*m_test)->undoStack()->undo();
        settle();
        QTRY_VERIFY(m_dossier->company());
        QCOMPARE(m_dossier->company()->name, u"Corner Café"_s);
        (*m_test)->undoStack()->undo();
        settle();
        QTRY_COMPARE(m_dossier->prospect()->company, made);
        QTRY_COMPARE(m_dossier->company()->name, u"Saxon Bakery"_s);
        QCOMPARE(companies(u""_s), QStringList {u"Saxon Bakery"_s}); // and takes the new one back
    }

    void companiesAreFoundByTheirBeginning()
    {
        for (const QString &name : {u"Ábaco"_s, u"abacus"_s, u"Bäcker Öz"_s, u"100% Rye"_s}) {
            service().setCompany(*m_dossier->prospect(), name);
            QTRY_VERIFY(m_dossier->company() && m_dossier->company()->name == name);
            settle();
        }
        QCOMPARE(companies(u"ABA"_s), (QStringList {u"Ábaco"_s, u"abacus"_s}));
        QCOMPARE(companies(u"aba"_s, 1), QStringList {u"Ábaco"_s});
        QCOMPARE(companies(u"backer o"_s), QStringList {u"Bäcker Öz"_s});
        QCOMPARE(companies(u"100%"_s), QStringList {u"100% Rye"_s});
        QCOMPARE(companies(u"%"_s), QStringList()); // a sign, not a wildcard
        QCOMPARE(companies(u"rye"_s), QStringList()); // within is not the beginning
    }

    void deletesAndBringsBackEverything()
    {
        conversations().log(*m_dossier,
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

    void tellsWithAnUndoThatAStepIsDone()
    {
        service().addFollowUp(m_id, QDate(2026, 1, 9), u"Send sample"_s);
        settle();
        QTRY_COMPARE(m_dossier->followUps().size(), 1);
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        service().completeFollowUp(m_dossier->followUps().first());
        settle();
        QCOMPARE(notices.size(), 1);
        const auto done = notices.first().first().value<Notice>();
        QCOMPARE(done.text, u"“Send sample” is done."_s);
        QVERIFY(done.undoable);
        QTRY_VERIFY(m_dossier->followUps().first().doneAt != 0);
        service().completeFollowUp(m_dossier->followUps().first()); // it is open again
        settle();
        QCOMPARE(notices.size(), 1);
        service().removeFollowUp(m_dossier->followUps().first());
        settle();
        QCOMPARE(notices.size(), 2);
        QVERIFY(notices.last().first().value<Notice>().undoable);
    }

    void saysThatItCannotReadAndReadsAgain()
    {
        Prospect other;
        other.name = u"Ben Stone"_s;
        const ProspectId ben = service().create(other);
        settle();
        AwayView away(*(*m_test)->database(), u"live_handle"_s);
        QVERIFY(away.isAway());
        m_dossier->open(ben);
        QTRY_COMPARE(m_dossier->state(), StoreState::Failed);
        QVERIFY(!m_dossier->error().message.isEmpty());
        m_dossier->open(ben); // still away
        QCOMPARE(m_dossier->state(), StoreState::Loading);
        QTRY_COMPARE(m_dossier->state(), StoreState::Failed);
        QVERIFY(away.comeBack());
        m_dossier->open(ben);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
        QCOMPARE(m_dossier->prospect()->name, u"Ben Stone"_s);
        QVERIFY(m_dossier->error().message.isEmpty());
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

    void acceptsNoMoveBeforeTheLast()
    {
        const qint64 start = m_test->clock.now();
        m_test->clock.advance(10 * DayMs);
        service().moveTo(*m_dossier->prospect(), stageAt(1), {});
        settle();
        QTRY_COMPARE(m_dossier->moves().size(), 2);
        const auto accepted = [this](StageId to, qint64 evidence) {
            propose(to, {evidence, Precision::Minute});
            m_test->clock.advance(DayMs);
            const qsizetype count = m_dossier->moves().size() + 1;
            if (!m_dossier->proposals().isEmpty())
                service().accept(*m_dossier, m_dossier->proposals().first());
            [&] { QTRY_COMPARE(m_dossier->moves().size(), count); }();
            settle();
            const auto moves = m_dossier->moves();
            const auto made = std::ranges::find(moves, to, &Move::to);
            return made == moves.end() ? Moment() : made->at;
        };
        // What was evident before they came to where they are is no step before that.
        QCOMPARE(
            accepted(stageAt(2), start + DayMs), (Moment {start + 10 * DayMs, Precision::Exact}));
        QTRY_COMPARE(m_dossier->prospect()->stage, stageAt(2));
        QTRY_VERIFY(m_dossier->proposals().isEmpty());
        QCOMPARE(accepted(stageAt(3), start + 11 * DayMs),
            (Moment {start + 11 * DayMs, Precision::Minute}));
    }
};

PULLPUSH_TEST(TestProspectService)
#include "tst_prospectservice.moc"
