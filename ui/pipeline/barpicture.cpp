// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/barpicture.h"

#include "ui_common/theme.h"
#include "ui_pipeline/plotstrokes.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr qreal BarMargin = Metrics::Large;
constexpr qreal BarGap = Metrics::Medium; ///< between name, bar and text
constexpr qreal MostOfBarWidth = 0.34; ///< that names may take, and texts
constexpr qreal BarDotSize = 9;
constexpr qreal LeastBarPart = 4; ///< that can be pointed at
constexpr int MostBarTicks = 6;

struct BarWords
{
    Q_DECLARE_TR_FUNCTIONS(BarPicture)
};

double wholeOfBar(const BarPlot::Bar &bar)
{
    double sum = 0;
    for (const BarPlot::Part &part : bar.parts)
        sum += part.value;
    return sum;
}

bool hasIntervals(const BarPlot &plot)
{
    return std::ranges::any_of(
        plot.bars, [](const BarPlot::Bar &bar) { return bar.interval && !bar.isFew; });
}

/// The names of the key: the inks, then the line to compare with, then the interval.
QStringList barKeyNames(const BarPlot &plot)
{
    QStringList names;
    for (const BarPlot::Key &key : plot.keys)
        names.append(key.name);
    if (!plot.markName.isEmpty())
        names.append(plot.markName);
    if (hasIntervals(plot)) {
        names.append(
            plot.intervalName.isEmpty() ? BarWords::tr("95\u00a0% interval") : plot.intervalName);
    }
    return names;
}

BarMetrics barMetrics(const BarPlot &plot, const PlotLook &look, qreal width)
{
    const QFontMetricsF fonts(look.font);
    BarMetrics metrics;
    metrics.width = width;
    metrics.lineHeight = std::ceil(fonts.height());
    metrics.nameWidth = 0;
    metrics.textWidth = 0;
    for (const BarPlot::Bar &bar : plot.bars) {
        metrics.nameWidth = std::max(metrics.nameWidth, fonts.horizontalAdvance(bar.name));
        metrics.textWidth = std::max(metrics.textWidth, fonts.horizontalAdvance(bar.text));
    }
    metrics.keysHeight =
        PlotStrokes::keysHeight(barKeyNames(plot), look.font, width - 2 * BarMargin);
    metrics.hasTitle = !plot.values.title.isEmpty();
    metrics.rightToLeft = look.direction == Qt::RightToLeft;
    // How wide a tick is shows only when the axis is known: the layout is asked once for its ends.
    const BarLayout rough(plot, metrics);
    for (const double tick : rough.ticks()) {
        metrics.tickWidth =
            std::max(metrics.tickWidth, fonts.horizontalAdvance(axisText(plot.values.unit, tick)));
    }
    return metrics;
}

/// What is said of a part; the bar's name is in it, since the picture may have cut it.
QString partSentence(const Chart &chart, const BarPlot::Bar &bar, PlotRow row)
{
    const QString sentence = rowSentence(chart, row);
    if (sentence.isEmpty() && bar.text.isEmpty())
        return bar.name;
    if (sentence.isEmpty())
        return BarWords::tr("%1: %2.").arg(bar.name, bar.text);
    //: A name, and a sentence about it.
    return sentence.contains(bar.name) ? sentence : BarWords::tr("%1: %2").arg(bar.name, sentence);
}

} // namespace

BarLayout::BarLayout(const BarPlot &plot, const BarMetrics &metrics)
    : m_plot(plot)
    , m_metrics(metrics)
{
    const qreal most = metrics.width * MostOfBarWidth;
    const qreal names = std::min(std::ceil(metrics.nameWidth), most);
    const qreal texts = std::min(std::ceil(metrics.textWidth), most);
    m_left = BarMargin + (names > 0 ? names + BarGap : 0);
    m_right = metrics.width - BarMargin - (texts > 0 ? texts + BarGap : 0);

    const qreal room = metrics.width - 2 * BarMargin;
    qreal y = Metrics::Small;
    if (metrics.keysHeight > 0) {
        m_keys = QRectF(BarMargin, y, room, metrics.keysHeight);
        y += metrics.keysHeight + Metrics::Small;
    }
    if (metrics.hasTitle) {
        // The axis' title may be longer than the axis.
        m_axisTitle =
            mirrored(QRectF(m_left, y, metrics.width - BarMargin - m_left, metrics.lineHeight));
        y += metrics.lineHeight;
    }
    m_labelsTop = y;
    m_rowsTop = y + metrics.lineHeight + Metrics::Tiny;
    m_size =
        QSizeF(metrics.width, m_rowsTop + rowHeight() * qreal(plot.bars.size()) + Metrics::Small);
    measureRange();
    chooseTicks();
}

