// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/samplepictures.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLinearGradient>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {
QColor colourOf(const QJsonValue &value)
{
    return QColor(value.toString());
}

void draw(QPainter &painter, const QJsonArray &shape, QSizeF percent)
{
    constexpr qsizetype numbersAt = 2;
    const auto number = [&shape](qsizetype at) { return shape.at(numbersAt + at).toDouble(); };
    painter.setBrush(colourOf(shape.at(1)));
    if (shape.at(0).toString() == "ellipse"_L1) {
        painter.drawEllipse(QPointF(number(0) * percent.width(), number(1) * percent.height()),
            number(2) * percent.width(), number(3) * percent.height());
        return;
    }
    QPolygonF polygon;
    for (qsizetype at = 0; numbersAt + at + 1 < shape.size(); at += 2)
        polygon.append({number(at) * percent.width(), number(at + 1) * percent.height()});
    painter.drawPolygon(polygon);
}
} // namespace

QImage drawSamplePicture(const QJsonObject &from)
{
    const QJsonArray size = from.value("size"_L1).toArray();
    QImage image(size.at(0).toInt(), size.at(1).toInt(), QImage::Format_RGB32);
    const QJsonArray ground = from.value("ground"_L1).toArray();
    QLinearGradient gradient(0, 0, 0, image.height());
    gradient.setColorAt(0, colourOf(ground.at(0)));
    gradient.setColorAt(1, colourOf(ground.at(1)));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.fillRect(image.rect(), gradient);
    const QJsonArray shapes = from.value("shapes"_L1).toArray();
    constexpr qreal hundred = 100;
    for (const auto &shape : shapes)
        draw(painter, shape.toArray(), QSizeF(image.size()) / hundred);
    return image;
}
