// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/picturefile.h"
#include "test_support/testprogram.h"

#include <QBuffer>
#include <QTest>

#include <exiv2/exiv2.hpp>

using namespace Qt::StringLiterals;

namespace {
/// The left half dark, the right half light.
QImage halves(QSize size, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, format);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, x < size.width() / 2 ? 0xff101010U : 0xfff0f0f0U);
    }
    return image;
}

/// A JPEG as a camera held upright writes it: lying, with a note to turn it, and a position.
QByteArray turned(QSize stored)
{
    QByteArray bytes = PictureFile::encode(halves(stored));
    auto image = Exiv2::ImageFactory::open(
        reinterpret_cast<const Exiv2::byte *>(bytes.constData()), long(bytes.size()));
    image->readMetadata();
    image->exifData()["Exif.Image.Orientation"] = uint16_t(6); // a quarter to the right
    image->exifData()["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    image->exifData()["Exif.GPSInfo.GPSLatitude"] = "52/1 31/1 12/1";
    image->writeMetadata();
    image->io().open();
    const Exiv2::DataBuf buffer = image->io().read(long(image->io().size()));
    return {reinterpret_cast<const char *>(buffer.pData_), qsizetype(buffer.size_)};
}

/// Whether \a bytes tell where the picture was taken, as turned() writes it.
bool tellsPlace(const QByteArray &bytes)
{
    auto image = Exiv2::ImageFactory::open(
        reinterpret_cast<const Exiv2::byte *>(bytes.constData()), long(bytes.size()));
    image->readMetadata();
    const Exiv2::ExifData &exif = image->exifData();
    return exif.findKey(Exiv2::ExifKey("Exif.GPSInfo.GPSLatitude")) != exif.end();
}

/// As PNG checks its parts. Source: the PNG specification, annex D.
quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) ? 0xedb88320U ^ (crc >> 1U) : crc >> 1U;
    }
    return ~crc;
}

/// The head of a PNG file that says how large it is, and little behind.
QByteArray pngHead(quint32 width, quint32 height)
{
    QByteArray bytes = PictureFile::encode(halves({4, 4}), true);
    constexpr int widthAt = 16;
    constexpr int crcAt = 29;
    const auto put = [&bytes](int at, quint32 number) {
        for (int i = 0; i < 4; ++i)
            bytes[at + i] = char(quint8(number >> quint32(24 - 8 * i)));
    };
    put(widthAt, width);
    put(widthAt + 4, height);
    put(crcAt, crcOf(bytes.mid(widthAt - 4, crcAt - widthAt + 4)));
    return bytes;
}
} // namespace

class TestPictureFile : public QObject
{
    Q_OBJECT
private slots:
    void makesThumbnails()
    {
        const auto facts = PictureFile::inspect(PictureFile::encode(halves({1000, 500})));
        QVERIFY(facts);
        QCOMPARE(facts->size, QSize(1000, 500));
        QCOMPARE(QImage::fromData(facts->thumbnail).size(), QSize(256, 128));
        const auto small = PictureFile::inspect(PictureFile::encode(halves({20, 10})));
        QCOMPARE(QImage::fromData(small->thumbnail).size(), QSize(20, 10)); // not made larger
    }

    void turnsThemUpright()
    {
        const QByteArray bytes = turned({600, 400});
        const auto facts = PictureFile::inspect(bytes);
        QVERIFY(facts);
        QCOMPARE(facts->size, QSize(400, 600));
        const QImage thumbnail = QImage::fromData(facts->thumbnail);
        QCOMPARE(thumbnail.size(), QSize(170, 256));
        QVERIFY(qGray(thumbnail.pixel(80, 20)) < 80); // what was left is above
        QVERIFY(qGray(thumbnail.pixel(80, 230)) > 170);
        QCOMPARE(PictureFile::decode(bytes, {100, 300})->size(), QSize(100, 150));
        QCOMPARE(PictureFile::decode(bytes)->size(), QSize(400, 600));
    }

    void keepsTransparency()
    {
        QImage clear = halves({300, 300}, QImage::Format_ARGB32);
        clear.setPixel(0, 0, 0);
        const auto facts = PictureFile::inspect(PictureFile::encode(clear));
        QVERIFY(facts);
        QVERIFY(QImage::fromData(facts->thumbnail).hasAlphaChannel());
    }

    void cutsForPosting()
    {
        const QByteArray bytes = turned({600, 400});
        QVERIFY(tellsPlace(bytes));
        const auto whole = PictureFile::forPosting(bytes, {});
        QVERIFY(whole);
        QVERIFY(!tellsPlace(*whole));
        QCOMPARE(PictureFile::decode(*whole)->size(), QSize(400, 600));
        const auto part = PictureFile::forPosting(bytes, {0, 400, 400, 200});
        QVERIFY(part);
        QVERIFY(!tellsPlace(*part));
        const auto image = PictureFile::decode(*part);
        QCOMPARE(image->size(), QSize(400, 200));
        QVERIFY(qGray(image->pixel(200, 100)) > 200); // of the lower half
        // A crop of a picture that was exchanged for a smaller one stays within it.
        QCOMPARE(PictureFile::decode(*PictureFile::forPosting(bytes, {300, 500, 300, 300}))->size(),
            QSize(300, 300));
    }

    void cutsWhatIsLargerThanQtAllows()
    {
        QImage photo(8000, 5400, QImage::Format_RGB32); // 165 MB in memory, as a camera's
        photo.fill(Qt::darkGreen);
        const QByteArray bytes = PictureFile::encode(photo, false);
        photo = {};
        const auto part = PictureFile::forPosting(bytes, {0, 0, 400, 200});
        QVERIFY(part.has_value());
        QCOMPARE(PictureFile::decode(*part)->size(), QSize(400, 200));
    }

    void namesThem()
    {
        QCOMPARE(PictureFile::suffixOf(PictureFile::encode(halves({4, 4}))), u"jpg"_s);
        QCOMPARE(PictureFile::suffixOf(PictureFile::encode(halves({4, 4}), true)), u"png"_s);
        QCOMPARE(PictureFile::suffixOf("words"), u"bin"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const QString broken = u"broken"_s;
        const QString large = u"too large"_s;
        const QString unknown = u"no picture"_s;
        QTest::newRow("nothing") << QByteArray() << u"empty"_s;
        QTest::newRow("words") << QByteArray("a text with the name of a picture") << unknown;
        QTest::newRow("a drawing")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>")
            << unknown;
        QTest::newRow("a billion pixels") << pngHead(31000, 31000) << large;
        QTest::newRow("more than memory") << pngHead(9000, 9000) << large;
        QTest::newRow("half a PNG")
            << PictureFile::encode(halves({400, 400}), true).left(200) << broken;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto facts = PictureFile::inspect(bytes);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, Error::Code::Rejected);
        QFETCH(QString, says);
        QVERIFY2(facts.error().message.contains(says), qPrintable(facts.error().message));
        QVERIFY(!PictureFile::decode(bytes));
    }
};

PULLPUSH_TEST(TestPictureFile)
#include "tst_picturefile.moc"