qreal BarLayout::rowHeight() const
{
    return m_metrics.lineHeight + Metrics::Medium;
}

void BarLayout::measureRange()
{
    const PlotAxis &axis = m_plot.values;
    if (axis.high > axis.low) {
        m_low = axis.low;
        m_high = axis.high;
        return;
    }
    double low = 0;
    double high = 0;
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const BarPlot::Bar &bar : std::as_const(m_plot.bars)) {
        if (bar.isFew)
            continue;
        take(wholeOfBar(bar));
        if (bar.interval) {
            take(bar.interval->low);
            take(bar.interval->high);
        }
        if (bar.mark)
            take(*bar.mark);
    }
    if (high <= low)
        high = low + 1;
    // To the next round value, so that the axis ends with a tick.
    const QList<double> ticks = axisTicks(axis.unit, low, high, MostBarTicks);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 0;
    if (step > 0 && axis.unit != PlotUnit::Day) {
        low = std::floor(low / step + 1e-9) * step;
        high = std::ceil(high / step - 1e-9) * step;
    }
    m_low = low;
    m_high = high;
}

void BarLayout::chooseTicks()
{
    const qreal needed = m_metrics.tickWidth + Metrics::Small;
    for (int most = MostBarTicks; most >= 2; --most) {
        m_ticks = axisTicks(m_plot.values.unit, m_low, m_high, most);
        bool fits = true;
        for (qsizetype i = 1; i < m_ticks.size(); ++i)
            fits = fits && xOf(m_ticks[i]) - xOf(m_ticks[i - 1]) >= needed;
        if (fits)
            return;
    }
    m_ticks = m_ticks.mid(0, 1);
}

qreal BarLayout::xOf(double value) const
{
    const double share = (std::clamp(value, m_low, m_high) - m_low) / (m_high - m_low);
    return m_left + (m_right - m_left) * share;
}

QRectF BarLayout::mirrored(QRectF rect) const
{
    if (m_metrics.rightToLeft)
        rect.moveLeft(m_metrics.width - rect.right());
    return rect;
}

QLineF BarLayout::mirrored(QLineF line) const
{
    if (!m_metrics.rightToLeft)
        return line;
    return {m_metrics.width - line.x1(), line.y1(), m_metrics.width - line.x2(), line.y2()};
}

QRectF BarLayout::tickLabel(int tick) const
{
    QRectF label(0, m_labelsTop, m_metrics.tickWidth + Metrics::Tiny, m_metrics.lineHeight);
    label.moveCenter(QPointF(xOf(m_ticks[tick]), label.center().y()));
    if (label.right() > m_metrics.width)
        label.moveRight(m_metrics.width);
    if (label.left() < 0)
        label.moveLeft(0);
    return mirrored(label);
}

QLineF BarLayout::tickLine(int tick) const
{
    const qreal x = xOf(m_ticks[tick]);
    return mirrored(QLineF(x, m_rowsTop, x, m_size.height() - Metrics::Small));
}

QLineF BarLayout::baseLine() const
{
    const qreal x = xOf(0);
    return mirrored(QLineF(x, m_rowsTop, x, m_size.height() - Metrics::Small));
}

BarRow BarLayout::row(int bar) const
{
    const BarPlot::Bar &figures = m_plot.bars[bar];
    const QRectF row(
        BarMargin, m_rowsTop + bar * rowHeight(), m_metrics.width - 2 * BarMargin, rowHeight());
    const qreal middle = row.center().y();
    BarRow result;
    result.row = row; // is the same in the mirror
    const auto between = [&row](qreal left, qreal right) {
        return QRectF(left, row.top(), std::max(0.0, right - left), row.height());
    };
    result.name = mirrored(between(row.left(), m_left - BarGap));
    result.text = mirrored(between(m_right + BarGap, row.right()));
    if (figures.mark) {
        const qreal x = xOf(*figures.mark);
        result.mark = mirrored(QLineF(x, row.top() + 2, x, row.bottom() - 2));
    }
    if (figures.isFew)
        return result;
    if (figures.interval) {
        result.whisker = mirrored(
            QLineF(xOf(figures.interval->low), middle, xOf(figures.interval->high), middle));
    }
    if (m_plot.areDots) {
        if (!figures.parts.isEmpty()) {
            QRectF dot(0, 0, BarDotSize, BarDotSize);
            dot.moveCenter(QPointF(xOf(wholeOfBar(figures)), middle));
            result.dot = mirrored(dot);
        }
        return result;
    }
    const qreal height = std::round(m_metrics.lineHeight * 0.8);
    double sum = 0;
    for (const BarPlot::Part &part : figures.parts) {
        const qreal from = xOf(sum);
        sum += part.value;
        const qreal to = xOf(sum);
        result.parts.append(
            mirrored(QRectF(std::min(from, to), middle - height / 2, std::abs(to - from), height)));
    }
    return result;
}

