// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"

#include "analytics/agerule.h"
#include "analytics/localdays.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>
#include <tuple>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

// Of a move.
constexpr quint8 IsDay = 1;
constexpr quint8 IsUnknown = 2;
constexpr quint8 IsBack = 4; // into the first stage from another one, or from an exit
constexpr quint8 IsOfPipeline = 8; // made by the retirement of the stage before

// Of a prospect, while its entry is looked for.
constexpr quint8 HasEntry = 1; // some move at all
constexpr quint8 EntryKnown = 2; // entryMs holds a time
constexpr quint8 EntryFirst = 4; // ... which is that of an entry into the first stage
constexpr quint8 EntryDay = 8; // ... known to the day
constexpr quint8 FirstUnknown = 16; // has entered the first stage at an unknown time
constexpr quint8 OthersUnknown = 32; // has entered another stage at an unknown time

constexpr qint64 NoTime = std::numeric_limits<qint64>::min();
constexpr qint64 MsOfSecond = 1000;

constexpr size_t ManyRows = 100000;

/// What feeding took is free again, but stands between what stays, so that the C library keeps it.
void giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

/// The flags of a move in the columns, from those of an entry.
constexpr quint8 moveFlags(quint8 flags)
{
    return quint8((flags & IsDay ? ColumnChunk::Moves::IsDay : 0)
        | (flags & IsOfPipeline ? ColumnChunk::Moves::ByPipeline : 0));
}

size_t hashOf(qint64 id)
{
    return size_t((quint64(id) * 0x9E3779B97F4A7C15ULL) >> 20); // Fibonacci hashing
}

/// The age of what happened at \a ms, in the columns' type and with their marks.
quint16 markedAge(AgeRule &rule, qint64 entryMs, bool entryIsDay, qint64 ms, bool isDay)
{
    const qint64 days = rule.days(entryMs, entryIsDay, ms, isDay);
    return days < 0 ? Age::OutOfOrder : quint16(std::min(days, qint64(Age::Highest)));
}

/// Puts one entry into what is known of its prospect's first one. The result does not depend on the
/// entries' order.
void meetEntry(qint64 &entryMs, quint8 &marks, qint64 ms, quint8 flags, bool first)
{
    marks |= HasEntry;
    if (flags & IsUnknown) {
        marks |= first ? FirstUnknown : OthersUnknown;
        return;
    }
    const bool better = !(marks & EntryKnown) || (first && !(marks & EntryFirst))
        || (first == bool(marks & EntryFirst) && ms < entryMs);
    if (better) {
        entryMs = ms;
        marks = quint8(marks & ~(EntryFirst | EntryDay)) | EntryKnown;
        marks |= quint8((first ? EntryFirst : 0) | (flags & IsDay ? EntryDay : 0));
    } else if (first == bool(marks & EntryFirst) && ms == entryMs && (flags & IsDay)) {
        marks |= EntryDay;
    }
}

/// Whether the entry's time is known: an entry without a time into the first stage, where none has
/// one, hides it, and so does any other where the first stage was never entered.
bool isEntryKnown(quint8 marks)
{
    if (!(marks & EntryKnown))
        return false;
    return (marks & EntryFirst) || !(marks & (FirstUnknown | OthersUnknown));
}

constexpr quint32 UndatedArrival = 0; // no move and no entry has this time

/// A move of one row while their order is looked for.
struct RowMove
{
    quint32 at; ///< seconds, as in ColumnChunk::Moves
    quint16 ms; ///< behind that second
    quint8 to;
    quint8 flags;
    int left = -1; ///< what ColumnsBuilder::leftBy() says of it

    [[nodiscard]] bool isDay() const { return flags & ColumnChunk::Moves::IsDay; }
    [[nodiscard]] std::pair<quint32, quint16> time() const { return {at, ms}; }
};

/// A day begins before what happened in the middle of it, and is not before it all the same: of a move known to the day and
/// one to a stage before, at an hour of that day, the one with the hour comes first. Who was put back from a stage came to
/// it before. \a dated are one row's.
void liftDays(std::vector<RowMove> &dated, LocalDays &days)
{
    const auto knownToTheDay = std::ranges::count_if(dated, &RowMove::isDay);
    if (knownToTheDay == 0 || size_t(knownToTheDay) == dated.size())
        return;
    const auto dayOf = [&days](quint32 at) { return days.julianDay(qint64(at) * MsOfSecond); };
    for (RowMove &move : dated) {
        if (!move.isDay())
            continue;
        const qint64 day = dayOf(move.at);
        for (const RowMove &other : dated) {
            if (!other.isDay() && std::max(int(other.to), other.left) < move.to
                && dayOf(other.at) == day)
                std::tie(move.at, move.ms) = std::max(move.time(), other.time());
        }
    }
}

