// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "report/report.h"

/// With which earlier time a report is compared.
enum class Comparison {
    None,
    Previous, ///< the span of the same length that ends where this one begins
    YearBefore, ///< the same days of the year before
};

template<>
struct EnumText<Comparison>
{
    static constexpr std::pair<Comparison, std::string_view> values[] {{Comparison::None, "none"},
        {Comparison::Previous, "previous"}, {Comparison::YearBefore, "year"}};
};

/// The span with which \a span is compared. One that has no end, or a later one, goes to the end of \a today; whole months are compared with as many whole months.
/// Nothing for None, or where \a span has no beginning or is empty.
[[nodiscard]] std::optional<DateSpan> earlierSpan(
    const DateSpan &span, Comparison comparison, QDate today);

/// \a now with the figures of \a before, which answers the same question for the earlier \a span: further columns in chart and table ("reached_before"),
/// empty where the earlier report has no such row; "comparedWith" and "before" in the document. Rows are the same where the words before their first
/// figure are, and an age ("days"), in the table; days are the same by their place among those of their report. Of a funnel with a window the title tells the
/// difference with Newcombe's interval; without one it says that the later ones have had less time, and the figures of "change" are null. Rows, and the people behind them, are those of \a now.
/// Lines that count the same have the same scale in both.
[[nodiscard]] Report compared(const Report &now, const Report &before, const DateSpan &span);
