// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

/// Minor units (cents) of an ISO 4217 currency with as many decimals as it has, as \a locale writes them: "€1,200.00".
[[nodiscard]] QString moneyText(qint64 minor, const QString &currency, const QLocale &locale);
/// To the currency's whole unit, for what is only estimated: "€1,200". What would be nothing then is told exactly.
[[nodiscard]] QString roundMoneyText(qint64 minor, const QString &currency, const QLocale &locale);
