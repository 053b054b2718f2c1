// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/moves.h"

namespace {

/// Calls \a use(from, to) for what the matrix counts of one row, as the matrix names them.
template<typename Use>
void countRow(
    const ColumnChunk &chunk, size_t row, const SecondSpan &span, const MoveMatrix &names, Use use)
{
    int at = -1; // nowhere yet
    bool isCounted = false; // that it came to where it is
    bool isOver = false;
    chunk.forEachMove(row, [&](quint8, quint8 to, quint32 seconds, quint8 flags) {
        const bool isDated = !(flags & ColumnChunk::Moves::IsUndated);
        isOver = isOver || (isDated && seconds >= span.end);
        if (isOver || (span.isTimed && !isDated && isCounted))
            return;
        const bool isEarlier = span.isTimed && (!isDated || seconds < span.begin);
        if (isEarlier) {
            at = to;
            return;
        }
        if (at == to) // came here by a move that is not the span's
            return;
        if (at >= 0 && !isCounted)
            use(names.before(), at);
        const bool isByPipeline = flags & ColumnChunk::Moves::ByPipeline;
        if (isByPipeline && at >= 0)
            use(at, names.putElsewhere());
        const int from = at < 0 ? names.start() : at;
        use(isByPipeline ? names.fromRetired() : from, int(to));
        at = to;
        isCounted = true;
    });
    if (at < 0)
        return;
    if (!isCounted)
        use(names.before(), at);
    use(at, names.stillThere());
}

} // namespace

MoveMatrix moveMatrix(const ProspectColumns &columns, const ChartFilter &filter)
{
    MoveMatrix matrix(int(columns.stages().size()));
    const SecondSpan span(filter.span, columns.zone());
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        countRow(chunk, row, span, matrix, [&matrix](int from, int to) { matrix.add(from, to); });
    });
    return matrix;
}

QList<ProspectId> moversBetween(
    const ProspectColumns &columns, const ChartFilter &filter, int from, int to)
{
    QList<ProspectId> ids;
    const MoveMatrix names(int(columns.stages().size()));
    const SecondSpan span(filter.span, columns.zone());
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        bool isWanted = false;
        countRow(chunk, row, span, names,
            [&](int left, int entered) { isWanted = isWanted || (left == from && entered == to); });
        if (isWanted)
            ids.append(ProspectId(chunk.ids[row]));
    });
    return ids;
}
