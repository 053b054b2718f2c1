// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mediaintake.h"

#include "exchange/pictureposition.h"
#include "session/picturefile.h"
#include "storage/database.h"
#include "storage/mediatable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct IntakeWords
{
    Q_DECLARE_TR_FUNCTIONS(MediaIntake)
};

/// A picture that is kept by reference is read as a whole to be shown; more than that is no picture for a network.
constexpr qint64 MostReadBytes = 256LL * 1024 * 1024;
constexpr qint64 ChunkBytes = 1024LL * 1024;

tl::unexpected<Error> cancelled()
{
    return fail(Error::Code::Cancelled, IntakeWords::tr("Nothing was added."));
}

QString checksum(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(Error::Code::NotFound,
            IntakeWords::tr(
                "The file is not there: %1. Put it back, or add it from where it is now.")
                .arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Io,
            IntakeWords::tr("The file cannot be read: %1").arg(file.errorString()), path);
    if (file.size() > MostReadBytes)
        return fail(Error::Code::Rejected,
            IntakeWords::tr("The picture is too large to be opened: %1. Make it smaller first.")
                .arg(QLocale().formattedDataSize(file.size())));
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(Error::Code::Io,
            IntakeWords::tr("The file cannot be read: %1").arg(file.errorString()), path);
    return bytes;
}

std::optional<MediaKind> kindOfType(const QString &type)
{
    if (type.startsWith("image/"_L1))
        return MediaKind::Picture;
    if (type.startsWith("video/"_L1))
        return MediaKind::Video;
    if (type == "application/pdf"_L1)
        return MediaKind::Document;
    return std::nullopt;
}
} // namespace

/// A medium as it came.
struct MediaIntake::Fresh
{
    Media media;
    QByteArray content; ///< empty: it is kept by reference
    QByteArray thumbnail;
    QString fileSum; ///< of the file, where that is not the content's
    bool isFile = false; ///< its name is a file's
};

/// The same medium as the workspace has it.
struct MediaIntake::Known
{
    Media media;
    bool isHeld = false;
    QByteArray thumbnail;
};

QString MediaSource::title() const
{
    return path.isEmpty() ? name : QFileInfo(path).fileName();
}

std::optional<MediaKind> mediaKindOf(const QString &path)
{
    return kindOfType(QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension).name());
}

Result<QByteArray> bytesOf(const std::shared_ptr<Database> &database, const Media &media)
{
    if (!media.place.isEmpty())
        return readFile(media.place);
    return database
        ->read(
            [id = media.id](Connection &connection) { return MediaTable::content(connection, id); })
        .result();
}

MediaIntake::MediaIntake(Context context)
    : m_context(std::move(context))
{ }

Result<MediaArrival> MediaIntake::run(const QList<MediaSource> &sources)
{
    for (const MediaSource &source : sources)
        m_total += source.path.isEmpty() ? source.bytes.size() : QFileInfo(source.path).size();
    MediaArrival arrival;
    for (const MediaSource &source : sources) {
        const auto media = report(0) ? take(source) : cancelled();
        if (!media && media.error().code == Error::Code::Cancelled) {
            forget();
            return tl::unexpected(media.error());
        }
        if (!media)
            arrival.refused.append({source.title(), media.error()});
        else if (std::ranges::find(arrival.media, media->id, &Media::id) == arrival.media.end())
            arrival.media.append(*media);
    }
    return arrival;
}

bool MediaIntake::report(qint64 more)
{
    m_done += more;
    return !m_context.progress
        || m_context.progress(m_total == 0 ? 0 : std::min(1.0, double(m_done) / double(m_total)));
}

Result<Media> MediaIntake::take(const MediaSource &source)
{
    if (source.path.isEmpty())
        return contentOf(source).and_then(
            [&](const QByteArray &bytes) { return takePicture(source, bytes); });
    const QFileInfo file(source.path);
    if (!file.exists())
        return fail(Error::Code::NotFound, IntakeWords::tr("The file is not there any more."));
    if (!file.isFile())
        return fail(Error::Code::Rejected, IntakeWords::tr("This is no file. Add what is in it."));
    if (file.size() == 0)
        return fail(Error::Code::Rejected, IntakeWords::tr("The file is empty."));
    // The content tells, not the name.
    const auto kind = kindOfType(QMimeDatabase().mimeTypeForFile(file).name());
    if (!kind)
        return fail(Error::Code::Rejected,
            IntakeWords::tr("This is no picture, no video and no PDF document."));
    if (*kind != MediaKind::Picture)
        return refer(source.path, *kind);
    return readFile(source.path).and_then([&](const QByteArray &bytes) {
        return bytes.size() > m_context.mostBytes ? refer(source.path, MediaKind::Picture)
                                                  : takePicture(source, bytes);
    });
}

Result<QByteArray> MediaIntake::contentOf(const MediaSource &source)
{
    if (!source.bytes.isEmpty())
        return source.bytes;
    if (source.image.isNull())
        return fail(Error::Code::Rejected, IntakeWords::tr("The picture is empty."));
    QByteArray bytes = PictureFile::encode(source.image, true);
    if (bytes.isEmpty())
        return fail(Error::Code::Io, IntakeWords::tr("The picture could not be written."));
    return bytes;
}

Result<Media> MediaIntake::takePicture(const MediaSource &source, const QByteArray &bytes)
{
    if (bytes.size() > m_context.mostBytes)
        return fail(Error::Code::Rejected,
            IntakeWords::tr(
                "The picture has %1, more than the workspace keeps of one. Save it as a "
                "file and add that.")
                .arg(QLocale().formattedDataSize(bytes.size())));
    const auto facts = PictureFile::inspect(bytes);
    if (!facts)
        return tl::unexpected(facts.error());
    const auto content = withoutPosition(bytes);
    if (!content)
        return tl::unexpected(content.error());
    Media media;
    media.name = source.title();
    media.checksum = checksum(*content);
    media.bytes = content->size();
    media.width = facts->size.width();
    media.height = facts->size.height();
    if (!report(bytes.size()))
        return cancelled();
    return settle({media, *content, facts->thumbnail,
        *content == bytes ? QString() : checksum(bytes), !source.path.isEmpty()});
}

