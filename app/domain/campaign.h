// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDate>
#include <QString>

#include <optional>

/// A dated effort with a goal. `colour` is an index into the campaign palette, 0…7.
struct Campaign
{
    CampaignId id;
    QString name;
    QString goal;
    int colour = 0;
    std::optional<QDate> startsOn;
    std::optional<QDate> endsOn; ///< inclusive
    QString utmCampaign = {}; ///< how links name it; empty: made of the name
    BatchId batch = {}; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const Campaign &, const Campaign &) = default;
};

/// A lasting theme of the brand's narrative. `colour` as a campaign's.
struct Pillar
{
    PillarId id;
    QString name;
    int colour = 0;
    int position = 0;
    BatchId batch = {}; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const Pillar &, const Pillar &) = default;
};

/// A free tag.
struct Label
{
    LabelId id;
    QString name;
    int colour = 0;
    BatchId batch = {}; ///< the import that made it, or null
    LabelId mergedInto = {}; ///< which label has its posts and people now; such a one is deleted
    qint64 rowVersion = 1;

    friend bool operator==(const Label &, const Label &) = default;
};

/// A label on a post.
struct PostLabel
{
    PostLabelId id;
    PostId post;
    LabelId label;
    BatchId batch = {}; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const PostLabel &, const PostLabel &) = default;
};
