// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/tablepicture.h"

#include "ui_common/theme.h"
#include "ui_pipeline/plotstrokes.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr qsizetype MostTableRows = 100; ///< the table view and the file have all

/// Whether a figure says that there is nobody, or that there is somebody; nothing of words.
std::optional<bool> tellsOfSomebody(const Figure &figure)
{
    if (const auto *count = std::get_if<qint64>(&figure))
        return *count != 0;
    if (const auto *share = std::get_if<Proportion>(&figure))
        return share->n > 0;
    if (std::holds_alternative<Quantity>(figure) || std::holds_alternative<Estimate>(figure))
        return true;
    return std::nullopt;
}

/// Whether something is drawn of a plot.
bool hasMarksOf(const Plot &plot)
{
    if (const auto *lines = std::get_if<LinePlot>(&plot)) {
        return std::ranges::any_of(
            lines->series, [](const LinePlot::Series &series) { return !series.points.isEmpty(); });
    }
    if (const auto *bars = std::get_if<BarPlot>(&plot))
        return !bars->bars.isEmpty();
    if (const auto *heat = std::get_if<HeatPlot>(&plot))
        return !heat->lines.isEmpty();
    const auto *flows = std::get_if<SankeyPlot>(&plot);
    return flows && !flows->links.isEmpty();
}

} // namespace

TablePicture::TablePicture(const Chart &chart, const PlotLook &look, qreal width)
    : m_look(look)
    , m_width(width)
    , m_table(chart, {look.palette, look.font, look.direction}, width, MostTableRows)
{
    for (int row = 0; row < m_table.rowCount(); ++row) {
        const int chartRow = m_table.chartRow(row);
        m_marks.append({m_table.row(row), rowSentence(chart, chartRow), chartRow});
    }
}

bool TablePicture::isFor(const Chart &chart)
{
    if (hasMarksOf(chart.plot))
        return false;
    bool hasNobody = false;
    for (const QList<Figure> &row : chart.rows) {
        for (const Figure &figure : row) {
            const auto told = tellsOfSomebody(figure);
            if (told == true)
                return true;
            hasNobody = hasNobody || told.has_value();
        }
    }
    return !chart.rows.isEmpty() && !hasNobody; // words alone: that there are too few
}

QSizeF TablePicture::size() const
{
    return {m_width, m_table.height() + Metrics::Tiny};
}

void TablePicture::paint(QPainter &painter, const QRectF & /*exposed*/, std::optional<int> current,
    std::optional<int> hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto framed = [this](std::optional<int> mark) {
        return mark && *mark >= 0 && *mark < m_marks.size()
            ? m_marks[*mark].area.adjusted(-Metrics::Tiny, -3, Metrics::Tiny, -1)
            : QRectF();
    };
    if (const QRectF area = framed(hovered); !area.isNull())
        PlotStrokes::hoverGround(painter, area, m_look.palette);
    m_table.paint(painter);
    if (const QRectF area = framed(current); !area.isNull())
        PlotStrokes::currentFrame(painter, area, m_look.palette);
    painter.restore();
}
