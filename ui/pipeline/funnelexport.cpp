// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelexport.h"

#include "ui_common/theme.h"
#include "ui_pipeline/funnelpainter.h"

#include <QBuffer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal PageWidth = 1120; ///< in pixels of 1/96 inch

class ExportText
{
    Q_DECLARE_TR_FUNCTIONS(ExportText)
};

FunnelLook paperLook()
{
    FunnelLook look;
    look.palette = Theme::palette(false); // whose base is the paper's white
    look.font = QGuiApplication::font();
    look.direction = QGuiApplication::layoutDirection();
    return look;
}

void draw(QPaintDevice &device, const FunnelReport &report, const FunnelLook &look,
    const FunnelLayout &layout, qreal scale)
{
    QPainter painter(&device);
    painter.scale(scale, scale);
    const QRectF page(QPointF(), layout.size());
    painter.fillRect(page, look.palette.base());
    FunnelPainter(report, layout, look).paint(painter, page);
}

QByteArray asPng(const FunnelReport &report, const FunnelLook &look, const FunnelLayout &layout)
{
    constexpr qreal scale = 2;
    QImage image((layout.size() * scale).toSize(), QImage::Format_RGB32);
    constexpr int dotsPerMeter = qRound(96 / 0.0254); // text is laid out for 96 dots an inch
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    draw(image, report, look, layout, scale);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray asSvg(const FunnelReport &report, const FunnelLook &look, const FunnelLayout &layout)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(layout.size().toSize());
    generator.setViewBox(QRectF(QPointF(), layout.size()));
    generator.setTitle(report.chart.title);
    generator.setDescription(report.chart.subtitle);
    draw(generator, report, look, layout, 1);
    return buffer.data();
}

QByteArray asPdf(const FunnelReport &report, const FunnelLook &look, const FunnelLayout &layout)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(96);
    writer.setTitle(report.chart.title);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(
        QPageSize(layout.size() * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
    draw(writer, report, look, layout, 1);
    return buffer.data();
}

} // namespace

Result<> exportFunnel(const FunnelReport &report, const QString &path)
{
    const FunnelLook look = paperLook();
    const FunnelLayout layout(report, FunnelPainter::metrics(report, look, PageWidth));
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray content;
    if (suffix == "png"_L1)
        content = asPng(report, look, layout);
    else if (suffix == "svg"_L1)
        content = asSvg(report, look, layout);
    else if (suffix == "pdf"_L1)
        content = asPdf(report, look, layout);
    else
        return fail(
            Error::Code::Rejected, ExportText::tr("A chart can be written as .png, .svg or .pdf."));
    QSaveFile file(path);
    if (content.isEmpty() || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size() || !file.commit()) {
        return fail(Error::Code::Io,
            ExportText::tr("The file “%1” could not be written.").arg(QFileInfo(path).fileName()),
            file.errorString());
    }
    return {};
}
