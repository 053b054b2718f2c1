// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chatimport.h"

#include "base/text.h"
#include "exchange/whatsapp.h"
#include "session/importjob.h"
#include "session/importwords.h"
#include "storage/bulkinsert.h"
#include "storage/handleclaims.h"
#include "storage/prospecttable.h"
#include "storage/searchindex.h"
#include "storage/suppression.h"
#include "storage/visible.h"
#include "storage/visiblesearch.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
const auto Format = "whatsapp"_L1;
const auto WhatsAppKey = "whatsapp"_L1;

} // namespace

ChatImport::ChatImport(ImportJob &job, QString path)
    : m_job(job)
    , m_path(std::move(path))
{ }

Result<> ChatImport::run()
{
    const auto read = readWhatsApp(
        m_path, {m_job.zone(), m_job.options().dateOrder}, [this](qint64 done, qint64 total) {
            return m_job.tell(total > 0 ? 0.8 * double(done) / double(total) : 0);
        });
    if (!read)
        return tl::unexpected(read.error());
    m_job.report().issues << read->issues;
    QStringList keys;
    for (const MessageRecord &message : read->chat.messages)
        keys << message.dedupeKey;
    if (const auto unread = m_job.unreadOf(read->chat.externalId, keys)) {
        skipAgain(int(keys.size()), *unread);
        return {};
    }
    auto us = whoIsUs(read->chat);
    if (!us)
        return tl::unexpected(us.error());
    m_us = *us;
    return m_job.write([&](Transaction &transaction) { return write(transaction, read->chat); });
}

void ChatImport::skipAgain(int messages, int unread)
{
    // What the first file brought is still invisible, so this one cannot be laid upon it.
    ++m_job.report().conversations.skipped;
    m_job.report().messages.skipped += messages - unread;
    if (unread == 0)
        return;
    m_job.report().issues.append({QFileInfo(m_path).fileName(), 0, Severity::Warning,
        u"chat-twice"_s,
        QCoreApplication::translate("Import",
            "%n message(s) were left out, because another file of this import holds the same chat. "
            "Import this file once more to add them.",
            nullptr, unread)});
}

Result<QString> ChatImport::whoIsUs(const ChatRecord &chat) const
{
    const auto named = [&chat](const QString &wanted) -> QString {
        for (const QString &sender : chat.senders) {
            if (!wanted.isEmpty() && foldText(sender) == foldText(wanted))
                return sender;
        }
        return {};
    };
    const QString &asked = m_job.options().me;
    if (!asked.isEmpty()) {
        const QString found = named(asked);
        if (!found.isEmpty())
            return found;
        return fail(Error::Code::Rejected,
            ImportWords::tr("Nobody in “%1” is called “%2”. In the chat are: %3.")
                .arg(QFileInfo(m_path).fileName(), asked, chat.senders.join(", "_L1)));
    }
    if (const QString user = named(m_job.context().userName); !user.isEmpty())
        return user;
    const QString other = named(chat.title); // a private chat carries the other one's name
    if (chat.senders.size() == 2 && !chat.isGroup && !other.isEmpty())
        return chat.senders.at(0) == other ? chat.senders.at(1) : chat.senders.at(0);
    return fail(Error::Code::Rejected,
        ImportWords::tr("“%1” does not tell which participant is you. Name one of: %2.")
            .arg(QFileInfo(m_path).fileName(), chat.senders.join(", "_L1)));
}

Result<> ChatImport::write(Transaction &transaction, const ChatRecord &chat)
{
    auto done = open(transaction, chat);
    if (done && m_isNew && !chat.isGroup) {
        const auto why =
            SuppressionList::find(transaction.connection(), WhatsAppKey, otherName(chat));
        if (!why)
            return tl::unexpected(why.error());
        if (*why == SuppressionKind::Erased) {
            skipErased(chat);
            return {};
        }
        m_isBarred = *why == SuppressionKind::DoNotContact;
        done = choosePerson(transaction, chat);
        if (done && m_isHidden) {
            skipHidden(chat);
            return {};
        }
    }
    if (done && m_isNew) {
        m_conversation.prospect = m_person ? m_person->id : ProspectId();
        done = BulkInsert<Conversation>(transaction).add(m_conversation);
        if (done) {
            SourceThread thread;
            thread.id = SourceThreadId::create(*m_job.context().ids);
            thread.conversation = m_conversation.id;
            thread.format = Format;
            thread.externalId = chat.externalId;
            thread.batch = m_job.batch();
            done = BulkInsert<SourceThread>(transaction).add(thread);
        }
    }
    if (done)
        done = addParticipants(transaction, chat);
    if (done)
        done = addMessages(transaction, chat);
    if (done && m_person)
        done = propose(transaction, chat);
    return done;
}

