// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparison.h"

#include "analytics/periods.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace {

class ComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

bool isWord(const Figure &figure)
{
    return std::holds_alternative<QString>(figure) || std::holds_alternative<QDate>(figure);
}

bool holdsWords(const Chart &table, qsizetype column)
{
    return std::ranges::all_of(table.rows, [column](const QList<Figure> &row) {
        return isWord(row.at(column)) || std::holds_alternative<std::monostate>(row.at(column));
    });
}

/// The columns that tell rows apart: the words before the first figure, and an age.
QList<qsizetype> keyColumns(const Chart &table)
{
    QList<qsizetype> keys;
    qsizetype column = 0;
    while (column < table.columns.size() && holdsWords(table, column))
        keys.append(column++);
    for (; column < table.columns.size(); ++column) {
        if (table.columns.at(column).key == "days"_L1)
            keys.append(column);
    }
    return keys;
}

/// The days of a column in order, each once.
QList<QDate> distinctDays(const Chart &table, qsizetype column)
{
    QList<QDate> days;
    for (const QList<Figure> &row : table.rows) {
        if (const auto *day = std::get_if<QDate>(&row.at(column)))
            days.append(*day);
    }
    std::ranges::sort(days);
    days.resize(std::unique(days.begin(), days.end()) - days.begin());
    return days;
}

/// What tells the rows of \a table apart, by row.
QList<QStringList> keysOf(const Chart &table, const QList<qsizetype> &columns)
{
    QList<QStringList> keys(table.rows.size());
    for (const qsizetype column : columns) {
        const QList<QDate> days = distinctDays(table, column);
        for (qsizetype row = 0; row < table.rows.size(); ++row) {
            const Figure &figure = table.rows.at(row).at(column);
            if (const auto *day = std::get_if<QDate>(&figure))
                keys[row] << QString::number(days.indexOf(*day));
            else if (const auto *count = std::get_if<qint64>(&figure))
                keys[row] << QString::number(*count);
            else if (const auto *word = std::get_if<QString>(&figure))
                keys[row] << *word;
            else
                keys[row] << QString();
        }
    }
    return keys;
}

/// The earlier row of each row, or -1.
QList<qsizetype> partners(const Chart &now, const Chart &before, const QList<qsizetype> &columns)
{
    QHash<QStringList, qsizetype> places;
    const QList<QStringList> earlier = keysOf(before, columns);
    for (qsizetype row = earlier.size() - 1; row >= 0; --row)
        places.insert(earlier.at(row), row);
    QList<qsizetype> found;
    for (const QStringList &key : keysOf(now, columns))
        found.append(places.value(key, -1));
    return found;
}

/// The place of the column with that key, or -1.
qsizetype columnPlace(const Chart &chart, const QString &key)
{
    const auto found = std::ranges::find(chart.columns, key, &ChartColumn::key);
    return found == chart.columns.end() ? -1 : found - chart.columns.begin();
}

/// Appends the earlier figures of the columns with \a keys, which stand in the same place in both.
void addEarlier(
    Chart &chart, const Chart &before, const QStringList &keys, const QList<qsizetype> &rows)
{
    if (chart.rows.size() != rows.size())
        return;
    for (const QString &key : keys) {
        const qsizetype column = columnPlace(chart, key);
        if (column < 0 || columnPlace(before, key) != column)
            continue;
        ChartColumn added = chart.columns.at(column);
        added.key += u"_before"_s;
        //: The heading of a column: the same figure in the earlier time.
        added.title = ComparisonText::tr("%1, before").arg(added.title);
        chart.columns.append(added);
        for (qsizetype row = 0; row < rows.size(); ++row) {
            const qsizetype from = rows.at(row);
            chart.rows[row].append(from >= 0 && from < before.rows.size()
                    ? before.rows.at(from).at(column)
                    : Figure());
        }
    }
}

/// Adds the figures of \a before to the tables of \a report.
void addEarlierFigures(Report &report, const Report &before)
{
    const QList<qsizetype> keys = keyColumns(report.table);
    if (keys.isEmpty() || report.table.columns != before.table.columns)
        return;
    QStringList figures;
    for (qsizetype column = 0; column < report.table.columns.size(); ++column) {
        const bool isFigure =
            !holdsWords(report.table, column) || !holdsWords(before.table, column);
        if (isFigure && !keys.contains(column))
            figures << report.table.columns.at(column).key;
    }
    const QList<qsizetype> rows = partners(report.table, before.table, keys);
    addEarlier(report.table, before.table, figures, rows);
    addEarlier(report.chart, before.chart, figures, rows);
}

/// The highest that is drawn in \a plot; 0 where all is below.
double highestIn(const LinePlot &plot)
{
    double highest = 0;
    for (const LinePlot::Series &series : plot.series) {
        for (const LinePlot::Point &point : series.points)
            highest = std::max({highest, point.y, point.band ? point.band->high : 0});
    }
    for (const LinePlot::Note &goal : plot.goals)
        highest = std::max(highest, goal.at);
    return highest;
}

/// Whether the scale of \a axis follows its values, and tells how many.
bool hasFreeScale(const PlotAxis &axis)
{
    const bool isCounted = axis.unit == PlotUnit::Count || axis.unit == PlotUnit::Share;
    return isCounted && axis.low >= axis.high;
}

