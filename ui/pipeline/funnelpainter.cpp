// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelpainter.h"

#include "base/isolated.h"
#include "ui_common/formatting.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"
#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/plotstrokes.h"
#include "ui_pipeline/wrappedtext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace {

constexpr qreal WaitingStrength = 0.35; ///< of the side's colour over the ground

enum class Sign { Onward, Implied, Waiting, Lost, Interval };

struct LegendItem
{
    Sign sign;
    QString text;
};

Sign partSign(FunnelSegment part)
{
    switch (part) {
    case FunnelSegment::Unseen:
        return Sign::Implied;
    case FunnelSegment::Open:
    case FunnelSegment::Stayed:
        return Sign::Waiting;
    case FunnelSegment::Lost:
        return Sign::Lost;
    case FunnelSegment::Onward:
    case FunnelSegment::Reached:
    case FunnelSegment::Seen:
        break;
    }
    return Sign::Onward;
}

/// "12 of 34"; the numbers are set apart where \a isMirrored.
QString ofHowMany(const Proportion &share, bool isMirrored)
{
    const auto number = [isMirrored](qint64 people) {
        const QString text = Formatting::number(people);
        return isMirrored ? isolated(text) : text;
    };
    return FunnelPainter::tr("%1 of %2").arg(number(share.k), number(share.n));
}

/// "12 of 34, 35.3 % (95 % interval 21.5 – 52.1 %)".
QString shareWords(const Proportion &share, bool isMirrored)
{
    const auto figure = [isMirrored](
                            const QString &text) { return isMirrored ? isolated(text) : text; };
    const QString counts = ofHowMany(share, isMirrored);
    const QString interval = intervalText(share);
    if (interval.isEmpty()) {
        //: How many of how many, and the rate or "too few".
        return FunnelPainter::tr("%1, %2").arg(counts, figure(shareText(share)));
    }
    return FunnelPainter::tr("%1, %2 (95\u00a0% interval %3)")
        .arg(counts, figure(shareText(share)), figure(interval));
}

QList<LegendItem> legendOf(const FunnelReport &report)
{
    QList<LegendItem> items;
    QList<FunnelSegment> parts = report.segments();
    if (parts.first() == FunnelSegment::Unseen)
        parts.swapItemsAt(0, 1); // what is usual first
    for (const FunnelSegment part : std::as_const(parts))
        items.append({partSign(part), FunnelPainter::partName(part)});
    items.append({Sign::Interval, FunnelPainter::tr("95\u00a0% interval")});
    return items;
}

QString notSeenText()
{
    return FunnelPainter::tr("not seen", "a step at which nobody was recorded");
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
    metrics.stepLines = stepLines(report, look.font, bare.columnWidth());
    const qreal room = bare.title().width();
    metrics.titleHeight = wrappedHeight(report.chart.title, headingFont(look.font), room);
    metrics.subtitleHeight = wrappedHeight(report.chart.subtitle, look.font, room);
    metrics.legendHeight = PlotStrokes::keysHeight(legendNames(report), look.font, room);
    metrics.footerHeight = wrappedHeight(report.chart.definition, look.font, room);
    return metrics;
}

int FunnelPainter::stepLines(const FunnelReport &report, const QFont &font, qreal width)
{
    const QFontMetricsF fonts(font);
    const qreal room = width - Metrics::Tiny;
    const qreal roomApart = width - Metrics::Medium; // or neighbouring intervals read as one
    qreal counts = 0;
    qreal intervals = 0;
    for (qsizetype step = 1; step < report.total.steps.size(); ++step) {
        const Proportion share = report.total.stepRate(step).value_or(Proportion());
        if (share.n == 0)
            continue;
        counts = std::max(counts, fonts.horizontalAdvance(ofHowMany(share, false)));
        intervals = std::max(intervals, fonts.horizontalAdvance(intervalText(share)));
    }
    if (counts == 0 || counts > room)
        return 1;
    return intervals == 0 || intervals > roomApart ? 2 : 3;
}

QString FunnelPainter::partName(FunnelSegment segment)
{
    switch (segment) {
    case FunnelSegment::Reached:
        return tr("Reached");
    case FunnelSegment::Seen:
        return tr("Seen there");
    case FunnelSegment::Onward:
        return tr("Went on");
    case FunnelSegment::Unseen:
        return tr("Went on without being seen there");
    case FunnelSegment::Open:
        return tr("Not further yet");
    case FunnelSegment::Lost:
        return tr("Lost after it");
    case FunnelSegment::Stayed:
        return tr("Not further in time");
    }
    Q_UNREACHABLE();
}

