// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/freeslots.h"
#include "domain/post.h"
#include "domain/rowedit.h"
#include "session/store.h"

#include <QList>

#include <functional>

class FreshReader;
class Workspace;

/// One post of several that change together.
struct PostChange
{
    PostWithVariants before;
    PostWithVariants after;
};

/// The posts in view (those planned within the shown days) and the undated ideas, as values. Every change is one undoable command.
class PostStore : public Store
{
    Q_OBJECT
public:
    PostStore(Workspace &workspace, QObject *parent);

    /// Reads the posts of \a days and the ideas; changed() follows. Until then the old ones stay.
    void show(const DateSpan &days);
    [[nodiscard]] const DateSpan &days() const { return m_days; }
    /// By day, time and id.
    [[nodiscard]] const QList<PostWithVariants> &planned() const { return m_planned; }
    /// Newest first.
    [[nodiscard]] const QList<PostWithVariants> &ideas() const { return m_ideas; }
    /// Null where the post is not in view.
    [[nodiscard]] const PostWithVariants *find(PostId id) const;

    /// How a command names \a post: its first words.
    [[nodiscard]] static QString nameOf(const Post &post);

    /// Posts of any day whose title or text holds \a text, newest first, at most \a limit.
    void search(const QString &text, int limit, QObject *context,
        std::function<void(Result<QList<Post>>)> callback) const;

    /// New post with its variants; null ids are replaced by new ones. Returns the post's.
    PostId create(PostWithVariants post);
    /// Writes what differs between the two: fields, added and removed variants, labels and media. \a merge: typing, one command while it goes on.
    void change(const PostWithVariants &before, const PostWithVariants &after, bool merge = false);
    /// The same for several posts, as one command \a text.
    void changeAll(const QList<PostChange> &changes, const QString &text);
    /// The same for changes of days and times: what was posted keeps them, which is said.
    void reschedule(const QList<PostChange> &changes, const QString &text);
    /// To \a day (nothing: back to the ideas), several at once as one command. Times stay, and what was posted keeps its day.
    void moveTo(const QList<PostId> &ids, std::optional<QDate> day);
    /// A copy as a draft on \a day, or on the original's. Returns the copy's id.
    PostId duplicate(PostId id, std::optional<QDate> day = {});
    /// Copies as drafts, each \a days later and \a minutes later than its original, as one command. Returns their ids.
    QList<PostId> duplicate(const QList<PostId> &ids, int days, int minutes = 0);

    /// Everything that is planned within \a days, or in \a campaign where it is not null: also what is not in view.
    struct Scope
    {
        DateSpan days = {};
        CampaignId campaign = {};
    };
    /// Moves all of \a scope by \a days as one command, a campaign's own days too. What was posted keeps its day.
    void shiftAll(const Scope &scope, int days);
    /// Copies all of \a scope as drafts \a days later, as one command. A campaign's copies come into a copy of the campaign.
    void duplicateAll(const Scope &scope, int days);
    void remove(const QList<PostId> &ids);

    // For the session's own parts, which put several edits into one command.
    /// What turns \a before into \a after, with the versions of the words that are worth keeping.
    [[nodiscard]] RowEdits editsFor(const PostWithVariants &before, const PostWithVariants &after);
    /// A draft of \a original on each of \a days, as further occurrences of its series.
    [[nodiscard]] RowEdits copiesOn(const PostWithVariants &original, const QList<QDate> &days);
    [[nodiscard]] static RowEdits deletionOf(const PostWithVariants &post);

    /// The next place of \a channel that nothing takes, of one \a queue where it is given. Calls back with nothing where the channel has no free slot within a year.
    void nextFreeSlot(ChannelId channel, const std::optional<QString> &queue, QObject *context,
        std::function<void(Result<std::optional<SlotTime>>)> callback) const;

private:
    /// Where ids are missing, and the post's on all that hangs on it.
    void giveIds(PostWithVariants &post);
    /// Edits that put \a wanted in the place of \a posts, but for those that were posted.
    using Rescheduled = std::function<PostWithVariants(const PostWithVariants &)>;
    [[nodiscard]] RowEdits rescheduling(
        const QList<PostWithVariants> &posts, const Rescheduled &wanted);
    [[nodiscard]] QList<PostWithVariants> findAll(const QList<PostId> &ids) const;
    void readScope(const Scope &scope, std::function<void(const QList<PostWithVariants> &)> use);
    [[nodiscard]] RowEdits keptVersions(
        const PostWithVariants &before, const PostWithVariants &after);
    /// A copy with new ids that has come nowhere yet.
    [[nodiscard]] PostWithVariants draftOf(const PostWithVariants &original);
    void follow(const QList<RowEdit> &edits);
    void reload();
    void sort();

    Workspace &m_workspace;
    FreshReader *m_reader;
    DateSpan m_days;
    QList<PostWithVariants> m_planned;
    QList<PostWithVariants> m_ideas;
    bool m_shown = false;
};
