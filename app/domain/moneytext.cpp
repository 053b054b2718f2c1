// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/moneytext.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {
int minorDigits(const QString &currency)
{
    // ISO 4217 lists these among those without a minor unit, and these with three digits.
    static const QStringList none {
        u"JPY"_s, u"KRW"_s, u"VND"_s, u"CLP"_s, u"ISK"_s, u"UGX"_s, u"PYG"_s};
    static const QStringList three {
        u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s, u"LYD"_s, u"OMR"_s, u"TND"_s};
    if (none.contains(currency))
        return 0;
    return three.contains(currency) ? 3 : 2;
}

} // namespace

QString moneyText(qint64 minor, const QString &currency, const QLocale &locale)
{
    const int digits = minorDigits(currency);
    auto value = static_cast<double>(minor);
    for (int i = 0; i < digits; ++i)
        value /= 10;
    static const QHash<QString, QString> signs {
        {u"EUR"_s, u"€"_s}, {u"USD"_s, u"$"_s}, {u"GBP"_s, u"£"_s}};
    return locale.toCurrencyString(value, signs.value(currency, currency), digits);
}
