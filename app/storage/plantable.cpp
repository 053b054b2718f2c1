// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/plantable.h"

#include "base/text.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
/// The rows of T that hang on the posts \a where selects, by post.
template<typename T>
Result<QHash<PostId, QList<T>>> hangingOn(Connection &connection, const QString &where,
    const QString &order, const QVariantList &bindings)
{
    auto rows = selectRows<T>(connection,
        "WHERE post_id IN (SELECT id FROM live_post "_L1 + where + ") ORDER BY "_L1 + order,
        bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<PostId, QList<T>> byPost;
    for (const T &row : std::as_const(*rows))
        byPost[row.post].append(row);
    return byPost;
}

Result<QList<PostWithVariants>> withVariants(Connection &connection, const QString &where,
    const QString &order, const QVariantList &bindings)
{
    auto posts = selectRows<Post>(connection, where + order, bindings);
    if (!posts)
        return tl::unexpected(posts.error());
    const auto variants = hangingOn<Variant>(connection, where, u"post_id, id"_s, bindings);
    if (!variants)
        return tl::unexpected(variants.error());
    const auto labels = hangingOn<PostLabel>(connection, where, u"post_id, id"_s, bindings);
    if (!labels)
        return tl::unexpected(labels.error());
    const auto media =
        hangingOn<PostMedia>(connection, where, u"post_id, position, id"_s, bindings);
    if (!media)
        return tl::unexpected(media.error());
    const auto crops = hangingOn<MediaCrop>(connection, where, u"post_id, id"_s, bindings);
    if (!crops)
        return tl::unexpected(crops.error());
    QList<PostWithVariants> list;
    list.reserve(posts->size());
    for (const Post &post : std::as_const(*posts))
        list.append({post, variants->value(post.id), labels->value(post.id), media->value(post.id),
            crops->value(post.id)});
    return list;
}

/// Posts of many days with what hangs on them, each table read once and in whatever order it comes.
class Gathering
{
public:
    explicit Gathering(Connection &connection)
        : m_connection(connection)
    { }

    [[nodiscard]] Result<QList<PostWithVariants>> plannedWithin(
        const QString &from, const QString &to)
    {
        m_days = {from, to};
        return readPending()
            .and_then([this] { return readPosts(); })
            .and_then([this] { return readHanging(&PostWithVariants::variants); })
            .and_then([this] { return readHanging(&PostWithVariants::labels); })
            .and_then([this] { return readHanging(&PostWithVariants::media); })
            .and_then([this] { return readHanging(&PostWithVariants::crops); })
            .and_then([this] { return readStrays(); })
            .map([this] {
                sort();
                return std::move(m_posts);
            });
    }

private:
    static QString range(QLatin1StringView alias)
    {
        return alias + ".deleted_at IS NULL AND "_L1 + alias + ".planned_day >= ? AND "_L1 + alias
            + ".planned_day < ?"_L1;
    }

    /// What an import has not finished is invisible, as in the live views; here it is asked once, not for each row.
    Result<> readPending()
    {
        return m_connection.scan(
            u"SELECT id FROM import_batch WHERE state <> 'live'"_s, [this](const ScanRow &row) {
                m_pending.insert(BatchId(row.integer(0)));
                return true;
            });
    }
    template<typename Row>
    [[nodiscard]] bool isLive(const Row &row) const
    {
        if constexpr (requires { row.batch; })
            return m_pending.isEmpty() || !m_pending.contains(row.batch);
        else
            return true;
    }

    Result<> readPosts()
    {
        return m_connection.scan(
            "SELECT "_L1 + columnList<Post>(u"p."_s) + " FROM post p WHERE "_L1 + range("p"_L1),
            [this](const ScanRow &row) {
                Post post = readScan<Post>(row);
                if (isLive(post)) {
                    m_places.insert(post.id, m_posts.size());
                    m_posts.append({std::move(post), {}});
                }
                return true;
            },
            m_days);
    }

    template<typename Row>
    Result<> readHanging(QList<Row> PostWithVariants::*list)
    {
        // Each post is sought in the other table's index, which would be for nothing in an empty table.
        const QString &table = rowSpec<Row>().table;
        const auto any = m_connection.number("SELECT 1 FROM "_L1 + table + " LIMIT 1"_L1);
        if (!any)
            return tl::unexpected(any.error());
        if (!*any)
            return {};
        return m_connection.scan(
            "SELECT "_L1 + columnList<Row>(u"h."_s) + " FROM post p CROSS JOIN "_L1 + table
                + " h WHERE h.post_id = p.id AND h.deleted_at IS NULL AND "_L1 + range("p"_L1),
            [this, list](const ScanRow &row) {
                Row hanging = readScan<Row>(row);
                const auto place = m_places.constFind(hanging.post);
                if (place != m_places.cend() && isLive(hanging))
                    (m_posts[*place].*list).append(std::move(hanging));
                return true;
            },
            m_days);
    }

    /// Posts of other days, or without one, with a variant that is planned on a day of these.
    Result<> readStrays()
    {
        QSet<PostId> strays;
        auto done = m_connection.scan(
            "SELECT v.post_id FROM live_variant v WHERE "_L1 + range("v"_L1),
            [this, &strays](const ScanRow &row) {
                if (const PostId id(row.integer(0)); !m_places.contains(id))
                    strays.insert(id);
                return true;
            },
            m_days);
        if (!done)
            return done;
        constexpr qsizetype atOnce = 500;
        const QList<PostId> ids(strays.begin(), strays.end());
        for (qsizetype first = 0; first < ids.size(); first += atOnce) {
            const auto posts = PlanTable::some(m_connection, ids.mid(first, atOnce));
            if (!posts)
                return tl::unexpected(posts.error());
            m_posts += *posts;
        }
        return {};
    }

    void sort()
    {
        for (PostWithVariants &post : m_posts) {
            std::ranges::sort(post.variants, {}, &Variant::id);
            std::ranges::sort(post.labels, {}, &PostLabel::id);
            std::ranges::sort(post.media, {},
                [](const PostMedia &media) { return std::tuple(media.position, media.id); });
            std::ranges::sort(post.crops, {}, &MediaCrop::id);
        }
        // A post is large, its place is not.
        std::vector<qsizetype> order(size_t(m_posts.size()));
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, {}, [this](qsizetype place) {
            const Post &post = std::as_const(m_posts).at(place).post;
            return std::tuple(post.day, post.time, post.id);
        });
        QList<PostWithVariants> sorted;
        sorted.reserve(m_posts.size());
        for (const qsizetype place : order)
            sorted.append(std::move(m_posts[place]));
        m_posts = std::move(sorted);
    }

    Connection &m_connection;
    QVariantList m_days;
    QSet<BatchId> m_pending;
    QHash<PostId, qsizetype> m_places; ///< in m_posts
    QList<PostWithVariants> m_posts;
};

