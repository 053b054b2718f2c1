// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelpainter.h"

#include "ui_common/formatting.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"
#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/plotstrokes.h"
#include "ui_pipeline/wrappedtext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace {

constexpr qreal WaitingStrength = 0.35; ///< of the side's colour over the ground

enum class Sign { Onward, Implied, Waiting, Lost, Interval };

struct LegendItem
{
    Sign sign;
    QString text;
};

QList<LegendItem> legendOf(const FunnelReport &report)
{
    const bool windowed = report.query.windowDays.has_value();
    QList<LegendItem> items {
        {Sign::Onward, FunnelPainter::tr("Went on")},
        {Sign::Implied, FunnelPainter::tr("Went on without being seen there")},
        {Sign::Waiting,
            windowed ? FunnelPainter::tr("Not further in time") : FunnelPainter::tr("Still there")},
        {Sign::Lost, FunnelPainter::tr("Lost there")},
        {Sign::Interval, FunnelPainter::tr("95\u00a0% interval")},
    };
    if (report.query.reached == ReachedRule::Touched)
        items.removeAt(1); // whoever was not seen there is not counted
    return items;
}

QStringList legendNames(const FunnelReport &report)
{
    QStringList names;
    for (const LegendItem &item : legendOf(report))
        names.append(item.text);
    return names;
}

} // namespace

FunnelPainter::FunnelPainter(
    const FunnelReport &report, const FunnelLayout &layout, const FunnelLook &look)
    : m_report(report)
    , m_layout(layout)
    , m_look(look)
{ }

FunnelMetrics FunnelPainter::metrics(
    const FunnelReport &report, const FunnelLook &look, qreal width)
{
    FunnelMetrics metrics;
    metrics.width = width;
    metrics.lineHeight = std::ceil(QFontMetricsF(look.font).height());
    metrics.rightToLeft = look.direction == Qt::RightToLeft;
    const FunnelLayout bare(report, metrics); // widens what is too narrow
    const qreal room = bare.title().width();
    metrics.titleHeight = wrappedHeight(report.chart.title, headingFont(look.font), room);
    metrics.subtitleHeight = wrappedHeight(report.chart.subtitle, look.font, room);
    metrics.legendHeight = PlotStrokes::keysHeight(legendNames(report), look.font, room);
    metrics.footerHeight = wrappedHeight(report.chart.definition, look.font, room);
    return metrics;
}

QString FunnelPainter::sentence(const FunnelReport &report, FunnelCell cell)
{
    const FunnelGroup &group = cell.group < 0 ? report.total : report.groups[cell.group];
    const FunnelStep &step = group.steps[cell.step];
    const QString stage = report.steps[cell.step].name;
    const QString where = cell.group < 0 ? stage
                                         //: A group and a stage: "social, Customer".
                                         : tr("%1, %2").arg(report.groupNames[cell.group], stage);
    const QString counts =
        tr("%1 of %2").arg(Formatting::number(step.overall.k), Formatting::number(step.overall.n));
    const QString interval = intervalText(step.overall);
    if (interval.isEmpty()) {
        //: A stage, how many of how many reached it, and the rate or "too few".
        return tr("%1: %2, %3").arg(where, counts, shareText(step.overall));
    }
    return tr("%1: %2, %3 (95\u00a0% interval %4)")
        .arg(where, counts, shareText(step.overall), interval);
}

void FunnelPainter::paint(QPainter &painter, const QRectF &exposed) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintTexts(painter);
    if (m_report.total.cohort > 0) {
        paintHead(painter);
        for (int step = 0; step < m_report.steps.size(); ++step)
            paintColumn(painter, step);
        painter.setPen(QPen(colour(ColourRole::QuietText, m_look.palette), 1));
        painter.drawLine(m_layout.baseLine());
        paintFigures(painter);
        paintLegend(painter);
        if (!m_report.groups.isEmpty())
            paintScales(painter);
        const auto [first, last] = m_layout.groupsIn(exposed);
        for (int group = first; group < last; ++group)
            paintGroup(painter, group);
        paintSeam(painter);
    }
    painter.restore();
}

