// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/prospectcolumns.h"

#include <QHash>

#include <algorithm>
#include <concepts>

namespace {

template<typename Moves, typename Visitor>
requires std::same_as<std::remove_const_t<Moves>, ColumnChunk::Moves>
void forEachArray(Moves &moves, Visitor visit)
{
    visit(moves.first);
    visit(moves.at);
    visit(moves.to);
    visit(moves.flags);
}

/// Calls \a visit for every array of \a chunk with an element a row, ages and days of each step included.
template<typename Chunk, typename Visitor>
requires std::same_as<std::remove_const_t<Chunk>, ColumnChunk>
void forEachArray(Chunk &chunk, Visitor visit)
{
    visit(chunk.ids);
    visit(chunk.entry);
    visit(chunk.source);
    visit(chunk.owner);
    visit(chunk.fate);
    visit(chunk.stage);
    visit(chunk.flags);
    visit(chunk.touched);
    visit(chunk.exitAge);
    for (auto &ages : chunk.age)
        visit(ages);
    for (auto &days : chunk.arrivalDay)
        visit(days);
}

/// Builds chunks from rows of other ones that come in ascending order of ids.
class ChunkWriter
{
public:
    explicit ChunkWriter(qsizetype steps)
        : m_steps(steps)
    { }

    /// Copies one row with its source and owner translated.
    void append(const ColumnChunk &from, size_t row, quint32 source, quint16 owner)
    {
        if (!m_open || m_open->size() == ColumnChunk::MostRows)
            open();
        ColumnChunk &to = *m_open;
        const auto newRow = quint32(to.ids.size());
        to.ids.push_back(from.ids[row]);
        to.entry.push_back(from.entry[row]);
        to.source.push_back(source);
        to.owner.push_back(owner);
        to.fate.push_back(from.fate[row]);
        to.stage.push_back(from.stage[row]);
        to.flags.push_back(from.flags[row]);
        to.touched.push_back(from.touched[row]);
        to.exitAge.push_back(from.exitAge[row]);
        for (size_t step = 0; step < to.age.size(); ++step)
            to.age[step].push_back(from.age[step][row]);
        for (size_t step = 0; step < to.arrivalDay.size(); ++step)
            to.arrivalDay[step].push_back(from.arrivalDay[step][row]);
        auto late = std::ranges::lower_bound(
            from.lateTouches, quint32(row), {}, &ColumnChunk::LateTouch::row);
        for (; late != from.lateTouches.end() && late->row == row; ++late)
            to.lateTouches.push_back({newRow, late->step, late->age});
        const auto none = std::ranges::lower_bound(
            from.notApplicable, quint32(row), {}, &ColumnChunk::NotApplicable::row);
        if (none != from.notApplicable.end() && none->row == row)
            to.notApplicable.push_back({newRow, none->steps});
        auto stay =
            std::ranges::lower_bound(from.exitStays, quint32(row), {}, &ColumnChunk::ExitStay::row);
        for (; stay != from.exitStays.end() && stay->row == row; ++stay)
            to.exitStays.push_back({newRow, stay->left, stay->back});
        for (size_t i = from.moves.first[row]; i < from.moves.first[row + 1]; ++i) {
            to.moves.at.push_back(from.moves.at[i]);
            to.moves.to.push_back(from.moves.to[i]);
            to.moves.flags.push_back(from.moves.flags[i]);
        }
        to.moves.first.push_back(quint32(to.moves.at.size()));
    }

    void share(std::shared_ptr<const ColumnChunk> chunk)
    {
        close();
        m_chunks.push_back(std::move(chunk));
    }

    /// Ends the chunk under construction, so that a neighbour can be shared as it is.
    void close()
    {
        if (!m_open)
            return;
        const auto fit = [](auto &array) { array.shrink_to_fit(); };
        forEachArray(*m_open, fit);
        forEachArray(m_open->moves, fit);
        m_chunks.push_back(std::move(m_open));
        m_open = nullptr;
    }

    [[nodiscard]] std::vector<std::shared_ptr<const ColumnChunk>> take()
    {
        close();
        return std::move(m_chunks);
    }

private:
    void open()
    {
        close();
        m_open = std::make_shared<ColumnChunk>();
        m_open->age.resize(size_t(m_steps));
        m_open->arrivalDay.resize(size_t(m_steps));
        forEachArray(*m_open, [](auto &array) { array.reserve(ColumnChunk::MostRows); });
    }

