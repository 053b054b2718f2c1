// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"

#include "base/clock.h"
#include "base/idsource.h"
#include "base/text.h"
#include "base/whenready.h"
#include "exchange/pastedchat.h"
#include "session/conversationedits.h"
#include "session/prospectdossier.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/visible.h"

#include <QLocale>
#include <QSaveFile>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace {
/// More than any conversation has; what is older is not looked at.
constexpr int MostKnownMessages = 50'000;

Message messageOf(const ConversationService::PastedEntry &entry)
{
    Message message;
    message.medium = entry.medium;
    message.direction = entry.direction;
    message.sentAt = entry.sentAt;
    message.body = entry.body;
    return message;
}

/// When a word was said, and which one before it was said at the same time.
struct FreeIdWish
{
    qint64 ms = 0;
    MessageId after;
};

/// Free ids for words that are in the order of time.
Result<QList<MessageId>> freeIdsFor(Connection &connection, const QList<FreeIdWish> &wishes)
{
    QList<MessageId> ids;
    for (const FreeIdWish &wish : wishes) {
        // Of the one before and what is there the greater counts: ids grow with time.
        MessageId after = wish.after;
        if (!ids.isEmpty() && ids.last().value() > after.value())
            after = ids.last();
        const auto id = Visible::freeMessageId(connection, wish.ms, after);
        if (!id)
            return tl::unexpected(id.error());
        ids.append(*id);
    }
    return ids;
}

Result<QList<Message>> messagesOfAll(
    Connection &connection, const QList<ConversationId> &conversations)
{
    QList<Message> all;
    for (const ConversationId id : conversations) {
        const auto some = Visible::messages(connection, id, {}, MostKnownMessages);
        if (!some)
            return tl::unexpected(some.error());
        all << *some;
    }
    return all;
}

/// Which of day, month and year comes first where people of \a locale write numbers.
DateOrder writtenOrder(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    for (const QChar c : format) {
        if (c == u'd')
            return DateOrder::DayFirst;
        if (c == u'M')
            return DateOrder::MonthFirst;
        if (c == u'y')
            return DateOrder::YearFirst;
    }
    return DateOrder::DayFirst;
}

/// Runs on a worker.
Result<> saveBytes(
    const std::shared_ptr<Database> &database, AttachmentId attachment, const QString &path)
{
    const auto bytes = database
                           ->read([attachment](Connection &connection) {
                               return Visible::attachmentContent(connection, attachment);
                           })
                           .result();
    if (!bytes)
        return tl::unexpected(bytes.error());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit())
        return {};
    return fail(Error::Code::Io,
        ConversationService::tr("The file could not be written: %1").arg(file.errorString()));
}
} // namespace

ConversationService::ConversationService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    purge();
}

void ConversationService::purge()
{
    const qint64 before = m_workspace.clock().now() - KeptMs;
    auto looked = m_workspace.database()->read(
        [before](
            Connection &connection) { return Visible::hasExpiredAttachments(connection, before); },
        Database::Lane::Long);
    whenReady(looked, this, [this, before](const Result<bool> &expired) {
        if (!expired || !*expired)
            return;
        // Who may not write leaves it to those who may.
        auto purged = m_workspace.database()->write([before](Transaction &transaction) {
            return Visible::purgeAttachments(transaction, before);
        });
        Q_UNUSED(purged)
    });
}

void ConversationService::tellUnread(const Error &error, const Failed &failed)
{
    emit m_workspace.notice(Notice::error(error));
    if (failed)
        failed();
}

void ConversationService::finish(ConversationEdits &edits, const QString &text, const QString &said,
    const RowEdits &beside, const Failed &failed)
{
    Workspace::Along along;
    if (!edits.contents().isEmpty()) {
        along = [contents = edits.contents()](Transaction &transaction) -> Result<> {
            for (const auto &[attachment, bytes] : contents) {
                if (auto kept = Visible::keepAttachment(transaction, attachment, bytes); !kept)
                    return kept;
            }
            return {};
        };
    }
    const auto send = [&] { m_workspace.commit(edits.edits() + beside, text, 0, said, along); };
    if (failed)
        whenRefused(m_workspace, this, send, failed);
    else
        send();
}