void FunnelPainter::paintTexts(QPainter &painter) const
{
    const Chart &chart = m_report.chart;
    const auto wrapped = [&](const QRectF &rect, const QString &text, const QFont &font,
                             const QColor &ink) {
        drawWrapped(painter, rect, text, font, ink, m_look.direction);
    };
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    wrapped(m_layout.title(), chart.title, headingFont(m_look.font),
        m_look.palette.color(QPalette::Text));
    wrapped(m_layout.subtitle(), chart.subtitle, m_look.font, quiet);
    wrapped(m_layout.footer(), chart.definition, m_look.font, quiet);
}

void FunnelPainter::paintHead(QPainter &painter) const
{
    const auto count = int(m_report.steps.size());
    for (int first = 0; first < count;) {
        const Side side = m_report.steps[first].side;
        int last = first;
        while (last + 1 < count && m_report.steps[last + 1].side == side)
            ++last;
        const QRectF band = m_layout.sideBand(first, last);
        PlotStrokes::text(painter, band, Qt::AlignHCenter | Qt::AlignTop, SideLook::name(side),
            strongFont(m_look.font), colour(SideLook::textOf(side), m_look.palette));
        painter.setPen(QPen(colour(SideLook::markOf(side), m_look.palette), 2));
        painter.drawLine(band.bottomLeft(), band.bottomRight());
        first = last + 1;
    }
    for (int step = 0; step < count; ++step) {
        const QRectF place = m_layout.stageName(step);
        const QString &stage = m_report.steps[step].name;
        PlotStrokes::text(painter, place, Qt::AlignHCenter | Qt::AlignVCenter, stage,
            PlotStrokes::narrowFont(m_look.font, stage, place.width()),
            m_look.palette.color(QPalette::Text));
    }
}

void FunnelPainter::paintColumn(QPainter &painter, int step) const
{
    const FunnelColumn column = m_layout.column(step);
    paintCellGround(painter, {-1, step});
    const QColor side = sideColour(step);
    const auto fill = [&painter](const QRectF &rect, const QColor &ink) {
        if (rect.height() > 0)
            painter.fillRect(rect, ink);
    };
    fill(column.onward, side);
    PlotStrokes::hatch(painter, column.implied, side, m_look.palette);
    fill(column.waiting, tint(side, m_look.palette, WaitingStrength));
    fillInk(painter, column.lost, {.kind = PlotInk::Kind::Lost}, m_look.palette);
    painter.setPen(QPen(side, 1));
    painter.setBrush(Qt::NoBrush);
    if (column.bar.height() >= 1)
        painter.drawRect(column.bar.adjusted(.5, .5, -.5, 0));
    PlotStrokes::whisker(painter, column.whisker, m_look.palette);
    paintColumnLabel(painter, step);
}

void FunnelPainter::paintColumnLabel(QPainter &painter, int step) const
{
    const Proportion &share = m_report.total.steps[step].overall;
    QRectF line = m_layout.column(step).label;
    line.setHeight(line.height() / 2);
    PlotStrokes::text(painter, line, Qt::AlignCenter, shareText(share), strongFont(m_look.font),
        m_look.palette.color(QPalette::Text));
    line.translate(0, line.height());
    QString counts = tr("%1 of %2").arg(Formatting::number(share.k), Formatting::number(share.n));
    if (QFontMetricsF(m_look.font).horizontalAdvance(counts) > line.width())
        counts = Formatting::number(share.k); // how many there are in all is in the subtitle
    PlotStrokes::text(painter, line, Qt::AlignCenter, counts, m_look.font,
        colour(ColourRole::QuietText, m_look.palette));
}