/// The steps that the prospect reached on the day of an entry whose hour is known, by moves that are known to the day alone:
/// such a move stands as undated, since its day began before the entry.
int stepsOfEntryDay(const ColumnChunk &chunk, size_t row, const std::vector<int> &stepsPassed)
{
    using Moves = ColumnChunk::Moves;
    constexpr quint8 onlyDay = Moves::IsDay | Moves::IsUndated;
    int steps = 1;
    for (size_t i = chunk.moves.first[row]; i < chunk.moves.first[row + 1]; ++i) {
        const int passed = stepsPassed[chunk.moves.to[i]];
        if (passed > steps && (chunk.moves.flags[i] & onlyDay) == onlyDay
            && chunk.age[size_t(passed) - 1][row] == 0)
            steps = passed;
    }
    return steps;
}

/// Calls \a use(step, seconds) for each step that the prospect reached or passed; the seconds never fall from step to step
/// until those that are undated.
template<typename Use>
void forEachArrival(
    const ColumnChunk &chunk, size_t row, const std::vector<int> &stepsPassed, Use use)
{
    const int reached = chunk.fate[row] / 2;
    int step = 0;
    // As the ages in the columns: without a known beginning nothing behind it has a place in time.
    if (reached > 0 && chunk.entry[row] != ColumnChunk::UnknownEntry) {
        for (const int first = stepsOfEntryDay(chunk, row, stepsPassed); step < first;)
            use(step++, chunk.entry[row]);
        const ColumnChunk::Moves &moves = chunk.moves;
        for (size_t i = moves.first[row]; i < moves.first[row + 1]; ++i) {
            if (moves.flags[i] & ColumnChunk::Moves::HasNoArrival)
                continue;
            for (const int passed = stepsPassed[moves.to[i]]; step < passed;)
                use(step++, moves.at[i]);
        }
    }
    while (step < reached)
        use(step++, UndatedArrival);
}

/// The local day of \a seconds as the columns hold it.
quint16 arrivalDay(LocalDays &days, quint32 seconds)
{
    if (seconds == UndatedArrival)
        return ArrivalDay::Undated;
    const qint64 day = days.julianDay(qint64(seconds) * MsOfSecond) - LocalDays::EpochJulianDay;
    return quint16(std::clamp(day, qint64(0), qint64(ArrivalDay::Highest)));
}

} // namespace

ColumnsBuilder::ColumnsBuilder(const QList<Stage> &stages, const QTimeZone &zone, qint64 cutOff,
    QList<StageRetirement> retirements)
    : m_columns(std::make_shared<ProspectColumns>())
    , m_cutOff(cutOff)
    , m_retirements(std::move(retirements))
{
    m_columns->m_stages = stages;
    std::ranges::stable_sort(m_columns->m_stages, {}, &Stage::position);
    m_columns->m_steps = pipelineSteps(stages);
    if (m_columns->m_steps.size() > ProspectColumns::MostSteps)
        m_columns->m_steps.resize(ProspectColumns::MostSteps);
    m_columns->m_zone = zone;
    m_columns->m_sources = {QString()};
    m_columns->m_owners = {UserId()};
    m_sourceCodes.emplace(std::string(), 0);
    m_ownerCodes.insert(0, 0);
    qint8 step = 0;
    for (const Stage &stage : std::as_const(m_columns->m_stages)) {
        m_stageIds.push_back(stage.id.value());
        if (stage.kind != StageKind::Exit && stage.isRetired()) {
            m_stepOfStage.push_back(std::max(qint8(step - 1), qint8(0)));
            continue;
        }
        const bool isStep = stage.kind != StageKind::Exit && step < m_columns->m_steps.size();
        if (isStep && stage.since > 0)
            m_sinceSteps.emplace_back(step, stage.since);
        m_stepOfStage.push_back(isStep ? step++ : qint8(-1));
    }
}

void ColumnsBuilder::reserve(qsizetype prospects)
{
    m_ids.reserve(size_t(prospects));
    m_source.reserve(size_t(prospects));
    m_owner.reserve(size_t(prospects));
    m_stage.reserve(size_t(prospects));
}

