// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/copycheck.h"
#include "domain/workflow.h"
#include "ui_timeline/tile.h"

#include <QHash>

/// What the checks say against words that are to go out, in a few words; empty for every other obstacle.
[[nodiscard]] QString wordsObstacle(Obstacle obstacle);

/// The checks of a post on all its channels, as values. What did not change since the last time is not counted again.
class CopyChecks
{
public:
    /// Forgets everything: limits or campaigns may be others now.
    void reset() { m_entries.clear(); }
    void update(const PostWithVariants &post, const TileSources &sources,
        const QList<ChannelLimit> &limits);
    /// Null where the variant has no known channel.
    [[nodiscard]] const ChannelCopy *of(VariantId variant) const;
    /// What is to be said of \a text where \a variants show it.
    [[nodiscard]] CopyCheck shown(const QString &text, const QList<VariantId> &variants) const;
    /// What is to be said of the first comment of \a variant.
    [[nodiscard]] CopyCheck comment(VariantId variant) const;
    /// The first comment as it goes out.
    [[nodiscard]] QString commentWords(VariantId variant) const;
    /// Why the words of \a variant cannot go out as they are, in a few words; empty where they can.
    [[nodiscard]] QString obstacle(VariantId variant) const;

private:
    struct Entry
    {
        QString text;
        QString comment;
        CopyPlace place;
        ChannelCopy copy;
        ChannelCopy commentCopy;
    };

    QHash<VariantId, Entry> m_entries;
    bool m_hasLink = false;
};