std::pair<int, int> BarLayout::barsIn(const QRectF &rect) const
{
    const auto count = qreal(m_plot.bars.size());
    if (rect.isEmpty() || rect.bottom() <= m_rowsTop)
        return {0, 0};
    const qreal first = std::clamp((rect.top() - m_rowsTop) / rowHeight(), 0.0, count);
    const qreal last = std::clamp(std::ceil((rect.bottom() - m_rowsTop) / rowHeight()), 0.0, count);
    return {int(first), int(last)};
}

BarPicture::BarPicture(Chart chart, const PlotLook &look, qreal width, qreal /*height*/)
    : m_chart(std::move(chart))
    , m_look(look)
    , m_layout(plot(), barMetrics(plot(), look, width))
{
    for (int bar = 0; bar < plot().bars.size(); ++bar)
        addMarks(bar);
}

/// A mark for each part that has a size, or one for all of the row.
void BarPicture::addMarks(int bar)
{
    const BarPlot::Bar &figures = plot().bars[bar];
    const BarRow places = m_layout.row(bar);
    const auto add = [&](const QRectF &area, PlotRow row) {
        m_marks.append({area, partSentence(m_chart, figures, row), row});
        m_barOf.append(bar);
    };
    QList<int> sized;
    for (int part = 0; part < places.parts.size(); ++part) {
        if (places.parts[part].width() > 0)
            sized.append(part);
    }
    if (sized.size() < 2) {
        const qsizetype part = sized.isEmpty() ? 0 : sized.constFirst();
        add(places.row, part < figures.parts.size() ? figures.parts[part].row : -1);
        return;
    }
    for (const int part : std::as_const(sized)) {
        QRectF area = places.parts[part];
        const qreal spare = std::max(0.0, LeastBarPart - area.width()) / 2;
        area.adjust(
            -spare, places.row.top() - area.top(), spare, places.row.bottom() - area.bottom());
        add(area, figures.parts[part].row);
    }
}

int BarPicture::next(int mark, Qt::Key key) const
{
    if (mark < 0 || mark >= m_marks.size())
        return PlotPicture::next(mark, key);
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int other = mark + ((key == Qt::Key_Right) == isMirrored ? -1 : 1);
        return m_barOf.value(other, -1) == m_barOf[mark] ? other : mark;
    }
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return PlotPicture::next(mark, key);
    const int bar = m_barOf[mark] + (key == Qt::Key_Down ? 1 : -1);
    const auto [first, last] = std::equal_range(m_barOf.begin(), m_barOf.end(), bar);
    const qreal x = m_marks[mark].area.center().x();
    const auto distance = [this, x](qsizetype other) {
        return std::abs(m_marks[other].area.center().x() - x);
    };
    int nearest = mark;
    for (auto it = first; it != last; ++it) {
        const auto other = int(it - m_barOf.begin());
        if (nearest == mark || distance(other) < distance(nearest))
            nearest = other;
    }
    return nearest;
}

void BarPicture::paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
    std::optional<int> hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto areaOf = [this](std::optional<int> mark) {
        return mark && *mark >= 0 && *mark < m_marks.size() ? m_marks[*mark].area : QRectF();
    };
    // A whole row begins and ends with words, which the frame does not touch.
    const auto framed = [this](const QRectF &area) {
        const qreal spare =
            area.width() >= m_layout.size().width() - 2 * BarMargin - 1 ? qreal(Metrics::Small) : 0;
        return area.adjusted(-spare, 1, spare, -1);
    };
    if (const QRectF area = areaOf(hovered); !area.isNull())
        PlotStrokes::hoverGround(painter, framed(area), m_look.palette);
    if (exposed.top() < m_layout.rowsTop())
        paintKeys(painter);
    paintAxis(painter);
    const auto [first, last] = m_layout.barsIn(exposed);
    for (int bar = first; bar < last; ++bar)
        paintBar(painter, bar);
    if (const QRectF area = areaOf(current); !area.isNull())
        PlotStrokes::currentFrame(painter, framed(area), m_look.palette);
    painter.restore();
}