void ColumnsBuilder::addProspect(
    qint64 id, const QString &source, qint64 owner, qint64 currentStage)
{
    const QByteArray utf8 = source.toUtf8();
    addProspect(id, std::string_view(utf8.constData(), size_t(utf8.size())), owner, currentStage);
}

void ColumnsBuilder::addProspect(
    qint64 id, std::string_view source, qint64 owner, qint64 currentStage)
{
    Q_ASSERT(!m_prospectsDone);
    m_ascending = m_ascending && (m_ids.empty() || m_ids.back() < id);
    m_ids.push_back(id);
    m_source.push_back(sourceCode(source));
    m_owner.push_back(ownerCode(owner));
    m_stage.push_back(stageIndex(currentStage));
}

void ColumnsBuilder::addMove(
    qint64 prospect, qint64 toStage, Moment at, qint64 fromStage, bool isFromSure)
{
    if (!m_prospectsDone)
        sortProspects();
    const quint8 stage = stageIndex(toStage);
    const qint64 row = stage == ColumnChunk::NoStage ? -1 : rowOf(prospect);
    if (row < 0)
        return;
    const quint8 from = fromStage == 0 ? ColumnChunk::NoStage : stageIndex(fromStage);
    const bool isPut = isByPipeline(fromStage, at);
    const quint8 sureFrom = isFromSure ? from : ColumnChunk::NoStage;
    noteStages(size_t(row), stage, isPut ? ColumnChunk::NoStage : sureFrom);
    const bool unknown = at.precision == Precision::Unknown;
    if (!unknown && at.ms > m_cutOff) {
        m_late.push_back(quint32(row));
        return;
    }
    quint8 flags = unknown ? IsUnknown : (at.precision == Precision::Day ? IsDay : 0);
    // Who comes from elsewhere has been in the pipeline before: they are back, and not new.
    if (m_stepOfStage[stage] == 0 && from != ColumnChunk::NoStage && from != stage)
        flags |= IsBack;
    if (isPut)
        flags |= IsOfPipeline;
    if (m_entries.empty() || m_entries.back().size() == BlockSize)
        m_entries.emplace_back().reserve(BlockSize);
    m_entries.back().push_back({at.ms, quint32(row), stage, flags, sureFrom});
}

/// Keeps in mind where a move of the row leads and which stage of the pipeline it left.
void ColumnsBuilder::noteStages(size_t row, quint8 to, quint8 from)
{
    constexpr quint8 most = std::numeric_limits<quint32>::digits;
    if (to < most)
        m_arrivals[row] |= 1U << to;
    if (from < most && m_stepOfStage[from] >= 0)
        m_origins[row] |= 1U << from;
}

/// Who left a stage to which no move leads came there at a time that nobody knows.
void ColumnsBuilder::addUntoldArrivals()
{
    std::vector<Entry> untold;
    for (size_t row = 0; row < m_ids.size(); ++row) {
        for (quint32 bits = m_origins[row] & ~m_arrivals[row]; bits != 0; bits &= bits - 1) {
            untold.push_back(
                {0, quint32(row), quint8(std::countr_zero(bits)), IsUnknown, ColumnChunk::NoStage});
        }
    }
    if (!untold.empty())
        m_entries.push_back(std::move(untold));
    m_arrivals = {};
    m_origins = {};
}

bool ColumnsBuilder::isByPipeline(qint64 fromStage, Moment at) const
{
    return fromStage != 0 && at.precision == Precision::Exact
        && std::ranges::any_of(m_retirements, [&](const StageRetirement &retirement) {
               return retirement.at == at.ms && retirement.stage.value() == fromStage;
           });
}

/// The furthest stage that was retired in the second \a at, as an index; below 0 for none.
int ColumnsBuilder::retiredIn(quint32 at) const
{
    int furthest = -1;
    for (const StageRetirement &retirement : m_retirements) {
        const quint8 stage = stageIndex(retirement.stage.value());
        if (stage != ColumnChunk::NoStage && ColumnChunk::toSeconds(retirement.at) == at)
            furthest = std::max(furthest, int(stage));
    }
    return furthest;
}

