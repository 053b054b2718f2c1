// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/tile.h"

#include "domain/evergreen.h"
#include "ui_common/formatting.h"
#include "ui_timeline/zonewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {
struct TileWords
{
    Q_DECLARE_TR_FUNCTIONS(Tile)
};

/// Looks names up once for all posts of a view.
class TileMaker
{
public:
    TileMaker(const TileSources &sources, QDate today)
        : m_today(today)
        , m_homeZone(sources.homeZone)
        , m_networks(sources.networks)
    {
        for (const Channel &channel : sources.channels)
            m_channels.insert(channel.id, &channel);
        for (const Campaign &campaign : sources.campaigns)
            m_campaigns.insert(campaign.id, &campaign);
        for (const Pillar &pillar : sources.pillars)
            m_pillars.insert(pillar.id, pillar.name);
        for (const Label &label : sources.labels)
            m_labels.insert(label.id, label.name);
    }

    /// The tile of \a post with those of its variants that are in \a variants.
    [[nodiscard]] Tile make(const PostWithVariants &whole, const QList<Variant> &variants) const
    {
        const Post &post = whole.post;
        Tile tile;
        tile.post = post.id;
        tile.time = post.time;
        tile.text = headline(post);
        if (tile.text.isEmpty() && !variants.isEmpty())
            tile.text = effectiveText(post, variants.first()).section(u'\n', 0, 0).simplified();
        if (tile.text.isEmpty())
            tile.text = TileWords::tr("Untitled");
        tile.status = overallStatus(variants);
        tile.evergreen = isEvergreen(post) || !post.evergreen.isNull();
        tile.coolDownDays = isEvergreen(post) ? post.coolDownDays : 0;
        const bool differ = timesDiffer(post, variants);
        QStringList names;
        for (const Variant &variant : variants) {
            const Channel *channel = m_channels.value(variant.channel);
            const QString sign = channel ? m_networks.signOf(channel->network)
                                         : TileWords::tr("?", "sign of an unknown channel");
            if (!tile.signs.contains(sign))
                tile.signs.append(sign);
            const std::optional<QTime> time = plannedTime(post, variant).time;
            if (channel && differ && time)
                //: A channel and the time at which it posts.
                names.append(TileWords::tr("%1 at %2").arg(channel->name, Formatting::time(*time)));
            else if (channel)
                names.append(channel->name);
        }
        tile.channels = names.join(TileWords::tr(", ", "between names"));
        if (const Campaign *campaign = m_campaigns.value(post.campaign)) {
            tile.colour = campaign->colour;
            tile.campaign = campaign->name;
        }
        tile.pillar = m_pillars.value(post.pillar);
        for (const PostLabel &label : whole.labels) {
            if (const QString name = m_labels.value(label.label); !name.isEmpty())
                tile.labels.append(name);
        }
        return tile;
    }

    static bool timesDiffer(const Post &post, const QList<Variant> &variants)
    {
        return std::ranges::any_of(variants, [&](const Variant &variant) {
            return plannedTime(post, variant).time != plannedTime(post, variants.first()).time;
        });
    }

    [[nodiscard]] QString placeNamed(const QString &zone) const
    {
        if (m_homeZone.isEmpty())
            return {};
        return placeOf(zone.isEmpty() ? m_homeZone : zone.toUtf8());
    }

    void add(TilesByDay &days, const PostWithVariants &post) const
    {
        QHash<QDate, QList<Variant>> byDay;
        for (const Variant &variant : post.variants) {
            if (const auto day = variant.day ? variant.day : post.post.day)
                byDay[*day].append(variant);
        }
        if (post.post.day && post.variants.isEmpty())
            byDay.insert(*post.post.day, {});
        for (auto day = byDay.cbegin(); day != byDay.cend(); ++day) {
            Tile tile = make(post, day.value());
            if (day.key() != post.post.day || (!day->isEmpty() && day->first().time))
                tile.time = day->first().time ? day->first().time : post.post.time;
            if (tile.time)
                tile.zone = placeNamed(
                    day->isEmpty() ? post.post.zone : plannedTime(post.post, day->first()).zone);
            tile.missed = day.key() < m_today && tile.status == PostStatus::Scheduled;
            days[day.key()].append(tile);
        }
    }

private:
    QDate m_today;
    QByteArray m_homeZone;
    const NetworkTable &m_networks;
    QHash<ChannelId, const Channel *> m_channels;
    QHash<CampaignId, const Campaign *> m_campaigns;
    QHash<PillarId, QString> m_pillars;
    QHash<LabelId, QString> m_labels;
};
} // namespace

TilesByDay packDays(const QList<PostWithVariants> &posts, const TileSources &sources, QDate today)
{
    const TileMaker maker(sources, today);
    TilesByDay days;
    for (const PostWithVariants &post : posts)
        maker.add(days, post);
    for (QList<Tile> &tiles : days)
        std::ranges::sort(tiles, isBefore);
    return days;
}

