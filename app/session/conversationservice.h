// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "base/result.h"
#include "domain/conversation.h"
#include "domain/pastedchat.h"
#include "domain/rowedit.h"
#include "session/fileintake.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class ConversationEdits;
class ProspectDossier;
class Workspace;

/// What people do in conversations: log, paste, propose a hop, close, snooze. Each is one undoable command.
///
/// What is said of a prospect goes to the newest conversation of the dossier that the viewer owns; where there is none, one is opened with it.
class ConversationService : public QObject
{
    Q_OBJECT
public:
    ConversationService(Workspace &workspace, QObject *parent);

    struct Entry
    {
        Medium medium = Medium::DirectMessage;
        Direction direction = Direction::Ours;
        QString body;
        int durationSeconds = 0; ///< of a call or meeting
        CallResult callResult = CallResult::None;
        std::optional<Moment> at; ///< default: now
        QList<FreshFile> files = {}; ///< attached to it
        RowEdits beside = {}; ///< written with it: the guardrails that were gone past
        ConversationId conversation = {}; ///< where it was said; null: where the dossier's words go
    };
    /// Called once where something could not be read or written, so that the words can be put back; why is told.
    using Failed = std::function<void()>;
    /// Logs what was said, with its files, and accepts an open hop to its medium. A note does not change whose turn it is.
    void log(const ProspectDossier &dossier, const Entry &entry, const Failed &failed = {});
    /// Logs what was said in a group chat that has no prospect. Of several others nobody knows which one spoke.
    void logTo(const Conversation &chat, const Entry &entry, const Failed &failed = {});
    /// Takes \a message and its attachments out of its conversation; whose turn it is follows from what is left.
    void removeMessage(const ProspectDossier &dossier, const Message &message);

    /// One message of a pasted chat. A system line has neither side; what could not be read is a note.
    struct PastedEntry
    {
        Medium medium = Medium::DirectMessage;
        Direction direction = Direction::Theirs;
        QString sender; ///< as the chat names them
        QString body;
        Moment sentAt;
    };
    using Read = std::function<void(const PastedChat &)>;
    /// Reads \a text as a chat that was copied elsewhere, on a worker. \a undated is the day of what tells a time alone; an invalid one leaves that open.
    void readPaste(const QString &text, QDate undated, QObject *context, Read read) const;
    /// Tells \a yes whether \a text is such a chat. Found out on a worker.
    void recognisePaste(
        const QString &text, QObject *context, std::function<void(bool yes)> answer) const;
    /// The parts of \a chat as entries, where we are called \a us.
    [[nodiscard]] static QList<PastedEntry> entriesOf(const PastedChat &chat, const QString &us);
    /// Adds \a entries, by time, as one command. Where several others spoke each becomes a participant of their own.
    void paste(const ProspectDossier &dossier, const QList<PastedEntry> &entries,
        const Failed &failed = {});
    using Known = std::function<void(const Result<QList<bool>> &)>;
    /// For each of \a entries, whether it is in a conversation of the prospect already.
    void findKnown(const ProspectDossier &dossier, const QList<PastedEntry> &entries,
        QObject *context, Known callback) const;

    /// A proposal to go on over \a to, made \a at (default: now) by us or them, from the medium of the last word. Nothing happens where that is the same
    /// medium, or where it is proposed already.
    void proposeHop(
        const ProspectDossier &dossier, Medium to, Direction by, std::optional<Moment> at = {});
    /// What became of \a hop; Proposed opens it again.
    void decideHop(const Hop &hop, HopState state);
    void removeHop(const Hop &hop);

    /// Nothing is to be done in it until a new word comes. \a with names whom it is with, for the undo text; so below.
    void close(const Conversation &conversation, const QString &with = {});
    void reopen(const Conversation &conversation, const QString &with = {});
    /// Out of the day's work until \a until, or until a new word comes; nothing ends the snooze.
    void snooze(
        const Conversation &conversation, std::optional<QDate> until, const QString &with = {});

    using Arrived = std::function<void(const FileArrival &)>;
    /// Reads \a paths on a worker, to be attached to an entry.
    void takeIn(const QStringList &paths, QObject *context, Arrived arrived) const;
    using Saved = std::function<void(const Result<> &)>;
    /// Writes the bytes of \a attachment to \a path, which is replaced, on a worker.
    void save(AttachmentId attachment, const QString &path, QObject *context, Saved saved) const;

    /// How long bytes of deleted attachments are kept, so that undo brings them back: 30 days.
    static constexpr qint64 KeptMs = 30 * DayMs;

private:
    void purge();
    /// \a said: told with an Undo once it is written; empty: nothing.
    void finish(ConversationEdits &edits, const QString &text, const QString &said,
        const RowEdits &beside, const Failed &failed);
    void tellUnread(const Error &error, const Failed &failed);

    Workspace &m_workspace;
};
