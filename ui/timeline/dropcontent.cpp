// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/dropcontent.h"

#include "ui_timeline/postmime.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
struct DropWords
{
    Q_DECLARE_TR_FUNCTIONS(DropContent)
};

const QString &libraryFormat()
{
    static const QString name = u"application/x-pullpush-media"_s;
    return name;
}

/// Pictures whose bytes a program hands over as a file would hold them, best first.
constexpr std::array PictureTypes {
    "image/jpeg", "image/png", "image/webp", "image/gif", "image/tiff", "image/bmp"};

bool isWeb(const QUrl &url)
{
    return (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty();
}

/// The words are one address and nothing else.
QString linkIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.contains(u' ') || trimmed.contains(u'\n'))
        return {};
    return isWeb(QUrl(trimmed, QUrl::StrictMode)) ? trimmed : QString();
}

bool hasFiles(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return std::ranges::any_of(urls, &QUrl::isLocalFile);
}

QList<MediaSource> filesIn(const QMimeData &data)
{
    QList<MediaSource> sources;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (path.isEmpty() || !mediaKindOf(path))
            return {};
        sources.append({.path = path});
    }
    return sources;
}

QList<MediaId> libraryIn(const QMimeData &data)
{
    QList<MediaId> media;
    QDataStream stream(data.data(libraryFormat()));
    qint32 count = 0;
    stream >> count;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        qint64 id = 0;
        stream >> id;
        media.append(MediaId(id));
    }
    return stream.status() == QDataStream::Ok ? media : QList<MediaId>();
}

MediaSource pictureIn(const QMimeData &data)
{
    MediaSource source;
    source.name = DropWords::tr("Pasted picture");
    for (const char *type : PictureTypes) {
        const QString format = QString::fromLatin1(type);
        if (!data.hasFormat(format))
            continue;
        source.bytes = data.data(format);
        if (!source.bytes.isEmpty())
            return source;
    }
    source.image = qvariant_cast<QImage>(data.imageData());
    return source;
}

/// What browsers say of a link: the address, a line end, the title of the page.
QString pageTitle(const QMimeData &data)
{
    const QByteArray bytes = data.data(u"text/x-moz-url"_s);
    if (bytes.isEmpty())
        return {};
    const QString both =
        QString::fromUtf16(reinterpret_cast<const char16_t *>(bytes.constData()), bytes.size() / 2);
    return both.section(u'\n', 1, 1).trimmed();
}
} // namespace

QString DropContent::headline() const
{
    if (!title.isEmpty())
        return title;
    if (!link.isEmpty())
        return link;
    if (!text.isEmpty())
        return text.trimmed().section(u'\n', 0, 0);
    const qsizetype count = sources.size() + known.size();
    if (count == 1 && !sources.isEmpty() && !sources.first().title().isEmpty())
        return sources.first().title();
    return DropWords::tr("%n picture(s) or video(s)", nullptr, int(count));
}

bool Drops::isWelcome(const QMimeData *data)
{
    if (!data || PostMime::decode(data))
        return false;
    if (data->hasFormat(libraryFormat()))
        return true;
    if (hasFiles(*data))
        return !filesIn(*data).isEmpty();
    return data->hasImage() || data->hasUrls() || data->hasText();
}

std::optional<DropContent> Drops::contentOf(const QMimeData *data)
{
    if (!isWelcome(data))
        return std::nullopt;
    DropContent content;
    if (data->hasFormat(libraryFormat())) {
        content.known = libraryIn(*data);
    } else if (hasFiles(*data)) {
        content.sources = filesIn(*data);
    } else if (data->hasImage()) {
        content.sources.append(pictureIn(*data));
    } else {
        const QList<QUrl> urls = data->urls();
        const auto web = std::ranges::find_if(urls, isWeb);
        content.link =
            web == urls.end() ? linkIn(data->text()) : QString::fromUtf8(web->toEncoded());
        if (content.link.isEmpty())
            content.text = data->text().trimmed();
        else
            content.title = pageTitle(*data);
    }
    if (!content.hasMedia() && content.link.isEmpty() && content.text.isEmpty())
        return std::nullopt;
    return content;
}

QMimeData *Drops::encode(const QList<MediaId> &media)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << qint32(media.size());
    for (const MediaId id : media)
        stream << id.value();
    auto *data = new QMimeData;
    data->setData(libraryFormat(), bytes);
    return data;
}
