// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pictureposition.h"

#include <QCoreApplication>

#include <array>
#include <exception>
#include <exiv2/exiv2.hpp>
#include <mutex>
#include <string>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PicturePosition)
};

/// exiv2's parser of XMP is one for the whole process.
std::mutex &exivMutex()
{
    static std::mutex mutex;
    return mutex;
}

void prepare()
{
    static const bool done = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        return Exiv2::XmpParser::initialize();
    }();
    Q_UNUSED(done)
}

bool tellsPlace(const std::string &key, const auto &prefixes)
{
    for (const std::string_view prefix : prefixes) {
        if (key.compare(0, prefix.size(), prefix) == 0)
            return true;
    }
    // Cameras and drones have properties of their own: "GpsLatitude" under a name of the maker.
    return key.starts_with("Xmp.")
        && QByteArray::fromRawData(key.data(), qsizetype(key.size())).toLower().contains("gps");
}

// Sources: Exif 2.32 (GPS IFD), IPTC Photo Metadata 2019 (places), IIM 4.2 (places), the notes that cameras of Panasonic write.
constexpr std::array<std::string_view, 6> ExifPlaces {"Exif.GPSInfo.", "Exif.Image.GPSTag",
    "Exif.Panasonic.City", "Exif.Panasonic.Country", "Exif.Panasonic.State",
    "Exif.Panasonic.Landmark"};
constexpr std::array<std::string_view, 7> XmpPlaces {"Xmp.iptcExt.LocationCreated",
    "Xmp.iptcExt.LocationShown", "Xmp.iptc.Location", "Xmp.iptc.CountryCode", "Xmp.photoshop.City",
    "Xmp.photoshop.State", "Xmp.photoshop.Country"};
constexpr std::array<std::string_view, 7> IptcPlaces {"Iptc.Application2.City",
    "Iptc.Application2.SubLocation", "Iptc.Application2.ProvinceState",
    "Iptc.Application2.CountryCode", "Iptc.Application2.CountryName",
    "Iptc.Application2.LocationCode", "Iptc.Application2.LocationName"};

/// Takes out what \a prefixes name. Returns whether anything was there.
template<typename Data>
bool eraseAll(Data &data, const auto &prefixes)
{
    bool found = false;
    for (auto it = data.begin(); it != data.end();) {
        if (tellsPlace(it->key(), prefixes)) {
            it = data.erase(it);
            found = true;
        } else {
            ++it;
        }
    }
    return found;
}

template<typename Data>
bool hasAny(const Data &data, const auto &prefixes)
{
    for (const auto &datum : data) {
        if (tellsPlace(datum.key(), prefixes))
            return true;
    }
    return false;
}

bool hasPosition(const Exiv2::Image &image)
{
    return hasAny(image.exifData(), ExifPlaces) || hasAny(image.xmpData(), XmpPlaces)
        || hasAny(image.iptcData(), IptcPlaces);
}

// Members of two implementations: 0.27 hands out a smart pointer of its own.
auto opened(const QByteArray &bytes)
{
    auto image = Exiv2::ImageFactory::open(
        reinterpret_cast<const Exiv2::byte *>(bytes.constData()), long(bytes.size()));
    image->readMetadata();
    return image;
}

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return quint8(bytes.at(at));
}

bool isJpeg(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xd8\xff");
}

/// Behind the compressed data that begin at \a at: the next marker that is no restart and no stuffed byte.
qsizetype behindScan(const QByteArray &bytes, qsizetype at)
{
    for (; at + 1 < bytes.size(); ++at) {
        if (byteAt(bytes, at) != 0xff)
            continue;
        const quint8 marker = byteAt(bytes, at + 1);
        if (marker != 0 && marker != 0xff && (marker < 0xd0 || marker > 0xd7))
            return at;
    }
    return bytes.size();
}

/// Where the first picture in a JPEG file ends; -1 where it is cut off.
qsizetype jpegEnd(const QByteArray &bytes)
{
    constexpr quint8 endOfImage = 0xd9;
    constexpr quint8 startOfScan = 0xda;
    qsizetype at = 2;
    while (at + 1 < bytes.size()) {
        if (byteAt(bytes, at) != 0xff)
            return -1;
        const quint8 marker = byteAt(bytes, at + 1);
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        if (marker == endOfImage)
            return at + 2;
        if (at + 3 >= bytes.size())
            return -1;
        const qsizetype length = byteAt(bytes, at + 2) * 256 + byteAt(bytes, at + 3);
        if (length < 2)
            return -1;
        at += 2 + length;
        if (marker == startOfScan)
            at = behindScan(bytes, at);
    }
    return -1;
}

Result<QByteArray> stripped(const QByteArray &picture)
{
    const auto image = opened(picture);
    if (!hasPosition(*image))
        return picture;
    eraseAll(image->exifData(), ExifPlaces);
    eraseAll(image->xmpData(), XmpPlaces);
    eraseAll(image->iptcData(), IptcPlaces);
    image->writeMetadata();
    Exiv2::BasicIo &io = image->io();
    if (io.open() != 0)
        return fail(Error::Code::Rejected,
            Words::tr("The position could not be taken out of this picture, so it was not used."));
    const Exiv2::DataBuf buffer = io.read(long(io.size()));
    io.close();
    QByteArray result(reinterpret_cast<const char *>(buffer.pData_), qsizetype(buffer.size_));
    if (hasPosition(*opened(result)))
        return fail(Error::Code::Rejected,
            Words::tr("The position could not be taken out of this picture, so it was not used."));
    return result;
}
} // namespace

Result<QByteArray> withoutPosition(const QByteArray &picture)
{
    QByteArray bytes = picture;
    if (isJpeg(bytes)) {
        const qsizetype end = jpegEnd(bytes);
        if (end < 0)
            return fail(Error::Code::Rejected,
                Words::tr("The picture is cut off. Save it again where it comes from."));
        bytes.truncate(end);
    } else if (bytes.startsWith("GIF8") || bytes.startsWith("BM")) {
        return bytes;
    }
    const std::scoped_lock lock(exivMutex());
    try {
        prepare();
        return stripped(bytes);
    } catch (const std::exception &error) {
        return fail(Error::Code::Rejected,
            Words::tr("What the picture tells about itself cannot be read, so it was not used."),
            QString::fromUtf8(error.what()));
    }
}