void FunnelPainter::paintFigures(QPainter &painter) const
{
    using Row = FunnelLayout::FigureRow;
    const QColor ink = m_look.palette.color(QPalette::Text);
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    const bool windowed = m_report.query.windowDays.has_value();
    const std::array<std::pair<Row, QString>, 3> rows {{
        {Row::StepRate, tr("From the stage before")},
        {Row::Waiting, windowed ? tr("Not further in time") : tr("Still there")},
        {Row::Lost, tr("Lost there")},
    }};
    for (const auto &[row, caption] : rows) {
        PlotStrokes::text(painter, m_layout.figure(row, -1), leading() | Qt::AlignVCenter, caption,
            m_look.font, quiet);
    }
    for (int step = 0; step < m_report.steps.size(); ++step) {
        const FunnelStep &figures = m_report.total.steps[step];
        const auto draw = [&](Row row, const QString &text, const QColor &pen) {
            PlotStrokes::text(
                painter, m_layout.figure(row, step), Qt::AlignCenter, text, m_look.font, pen);
        };
        const bool isKnown = figures.step && !figures.isUnrecorded()
            && (step == 0 || !m_report.total.steps[step - 1].isUnrecorded());
        if (isKnown)
            draw(Row::StepRate, shareText(*figures.step), ink);
        else if (figures.step)
            draw(Row::StepRate, tr("not seen", "a step at which nobody was recorded"), quiet);
        const qint64 waiting = figures.open + figures.stayed;
        draw(Row::Waiting, Formatting::number(waiting), waiting > 0 ? ink : quiet);
        draw(Row::Lost, Formatting::number(figures.lost), figures.lost > 0 ? ink : quiet);
    }
}

void FunnelPainter::paintLegend(QPainter &painter) const
{
    const QColor ink = colour(ColourRole::QuietText, m_look.palette);
    const QList<LegendItem> items = legendOf(m_report);
    const auto places = PlotStrokes::keyPlaces(
        legendNames(m_report), m_look.font, m_layout.legend(), m_look.direction);
    for (qsizetype i = 0; i < items.size(); ++i) {
        paintSign(painter, int(items[i].sign), places[i].sign);
        PlotStrokes::text(painter, places[i].label, leading() | Qt::AlignVCenter, items[i].text,
            m_look.font, ink);
    }
}

void FunnelPainter::paintSign(QPainter &painter, int sign, const QRectF &mark) const
{
    const QColor side = sideColour(0);
    switch (Sign(sign)) {
    case Sign::Onward:
        painter.fillRect(mark, side);
        break;
    case Sign::Implied:
        PlotStrokes::hatch(painter, mark, side, m_look.palette);
        break;
    case Sign::Waiting:
        painter.fillRect(mark, tint(side, m_look.palette, WaitingStrength));
        break;
    case Sign::Lost:
        fillInk(painter, mark, {.kind = PlotInk::Kind::Lost}, m_look.palette);
        break;
    case Sign::Interval:
        PlotStrokes::whisker(painter,
            QLineF(mark.center().x(), mark.bottom(), mark.center().x(), mark.top()),
            m_look.palette);
        break;
    }
}

void FunnelPainter::paintScales(QPainter &painter) const
{
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    const QString caption = breakdownName(m_report.query.by);
    PlotStrokes::text(painter, m_layout.scaleCaption(), leading() | Qt::AlignVCenter, caption,
        strongFont(m_look.font), m_look.palette.color(QPalette::Text));
    for (int step = 0; step < m_report.steps.size(); ++step) {
        const QRectF place = m_layout.scale(step);
        const QString &stage = m_report.steps[step].name;
        PlotStrokes::text(painter, place.translated(0, -place.height()),
            leading() | Qt::AlignVCenter, stage,
            PlotStrokes::narrowFont(m_look.font, stage, place.width()),
            m_look.palette.color(QPalette::Text));
        const double full = m_layout.fullShare(step);
        if (step > 0 && full == 0)
            continue; // all too few for a bar
        const QString text = step == 0 ? tr("Entered")
                                       //: The scale of a column of bars: "0 – 20 %".
                                       : tr("0\u00a0–\u00a0%1").arg(Formatting::percent(full, 0));
        PlotStrokes::text(
            painter, m_layout.scale(step), leading() | Qt::AlignVCenter, text, m_look.font, quiet);
    }
}

