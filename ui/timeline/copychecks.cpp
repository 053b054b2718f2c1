// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/copychecks.h"

#include "domain/channellimits.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace {
struct CopyCheckWords
{
    Q_DECLARE_TR_FUNCTIONS(CopyChecks)
};

QList<CopyPlace> placesOf(
    const PostWithVariants &post, const TileSources &sources, const QList<ChannelLimit> &limits)
{
    QList<CopyPlace> places;
    for (const Variant &variant : post.variants) {
        const auto channel = std::ranges::find(sources.channels, variant.channel, &Channel::id);
        if (channel != sources.channels.end())
            places.append(
                {*channel, linkFor(post.post, *channel, sources.campaigns), variant.thread, {}});
    }
    return namedApart(places, sources.networks, limits);
}
} // namespace

QString wordsObstacle(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::TooLong:
        return CopyCheckWords::tr("too long for a channel");
    case Obstacle::CommentTooLong:
        return CopyCheckWords::tr("the first comment is too long");
    case Obstacle::NotTaken:
        return CopyCheckWords::tr("has what its channel does not take");
    case Obstacle::None:
    case Obstacle::NoSuchStep:
    case Obstacle::NeedsTime:
    case Obstacle::NeedsApproval:
    case Obstacle::OpenPlaceholder:
    case Obstacle::NeedsSomebodyElse:
        break;
    }
    return {};
}

void CopyChecks::update(
    const PostWithVariants &post, const TileSources &sources, const QList<ChannelLimit> &limits)
{
    m_hasLink = !post.post.link.isEmpty();
    const QList<CopyPlace> places = placesOf(post, sources, limits);
    const QHash<VariantId, Entry> known = std::exchange(m_entries, {});
    for (const Variant &variant : post.variants) {
        const auto place = std::ranges::find_if(places, [&variant](const CopyPlace &candidate) {
            return candidate.channel.id == variant.channel;
        });
        if (place == places.end())
            continue;
        const QString text = effectiveText(post.post, variant);
        Entry entry = known.value(variant.id);
        const bool samePlace = entry.place == *place;
        if (!samePlace || entry.text != text)
            entry.copy = checkOn(text, *place, sources.networks, limits);
        if (!samePlace || entry.comment != variant.firstComment)
            entry.commentCopy =
                checkOn(variant.firstComment, *place, sources.networks, limits, FirstCommentField);
        entry.text = text;
        entry.comment = variant.firstComment;
        entry.place = *place;
        m_entries.insert(variant.id, entry);
    }
}

const ChannelCopy *CopyChecks::of(VariantId variant) const
{
    const auto entry = m_entries.constFind(variant);
    return entry == m_entries.cend() ? nullptr : &entry->copy;
}

CopyCheck CopyChecks::shown(const QString &text, const QList<VariantId> &variants) const
{
    QList<CopyPlace> places;
    QList<ChannelCopy> copies;
    for (const VariantId variant : variants) {
        const auto entry = m_entries.constFind(variant);
        if (entry == m_entries.cend())
            continue;
        places.append(entry->place);
        copies.append(entry->copy);
    }
    return combined(text, places, copies, m_hasLink);
}

CopyCheck CopyChecks::comment(VariantId variant) const
{
    const auto entry = m_entries.constFind(variant);
    if (entry == m_entries.cend())
        return {};
    return combined(entry->comment, {entry->place}, {entry->commentCopy}, m_hasLink);
}

QString CopyChecks::commentWords(VariantId variant) const
{
    const auto entry = m_entries.constFind(variant);
    return entry == m_entries.cend() ? QString() : entry->commentCopy.words.text();
}

QString CopyChecks::obstacle(VariantId variant) const
{
    const auto entry = m_entries.constFind(variant);
    if (entry == m_entries.cend())
        return {};
    return wordsObstacle(obstacleIn(entry->copy.check, entry->commentCopy.check));
}
