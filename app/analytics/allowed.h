// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <optional>
#include <vector>

/// By code of \a dictionary, 1 for a value that is \a wanted and 0 for another; where nothing is said all are wanted.
template<typename Value>
[[nodiscard]] std::vector<quint32> allowed(
    const QList<Value> &dictionary, const std::optional<QList<Value>> &wanted)
{
    std::vector<quint32> table(size_t(dictionary.size()), 1);
    if (wanted) {
        const QSet<Value> set(wanted->cbegin(), wanted->cend());
        for (qsizetype code = 0; code < dictionary.size(); ++code)
            table[size_t(code)] = set.contains(dictionary[code]) ? 1 : 0;
    }
    return table;
}
