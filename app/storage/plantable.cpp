// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/plantable.h"

#include "base/text.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {
Result<QList<PostWithVariants>> withVariants(Connection &connection, const QString &where,
    const QString &order, const QVariantList &bindings)
{
    auto posts = selectRows<Post>(connection, where + order, bindings);
    if (!posts)
        return tl::unexpected(posts.error());
    auto variants = selectRows<Variant>(connection,
        "WHERE post_id IN (SELECT id FROM live_post "_L1 + where + ") ORDER BY id"_L1, bindings);
    if (!variants)
        return tl::unexpected(variants.error());
    QHash<PostId, QList<Variant>> byPost;
    for (const Variant &variant : std::as_const(*variants))
        byPost[variant.post].append(variant);
    QList<PostWithVariants> list;
    for (const Post &post : std::as_const(*posts))
        list.append({post, byPost.value(post.id)});
    return list;
}
} // namespace

Result<QList<PostWithVariants>> PlanTable::planned(Connection &connection, const DateSpan &days)
{
    return withVariants(connection, u"WHERE planned_day >= ? AND planned_day < ?"_s,
        u" ORDER BY planned_day, planned_time, id"_s,
        {days.from.value_or(QDate(1, 1, 1)).toString(Qt::ISODate),
            days.to.value_or(QDate(9999, 12, 31)).toString(Qt::ISODate)});
}

Result<QList<PostWithVariants>> PlanTable::undated(Connection &connection)
{
    return withVariants(connection, u"WHERE planned_day IS NULL"_s, u" ORDER BY id DESC"_s, {});
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
