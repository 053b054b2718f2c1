// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
/// The locale's long date without weekday, year and what binds them; Qt has no such format of its
/// own.
QString datePattern(const QLocale &locale, bool keepYear)
{
    QString pattern = locale.dateFormat(QLocale::LongFormat);
    pattern.replace(u"MMMM"_s, u"MMM"_s);
    pattern.remove(u"dddd"_s);
    if (!keepYear)
        pattern.remove(u"yyyy"_s);
    // Commas and quoted words ("de", "г.") that bound the parts taken away.
    static const QRegularExpression leading(u"^[\\s,\u060C]+"_s);
    static const QRegularExpression trailing(u"([\\s,\u060C]+|'[^']*')+$"_s);
    return pattern.remove(leading).remove(trailing).simplified();
}
} // namespace

QString timeText(QTime time, const QLocale &locale)
{
    static const QRegularExpression seconds(u"[:.]ss?"_s);
    return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(seconds));
}

QString dateText(QDate day, const QLocale &locale)
{
    return locale.toString(day, datePattern(locale, true));
}

QString dayMonthText(QDate day, const QLocale &locale)
{
    return locale.toString(day, datePattern(locale, false));
}
