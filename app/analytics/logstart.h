// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <optional>

class ProspectColumns;

/// Where the record of moves begins later than that of entries. Of those who entered before, whatever they did until then is missing, so that
/// shares of them are too low: they are left-truncated.
struct LogStart
{
    QDate day; ///< the local day of the first move that leads on from an entry
    qint64 enteredBefore = 0; ///< before that day
    double missing =
        0; ///< how many of them would have moved on before it, at the pace of those who entered since

    friend bool operator==(const LogStart &, const LogStart &) = default;
};

/// Where that can be told: at least 30 entered since, and by the Kaplan–Meier estimate of their first moves at least 10 of those before would have
/// moved on before the first who did, which chance alone leaves out less than once in 20,000 times (e^-10, Poisson). They are watched
/// until the last day in \a columns; entries and moves without a day count nowhere. Two passes over the days of arrival. May run on any thread.
[[nodiscard]] std::optional<LogStart> findLogStart(const ProspectColumns &columns);
