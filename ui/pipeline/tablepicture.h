// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/printedtable.h"

/// A chart's table in place of a drawing, for figures that no mark can stand for. Each row is a mark.
class TablePicture : public PlotPicture
{
public:
    TablePicture(const Chart &chart, const PlotLook &look, qreal width);

    /// Whether \a chart has nothing to draw and yet something to tell: a figure that is not zero, or words alone.
    [[nodiscard]] static bool isFor(const Chart &chart);

    [[nodiscard]] QSizeF size() const override;
    void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const override;

private:
    PlotLook m_look;
    qreal m_width;
    PrintedTable m_table;
};
