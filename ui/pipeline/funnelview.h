// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/funnellayout.h"
#include "ui_pipeline/funnelpainter.h"

#include <QAbstractScrollArea>

/// Shows a funnel. A pure view of a value: who computes it, and what a click leads to, is the owner's business.
/// Arrow keys move over the bars, Enter or a click asks for the prospects behind one.
class FunnelView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit FunnelView(QWidget *parent = nullptr);

    /// Shows \a report in place of the last one; the keyboard's bar stays where it still exists.
    void setReport(const FunnelReport &report);
    [[nodiscard]] const FunnelReport &report() const { return m_report; }

    /// The bar under the keyboard.
    [[nodiscard]] FunnelCell currentCell() const { return m_current; }
    /// Moves there and scrolls it into view. A cell that does not exist is ignored.
    void setCurrentCell(FunnelCell cell);
    /// As if the bar was clicked.
    void activate(FunnelCell cell);
    /// The bar's place in the viewport.
    [[nodiscard]] QRect cellRect(FunnelCell cell) const;
    /// The bar at that point of the viewport.
    [[nodiscard]] std::optional<FunnelCell> cellAt(QPoint point) const;
    [[nodiscard]] bool hasCell(FunnelCell cell) const;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// The user asks for the prospects of a bar: \a group is the key of a group, or nothing for the whole.
    void stepActivated(int step, const std::optional<QString> &group);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] FunnelLook look() const;
    [[nodiscard]] QPointF origin() const;
    void relayout();
    void setHovered(std::optional<FunnelCell> cell);
    void scrollTo(const QRectF &rect);

    FunnelReport m_report;
    FunnelLayout m_layout;
    FunnelCell m_current;
    std::optional<FunnelCell> m_hovered;
    std::optional<FunnelCell> m_pressed;
};