void ConversationService::log(
    const ProspectDossier &dossier, const Entry &entry, const Failed &failed)
{
    if (!dossier.prospect())
        return;
    auto edits = std::make_shared<ConversationEdits>(m_workspace, dossier, entry.conversation);
    Message message;
    message.medium = entry.medium;
    message.direction = entry.direction;
    message.sentAt = entry.at.value_or(Moment {m_workspace.clock().now(), Precision::Exact});
    message.body = entry.body;
    message.durationSeconds = entry.durationSeconds;
    message.callResult = entry.medium == Medium::Call ? entry.callResult : CallResult::None;
    message.sender = edits->speaker(entry.direction == Direction::Ours);
    const QString name = displayName(edits->prospect());
    const QString text = tr("Log an entry for “%1”").arg(name);
    const QString said = tr("Logged for “%1”.").arg(name);
    if (message.sentAt.precision == Precision::Exact) {
        edits->add(message, entry.files);
        finish(*edits, text, said, entry.beside, failed);
        return;
    }
    // Much else may be dated at the same minute or day, so that an id has to be looked for.
    const FreeIdWish wish {message.sentAt.ms, edits->lastIdAt(message.sentAt.ms)};
    auto free = m_workspace.database()->read(
        [wish](Connection &connection) { return freeIdsFor(connection, {wish}); });
    const auto write = [this, edits, message, files = entry.files, beside = entry.beside, text,
                           said, failed](const Result<QList<MessageId>> &ids) {
        if (!ids) {
            tellUnread(ids.error(), failed);
            return;
        }
        Message identified = message;
        identified.id = ids->first();
        edits->add(identified, files);
        finish(*edits, text, said, beside, failed);
    };
    whenReady(free, this, write);
}

void ConversationService::logTo(const Conversation &chat, const Entry &entry, const Failed &failed)
{
    auto read = m_workspace.database()->read(
        [id = chat.id](Connection &connection) { return Visible::participants(connection, id); });
    whenReady(
        read, this, [this, chat, entry, failed](const Result<QList<Participant>> &participants) {
            if (!participants) {
                tellUnread(participants.error(), failed);
                return;
            }
            const bool isOurs = entry.direction == Direction::Ours;
            QList<Participant> speakers;
            std::ranges::copy_if(*participants, std::back_inserter(speakers),
                [isOurs](const Participant &one) { return one.isUs == isOurs; });
            RowEdits edits;
            Message message;
            message.sentAt =
                entry.at.value_or(Moment {m_workspace.clock().now(), Precision::Exact});
            message.id = MessageId(IdSource::at(message.sentAt.ms));
            message.conversation = chat.id;
            message.medium = entry.medium;
            message.direction = entry.direction;
            message.body = entry.body;
            message.durationSeconds = entry.durationSeconds;
            message.callResult = entry.medium == Medium::Call ? entry.callResult : CallResult::None;
            if (speakers.size() == 1) {
                message.sender = speakers.first().id;
            } else if (isOurs && speakers.isEmpty()) {
                Participant us;
                us.id = ParticipantId::create(m_workspace.ids());
                us.conversation = chat.id;
                us.name = m_workspace.userName(m_workspace.viewer().user);
                us.isUs = true;
                message.sender = us.id;
                edits << insertion(us);
            }
            edits << insertion(message) << update(chat, afterMessage(chat, message));
            const auto send = [&] {
                m_workspace.commit(edits + entry.beside, tr("Log an entry in a group chat"), 0,
                    chat.title.isEmpty() ? tr("Logged in the group chat.")
                                         : tr("Logged in “%1”.").arg(chat.title));
            };
            if (failed)
                whenRefused(m_workspace, this, send, failed);
            else
                send();
        });
}