/// How far the prospect had come, as an index of a stage, whom a move put back: one that a retirement made, or one of which the hour is known and that led
/// back from \a from, or from it where it is an exit. Below 0 for others, also for moves known to the day, which were told afterwards. \a flags are those of the columns.
int ColumnsBuilder::leftBy(quint32 at, quint8 from, quint8 to, quint8 flags) const
{
    using Moves = ColumnChunk::Moves;
    if (flags & Moves::IsUndated)
        return -1;
    if (flags & Moves::ByPipeline)
        return retiredIn(at);
    const bool isBack = from != ColumnChunk::NoStage && (from > to || isExit(from));
    return isBack && !(flags & Moves::IsDay) ? int(from) : -1;
}

bool ColumnsBuilder::isExit(quint8 stage) const
{
    return m_columns->m_stages.at(stage).kind == StageKind::Exit;
}

quint8 ColumnsBuilder::stageIndex(qint64 id) const
{
    const auto found = std::ranges::find(m_stageIds, id);
    return found == m_stageIds.end() ? ColumnChunk::NoStage : quint8(found - m_stageIds.begin());
}

quint32 ColumnsBuilder::sourceCode(std::string_view source)
{
    if (source == m_lastSource)
        return m_lastSourceCode;
    auto found = m_sourceCodes.find(source);
    if (found == m_sourceCodes.end()) {
        found = m_sourceCodes.emplace(source, quint32(m_columns->m_sources.size())).first;
        m_columns->m_sources.append(QString::fromUtf8(source.data(), qsizetype(source.size())));
    }
    m_lastSource = source;
    m_lastSourceCode = found->second;
    return m_lastSourceCode;
}

quint16 ColumnsBuilder::ownerCode(qint64 owner)
{
    if (owner == m_lastOwner)
        return m_lastOwnerCode;
    auto found = m_ownerCodes.find(owner);
    if (found == m_ownerCodes.end()) {
        Q_ASSERT(m_columns->m_owners.size() <= std::numeric_limits<quint16>::max());
        found = m_ownerCodes.insert(owner, quint16(m_columns->m_owners.size()));
        m_columns->m_owners.append(UserId(owner));
    }
    m_lastOwner = owner;
    m_lastOwnerCode = *found;
    return m_lastOwnerCode;
}

/// Brings the prospects into the order of their ids; of two with the same id the last one counts.
void ColumnsBuilder::sortProspects()
{
    m_prospectsDone = true;
    if (!m_ascending)
        permuteProspects();
    m_arrivals.assign(m_ids.size(), 0);
    m_origins.assign(m_ids.size(), 0);
}

/// See sortProspects().
void ColumnsBuilder::permuteProspects()
{
    std::vector<quint32> order(m_ids.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [this](quint32 row) { return m_ids[row]; });
    size_t kept = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i + 1 == order.size() || m_ids[order[i]] != m_ids[order[i + 1]])
            order[kept++] = order[i];
    }
    order.resize(kept);
    const auto permute = [&order](auto &array) {
        std::remove_reference_t<decltype(array)> sorted;
        sorted.reserve(order.size());
        for (const quint32 row : order)
            sorted.push_back(array[row]);
        array = std::move(sorted);
    };
    permute(m_ids);
    permute(m_source);
    permute(m_owner);
    permute(m_stage);
}

/// The prospect's row, or -1. Moves mostly come in the order of the prospects, so the last row and
/// the next one are tried before the index.
qint64 ColumnsBuilder::rowOf(qint64 prospect)
{
    for (size_t row = m_lastRow; row < m_ids.size() && row < m_lastRow + 2; ++row) {
        if (m_ids[row] == prospect) {
            m_lastRow = row;
            return qint64(row);
        }
    }
    if (m_slots.empty())
        indexProspects();
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = hashOf(prospect) & mask; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const size_t row = m_slots[slot] - 1;
        if (m_ids[row] == prospect) {
            m_lastRow = row;
            return qint64(row);
        }
    }
    return -1;
}

void ColumnsBuilder::indexProspects()
{
    m_slots.assign(std::bit_ceil(m_ids.size() * 2 + 2), 0);
    const size_t mask = m_slots.size() - 1;
    for (size_t row = 0; row < m_ids.size(); ++row) {
        size_t slot = hashOf(m_ids[row]) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = quint32(row + 1);
    }
}

