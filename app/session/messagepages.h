// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/messagekey.h"
#include "domain/rowedit.h"
#include "session/store.h"

#include <QCache>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>
#include <utility>

class FreshReader;
class Workspace;
struct ChangeSet;

/// The messages of a prospect or of one conversation, any number of them, in the order of time over all conversations that the viewer may see. The newest
/// come at once, the keys of all others behind them, words by page when they are asked for. Memory: forty bytes a message and some pages. Follows edits
/// and the change feed.
class MessagePages : public Store
{
    Q_OBJECT
public:
    static constexpr int PageSize = 128;
    /// Words that are kept at most, in messages.
    static constexpr int MostKept = 32 * PageSize;

    MessagePages(Workspace &workspace, QObject *parent);

    /// Reads \a scope; changed() follows. The one that is open is read again only where that failed. A null scope closes.
    void open(const MessageScope &scope);
    [[nodiscard]] const MessageScope &scope() const { return m_scope; }

    /// In order of time. Until isComplete() only the newest are here.
    [[nodiscard]] const QList<MessageKey> &keys() const { return m_keys; }
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Null while it is not read. Valid until control returns to the event loop or want() is called.
    [[nodiscard]] const Message *message(MessageId id) const;
    /// -1 where it is not (or not yet) here. Linear.
    [[nodiscard]] int indexOf(MessageId id) const;
    /// The messages \a first to \a last of keys() are near the eye: their pages are read where they are not here, and wordsRead() follows. While one wish
    /// is being read only the last of further ones counts, so that nobody waits for what was scrolled past.
    void want(int first, int last);
    /// Reads those of \a ids that are visible, without keeping them, in the order of time; calls \a callback unless \a context died.
    void fetch(const QList<MessageId> &ids, QObject *context,
        std::function<void(Result<QList<Message>>)> callback) const;

signals:
    /// The words of some messages are here now, or differ; keys() are as before.
    void wordsRead();

private:
    struct Newest;
    struct Fresh;

    void read();
    void readNewest();
    void readChanged();
    void take(Fresh fresh);
    void takePage(int generation, int edits, const QList<MessageId> &ids,
        const Result<QList<Message>> &messages);
    void follow(const QList<RowEdit> &edits);
    bool followConversation(const RowEdit &edit);
    bool followMessage(const RowEdit &edit);
    void followFeed(const ChangeSet &changes);
    void put(const Message &message);
    bool erase(MessageId id);
    void insertKey(const MessageKey &key);
    void clear();
    void forgetRequests();
    void dropOrphans();

    Workspace &m_workspace;
    FreshReader *m_reader;
    MessageScope m_scope;
    QList<MessageKey> m_keys;
    QList<ConversationId> m_conversations; ///< visible ones of the scope, by id
    QCache<qint64, Message> m_words {MostKept};
    QSet<qint64> m_stale; ///< kept words that are shown until they are read again
    QSet<qint64> m_requested; ///< words being read
    QSet<qint64> m_changed; ///< written since what is here was read
    bool m_isAllChanged = false;
    bool m_isComplete = false;
    bool m_hasNewest = false;
    bool m_isReading = false; ///< words
    std::optional<std::pair<int, int>> m_wanted; ///< when they are read
    int m_generation = 0; ///< of the scope and of the keys; pages asked for before do not count
    int m_edits = 0;
};
