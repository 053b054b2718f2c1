// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pictureposition.h"
#include "test_support/testprogram.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

#include <algorithm>
#include <exception>
#include <exiv2/exiv2.hpp>

using namespace Qt::StringLiterals;

namespace {
QByteArray file(const char *format)
{
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, QRgb(0xff000000U | quint32(x * 4 << 16) | quint32(y * 5)));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

auto opened(const QByteArray &bytes)
{
    auto image = Exiv2::ImageFactory::open(
        reinterpret_cast<const Exiv2::byte *>(bytes.constData()), long(bytes.size()));
    image->readMetadata();
    return image;
}

/// \a bytes as a camera and an agency would have written it: with a position, names of places and harmless facts.
QByteArray located(const QByteArray &bytes)
{
    const auto image = opened(bytes);
    Exiv2::ExifData &exif = image->exifData();
    exif["Exif.Image.Artist"] = "Ana Ruiz";
    exif["Exif.Image.Orientation"] = uint16_t(6);
    exif["Exif.GPSInfo.GPSVersionID"] = "2 2 0 0";
    exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    exif["Exif.GPSInfo.GPSLatitude"] = "52/1 31/1 12/1";
    exif["Exif.GPSInfo.GPSLongitudeRef"] = "E";
    exif["Exif.GPSInfo.GPSLongitude"] = "13/1 24/1 36/1";
    Exiv2::XmpData &xmp = image->xmpData();
    xmp["Xmp.dc.creator"] = "Ana Ruiz";
    xmp["Xmp.exif.GPSLatitude"] = "52,31.2N";
    xmp["Xmp.photoshop.City"] = "Secretville";
    xmp["Xmp.iptc.Location"] = "Secret Lane 5";
    Exiv2::XmpProperties::registerNs("http://example.org/drone/", "drone");
    xmp["Xmp.drone.GpsLongtitude"] = "13.41";
    Exiv2::IptcData &iptc = image->iptcData();
    iptc["Iptc.Application2.Byline"] = "Ana Ruiz";
    iptc["Iptc.Application2.City"] = "Secretville";
    image->writeMetadata();
    Exiv2::BasicIo &io = image->io();
    io.open();
    const Exiv2::DataBuf buffer = io.read(long(io.size()));
    return {reinterpret_cast<const char *>(buffer.pData_), qsizetype(buffer.size_)};
}

/// Whether \a bytes tell any of the places that located() writes; not where what they tell cannot be read.
bool tellsPlace(const QByteArray &bytes)
{
    const auto has = [](const auto &data, const char *key) {
        return std::any_of(data.begin(), data.end(),
            [key](const auto &datum) { return datum.key().starts_with(key); });
    };
    try {
        const auto image = opened(bytes);
        const Exiv2::XmpData &xmp = image->xmpData();
        return has(image->exifData(), "Exif.GPSInfo.") || has(xmp, "Xmp.exif.GPS")
            || has(xmp, "Xmp.photoshop.City") || has(xmp, "Xmp.iptc.Location")
            || has(image->iptcData(), "Iptc.Application2.City");
    } catch (const std::exception &) {
        return false;
    }
}
} // namespace

class TestPicturePosition : public QObject
{
    Q_OBJECT
private slots:
    void takesThePositionOut_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("JPEG") << QByteArray("JPEG");
        QTest::newRow("PNG") << QByteArray("PNG");
    }
    void takesThePositionOut()
    {
        QFETCH(QByteArray, format);
        const QByteArray plain = file(format);
        const QByteArray before = located(plain);
        QVERIFY(tellsPlace(before));
        const auto after = withoutPosition(before);
        QVERIFY2(after, after ? "" : qPrintable(after.error().message + after.error().detail));
        QVERIFY(!tellsPlace(*after));
        const auto image = opened(*after);
        for (const auto &datum : image->exifData())
            QVERIFY2(datum.groupName() != "GPSInfo", datum.key().c_str());
        for (const char *trace : {"Secretville", "Secret Lane", "GPSLatitude", "Gps", "13.41"})
            QVERIFY2(!after->contains(trace), trace);
        // What is harmless stays, and so do the pixels.
        QCOMPARE(image->exifData()["Exif.Image.Artist"].toString(), std::string("Ana Ruiz"));
        QCOMPARE(image->exifData()["Exif.Image.Orientation"].toLong(), 6);
        QCOMPARE(image->xmpData()["Xmp.dc.creator"].toString(), std::string("Ana Ruiz"));
        QCOMPARE(QImage::fromData(*after), QImage::fromData(plain));
    }

    void leavesOthersAsTheyAre()
    {
        for (const char *format : {"JPEG", "PNG", "BMP"}) {
            const QByteArray plain = file(format);
            const auto after = withoutPosition(plain);
            QVERIFY2(after, format);
            QCOMPARE(*after, plain);
        }
    }

    void cutsWhatHangsBehind()
    {
        const QByteArray plain = file("JPEG");
        const auto after = withoutPosition(plain + located(plain)); // as cameras hang a second one
        QVERIFY(after);
        QCOMPARE(*after, plain);
    }

    void isSteady()
    {
        const auto once = withoutPosition(located(file("JPEG")));
        QVERIFY(once);
        QCOMPARE(*withoutPosition(*once), *once); // the same file again is the same medium
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray picture = located(file("JPEG"));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("no picture at all");
        QTest::newRow("cut off in the pixels") << picture.left(picture.size() - 200);
        QTest::newRow("cut off in the head") << picture.left(40);
        QTest::newRow("half a PNG") << located(file("PNG")).left(60);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto after = withoutPosition(bytes);
        QVERIFY(!after);
        QCOMPARE(after.error().code, Error::Code::Rejected);
        QVERIFY(!after.error().message.isEmpty());
    }

    void survivesEveryCut()
    {
        const QByteArray picture = located(file("JPEG"));
        for (qsizetype size = 0; size < picture.size(); size += 7) {
            const auto after =
                withoutPosition(picture.left(size)); // an exception would end the test
            QVERIFY2(!after, QByteArray::number(size).constData());
        }
    }

    void survivesEveryBrokenByte()
    {
        const QByteArray picture = located(file("JPEG"));
        const qsizetype head = std::min<qsizetype>(picture.size(), 4000);
        for (qsizetype at = 2; at < head; at += 5) {
            QByteArray broken = picture;
            broken[at] = char(quint8(broken.at(at)) ^ 0x5aU);
            const auto after = withoutPosition(broken);
            QVERIFY2(!after || !tellsPlace(*after), QByteArray::number(at).constData());
        }
    }
};

PULLPUSH_TEST(TestPicturePosition)
#include "tst_pictureposition.moc"
