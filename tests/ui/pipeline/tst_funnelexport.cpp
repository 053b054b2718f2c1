// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/funnelexport.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFunnelExport : public QObject
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void svgKeepsTextAsText()
    {
        const QByteArray svg = exported(u"svg"_s);
        QVERIFY(svg.contains("<text"));
        QVERIFY(!svg.contains("<image"));
        const FunnelReport report = sampleReport();
        QVERIFY(svg.contains(report.chart.title.toHtmlEscaped().toUtf8()));
        QVERIFY(svg.contains(report.chart.subtitle.toUtf8()));
        QVERIFY(svg.contains("100 of 200"));
        QVERIFY(svg.contains("Wilson"));
    }

    void pngIsOnWhite()
    {
        const QImage image = QImage::fromData(exported(u"png"_s));
        QVERIFY(image.width() > 2000);
        QCOMPARE(QColor(image.pixel(2, 2)), QColor(Qt::white));
        QCOMPARE(QColor(image.pixel(image.width() - 3, image.height() - 3)), QColor(Qt::white));
    }

    void pdfIsOne() { QVERIFY(exported(u"PDF"_s).startsWith("%PDF-")); }

    void otherSuffixesAreRejected()
    {
        const auto result =
            exportDrawing(funnelDrawing(sampleReport()), m_folder.filePath(u"chart.docx"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Rejected);
    }

    void aPlaceThatDoesNotExist()
    {
        const auto result =
            exportDrawing(funnelDrawing(sampleReport()), m_folder.filePath(u"no/chart.svg"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Io);
    }

private:
    QByteArray exported(const QString &suffix)
    {
        const QString path = m_folder.filePath(u"chart."_s + suffix);
        if (!exportDrawing(funnelDrawing(sampleReport()), path))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

PULLPUSH_WINDOW_TEST(TestFunnelExport)
#include "tst_funnelexport.moc"
