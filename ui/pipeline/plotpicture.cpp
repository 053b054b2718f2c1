// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/plotpicture.h"

#include "ui_common/formatting.h"
#include "ui_common/sidelook.h"
#include "ui_common/theme.h"
#include "ui_pipeline/barpicture.h"
#include "ui_pipeline/heatpicture.h"
#include "ui_pipeline/linepicture.h"
#include "ui_pipeline/plotstrokes.h"
#include "ui_pipeline/sankeypicture.h"
#include "ui_pipeline/tablepicture.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace {

struct PlotPictureWords
{
    Q_DECLARE_TR_FUNCTIONS(PlotPicture)
};

/// How far \a area lies from \a here in the direction of \a key; nothing where it does not. What is off to the side counts thrice.
std::optional<qreal> wayToMark(const QRectF &area, const QRectF &here, Qt::Key key)
{
    const bool isAlongX = key == Qt::Key_Left || key == Qt::Key_Right;
    const qreal sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const QPointF step = area.center() - here.center();
    const qreal along = sign * (isAlongX ? step.x() : step.y());
    const qreal across = isAlongX
        ? std::max({0.0, area.top() - here.bottom(), here.top() - area.bottom()})
        : std::max({0.0, area.left() - here.right(), here.left() - area.right()});
    if (along < 0.5 || across > 2 * along)
        return std::nullopt;
    // Of several straight ahead at one distance, the one in line.
    const qreal aside = std::abs(isAlongX ? step.y() : step.x());
    return along + 3 * across + 0.01 * aside;
}

/// Of the days \a low … \a high those that \a steps days divide, a Monday among them.
QList<double> dayTicks(qint64 low, qint64 high, int steps)
{
    // Julian day 0 was a Monday.
    QList<double> ticks;
    qint64 day = low - low % steps;
    while (day < low)
        day += steps;
    for (; day <= high; day += steps)
        ticks.append(double(day));
    return ticks;
}

/// The first days of every \a months-th month, counted from January of year 0.
QList<double> monthTicks(qint64 low, qint64 high, int months)
{
    QList<double> ticks;
    const QDate first = QDate::fromJulianDay(low);
    int month = first.year() * 12 + first.month() - 1;
    month -= month % months;
    for (;; month += months) {
        const QDate day(month / 12, month % 12 + 1, 1);
        if (!day.isValid() || day.toJulianDay() > high)
            return ticks;
        if (day.toJulianDay() >= low)
            ticks.append(double(day.toJulianDay()));
    }
}

QList<double> calendarTicks(double low, double high, int most)
{
    const auto first = qint64(std::ceil(low));
    const auto last = qint64(std::floor(high));
    const auto days = double(last - first);
    // A step is tried only where it cannot give thousands.
    for (const int step : {1, 2, 7, 14}) {
        if (days / step > most + 1)
            continue;
        if (QList<double> ticks = dayTicks(first, last, step); ticks.size() <= most)
            return ticks;
    }
    for (const int step : {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000}) {
        if (days / (step * 31) > most + 1)
            continue;
        if (QList<double> ticks = monthTicks(first, last, step); ticks.size() <= most)
            return ticks;
    }
    return {double(first)};
}

/// Multiples of 1, 2 or 5 times a power of ten; whole numbers where \a isWhole.
QList<double> roundTicks(double low, double high, int most, bool isWhole)
{
    constexpr std::array mantissas {1, 2, 5};
    const double slack = (high - low) * 1e-9;
    auto exponent = int(std::floor(std::log10((high - low) / most)));
    if (isWhole)
        exponent = std::max(exponent, 0);
    for (;; ++exponent) {
        const double power = std::pow(10.0, std::abs(exponent));
        for (const int mantissa : mantissas) {
            // By division, since 3 / 10 is nearer to what is meant than 3 times 0.1.
            const auto valueAt = [&](double index) {
                return exponent < 0 ? index * mantissa / power : index * mantissa * power;
            };
            const double step = valueAt(1);
            const double first = std::ceil((low - slack) / step);
            const double count = std::floor((high + slack) / step) - first + 1;
            if (count > most)
                continue;
            QList<double> ticks;
            for (int i = 0; i < int(count); ++i)
                ticks.append(valueAt(first + i) + 0.0); // no minus before the zero
            return ticks;
        }
    }
}

