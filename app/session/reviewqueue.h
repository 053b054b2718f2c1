// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/approvals.h"
#include "domain/rowedit.h"
#include "session/store.h"

class FreshReader;
class Workspace;

/// What waits for the viewer's approval; follows the plan. Every answer is one undoable command.
class ReviewQueue : public Store
{
    Q_OBJECT
public:
    ReviewQueue(Workspace &workspace, QObject *parent);

    /// Those planned soonest first.
    [[nodiscard]] const QList<DuePost> &waiting() const { return m_waiting; }
    /// All that waits of the post; nothing, which is said, where words of it cannot go out.
    void approve(PostId post);
    /// Sends it back with \a comment, which says what is to change and is not empty.
    void requestChanges(PostId post, const QString &comment);

private:
    void follow(const QList<RowEdit> &edits);
    void reload();
    void refresh();
    [[nodiscard]] WordRules rules() const;
    /// As it stands now. Not to be kept: edits move it.
    [[nodiscard]] const PostWithVariants *find(PostId post) const;

    Workspace &m_workspace;
    const NetworkTable m_networks;
    FreshReader *m_reader;
    QList<PostWithVariants> m_inReview;
    QList<DuePost> m_waiting;
};