QList<Tile> wholeTiles(
    const QList<PostWithVariants> &posts, const TileSources &sources, QDate today)
{
    const TileMaker maker(sources, today);
    QList<Tile> tiles;
    for (const PostWithVariants &post : posts) {
        tiles.append(maker.make(post, post.variants));
        tiles.last().missed =
            post.post.day && *post.post.day < today && tiles.last().status == PostStatus::Scheduled;
    }
    return tiles;
}

QList<Tile> tilesByPost(const QList<DuePost> &entries, const TileSources &sources,
    const std::function<void(Tile &, const DuePost &)> &complete)
{
    QList<Tile> tiles;
    for (const DuePost &entry : entries) {
        auto tile = std::ranges::find(tiles, entry.post, &Tile::post);
        if (tile == tiles.end()) {
            Tile made;
            made.post = entry.post;
            made.text = entry.text.isEmpty() ? TileWords::tr("Untitled") : entry.text;
            complete(made, entry);
            tiles.append(made);
            tile = std::prev(tiles.end());
        }
        const auto channel = std::ranges::find(sources.channels, entry.channel, &Channel::id);
        if (channel != sources.channels.end())
            tile->signs << sources.networks.signOf(channel->network);
    }
    return tiles;
}

Tile ideaTile(const PostWithVariants &post, const TileSources &sources)
{
    Tile tile = TileMaker(sources, {}).make(post, post.variants);
    tile.time.reset(); // without its day a time says nothing
    return tile;
}

QList<Tile> ideaTiles(const QList<PostWithVariants> &posts, const TileSources &sources)
{
    QList<Tile> tiles;
    for (const PostWithVariants &post : posts) {
        if (!post.post.day)
            tiles.append(ideaTile(post, sources));
    }
    // Ids grow with time.
    std::ranges::sort(tiles, std::ranges::greater {}, &Tile::post);
    return tiles;
}

bool isBefore(const Tile &one, const Tile &other)
{
    if (one.time.has_value() != other.time.has_value())
        return !one.time;
    if (one.time != other.time)
        return *one.time < *other.time;
    return one.post.value() < other.post.value();
}

QString describe(const Tile &tile)
{
    QStringList parts;
    if (tile.time && !tile.zone.isEmpty())
        //: A time and the place whose clocks show it.
        parts.append(TileWords::tr("%1 in %2").arg(Formatting::time(*tile.time), tile.zone));
    else if (tile.time)
        parts.append(Formatting::time(*tile.time));
    parts.append(tile.text);
    if (!tile.channels.isEmpty())
        parts.append(tile.channels);
    parts.append(tile.missed ? TileWords::tr("missed") : statusName(tile.status).toLower());
    if (!tile.campaign.isEmpty())
        parts.append(tile.campaign);
    if (tile.evergreen && tile.coolDownDays > 0)
        parts.append(TileWords::tr("evergreen, rests %n day(s)", nullptr, tile.coolDownDays));
    else if (tile.evergreen)
        parts.append(TileWords::tr("a repetition of an evergreen post"));
    return parts.join(TileWords::tr(", ", "between names"));
}

QString describeDay(QDate day, bool isToday, int posts, const QLocale &locale)
{
    QString text = locale.toString(day, QLocale::LongFormat);
    if (isToday)
        text = TileWords::tr("Today, %1").arg(text);
    //: A day of the calendar: %1 is the date.
    return posts == 0 ? TileWords::tr("%1, nothing planned").arg(text)
                      : TileWords::tr("%1, %n post(s)", nullptr, posts).arg(text);
}

QString withMarks(const QString &dayText, const QList<DayMark> &marks)
{
    //: A day of the calendar: %1 is the date and what is planned, %2 holidays and other names of the day.
    return marks.isEmpty() ? dayText : TileWords::tr("%1, %2").arg(dayText, namesOf(marks));
}

QString statusName(PostStatus status)
{
    switch (status) {
    case PostStatus::Idea:
        return TileWords::tr("Idea", "status of a post, a noun");
    case PostStatus::Draft:
        return TileWords::tr("Draft", "status of a post, a noun");
    case PostStatus::InReview:
        return TileWords::tr("In review", "status of a post");
    case PostStatus::ChangesRequested:
        return TileWords::tr("Changes requested", "status of a post");
    case PostStatus::Approved:
        return TileWords::tr("Approved", "status of a post");
    case PostStatus::Scheduled:
        return TileWords::tr("Scheduled", "status of a post");
    case PostStatus::Posted:
        return TileWords::tr("Posted", "status of a post");
    case PostStatus::Retired:
        return TileWords::tr("Retired", "status of a post");
    }
    Q_UNREACHABLE();
}
