// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/localdays.h"
#include "base/enumtext.h"

#include <QMap>

/// By what time is cut: local days, ISO weeks (from Monday), months.
enum class Period { Day, Week, Month };

template<>
struct EnumText<Period>
{
    static constexpr std::pair<Period, std::string_view> values[] {
        {Period::Day, "day"}, {Period::Week, "week"}, {Period::Month, "month"}};
};

/// A period, or what a question leaves of it: the local days [from, to).
struct PeriodSpan
{
    QDate from;
    QDate to;
    bool isWhole = true; ///< not cut by the question's span
    bool isOver = true; ///< had ended when the data were current

    [[nodiscard]] DateSpan days() const { return {from, to}; }
    /// Whether nothing more can come into it, and nothing of it was left out.
    [[nodiscard]] bool isComplete() const { return isWhole && isOver; }

    friend bool operator==(const PeriodSpan &, const PeriodSpan &) = default;
};

/// The first day of the period in which \a day lies.
[[nodiscard]] QDate periodStart(QDate day, Period period);
/// The first day of the period after that which begins with \a start.
[[nodiscard]] QDate nextPeriod(QDate start, Period period);
/// The periods of the days [first, end) in their order, the first and the last cut there. Those are over that had ended in
/// \a zone at \a asOf (Unix milliseconds, UTC); all, where that is 0.
[[nodiscard]] QList<PeriodSpan> periodsBetween(
    QDate first, QDate end, Period period, qint64 asOf, const QTimeZone &zone);

/// Numbers the periods of instants from 0 in the order in which they are met, fast enough for millions of them. Not for use
/// by two threads at once.
class PeriodNumbers
{
public:
    PeriodNumbers(Period period, const QTimeZone &zone);

    /// The number of the period of \a seconds, an instant as in ColumnChunk.
    [[nodiscard]] int numberAt(quint32 seconds);
    /// How many periods were met.
    [[nodiscard]] int count() const { return int(m_numbers.size()); }
    /// The number of the period in which \a day lies, or -1.
    [[nodiscard]] int find(QDate day) const;
    /// The first day of the earliest period that was met; no date where none was.
    [[nodiscard]] QDate begin() const;
    /// The first day after the latest period that was met; no date where none was.
    [[nodiscard]] QDate end() const;

private:
    Period m_period;
    LocalDays m_days;
    std::vector<qint32> m_ofDay; ///< by local day; -1: not met
    QMap<QDate, int> m_numbers; ///< by the period's first day
};

/// Calls \a use(chunk, row, number) for those who entered the pipeline at a known time within \a filter's span, with the
/// number of the entry's period. Returns how many entered at an unknown time, whom only a filter without a span wants.
template<typename Use>
qint64 forEachEntered(
    const ProspectColumns &columns, const ChartFilter &filter, PeriodNumbers &numbers, Use use)
{
    const SecondSpan span(filter.span, columns.zone());
    qint64 undated = 0;
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        const quint32 entry = chunk.entry[row];
        if (chunk.fate[row] == 0)
            return;
        if (entry == ColumnChunk::UnknownEntry)
            undated += span.isTimed ? 0 : 1;
        else if (span.contains(entry))
            use(chunk, row, numbers.numberAt(entry));
    });
    return undated;
}

/// The step of which a rate speaks: \a chosen, else the first of \a steps that wins, else the last; -1 without steps.
[[nodiscard]] int goalStep(const QList<Stage> &steps, std::optional<int> chosen = {});
