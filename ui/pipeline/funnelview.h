// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/funnellayout.h"
#include "ui_pipeline/funnelpainter.h"
#include "ui_pipeline/markview.h"

/// Shows a funnel. A pure view of a value: who computes it, and what a click leads to, is the owner's business.
/// Its marks are the bars of the whole, each followed by its parts, then the bars of each group.
class FunnelView : public MarkView
{
    Q_OBJECT
public:
    using MarkView::MarkView;

    /// Shows \a report in place of the last one; the keyboard's mark stays where it still exists, else its bar.
    void setReport(const FunnelReport &report);
    [[nodiscard]] const FunnelReport &report() const { return m_report; }
    /// Whether what is wider or higher than the view is drawn smaller in place of being scrolled: for a view that is only looked at.
    void setFitted(bool fitted);
    /// How high a fitted view of \a width is where it is read without effort, if its height alone decides that.
    [[nodiscard]] int readableHeight(int width) const;

    /// The bar, or part of one, under the keyboard.
    [[nodiscard]] FunnelCell currentCell() const { return cellOf(currentMark()); }
    /// As if it was clicked.
    void activate(FunnelCell cell);
    /// The place in the viewport of a mark that there is.
    [[nodiscard]] QRect cellRect(FunnelCell cell) const { return markRect(markOf(cell)); }
    /// The mark at that point of the viewport.
    [[nodiscard]] std::optional<FunnelCell> cellAt(QPoint point) const;
    [[nodiscard]] bool hasCell(FunnelCell cell) const;

    [[nodiscard]] int markCount() const override { return int(m_marks.size()); }
    [[nodiscard]] QString markSentence(int mark) const override;
    void activateMark(int mark) override { activate(cellOf(mark)); }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// The user asks for the prospects of a bar or of a part of it: \a group is the key of a group, or nothing for the whole.
    void stepActivated(int step, const std::optional<QString> &group, FunnelSegment segment);

protected:
    [[nodiscard]] int arrange(const QSize &room, int current) override;
    [[nodiscard]] QSizeF drawnSize() const override { return m_layout.size() * m_scale; }
    [[nodiscard]] QRectF markArea(int mark) const override;
    [[nodiscard]] std::optional<int> markIn(QPointF point) const override;
    [[nodiscard]] int nextMark(int mark, Qt::Key key) const override;
    void draw(QPainter &painter, const QRectF &exposed) const override;

private:
    [[nodiscard]] FunnelCell cellOf(int mark) const;
    [[nodiscard]] int markOf(FunnelCell cell) const;
    [[nodiscard]] FunnelLayout layoutIn(const QSizeF &room) const;
    [[nodiscard]] FunnelLook look() const;

    FunnelReport m_report;
    QList<FunnelCell> m_marks;
    FunnelLayout m_layout;
    bool m_isFitted = false;
    qreal m_scale = 1; ///< from the layout to the view
};
