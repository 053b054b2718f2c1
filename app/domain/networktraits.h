// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// What a network does with a post, beside its limits.
struct NetworkTraits
{
    bool hasThreads = false; ///< a long text goes out as several posts, each in reply to the last
    QString forbidden = {}; ///< signs that a post must not hold

    friend bool operator==(const NetworkTraits &, const NetworkTraits &) = default;
};

/// Those of \a network, a key of the table that is compiled into the program; none where it is unknown.
[[nodiscard]] NetworkTraits traitsOf(QStringView network);