Result<Media> MediaIntake::refer(const QString &path, MediaKind kind)
{
    const QFileInfo file(path);
    Media media;
    media.name = file.fileName();
    media.kind = kind;
    media.place = file.absoluteFilePath();
    media.bytes = file.size();
    QByteArray thumbnail;
    if (kind == MediaKind::Picture) {
        const auto facts = readFile(path).and_then(&PictureFile::inspect);
        if (!facts)
            return tl::unexpected(facts.error());
        media.width = facts->size.width();
        media.height = facts->size.height();
        thumbnail = facts->thumbnail;
    }
    const auto sum = checksumOf(path);
    if (!sum)
        return tl::unexpected(sum.error());
    media.checksum = *sum;
    return settle({media, {}, thumbnail, {}, true});
}

Result<QString> MediaIntake::checksumOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Io,
            IntakeWords::tr("The file cannot be read: %1").arg(file.errorString()), path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        const QByteArray chunk = file.read(ChunkBytes);
        if (file.error() != QFileDevice::NoError)
            return fail(Error::Code::Io,
                IntakeWords::tr("The file cannot be read: %1").arg(file.errorString()), path);
        hash.addData(chunk);
        if (!report(chunk.size()))
            return cancelled();
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<Media> MediaIntake::settle(const Fresh &fresh)
{
    const auto done = std::ranges::find_if(m_completed, [&fresh](const Completed &completed) {
        return completed.media.checksum == fresh.media.checksum;
    });
    if (done != m_completed.end())
        return done->media;
    auto known =
        m_context.database
            ->read([this, &fresh](Connection &connection) { return find(connection, fresh); })
            .result();
    if (!known)
        return tl::unexpected(known.error());
    return *known ? complete(**known, fresh) : add(fresh);
}

Result<std::optional<MediaIntake::Known>> MediaIntake::find(
    Connection &connection, const Fresh &fresh) const
{
    std::optional<Media> found;
    for (const QString &sum : {fresh.media.checksum, fresh.fileSum}) {
        auto same = MediaTable::withChecksum(connection, sum);
        if (!same)
            return tl::unexpected(same.error());
        if (!found)
            found = std::move(*same);
    }
    if (!found && fresh.isFile) {
        const auto unseen = MediaTable::unseen(connection, fresh.media.name);
        if (!unseen)
            return tl::unexpected(unseen.error());
        // One whose content came a moment ago is taken: its row follows when all is in.
        const auto waiting = std::ranges::find_if(
            *unseen, [this](const Media &media) { return !isCompleted(media.id); });
        if (waiting != unseen->end())
            found = *waiting;
    }
    if (!found)
        return std::optional<Known>();
    const auto isHeld = MediaTable::isHeld(connection, found->id);
    if (!isHeld)
        return tl::unexpected(isHeld.error());
    const auto thumbnail = MediaTable::thumbnail(connection, found->id);
    if (!thumbnail)
        return tl::unexpected(thumbnail.error());
    return std::optional(Known {*found, *isHeld, *thumbnail});
}

Result<Media> MediaIntake::complete(const Known &known, const Fresh &fresh)
{
    Media media = known.media;
    const bool isKept = known.isHeld && media.place.isEmpty() && !media.checksum.isEmpty();
    // What is kept by reference stays so, unless it is lost or its content is to be kept now.
    const bool isThere = !media.place.isEmpty() && QFileInfo::exists(media.place);
    if (isKept || (isThere && fresh.content.isEmpty()))
        return media;
    media.kind = fresh.media.kind;
    media.place = fresh.media.place;
    media.checksum = fresh.media.checksum;
    media.bytes = fresh.media.bytes;
    media.width = fresh.media.width;
    media.height = fresh.media.height;
    const auto kept =
        m_context.database
            ->write([&media, &fresh](Transaction &transaction) {
                return MediaTable::keep(transaction, media.id, {fresh.content, fresh.thumbnail});
            })
            .result();
    if (!kept)
        return tl::unexpected(kept.error());
    m_completed.append({media, known.isHeld, known.thumbnail});
    return media;
}

Result<Media> MediaIntake::add(const Fresh &fresh)
{
    Media media = fresh.media;
    media.id = MediaId::create(*m_context.ids);
    media.createdAt = m_context.now;
    const auto written =
        m_context.database
            ->write([&media, &fresh](Transaction &transaction) {
                return MediaTable::addHidden(transaction, media, {fresh.content, fresh.thumbnail});
            })
            .result();
    if (!written)
        return tl::unexpected(written.error());
    m_written.append(media.id);
    return media;
}

bool MediaIntake::isCompleted(MediaId media) const
{
    return std::ranges::any_of(
        m_completed, [media](const Completed &completed) { return completed.media.id == media; });
}

/// Takes back what was kept. Where this fails nobody sees what is new, which goes with the next purge.
void MediaIntake::forget()
{
    const auto forgotten = m_context.database
                               ->write([this](Transaction &transaction) {
                                   Result<> done = MediaTable::forgetHidden(transaction, m_written);
                                   for (const Completed &completed : std::as_const(m_completed)) {
                                       if (done && !completed.wasHeld)
                                           done = MediaTable::keep(transaction, completed.media.id,
                                               {{}, completed.thumbnail});
                                   }
                                   return done;
                               })
                               .result();
    Q_UNUSED(forgotten)
}
