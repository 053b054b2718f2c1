// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/importplan.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <array>
#include <optional>

/// The date and time with which a chat's entry begins, as it stands in the line.
struct ChatHeader
{
    std::array<int, 3> date {}; ///< in the order of the line
    std::array<int, 3> digits {}; ///< how many digits each part has
    char16_t separator = 0; ///< '/', '.' or '-'
    QTime time;
    bool hasSeconds = false;
    bool bracketed = false;
    bool twelveHours = false; ///< with AM or PM
    bool capitalMarker = false; ///< AM or PM in capitals without dots, as in the United States
    bool spelledMarker = false; ///< a. m. or a.m., or a marker of another language than English
    qsizetype restAt = 0; ///< where in the line the text behind the header begins

    [[nodiscard]] bool isYearFirst() const { return digits[0] == 4; }
    /// The day under \a order (which a year of four digits in the first place overrides); invalid
    /// where there is none.
    [[nodiscard]] QDate day(DateOrder order) const;
};

/// The header of an entry of an exported chat: `[31/12/2022, 11:40:26]`, `31/12/2022, 11:40 -`,
/// `3/6/18, 1:55 p.m. -`, `13.6.2018 klo 21.25.15 -`, `13.06.18 21.25.15:`, `[2018/06/13 1:55:00 p.
/// m.]` and their kin, with invisible marks and any kind of space between. Nothing where \a line
/// has none, so that it continues the entry before.
[[nodiscard]] std::optional<ChatHeader> parseChatHeader(QStringView line);

/// \a text, the begin of a file, is a chat: its first line or several of the first lines have the
/// header of an entry.
[[nodiscard]] bool looksLikeChat(QStringView text);

/// \a c is one of the invisible marks of writing direction and the like that phones strew in.
[[nodiscard]] bool isInvisibleMark(QChar c);
/// \a text without them.
[[nodiscard]] QString withoutMarks(QStringView text);
