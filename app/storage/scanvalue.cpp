// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/scanvalue.h"

namespace {
/// The number that \a count digits from \a from on are; -1 where one is none.
int number(QUtf8StringView text, qsizetype from, qsizetype count)
{
    int value = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const char digit = text.data()[i];
        if (digit < '0' || digit > '9')
            return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}
} // namespace

QDate dayFromSql(QUtf8StringView text)
{
    constexpr qsizetype length = 10;
    if (text.size() != length || text.data()[4] != '-' || text.data()[7] != '-')
        return {};
    return QDate(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
}

QTime timeFromSql(QUtf8StringView text)
{
    constexpr qsizetype length = 5;
    if (text.size() != length || text.data()[2] != ':')
        return {};
    return QTime(number(text, 0, 2), number(text, 3, 2));
}
