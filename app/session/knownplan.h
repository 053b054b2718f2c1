// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/media.h"
#include "domain/plansets.h"
#include "domain/post.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

/// A post of which files tell: as it was read, and as the rows so far make it.
struct ToldPost
{
    PostWithVariants read;
    PostWithVariants told;
};

/// What the workspace and the running import know of plans, so that files of posts find each other's
/// channels and posts.
struct KnownPlan
{
    bool isRead = false;
    bool hasLabels = false; ///< a file of prospects read them before the rest
    PlanSetValues sets;
    QList<Media> media;
    QSet<QByteArray> posts; ///< fingerprints, each of a text, a time and a channel
    QSet<qint64> ids; ///< of live posts and variants that files of our own name
    QHash<PostId, ToldPost> told; ///< those that this import updates, which nobody can read yet
};