Result<> ChatImport::open(Transaction &transaction, const ChatRecord &chat)
{
    Connection &connection = transaction.connection();
    const auto thread = Visible::thread(connection, Format, chat.externalId);
    if (!thread)
        return tl::unexpected(thread.error());
    if (*thread) {
        const auto known = Visible::conversation(connection, (*thread)->conversation);
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            return fail(Error::Code::Rejected,
                ImportWords::tr(
                    "“%1” belongs to a colleague's private conversation. Nothing was imported.")
                    .arg(QFileInfo(m_path).fileName()));
        m_before = **known;
        m_conversation = **known;
        if (!m_conversation.prospect.isNull()) {
            const auto person = ProspectTable::find(connection, m_conversation.prospect);
            if (!person)
                return tl::unexpected(person.error());
            m_person = *person;
        }
        return {};
    }
    m_isNew = true;
    m_conversation.id = ConversationId::create(*m_job.context().ids);
    m_conversation.owner = m_job.context().viewer.user;
    m_conversation.title = chat.title;
    m_conversation.network = WhatsAppKey;
    m_conversation.createdAt = m_job.context().now;
    m_conversation.batch = m_job.batch();
    return {};
}

QString ChatImport::otherName(const ChatRecord &chat) const
{
    const auto other =
        std::ranges::find_if(chat.senders, [this](const QString &name) { return name != m_us; });
    return other == chat.senders.end() ? chat.title : *other;
}

void ChatImport::skipErased(const ChatRecord &chat)
{
    ++m_job.report().conversations.skipped;
    m_job.report().messages.skipped += int(chat.messages.size());
    m_job.report().issues.append({QFileInfo(m_path).fileName(), 0, Severity::Warning, u"erased"_s,
        ImportWords::tr("The chat of somebody who was erased for good is left out.")});
}

void ChatImport::skipHidden(const ChatRecord &chat)
{
    ++m_job.report().conversations.skipped;
    m_job.report().messages.skipped += int(chat.messages.size());
    m_job.report().issues.append({QFileInfo(m_path).fileName(), 0, Severity::Warning,
        u"hidden-person"_s,
        ImportWords::tr("Someone here already talks to this person, in private. Nothing of this "
                        "chat was imported. Ask your team before you write to them.")});
}

Result<> ChatImport::choosePerson(Transaction &transaction, const ChatRecord &chat)
{
    const QString name = otherName(chat);
    if (name.isEmpty())
        return {};
    Connection &connection = transaction.connection();
    const auto byHandle = HandleClaims::of(connection, WhatsAppKey, name);
    if (!byHandle)
        return tl::unexpected(byHandle.error());
    const auto byName = ProspectTable::named(connection, name);
    if (!byName)
        return tl::unexpected(byName.error());
    ProspectId id = byHandle->known;
    if (id.isNull())
        id = m_job.madeWith(WhatsAppKey, name);
    if (id.isNull() && byName->size() == 1)
        id = byName->first();
    m_isHidden = id.isNull() && byHandle->isHidden;
    if (m_isHidden)
        return {};
    if (id.isNull())
        return addPerson(transaction, chat, name);
    const auto person = ProspectTable::some(connection, {id}, m_job.batch());
    if (!person)
        return tl::unexpected(person.error());
    if (!person->isEmpty())
        m_person = person->first();
    return {};
}

Result<> ChatImport::addPerson(
    Transaction &transaction, const ChatRecord &chat, const QString &name)
{
    IdSource &ids = *m_job.context().ids;
    const Moment first = chat.messages.isEmpty() ? Moment {m_job.context().now, Precision::Unknown}
                                                 : chat.messages.first().sentAt;
    Prospect person;
    person.id = ProspectId::create(ids);
    person.name = name;
    person.owner = m_job.context().viewer.user;
    person.stage = firstStep(m_job.context().stages).id;
    person.firstSeen = first;
    person.createdAt = m_job.context().now;
    person.batch = m_job.batch();
    if (m_isBarred) {
        person.doNotContactSince = m_job.context().now;
        person.doNotContactWhy = ImportWords::tr("They had objected before they were imported.");
        m_job.report().issues.append(
            {QFileInfo(m_path).fileName(), 0, Severity::Warning, u"do-not-contact"_s,
                ImportWords::tr(
                    "Somebody who objected is here again, marked as not to be contacted.")});
    }
    person.lastActivityAt = first.ms; // their entry; what follows is private
    Handle handle;
    handle.id = HandleId::create(ids);
    handle.prospect = person.id;
    handle.network = WhatsAppKey;
    handle.value = name;
    handle.batch = m_job.batch();
    const auto claims = HandleClaims::of(transaction.connection(), WhatsAppKey, name);
    if (!claims)
        return tl::unexpected(claims.error());
    handle.contested = !claims->holder.isNull(); // another import that is not finished
    Move entry;
    entry.id = MoveId::create(ids);
    entry.prospect = person.id;
    entry.to = person.stage;
    entry.at = first;
    entry.by = m_job.context().viewer.user;
    entry.batch = m_job.batch();
    Result<> done = BulkInsert<Prospect>(transaction).add(person);
    if (done)
        done = BulkInsert<Handle>(transaction).add(handle);
    if (done)
        done = BulkInsert<Move>(transaction).add(entry);
    if (done)
        done = SearchIndex::add(transaction, {{person.id, {name}}});
    ++m_job.report().prospects.created;
    ++m_job.report().moves.created;
    m_job.touched(person.id);
    m_job.remember(WhatsAppKey, name, person.id);
    m_person = person;
    m_personIsNew = true;
    return done;
}