/// How many columns of \a row are words, before its figures.
qsizetype namesOf(const Chart &chart, PlotRow row)
{
    const QList<Figure> &figures = chart.rows[row];
    const auto columns = std::min(figures.size(), chart.columns.size());
    qsizetype names = 0;
    while (names < columns && std::holds_alternative<QString>(figures[names]))
        ++names;
    return names;
}

} // namespace

std::unique_ptr<PlotPicture> PlotPicture::make(
    const Chart &chart, const PlotLook &look, qreal width, qreal height)
{
    if (TablePicture::isFor(chart))
        return std::make_unique<TablePicture>(chart, look, width);
    if (std::holds_alternative<BarPlot>(chart.plot))
        return std::make_unique<BarPicture>(chart, look, width, height);
    if (std::holds_alternative<SankeyPlot>(chart.plot))
        return std::make_unique<SankeyPicture>(chart, look, width, height);
    if (std::holds_alternative<LinePlot>(chart.plot))
        return std::make_unique<LinePicture>(chart, look, width, height);
    if (std::holds_alternative<HeatPlot>(chart.plot))
        return std::make_unique<HeatPicture>(chart, look, width, height);
    return nullptr;
}

int PlotPicture::next(int mark, Qt::Key key) const
{
    const auto count = int(m_marks.size());
    if (count == 0)
        return mark;
    if (key == Qt::Key_Home)
        return 0;
    if (key == Qt::Key_End)
        return count - 1;
    const bool isArrow =
        key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (!isArrow || mark < 0 || mark >= count)
        return mark;
    int nearest = mark;
    qreal least = std::numeric_limits<qreal>::max();
    for (int other = 0; other < count; ++other) {
        if (other == mark)
            continue;
        const auto way = wayToMark(m_marks[other].area, m_marks[mark].area, key);
        if (way && *way < least) {
            least = *way;
            nearest = other;
        }
    }
    return nearest;
}

QString rowTitle(const Chart &chart, PlotRow row)
{
    if (row < 0 || row >= chart.rows.size() || chart.columns.isEmpty())
        return {};
    const QList<Figure> &figures = chart.rows[row];
    QStringList names;
    for (qsizetype i = 0; i < namesOf(chart, row); ++i) {
        if (const QString name = figureText(figures[i]); !name.isEmpty())
            names.append(name);
    }
    if (std::holds_alternative<SankeyPlot>(chart.plot) && names.size() >= 2) {
        //: Where from and where to: "Cold → Warm".
        const QString way = PlotPictureWords::tr("%1 → %2").arg(names[0], names[1]);
        names.remove(0, 2);
        names.prepend(way);
    }
    return names.join(PlotPictureWords::tr(", ", "between the words a row begins with"));
}

QString rowSentence(const Chart &chart, PlotRow row)
{
    if (row < 0 || row >= chart.rows.size())
        return {};
    const QList<Figure> &figures = chart.rows[row];
    const auto columns = std::min(figures.size(), chart.columns.size());
    const QString subject = rowTitle(chart, row);
    qsizetype column = namesOf(chart, row);
    QStringList parts;
    for (; column < columns; ++column) {
        const QString figure = figureText(figures[column]);
        if (!figure.isEmpty()) {
            //: The title of a column and its figure: "Moves 5,113".
            parts.append(PlotPictureWords::tr("%1 %2").arg(chart.columns[column].title, figure));
        }
    }
    const QString said = parts.join(PlotPictureWords::tr("; ", "between the figures of a row"));
    if (subject.isEmpty() && said.isEmpty())
        return {};
    if (subject.isEmpty() || said.isEmpty())
        return PlotPictureWords::tr("%1.").arg(subject + said);
    //: What a row is about and its figures: "Cold → Warm: Moves 5,113."
    return PlotPictureWords::tr("%1: %2.").arg(subject, said);
}