ColumnsPointer ColumnsBuilder::finish()
{
    if (!m_prospectsDone)
        sortProspects();
    m_slots = {};
    addUntoldArrivals();
    for (const quint32 late : m_late)
        m_stage[late] = ColumnChunk::NoStage;
    std::vector<qint64> entryMs(m_ids.size(), NoTime);
    std::vector<quint8> marks(m_ids.size(), 0);
    findEntries(entryMs, marks);
    takeCutOffs(entryMs, marks);
    if (!m_sinceSteps.empty())
        m_early.assign(m_ids.size(), 0);
    prepareChunks(entryMs, marks);
    placeMoves();
    fillAges(entryMs, marks);
    entryMs = {};
    LocalDays days(m_columns->m_zone);
    AgeRule rule(m_columns->m_zone);
    size_t row = 0;
    for (size_t number = 0; number < m_chunks.size(); ++number) {
        const auto &chunk = m_chunks[number];
        const size_t begin = row;
        for (size_t i = 0; i < chunk->ids.size(); ++i, ++row)
            finishRow(*chunk, i, marks[row] & HasEntry);
        keepNotApplicable(begin, *chunk);
        orderMoves(*chunk, m_told[number], days);
        findExits(*chunk, rule);
        findArrivals(*chunk, days);
        m_columns->m_chunks.push_back(chunk);
    }
    m_chunks.clear();
    m_told.clear();
    m_columns->m_stepOfStage = std::move(m_stepOfStage);
    if (row > ManyRows)
        giveMemoryBack();
    m_columns->m_logStart = findLogStart(*m_columns);
    return std::exchange(m_columns, nullptr);
}

/// Where moves were cut off, the current stage is that of the last move before, or none: the last in the order into which orderMoves() brings them.
void ColumnsBuilder::takeCutOffs(
    const std::vector<qint64> &entryMs, const std::vector<quint8> &marks)
{
    if (m_late.empty())
        return;
    QHash<quint32, LastMoves> last;
    for (const quint32 row : m_late)
        last.insert(row, {});
    AgeRule rule(m_columns->m_zone);
    for (const auto &block : m_entries) {
        for (const Entry &entry : block) {
            const auto found = last.find(entry.row);
            if (found == last.end())
                continue;
            const qint64 entered = entryMs[entry.row];
            const bool isEarly = !(entry.flags & IsUnknown) && entered != NoTime
                && rule.days(entered, marks[entry.row] & EntryDay, entry.ms, entry.flags & IsDay)
                    < 0;
            found->take(entry, isEarly, *this);
        }
    }
    LocalDays days(m_columns->m_zone);
    for (auto found = last.cbegin(); found != last.cend(); ++found) {
        const int stage = found->stage(days, *this);
        if (stage >= 0)
            m_stage[found.key()] = quint8(stage);
    }
}

void ColumnsBuilder::LastMoves::take(
    const Entry &entry, bool isEarly, const ColumnsBuilder &builder)
{
    const bool isUnknown = entry.flags & IsUnknown;
    if (isUnknown || isEarly) {
        // Who left before their entry came back with it.
        if (isUnknown || !builder.isExit(entry.stage))
            undated = std::max(undated, int(entry.stage));
        return;
    }
    const std::pair move(entry.ms, int(entry.stage));
    furthest = std::max(furthest, int(entry.stage));
    if (entry.flags & IsDay) {
        day = std::max(day, move);
        return;
    }
    const int leftByIt = builder.leftBy(
        ColumnChunk::toSeconds(entry.ms), entry.from, entry.stage, moveFlags(entry.flags));
    left = std::max(left, leftByIt);
    if (move >= exact)
        exactLeft = leftByIt;
    exact = std::max(exact, move);
}

/// Of the last day and the last hour, the day comes after an hour in it that led less far (see liftDays()). What has no time is last where nothing led
/// further, an exit always. -1 where there is no move.
int ColumnsBuilder::LastMoves::stage(LocalDays &days, const ColumnsBuilder &builder) const
{
    const bool isFurthest = undated >= furthest && undated > left;
    if (undated >= 0 && (isFurthest || builder.isExit(quint8(undated))))
        return undated;
    if (exact.second < 0 || day.second < 0)
        return std::max(exact.second, day.second);
    const std::pair byDay(days.julianDay(day.first), day.second);
    const std::pair byHour(days.julianDay(exact.first), exact.second);
    const bool isOfDay = byDay.first == byHour.first;
    // Whoever was put back had come to the stage before.
    if (isOfDay && exactLeft >= day.second)
        return exact.second;
    return byDay > byHour ? day.second : exact.second;
}