QString FunnelPainter::sentence(
    const FunnelReport &report, FunnelCell cell, Qt::LayoutDirection direction)
{
    const bool isMirrored = direction == Qt::RightToLeft;
    const FunnelGroup &group = cell.group < 0 ? report.total : report.groups[cell.group];
    const FunnelStep &step = group.steps[cell.step];
    const QString stage = report.steps[cell.step].name;
    const QString where = cell.group < 0 ? stage
                                         //: A group and a stage: "social, Customer".
                                         : tr("%1, %2").arg(report.groupNames[cell.group], stage);
    if (cell.segment != FunnelSegment::Reached) {
        const Proportion ofBar {step.count(cell.segment), step.reached};
        //: A stage, a part of its bar, and its share of the bar: "Warm · Lost after it: 10 of 100, 10.0 %".
        return tr("%1 · %2: %3").arg(where, partName(cell.segment), shareWords(ofBar, isMirrored));
    }
    //: A stage, how many of how many reached it and the rate.
    QString reached = tr("%1: %2").arg(where, shareWords(step.overall, isMirrored));
    const auto rate = group.stepRate(cell.step);
    const bool isKnown = group.isStepKnown(cell.step);
    if (!rate || (isKnown && rate->n == 0))
        return reached;
    //: How many reached a stage, the stage before, and how many came from there.
    return tr("%1; from %2: %3")
        .arg(reached, report.steps[cell.step - 1].name,
            isKnown ? shareWords(*rate, isMirrored) : notSeenText());
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
    paintParts(painter, step);
    paintColumnLabel(painter, step);
}

