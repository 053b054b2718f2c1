// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/messagepages.h"

#include "session/freshreader.h"
#include "session/workspace.h"
#include "storage/visible.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

/// What is shown first.
struct MessagePages::Newest
{
    QList<ConversationId> conversations;
    QList<Message> messages; ///< in order, without gaps
    bool isAll = true;
};

/// What was read after a change, or behind the newest.
struct MessagePages::Fresh
{
    QList<ConversationId> conversations;
    std::optional<QList<MessageKey>> keys; ///< all of them, where they were read
    QSet<qint64> asked; ///< messages that were read one by one…
    QList<Message> messages; ///< …and those of them that are there
};

MessagePages::MessagePages(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { read(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &MessagePages::follow);
    connect(&workspace, &Workspace::changed, this, &MessagePages::followFeed);
}

void MessagePages::open(const MessageScope &scope)
{
    if (scope == m_scope && state() != StoreState::Failed)
        return;
    clear();
    m_scope = scope;
    m_reader->cancel();
    setState(scope.isNull() ? StoreState::Ready : StoreState::Loading);
    emit changed();
    read();
}

void MessagePages::clear()
{
    m_keys.clear();
    m_conversations.clear();
    m_words.clear();
    m_stale.clear();
    m_changed.clear();
    m_isAllChanged = false;
    m_isComplete = false;
    m_hasNewest = false;
    forgetRequests();
}

/// What is on its way may be from before: it is asked for again.
void MessagePages::forgetRequests()
{
    ++m_generation;
    m_requested.clear();
    m_isReading = false;
    m_wanted.reset();
}

/// What is no longer part of the thread is not kept in memory either.
void MessagePages::dropOrphans()
{
    const QList<qint64> kept = m_words.keys();
    for (const qint64 id : kept) {
        if (!std::ranges::binary_search(
                m_keys, messageKeyOf(*m_words.object(id)), isEarlierMessage)) {
            m_words.remove(id);
            m_stale.remove(id);
        }
    }
}

const Message *MessagePages::message(MessageId id) const
{
    return m_words.object(id.value());
}

int MessagePages::indexOf(MessageId id) const
{
    const auto found = std::ranges::find(m_keys, id, &MessageKey::id);
    return found == m_keys.end() ? -1 : int(found - m_keys.begin());
}

void MessagePages::read()
{
    if (m_scope.isNull())
        return;
    if (m_hasNewest)
        readChanged();
    else
        readNewest();
}

void MessagePages::readNewest()
{
    const auto job = [scope = m_scope](Connection &connection) -> Result<Newest> {
        Newest newest;
        auto conversations = Visible::conversationIds(connection, scope);
        if (!conversations)
            return tl::unexpected(conversations.error());
        newest.conversations = *conversations;
        qint64 whole = std::numeric_limits<qint64>::min();
        for (const ConversationId id : std::as_const(newest.conversations)) {
            auto some = Visible::messages(connection, id, {}, PageSize);
            if (!some)
                return tl::unexpected(some.error());
            if (some->size() == PageSize) {
                newest.isAll = false;
                whole = std::max(whole, messageKeyOf(some->first()).at);
            }
            newest.messages << *some;
        }
        // Nothing from before the time from which each conversation was read.
        newest.messages.removeIf(
            [whole](const Message &message) { return messageKeyOf(message).at < whole; });
        std::ranges::sort(newest.messages, isEarlierMessage, messageKeyOf);
        return newest;
    };
    m_reader->start(job, [this](const Result<Newest> &newest) {
        if (!newest) {
            setState(StoreState::Failed, newest.error());
            emit changed();
            return;
        }
        m_hasNewest = true;
        m_isComplete = newest->isAll;
        m_conversations = newest->conversations;
        m_keys.clear();
        for (const Message &message : newest->messages) {
            m_keys << messageKeyOf(message);
            m_words.insert(message.id.value(), new Message(message));
        }
        setState(StoreState::Ready);
        emit changed();
        if (!m_isComplete || m_isAllChanged || !m_changed.isEmpty())
            readChanged();
    });
}

void MessagePages::readChanged()
{
    const bool all = m_isAllChanged || !m_isComplete;
    const auto job = [scope = m_scope, known = m_conversations, asked = m_changed, all](
                         Connection &connection) -> Result<Fresh> {
        Fresh fresh;
        fresh.asked = asked;
        auto conversations = Visible::conversationIds(connection, scope);
        if (!conversations)
            return tl::unexpected(conversations.error());
        fresh.conversations = *conversations;
        if (all || fresh.conversations != known) {
            auto keys = Visible::messageKeys(connection, scope);
            if (!keys)
                return tl::unexpected(keys.error());
            fresh.keys = std::move(*keys);
        }
        QList<MessageId> ids;
        for (const qint64 id : asked)
            ids << MessageId(id);
        auto messages = Visible::messagesById(connection, scope, ids);
        if (!messages)
            return tl::unexpected(messages.error());
        fresh.messages = std::move(*messages);
        return fresh;
    };
    m_reader->start(
        job,
        [this](Result<Fresh> fresh) {
            if (fresh) {
                take(std::move(*fresh));
                return;
            }
            // What is shown stays; the next change, or opening it again, reads again.
            setState(StoreState::Failed, fresh.error());
            emit changed();
        },
        all ? Database::Lane::Long : Database::Lane::Quick);
}

void MessagePages::take(Fresh fresh)
{
    forgetRequests();
    m_conversations = fresh.conversations;
    if (fresh.keys) {
        m_keys = std::move(*fresh.keys);
        const QList<qint64> kept = m_words.keys();
        if (m_isAllChanged)
            m_stale = QSet<qint64>(kept.cbegin(), kept.cend());
        m_isComplete = true;
        dropOrphans();
    }
    for (const Message &message : std::as_const(fresh.messages)) {
        fresh.asked.remove(message.id.value());
        put(message);
    }
    for (const qint64 gone : std::as_const(fresh.asked))
        erase(MessageId(gone));
    m_changed.clear();
    m_isAllChanged = false;
    setState(StoreState::Ready);
    emit changed();
}

void MessagePages::want(int first, int last)
{
    if (m_keys.isEmpty() || last < first)
        return;
    if (m_isReading) {
        m_wanted = {first, last};
        return;
    }
    constexpr qsizetype words = PageSize;
    const qsizetype from = std::max(first, 0) / words * words;
    const qsizetype to = std::min((std::max(last, 0) / words + 1) * words, m_keys.size());
    QList<MessageId> ids;
    for (qsizetype i = from; i < to; ++i) {
        const MessageId id = m_keys.at(i).id;
        const bool isHere = m_words.object(id.value()) != nullptr && !m_stale.contains(id.value());
        if (!isHere && !m_requested.contains(id.value()))
            ids << id;
    }
    if (ids.isEmpty())
        return;
    for (const MessageId id : std::as_const(ids))
        m_requested.insert(id.value());
    m_isReading = true;
    auto page = m_workspace.database()->read([scope = m_scope, ids](Connection &connection) {
        return Visible::messagesById(connection, scope, ids);
    });
    whenReady(page, this,
        [this, generation = m_generation, edits = m_edits, ids](
            const Result<QList<Message>> &messages) {
            takePage(generation, edits, ids, messages);
        });
}

void MessagePages::takePage(
    int generation, int edits, const QList<MessageId> &ids, const Result<QList<Message>> &messages)
{
    if (generation != m_generation)
        return;
    m_isReading = false;
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    if (!messages) {
        for (const MessageId id : ids)
            m_requested.remove(id.value());
        emit m_workspace.notice(Notice::error(messages.error()));
        return;
    }
    for (const Message &message : *messages) {
        const qint64 id = message.id.value();
        m_requested.remove(id); // one that is gone is not asked for again
        // What was edited meanwhile is newer than what was read.
        if (edits != m_edits && m_words.contains(id))
            continue;
        m_stale.remove(id);
        m_words.insert(id, new Message(message));
    }
    if (wanted)
        want(wanted->first, wanted->second);
    emit wordsRead();
}

void MessagePages::fetch(const QList<MessageId> &ids, QObject *context,
    std::function<void(Result<QList<Message>>)> callback) const
{
    auto found = m_workspace.database()->read(
        [scope = m_scope, ids](Connection &connection) {
            auto messages = Visible::messagesById(connection, scope, ids);
            if (messages)
                std::ranges::sort(*messages, isEarlierMessage, messageKeyOf);
            return messages;
        },
        Database::Lane::Long);
    whenReady(found, context, std::move(callback));
}

void MessagePages::follow(const QList<RowEdit> &edits)
{
    if (m_scope.isNull() || !m_hasNewest)
        return;
    ++m_edits;
    bool differs = false;
    for (const RowEdit &edit : edits) {
        if (edit.table == rowSpec<Message>().table)
            differs = followMessage(edit) || differs;
        else if (edit.table == rowSpec<Conversation>().table)
            differs = followConversation(edit) || differs;
    }
    if (differs)
        emit changed();
}

bool MessagePages::followConversation(const RowEdit &edit)
{
    const ConversationId id(edit.id);
    if (edit.op == RowEdit::Op::Insert) {
        // Our own new one; whether another is visible says the change feed.
        Conversation conversation;
        assignRow(conversation, edit.after);
        if (!m_scope.prospect.isNull() && conversation.prospect == m_scope.prospect
            && conversation.owner == m_workspace.viewer().user && !m_conversations.contains(id))
            m_conversations.insert(
                std::ranges::lower_bound(std::as_const(m_conversations), id), id);
        m_isAllChanged = true; // it may have come back with its messages
        return false;
    }
    if (edit.op != RowEdit::Op::Remove)
        return false;
    const auto isOfIt = [id](const MessageKey &key) { return key.conversation == id; };
    if (m_keys.removeIf(isOfIt) == 0)
        return false;
    dropOrphans();
    return true;
}

bool MessagePages::followMessage(const RowEdit &edit)
{
    const MessageId id(edit.id);
    if (edit.op == RowEdit::Op::Remove)
        return erase(id);
    if (edit.op == RowEdit::Op::Insert) {
        Message message;
        message.id = id;
        assignRow(message, edit.after);
        if (!m_conversations.contains(message.conversation) || indexOf(id) >= 0)
            return false;
        put(message);
        return true;
    }
    const int index = indexOf(id);
    if (index < 0)
        return false;
    const MessageKey key = m_keys.at(index);
    Message message;
    if (const Message *known = m_words.object(id.value())) {
        message = *known;
    } else {
        message.id = id;
        message.conversation = key.conversation;
        message.medium = key.medium;
        message.direction = key.direction;
        message.sentAt = {key.at, key.precision};
    }
    assignRow(message, edit.after);
    if (m_words.contains(id.value())) {
        put(message);
    } else {
        m_keys.removeAt(index);
        insertKey(messageKeyOf(message));
    }
    return true;
}

void MessagePages::followFeed(const ChangeSet &changes)
{
    if (m_scope.isNull()
        || !changes.touchesAny({u"message", u"conversation", u"conversation_share"}))
        return;
    m_isAllChanged = m_isAllChanged || changes.whole.contains(u"message"_s)
        || changes.whole.contains(u"conversation"_s);
    m_changed.unite(changes.rows.value(u"message"_s));
    read();
}

/// Its key and its words.
void MessagePages::put(const Message &message)
{
    const int index = indexOf(message.id);
    const MessageKey key = messageKeyOf(message);
    if (index < 0 || m_keys.at(index) != key) {
        if (index >= 0)
            m_keys.removeAt(index);
        insertKey(key);
    }
    m_stale.remove(message.id.value());
    m_words.insert(message.id.value(), new Message(message));
}

bool MessagePages::erase(MessageId id)
{
    m_words.remove(id.value());
    m_stale.remove(id.value());
    const int index = indexOf(id);
    if (index < 0)
        return false;
    m_keys.removeAt(index);
    return true;
}

void MessagePages::insertKey(const MessageKey &key)
{
    m_keys.insert(std::ranges::upper_bound(std::as_const(m_keys), key, isEarlierMessage), key);
}