void ColumnsBuilder::findEntries(std::vector<qint64> &entryMs, std::vector<quint8> &marks) const
{
    for (const auto &block : m_entries) {
        for (const Entry &entry : block) {
            if (entry.flags & IsOfPipeline) { // who is moved has been in the pipeline before
                marks[entry.row] |= HasEntry;
                continue;
            }
            const bool first = m_stepOfStage[entry.stage] == 0 && !(entry.flags & IsBack);
            meetEntry(entryMs[entry.row], marks[entry.row], entry.ms, entry.flags, first);
        }
    }
    for (size_t row = 0; row < marks.size(); ++row) {
        // A stage that no move explains is a sign of life too, at an unknown time.
        if (m_stage[row] != ColumnChunk::NoStage)
            marks[row] |= HasEntry;
        if (!isEntryKnown(marks[row]))
            entryMs[row] = NoTime;
    }
}

void ColumnsBuilder::prepareChunks(
    const std::vector<qint64> &entryMs, const std::vector<quint8> &marks)
{
    const size_t rows = m_ids.size();
    for (size_t begin = 0; begin < rows; begin += ColumnChunk::MostRows) {
        const size_t count = std::min(size_t(ColumnChunk::MostRows), rows - begin);
        auto chunk = std::make_shared<ColumnChunk>();
        chunk->resize(qsizetype(count), m_columns->m_steps.size());
        const auto slice = [begin, count](const auto &from, auto &to) {
            std::copy_n(from.begin() + qsizetype(begin), count, to.begin());
        };
        slice(m_ids, chunk->ids);
        slice(m_source, chunk->source);
        slice(m_owner, chunk->owner);
        slice(m_stage, chunk->stage);
        for (size_t i = 0; i < count; ++i) {
            const qint64 ms = entryMs[begin + i];
            chunk->entry[i] = ms == NoTime ? ColumnChunk::UnknownEntry : ColumnChunk::toSeconds(ms);
            chunk->flags[i] = marks[begin + i] & EntryDay ? ColumnChunk::EntryIsDay : 0;
        }
        m_chunks.push_back(std::move(chunk));
    }
    m_ids = {};
    m_source = {};
    m_owner = {};
    m_stage = {};
}

/// Makes room for each row's moves: `first` holds where the next one of a row goes, and after the last one where the
/// row ends, which is where the next row began.
void ColumnsBuilder::placeMoves()
{
    for (const auto &block : m_entries) {
        for (const Entry &entry : block) {
            ColumnChunk &chunk = *m_chunks[entry.row / size_t(ColumnChunk::MostRows)];
            ++chunk.moves.first[entry.row % size_t(ColumnChunk::MostRows)];
        }
    }
    for (const auto &chunk : m_chunks) {
        ColumnChunk::Moves &moves = chunk->moves;
        std::exclusive_scan(moves.first.begin(), moves.first.end(), moves.first.begin(), 0U);
        const size_t count = moves.first.back();
        moves.at.resize(count);
        moves.to.resize(count);
        moves.flags.resize(count);
        m_told.emplace_back(count);
    }
}

void ColumnsBuilder::putMove(const Entry &entry, qint64 entered, quint16 age)
{
    const size_t number = entry.row / size_t(ColumnChunk::MostRows);
    ColumnChunk::Moves &moves = m_chunks[number]->moves;
    const size_t place = moves.first[entry.row % size_t(ColumnChunk::MostRows)]++;
    const bool dated = !(entry.flags & IsUnknown) && (entered == NoTime || age != Age::OutOfOrder);
    // A day begins before an entry in the middle of it, and is not before it all the same.
    const qint64 ms = dated ? std::max(entry.ms, entered) : 0;
    moves.at[place] = ColumnChunk::toSeconds(ms);
    moves.to[place] = entry.stage;
    moves.flags[place] =
        quint8((dated ? 0 : ColumnChunk::Moves::IsUndated) | moveFlags(entry.flags));
    m_told[number][place] = {quint16(std::max(ms, qint64(0)) % MsOfSecond), entry.from};
}

