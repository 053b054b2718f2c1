// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplechart.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/plotexport.h"

#include <QFile>
#include <QImage>
#include <QPalette>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class TestPlotExport : public QObject
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void svgHasTheFiguresAsText()
    {
        const Chart chart = sampleChart();
        const QByteArray svg = exported(u"svg"_s);
        QVERIFY(!svg.contains("<image"));
        QStringList texts;
        QXmlStreamReader reader(svg);
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
                texts.append(reader.readElementText().trimmed());
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const QString &words : {chart.title, chart.subtitle, chart.definition})
            QVERIFY2(texts.contains(words), qPrintable(words));
        for (const QList<Figure> &row : chart.rows) {
            for (const Figure &figure : row)
                QVERIFY2(texts.contains(figureText(figure)), qPrintable(texts.join(u'|')));
        }
    }

    void pngIsTwiceTheSizeOnWhite()
    {
        const QImage image = QImage::fromData(exported(u"png"_s));
        const QSizeF size = chartDrawing(sampleChart()).size;
        QCOMPARE(image.size(), (size * 2).toSize());
        QCOMPARE(size.width(), AloneWidth);
        QCOMPARE(image.dotsPerMeterX(), 3780); // 96 an inch
        QCOMPARE(QColor(image.pixel(2, 2)), QColor(Qt::white));
        QCOMPARE(QColor(image.pixel(image.width() - 3, image.height() - 3)), QColor(Qt::white));
        int inked = 0;
        for (int x = 0; x < image.width(); ++x)
            inked += QColor(image.pixel(x, image.height() / 2)) != QColor(Qt::white) ? 1 : 0;
        QVERIFY(inked > 0);
    }

    void pdfIsOnePageOfItsSize()
    {
        const QByteArray pdf = exported(u"PDF"_s);
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        const qsizetype box = pdf.indexOf("/MediaBox [");
        QVERIFY(box >= 0);
        const QByteArrayList sides =
            pdf.mid(box + 11, pdf.indexOf(']', box) - box - 11).simplified().split(' ');
        QCOMPARE(sides.size(), 4);
        QVERIFY(std::abs(sides[2].toDouble() - AloneWidth * 0.75) <= 1);
        const qreal height = chartDrawing(sampleChart()).size.height() * 0.75;
        QVERIFY(std::abs(sides[3].toDouble() - height) <= 1);
    }

    void onAPageItIsNarrower()
    {
        QCOMPARE(chartDrawing(sampleChart(), OnPageWidth).size.width(), OnPageWidth);
    }

    void csvHasTheTable() { QCOMPARE(exported(u"csv"_s), toCsv(sampleChart())); }

    void chartsWithoutAPictureAreWritten()
    {
        Chart chart = sampleChart();
        chart.plot = {};
        const auto svg = drawnAs(u"svg"_s, chartDrawing(chart));
        QVERIFY(svg);
        QVERIFY(svg->contains(chart.title.toUtf8()));
        QVERIFY(svg->contains("Source 3")); // the table
        chart.rows.clear();
        const auto empty = drawnAs(u"svg"_s, chartDrawing(chart));
        QVERIFY(empty && empty->contains("There is nothing to show yet."));
    }

    void otherSuffixesAreRejected()
    {
        for (const QString &name : {u"chart.docx"_s, u"chart"_s}) {
            const auto result = exportDrawing(chartDrawing(sampleChart()), m_folder.filePath(name));
            QVERIFY(!result);
            QCOMPARE(result.error().code, Error::Code::Rejected);
            QVERIFY(!QFile::exists(m_folder.filePath(name)));
        }
    }

    void aPlaceThatDoesNotExist()
    {
        const auto result =
            exportDrawing(chartDrawing(sampleChart()), m_folder.filePath(u"no/chart.svg"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Io);
        QVERIFY(result.error().message.contains(u"chart.svg"_s));
    }

private:
    QByteArray exported(const QString &suffix)
    {
        const QString path = m_folder.filePath(u"chart."_s + suffix);
        if (!exportDrawing(chartDrawing(sampleChart()), path))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

PULLPUSH_WINDOW_TEST(TestPlotExport)
#include "tst_plotexport.moc"