void FunnelPainter::paintGroup(QPainter &painter, int group) const
{
    const QRectF row = m_layout.groupRow(group);
    painter.setPen(QPen(colour(ColourRole::Hairline, m_look.palette), 1));
    painter.drawLine(row.topLeft(), row.topRight());
    PlotStrokes::text(painter, m_layout.groupName(group), leading() | Qt::AlignVCenter,
        m_report.groupNames[group], m_look.font, m_look.palette.color(QPalette::Text));
    for (int step = 0; step < m_report.steps.size(); ++step)
        paintGroupCell(painter, group, step);
}

void FunnelPainter::paintGroupCell(QPainter &painter, int group, int step) const
{
    const FunnelGroupCell cell = m_layout.groupCell(group, step);
    paintCellGround(painter, {group, step});
    const FunnelGroup &figures = m_report.groups[group];
    const Proportion &share = figures.steps[step].overall;
    const QColor ink = m_look.palette.color(QPalette::Text);
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    // The first column compares sizes, not rates: it is not of a side's colour.
    painter.fillRect(
        cell.bar, step == 0 ? colour(ColourRole::Exit, m_look.palette) : sideColour(step));
    PlotStrokes::whisker(painter, cell.whisker, m_look.palette);
    if (step == 0) {
        PlotStrokes::text(painter, cell.text, leading() | Qt::AlignVCenter,
            Formatting::number(figures.cohort), m_look.font, ink);
        return;
    }
    const QString rate = shareText(share);
    PlotStrokes::text(painter, cell.text, leading() | Qt::AlignVCenter, rate, m_look.font,
        share.isFew() ? quiet : ink);
    QRectF rest = cell.text;
    const qreal used =
        QFontMetricsF(m_look.font).horizontalAdvance(percentText(1)) + Metrics::Small;
    if (m_look.direction == Qt::RightToLeft)
        rest.setRight(rest.right() - used);
    else
        rest.setLeft(rest.left() + used);
    const QString counts = countsText(share, m_report.groups.first().cohort, rest.width());
    // All of a column or none: a number that is missing here and there would look like a zero.
    const QString widest = Formatting::number(m_report.groups.first().cohort);
    if (QFontMetricsF(m_look.font).horizontalAdvance(widest) <= rest.width())
        PlotStrokes::text(painter, rest, trailing() | Qt::AlignVCenter, counts, m_look.font, quiet);
}

/// "271 of 2,296", or where that would not fit into every cell of the table, "271": the row says of how many.
QString FunnelPainter::countsText(const Proportion &share, qint64 largest, qreal width) const
{
    const QString most = Formatting::number(largest);
    const QString widest = tr("%1 of %2").arg(most, most);
    if (QFontMetricsF(m_look.font).horizontalAdvance(widest) > width)
        return Formatting::number(share.k);
    return tr("%1 of %2").arg(Formatting::number(share.k), Formatting::number(share.n));
}

void FunnelPainter::paintSeam(QPainter &painter) const
{
    PlotStrokes::seam(painter, m_layout.seam(), m_look.palette);
    PlotStrokes::seam(painter, m_layout.groupSeam(), m_look.palette);
}

/// The ground under the pointer, and the frame of the keyboard's cell.
void FunnelPainter::paintCellGround(QPainter &painter, FunnelCell cell) const
{
    const QRectF rect = m_layout.cell(cell).adjusted(2, 1, -2, -1);
    if (m_look.hovered == cell)
        PlotStrokes::hoverGround(painter, rect, m_look.palette);
    if (m_look.current == cell)
        PlotStrokes::currentFrame(painter, rect, m_look.palette);
}

QColor FunnelPainter::sideColour(int step) const
{
    return colour(SideLook::markOf(m_report.steps[step].side), m_look.palette);
}

Qt::Alignment FunnelPainter::leading() const
{
    return PlotStrokes::leading(m_look.direction);
}

Qt::Alignment FunnelPainter::trailing() const
{
    return PlotStrokes::trailing(m_look.direction);
}