/// Puts what was read in its place; the first error goes on.
template<typename T>
bool take(Result<QList<T>> read, QList<T> &target, Result<> &done)
{
    if (read)
        target = std::move(*read);
    else
        done = tl::unexpected(read.error());
    return done.has_value();
}
} // namespace

Result<PlanSetValues> PlanTable::sets(Connection &connection)
{
    const auto inOrder = u"ORDER BY position, id"_s;
    const auto byId = u"ORDER BY id"_s;
    PlanSetValues sets;
    Result<> done;
    const bool read = take(selectRows<Channel>(connection, inOrder), sets.channels, done)
        && take(selectRows<Campaign>(connection, byId), sets.campaigns, done)
        && take(selectRows<Pillar>(connection, inOrder), sets.pillars, done)
        && take(selectRows<Label>(connection, byId), sets.labels, done)
        && take(selectRows<PostingSlot>(connection, u"ORDER BY weekday, local_time, id"_s),
            sets.postingSlots, done)
        && take(selectRows<Series>(connection, byId), sets.series, done)
        && take(selectRows<ChannelLimit>(connection, byId), sets.channelLimits, done)
        && take(selectRows<Snippet>(connection, inOrder), sets.snippets, done)
        && take(selectRows<DictionaryWord>(connection, byId), sets.dictionaryWords, done)
        && take(selectRows<Overlay>(connection, byId), sets.overlays, done)
        && take(
            selectRows<OverlayDay>(connection, u"ORDER BY from_day, id"_s), sets.overlayDays, done);
    if (!read)
        return tl::unexpected(done.error());
    return sets;
}

Result<QList<PostWithVariants>> PlanTable::planned(Connection &connection, const DateSpan &days)
{
    const QString from = days.from.value_or(QDate(1, 1, 1)).toString(Qt::ISODate);
    const QString to = days.to.value_or(QDate(9999, 12, 31)).toString(Qt::ISODate);
    return Gathering(connection).plannedWithin(from, to);
}