/// The frames of the part that the pointer or the keyboard is on.
void FunnelPainter::paintParts(QPainter &painter, int step) const
{
    const auto isHere = [step](const std::optional<FunnelCell> &cell) {
        return cell && cell->group < 0 && cell->step == step
            && cell->segment != FunnelSegment::Reached;
    };
    if (isHere(m_look.hovered)) {
        painter.setPen(QPen(m_look.palette.color(QPalette::Text), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_layout.cell(*m_look.hovered).adjusted(-1.5, -.5, 1.5, .5));
    }
    if (isHere(m_look.current)) {
        // Over a bar of its own colour the frame is told by a rim.
        const QRectF rect = m_layout.cell(*m_look.current).adjusted(-3, -1, 3, 1);
        painter.setPen(QPen(m_look.palette.color(QPalette::Base), 5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, Metrics::Radius, Metrics::Radius);
        PlotStrokes::currentFrame(painter, rect, m_look.palette);
    }
}

void FunnelPainter::paintColumnLabel(QPainter &painter, int step) const
{
    const Proportion &share = m_report.total.steps[step].overall;
    QRectF line = m_layout.column(step).label;
    line.setHeight(line.height() / 2);
    paintShare(painter, line, Qt::AlignCenter, share, strongFont(m_look.font),
        m_look.palette.color(QPalette::Text));
    line.translate(0, line.height());
    // Of how many they are told of all stages or of none; it is in the subtitle too.
    const auto fits = [&](const FunnelStep &of) {
        const QString counts = ofHowMany(of.overall, false);
        return QFontMetricsF(m_look.font).horizontalAdvance(counts) <= line.width();
    };
    const QString counts = std::ranges::all_of(m_report.total.steps, fits)
        ? countsText(share)
        : figure(Formatting::number(share.k));
    PlotStrokes::text(painter, line, Qt::AlignCenter, counts,
        PlotStrokes::narrowFont(m_look.font, counts, line.width()),
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
        {Row::Waiting, windowed ? tr("Not further in time") : tr("Not further yet")},
        {Row::Lost, tr("Lost after it")},
    }};
    for (const auto &[row, caption] : rows) {
        PlotStrokes::text(painter, m_layout.figure(row, -1), leading() | Qt::AlignVCenter, caption,
            m_look.font, quiet);
    }
    for (int step = 0; step < m_report.steps.size(); ++step) {
        const FunnelStep &figures = m_report.total.steps[step];
        const auto draw = [&](Row row, const QString &text, const QColor &pen) {
            const QRectF place = m_layout.figure(row, step);
            PlotStrokes::text(painter, place, Qt::AlignCenter, text,
                PlotStrokes::narrowFont(m_look.font, text, place.width()), pen);
        };
        paintStepRate(painter, step);
        const qint64 waiting = figures.open + figures.stayed;
        draw(Row::Waiting, figure(Formatting::number(waiting)), waiting > 0 ? ink : quiet);
        draw(Row::Lost, figure(Formatting::number(figures.lost)), figures.lost > 0 ? ink : quiet);
    }
}

/// The rate from the stage before, and below it of how many and the interval, as far as there are lines for them.
void FunnelPainter::paintStepRate(QPainter &painter, int step) const
{
    const auto rate = m_report.total.stepRate(step);
    if (!rate)
        return;
    const QColor ink = m_look.palette.color(QPalette::Text);
    const QColor quiet = colour(ColourRole::QuietText, m_look.palette);
    QRectF line = m_layout.figure(FunnelLayout::FigureRow::StepRate, step);
    line.setHeight(line.height() / m_layout.stepLines());
    if (!m_report.total.isStepKnown(step)) {
        PlotStrokes::text(painter, line, Qt::AlignCenter, notSeenText(), m_look.font, quiet);
        return;
    }
    paintShare(painter, line, Qt::AlignCenter, *rate, m_look.font, ink);
    if (rate->n == 0)
        return;
    const QStringList more {countsText(*rate), figure(intervalText(*rate))};
    for (int below = 1; below < m_layout.stepLines(); ++below) {
        line.translate(0, line.height());
        PlotStrokes::text(
            painter, line, Qt::AlignCenter, more.value(below - 1), m_look.font, quiet);
    }
}

void FunnelPainter::paintShare(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
    const Proportion &share, const QFont &font, const QColor &ink) const
{
    QString text = shareText(share);
    const auto fits = [&rect](const QFont &in, const QString &words) {
        return QFontMetricsF(in).horizontalAdvance(words) <= rect.width();
    };
    const bool isRate = share.n > 0 && !share.isFew();
    if (isRate && !fits(PlotStrokes::narrowFont(font, text, rect.width()), text))
        text = wholeShareText(*share.rate());
    PlotStrokes::text(painter, rect, alignment, figure(text),
        PlotStrokes::narrowFont(font, text, rect.width()), ink);
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
    const bool hasScales = scalesFit();
    for (int step = 0; step < m_report.steps.size(); ++step) {
        const QRectF place = m_layout.scale(step);
        const QString &stage = m_report.steps[step].name;
        PlotStrokes::text(painter, place.translated(0, -place.height()),
            leading() | Qt::AlignVCenter, stage,
            PlotStrokes::narrowFont(m_look.font, stage, place.width()),
            m_look.palette.color(QPalette::Text));
        if (hasScales) {
            PlotStrokes::text(
                painter, place, leading() | Qt::AlignVCenter, scaleText(step), m_look.font, quiet);
        }
    }
}

/// "0 – 20 %"; empty where all are too few for a bar.
QString FunnelPainter::scaleText(int step) const
{
    if (step == 0)
        return tr("Entered");
    const double full = m_layout.fullShare(step);
    //: The scale of a column of bars: "0 – 20 %".
    return full > 0 ? figure(tr("0\u00a0–\u00a0%1").arg(Formatting::percent(full, 0))) : QString();
}

/// Where columns are narrow there are all scales or none: a part of one would say something else.
bool FunnelPainter::scalesFit() const
{
    if (!m_layout.isNarrow())
        return true;
    const QFontMetricsF fonts(m_look.font);
    for (int step = 0; step < m_report.steps.size(); ++step) {
        if (fonts.horizontalAdvance(scaleText(step)) > m_layout.scale(step).width())
            return false;
    }
    return true;
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
    PlotStrokes::seam(painter, m_layout.rowSeam(group), m_look.palette);
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
        const QString entered = figure(Formatting::number(figures.cohort));
        PlotStrokes::text(painter, cell.text, leading() | Qt::AlignVCenter, entered,
            PlotStrokes::narrowFont(m_look.font, entered, cell.text.width()), ink);
        return;
    }
    paintShare(painter, cell.text, leading() | Qt::AlignVCenter, share, m_look.font,
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
        return figure(Formatting::number(share.k));
    return countsText(share);
}

QString FunnelPainter::countsText(const Proportion &share) const
{
    return ofHowMany(share, m_look.direction == Qt::RightToLeft);
}

QString FunnelPainter::figure(const QString &text) const
{
    return m_look.direction == Qt::RightToLeft ? isolated(text) : text;
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
