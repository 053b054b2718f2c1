// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/mediatable.h"

#include "storage/bulkinsert.h"
#include "storage/rowspec.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {
/// What a live post refers to all the same is not lost for good.
const QString &expired()
{
    static const QString condition =
        u"media_id IN (SELECT m.id FROM media m WHERE m.deleted_at IS NOT NULL AND m.deleted_at < "
        "? AND NOT EXISTS (SELECT 1 FROM live_post_media a WHERE a.media_id = m.id))"_s;
    return condition;
}

Result<QByteArray> blob(Connection &connection, const QString &column, MediaId media)
{
    auto rows = connection.select(
        "SELECT "_L1 + column + " FROM media_content WHERE media_id = ?"_L1, {media.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? rows->value(0).toByteArray() : QByteArray();
}
} // namespace

Result<> MediaTable::keep(Transaction &transaction, MediaId media, const MediaContent &content)
{
    // An empty blob is not NULL.
    const auto bytes = [](const QByteArray &from) { return from.isNull() ? QByteArray("") : from; };
    auto done = transaction.execute(
        u"INSERT INTO media_content (media_id, content, thumbnail) VALUES (?, ?, ?) "
        "ON CONFLICT (media_id) DO UPDATE SET content = excluded.content, thumbnail = "
        "excluded.thumbnail"_s,
        {media.value(), bytes(content.content), bytes(content.thumbnail)});
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<> MediaTable::addHidden(
    Transaction &transaction, const Media &media, const MediaContent &content)
{
    if (auto done = BulkInsert<Media>(transaction).add(media); !done)
        return done;
    auto hidden = transaction.execute(
        u"UPDATE media SET deleted_at = ? WHERE id = ?"_s, {transaction.now, media.id.value()});
    return hidden ? keep(transaction, media.id, content) : tl::unexpected(hidden.error());
}

Result<> MediaTable::forgetHidden(Transaction &transaction, const QList<MediaId> &media)
{
    if (media.isEmpty())
        return {};
    // A row that was shown once has a higher version, and may be wanted back by an undo.
    const QString hidden = "SELECT id FROM media WHERE deleted_at IS NOT NULL AND row_version = 1 "
                           "AND id IN ("_L1
        + idList(media) + u')';
    auto done =
        transaction.execute("DELETE FROM media_content WHERE media_id IN ("_L1 + hidden + u')');
    if (done)
        done = transaction.execute("DELETE FROM media WHERE id IN ("_L1 + hidden + u')');
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<QSet<MediaId>> MediaTable::held(Connection &connection)
{
    auto rows =
        connection.select(u"SELECT media_id FROM media_content WHERE length(content) > 0"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QSet<MediaId> media;
    while (rows->next())
        media.insert(MediaId(rows->integer(0)));
    return media;
}

Result<bool> MediaTable::isHeld(Connection &connection, MediaId media)
{
    return connection
        .number(u"SELECT media_id FROM media_content WHERE media_id = ? AND length(content) > 0"_s,
            {media.value()})
        .map([](std::optional<qint64> found) { return found.has_value(); });
}

Result<QByteArray> MediaTable::content(Connection &connection, MediaId media)
{
    auto bytes = blob(connection, u"content"_s, media);
    if (bytes && bytes->isEmpty())
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("Storage",
                "The workspace does not hold this picture. Add it to the library again."));
    return bytes;
}

Result<QByteArray> MediaTable::thumbnail(Connection &connection, MediaId media)
{
    return blob(connection, u"thumbnail"_s, media);
}

Result<std::optional<Media>> MediaTable::withChecksum(
    Connection &connection, const QString &checksum)
{
    if (checksum.isEmpty())
        return std::optional<Media>();
    auto live = selectRows<Media>(connection, u"WHERE checksum = ? ORDER BY id"_s, {checksum});
    if (!live)
        return tl::unexpected(live.error());
    if (!live->isEmpty())
        return std::optional(live->first());
    auto rows = connection.select("SELECT "_L1 + columnList<Media>()
            + " FROM media WHERE checksum = ? AND deleted_at IS NOT NULL AND id IN (SELECT "
              "media_id "
              "FROM media_content) ORDER BY id"_L1,
        {checksum});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? std::optional(readRow<Media>(*rows)) : std::nullopt;
}

Result<QList<Media>> MediaTable::unseen(Connection &connection, const QString &name)
{
    return selectRows<Media>(
        connection, u"WHERE name = ? AND place = '' AND checksum = '' ORDER BY id"_s, {name});
}

Result<QList<MediaUse>> MediaTable::uses(Connection &connection, MediaId media)
{
    const QString filter = media.isNull() ? QString() : u"WHERE a.media_id = ? "_s;
    const QVariantList bindings = media.isNull() ? QVariantList() : QVariantList {media.value()};
    auto rows =
        connection.select("SELECT DISTINCT a.media_id, p.id, p.title, p.text, p.planned_day FROM "
                          "live_post_media a JOIN live_post p ON p.id = a.post_id "
                          "JOIN live_media m ON m.id = a.media_id "_L1
                + filter + "ORDER BY p.id DESC"_L1,
            bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<MediaUse> list;
    while (rows->next())
        list.append({MediaId(rows->integer(0)), PostId(rows->integer(1)), rows->text(2),
            rows->text(3), rows->text(4)});
    return list;
}

Result<MediaTable::Attachments> MediaTable::attachments(
    Connection &connection, const QList<MediaId> &media)
{
    Attachments found;
    if (media.isEmpty())
        return found;
    auto places =
        selectRows<PostMedia>(connection, "WHERE media_id IN ("_L1 + idList(media) + u')');
    if (!places)
        return tl::unexpected(places.error());
    found.places = std::move(*places);
    if (found.places.isEmpty())
        return found;
    QList<PostMediaId> ids;
    for (const PostMedia &place : std::as_const(found.places))
        ids.append(place.id);
    auto crops =
        selectRows<MediaCrop>(connection, "WHERE post_media_id IN ("_L1 + idList(ids) + u')');
    if (!crops)
        return tl::unexpected(crops.error());
    found.crops = std::move(*crops);
    return found;
}

Result<bool> MediaTable::hasExpired(Connection &connection, qint64 before)
{
    return connection.number("SELECT count(*) FROM media_content WHERE "_L1 + expired(), {before})
        .map([](std::optional<qint64> count) { return count.value_or(0) > 0; });
}

Result<qint64> MediaTable::purge(Transaction &transaction, qint64 before)
{
    return transaction.execute("DELETE FROM media_content WHERE "_L1 + expired(), {before});
}