Result<> ChatImport::addParticipants(Transaction &transaction, const ChatRecord &chat)
{
    const auto known = Visible::participants(transaction.connection(), m_conversation.id);
    if (!known)
        return tl::unexpected(known.error());
    for (const Participant &participant : *known)
        m_participants.insert(participant.name, participant.id);
    BulkInsert<Participant> insert(transaction);
    for (const QString &name : chat.senders) {
        if (m_participants.contains(name))
            continue;
        Participant participant;
        participant.id = ParticipantId::create(*m_job.context().ids);
        participant.conversation = m_conversation.id;
        participant.name = name;
        participant.isUs = name == m_us;
        if (m_person && !chat.isGroup && !participant.isUs)
            participant.prospect = m_person->id;
        participant.batch = m_job.batch();
        if (auto done = insert.add(participant); !done)
            return done;
        m_participants.insert(name, participant.id);
    }
    return {};
}

Result<> ChatImport::addMessages(Transaction &transaction, const ChatRecord &chat)
{
    Connection &connection = transaction.connection();
    const auto keys = Visible::dedupeKeys(connection, m_conversation.id);
    if (!keys)
        return tl::unexpected(keys.error());
    const QSet<QString> known(keys->begin(), keys->end());
    BulkInsert<Message> insert(transaction);
    MessageIndex index(transaction);
    MessageId last;
    int added = 0;
    for (const MessageRecord &record : chat.messages) {
        if (known.contains(record.dedupeKey)) {
            ++m_job.report().messages.skipped;
            continue;
        }
        const auto id = Visible::freeMessageId(connection, record.sentAt.ms, last);
        if (!id)
            return tl::unexpected(id.error());
        last = *id;
        Message message;
        message.id = *id;
        message.conversation = m_conversation.id;
        message.sender = m_participants.value(record.sender);
        message.medium = Medium::DirectMessage;
        message.direction = record.sender.isEmpty() ? Direction::System
            : record.sender == m_us                 ? Direction::Ours
                                                    : Direction::Theirs;
        message.sentAt = record.sentAt;
        message.body = record.body;
        message.dedupeKey = record.dedupeKey;
        message.batch = m_job.batch();
        auto done = insert.add(message).and_then([&] { return index.add(message); });
        if (!done)
            return done;
        m_conversation = afterMessage(m_conversation, message);
        ++added;
    }
    m_job.report().messages.created += added;
    if (m_isNew)
        ++m_job.report().conversations.created;
    else if (added > 0)
        ++m_job.report().conversations.updated;
    else
        ++m_job.report().conversations.skipped;
    if (m_isNew) {
        // Still invisible with its batch, so it may be written at once.
        Conversation fresh = m_conversation;
        fresh.lastMessageAt = 0;
        fresh.turn = Turn::Nobody;
        fresh.unanswered = 0;
        fresh.unreturned = 0;
        m_job.later(update(fresh, m_conversation));
    } else {
        m_job.later(update(*m_before, m_conversation));
    }
    if (m_person && !m_personIsNew && added > 0) {
        if (m_conversation.privacy == Privacy::Team) {
            Prospect active = *m_person;
            active.lastActivityAt = std::max(active.lastActivityAt, m_conversation.lastMessageAt);
            m_job.later(update(*m_person, active));
        }
        m_job.touched(m_person->id);
    }
    return {};
}

Result<> ChatImport::propose(Transaction &transaction, const ChatRecord &chat)
{
    const QList<Stage> &stages = m_job.context().stages;
    const int target = indexOfStage(stages, QStringView(u"conversation"));
    const int current = indexOfStage(stages, m_person->stage);
    if (target < 0 || (current >= 0 && stages.at(current).position >= stages.at(target).position))
        return {};
    const auto open = ProspectTable::openProposals(transaction.connection(), m_person->id);
    if (!open)
        return tl::unexpected(open.error());
    if (std::ranges::any_of(
            *open, [&](const MoveProposal &known) { return known.to == stages.at(target).id; }))
        return {};
    // The evidence is the moment from which both have spoken.
    bool weSpoke = false;
    bool theySpoke = false;
    for (const MessageRecord &message : chat.messages) {
        weSpoke = weSpoke || message.sender == m_us;
        theySpoke = theySpoke || (!message.sender.isEmpty() && message.sender != m_us);
        if (!weSpoke || !theySpoke)
            continue;
        MoveProposal proposal;
        proposal.id = ProposalId::create(*m_job.context().ids);
        proposal.prospect = m_person->id;
        proposal.to = stages.at(target).id;
        proposal.at = message.sentAt;
        proposal.why = ImportWords::tr("Both sides wrote on WhatsApp.");
        proposal.conversation = m_conversation.id;
        proposal.batch = m_job.batch();
        ++m_job.report().proposals;
        return BulkInsert<MoveProposal>(transaction).add(proposal);
    }
    return {};
}
