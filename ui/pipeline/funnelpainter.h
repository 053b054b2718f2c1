// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/funnellayout.h"

#include <QCoreApplication>
#include <QFont>
#include <QPalette>

class QPainter;

/// How a funnel is shown: everything that is neither a figure nor a place.
struct FunnelLook
{
    QPalette palette;
    QFont font;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    std::optional<FunnelCell> current; ///< the keyboard's cell, where it is to be seen
    std::optional<FunnelCell> hovered;
};

/// Draws a funnel into any painter: a window, a picture, a page.
class FunnelPainter
{
    Q_DECLARE_TR_FUNCTIONS(FunnelPainter)
public:
    /// All three must outlive the painter.
    FunnelPainter(const FunnelReport &report, const FunnelLayout &layout, const FunnelLook &look);

    /// Draws what lies within \a exposed. The ground is the caller's.
    void paint(QPainter &painter, const QRectF &exposed) const;

    /// What the layout needs to know for a picture \a width wide.
    [[nodiscard]] static FunnelMetrics metrics(
        const FunnelReport &report, const FunnelLook &look, qreal width);
    /// A cell's figures as a sentence: for tool tips and screen readers.
    [[nodiscard]] static QString sentence(const FunnelReport &report, FunnelCell cell);

private:
    void paintTexts(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintColumn(QPainter &painter, int step) const;
    void paintColumnLabel(QPainter &painter, int step) const;
    void paintFigures(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintSign(QPainter &painter, int sign, const QRectF &mark) const;
    void paintScales(QPainter &painter) const;
    void paintGroup(QPainter &painter, int group) const;
    void paintGroupCell(QPainter &painter, int group, int step) const;
    void paintSeam(QPainter &painter) const;
    void paintCellGround(QPainter &painter, FunnelCell cell) const;
    [[nodiscard]] QColor sideColour(int step) const;
    [[nodiscard]] QString countsText(const Proportion &share, qint64 largest, qreal width) const;
    [[nodiscard]] Qt::Alignment leading() const;
    [[nodiscard]] Qt::Alignment trailing() const;

    const FunnelReport &m_report;
    const FunnelLayout &m_layout;
    const FunnelLook &m_look;
};