/// Brings the moves of each row into their order.
void ColumnsBuilder::orderMoves(
    ColumnChunk &chunk, const std::vector<Told> &told, LocalDays &days) const
{
    ColumnChunk::Moves &moves = chunk.moves;
    // Where a row's moves ended is where those of the next begin.
    std::shift_right(moves.first.begin(), moves.first.end(), 1);
    moves.first.front() = 0;
    const auto furtherThan = [this](quint8 stage) {
        return [this, stage](const RowMove &other) {
            // Who was put back had come as far as the stage that they left.
            const bool isFurther = stage < other.to || stage <= other.left;
            return !(other.flags & ColumnChunk::Moves::IsUndated) && isFurther
                && m_stepOfStage[stage] >= 0;
        };
    };
    std::vector<RowMove> dated;
    std::vector<RowMove> undated;
    for (size_t row = 0; row < size_t(chunk.size()); ++row) {
        const size_t begin = moves.first[row];
        const size_t end = moves.first[row + 1];
        if (end - begin < 2)
            continue;
        dated.clear();
        undated.clear();
        for (size_t i = begin; i < end; ++i) {
            const bool hasTime = !(moves.flags[i] & ColumnChunk::Moves::IsUndated);
            (hasTime ? dated : undated)
                .push_back({moves.at[i], told[i].ms, moves.to[i], moves.flags[i],
                    leftBy(moves.at[i], told[i].from, moves.to[i], moves.flags[i])});
        }
        liftDays(dated, days);
        // Of one move that is told twice the less precise time counts, as it does of the entry.
        std::ranges::sort(dated, {},
            [](const RowMove &move) { return std::tuple(move.time(), move.to, -int(move.flags)); });
        std::ranges::sort(undated, {}, &RowMove::to);
        const quint8 now = chunk.stage[row];
        for (const RowMove &move : undated) {
            // Who left at a time that says nothing, and stands at a step now, came back before all that is known.
            const bool isOver = isExit(move.to) && now != ColumnChunk::NoStage && !isExit(now);
            const auto place =
                isOver ? dated.begin() : std::ranges::find_if(dated, furtherThan(move.to));
            dated.insert(place, move);
        }
        for (size_t i = begin; i < end; ++i) {
            moves.at[i] = dated[i - begin].at;
            moves.to[i] = dated[i - begin].to;
            moves.flags[i] = dated[i - begin].flags;
        }
    }
}

/// Writes each step's age of "touched", as the least age of the known entries into it.
void ColumnsBuilder::fillAges(const std::vector<qint64> &entryMs, const std::vector<quint8> &marks)
{
    AgeRule rule(m_columns->m_zone);
    for (auto &block : m_entries) {
        for (const Entry &entry : block) {
            ColumnChunk &chunk = *m_chunks[entry.row / size_t(ColumnChunk::MostRows)];
            const size_t row = entry.row % size_t(ColumnChunk::MostRows);
            const qint64 entered = entryMs[entry.row];
            const bool known = !(entry.flags & IsUnknown) && entered != NoTime;
            const quint16 age = known ? markedAge(rule, entered, marks[entry.row] & EntryDay,
                                    entry.ms, entry.flags & IsDay)
                                      : Age::Unknown;
            putMove(entry, entered, age);
            if (m_stepOfStage[entry.stage] >= 0)
                takeStep(
                    chunk, row, entry, entry.flags & IsOfPipeline ? quint16(Age::Unknown) : age);
        }
        block = {};
    }
    m_entries = {};
}

/// An entry to a step at \a age.
void ColumnsBuilder::takeStep(ColumnChunk &chunk, size_t row, const Entry &entry, quint16 age)
{
    const qint8 step = m_stepOfStage[entry.stage];
    if (!(entry.flags & IsUnknown)) {
        for (const auto &[later, since] : m_sinceSteps)
            m_early[entry.row] |= quint32(later < step && entry.ms < since) << later;
    }
    chunk.touched[row] |= 1U << step;
    quint16 &least = chunk.age[size_t(step)][row];
    least = std::min(least, age);
}

/// \a begin is the first of the chunk's rows.
void ColumnsBuilder::keepNotApplicable(size_t begin, ColumnChunk &chunk) const
{
    if (m_early.empty())
        return;
    for (size_t row = 0; row < size_t(chunk.size()); ++row) {
        if (const quint32 steps = m_early[begin + row] & ~chunk.touched[row]; steps != 0)
            chunk.notApplicable.push_back({quint32(row), steps});
    }
}

