// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/post.h"
#include "session/store.h"

#include <QList>

#include <functional>

class FreshReader;
class Workspace;
struct RowEdit;

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

    /// Posts of any day whose title or text holds \a text, newest first, at most \a limit.
    void search(const QString &text, int limit, QObject *context,
        std::function<void(Result<QList<Post>>)> callback) const;

    /// New post with its variants; null ids are replaced by new ones. Returns the post's.
    PostId create(PostWithVariants post);
    /// Writes what differs between the two: fields, added and removed variants, labels and media. \a merge: typing, one command while it goes on.
    void change(const PostWithVariants &before, const PostWithVariants &after, bool merge = false);
    /// The same for several posts, as one command \a text.
    void changeAll(const QList<PostChange> &changes, const QString &text);
    /// To \a day (nothing: back to the ideas), several at once as one command. Times stay.
    void moveTo(const QList<PostId> &ids, std::optional<QDate> day);
    /// A copy as a draft on \a day, or on the original's. Returns the copy's id.
    PostId duplicate(PostId id, std::optional<QDate> day = {});
    void remove(const QList<PostId> &ids);

private:
    /// Where ids are missing, and the post's on all that hangs on it.
    void giveIds(PostWithVariants &post);
    /// A copy with new ids that has come nowhere yet.
    [[nodiscard]] PostWithVariants draftOf(const PostWithVariants &original);
    void follow(const QList<RowEdit> &edits);
    void reload();
    void sort();
    [[nodiscard]] QString nameOf(const Post &post) const;

    Workspace &m_workspace;
    FreshReader *m_reader;
    DateSpan m_days;
    QList<PostWithVariants> m_planned;
    QList<PostWithVariants> m_ideas;
    bool m_shown = false;
};
