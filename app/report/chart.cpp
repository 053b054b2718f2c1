// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart.h"

#include "base/formulas.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

class ChartText
{
    Q_DECLARE_TR_FUNCTIONS(ChartText)
};

/// Names are what people or their files called something: a spreadsheet must not reckon with them.
QByteArray csvText(const QString &text)
{
    static const QRegularExpression special(u"[\",\r\n]"_s);
    const QString guarded = withGuard(text);
    if (!guarded.contains(special))
        return guarded.toUtf8();
    QString quoted = guarded;
    quoted.replace(u'"', u"\"\""_s);
    return '"' + quoted.toUtf8() + '"';
}

QByteArray csvNumber(double value)
{
    return QByteArray::number(value, 'g', 12);
}

/// A share's three columns, empty without a denominator.
QByteArray csvShare(const Proportion &share)
{
    const auto interval = share.interval();
    if (!interval)
        return ",,";
    return csvNumber(*share.rate()) + ',' + csvNumber(interval->low) + ','
        + csvNumber(interval->high);
}

QByteArray csvMeasure(double value, const std::optional<Interval> &interval, bool isShare)
{
    if (!isShare)
        return csvNumber(value);
    return csvNumber(value)
        + (interval ? ',' + csvNumber(interval->low) + ',' + csvNumber(interval->high) : ",,");
}

QByteArray csvCell(const Figure &figure, bool isShare)
{
    if (const auto *text = std::get_if<QString>(&figure))
        return csvText(*text);
    if (const auto *count = std::get_if<qint64>(&figure))
        return QByteArray::number(*count);
    if (const auto *day = std::get_if<QDate>(&figure))
        return day->toString(Qt::ISODate).toUtf8();
    if (const auto *quantity = std::get_if<Quantity>(&figure))
        return csvMeasure(quantity->value, quantity->interval, isShare);
    if (const auto *estimate = std::get_if<Estimate>(&figure))
        return csvMeasure(estimate->rate, estimate->interval, isShare);
    if (const auto *share = std::get_if<Proportion>(&figure))
        return csvShare(*share);
    return isShare ? ",," : "";
}

QString percentsText(const Interval &interval, const QLocale &locale)
{
    //: An interval of percentages: "9.9 – 11.2 %".
    return ChartText::tr("%1\u00a0–\u00a0%2")
        .arg(locale.toString(interval.low * 100, 'f', 1), percentText(interval.high, locale));
}

QString numbersText(const Interval &interval, const QLocale &locale)
{
    //: An interval of numbers: "12.0 – 14.5".
    return ChartText::tr("%1\u00a0–\u00a0%2")
        .arg(locale.toString(interval.low, 'f', 1), locale.toString(interval.high, 'f', 1));
}

QString tooFewText()
{
    //: In place of a percentage: fewer than 30 people say nothing about a rate.
    return ChartText::tr("too few");
}

QString withInterval(const QString &value, const QString &interval)
{
    //: A figure and its interval: "10.5 % (9.9 – 11.2 %)".
    return interval.isEmpty() ? value : ChartText::tr("%1 (%2)").arg(value, interval);
}

} // namespace

QString percentText(double rate, const QLocale &locale)
{
    //: A share: %1 is the number. A no-break space stands before the sign where the language has one.
    return ChartText::tr("%1\u00a0%").arg(locale.toString(rate * 100, 'f', 1));
}

QString shareText(const Proportion &share, const QLocale &locale)
{
    const auto rate = share.rate();
    if (!rate)
        return u"–"_s;
    return share.isFew() ? tooFewText() : percentText(*rate, locale);
}

QString intervalText(const Proportion &share, const QLocale &locale)
{
    const auto interval = share.interval();
    if (!interval || share.isKnown || share.isFew())
        return {};
    return percentsText(*interval, locale);
}

QString dayText(QDate day, const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.replace(u"MMMM"_s, u"MMM"_s);
    static const QRegularExpression weekday(u"^[\\s,]*dddd[\\s,]*|[\\s,]*dddd[\\s,]*$"_s);
    return locale.toString(day, format.remove(weekday));
}

QString figureText(const Figure &figure, const QLocale &locale)
{
    if (const auto *text = std::get_if<QString>(&figure))
        return *text;
    if (const auto *count = std::get_if<qint64>(&figure))
        return locale.toString(*count);
    if (const auto *day = std::get_if<QDate>(&figure))
        return dayText(*day, locale);
    if (const auto *quantity = std::get_if<Quantity>(&figure)) {
        return withInterval(locale.toString(quantity->value, 'f', 1),
            quantity->interval ? numbersText(*quantity->interval, locale) : QString());
    }
    if (const auto *estimate = std::get_if<Estimate>(&figure)) {
        if (estimate->isFew)
            return tooFewText();
        return withInterval(percentText(estimate->rate, locale),
            estimate->interval ? percentsText(*estimate->interval, locale) : QString());
    }
    const auto *share = std::get_if<Proportion>(&figure);
    return share ? withInterval(shareText(*share, locale), intervalText(*share, locale))
                 : QString();
}

QByteArray toCsv(const Chart &chart)
{
    QByteArrayList header;
    for (const ChartColumn &column : chart.columns) {
        header.append(csvText(column.key));
        if (column.isShare)
            header << csvText(column.key + u"_low"_s) << csvText(column.key + u"_high"_s);
    }
    QByteArray csv = header.join(',') + "\r\n";
    for (const QList<Figure> &row : chart.rows) {
        QByteArrayList cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells.append(csvCell(row[i], chart.columns[i].isShare));
        csv += cells.join(',') + "\r\n";
    }
    return csv;
}