void BarPicture::paintKeys(QPainter &painter) const
{
    const QStringList names = barKeyNames(plot());
    const auto places =
        PlotStrokes::keyPlaces(names, m_look.font, m_layout.keys(), m_look.direction);
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    const auto inks = plot().keys.size();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QRectF sign = places[i].sign;
        if (i < inks) {
            fillInk(painter, sign, plot().keys[i].ink, m_look.palette);
        } else if (i == inks && !plot().markName.isEmpty()) {
            painter.setPen(QPen(m_look.palette.color(QPalette::Text), 2));
            painter.drawLine(QPointF(sign.center().x(), sign.top() - 1),
                QPointF(sign.center().x(), sign.bottom() + 1));
        } else {
            const qreal y = sign.center().y();
            PlotStrokes::whisker(painter, QLineF(sign.left(), y, sign.right(), y), m_look.palette);
        }
        PlotStrokes::text(painter, places[i].label,
            PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter, names[i], m_look.font,
            quiet);
    }
}

void BarPicture::paintAxis(QPainter &painter) const
{
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    const PlotAxis &axis = plot().values;
    if (!axis.title.isEmpty()) {
        PlotStrokes::text(painter, m_layout.axisTitle(),
            PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter, axis.title, m_look.font,
            quiet);
    }
    const auto count = int(m_layout.ticks().size());
    for (int tick = 0; tick < count; ++tick) {
        painter.setPen(QPen(colour(ColourRole::Hairline, m_look.palette), 1));
        painter.drawLine(m_layout.tickLine(tick));
        PlotStrokes::text(painter, m_layout.tickLabel(tick), Qt::AlignCenter,
            axisText(axis.unit, m_layout.ticks()[tick]), m_look.font, quiet);
    }
    if (!plot().areDots) {
        painter.setPen(QPen(quiet, 1));
        painter.drawLine(m_layout.baseLine());
    }
}

void BarPicture::paintBar(QPainter &painter, int bar) const
{
    const BarPlot::Bar &figures = plot().bars[bar];
    const BarRow places = m_layout.row(bar);
    const QColor text = m_look.palette.color(QPalette::Text);
    PlotStrokes::text(painter, places.name,
        PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter, figures.name, m_look.font, text);
    for (qsizetype part = 0; part < places.parts.size(); ++part) {
        QRectF rect = places.parts[part];
        // A gap keeps parts of like colours apart.
        if (part + 1 < places.parts.size() && rect.width() > 2)
            rect.adjust(m_look.direction == Qt::RightToLeft ? 1 : 0, 0,
                m_look.direction == Qt::RightToLeft ? 0 : -1, 0);
        fillInk(painter, rect, figures.parts[part].ink, m_look.palette);
    }
    PlotStrokes::whisker(painter, places.whisker, m_look.palette);
    if (!places.dot.isNull())
        paintDot(painter, places.dot, figures.parts.constFirst().ink);
    if (!places.mark.isNull()) {
        painter.setPen(QPen(text, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(places.mark);
    }
    PlotStrokes::text(painter, places.text,
        PlotStrokes::trailing(m_look.direction) | Qt::AlignVCenter, figures.text, m_look.font,
        figures.isFew ? colour(ColourRole::QuietText, m_look.palette) : text);
}

/// Open ones are hollow, lost ones crossed out, since a dot has no room for a pattern.
void BarPicture::paintDot(QPainter &painter, const QRectF &dot, const PlotInk &ink) const
{
    const QColor shade = inkColour(ink, m_look.palette);
    const bool isHollow = ink.kind == PlotInk::Kind::Open;
    painter.setPen(QPen(shade, 1.5));
    painter.setBrush(isHollow ? m_look.palette.color(QPalette::Base) : shade);
    painter.drawEllipse(dot);
    painter.setBrush(Qt::NoBrush);
    if (ink.kind == PlotInk::Kind::Lost) {
        painter.setPen(QPen(m_look.palette.color(QPalette::Base), 1));
        painter.drawLine(dot.topLeft(), dot.bottomRight());
    }
}
