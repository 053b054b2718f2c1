// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/id.h"
#include "storage/connection.h"

#include <QDate>
#include <QTime>

#include <optional>
#include <string_view>
#include <type_traits>

// The same values as in sqlvalue.h, read from a scan: what a view of thousands of rows is made of.

/// A day as it stands in a column, YYYY-MM-DD; invalid for anything else.
[[nodiscard]] QDate dayFromSql(QUtf8StringView text);
/// A time as it stands in a column, HH:mm; invalid for anything else.
[[nodiscard]] QTime timeFromSql(QUtf8StringView text);

inline void fromScan(const ScanRow &row, int column, QString &target)
{
    const QUtf8StringView text = row.utf8(column);
    target = text.isEmpty() ? QString() : text.toString();
}
inline void fromScan(const ScanRow &row, int column, bool &target)
{
    target = row.integer(column) != 0;
}
inline void fromScan(const ScanRow &row, int column, int &target)
{
    target = int(row.integer(column));
}
inline void fromScan(const ScanRow &row, int column, qint64 &target)
{
    target = row.integer(column);
}
inline void fromScan(const ScanRow &row, int column, QDate &target)
{
    target = dayFromSql(row.utf8(column));
}
inline void fromScan(const ScanRow &row, int column, QTime &target)
{
    target = timeFromSql(row.utf8(column));
}
template<typename Tag>
void fromScan(const ScanRow &row, int column, Id<Tag> &target)
{
    target = Id<Tag>(row.integer(column));
}
template<typename E>
requires std::is_enum_v<E>
void fromScan(const ScanRow &row, int column, E &target)
{
    const QUtf8StringView text = row.utf8(column);
    const std::string_view word(text.data(), size_t(text.size()));
    target = E();
    for (const auto &[candidate, name] : EnumText<E>::values) {
        if (name == word)
            target = candidate;
    }
}
template<typename T>
void fromScan(const ScanRow &row, int column, std::optional<T> &target)
{
    if (row.isNull(column)) {
        target.reset();
    } else {
        T inner {};
        fromScan(row, column, inner);
        target = inner;
    }
}
