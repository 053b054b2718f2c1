// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpicture.h"

#include <QCoreApplication>
#include <QRectF>

#include <memory>
#include <optional>

/// A chart with its words at one size: title, subtitle, picture and definition, one below the other, in one system of coordinates.
/// Window and paper draw the same. Made where PlotPicture::make() may be.
class PlotPage
{
    Q_DECLARE_TR_FUNCTIONS(PlotPage)
public:
    /// The page is \a width wide, and fills \a height where the picture can; it is higher and wider where it has to be. Its words keep to \a width at the
    /// leading side.
    PlotPage(Chart chart, PlotLook look, qreal width, qreal height);
    ~PlotPage();
    Q_DISABLE_COPY_MOVE(PlotPage)

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QRectF title() const { return m_title; }
    [[nodiscard]] QRectF subtitle() const { return m_subtitle; }
    /// Where the picture stands, or the sentence in its place.
    [[nodiscard]] QRectF picture() const { return m_place; }
    [[nodiscard]] QRectF footer() const { return m_footer; }

    /// The picture's marks, whose areas are those within the picture; none where nothing is drawn.
    [[nodiscard]] const QList<PlotMark> &marks() const;
    /// The area of \a mark on the page.
    [[nodiscard]] QRectF markArea(int mark) const;
    /// The mark at \a point of the page; of several the smallest.
    [[nodiscard]] std::optional<int> markAt(QPointF point) const;
    /// The keyboard's neighbour of \a mark, as PlotPicture::next().
    [[nodiscard]] int next(int mark, Qt::Key key) const;

    /// Draws what lies within \a exposed; the ground is the caller's. \a current is the keyboard's mark, \a hovered the pointer's.
    void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const;

    /// Why a chart has no picture; empty for one that has.
    [[nodiscard]] QString absence() const;

private:
    Chart m_chart;
    PlotLook m_look;
    std::unique_ptr<PlotPicture> m_picture; ///< null where nothing is drawn
    QSizeF m_size;
    QRectF m_title;
    QRectF m_subtitle;
    QRectF m_place;
    QRectF m_footer;
};
