// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/picturefile.h"

#include "domain/cropping.h"
#include "exchange/pictureposition.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct PictureWords
{
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

constexpr int JpegQuality = 92; // percent
constexpr int ThumbnailQuality = 82;
/// What the largest picture takes that is opened, of four bytes a pixel.
constexpr int MostMegabytes = int(PictureFile::MostPixels * 4 / (1024LL * 1024)) + 1;

/// Formats that networks take, or that can be turned into such. Not SVG: what it shows depends on more than its bytes.
constexpr std::array Formats {"jpeg", "jpg", "png", "gif", "bmp", "webp", "tiff"};

bool isKnown(const QByteArray &format)
{
    return std::ranges::any_of(Formats, [&format](const char *known) { return format == known; });
}

tl::unexpected<Error> tooLarge(QSize size)
{
    return fail(Error::Code::Rejected,
        PictureWords::tr(
            "The picture is too large to be opened: %1 × %2 pixels. Make it smaller first.")
            .arg(QLocale().toString(size.width()), QLocale().toString(size.height())));
}

QSize fitted(QSize size, QSize bound)
{
    if (bound.isEmpty() || (size.width() <= bound.width() && size.height() <= bound.height()))
        return size;
    return size.scaled(bound, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// Reads with the format that the content has.
class Reader
{
public:
    explicit Reader(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        // The limit of Qt, 128 MB, is less than many a camera's picture takes.
        static const bool widened = [] {
            QImageReader::setAllocationLimit(MostMegabytes);
            return true;
        }();
        Q_UNUSED(widened)
        m_buffer.setData(m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDecideFormatFromContent(true);
        m_reader.setAutoTransform(true);
        m_reader.setDevice(&m_buffer);
    }

    /// The size as stored, not yet upright.
    [[nodiscard]] Result<QSize> size()
    {
        if (m_bytes.isEmpty())
            return fail(Error::Code::Rejected, PictureWords::tr("The file is empty."));
        if (!m_reader.canRead() || !isKnown(m_reader.format()))
            return fail(Error::Code::Rejected,
                PictureWords::tr(
                    "This is no picture that can be used here. Save it as PNG or JPEG."));
        const QSize size = m_reader.size();
        if (size.isEmpty())
            return fail(Error::Code::Rejected, broken());
        if (qint64(size.width()) * size.height() > PictureFile::MostPixels)
            return tooLarge(size);
        return size;
    }
    [[nodiscard]] bool isTurned() const
    {
        return m_reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    }
    /// Within \a bound once it is upright.
    [[nodiscard]] Result<QImage> read(QSize stored, QSize bound)
    {
        const QSize wanted = fitted(stored, isTurned() ? bound.transposed() : bound);
        if (wanted != stored)
            m_reader.setScaledSize(wanted);
        QImage image = m_reader.read();
        if (!image.isNull())
            return image;
        // With sixteen bits a channel it may take more than is allowed.
        constexpr qint64 mostBytes = qint64(MostMegabytes) * 1024 * 1024;
        if (qint64(stored.width()) * stored.height() * 8 > mostBytes)
            return tooLarge(stored);
        return fail(Error::Code::Rejected, broken(), m_reader.errorString());
    }

private:
    static QString broken()
    {
        return PictureWords::tr("The picture is broken. Save it again where it comes from.");
    }

    QByteArray m_bytes;
    QBuffer m_buffer;
    QImageReader m_reader;
};

QByteArray written(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}
} // namespace

Result<PictureFile::Facts> PictureFile::inspect(const QByteArray &bytes)
{
    Reader reader(bytes);
    const auto stored = reader.size();
    if (!stored)
        return tl::unexpected(stored.error());
    const bool isTurned = reader.isTurned();
    const auto image = reader.read(*stored, {ThumbnailSide, ThumbnailSide});
    if (!image)
        return tl::unexpected(image.error());
    const bool isClear = image->hasAlphaChannel();
    return Facts {isTurned ? stored->transposed() : *stored,
        written(*image, isClear ? "png" : "jpeg", isClear ? -1 : ThumbnailQuality)};
}

Result<QImage> PictureFile::decode(const QByteArray &bytes, QSize bound)
{
    Reader reader(bytes);
    const auto stored = reader.size();
    if (!stored)
        return tl::unexpected(stored.error());
    return reader.read(*stored, bound);
}

QByteArray PictureFile::encode(const QImage &image, bool prefersPng)
{
    const bool isPng = prefersPng || image.hasAlphaChannel();
    return written(image, isPng ? "png" : "jpeg", isPng ? -1 : JpegQuality);
}

Result<QByteArray> PictureFile::forPosting(const QByteArray &bytes, const QRect &part)
{
    if (!part.isValid())
        return withoutPosition(bytes);
    auto image = decode(bytes);
    if (!image)
        return tl::unexpected(image.error());
    const QRect shown = keptInside(part, image->size());
    if (shown == image->rect())
        return withoutPosition(bytes);
    const bool isLossless = suffixOf(bytes) != "jpg"_L1;
    QByteArray file = encode(image->copy(shown), isLossless);
    if (file.isEmpty())
        return fail(Error::Code::Io, PictureWords::tr("The picture could not be cut to its part."));
    return file;
}

QString PictureFile::suffixOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (format == "jpeg")
        return u"jpg"_s;
    return isKnown(format) ? QString::fromLatin1(format) : u"bin"_s;
}
