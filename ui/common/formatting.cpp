// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/formatting.h"

#include "base/timetext.h"
#include "domain/moneytext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Formatting {

QString date(QDate day, const QLocale &locale)
{
    return dateText(day, locale);
}

QString dayMonth(QDate day, const QLocale &locale)
{
    return dayMonthText(day, locale);
}

QString monthTitle(QDate day, const QLocale &locale)
{
    const QString month = locale.standaloneMonthName(day.month(), QLocale::LongFormat);
    //: The title of a month: %1 is its name, %2 the year.
    return QCoreApplication::translate("Formatting", "%1 %2")
        .arg(month, QString::number(day.year()));
}

QString time(QTime time, const QLocale &locale)
{
    return timeText(time, locale);
}

QString dateTime(const QDateTime &moment, QDate today, const QLocale &locale)
{
    //: A day and a time: "Today, 14:05".
    return QCoreApplication::translate("Formatting", "%1, %2")
        .arg(relativeDay(moment.date(), today, locale), time(moment.time(), locale));
}

QString relativeDay(QDate day, QDate today, const QLocale &locale)
{
    const qint64 days = today.daysTo(day);
    if (days == 0)
        return QCoreApplication::translate("Formatting", "Today");
    if (days == -1)
        return QCoreApplication::translate("Formatting", "Yesterday");
    if (days == 1)
        return QCoreApplication::translate("Formatting", "Tomorrow");
    if (days > 1 && days <= 6)
        return locale.standaloneDayName(day.dayOfWeek(), QLocale::LongFormat);
    return day.year() == today.year() ? dayMonth(day, locale) : date(day, locale);
}

QString dayWithin(QDate day, QDate today, const QLocale &locale)
{
    switch (today.daysTo(day)) {
    case 0:
        return QCoreApplication::translate("Formatting", "today", "within a sentence");
    case -1:
        return QCoreApplication::translate("Formatting", "yesterday", "within a sentence");
    case 1:
        return QCoreApplication::translate("Formatting", "tomorrow", "within a sentence");
    default:
        return relativeDay(day, today, locale);
    }
}

QString number(qint64 value, const QLocale &locale)
{
    return locale.toString(value);
}

QString percent(double share, int decimals, const QLocale &locale)
{
    //: A share: %1 is the number. A no-break space stands before the sign where the language has
    //: one.
    return QCoreApplication::translate("Formatting", "%1 %")
        .arg(locale.toString(share * 100, 'f', decimals));
}

QString money(qint64 minor, const QString &currency, const QLocale &locale)
{
    return moneyText(minor, currency, locale);
}

QString channel(const QString &name, const QString &network)
{
    const QRegularExpression word(u"\\b%1\\b"_s.arg(QRegularExpression::escape(network)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (network.isEmpty() || name.contains(word))
        return name;
    //: A channel and its network.
    return QCoreApplication::translate("Formatting", "%1 · %2").arg(name, network);
}

} // namespace Formatting
