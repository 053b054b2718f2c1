// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evergreen.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace {
/// A slot of one channel that nothing takes.
struct Place
{
    qint64 at = 0;
    qsizetype position = 0; ///< of the channel
    SlotTime slot;
};

class Filling
{
public:
    explicit Filling(const EvergreenQuery &query)
        : m_query(query)
    {
        for (const Channel &channel : query.channels)
            m_zones.insert(channel.id, slotZone(channel, query.zone));
        for (const PostWithVariants &post : query.evergreens) {
            if (!isEvergreen(post.post))
                continue;
            m_sources.append(&post);
            takeUses(post.post.id, post);
        }
        std::ranges::sort(
            m_sources, {}, [](const PostWithVariants *post) { return post->post.id; });
        for (const PostWithVariants &post : query.repetitions)
            takeUses(post.post.evergreen, post);
    }

    [[nodiscard]] QList<EvergreenProposal> proposals()
    {
        const QList<Place> free = places();
        QList<EvergreenProposal> list;
        for (const Place &place : free) {
            const ChannelId channel = m_query.channels.at(place.position).id;
            if (m_taken[channel].contains(place.at))
                continue; // by another queue with a slot of the same time
            const auto *source = leastRecentlyUsed(channel, place);
            if (!source)
                continue;
            const qint64 last = lastUse(source->post.id, channel, place.at);
            m_taken[channel].insert(place.at);
            m_uses[source->post.id][channel].append(place.at);
            const auto same = std::ranges::find_if(list, [&](const EvergreenProposal &made) {
                return made.source == source->post.id && made.at == place.at;
            });
            if (same == list.end())
                list.append({source->post.id, {channel}, place.slot, place.at, last});
            else
                same->channels.append(channel);
        }
        return list;
    }

private:
    void takeUses(PostId source, const PostWithVariants &post)
    {
        for (const Variant &variant : post.variants) {
            if (variant.status == PostStatus::Retired)
                continue;
            if (variant.postedAt != 0)
                m_uses[source][variant.channel].append(variant.postedAt);
            else if (const auto at = instantOf(plannedTime(post.post, variant), m_query.zone))
                m_uses[source][variant.channel].append(*at);
        }
    }

    [[nodiscard]] QList<Place> places()
    {
        QList<Place> free;
        for (qsizetype i = 0; i < m_query.channels.size(); ++i) {
            const ChannelId channel = m_query.channels.at(i).id;
            QSet<qint64> &taken = m_taken[channel];
            for (const auto *posts :
                {&m_query.planned, &m_query.evergreens, &m_query.repetitions}) {
                const QList<qint64> instants = takenInstants(*posts, channel, m_query.zone);
                taken += QSet<qint64>(instants.begin(), instants.end());
            }
            const QList<SlotTime> times =
                slotTimes(m_query.postingSlots, channel, *m_query.days.from, *m_query.days.to);
            for (const SlotTime &slot : times) {
                const qint64 at = localToInstant(slot.day, slot.time, m_zones.value(channel));
                if (at > m_query.after && !taken.contains(at))
                    free.append({at, i, slot});
            }
        }
        std::ranges::sort(free, {}, [](const Place &place) {
            return std::tuple(place.at, place.position, place.slot.queue);
        });
        return free;
    }

    [[nodiscard]] bool isRested(
        const PostWithVariants &source, ChannelId channel, const Place &place) const
    {
        const QTimeZone zone = m_zones.value(channel);
        const QList<qint64> uses = m_uses.value(source.post.id).value(channel);
        return std::ranges::all_of(uses, [&](qint64 use) {
            return qAbs(localDay(use, zone).daysTo(place.slot.day)) >= source.post.coolDownDays;
        });
    }

    [[nodiscard]] qint64 lastUse(PostId source, ChannelId channel, qint64 before) const
    {
        qint64 last = 0;
        const QList<qint64> uses = m_uses.value(source).value(channel);
        for (const qint64 use : uses) {
            if (use < before)
                last = std::max(last, use);
        }
        return last;
    }

    [[nodiscard]] const PostWithVariants *leastRecentlyUsed(
        ChannelId channel, const Place &place) const
    {
        const PostWithVariants *found = nullptr;
        qint64 foundUse = 0;
        for (const PostWithVariants *source : m_sources) {
            const bool isOn = std::ranges::any_of(source->variants, [&](const Variant &variant) {
                return variant.channel == channel && variant.status != PostStatus::Retired;
            });
            if (!isOn || source->post.evergreenQueue != place.slot.queue
                || !isRested(*source, channel, place))
                continue;
            const qint64 use = lastUse(source->post.id, channel, place.at);
            if (!found || use < foundUse) {
                found = source;
                foundUse = use;
            }
        }
        return found;
    }

    const EvergreenQuery &m_query;
    QHash<ChannelId, QTimeZone> m_zones;
    QList<const PostWithVariants *> m_sources; ///< oldest first
    QHash<PostId, QHash<ChannelId, QList<qint64>>> m_uses;
    QHash<ChannelId, QSet<qint64>> m_taken;
};
} // namespace

bool isEvergreen(const Post &post)
{
    return post.coolDownDays > 0 && post.evergreen.isNull();
}

const PostWithVariants *EvergreenPlan::find(PostId source) const
{
    const auto found = std::ranges::find(
        sources, source, [](const PostWithVariants &post) { return post.post.id; });
    return found == sources.end() ? nullptr : &*found;
}

QList<EvergreenProposal> fillFreeSlots(const EvergreenQuery &query)
{
    return Filling(query).proposals();
}

PostWithVariants repetitionOf(
    const PostWithVariants &source, const EvergreenProposal &proposal, const QString &zone)
{
    PostWithVariants draft = source;
    draft.post.id = {};
    draft.post.day = proposal.slot.day;
    draft.post.time = proposal.slot.time;
    draft.post.zone = zone;
    draft.post.series = {};
    draft.post.occurrence.reset();
    draft.post.coolDownDays = 0;
    draft.post.evergreenQueue.clear();
    draft.post.evergreen = source.post.id;
    draft.post.batch = {};
    draft.post.rowVersion = 1;
    erase_if(draft.variants, [&proposal](const Variant &variant) {
        return !proposal.channels.contains(variant.channel);
    });
    for (Variant &variant : draft.variants) {
        variant.status = PostStatus::Draft;
        variant.day.reset();
        variant.time.reset();
        variant.zone.clear();
        variant.postedAt = 0;
        variant.link.clear();
        variant.batch = {};
        variant.rowVersion = 1;
    }
    const auto isLeft = [&draft](VariantId id) {
        return id.isNull()
            || std::ranges::find(draft.variants, id, &Variant::id) != draft.variants.end();
    };
    erase_if(draft.media, [&](const PostMedia &media) { return !isLeft(media.variant); });
    erase_if(draft.crops, [&](const MediaCrop &crop) {
        return !isLeft(crop.variant)
            || std::ranges::find(draft.media, crop.media, &PostMedia::id) == draft.media.end();
    });
    return draft;
}
