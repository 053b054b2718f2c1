// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_pipeline/drawing.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDrawing : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void init() { QVERIFY(m_folder.isValid()); }

    void twoStandOnAPage()
    {
        const QSizeF room(600, 1000);
        const auto places = placedOnPages({{600, 300}, {600, 300}, {600, 300}}, room, 100);
        QCOMPARE(places,
            (QList<PlacedDrawing> {{0, QRectF(0, 100, 600, 300)}, {0, QRectF(0, 424, 600, 300)},
                {1, QRectF(0, 0, 600, 300)}}));
    }

    void whatFindsNoRoomBeginsAPage()
    {
        const auto places = placedOnPages({{600, 500}, {600, 500}, {600, 400}}, {600, 1000}, 100);
        QCOMPARE(places,
            (QList<PlacedDrawing> {{0, QRectF(0, 100, 600, 500)}, {1, QRectF(0, 0, 600, 500)},
                {1, QRectF(0, 524, 600, 400)}}));
    }

    void whatIsTooLargeIsShrunk()
    {
        const auto places = placedOnPages({{1200, 400}, {300, 2000}, {200, 100}}, {600, 1000}, 0);
        QCOMPARE(places,
            (QList<PlacedDrawing> {{0, QRectF(0, 0, 600, 200)}, {1, QRectF(225, 0, 150, 1000)},
                {2, QRectF(200, 0, 200, 100)}}));
        QVERIFY(placedOnPages({}, {600, 1000}, 0).isEmpty());
    }

    void aReportHasNumberedPages()
    {
        const QString path = m_folder.filePath(u"report.pdf"_s);
        QList<Drawing> drawings;
        for (const QString &words : {u"First"_s, u"Second"_s, u"Third"_s, u"Fourth"_s, u"Fifth"_s})
            drawings.append(saying(words));
        QVERIFY(exportPages(drawings, head(), path));
        QCOMPARE(written(path).count("/Type /Page\n"), 3);
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        if (!reader.waitForStarted() || !reader.waitForFinished())
            QSKIP("no pdftotext to read the pages with");
        const QStringList pages = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f');
        QVERIFY(pages.size() >= 3);
        QVERIFY2(pages[0].contains(u"Pipeline"_s), qPrintable(pages[0]));
        QVERIFY(pages[0].contains(u"Harbour Lights"_s));
        QVERIFY(pages[0].contains(u"3 May 2026"_s));
        QVERIFY(pages[0].contains(u"First"_s) && pages[0].contains(u"Second"_s));
        QVERIFY(pages[0].contains(u"Page 1 of 3"_s));
        QVERIFY(!pages[1].contains(u"Pipeline"_s));
        QVERIFY(pages[1].contains(u"Third"_s) && pages[1].contains(u"Fourth"_s));
        QVERIFY(pages[1].contains(u"Harbour Lights"_s));
        QVERIFY(pages[2].contains(u"Fifth"_s) && pages[2].contains(u"Page 3 of 3"_s));
    }

    void aReportOfNothingIsOnePage()
    {
        const QString path = m_folder.filePath(u"empty.pdf"_s);
        QVERIFY(exportPages({}, head(), path));
        QCOMPARE(written(path).count("/Type /Page\n"), 1);
    }

    void reportsArePdf()
    {
        const auto result = exportPages({saying(u"One"_s)}, head(), m_folder.filePath(u"r.png"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Rejected);
        const auto nowhere =
            exportPages({saying(u"One"_s)}, head(), m_folder.filePath(u"no/r.pdf"_s));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, Error::Code::Io);
    }

    void veryHighPicturesAreLessFine()
    {
        Drawing drawing = saying(u"High"_s);
        drawing.size = QSizeF(200, 40000);
        const auto png = drawnAs(u"PNG"_s, drawing);
        QVERIFY(png);
        QCOMPARE(QImage::fromData(*png).size(), QSize(150, 30000));
    }

    void nothingIsWrittenOfADrawingWithoutSize()
    {
        const QString path = m_folder.filePath(u"none.png"_s);
        Drawing drawing = saying(u"None"_s);
        drawing.size = {};
        const auto result = exportDrawing(drawing, path);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Io);
        QVERIFY(!QFile::exists(path));
    }

private:
    static ReportHead head() { return {u"Pipeline"_s, u"Harbour Lights"_s, QDate(2026, 5, 3)}; }

    static Drawing saying(const QString &words)
    {
        Drawing drawing;
        drawing.size = QSizeF(OnPageWidth, 400);
        drawing.ground = PaperLook::ofProgram().palette.color(QPalette::Base);
        drawing.paint = [words](QPainter &painter) { painter.drawText(QPointF(20, 60), words); };
        return drawing;
    }

    static QByteArray written(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

PULLPUSH_WINDOW_TEST(TestDrawing)
#include "tst_drawing.moc"
