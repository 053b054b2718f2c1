// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// An amount of money as a file writes it: `1,234.50`, `1.234,50 €`, `$ 1 200`, `EUR 12`, `-3`.
struct WrittenAmount
{
    QString decimal; ///< canonical: digits with at most one point and a leading minus
    QString currency; ///< ISO 4217 where the text says it beyond doubt, else empty

    friend bool operator==(const WrittenAmount &, const WrittenAmount &) = default;
};

/// Nothing where \a text is no amount. The last separator is that of the decimals, except where
/// three digits follow the only kind of separator there is: money has no thousandths.
[[nodiscard]] std::optional<WrittenAmount> parseAmount(QStringView text);

/// \a decimal (as in WrittenAmount) in minor units of \a currency (ISO 4217), rounded half away
/// from zero. Nothing beyond 63 bits.
[[nodiscard]] std::optional<qint64> minorUnits(const QString &decimal, const QString &currency);
