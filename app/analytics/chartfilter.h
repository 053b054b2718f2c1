// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/allowed.h"
#include "analytics/peopleset.h"
#include "analytics/prospectcolumns.h"
#include "base/moment.h"

#include <array>
#include <limits>
#include <optional>

/// Whom and when a chart looks at. The default asks about everybody, for all time.
struct ChartFilter
{
    DateSpan span = {}; ///< local days in the workspace's zone; of what, the chart says
    std::optional<QStringList> sources =
        {}; ///< only prospects from these; "" are those without one
    std::optional<QList<UserId>> owners =
        {}; ///< only these people's prospects; a null id are those of nobody
    qint64 asOf = 0; ///< Unix milliseconds, UTC: when the data were current
    /// Only who entered the pipeline on these local days, whatever the span is of; without a first and a last one everybody.
    DateSpan cohort = {};
    /// Only who is at one of these now; a null id are those at none.
    std::optional<QList<StageId>> stages = {};
    std::optional<PeopleSet> people = {}; ///< only these

    friend bool operator==(const ChartFilter &, const ChartFilter &) = default;
};

/// A span in the columns' seconds: [begin, end).
struct SecondSpan
{
    quint32 begin = 0;
    quint64 end = std::numeric_limits<quint64>::max();
    bool isTimed = false; ///< whether it has a beginning or an end

    SecondSpan(const DateSpan &span, const QTimeZone &zone)
        : isTimed(span.from || span.to)
    {
        if (span.from)
            begin = ColumnChunk::toSeconds(startOfDay(*span.from, zone));
        if (span.to)
            end = ColumnChunk::toSeconds(startOfDay(*span.to, zone));
    }

    [[nodiscard]] bool contains(quint32 seconds) const { return seconds >= begin && seconds < end; }
};

/// Decides whom the cohort, the stages and the people of a filter leave, a chunk at a time. Not for use by two threads at once.
class ChosenRows
{
public:
    /// One mark a row of a chunk: 1 for who is chosen, 0 for the others.
    class Marks
    {
    public:
        /// Everybody.
        Marks() = default;
        /// Has one byte for each row, and keeps none of them.
        explicit Marks(const quint8 *marks)
            : m_marks(marks)
            , m_place(~size_t(0))
        { }

        [[nodiscard]] bool areAll() const { return m_place == 0; }
        [[nodiscard]] quint8 operator[](size_t row) const { return m_marks[row & m_place]; }

    private:
        static constexpr quint8 Chosen = 1;
        const quint8 *m_marks = &Chosen;
        size_t m_place = 0; ///< so that one mark stands for all rows without asking at each
    };

    ChosenRows(const ProspectColumns &columns, const ChartFilter &filter);

    /// The marks of \a chunk's rows, valid until the next call.
    [[nodiscard]] Marks of(const ColumnChunk &chunk);

private:
    void takeCohort(const ColumnChunk &chunk);
    void takeStages(const ColumnChunk &chunk);
    void takePeople(const ColumnChunk &chunk);

    SecondSpan m_cohort;
    std::optional<std::array<quint8, 256>>
        m_stages; ///< by stage as in ColumnChunk: 1 for a chosen one
    std::optional<PeopleSet> m_people;
    std::vector<quint8> m_marks;
};

/// Calls \a use(chunk, row) for the prospects that \a filter wants, whatever its span is of, by id. Every chart counts these and no others; what it compares
/// them with may be of everybody.
template<typename Use>
void forEachWanted(const ProspectColumns &columns, const ChartFilter &filter, Use use)
{
    const std::vector<quint32> sources = allowed<QString>(columns.sources(), filter.sources);
    const std::vector<quint32> owners = allowed<UserId>(columns.owners(), filter.owners);
    ChosenRows chosen(columns, filter);
    for (const auto &chunk : columns.chunks()) {
        const ChosenRows::Marks marks = chosen.of(*chunk);
        for (size_t row = 0; row < chunk->ids.size(); ++row) {
            if (sources[chunk->source[row]] & owners[chunk->owner[row]] & marks[row])
                use(*chunk, row);
        }
    }
}
