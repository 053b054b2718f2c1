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
    /// A mark's figures as a sentence: for tool tips and screen readers. Where \a direction is from right to left, numbers are kept in their order.
    [[nodiscard]] static QString sentence(const FunnelReport &report, FunnelCell cell,
        Qt::LayoutDirection direction = Qt::LeftToRight);
    /// What a part of a bar is called: "Went on", "Not further yet".
    [[nodiscard]] static QString partName(FunnelSegment segment);
    /// How many lines the rates from stage to stage have in columns \a width wide: the rate always, of how many where that fits for every stage,
    /// and then the interval where each stands apart from those beside it.
    [[nodiscard]] static int stepLines(const FunnelReport &report, const QFont &font, qreal width);

private:
    void paintTexts(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintColumn(QPainter &painter, int step) const;
    void paintColumnLabel(QPainter &painter, int step) const;
    void paintParts(QPainter &painter, int step) const;
    void paintFigures(QPainter &painter) const;
    void paintStepRate(QPainter &painter, int step) const;
    /// A share in one line, with a decimal where there is room.
    void paintShare(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
        const Proportion &share, const QFont &font, const QColor &ink) const;
    void paintLegend(QPainter &painter) const;
    void paintSign(QPainter &painter, int sign, const QRectF &mark) const;
    void paintScales(QPainter &painter) const;
    [[nodiscard]] QString scaleText(int step) const;
    [[nodiscard]] bool scalesFit() const;
    void paintGroup(QPainter &painter, int group) const;
    void paintGroupCell(QPainter &painter, int group, int step) const;
    void paintSeam(QPainter &painter) const;
    void paintCellGround(QPainter &painter, FunnelCell cell) const;
    [[nodiscard]] QColor sideColour(int step) const;
    [[nodiscard]] QString countsText(const Proportion &share, qint64 largest, qreal width) const;
    [[nodiscard]] QString countsText(const Proportion &share) const;
    /// \a text of numbers, in their order in a mirrored picture too.
    [[nodiscard]] QString figure(const QString &text) const;
    [[nodiscard]] Qt::Alignment leading() const;
    [[nodiscard]] Qt::Alignment trailing() const;

    const FunnelReport &m_report;
    const FunnelLayout &m_layout;
    const FunnelLook &m_look;
};
