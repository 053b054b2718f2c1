// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

/// Money as people type it: minor units of an ISO 4217 currency.
namespace Money {
/// How many digits the minor unit of \a currency has: 2 but for those that ISO 4217 names otherwise.
[[nodiscard]] int minorDigits(QStringView currency);
/// \a text, written as \a locale writes numbers, in minor units of \a currency. Nothing where it is no amount of 0 or more, has more digits behind the
/// point than the currency, or is beyond what a column holds exactly.
[[nodiscard]] std::optional<qint64> parse(
    const QString &text, QStringView currency, const QLocale &locale);
/// \a minor as \a locale writes it to be typed over: digits and the point alone, without a sign.
[[nodiscard]] QString plainText(qint64 minor, QStringView currency, const QLocale &locale);
/// Whether \a text could be a currency: three letters A to Z.
[[nodiscard]] bool isCurrency(QStringView text);
/// The code that \a text means: its three letters in capitals, or that of a sign which belongs to one currency alone. Nothing where it is neither.
[[nodiscard]] std::optional<QString> currencyCode(QStringView text);
/// Whether \a text is a sign of several currencies, and so tells none: those of the dollar and of the yen, which is also the yuan's.
[[nodiscard]] bool isSharedSign(QStringView text);
} // namespace Money
