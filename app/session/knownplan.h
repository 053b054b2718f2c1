// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/media.h"
#include "domain/plansets.h"

#include <QByteArray>
#include <QSet>

/// What the workspace and the running import know of plans, so that files of posts find each other's
/// channels and posts.
struct KnownPlan
{
    bool isRead = false;
    PlanSetValues sets;
    QList<Media> media;
    QSet<QByteArray> posts; ///< fingerprints, each of a text, a time and a channel
    QSet<qint64> ids; ///< of live posts and variants that files of our own name
};
