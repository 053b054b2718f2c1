// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/review.h"
#include "session/store.h"

class FreshReader;
class Workspace;
struct RowEdit;

/// What was said and done about one post: comments, checklist, kept versions of its words. Every change is one undoable command.
class PostReviewStore : public Store
{
    Q_OBJECT
public:
    PostReviewStore(Workspace &workspace, QObject *parent);

    /// Reads those of \a post; changed() follows. A null id closes.
    void open(PostId post);
    [[nodiscard]] PostId post() const { return m_post; }
    [[nodiscard]] const PostReview &review() const { return m_review; }

    void addComment(const QString &text, Audience audience, VariantId variant = {});
    /// Marks it as dealt with, or open again.
    void setResolved(PostCommentId comment, bool resolved);
    void removeComment(PostCommentId comment);

    void addItem(const QString &text);
    void setDone(ChecklistItemId item, bool done);
    void removeItem(ChecklistItemId item);

    /// Keeps \a text as it is now, whatever its status.
    void keepVersion(const QString &text, VariantId variant = {});

private:
    void follow(const QList<RowEdit> &edits);
    void reload();

    Workspace &m_workspace;
    FreshReader *m_reader;
    PostId m_post;
    PostReview m_review;
};
