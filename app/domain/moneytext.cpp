// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/moneytext.h"

#include "domain/money.h"

#include <QHash>

using namespace Qt::StringLiterals;

QString moneyText(qint64 minor, const QString &currency, const QLocale &locale)
{
    const int digits = Money::minorDigits(currency);
    auto value = static_cast<double>(minor);
    for (int i = 0; i < digits; ++i)
        value /= 10;
    static const QHash<QString, QString> signs {
        {u"EUR"_s, u"€"_s}, {u"USD"_s, u"$"_s}, {u"GBP"_s, u"£"_s}};
    return locale.toCurrencyString(value, signs.value(currency, currency), digits);
}