void ConversationService::removeMessage(const ProspectDossier &dossier, const Message &message)
{
    QList<RowEdit> edits;
    for (const Attachment &attachment : dossier.attachments()) {
        if (attachment.message == message.id)
            edits << removal(attachment);
    }
    edits << removal(message);
    const auto conversation =
        std::ranges::find(dossier.conversations(), message.conversation, &Conversation::id);
    if (conversation != dossier.conversations().end()) {
        QList<Message> rest;
        std::ranges::copy_if(
            dossier.messages(), std::back_inserter(rest), [&message](const Message &other) {
                return other.conversation == message.conversation && other.id != message.id;
            });
        edits << update(
            *conversation, afterRemoval(*conversation, message, rest, dossier.hasOlderMessages()));
    }
    m_workspace.commit(edits, tr("Delete an entry"), 0, tr("Entry deleted."));
}

void ConversationService::readPaste(
    const QString &text, QDate undated, QObject *context, Read read) const
{
    PasteOptions options;
    options.zone = m_workspace.zone();
    options.locale = QLocale();
    options.dateOrder = writtenOrder(options.locale);
    options.now = m_workspace.clock().now();
    options.undated = undated;
    whenReady(QtConcurrent::run([text, options] { return readPastedChat(text, options); }), context,
        std::move(read));
}

void ConversationService::recognisePaste(
    const QString &text, QObject *context, std::function<void(bool yes)> answer) const
{
    whenReady(QtConcurrent::run([text] { return looksLikePastedChat(text); }), context,
        std::move(answer));
}

QList<ConversationService::PastedEntry> ConversationService::entriesOf(
    const PastedChat &chat, const QString &us)
{
    QList<PastedEntry> entries;
    for (const PastedMessage &message : chat.messages) {
        PastedEntry entry;
        entry.sender = message.sender;
        entry.body = message.body;
        entry.sentAt = message.sentAt;
        switch (message.kind) {
        case PastedMessage::Kind::Said:
            entry.direction = message.sender == us ? Direction::Ours : Direction::Theirs;
            break;
        case PastedMessage::Kind::Notice:
            entry.direction = Direction::System;
            break;
        case PastedMessage::Kind::Unread:
            entry.medium = Medium::Note;
            entry.direction = Direction::Ours;
            entry.body = tr("Pasted with the chat, and no message of it:\n%1").arg(message.body);
            break;
        }
        entries.append(entry);
    }
    return entries;
}

void ConversationService::paste(
    const ProspectDossier &dossier, const QList<PastedEntry> &entries, const Failed &failed)
{
    if (!dossier.prospect() || entries.isEmpty())
        return;
    QList<PastedEntry> sorted = entries;
    std::ranges::stable_sort(sorted, {}, [](const PastedEntry &entry) { return entry.sentAt.ms; });
    auto edits = std::make_shared<ConversationEdits>(m_workspace, dossier);
    QList<FreeIdWish> wishes;
    for (const PastedEntry &entry : std::as_const(sorted))
        wishes.append({entry.sentAt.ms, edits->lastIdAt(entry.sentAt.ms)});
    auto free = m_workspace.database()->read(
        [wishes](Connection &connection) { return freeIdsFor(connection, wishes); });
    const auto write = [this, edits, sorted, failed](const Result<QList<MessageId>> &ids) {
        if (!ids) {
            tellUnread(ids.error(), failed);
            return;
        }
        QSet<QString> others;
        for (const PastedEntry &entry : sorted) {
            if (entry.direction == Direction::Theirs)
                others.insert(foldText(entry.sender));
        }
        for (qsizetype i = 0; i < sorted.size(); ++i) {
            const PastedEntry &entry = sorted.at(i);
            Message message = messageOf(entry);
            message.id = ids->at(i);
            if (entry.direction == Direction::Theirs && others.size() > 1
                && !entry.sender.isEmpty())
                message.sender = edits->speaker(entry.sender);
            else if (entry.direction != Direction::System)
                message.sender = edits->speaker(entry.direction == Direction::Ours);
            edits->add(message);
        }
        finish(*edits,
            tr("Add %n message(s) of “%1”", nullptr, int(sorted.size()))
                .arg(displayName(edits->prospect())),
            tr("Logged for “%1”.").arg(displayName(edits->prospect())), {}, failed);
    };
    whenReady(free, this, write);
}

