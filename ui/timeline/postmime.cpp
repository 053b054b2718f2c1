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

QMimeData *PostMime::encode(const Tile &tile, QDate from)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << tile.post.value() << tile.time.value_or(QTime()) << tile.text << tile.signs
           << qint32(tile.status) << qint32(tile.colour) << from;
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
    qint64 id = 0;
    QTime time;
    qint32 status = 0;
    qint32 colour = -1;
    stream >> id >> time >> dragged.tile.text >> dragged.tile.signs >> status >> colour
        >> dragged.from;
    if (stream.status() != QDataStream::Ok || id == 0 || status < 0
        || status > qint32(PostStatus::Retired))
        return std::nullopt;
    dragged.tile.post = PostId(id);
    if (time.isValid())
        dragged.tile.time = time;
    dragged.tile.status = PostStatus(status);
    dragged.tile.colour = colour;
    return dragged;
}
