// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duepost.h"
#include "session/store.h"

#include <QSet>
#include <QTimer>

class FreshReader;
class Workspace;

/// What was to be posted by now and is not: follows the clock and the change feed.
class DuePosts : public Store
{
    Q_OBJECT
public:
    DuePosts(Workspace &workspace, QObject *parent);

    /// Begins to watch; changed() follows.
    void watch();
    /// Earliest first.
    [[nodiscard]] const QList<DuePost> &due() const { return m_due; }
    /// The same for an instant ahead, Unix milliseconds, at most that of the end of tomorrow.
    [[nodiscard]] QList<DuePost> dueBy(qint64 instant) const;
    /// Null where nothing of the post is scheduled by the end of tomorrow.
    [[nodiscard]] const PostWithVariants *find(PostId post) const;
    /// Looks at the clock now.
    void look();

signals:
    /// Their time has come since the last look; each is told once. Not for what was due when the workspace was opened.
    void becameDue(const QList<DuePost> &posts);
    /// The clock was looked at, or the plan was read again.
    void looked();

private:
    void reload();

    Workspace &m_workspace;
    FreshReader *m_reader;
    QTimer m_minute;
    QList<PostWithVariants> m_scheduled; ///< up to the end of tomorrow
    QList<DuePost> m_due;
    QSet<VariantId> m_told;
    QDate m_readUntil;
    bool m_first = true;
};