void ConversationService::findKnown(const ProspectDossier &dossier,
    const QList<PastedEntry> &entries, QObject *context, Known callback) const
{
    QList<ConversationId> conversations;
    for (const Conversation &conversation : dossier.conversations())
        conversations.append(conversation.id);
    QList<Message> fresh;
    for (const PastedEntry &entry : entries)
        fresh.append(messageOf(entry));
    auto compared = m_workspace.database()->read(
        [conversations, fresh, zone = m_workspace.zone()](
            Connection &connection) -> Result<QList<bool>> {
            const auto known = messagesOfAll(connection, conversations);
            if (!known)
                return tl::unexpected(known.error());
            return knownAmong(*known, fresh, zone);
        },
        Database::Lane::Long);
    whenReady(compared, context, std::move(callback));
}

void ConversationService::proposeHop(
    const ProspectDossier &dossier, Medium to, Direction by, std::optional<Moment> at)
{
    if (!dossier.prospect() || to == Medium::Note)
        return;
    ConversationEdits edits(m_workspace, dossier);
    Hop hop;
    hop.conversation = edits.conversation();
    hop.from = mediumOfLastWord(dossier.messages(), hop.conversation);
    hop.to = to;
    hop.proposedBy = by;
    hop.proposedAt = at.value_or(Moment {m_workspace.clock().now(), Precision::Exact});
    const bool isOpen = std::ranges::any_of(dossier.hops(), [&hop](const Hop &known) {
        return known.conversation == hop.conversation && known.to == hop.to
            && known.state == HopState::Proposed;
    });
    if (isOpen || hop.from == hop.to)
        return;
    hop.id = HopId::create(m_workspace.ids());
    edits.add(hop);
    finish(
        edits, tr("Propose another medium to “%1”").arg(displayName(edits.prospect())), {}, {}, {});
}

void ConversationService::decideHop(const Hop &hop, HopState state)
{
    Hop decided = hop;
    decided.state = state;
    decided.decidedAt = state == HopState::Proposed ? 0 : m_workspace.clock().now();
    if (state != hop.state)
        m_workspace.commit({update(hop, decided)}, tr("Say what became of a proposal"));
}

void ConversationService::removeHop(const Hop &hop)
{
    m_workspace.commit({removal(hop)}, tr("Delete a proposal"), 0, tr("Proposal deleted."));
}

void ConversationService::close(const Conversation &conversation, const QString &with)
{
    Conversation closed = conversation;
    closed.closedAt = m_workspace.clock().now();
    closed.snoozedUntil.reset();
    if (conversation.closedAt == 0)
        m_workspace.commit({update(conversation, closed)},
            with.isEmpty() ? tr("Close a conversation")
                           : tr("Close the conversation with “%1”").arg(with),
            0,
            with.isEmpty() ? tr("The conversation is closed.")
                           : tr("The conversation with “%1” is closed.").arg(with));
}

void ConversationService::reopen(const Conversation &conversation, const QString &with)
{
    Conversation open = conversation;
    open.closedAt = 0;
    m_workspace.commit({update(conversation, open)},
        with.isEmpty() ? tr("Open a conversation again")
                       : tr("Open the conversation with “%1” again").arg(with));
}

void ConversationService::snooze(
    const Conversation &conversation, std::optional<QDate> until, const QString &with)
{
    Conversation snoozed = conversation;
    snoozed.snoozedUntil = until;
    QString text = until ? tr("Snooze a conversation") : tr("End the snooze of a conversation");
    if (until && !with.isEmpty())
        text = tr("Snooze the conversation with “%1”").arg(with);
    m_workspace.commit({update(conversation, snoozed)}, text);
}

void ConversationService::takeIn(const QStringList &paths, QObject *context, Arrived arrived) const
{
    whenReady(QtConcurrent::run([paths] { return readFilesToAttach(paths); }), context,
        std::move(arrived));
}

void ConversationService::save(
    AttachmentId attachment, const QString &path, QObject *context, Saved saved) const
{
    auto written = QtConcurrent::run([database = m_workspace.database(), attachment, path] {
        return saveBytes(database, attachment, path);
    });
    whenReady(written, context, std::move(saved));
}
