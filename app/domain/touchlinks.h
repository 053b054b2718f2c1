// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/profilecopy.h"
#include "domain/prospectquery.h"

#include <QDate>
#include <QHash>

/// What a touch can be about, as a search finds it.
struct TouchTargets
{
    struct PostHit
    {
        PostId id;
        QString title;
        QDate day; ///< invalid where it has none
        QList<ChannelId> channels =
            {}; ///< where it is planned or out, in the order of the variants

        friend bool operator==(const PostHit &, const PostHit &) = default;
    };
    QList<PostHit> posts; ///< what is out first, newest before older
    QList<ProfileCopy> copies; ///< by channel and surface

    friend bool operator==(const TouchTargets &, const TouchTargets &) = default;
};

/// What the touches of one prospect lead to, and what leads to them.
struct TouchLinks
{
    QList<ProspectRow> brought; ///< whom this one referred to us, first ones first
    QHash<ProspectId, QString> referrers; ///< who brought this one
    QHash<ProfileCopyId, ProfileCopy> copies; ///< versions that touches name

    friend bool operator==(const TouchLinks &, const TouchLinks &) = default;
};
