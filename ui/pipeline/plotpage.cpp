// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/plotpage.h"

#include "ui_common/theme.h"
#include "ui_pipeline/wrappedtext.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr qreal PageMargin = Metrics::Large;
constexpr qreal LeastPageWidth = 320;
constexpr qreal LeastPictureHeight = 160;

/// Whole pixels, so that the lines of the picture below are sharp.
qreal wholeHeight(const QString &text, const QFont &font, qreal width)
{
    return std::ceil(wrappedHeight(text, font, width));
}

} // namespace

PlotPage::PlotPage(Chart chart, PlotLook look, qreal width, qreal height)
    : m_chart(std::move(chart))
    , m_look(std::move(look))
{
    const qreal pageWidth = std::max(width, LeastPageWidth);
    const qreal room = pageWidth - 2 * PageMargin;
    qreal y = PageMargin;
    const auto take = [&](qreal high) {
        const QRectF rect(PageMargin, y, room, high);
        y += high;
        return rect;
    };
    m_title = take(wholeHeight(m_chart.title, headingFont(m_look.font), room));
    y += Metrics::Tiny;
    m_subtitle = take(wholeHeight(m_chart.subtitle, m_look.font, room));
    y += Metrics::Large;
    const qreal footer = wholeHeight(m_chart.definition, m_look.font, room);
    const qreal below = Metrics::Large + footer + PageMargin;
    m_picture =
        PlotPicture::make(m_chart, m_look, room, std::max(LeastPictureHeight, height - y - below));
    if (m_picture && m_picture->marks().isEmpty())
        m_picture.reset();
    const qreal wide = m_picture ? std::max(room, m_picture->size().width()) : room;
    m_place =
        take(m_picture ? m_picture->size().height() : wholeHeight(absence(), m_look.font, room));
    y += Metrics::Large;
    m_footer = take(footer);
    m_place.setWidth(wide);
    if (m_look.direction == Qt::RightToLeft) { // which begins at the right end of a wide picture
        for (QRectF *words : {&m_title, &m_subtitle, &m_footer})
            words->translate(wide - room, 0);
    }
    m_size = QSizeF(pageWidth + (wide - room), y + PageMargin);
}

PlotPage::~PlotPage() = default;

const QList<PlotMark> &PlotPage::marks() const
{
    static const QList<PlotMark> none;
    return m_picture ? m_picture->marks() : none;
}

QRectF PlotPage::markArea(int mark) const
{
    return marks().at(mark).area.translated(m_place.topLeft());
}

std::optional<int> PlotPage::markAt(QPointF point) const
{
    const QPointF within = point - m_place.topLeft();
    const QList<PlotMark> &all = marks();
    std::optional<int> found;
    qreal smallest = 0;
    for (int mark = 0; mark < int(all.size()); ++mark) {
        const QRectF &area = all[mark].area;
        const qreal extent = area.width() * area.height();
        if (area.contains(within) && (!found || extent < smallest)) {
            found = mark;
            smallest = extent;
        }
    }
    return found;
}

int PlotPage::next(int mark, Qt::Key key) const
{
    return m_picture ? m_picture->next(mark, key) : mark;
}

QString PlotPage::absence() const
{
    if (m_picture)
        return {};
    return tr("There is nothing to show yet.");
}

void PlotPage::paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
    std::optional<int> hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(m_look.direction);
    // Text that is not exposed is not set again: the marks change more often.
    const auto words = [&](const QRectF &rect, const QString &text, const QFont &font,
                           const QColor &ink) {
        if (rect.intersects(exposed))
            drawWrapped(painter, rect, text, font, ink, m_look.direction);
    };
    const QColor ink = m_look.palette.color(QPalette::Text);
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    words(m_title, m_chart.title, headingFont(m_look.font), ink);
    words(m_subtitle, m_chart.subtitle, m_look.font, quiet);
    words(m_footer, m_chart.definition, m_look.font, quiet);
    if (!m_picture) {
        words(m_place, absence(), m_look.font, ink);
    } else if (m_place.intersects(exposed)) {
        painter.translate(m_place.topLeft());
        m_picture->paint(painter, exposed.translated(-m_place.topLeft()), current, hovered);
    }
    painter.restore();
}
