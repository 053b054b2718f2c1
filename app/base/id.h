// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/idsource.h"

#include <QHashFunctions>
#include <QString>

#include <compare>

/// A row's identity. One tag per entity: mixing two ids does not compile. Zero is null.
template<typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value)
        : m_value(value)
    { }
    [[nodiscard]] static Id create(IdSource &source) { return Id(source.next()); }
    [[nodiscard]] constexpr bool isNull() const { return m_value == 0; }
    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    /// As in JSON and CSV, where ids are strings because 63 bits do not fit a double.
    [[nodiscard]] QString toString() const { return QString::number(m_value); }
    // The check takes the comparison with zero inside the defaulted operator for a pointer's.
    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};
