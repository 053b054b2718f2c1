// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"
#include "domain/moneytext.h"

#include <cmath>

/// Amounts that are figured out, in minor units of an ISO 4217 currency.
namespace MoneyWords {
/// To the nearest minor unit.
[[nodiscard]] inline qint64 rounded(double minor)
{
    return std::llround(minor);
}
/// "€1,200.00".
[[nodiscard]] inline QString text(double minor, const QString &currency)
{
    return moneyText(rounded(minor), currency, QLocale());
}
/// What is only estimated, without the cents: "€1,200".
[[nodiscard]] inline QString about(double minor, const QString &currency)
{
    return roundMoneyText(rounded(minor), currency, QLocale());
}
/// In the currency's own unit, for an axis.
[[nodiscard]] inline double major(double minor, const QString &currency)
{
    return minor / std::pow(10, Money::minorDigits(currency));
}
} // namespace MoneyWords