/// Gives lines of the same unit one scale, so that 26 of one time does not look like 358 of the other.
void scaleAlike(Plot &now, Plot &before)
{
    auto *later = std::get_if<LinePlot>(&now);
    auto *earlier = std::get_if<LinePlot>(&before);
    if (!later || !earlier || later->y.unit != earlier->y.unit || !hasFreeScale(later->y)
        || !hasFreeScale(earlier->y))
        return;
    later->leastHigh = earlier->leastHigh = std::max(highestIn(*later), highestIn(*earlier));
}

/// "+2.4" for a difference of shares in points of a hundred.
QString pointsText(double difference)
{
    const QLocale locale;
    const QString text = locale.toString(difference * 100, 'f', 1);
    return difference > 0 ? locale.positiveSign() + text : text;
}

/// The overall shares of the step at which the pipeline is won.
struct GoalShares
{
    Stage stage;
    Proportion now;
    Proportion before;
};

std::optional<GoalShares> goalShares(const FunnelReport &now, const FunnelReport &before)
{
    int goal = goalStep(now.steps);
    if (goal < 0)
        goal = int(now.steps.size()) - 1;
    if (goal < 0 || goal >= now.total.steps.size() || goal >= before.total.steps.size())
        return std::nullopt;
    return GoalShares {
        now.steps.at(goal), now.total.steps.at(goal).overall, before.total.steps.at(goal).overall};
}

QString differenceTitle(const GoalShares &shares, const ShareDifference &difference)
{
    const QString interval =
        ComparisonText::tr("%1 points, 95 %: %2 to %3")
            .arg(pointsText(difference.value), pointsText(difference.interval.low),
                pointsText(difference.interval.high));
    QString text;
    if (!difference.isClear()) {
        //: Two shares, a stage, and the difference with its interval.
        text = ComparisonText::tr(
            "%1 of prospects reach %2, not clearly different from %3 before (%4)");
    } else if (difference.value > 0) {
        text = ComparisonText::tr("%1 of prospects reach %2, more than %3 before (%4)");
    } else {
        text = ComparisonText::tr("%1 of prospects reach %2, fewer than %3 before (%4)");
    }
    return text.arg(shareText(shares.now), shares.stage.name, shareText(shares.before), interval);
}

QString unfairTitle(const QString &finding)
{
    //: %1 is what a funnel says of now. “Within” is the field for a number of days.
    return ComparisonText::tr("%1; these have had less time than those before: a number of days "
                              "(“Within”) makes both comparable")
        .arg(finding);
}

/// Without a window those of now have had less time than those before, so a difference of their shares would say nothing.
void tellDifference(Report &report, const Report &before)
{
    const auto shares = goalShares(*report.funnel, *before.funnel);
    if (!shares)
        return;
    const bool isFair = report.funnel->query.windowDays.has_value();
    const auto more = difference(shares->now, shares->before);
    QJsonObject told {{u"stage"_s, shares->stage.key}, {u"difference"_s, QJsonValue::Null},
        {u"low"_s, QJsonValue::Null}, {u"high"_s, QJsonValue::Null}};
    if (more && isFair) {
        told[u"difference"_s] = more->value;
        told[u"low"_s] = more->interval.low;
        told[u"high"_s] = more->interval.high;
    }
    report.document.insert(u"change"_s, told);
    if (!isFair) {
        if (more)
            report.chart.title = unfairTitle(report.chart.title);
        return;
    }
    if (more && !shares->now.isFew() && !shares->before.isFew())
        report.chart.title = differenceTitle(*shares, *more);
    report.chart.definition +=
        u' ' + ComparisonText::tr("The interval of a difference is Newcombe’s, 95 %.");
}

} // namespace

std::optional<DateSpan> earlierSpan(const DateSpan &span, Comparison comparison, QDate today)
{
    // What has not come yet is compared with nothing.
    const QDate known = today.isValid() ? today.addDays(1) : span.to.value_or(QDate());
    const QDate end = span.to ? std::min(*span.to, known) : known;
    if (comparison == Comparison::None || !span.from || *span.from >= end)
        return std::nullopt;
    const QDate begin = *span.from;
    if (comparison == Comparison::YearBefore)
        return DateSpan {begin.addYears(-1), end.addYears(-1)};
    if (begin.day() == 1 && end.day() == 1) {
        const int months = (end.year() - begin.year()) * 12 + end.month() - begin.month();
        return DateSpan {begin.addMonths(-months), begin};
    }
    return DateSpan {begin.addDays(-begin.daysTo(end)), begin};
}

Report compared(const Report &now, const Report &before, const DateSpan &span)
{
    Report report = now;
    Report earlier = before;
    scaleAlike(report.chart.plot, earlier.chart.plot);
    report.earlier = std::make_shared<const Report>(std::move(earlier));
    report.document.insert(u"comparedWith"_s,
        QJsonObject {
            {u"from"_s, ReportWords::json(span.from)}, {u"to"_s, ReportWords::json(span.to)}});
    report.document.insertDocument(u"before"_s, before.document);
    addEarlierFigures(report, before);
    //: %1 is a time: "from 1 May to 31 May 2026".
    report.chart.subtitle = ReportWords::subtitle({report.chart.subtitle,
        ComparisonText::tr("compared with the time %1").arg(ReportWords::during(span))});
    report.chart.definition += u' '
        + ComparisonText::tr("Both times are judged as of the same day: without a limit of days, "
                             "what began earlier has had more time.");
    if (report.funnel && before.funnel)
        tellDifference(report, before);
    if (report.funnel) {
        report.funnel->chart.title = report.chart.title;
        report.funnel->chart.subtitle = report.chart.subtitle;
        report.funnel->chart.definition = report.chart.definition;
    }
    return report;
}
