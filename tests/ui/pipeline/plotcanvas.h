// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/theme.h"
#include "ui_pipeline/plotpicture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

/// What pictures of plots are tested with: a look, and what they are drawn on.
namespace PlotCanvas {

inline PlotLook look(bool dark = false, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QFont font;
    font.setPixelSize(13);
    return {Theme::palette(dark), font, direction};
}

/// \a plot as a chart whose table has \a rows rows: "Row 3", 30.
inline Chart chart(const Plot &plot, int rows)
{
    Chart chart;
    chart.id = QStringLiteral("sample");
    chart.columns = {{QStringLiteral("name"), QStringLiteral("Name")},
        {QStringLiteral("value"), QStringLiteral("Value")}};
    for (int i = 0; i < rows; ++i)
        chart.rows.append({QStringLiteral("Row %1").arg(i), qint64(i) * 10});
    chart.plot = plot;
    return chart;
}

inline QImage image(const PlotPicture &picture, const PlotLook &look)
{
    const QRectF all(QPointF(), picture.size());
    QImage image(all.size().toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.fillRect(all, look.palette.base());
    picture.paint(painter, all, std::nullopt, std::nullopt);
    return image;
}

inline QByteArray svg(const PlotPicture &picture)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture.size().toSize());
    generator.setViewBox(QRectF(QPointF(), picture.size()));
    QPainter painter(&generator);
    picture.paint(painter, QRectF(QPointF(), picture.size()), std::nullopt, std::nullopt);
    painter.end();
    return buffer.data();
}

/// The share of \a image that is not \a ground.
inline double inked(const QImage &image, const QColor &ground)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == ground.rgb() ? 0 : 1;
    }
    return double(count) / (double(image.width()) * image.height());
}

} // namespace PlotCanvas
