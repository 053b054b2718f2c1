// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/format.h"
#include "exchange/sniff.h"
#include "test_support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes);
        return file.fileName();
    }

private slots:
    void sniffs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QString>("says"); // a word of the refusal, or the format
        QRandomGenerator random(7);
        QByteArray noise(4096, Qt::Uninitialized);
        for (char &c : noise)
            c = char(random.bounded(256));
        noise[0] = 1;
        QTest::newRow("csv") << u"a.csv"_s << QByteArray("id,name\n1,Ada\n") << FileKind::Table
                             << u"csv"_s;
        QTest::newRow("csv, other name")
            << u"leads.export"_s << QByteArray("id;name\n1;Ada\n") << FileKind::Table << u"csv"_s;
        QTest::newRow("one column") << u"mails.csv"_s << QByteArray("email\nada@example.org\n")
                                    << FileKind::Text << u"csv"_s;
        QTest::newRow("csv with NUL") << u"nul.csv"_s << QByteArray("id,name\n1,A\0da\n2,Bob\n", 22)
                                      << FileKind::Table << u"csv"_s;
        QTest::newRow("csv in utf-16") << u"u.csv"_s
                                       << QByteArray("\xFF\xFE"
                                                     "a\0,\0b\0\n\0",
                                              10)
                                       << FileKind::Table << u"csv"_s;
        QTest::newRow("quoted csv with tags inside")
            << u"t.csv"_s << QByteArray("id,bio\n1,<b>hi</b>\n") << FileKind::Table << u"csv"_s;
        QTest::newRow("chat") << u"_chat.txt"_s << QByteArray("[31/12/2022, 11:40:26] Ada: hi\n")
                              << FileKind::WhatsApp << u"whatsapp"_s;
        QTest::newRow("chat named csv")
            << u"chat.csv"_s << QByteArray("31/12/2022, 11:40 - Ada: a,b\n") << FileKind::WhatsApp
            << u"whatsapp"_s;
        QTest::newRow("empty") << u"empty.csv"_s << QByteArray() << FileKind::Empty << u"empty"_s;
        QTest::newRow("white space")
            << u"blank.csv"_s << QByteArray(" \r\n\n") << FileKind::Empty << u"empty"_s;
        QTest::newRow("workbook") << u"book.csv"_s
                                  << QByteArray("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", 14)
                + "[Content_Types].xml stuff xl/workbook.xml"
                                  << FileKind::ExcelWorkbook << u"Excel workbook"_s;
        QTest::newRow("old workbook")
            << u"old.csv"_s << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more")
            << FileKind::OldExcelWorkbook << u"Excel workbook"_s;
        QTest::newRow("workbook as xml")
            << u"x.csv"_s
            << QByteArray("<?xml version=\"1.0\"?>\n<Workbook "
                          "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")
            << FileKind::ExcelWorkbook << u"Excel workbook"_s;
        QTest::newRow("zip") << u"z.csv"_s << QByteArray("PK\x03\x04\x14\0\0\0_chat.txt", 17)
                             << FileKind::Zip << u"ZIP"_s;
        QTest::newRow("html")
            << u"h.csv"_s
            << QByteArray(
                   "\xEF\xBB\xBF \n<!DOCTYPE html>\n<html><body>Sign in, please</body></html>\n")
            << FileKind::Html << u"HTML"_s;
        QTest::newRow("html table")
            << u"h2.csv"_s << QByteArray("<TABLE><tr><td>a,b</td></tr></TABLE>") << FileKind::Html
            << u"HTML"_s;
        QTest::newRow("json") << u"j.csv"_s << QByteArray("{\"a\":1,\n\"b\":2}") << FileKind::Json
                              << u"JSON"_s;
        QTest::newRow("vcard") << u"c.csv"_s << QByteArray("BEGIN:VCARD\nFN:Ada\n")
                               << FileKind::VCard << u"vCard"_s;
        QTest::newRow("pdf") << u"p.csv"_s << QByteArray("%PDF-1.7\n") << FileKind::Pdf << u"PDF"_s;
        QTest::newRow("picture") << u"i.csv"_s << QByteArray("\x89PNG\r\n\x1A\n")
                                 << FileKind::Picture << u"picture"_s;
        QTest::newRow("database") << u"d.csv"_s << QByteArray("SQLite format 3\0xx", 18)
                                  << FileKind::Database << u"database"_s;
        QTest::newRow("noise") << u"n.csv"_s << noise << FileKind::Binary << u"binary"_s;
        QTest::newRow("zeros") << u"0.csv"_s << QByteArray(1000, '\0') << FileKind::Binary
                               << u"binary"_s;
        QTest::newRow("prose") << u"letter.txt"_s << QByteArray("Dear Ada\nthis is a letter\nBob\n")
                               << FileKind::Text << u"no format"_s;
    }
    void sniffs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(FileKind, kind);
        QFETCH(QString, says);
        const QString path = write(name, bytes);
        const auto found = sniff(path);
        QVERIFY(found);
        QCOMPARE(*found, kind);
        const auto format = detectFormat(path);
        if (importFormats().contains(says)) {
            QVERIFY2(format, format ? "" : qPrintable(format.error().message));
            QCOMPARE(*format, (DetectedFile {says, path}));
            QVERIFY(requireText(path));
            return;
        }
        QVERIFY(!format);
        QCOMPARE(format.error().code, Error::Code::Rejected);
        QVERIFY2(says == u"no format"_s || format.error().message.contains(says),
            qPrintable(format.error().message));
        QVERIFY(format.error().message.contains(name));
        QCOMPARE(requireText(path).has_value(), kind == FileKind::Text);
    }

    void missesFiles()
    {
        const auto format = detectFormat(m_folder.filePath(u"nowhere.csv"_s));
        QVERIFY(!format);
        QCOMPARE(format.error().code, Error::Code::NotFound);
        QVERIFY(format.error().message.contains(u"nowhere.csv"_s));
    }

    void looksIntoFolders()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"WhatsApp Chat - Ada"_s));
        const QString chat =
            write(u"WhatsApp Chat - Ada/_chat.txt"_s, "[31/12/2022, 11:40:26] Ada: hi\n");
        write(u"WhatsApp Chat - Ada/picture.jpg"_s, "x");
        const auto format = detectFormat(m_folder.filePath(u"WhatsApp Chat - Ada"_s));
        QVERIFY(format);
        QCOMPARE(*format, (DetectedFile {u"whatsapp"_s, chat}));
        QVERIFY(QDir(m_folder.path()).mkpath(u"nothing"_s));
        QVERIFY(!detectFormat(m_folder.filePath(u"nothing"_s)));
    }
};

PULLPUSH_TEST(TestFormat)
#include "tst_format.moc"