Result<QList<PostWithVariants>> PlanTable::ofCampaign(Connection &connection, CampaignId campaign)
{
    return withVariants(connection, u"WHERE campaign_id = ?"_s,
        u" ORDER BY planned_day, planned_time, id"_s, {campaign.value()});
}

Result<QList<PostWithVariants>> PlanTable::ofSeries(Connection &connection, SeriesId series)
{
    return withVariants(
        connection, u"WHERE series_id = ?"_s, u" ORDER BY occurrence, id"_s, {series.value()});
}

Result<QList<PostWithVariants>> PlanTable::undated(Connection &connection)
{
    return withVariants(connection,
        u"WHERE planned_day IS NULL AND id NOT IN (SELECT post_id FROM live_variant WHERE planned_day IS NOT NULL)"_s,
        u" ORDER BY id DESC"_s, {});
}

Result<QList<PostWithVariants>> PlanTable::due(Connection &connection, QDate day)
{
    return withVariants(connection,
        u"WHERE id IN (SELECT v.post_id FROM live_variant v JOIN post p ON p.id = v.post_id "
        "WHERE v.status = 'scheduled' AND coalesce(v.planned_day, p.planned_day) <= ?)"_s,
        u" ORDER BY planned_day, planned_time, id"_s, {day.toString(Qt::ISODate)});
}

Result<QList<PostWithVariants>> PlanTable::inReview(Connection &connection)
{
    return withVariants(connection,
        u"WHERE id IN (SELECT post_id FROM live_variant WHERE status = 'in-review')"_s,
        u" ORDER BY planned_day, planned_time, id"_s, {});
}

Result<QList<PostWithVariants>> PlanTable::evergreens(Connection &connection)
{
    return withVariants(connection, u"WHERE cool_down_days > 0 OR evergreen_id IS NOT NULL"_s,
        u" ORDER BY id"_s, {});
}

Result<PostReview> PlanTable::review(Connection &connection, PostId post)
{
    PostReview review;
    Result<> done;
    const QVariantList of {post.value()};
    const bool read =
        take(selectRows<PostComment>(connection, u"WHERE post_id = ? ORDER BY at, id"_s, of),
            review.comments, done)
        && take(
            selectRows<ChecklistItem>(connection, u"WHERE post_id = ? ORDER BY position, id"_s, of),
            review.checklist, done)
        && take(selectRows<TextVersion>(
                    connection, u"WHERE post_id = ? ORDER BY at DESC, id DESC"_s, of),
            review.versions, done);
    if (!read)
        return tl::unexpected(done.error());
    return review;
}

Result<QList<PostWithVariants>> PlanTable::some(Connection &connection, const QList<PostId> &ids)
{
    if (ids.isEmpty())
        return QList<PostWithVariants>();
    QStringList texts;
    for (const PostId id : ids)
        texts << id.toString();
    return withVariants(
        connection, "WHERE id IN ("_L1 + texts.join(u',') + u')', u" ORDER BY id"_s, {});
}

Result<QList<Post>> PlanTable::containing(Connection &connection, const QString &text, int limit)
{
    const QString wanted = foldText(text);
    QList<Post> found;
    if (wanted.isEmpty())
        return found;
    auto rows = connection.select(
        "SELECT "_L1 + columnList<Post>() + " FROM live_post ORDER BY id DESC"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    while (found.size() < limit && rows->next()) {
        Post post = readRow<Post>(*rows);
        if (foldText(post.title + u' ' + post.text).contains(wanted))
            found.append(post);
    }
    return found;
}

Result<QList<Media>> PlanTable::media(Connection &connection)
{
    return selectRows<Media>(connection, u"ORDER BY id"_s);
}

Result<QSet<qint64>> PlanTable::livePlanIds(Connection &connection, const QList<qint64> &ids)
{
    constexpr qsizetype AtOnce = 500;
    QSet<qint64> live;
    for (qsizetype first = 0; first < ids.size(); first += AtOnce) {
        QStringList texts;
        for (const qint64 id : ids.mid(first, AtOnce))
            texts << QString::number(id);
        const QString some = " WHERE id IN ("_L1 + texts.join(u',') + u')';
        auto rows = connection.select(
            "SELECT id FROM live_post"_L1 + some + " UNION SELECT id FROM live_variant"_L1 + some);
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            live.insert(rows->integer(0));
    }
    return live;
}
