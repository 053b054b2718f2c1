// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>
#include <utility>

/// How an enumeration is written in the database, in JSON and on the command line. Specialise with
/// `static constexpr std::pair<E, std::string_view> values[]`.
template<typename E>
struct EnumText;

template<typename E>
[[nodiscard]] QString toText(E value)
{
    for (const auto &[candidate, text] : EnumText<E>::values) {
        if (candidate == value)
            return QString::fromLatin1(text.data(), qsizetype(text.size()));
    }
    Q_UNREACHABLE();
}

/// Nothing where \a text is not one of the enumeration's words.
template<typename E>
[[nodiscard]] std::optional<E> fromText(QStringView text)
{
    for (const auto &[candidate, word] : EnumText<E>::values) {
        if (text == QLatin1String(word.data(), qsizetype(word.size())))
            return candidate;
    }
    return std::nullopt;
}
