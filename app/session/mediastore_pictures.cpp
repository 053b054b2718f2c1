// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/whenready.h"
#include "session/mediastore.h"
#include "session/picturefile.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/mediatable.h"

#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

// What media look like, and what is posted of them.

QImage MediaStore::thumbnail(MediaId id)
{
    if (const QImage *cached = m_thumbnails.object(id))
        return *cached;
    if (id.isNull() || m_bare.contains(id) || m_reading.contains(id))
        return {};
    m_reading.insert(id);
    auto read = m_workspace.database()->read([id](Connection &connection) {
        return MediaTable::thumbnail(connection, id).map([](const QByteArray &bytes) {
            return bytes.isEmpty() ? QImage() : QImage::fromData(bytes);
        });
    });
    whenReady(read, this, [this, id](const Result<QImage> &image) {
        m_reading.remove(id);
        if (!image || image->isNull()) {
            m_bare.insert(id);
            return;
        }
        m_thumbnails.insert(id, new QImage(*image), int(image->sizeInBytes()));
        emit thumbnailReady(id);
    });
    return {};
}

QImage MediaStore::preview(MediaId id)
{
    if (const QImage *cached = m_previews.object(id))
        return *cached;
    const Media *media = find(id);
    const bool isReadable =
        media && media->kind == MediaKind::Picture && !media->place.contains("://"_L1);
    if (isReadable && !m_previewing.contains(id)) {
        m_previewing.insert(id);
        constexpr int bound = 800;
        picture(id, {bound, bound}, this, [this, id](const Result<QImage> &image) {
            if (!image)
                return; // not asked for again: the thumbnail stands for it
            m_previewing.remove(id);
            m_previews.insert(id, new QImage(*image), int(image->sizeInBytes()));
            emit thumbnailReady(id);
        });
    }
    return thumbnail(id);
}

void MediaStore::copyForPosting(const QList<PostedMedium> &media, const QString &folder,
    QObject *context, std::function<void(const Result<PostingCopy> &)> callback) const
{
    auto copied = QtConcurrent::run([database = m_workspace.database(), media, folder] {
        return makePostingCopy(database, media, folder);
    });
    whenReady(copied, context, std::move(callback));
}

void MediaStore::picture(MediaId id, QSize bound, QObject *context,
    std::function<void(const Result<QImage> &)> callback) const
{
    const Media *found = find(id);
    Media media = found ? *found : Media();
    media.id = id;
    auto decoded = QtConcurrent::run([database = m_workspace.database(), media, bound] {
        return bytesOf(database, media).and_then([bound](const QByteArray &bytes) {
            return PictureFile::decode(bytes, bound);
        });
    });
    whenReady(decoded, context, std::move(callback));
}
