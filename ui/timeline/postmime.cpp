// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/postmime.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace {
const QString &format()
{
    static const QString name = u"application/x-pullpush-post"_s;
    return name;
}
} // namespace

QMimeData *PostMime::encode(const Tile &tile, const QList<PlacedPost> &posts)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << tile.time.value_or(QTime()) << tile.text << tile.signs << qint32(tile.status)
           << qint32(tile.colour) << qint32(posts.size());
    for (const PlacedPost &placed : posts)
        stream << placed.post.value() << placed.day;
    auto *data = new QMimeData;
    data->setData(format(), bytes);
    return data;
}

std::optional<PostMime::Dragged> PostMime::decode(const QMimeData *data)
{
    if (!data || !data->hasFormat(format()))
        return std::nullopt;
    QDataStream stream(data->data(format()));
    Dragged dragged;
    QTime time;
    qint32 status = 0;
    qint32 colour = -1;
    qint32 count = 0;
    stream >> time >> dragged.tile.text >> dragged.tile.signs >> status >> colour >> count;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        qint64 id = 0;
        QDate day;
        stream >> id >> day;
        dragged.posts.append({PostId(id), day});
    }
    if (stream.status() != QDataStream::Ok || dragged.posts.isEmpty()
        || dragged.posts.first().post.isNull() || status < 0
        || status > qint32(PostStatus::Retired))
        return std::nullopt;
    dragged.tile.post = dragged.posts.first().post;
    if (time.isValid())
        dragged.tile.time = time;
    dragged.tile.status = PostStatus(status);
    dragged.tile.colour = colour;
    return dragged;
}
