// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decoding.h"
#include "test_support/testprogram.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
struct Decoded
{
    QString text;
    TextEncoding encoding;
    QList<ImportIssue> issues;
};

Result<Decoded> decode(const QByteArray &bytes, qsizetype chunk = 64)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    auto reader = TextReader::open(std::move(buffer), u"file.csv"_s, {chunk, -1});
    if (!reader)
        return tl::unexpected(reader.error());
    Decoded decoded;
    decoded.encoding = reader->encoding();
    while (true) {
        const auto more = reader->read(decoded.text);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
    }
    decoded.issues = reader->takeIssues();
    return decoded;
}

QByteArray utf16(const QString &text, bool big)
{
    QStringEncoder encoder(big ? QStringConverter::Utf16BE : QStringConverter::Utf16LE,
        QStringConverter::Flag::WriteBom);
    return encoder.encode(text);
}
} // namespace

class TestDecoding : public QObject
{
    Q_OBJECT
private slots:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("guessed");
        QTest::newRow("empty") << QByteArray() << QString() << u"UTF-8"_s << false;
        QTest::newRow("ascii") << QByteArray("a,b\n") << u"a,b\n"_s << u"UTF-8"_s << false;
        QTest::newRow("utf-8") << QByteArray("Zürich 👋\n") << u"Zürich 👋\n"_s << u"UTF-8"_s
                               << false;
        QTest::newRow("utf-8 with mark")
            << QByteArray("\xEF\xBB\xBFÄ\n") << u"Ä\n"_s << u"UTF-8"_s << false;
        QTest::newRow("utf-16 le")
            << utf16(u"Zürich 👋\tb\r\n"_s, false) << u"Zürich 👋\tb\r\n"_s << u"UTF-16LE"_s << false;
        QTest::newRow("utf-16 be")
            << utf16(u"Zürich 👋\tb\r\n"_s, true) << u"Zürich 👋\tb\r\n"_s << u"UTF-16BE"_s << false;
        QTest::newRow("western, short")
            << QByteArray("id,name\n1,Andr\xE9 M\xFCller\n") << u"id,name\n1,André Müller\n"_s
            << u"windows-1252"_s << true;
        QTest::newRow("western, at the end") << QByteArray("id,name\n1,caf\xE9")
                                             << u"id,name\n1,café"_s << u"windows-1252"_s << true;
        QTest::newRow("cyrillic") << QByteArray(
            "id,name\n1,\xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0, \xEA\xE0\xEA \xE4\xE5\xEB\xE0\n")
                                  << u"id,name\n1,Привет мир, как дела\n"_s << u"WINDOWS-1251"_s
                                  << true;
        QTest::newRow("japanese") << QByteArray(
            "id,name\n1,\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x83\x65\x83\x58\x83\x67\x82\xC5\x82\xB7\n")
                                  << u"id,name\n1,日本語のテストです\n"_s << u"SHIFT_JIS"_s << true;
    }
    void decodes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(bool, guessed);
        // A torn character must come out whole wherever the pieces end.
        for (qsizetype chunk = 1; chunk <= bytes.size() + 1; ++chunk) {
            const auto decoded = decode(bytes, chunk);
            QVERIFY(decoded);
            QCOMPARE(decoded->text, text);
            QCOMPARE(decoded->encoding.name, name);
            QCOMPARE(decoded->encoding.guessed, guessed);
            QCOMPARE(decoded->issues.size(), guessed ? 1 : 0);
            if (guessed) {
                QCOMPARE(decoded->issues.front().code, u"encoding-guessed"_s);
                QCOMPARE(decoded->issues.front().line, 0);
                QVERIFY(decoded->issues.front().text.contains(name));
            }
        }
    }

    void repairs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("lines");
        QTest::newRow("broken utf-8") << QByteArray("Zoë\nb\xFF"
                                                    "c\r\nd\xC3(e\re\xE2\x82 \n")
                                      << u"Zoë\nb�c\r\nd�(e\re�� \n"_s << QList<qint64> {2, 3, 4};
        QTest::newRow("only broken")
            << QByteArray("id,name\n1,x\xC3(\n") << u"id,name\n1,x�(\n"_s << QList<qint64> {2};
        QTest::newRow("ends inside")
            << QByteArray("é\xFFé\n\xE2\x82") << u"é�é\n��"_s << QList<qint64> {1, 2};
        QTest::newRow("NUL") << QByteArray("a\n\0b\n\0\0\n", 8) << u"a\n�b\n��\n"_s
                             << QList<qint64> {2, 3};
        QTest::newRow("overlong and surrogate")
            << QByteArray("éé\n\xC0\xAF\n\xED\xA0\x80\n") << QString() << QList<qint64> {2, 3};
        QTest::newRow("lone surrogates") << QByteArray("\xFF\xFE"
                                                       "a\0\n\0\x3D\xD8"
                                                       "b\0\n\0\x4B\xDC",
            14) << u"a\n�b\n�"_s << QList<qint64> {2, 3};
        QTest::newRow("high surrogate at the end") << QByteArray("\xFF\xFE"
                                                                 "a\0\x3D\xD8",
            6) << u"a�"_s << QList<qint64> {1};
        QTest::newRow("undefined in the code page")
            << QByteArray("M\xFCller\nJos\xE9\nx\x81y\n") << u"Müller\nJosé\nx�y\n"_s
            << QList<qint64> {3};
    }
    void repairs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QList<qint64>, lines);
        for (qsizetype chunk = 1; chunk <= bytes.size() + 1; ++chunk) {
            const auto decoded = decode(bytes, chunk);
            QVERIFY(decoded);
            if (!text.isEmpty())
                QCOMPARE(decoded->text, text);
            QList<qint64> found;
            for (const ImportIssue &issue : decoded->issues) {
                if (issue.code == u"bad-encoding"_s)
                    found.append(issue.line);
            }
            QCOMPARE(found, lines);
        }
    }

    void findsCutOffs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("utf-8") << QByteArray("Zürich\nGen\xC3");
        QTest::newRow("utf-8 with mark") << QByteArray("\xEF\xBB\xBFGen\xC3");
        QTest::newRow("utf-16") << QByteArray("\xFF\xFE"
                                              "a\0b",
            5);
    }
    void findsCutOffs()
    {
        QFETCH(QByteArray, bytes);
        const auto decoded = decode(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, Error::Code::Rejected);
        QVERIFY(decoded.error().message.contains(u"file.csv"_s));
    }

    void probesLikeTheDecoder()
    {
        // Every sequence of one to three bytes at the edges of the ranges: valid here exactly when
        // the decoder has no error.
        const QList<int> edges {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
            0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};
        for (const int a : edges) {
            for (const int b : edges) {
                for (const int c : edges) {
                    for (const int d : {0x41, 0x80, 0xBF, 0xC2}) {
                        const char raw[] {char(a), char(b), char(c), char(d), 'z'};
                        const QByteArrayView bytes(raw, 5);
                        Utf8Probe probe;
                        probe.feed(bytes);
                        QCOMPARE(probe.isValid(), bytes.isValidUtf8());
                    }
                }
            }
        }
    }
};

PULLPUSH_TEST(TestDecoding)
#include "tst_decoding.moc"
