// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/moneytext.h"

#include "domain/money.h"

#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// In the currency's own unit.
double inUnits(qint64 minor, const QString &currency)
{
    auto value = static_cast<double>(minor);
    for (int i = 0; i < Money::minorDigits(currency); ++i)
        value /= 10;
    return value;
}

QString withSign(double value, const QString &currency, const QLocale &locale, int digits)
{
    static const QHash<QString, QString> signs {
        {u"EUR"_s, u"€"_s}, {u"USD"_s, u"$"_s}, {u"GBP"_s, u"£"_s}};
    return locale.toCurrencyString(value, signs.value(currency, currency), digits);
}

} // namespace

QString moneyText(qint64 minor, const QString &currency, const QLocale &locale)
{
    return withSign(inUnits(minor, currency), currency, locale, Money::minorDigits(currency));
}

QString roundMoneyText(qint64 minor, const QString &currency, const QLocale &locale)
{
    const double value = std::round(inUnits(minor, currency));
    return value == 0 ? moneyText(minor, currency, locale) : withSign(value, currency, locale, 0);
}