QColor inkColour(const PlotInk &ink, const QPalette &palette)
{
    switch (ink.kind) {
    case PlotInk::Kind::Side: {
        // Towards the text, away from the ground: the contrast only grows.
        constexpr int mostSteps = 4;
        constexpr double kept = 0.74;
        const QColor first = colour(SideLook::markOf(ink.side), palette);
        const QColor text = palette.color(QPalette::Text);
        const double share = std::pow(kept, std::clamp(ink.index, 0, mostSteps));
        const auto mix = [share](double mark, double towards) {
            return float(mark * share + towards * (1 - share));
        };
        return QColor::fromRgbF(mix(first.redF(), text.redF()), mix(first.greenF(), text.greenF()),
            mix(first.blueF(), text.blueF()));
    }
    case PlotInk::Kind::Won:
        return colour(ColourRole::After, palette);
    case PlotInk::Kind::Lost:
    case PlotInk::Kind::Neutral:
        return colour(ColourRole::Exit, palette);
    case PlotInk::Kind::Open:
    case PlotInk::Kind::Retired:
        return colour(ColourRole::QuietText, palette);
    case PlotInk::Kind::Group:
        return campaignColour(ink.index, palette);
    }
    Q_UNREACHABLE();
}

void fillInk(QPainter &painter, const QRectF &rect, const PlotInk &ink, const QPalette &palette)
{
    if (rect.isEmpty())
        return;
    const QColor shade = inkColour(ink, palette);
    painter.save();
    if (ink.kind == PlotInk::Kind::Lost)
        PlotStrokes::cuts(painter, rect, shade, palette);
    else if (ink.kind == PlotInk::Kind::Open)
        PlotStrokes::dots(painter, rect, shade, palette);
    else if (ink.kind == PlotInk::Kind::Retired)
        PlotStrokes::hatch(painter, rect, shade, palette);
    else
        painter.fillRect(rect, shade);
    painter.restore();
}

QString axisText(PlotUnit unit, double value, const QLocale &locale)
{
    const auto isWhole = [](double number) { return std::abs(number - std::round(number)) < 1e-6; };
    switch (unit) {
    case PlotUnit::Day: {
        const QDate day = QDate::fromJulianDay(qRound64(value));
        if (day.day() > 1)
            return Formatting::dayMonth(day, locale);
        return day.month() > 1 ? locale.standaloneMonthName(day.month(), QLocale::ShortFormat)
                               : QString::number(day.year());
    }
    case PlotUnit::Share:
        return Formatting::percent(value, isWhole(value * 100) ? 0 : 1, locale);
    case PlotUnit::Age:
    case PlotUnit::Count:
    case PlotUnit::Money:
        break;
    }
    if (isWhole(value))
        return Formatting::number(qRound64(value), locale);
    return locale.toString(value, 'f', std::abs(value) < 1 ? 2 : 1);
}

QString wholeShareText(double rate, const QLocale &locale)
{
    const double percents = std::round(rate * 100);
    if (percents == 0 && rate > 0)
        return PlotPictureWords::tr("<%1").arg(Formatting::percent(0.01, 0, locale));
    if (percents == 100 && rate < 1)
        return PlotPictureWords::tr(">%1").arg(Formatting::percent(0.99, 0, locale));
    return Formatting::percent(percents / 100, 0, locale);
}

QList<double> axisTicks(PlotUnit unit, double low, double high, int most)
{
    if (!std::isfinite(low) || !std::isfinite(high) || high < low)
        return {};
    const int number = std::max(most, 2);
    if (unit == PlotUnit::Day)
        return calendarTicks(low, high, number);
    if (low == high)
        return {low};
    const bool isWhole = unit == PlotUnit::Count || unit == PlotUnit::Age;
    return roundTicks(low, high, number, isWhole);
}