/// Turns the ages of "touched" into those of "passed", and keeps apart where the two differ.
void ColumnsBuilder::finishRow(ColumnChunk &chunk, size_t row, bool entered) const
{
    const quint8 stage = chunk.stage[row];
    const int current = stage == ColumnChunk::NoStage ? -1 : m_stepOfStage[stage];
    if (current >= 0 && !(chunk.touched[row] & (1U << current))) {
        chunk.touched[row] |= 1U << current;
        chunk.age[size_t(current)][row] = Age::Unknown;
    }
    int reached = std::bit_width(chunk.touched[row]);
    if (reached == 0 && entered && !chunk.age.empty()) {
        // Known for an exit alone: whoever left has been in the pipeline and passed its first step at least, though nobody saw them there.
        reached = 1;
        chunk.age[0][row] =
            chunk.entry[row] == ColumnChunk::UnknownEntry ? Age::Unknown : quint16(0);
    }
    chunk.fate[row] = quint8(reached * 2 + (hasLeft(chunk, row) ? 1 : 0));

    quint16 passed = Age::NotReached;
    const auto lateFrom = chunk.lateTouches.size();
    for (auto step = int(chunk.age.size()) - 1; step >= 0; --step) {
        quint16 &age = chunk.age[size_t(step)][row];
        if (age > passed && (chunk.touched[row] & (1U << step)))
            chunk.lateTouches.push_back({quint32(row), quint8(step), age});
        passed = std::min(passed, age);
        age = passed;
    }
    std::reverse(chunk.lateTouches.begin() + qsizetype(lateFrom), chunk.lateTouches.end());
}

bool ColumnsBuilder::hasLeft(const ColumnChunk &chunk, size_t row) const
{
    const quint8 stage = chunk.stage[row];
    return stage != ColumnChunk::NoStage && isExit(stage);
}

/// Once the moves are in order: since when those who left have been gone, and when others left and came back.
void ColumnsBuilder::findExits(ColumnChunk &chunk, AgeRule &rule) const
{
    const std::vector<quint32> &first = chunk.moves.first;
    for (size_t row = 0; row < size_t(chunk.size()); ++row) {
        if (hasLeft(chunk, row))
            chunk.exitAge[row] = Age::Unknown;
        const std::span stages(chunk.moves.to.data() + first[row], first[row + 1] - first[row]);
        // As the ages of steps: without a known beginning nothing behind it has a place in time.
        if (chunk.entry[row] != ColumnChunk::UnknownEntry
            && std::ranges::any_of(stages, [this](quint8 stage) { return isExit(stage); }))
            findExitsOf(chunk, row, rule);
    }
}

/// Goes from the last move to the first: where somebody was at an age, they had made the moves before by then, whatever the ages say that count days
/// of one move and hours of another.
void ColumnsBuilder::findExitsOf(ColumnChunk &chunk, size_t row, AgeRule &rule) const
{
    const ColumnChunk::Moves &moves = chunk.moves;
    const bool entryIsDay = chunk.flags[row] & ColumnChunk::EntryIsDay;
    quint16 age = Age::NotReached; // of the move looked at
    quint16 left = Age::NotReached;
    quint16 back = Age::NotReached; // from that exit
    bool isOut = false;
    const auto keep = [&] {
        const quint16 until = std::min(back, Age::Highest);
        if (back == Age::NotReached && hasLeft(chunk, row))
            chunk.exitAge[row] = left;
        else if (left < until)
            chunk.exitStays.push_back({quint32(row), left, until});
    };
    for (size_t i = moves.first[row + 1]; i-- > moves.first[row];) {
        if (moves.flags[i] & ColumnChunk::Moves::IsUndated)
            continue;
        const bool isDay = moves.flags[i] & ColumnChunk::Moves::IsDay;
        age = std::min(age,
            markedAge(rule, qint64(chunk.entry[row]) * MsOfSecond, entryIsDay,
                qint64(moves.at[i]) * MsOfSecond, isDay));
        const bool leadsOut = isExit(moves.to[i]);
        if (isOut && !leadsOut)
            keep();
        (leadsOut ? left : back) = age;
        isOut = leadsOut;
    }
    if (isOut)
        keep();
}

/// Once the moves are in order: on which days each step was first reached.
void ColumnsBuilder::findArrivals(ColumnChunk &chunk, LocalDays &days) const
{
    std::vector<int>
        stepsPassed; // by stage: how many steps somebody has reached or passed who is there
    for (const qint8 step : m_stepOfStage)
        stepsPassed.push_back(step + 1);
    for (size_t row = 0; row < size_t(chunk.size()); ++row) {
        forEachArrival(chunk, row, stepsPassed, [&](int step, quint32 seconds) {
            chunk.arrivalDay[size_t(step)][row] = arrivalDay(days, seconds);
        });
    }
}
