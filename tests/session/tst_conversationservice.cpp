// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "test_support/teamworkspace.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// Everything runs on both databases.
class TestConversationService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TeamWorkspace> m_test;
    Workspace *m_workspace = nullptr;
    std::unique_ptr<ProspectDossier> m_dossier;

    ConversationService &service() { return m_workspace->conversations(); }
    void settle() { QTRY_VERIFY(!m_workspace->isWriting()); }
    void undo()
    {
        m_workspace->undoStack()->undo();
        settle();
    }
    /// The dossier as it is written.
    void reopen()
    {
        const ProspectId id = m_dossier->id();
        m_dossier->open({});
        m_dossier->open(id);
        QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
        QTRY_VERIFY(m_dossier->prospect());
    }
    /// The empty text, or why there is no workspace with the open dossier of a prospect.
    QString open(bool onServer)
    {
        m_test = std::make_unique<TeamWorkspace>();
        if (QString reason = m_test->open(onServer, {}, "UTC"); !reason.isEmpty())
            return reason;
        m_workspace = m_test->get();
        const ProspectId id = m_test->person(u"Anna Bell"_s);
        if (id.isNull())
            return u"not written"_s;
        m_dossier = std::make_unique<ProspectDossier>(*m_workspace, nullptr);
        m_dossier->open(id);
        const bool isRead =
            QTest::qWaitFor([this] { return m_dossier->state() == StoreState::Ready; });
        return isRead ? QString() : u"not read"_s;
    }
    void say(Direction direction, const QString &body, Medium medium = Medium::DirectMessage,
        CallResult result = CallResult::None)
    {
        m_test->clock.advance(60'000);
        const auto before = m_dossier->messages().size();
        service().log(*m_dossier,
            {.medium = medium, .direction = direction, .body = body, .callResult = result});
        settle();
        QTRY_COMPARE(m_dossier->messages().size(), before + 1);
    }
    [[nodiscard]] Conversation conversation() const { return m_dossier->conversations().value(0); }
    std::optional<FileArrival> takeIn(const QStringList &paths)
    {
        std::optional<FileArrival> arrival;
        service().takeIn(
            paths, this, [&arrival](const FileArrival &arrived) { arrival = arrived; });
        const bool came = QTest::qWaitFor([&arrival] { return arrival.has_value(); });
        return came ? arrival : std::nullopt;
    }
    std::optional<Result<>> save(AttachmentId id, const QString &path)
    {
        std::optional<Result<>> saved;
        service().save(id, path, this, [&saved](const Result<> &result) { saved = result; });
        const bool came = QTest::qWaitFor([&saved] { return saved.has_value(); });
        return came ? saved : std::nullopt;
    }

private slots:
    void cleanup()
    {
        m_dossier.reset();
        m_test.reset();
    }

    void tellsWithAnUndoWhatIsLogged_data() { TeamWorkspace::addBackends(); }
    void tellsWithAnUndoWhatIsLogged()
    {
        OPEN_BACKEND(*this);
        QSignalSpy notices(m_workspace, &Workspace::notice);
        say(Direction::Ours, u"Something private"_s);
        QCOMPARE(notices.size(), 1);
        const auto logged = notices.first().first().value<Notice>();
        QCOMPARE(logged.text, u"Logged for “Anna Bell”."_s);
        QVERIFY(logged.detail.isEmpty());
        QVERIFY(logged.undoable);
        undo();
        QTRY_VERIFY(m_dossier->messages().isEmpty());
        QCOMPARE(notices.size(), 1);
        say(Direction::Theirs, u"Hi"_s);
        service().close(conversation(), u"Anna Bell"_s);
        settle();
        QCOMPARE(notices.size(), 3);
        QCOMPARE(notices.last().first().value<Notice>().text,
            u"The conversation with “Anna Bell” is closed."_s);
        QVERIFY(notices.last().first().value<Notice>().undoable);
    }

    void aCallInVainAnswersNothing_data() { TeamWorkspace::addBackends(); }
    void aCallInVainAnswersNothing()
    {
        OPEN_BACKEND(*this);
        say(Direction::Theirs, u"Hi"_s);
        say(Direction::Ours, {}, Medium::Call, CallResult::NoAnswer);
        reopen();
        QCOMPARE(m_dossier->messages().last().callResult, CallResult::NoAnswer);
        QCOMPARE(conversation().turn, Turn::We);
        QCOMPARE(conversation().unanswered, 1);
        QCOMPARE(conversation().unreturned, 1);
        say(Direction::Ours, u"Talked"_s, Medium::Call, CallResult::Answered);
        reopen();
        QCOMPARE(conversation().turn, Turn::They);
        QCOMPARE(conversation().unreturned, 2);
        undo();
        reopen();
        QCOMPARE(conversation().turn, Turn::We);
        QCOMPARE(conversation().unreturned, 1);
    }

    void logsEarlierThings_data() { TeamWorkspace::addBackends(); }
    void logsEarlierThings()
    {
        OPEN_BACKEND(*this);
        const QDate day = m_workspace->today().addDays(-3);
        const Moment at {startOfDay(day, m_workspace->zone()), Precision::Day};
        for (const QString &body : {u"first"_s, u"second"_s, u"third"_s}) {
            const auto before = m_dossier->messages().size();
            service().log(*m_dossier, {.direction = Direction::Theirs, .body = body, .at = at});
            QTRY_COMPARE(m_dossier->messages().size(), before + 1);
            settle();
            reopen();
        }
        QStringList bodies;
        for (const Message &message : m_dossier->messages()) {
            QCOMPARE(message.sentAt, at);
            bodies << message.body;
        }
        QCOMPARE(bodies, (QStringList {u"first"_s, u"second"_s, u"third"_s}));
        QCOMPARE(m_dossier->conversations().size(), 1);
        QCOMPARE(conversation().unanswered, 3);
    }

    void aHopIsProposedAndAcceptedByTheEntry_data() { TeamWorkspace::addBackends(); }
    void aHopIsProposedAndAcceptedByTheEntry()
    {
        OPEN_BACKEND(*this);
        say(Direction::Theirs, u"Hi"_s);
        service().proposeHop(*m_dossier, Medium::DirectMessage, Direction::Ours); // no change
        service().proposeHop(*m_dossier, Medium::Call, Direction::Ours);
        settle();
        QTRY_COMPARE(m_dossier->hops().size(), 1);
        service().proposeHop(*m_dossier, Medium::Call, Direction::Ours); // it is proposed
        settle();
        reopen();
        QCOMPARE(m_dossier->hops().size(), 1);
        const Hop hop = m_dossier->hops().first();
        QCOMPARE(hop.from, Medium::DirectMessage);
        QCOMPARE(hop.to, Medium::Call);
        QCOMPARE(hop.state, HopState::Proposed);
        QCOMPARE(hop.proposedAt.ms, m_test->clock.now());

        say(Direction::Ours, {}, Medium::Call, CallResult::NoAnswer);
        QCOMPARE(m_dossier->hops().first().state, HopState::Proposed);
        say(Direction::Ours, u"Talked"_s, Medium::Call, CallResult::Answered);
        reopen();
        QCOMPARE(m_dossier->hops().first().state, HopState::Accepted);
        QCOMPARE(m_dossier->hops().first().decidedAt, m_test->clock.now());
        undo(); // the entry and what it decided
        reopen();
        QCOMPARE(m_dossier->hops().first().state, HopState::Proposed);
        QCOMPARE(m_dossier->hops().first().decidedAt, 0);

        service().decideHop(m_dossier->hops().first(), HopState::Declined);
        settle();
        reopen();
        QCOMPARE(m_dossier->hops().first().state, HopState::Declined);
        service().removeHop(m_dossier->hops().first());
        settle();
        QVERIFY(m_dossier->hops().isEmpty());
        undo();
        QTRY_COMPARE(m_dossier->hops().size(), 1);
    }

    void aPastedChatIsOneCommand_data() { TeamWorkspace::addBackends(); }
    void aPastedChatIsOneCommand()
    {
        OPEN_BACKEND(*this);
        std::optional<PastedChat> chat;
        service().readPaste(u"[00:31, 01.01.2026] Anna: Hi\n[00:31, 01.01.2026] Nora: Hello\n"
                            "[00:31, 01.01.2026] Anna: Hi\n[00:40, 01.01.2026] Nora: ok"_s,
            {}, this, [&chat](const PastedChat &read) { chat = read; });
        QTRY_VERIFY(chat);
        const auto entries = ConversationService::entriesOf(*chat, u"Nora"_s);
        QCOMPARE(entries.size(), 4);
        const auto known = [this, &entries] {
            std::optional<QList<bool>> found;
            service().findKnown(
                *m_dossier, entries, this, [&found](const Result<QList<bool>> &result) {
                    found = result.value_or(QList<bool>());
                });
            return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : QList<bool>();
        };
        QCOMPARE(known(), (QList<bool> {false, false, false, false}));
        const int commands = m_workspace->undoStack()->count();
        service().paste(*m_dossier, entries.first(3));
        QTRY_COMPARE(m_dossier->messages().size(), 3);
        settle();
        reopen();
        QCOMPARE(m_workspace->undoStack()->count(), commands + 1);
        QStringList bodies;
        for (const Message &message : m_dossier->messages()) {
            bodies << message.body;
            QCOMPARE(message.sentAt.precision, Precision::Minute);
        }
        QCOMPARE(bodies, (QStringList {u"Hi"_s, u"Hello"_s, u"Hi"_s})); // in their order
        QCOMPARE(conversation().turn, Turn::We);
        QCOMPARE(conversation().unanswered, 1);
        QCOMPARE(m_dossier->participants().size(), 2);
        QCOMPARE(known(), (QList<bool> {true, true, true, false}));
        undo();
        reopen();
        QVERIFY(m_dossier->messages().isEmpty());
        QVERIFY(m_dossier->conversations().isEmpty());
    }

    void severalOthersAreParticipants()
    {
        QCOMPARE(open(false), QString());
        const auto said = [](const QString &who, qint64 ms) {
            ConversationService::PastedEntry entry;
            entry.sender = who;
            entry.body = who;
            entry.sentAt = {ms, Precision::Minute};
            return entry;
        };
        service().paste(*m_dossier,
            {said(u"Ben"_s, 1'767'000'120'000), said(u"Anna Bell"_s, 1'767'000'060'000)});
        QTRY_COMPARE(m_dossier->messages().size(), 2);
        QCOMPARE(m_dossier->messages().first().body, u"Anna Bell"_s); // by time
        QCOMPARE(m_dossier->participants().size(), 2);
        const auto anna =
            std::ranges::find(m_dossier->participants(), u"Anna Bell"_s, &Participant::name);
        QVERIFY(anna != m_dossier->participants().end());
        QCOMPARE(anna->prospect, m_dossier->id());
    }

    void filesGoWithTheEntry_data() { TeamWorkspace::addBackends(); }
    void filesGoWithTheEntry()
    {
        OPEN_BACKEND(*this);
        QByteArray bytes;
        for (int i = 0; i < 4096; ++i)
            bytes.append(char(i % 256));
        const auto arrival = takeIn({m_test->file(u"offer.pdf"_s, bytes),
            m_test->file(u"empty.txt"_s, {}), m_test->path({}), m_test->path(u"gone.txt"_s),
            m_test->file(u"large.bin"_s, QByteArray(MostAttachedBytes + 1, 'x'))});
        QVERIFY(arrival);
        QCOMPARE(arrival->files.size(), 2);
        QCOMPARE(arrival->refused.size(), 3);
        QCOMPARE(arrival->refused.last().name, u"large.bin"_s);
        QCOMPARE(arrival->refused.last().error.code, Error::Code::Rejected);
        service().log(*m_dossier, {.body = u"The offer"_s, .files = arrival->files});
        settle();
        reopen();
        QCOMPARE(m_dossier->attachments().size(), 2);
        const Attachment offer = m_dossier->attachments().first();
        QCOMPARE(offer.name, u"offer.pdf"_s);
        QCOMPARE(offer.bytes, bytes.size());
        QCOMPARE(offer.message, m_dossier->messages().first().id);

        const QString target = m_test->path(u"saved.pdf"_s);
        const auto saved = save(offer.id, target);
        QVERIFY(saved && *saved);
        QFile written(target);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), bytes);
        QVERIFY(!*save(offer.id, m_test->path(u"no/such/folder"_s)));

        undo();
        reopen();
        QVERIFY(m_dossier->attachments().isEmpty());
        const auto gone = save(offer.id, target);
        QVERIFY(gone && !*gone);
        QCOMPARE(gone->error().code, Error::Code::NotFound);
        m_workspace->undoStack()->redo();
        settle();
        QVERIFY(*save(offer.id, target)); // the bytes waited
        reopen();
        service().removeMessage(*m_dossier, m_dossier->messages().first());
        settle();
        reopen();
        QVERIFY(m_dossier->attachments().isEmpty());
        undo();
        reopen();
        QCOMPARE(m_dossier->attachments().size(), 2);
    }

    void closesSnoozesAndWakes()
    {
        QCOMPARE(open(false), QString());
        say(Direction::Theirs, u"Hi"_s);
        service().snooze(conversation(), m_workspace->today().addDays(3));
        settle();
        QCOMPARE(conversation().snoozedUntil, m_workspace->today().addDays(3));
        service().close(conversation());
        settle();
        QCOMPARE(conversation().closedAt, m_test->clock.now());
        say(Direction::Theirs, u"One more thing"_s);
        reopen();
        QCOMPARE(conversation().closedAt, 0);
        undo();
        reopen();
        QVERIFY(conversation().closedAt > 0);
        service().reopen(conversation());
        settle();
        QCOMPARE(conversation().closedAt, 0);
    }
};

PULLPUSH_TEST(TestConversationService)
#include "tst_conversationservice.moc"
