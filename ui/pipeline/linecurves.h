// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpoints.h"

#include <QGraphicsScene>
#include <QList>
#include <QPicture>
#include <QPointF>
#include <QSizeF>

class QChart;
class QColor;
class QPainter;
class QPen;
class QRectF;
class QValueAxis;

/// Lines and areas as Qt Charts draws them. Its items live on the GUI thread, and so does this; what they draw is recorded, and can be
/// drawn again on any thread.
class LineCurves
{
public:
    /// In a picture of \a size, between axes that reach over \a x, from where one begins to read in \a direction, and \a y.
    LineCurves(const QSizeF &size, const PlotRange &x, const PlotRange &y,
        Qt::LayoutDirection direction = Qt::LeftToRight);

    void addLine(const QList<QPointF> &points, const QPen &pen);
    void addArea(const QList<QPointF> &upper, const QList<QPointF> &lower, const QColor &fill);
    /// What Qt Charts draws of them where \a area lies between the axes. Asked once: each time it lays all of them out.
    [[nodiscard]] QPicture recorded(const QRectF &area);
    /// Draws that. A recording is of dots of the screen; the lengths of \a painter stay as they are.
    static void draw(QPainter &painter, const QPicture &recorded);

private:
    QSizeF m_size;
    QGraphicsScene m_scene;
    QChart *m_chart; ///< the scene's
    QValueAxis *m_xAxis; ///< the chart's, as the next
    QValueAxis *m_yAxis;
};