    qsizetype m_steps;
    std::shared_ptr<ColumnChunk> m_open;
    std::vector<std::shared_ptr<const ColumnChunk>> m_chunks;
};

/// Codes of \a words in \a dictionary, which grows by those it lacks.
template<typename Code, typename Word>
std::vector<Code> translate(const QList<Word> &words, QList<Word> &dictionary)
{
    QHash<Word, Code> known;
    for (const Word &word : dictionary)
        known.insert(word, Code(known.size()));
    std::vector<Code> codes;
    codes.reserve(size_t(words.size()));
    for (const Word &word : words) {
        auto found = known.find(word);
        if (found == known.end()) {
            found = known.insert(word, Code(dictionary.size()));
            dictionary.append(word);
        }
        codes.push_back(*found);
    }
    return codes;
}

struct RowRef
{
    qint64 id;
    const ColumnChunk *chunk; ///< null: the row is to be removed
    size_t row;
};

/// What happens to which id, ascending; a changed row wins over a removal.
std::vector<RowRef> edits(const ProspectColumns &changed, std::span<const qint64> removed)
{
    std::vector<RowRef> result;
    for (const auto &chunk : changed.chunks()) {
        for (size_t row = 0; row < chunk->ids.size(); ++row)
            result.push_back({chunk->ids[row], chunk.get(), row});
    }
    for (const qint64 id : removed)
        result.push_back({id, nullptr, 0});
    std::ranges::stable_sort(result, {}, &RowRef::id); // of equal ids the changed row comes first
    const auto sameId = [](const RowRef &a, const RowRef &b) { return a.id == b.id; };
    result.erase(std::unique(result.begin(), result.end(), sameId), result.end());
    return result;
}

} // namespace

quint32 ColumnChunk::toSeconds(qint64 ms)
{
    constexpr auto last = qint64(std::numeric_limits<quint32>::max());
    return quint32(std::clamp(ms < 0 ? 1 : ms / 1000, qint64(1), last));
}

void ColumnChunk::resize(qsizetype rows, qsizetype steps)
{
    age.resize(size_t(steps));
    arrivalDay.resize(size_t(steps));
    forEachArray(*this, [rows](auto &array) { array.resize(size_t(rows)); });
    for (auto &ages : age)
        std::ranges::fill(ages, Age::NotReached);
    for (auto &days : arrivalDay)
        std::ranges::fill(days, ArrivalDay::None);
    std::ranges::fill(exitAge, Age::NotReached);
    moves.first.assign(size_t(rows) + 1, 0);
}

qsizetype ProspectColumns::size() const
{
    qsizetype rows = 0;
    for (const auto &chunk : m_chunks)
        rows += chunk->size();
    return rows;
}

qsizetype ProspectColumns::bytes() const
{
    qsizetype sum = 0;
    for (const auto &chunk : m_chunks) {
        const auto add = [&sum](const auto &array) {
            sum += qsizetype(array.capacity() * sizeof(array[0]));
        };
        forEachArray(*chunk, add);
        forEachArray(chunk->moves, add);
        sum += qsizetype(chunk->notApplicable.capacity() * sizeof(ColumnChunk::NotApplicable));
        sum += qsizetype(chunk->lateTouches.capacity() * sizeof(ColumnChunk::LateTouch));
        sum += qsizetype(chunk->exitStays.capacity() * sizeof(ColumnChunk::ExitStay));
    }
    return sum;
}

ColumnsPointer updatedColumns(
    const ColumnsPointer &base, const ProspectColumns &changed, std::span<const qint64> removed)
{
    Q_ASSERT(base->steps().size() == changed.steps().size());
    auto result = std::make_shared<ProspectColumns>(*base);
    const auto sources = translate<quint32>(changed.sources(), result->m_sources);
    const auto owners = translate<quint16>(changed.owners(), result->m_owners);
    const std::vector<RowRef> edited = edits(changed, removed);

    ChunkWriter writer(base->steps().size());
    const auto writeEdit = [&](const RowRef &edit) {
        if (edit.chunk) {
            writer.append(*edit.chunk, edit.row, sources[edit.chunk->source[edit.row]],
                owners[edit.chunk->owner[edit.row]]);
        }
    };
    auto next = edited.begin();
    const auto &chunks = base->chunks();
    for (size_t i = 0; i < chunks.size(); ++i) {
        const ColumnChunk &chunk = *chunks[i];
        // A chunk takes what lies before the next one, so that new prospects, whose ids are the
        // newest, go to the last.
        const auto end = i + 1 == chunks.size() ? edited.end()
                                                : std::ranges::lower_bound(next, edited.end(),
                                                    chunks[i + 1]->ids.front(), {}, &RowRef::id);
        if (next == end) {
            writer.share(chunks[i]);
            continue;
        }
        for (size_t row = 0; row < chunk.ids.size(); ++row) {
            for (; next != end && next->id < chunk.ids[row]; ++next)
                writeEdit(*next);
            if (next != end && next->id == chunk.ids[row])
                writeEdit(*next++);
            else
                writer.append(chunk, row, chunk.source[row], chunk.owner[row]);
        }
        for (; next != end; ++next)
            writeEdit(*next);
        writer.close();
    }
    for (; next != edited.end(); ++next) // only where the base holds nothing
        writeEdit(*next);
    result->m_chunks = writer.take();
    return result;
}
