// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"
#include "ui_pipeline/markview.h"
#include "ui_pipeline/plotpage.h"

#include <memory>

/// Shows a chart: its finding, its picture, how it is counted. A pure view of a value: who computes it, and what a click leads
/// to, is the owner's business. What is drawn is placed once for each chart and size.
class PlotView : public MarkView
{
    Q_OBJECT
public:
    explicit PlotView(QWidget *parent = nullptr);
    ~PlotView() override;

    /// Shows \a chart in place of the last one. If that had the same id, the keyboard stays on the mark with the same row,
    /// where it still exists; another chart is shown from its top.
    void setChart(const Chart &chart);
    [[nodiscard]] const Chart &chart() const { return m_chart; }
    /// Whether what is wider or higher than the view is drawn smaller in place of being scrolled: for a view that is only looked at.
    void setFitted(bool fitted);
    /// How high a fitted view of \a width is where it is read without effort, if its height alone decides that.
    [[nodiscard]] int readableHeight(int width) const;
    /// Where the chart's parts stand, before they are drawn smaller or scrolled.
    [[nodiscard]] const PlotPage &page() const { return *m_page; }
    /// How large the page is drawn: 1, or less in a fitted view.
    [[nodiscard]] qreal scale() const { return m_scale; }
    /// The row of the keyboard's mark, -1 where there is none.
    [[nodiscard]] PlotRow currentRow() const { return rowOf(currentMark()); }

    [[nodiscard]] int markCount() const override { return int(m_page->marks().size()); }
    [[nodiscard]] QString markSentence(int mark) const override;
    void activateMark(int mark) override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// The user asks for what is behind a mark: a row of the chart's table.
    void rowActivated(int row);

protected:
    [[nodiscard]] int arrange(const QSize &room, int current) override;
    [[nodiscard]] QSizeF drawnSize() const override { return m_page->size() * m_scale; }
    [[nodiscard]] QRectF marksArea() const override { return drawn(m_page->picture()); }
    [[nodiscard]] QRectF markArea(int mark) const override { return drawn(m_page->markArea(mark)); }
    [[nodiscard]] std::optional<int> markIn(QPointF point) const override;
    [[nodiscard]] int nextMark(int mark, Qt::Key key) const override;
    void draw(QPainter &painter, const QRectF &exposed) const override;

private:
    /// A place of the page where it is drawn.
    [[nodiscard]] QRectF drawn(const QRectF &place) const;
    [[nodiscard]] PlotRow rowOf(int mark) const;
    /// The mark of \a row, if need be another one than \a mark; 0 where there is none.
    [[nodiscard]] int markOf(PlotRow row, int mark) const;
    [[nodiscard]] PlotLook look() const;

    Chart m_chart;
    std::unique_ptr<PlotPage> m_page; ///< never null
    bool m_isFitted = false;
    qreal m_scale = 1; ///< from the page to the view
    PlotRow m_keptRow = -1; ///< where the keyboard was left, which not every size has a mark of
    int m_keptMark = 0; ///< in place of which the keyboard stands here since
};
