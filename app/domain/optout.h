// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Words in a received message that ask to be left alone.
struct OptOut
{
    QString language; ///< of the phrase: "en", "de", …
    QString phrase; ///< as it is known, folded

    friend bool operator==(const OptOut &, const OptOut &) = default;
};

/// The first phrase of \a text, a received message, that asks to be left alone, in any of the languages that are known. A short word such as “stop” counts
/// only where it is nearly all that was said, since it has other uses; “stop by” and the like never count. Proposes a flag; it never sets one.
[[nodiscard]] std::optional<OptOut> optOutIn(const QString &text);
