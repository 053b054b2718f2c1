// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/dayswork.h"
#include "session/duereport.h"
#include "session/guardrailservice.h"
#include "session/handoverservice.h"
#include "session/mergeservice.h"
#include "session/poststore.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "storage/salestable.h"
#include "storage/visible.h"
#include "test_support/awayview.h"
#include "test_support/groupchat.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

#include <optional>

using namespace Qt::StringLiterals;

class TestDaysWorkStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<DaysWork> m_work;

    Workspace &workspace() { return **m_test; }
    void settle() { QTRY_VERIFY(!workspace().isWriting()); }
    const WorkPage &followUps() { return m_work->page(WorkSection::FollowUps); }
    const WorkPage &yourTurn() { return m_work->page(WorkSection::YourTurn); }
    const WorkPage &handovers() { return m_work->page(WorkSection::Handovers); }
    const WorkPage &goingCold() { return m_work->page(WorkSection::GoingCold); }

    ProspectId person(const QString &name, int stage = 0)
    {
        Prospect prospect;
        prospect.name = name;
        prospect.stage = workspace().stages().at(stage).id;
        const ProspectId id = workspace().prospects().create(prospect);
        settle();
        return id;
    }
    void say(ProspectId id, Direction direction, const QString &body)
    {
        m_work->log(id, {.direction = direction, .body = body, .at = {}});
        QTRY_VERIFY(workspace().undoStack()->undoText().contains(u"Log"_s));
        settle();
        m_work->prepare({});
    }
    Handover offer(ProspectId id)
    {
        Handover handover;
        handover.id = HandoverId::create(workspace().ids());
        handover.prospect = id;
        handover.offeredAt = workspace().clock().now();
        handover.note = u"Asked for prices"_s;
        workspace().commit({insertion(handover)}, u"Hand over"_s);
        settle();
        return handover;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        m_work = std::make_unique<DaysWork>(workspace(), nullptr);
    }
    void cleanup()
    {
        m_work.reset();
        m_test.reset();
    }

    void isEmptyAtFirst()
    {
        QCOMPARE(m_work->state(), StoreState::Loading);
        m_work->watch();
        QTRY_COMPARE(m_work->state(), StoreState::Ready);
        QVERIFY(m_work->isEmpty());
        QCOMPARE(m_work->day(), workspace().today());
    }

    void logsWithWhoStands()
    {
        const ProspectId nora = person(u"Nora Field"_s);
        const ProspectId twin = person(u"N. Field"_s);
        m_work->prepare(twin); // was opened while it was a record of its own
        MergeService merges(workspace(), nullptr);
        std::optional<MergeDraft> draft;
        merges.read(nora, twin, this, [&draft](const Result<MergeDraft> &read) {
            if (read)
                draft = *read;
        });
        QTRY_VERIFY(draft);
        merges.merge(*draft, draft->proposed());
        settle();
        say(twin, Direction::Theirs, u"Hello"_s);
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(nora);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);
        QCOMPARE(dossier.messages().size(), 1);
    }

    void asksTheGuardrailsWhenItIsRead()
    {
        const ProspectId nora = person(u"Nora Field"_s);
        const ProspectId ben = person(u"Ben"_s);
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(nora);
        QTRY_VERIFY(dossier.prospect());
        workspace().guardrails().setDoNotContact(*dossier.prospect(), true, {});
        settle();
        std::optional<Result<QList<GuardrailFinding>>> answer;
        const auto keep = [&answer](const Result<QList<GuardrailFinding>> &found) {
            answer.emplace(found);
        };
        m_work->log(ben, {.direction = Direction::Theirs, .body = u"Hello"_s, .at = {}});
        m_work->check(nora, Medium::DirectMessage, u"Hello"_s, this, keep); // after Ben's entry
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->has_value());
        QCOMPARE(strictest(**answer), Verdict::Block);
        QTRY_VERIFY(workspace().undoStack()->undoText().contains(u"Ben"_s));
        settle();

        // Of two only the newest is answered, and nobody who is gone.
        answer.reset();
        int older = 0;
        m_work->check(ben, Medium::DirectMessage, u"Hel"_s, this,
            [&older](const Result<QList<GuardrailFinding>> &) { ++older; });
        m_work->check(nora, Medium::Note, u"Hello"_s, this, keep);
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->has_value() && (*answer)->isEmpty()); // a note is no contact
        QCOMPARE(older, 0);
        answer.reset();
        workspace().prospects().remove(dossier);
        settle();
        m_work->prepare({});
        m_work->check(nora, Medium::DirectMessage, u"Hello"_s, this, keep);
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->has_value());
    }

    void followsStepsAndTheirUndo()
    {
        const ProspectId nora = person(u"Nora Field"_s);
        m_work->watch();
        QTRY_COMPARE(m_work->state(), StoreState::Ready);
        const QDate today = workspace().today();
        workspace().prospects().addFollowUp(nora, today.addDays(-3), u"Send the offer"_s);
        QTRY_COMPARE(followUps().rows.size(), 1);
        const WorkRow row = followUps().rows.first();
        QCOMPARE(row.person.name, u"Nora Field"_s);
        QVERIFY(DaysWork::canClose(row));

        m_work->close(row);
        QCOMPARE(followUps().rows.size(), 0); // at once
        QCOMPARE(followUps().total, 0);
        settle();
        workspace().undoStack()->undo();
        QTRY_COMPARE(followUps().rows.size(), 1);

        m_work->snooze(followUps().rows.first(), today.addDays(3));
        QCOMPARE(followUps().rows.size(), 0);
        settle();
        workspace().undoStack()->undo();
        QTRY_COMPARE(followUps().rows.size(), 1);
        QVERIFY(!followUps().rows.first().step->snoozedUntil);
    }

    void answersClosesAndSnoozesAConversation()
    {
        const ProspectId nora = person(u"Nora Field"_s, 2);
        m_work->watch();
        say(nora, Direction::Theirs, u"Is there rye?"_s);
        QTRY_COMPARE(yourTurn().rows.size(), 1);
        QVERIFY(yourTurn().rows.first().words.isEmpty());
        m_work->setShowsWords(true);
        QTRY_COMPARE(yourTurn().rows.first().words, u"Is there rye?"_s);
        m_work->setShowsWords(false);
        QVERIFY(yourTurn().rows.first().words.isEmpty()); // at once

        m_work->snooze(yourTurn().rows.first(), workspace().today().addDays(1));
        QCOMPARE(yourTurn().rows.size(), 0);
        settle();
        workspace().undoStack()->undo();
        QTRY_COMPARE(yourTurn().rows.size(), 1);
        m_work->close(yourTurn().rows.first());
        QCOMPARE(yourTurn().rows.size(), 0);
        settle();
        workspace().undoStack()->undo();
        QTRY_COMPARE(yourTurn().rows.size(), 1);
        QCOMPARE(yourTurn().rows.first().conversation->closedAt, 0);

        m_test->clock.advance(60'000);
        say(nora, Direction::Ours, u"Yes"_s);
        QTRY_COMPARE(yourTurn().rows.size(), 0);
        QCOMPARE(goingCold().rows.size(), 0);
        m_test->clock.advance(7 * DayMs);
        m_work->look(); // another day
        QTRY_COMPARE(goingCold().rows.size(), 1);
        QCOMPARE(goingCold().rows.first().reason, WorkReason::Unanswered);
    }

    void aGroupChatIsAnsweredClosedAndSnoozed()
    {
        m_work->watch();
        const Conversation chat = addGroupChat(workspace(), {}, 1);
        QTRY_COMPARE(yourTurn().rows.size(), 1);
        settle();
        const WorkRow row = yourTurn().rows.first();
        QVERIFY(row.person.id.isNull());
        QCOMPARE(row.speaker, u"Ada"_s);
        QCOMPARE(row.others, 2);
        QVERIFY(DaysWork::canSnooze(row) && DaysWork::canClose(row));

        m_work->snooze(row, workspace().today().addDays(1));
        QCOMPARE(yourTurn().rows.size(), 0);
        settle();
        QVERIFY(workspace().undoStack()->undoText().contains(u"Ada"_s));
        workspace().undoStack()->undo();
        QTRY_COMPARE(yourTurn().rows.size(), 1);
        settle();
        m_work->close(yourTurn().rows.first());
        QCOMPARE(yourTurn().rows.size(), 0);
        settle();
        workspace().undoStack()->undo();
        QTRY_COMPARE(yourTurn().rows.size(), 1);
        settle();

        m_test->clock.advance(60'000);
        {
            AwayView away(*workspace().database(), u"live_participant"_s);
            QVERIFY(away.isAway());
            QSignalSpy failed(m_work.get(), &DaysWork::notLogged);
            m_work->log(yourTurn().rows.first(), {.body = u"We come"_s, .at = {}});
            QTRY_COMPARE(failed.size(), 1);
            QCOMPARE(
                failed.first().at(1).value<ConversationService::Entry>().conversation, chat.id);
            QVERIFY(away.comeBack());
        }
        m_work->log(row, {.body = u"We come"_s, .at = {}});
        QTRY_COMPARE(yourTurn().rows.size(), 0);
        settle();
        const auto said = workspace().database()->read([chat](Connection &connection) {
            return Visible::messages(connection, chat.id, {}, 10);
        });
        QTRY_VERIFY(said.isFinished());
        QCOMPARE(said.result()->size(), 1);
        QCOMPARE(said.result()->first().body, u"We come"_s);
        QVERIFY(!said.result()->first().sender.isNull()); // we take part now
        workspace().undoStack()->undo();
        QTRY_COMPARE(yourTurn().rows.size(), 1);
    }

    void answersInTheConversationOfTheRow()
    {
        const ProspectId nora = person(u"Nora Field"_s, 2);
        const auto conversation = [&](Turn turn, qint64 agoMs) {
            Conversation made;
            made.id = ConversationId::create(workspace().ids());
            made.prospect = nora;
            made.owner = workspace().viewer().user;
            made.turn = turn;
            made.lastMessageAt = workspace().clock().now() - agoMs;
            workspace().commit({insertion(made)}, u"A conversation"_s);
            settle();
            return made.id;
        };
        const ConversationId older = conversation(Turn::We, DayMs);
        const ConversationId newer = conversation(Turn::They, 1000);
        m_work->watch();
        QTRY_COMPARE(yourTurn().rows.size(), 1);
        QCOMPARE(yourTurn().rows.first().conversation->id, older);
        m_work->log(yourTurn().rows.first(), {.body = u"Yes"_s, .at = {}});
        QTRY_COMPARE(yourTurn().rows.size(), 0);
        settle();
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(nora);
        QTRY_COMPARE(dossier.messages().size(), 1);
        QCOMPARE(dossier.messages().first().conversation, older);
        QVERIFY(older != newer);
    }

    void aNewDayBringsNewWork()
    {
        const ProspectId nora = person(u"Nora Field"_s);
        workspace().prospects().addFollowUp(nora, workspace().today().addDays(1), u"Call"_s);
        settle();
        m_work->watch();
        QTRY_COMPARE(m_work->state(), StoreState::Ready);
        QVERIFY(m_work->isEmpty());
        QCOMPARE(m_work->coming().day, workspace().today().addDays(1));
        QCOMPARE(m_work->coming().count, 1);
        QCOMPARE(m_work->coming().first.person.name, u"Nora Field"_s);
        m_test->clock.advance(DayMs);
        m_work->look();
        QTRY_COMPARE(followUps().rows.size(), 1);
        QCOMPARE(m_work->day(), workspace().today());
    }

    void snoozingTheForgottenPlansAStep()
    {
        const ProspectId nora = person(u"Nora Field"_s, 1);
        m_work->watch();
        QTRY_COMPARE(m_work->state(), StoreState::Ready);
        m_test->clock.advance(22 * DayMs);
        m_work->look();
        QTRY_COMPARE(goingCold().rows.size(), 1);
        const WorkRow row = goingCold().rows.first();
        QCOMPARE(row.reason, WorkReason::Forgotten);
        QVERIFY(!DaysWork::canClose(row));
        m_work->snooze(row, workspace().today().addDays(3));
        QCOMPARE(goingCold().rows.size(), 0);
        settle();
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(nora);
        QTRY_COMPARE(dossier.followUps().size(), 1);
        QCOMPARE(dossier.followUps().first().dueOn, workspace().today().addDays(3));
        workspace().undoStack()->undo();
        QTRY_COMPARE(goingCold().rows.size(), 1);
    }

    void takesOverAndReturns()
    {
        const ProspectId nora = person(u"Nora Field"_s, 1);
        const Handover handover = offer(nora);
        m_work->watch();
        QTRY_COMPARE(handovers().rows.size(), 1);
        QVERIFY(!DaysWork::canSnooze(handovers().rows.first()));
        const auto report = dueNow(workspace());
        QVERIFY(report);
        QCOMPARE(report->handovers.size(), 1);
        QCOMPARE(report->handovers.first().name, u"Nora Field"_s);

        HandoverService(workspace())
            .giveBack(handovers().rows.first().person, handover, u"Too early"_s);
        QCOMPARE(handovers().rows.size(), 0);
        settle();
        workspace().undoStack()->undo();
        QTRY_COMPARE(handovers().rows.size(), 1);

        const WorkRow row = handovers().rows.first();
        HandoverService(workspace()).accept(row.person, *row.handover);
        QCOMPARE(handovers().rows.size(), 0);
        settle();
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(nora);
        QTRY_VERIFY(dossier.prospect());
        QCOMPARE(dossier.prospect()->stage, workspace().stages().at(2).id); // the conversation
        QVERIFY(dossier.moves().last().reason.endsWith(u"Asked for prices"_s));
        QCOMPARE(dossier.handovers().first().state, HandoverState::Accepted);
        workspace().undoStack()->undo();
        QTRY_COMPARE(handovers().rows.size(), 1);
    }

    void tellsWhatCouldNotBeLogged()
    {
        const ProspectId nora = person(u"Nora Field"_s);
        m_work->watch();
        QTRY_COMPARE(m_work->state(), StoreState::Ready);
        AwayView away(*workspace().database(), u"live_touch"_s);
        QVERIFY(away.isAway());
        const QSignalSpy failed(m_work.get(), &DaysWork::notLogged);
        QSignalSpy notices(&workspace(), &Workspace::notice);
        m_work->log(nora, {.direction = Direction::Ours, .body = u"Hello"_s, .at = {}});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(notices.size(), 1);
        QVERIFY(away.comeBack());
        m_work->log(nora, {.direction = Direction::Ours, .body = u"Hello"_s, .at = {}});
        QTRY_VERIFY(workspace().undoStack()->undoText().contains(u"Log"_s));
    }

    void listsWhatIsToBePosted()
    {
        const ChannelId channel =
            ChannelService::add(workspace(), {ChannelId(), u"x"_s, u"Main"_s, QString()});
        const QDate today = workspace().today();
        workspace().posts().show({today.addDays(-7), today.addDays(7)});
        QTRY_COMPARE(workspace().posts().state(), StoreState::Ready);
        PostWithVariants post;
        post.post.title = u"Slow mornings"_s;
        post.post.day = today.addDays(-1);
        post.post.time = QTime(9, 0);
        Variant variant;
        variant.channel = channel;
        variant.status = PostStatus::Scheduled;
        post.variants << variant;
        const PostId id = workspace().posts().create(post);
        settle();
        m_work->watch();
        QTRY_COMPARE(m_work->page(WorkSection::Posts).rows.size(), 1);
        const WorkRow row = m_work->page(WorkSection::Posts).rows.first();
        QCOMPARE(row.post->post, id);
        QCOMPARE(row.company, u"Main"_s);
        QVERIFY(!DaysWork::canSnooze(row));
        QVERIFY(!DaysWork::canClose(row));
        QVERIFY(!m_work->isEmpty());
        QTRY_COMPARE(m_work->state(), StoreState::Ready);
        QVERIFY(!m_work->isEmpty()); // reading the prospects leaves it
    }

    void tellsWhyItCannotBeRead()
    {
        AwayView away(*workspace().database(), u"live_handover"_s);
        QVERIFY(away.isAway());
        m_work->watch();
        QTRY_COMPARE(m_work->state(), StoreState::Failed);
        QVERIFY(!m_work->error().message.isEmpty());
        QVERIFY(away.comeBack());
        m_work->reload();
        QTRY_COMPARE(m_work->state(), StoreState::Ready);
    }
};

PULLPUSH_TEST(TestDaysWorkStore)
#include "tst_daysworkstore.moc"
