// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cropping.h"

#include <QImage>
#include <QWidget>

/// A picture with the part of it that is kept: it can be moved, and its edges and corners pulled.
///
/// Keyboard: arrows move the part by a hundredth of the picture, Shift and arrows pull its right and lower edge, Ctrl makes either a pixel;
/// Home shows all again.
class CropView : public QWidget
{
    Q_OBJECT
public:
    explicit CropView(QWidget *parent = nullptr);

    /// \a image stands for a picture of \a size pixels, whole and upright.
    void setPicture(const QImage &image, QSize size);
    /// Empty: any ratio will do. A part that has another becomes the largest that has it.
    void setRatio(QSize ratio);
    void setPart(const QRect &part);
    /// In pixels of the picture; never empty where there is a picture.
    [[nodiscard]] QRect part() const { return m_part; }
    [[nodiscard]] QSize pictureSize() const { return m_size; }

    [[nodiscard]] QSize sizeHint() const override { return {640, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 150}; }

signals:
    void partChanged(const QRect &part);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// Where the picture is drawn.
    [[nodiscard]] QRectF shown() const;
    [[nodiscard]] QRectF toWidget(const QRect &part) const;
    [[nodiscard]] QPoint toPicture(QPointF distance) const;
    [[nodiscard]] CropEdges edgesAt(QPointF point) const;
    void showCursor(QPointF point);
    void change(const QRect &part);
    void describe();

    QImage m_image;
    QSize m_size;
    QSize m_ratio;
    QRect m_part;
    QRect m_pressed; ///< the part when the button went down
    QPointF m_pressedAt;
    CropEdges m_edges; ///< those that are pulled
    bool m_moving = false;
};
