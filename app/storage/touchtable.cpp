// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/touchtable.h"

#include "base/text.h"
#include "domain/post.h"
#include "storage/prospecttable.h"
#include "storage/rowspec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Who may be named to the viewer; one binding.
const auto NamedProspect =
    "merged_into_id IS NULL AND erased_at = 0 AND (private_to_id IS NULL OR private_to_id = ?)"_L1;

Result<QList<ProspectRow>> namedRows(
    Connection &connection, const QString &touched, ProspectId prospect)
{
    auto rows = connection.select("SELECT id FROM live_prospect WHERE id IN ("_L1 + touched
            + ") AND "_L1 + NamedProspect + " ORDER BY id"_L1,
        {prospect.value(), connection.viewer().user.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ProspectId> ids;
    while (rows->next())
        ids << ProspectId(rows->integer(0));
    return ProspectTable::rows(connection, ids);
}

TouchTargets::PostHit hitOf(const Post &post)
{
    return {post.id, headline(post), post.day.value_or(QDate()), {}};
}

/// Where each of \a hits is planned or out.
Result<> addChannels(Connection &connection, QList<TouchTargets::PostHit> &hits)
{
    if (hits.isEmpty())
        return {};
    QList<PostId> ids;
    for (const TouchTargets::PostHit &hit : hits)
        ids << hit.id;
    auto rows =
        connection.select("SELECT post_id, channel_id FROM live_variant WHERE post_id IN ("_L1
            + idList(ids) + ") ORDER BY post_id, id"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<PostId, QList<ChannelId>> channels;
    while (rows->next())
        channels[PostId(rows->integer(0))] << ChannelId(rows->integer(1));
    for (TouchTargets::PostHit &hit : hits)
        hit.channels = channels.value(hit.id);
    return {};
}
} // namespace

Result<QList<TouchTargets::PostHit>> TouchTable::posts(
    Connection &connection, const QString &words, QDate day, int limit)
{
    const QStringList wanted = foldText(words).split(u' ', Qt::SkipEmptyParts);
    auto rows = connection.select("SELECT "_L1 + columnList<Post>()
            + " FROM live_post ORDER BY CASE WHEN planned_day IS NULL THEN 2 WHEN planned_day > ? "
              "THEN 1 ELSE 0 END, planned_day DESC, id DESC"_L1,
        {toSql(day)});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<TouchTargets::PostHit> hits;
    while (hits.size() < limit && rows->next()) {
        const Post post = readRow<Post>(*rows);
        const QString text = foldText(post.title + u' ' + post.text);
        if (std::ranges::all_of(
                wanted, [&text](const QString &word) { return text.contains(word); }))
            hits << hitOf(post);
    }
    if (auto done = addChannels(connection, hits); !done)
        return tl::unexpected(done.error());
    return hits;
}

Result<std::optional<TouchTargets::PostHit>> TouchTable::post(Connection &connection, PostId id)
{
    const auto found = selectRows<Post>(connection, u"WHERE id = ?"_s, {id.value()});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return std::optional<TouchTargets::PostHit>();
    QList<TouchTargets::PostHit> hits {hitOf(found->first())};
    if (auto done = addChannels(connection, hits); !done)
        return tl::unexpected(done.error());
    return std::optional(hits.first());
}

Result<QList<ProfileCopy>> TouchTable::copiesAt(Connection &connection, qint64 at)
{
    return selectRows<ProfileCopy>(connection,
        u"WHERE live_since > 0 AND live_since <= ? AND (live_until = 0 OR live_until > ?) "
        "ORDER BY channel_id, surface, version"_s,
        {at, at});
}

Result<TouchLinks> TouchTable::links(Connection &connection, ProspectId prospect)
{
    TouchLinks links;
    auto brought = namedRows(
        connection, u"SELECT prospect_id FROM live_touch WHERE referrer_id = ?"_s, prospect);
    if (!brought)
        return tl::unexpected(brought.error());
    links.brought = std::move(*brought);
    const auto referrers = namedRows(connection,
        u"SELECT referrer_id FROM live_touch WHERE prospect_id = ? AND referrer_id IS NOT NULL"_s,
        prospect);
    if (!referrers)
        return tl::unexpected(referrers.error());
    for (const ProspectRow &row : *referrers)
        links.referrers.insert(row.id, row.name);
    const auto copies = selectRows<ProfileCopy>(connection,
        u"WHERE id IN (SELECT profile_copy_id FROM live_touch WHERE prospect_id = ? AND "
        "profile_copy_id IS NOT NULL) ORDER BY id"_s,
        {prospect.value()});
    if (!copies)
        return tl::unexpected(copies.error());
    for (const ProfileCopy &copy : *copies)
        links.copies.insert(copy.id, copy);
    return links;
}
