// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/linecurves.h"

#include <QAreaSeries>
#include <QChart>
#include <QColor>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QPen>
#include <QRectF>
#include <QValueAxis>

LineCurves::LineCurves(
    const QSizeF &size, const PlotRange &x, const PlotRange &y, Qt::LayoutDirection direction)
    : m_size(size)
    , m_chart(new QChart)
    , m_xAxis(new QValueAxis)
    , m_yAxis(new QValueAxis)
{
    const QRectF all(QPointF(), m_size);
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.setSceneRect(all);
    m_scene.addItem(m_chart);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setDropShadowEnabled(false);
    m_chart->setMargins(QMargins());
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_chart->setGeometry(all);

    m_xAxis->setRange(x.low, x.high);
    m_xAxis->setReverse(direction == Qt::RightToLeft);
    m_yAxis->setRange(y.low, y.high);
    m_xAxis->setVisible(false);
    m_yAxis->setVisible(false);
    m_chart->addAxis(m_xAxis, Qt::AlignBottom);
    m_chart->addAxis(m_yAxis, Qt::AlignLeft);
}

void LineCurves::addLine(const QList<QPointF> &points, const QPen &pen)
{
    auto *curve = new QLineSeries;
    curve->replace(points);
    m_chart->addSeries(curve);
    curve->attachAxis(m_xAxis);
    curve->attachAxis(m_yAxis);
    curve->setPen(pen); // after the chart has given its own
}

void LineCurves::addArea(
    const QList<QPointF> &upper, const QList<QPointF> &lower, const QColor &fill)
{
    auto *area = new QAreaSeries;
    auto *top = new QLineSeries(area);
    auto *bottom = new QLineSeries(area);
    top->replace(upper);
    bottom->replace(lower);
    area->setUpperSeries(top);
    area->setLowerSeries(bottom);
    m_chart->addSeries(area);
    area->attachAxis(m_xAxis);
    area->attachAxis(m_yAxis);
    area->setPen(Qt::NoPen);
    area->setBrush(fill);
}

QPicture LineCurves::recorded(const QRectF &area)
{
    m_chart->setPlotArea(area);
    QPicture picture;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all(QPointF(), m_size);
    m_scene.render(&painter, all, all, Qt::IgnoreAspectRatio);
    painter.end();
    return picture;
}

void LineCurves::draw(QPainter &painter, const QPicture &recorded)
{
    const QPaintDevice &device = *painter.device();
    painter.save();
    // Qt scales by the ratio of the devices' dots; back again.
    painter.scale(qreal(recorded.logicalDpiX()) / device.logicalDpiX(),
        qreal(recorded.logicalDpiY()) / device.logicalDpiY());
    painter.drawPicture(QPointF(), recorded);
    painter.restore();
}
