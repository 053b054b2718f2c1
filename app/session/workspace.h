// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/idsource.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/rowedit.h"
#include "domain/stage.h"
#include "domain/user.h"
#include "session/changeset.h"
#include "session/notice.h"

#include <QList>
#include <QObject>
#include <QTimeZone>
#include <QUndoStack>

#include <functional>
#include <memory>

class ChangeFeed;
class Clock;
class ConversationService;
class Database;
class DuePosts;
class GuardrailService;
class ImportService;
class MediaStore;
class PipelineColumns;
class PlanSets;
class PostReviewStore;
class PostStore;
class ProfileStore;
class ProspectService;
class RecordService;
class SeriesService;
class SpellService;
class StageStore;
class TeamSets;
class Transaction;

/// The open workspace: its small sets as values, its stores, the undo stack and the change feed. Lives on the GUI thread; nothing here waits.
class Workspace : public QObject
{
    Q_OBJECT
public:
    struct CreateOptions
    {
        QByteArray zone = {}; ///< IANA name; empty: the computer's
        bool sample = false; ///< with the invented brand's three months
    };
    struct Snapshot; ///< what opening read, handed from the worker to the constructor

    /// What no edit holds and is written with edits, as the bytes of a file.
    using Along = std::function<Result<>(Transaction &)>;
    using Ready = std::function<void(Result<std::shared_ptr<Workspace>>)>;
    /// Opens on a worker and calls \a ready on \a context's thread. \a location is a file or a postgresql:// address; \a asUser a login, empty for the
    /// first user.
    static void open(
        const QString &location, QObject *context, Ready ready, const QString &asUser = {});
    static void create(
        const QString &location, const CreateOptions &options, QObject *context, Ready ready);
    /// The same for the command line and tests, which may wait.
    [[nodiscard]] static Result<std::shared_ptr<Workspace>> openNow(
        const QString &location, const Clock &clock, const QString &asUser = {});
    [[nodiscard]] static Result<std::shared_ptr<Workspace>> createNow(
        const QString &location, const CreateOptions &options, const Clock &clock);
    ~Workspace() override;

    [[nodiscard]] QString location() const
    {
        return m_location;
    } ///< as it was given; for recent lists
    /// Names the workspace at \a location in settings: a digest, since a file name is no key, and an address may hold a name and a password.
    [[nodiscard]] static QString settingsKey(const QString &location);
    [[nodiscard]] QString displayName() const { return m_displayName; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const Viewer &viewer() const { return m_viewer; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QDate today() const;
    [[nodiscard]] IdSource &ids() { return m_ids; }

    /// The pipeline by position, retired stages too; offeredStages() are those to choose from.
    [[nodiscard]] const QList<Stage> &stages() const;
    [[nodiscard]] StageStore &pipelineStages() { return *m_stages; } ///< with the versions
    [[nodiscard]] const StageStore &pipelineStages() const { return *m_stages; }
    [[nodiscard]] const QList<User> &users() const { return m_users; }
    [[nodiscard]] QString userName(UserId id) const;
    [[nodiscard]] PlanSets &plan() { return *m_plan; } ///< channels, campaigns, labels
    [[nodiscard]] TeamSets &team() { return *m_team; } ///< reasons, own fields, saved filters
    [[nodiscard]] MediaStore &media() { return *m_media; }
    [[nodiscard]] PostStore &posts() { return *m_posts; }
    [[nodiscard]] DuePosts &due() { return *m_due; } ///< what was to be posted by now
    [[nodiscard]] PostReviewStore &review() { return *m_review; } ///< of the post that is open
    [[nodiscard]] SeriesService &series() { return *m_series; } ///< posts that recur
    [[nodiscard]] ProfileStore &profiles() { return *m_profiles; }
    [[nodiscard]] ProspectService &prospects() { return *m_prospects; }
    [[nodiscard]] RecordService &records() { return *m_records; } ///< labels, fields, companies
    [[nodiscard]] ConversationService &conversations() { return *m_conversations; }
    [[nodiscard]] PipelineColumns &pipeline() { return *m_pipeline; }
    [[nodiscard]] GuardrailService &guardrails() { return *m_guardrails; }
    [[nodiscard]] ImportService &imports() { return *m_imports; }
    /// Knows the team's words; looks for dictionaries when it is first asked for.
    [[nodiscard]] SpellService &spelling();
    [[nodiscard]] QUndoStack *undoStack() { return &m_undoStack; }

    /// Shows \a edits at once, writes them in one transaction, and when that is acknowledged puts a command \a text on the undo stack. A failed write is taken
    /// back and told; so is one of which a server did not say whether it was kept, and then what is there is read again. \a mergeKey (not 0): successive edits with the same key within two seconds are one command. \a said: told with an Undo once the command is on the stack.
    /// \a along: written in the same transaction behind the edits, once; undo and redo leave it alone. \a written: called once all is acknowledged and on the stack.
    void commit(const QList<RowEdit> &edits, const QString &text, int mergeKey = 0,
        const QString &said = {}, const Along &along = {},
        const std::function<void()> &written = {});
    /// As commit, without a command: what undo and redo do.
    void apply(const QList<RowEdit> &edits, std::function<void(const Result<> &)> done = {},
        const Along &along = {});
    [[nodiscard]] bool isWriting() const { return m_writing > 0; }
    /// For the session's own parts.
    [[nodiscard]] const std::shared_ptr<Database> &database() const { return m_database; }

signals:
    void notice(const Notice &notice);
    /// Something was committed, here or elsewhere. Stores follow it; so may views.
    void changed(const ChangeSet &changes);
    /// A person was erased for good: whatever is still held of them, a draft, is to go.
    void personErased(ProspectId id);
    /// An edit is shown before it is written; inverted again where the write fails.
    void edited(const QList<RowEdit> &edits);
    /// \a edits could not be written and are taken back; told behind edited(), before the reason.
    void refused(const QList<RowEdit> &edits);
    /// The last write in flight was acknowledged.
    void settled();
    void busyChanged(bool writing);

private:
    Workspace(Snapshot &&snapshot, const Clock &clock);

    const Clock &m_clock;
    QString m_location;
    QString m_displayName;
    QTimeZone m_zone;
    Viewer m_viewer;
    QList<User> m_users;
    std::shared_ptr<Database> m_database;
    IdSource m_ids;
    QUndoStack m_undoStack;
    int m_writing = 0;
    ChangeSet m_doubtful; ///< rows of failed writes, to be read again
    ChangeFeed *m_feed = nullptr;
    StageStore *m_stages = nullptr;
    PlanSets *m_plan = nullptr;
    TeamSets *m_team = nullptr;
    MediaStore *m_media = nullptr;
    PostStore *m_posts = nullptr;
    PostReviewStore *m_review = nullptr;
    DuePosts *m_due = nullptr;
    SeriesService *m_series = nullptr;
    ProfileStore *m_profiles = nullptr;
    ProspectService *m_prospects = nullptr;
    RecordService *m_records = nullptr;
    ConversationService *m_conversations = nullptr;
    PipelineColumns *m_pipeline = nullptr;
    GuardrailService *m_guardrails = nullptr;
    ImportService *m_imports = nullptr;
    SpellService *m_spelling = nullptr; ///< none before somebody writes
};
