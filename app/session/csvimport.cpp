// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/csvimport.h"

#include "base/text.h"
#include "domain/labelnames.h"
#include "exchange/amount.h"
#include "exchange/csvwriter.h"
#include "exchange/prospectcsv.h"
#include "session/datesahead.h"
#include "session/importjob.h"
#include "session/importlabels.h"
#include "session/importwords.h"
#include "storage/batchtable.h"
#include "storage/bulkinsert.h"
#include "storage/prospecttable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// Day precision compares by local day, so that a win later on the day of the first contact is in order.
bool isBefore(const Moment &a, const Moment &b, const QTimeZone &zone)
{
    if (a.precision == Precision::Unknown || b.precision == Precision::Unknown)
        return false;
    if (a.precision == Precision::Day || b.precision == Precision::Day)
        return localDay(a.ms, zone) < localDay(b.ms, zone);
    return a.ms < b.ms;
}

bool isExit(const QList<Stage> &stages, int index)
{
    return index >= 0 && stages.at(index).kind == StageKind::Exit;
}

/// How far somebody came and when they left, move by move, in whatever order these are told.
struct Standing
{
    /// Taken for the last, since nothing tells otherwise.
    static constexpr Moment AtSomeTime {std::numeric_limits<qint64>::max(), Precision::Unknown};
    static constexpr Moment Never {std::numeric_limits<qint64>::min(), Precision::Unknown};

    Standing(const QList<Stage> &all, int begin)
        : step(begin)
        , stages(all)
    { }
    /// \a isStep where the stage of the move may be the furthest.
    void take(const Move &move, bool isStep)
    {
        const int index = indexOfStage(stages, move.to);
        const bool isDated = move.at.precision != Precision::Unknown;
        if (isExit(stages, index)) {
            const Moment at = isDated ? move.at : AtSomeTime;
            if (at.ms >= left.ms) {
                exit = index;
                left = at;
            }
            return;
        }
        if (isDated && move.at.ms >= stepped.ms)
            stepped = move.at;
        if (isStep && isFurther(index))
            step = index;
    }

    int step; ///< the furthest, as an index of the stages; -1: none
    int exit = -1; ///< the last
    Moment left = Never; ///< by it
    Moment stepped = Never; ///< the last dated step

private:
    [[nodiscard]] bool isFurther(int index) const
    {
        return index >= 0 && (step < 0 || stages.at(index).position > stages.at(step).position);
    }

    const QList<Stage> &stages;
};
} // namespace

CsvImport::CsvImport(ImportJob &job, QString path)
    : m_job(job)
    , m_path(std::move(path))
    , m_fileName(QFileInfo(m_path).fileName())
{ }

Result<> CsvImport::run()
{
    CsvMapping mapping = m_job.options().mapping;
    if (m_job.options().dateOrder)
        mapping.dateOrder = m_job.options().dateOrder;
    if (auto known = checkStages(mapping); !known)
        return known;
    const auto preview = previewCsv(m_path, 1);
    if (!preview)
        return tl::unexpected(preview.error());
    m_space = mapping.idSpace;
    if (m_space.isEmpty())
        m_space = mapping.fields.isEmpty() && !preview->guess.system.isEmpty()
            ? preview->guess.system
            : u"csv"_s;
    QList<RejectedRow> rejected;
    std::optional<Error> failed;
    DatesAhead ahead(m_job.context().now);
    const auto summary = readProspects(m_path, mapping, m_job.zone(), [&](ProspectChunk &&chunk) {
        for (const ProspectRecord &record : std::as_const(chunk.records))
            ahead.see(record);
        const auto done = m_job.write(
            [&](Transaction &transaction) { return writeChunk(transaction, chunk.records); });
        if (!done) {
            failed = done.error();
            return false;
        }
        rejected << chunk.rejected;
        m_job.report().issues << chunk.issues;
        return m_job.tell(
            chunk.bytesTotal > 0 ? double(chunk.bytesDone) / double(chunk.bytesTotal) : 0);
    });
    if (failed)
        return tl::unexpected(*failed);
    if (!summary)
        return tl::unexpected(summary.error());
    tellOf(*summary, ahead);
    for (auto it = m_changed.cbegin(); it != m_changed.cend(); ++it)
        m_job.touched(it.key());
    m_job.report().rejected += int(rejected.size());
    if (rejected.isEmpty() || m_job.options().dryRun || m_job.options().strict
        || !m_job.options().writeRejected)
        return {};
    m_job.afterwards([&job = m_job, path = m_path, header = summary->header, rejected,
                         delimiter = summary->delimiter]() -> Result<> {
        const QString target = path + ".rejected.csv"_L1;
        auto written = writeRejectedRows(target, header, rejected, delimiter);
        if (written)
            job.report().rejectedFiles << target;
        return written;
    });
    return {};
}

void CsvImport::tellOf(const ProspectCsvSummary &summary, const DatesAhead &ahead)
{
    const QList<FieldMapping> &fields = summary.mapping.fields;
    m_job.report().issues << ahead.issues(m_fileName, fields);
    QList<UnusedColumn> unused = unusedColumns(summary.header, fields, m_job.context().stages);
    for (UnusedColumn &column : unused)
        column.file = m_fileName;
    m_job.report().unusedColumns << unused;
}

Result<> CsvImport::checkStages(const CsvMapping &mapping)
{
    const auto refuse = [](const QString &name) {
        return fail(Error::Code::Rejected,
            ImportWords::tr("There is no stage “%1” in this workspace.").arg(name));
    };
    for (const FieldMapping &field : mapping.fields) {
        if (field.field.startsWith("entered:"_L1) && stageIndex(field.field.mid(8)) < 0)
            return refuse(field.field.mid(8));
    }
    const QString &stage = m_job.options().stage;
    if (!stage.isEmpty() && stageIndex(stage) < 0)
        return refuse(stage);
    return {};
}

int CsvImport::stageIndex(const QString &name) const
{
    return indexOfStage(m_job.context().stages, QStringView(name));
}

QString CsvImport::keyOf(const ProspectRecord &record) const
{
    if (!record.externalId.isEmpty())
        return record.externalId;
    // A row that names no id is known again by all that it tells.
    QStringList parts;
    QStringList keys = record.values.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys))
        parts << key << record.values.value(key);
    QStringList networks = record.handles.keys();
    networks.sort();
    for (const QString &network : std::as_const(networks))
        parts << network << normalisedHandle(network, record.handles.value(network));
    return "row:"_L1
        + QString::fromLatin1(
            QCryptographicHash::hash(parts.join(u'\x1f').toUtf8(), QCryptographicHash::Sha256)
                .toHex());
}

Result<QHash<QString, ProspectId>> CsvImport::match(
    Transaction &transaction, const CsvChunk &chunk, const QStringList &keys)
{
    constexpr qsizetype AtOnce = 400;
    QHash<QString, ProspectId> found;
    for (qsizetype first = 0; first < keys.size(); first += AtOnce) {
        const auto known = BatchTable::known(
            transaction.connection(), m_space, keys.mid(first, AtOnce), m_job.batch());
        if (!known)
            return tl::unexpected(known.error());
        found.insert(*known);
    }
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (found.contains(keys.at(i)))
            continue;
        for (const CsvChunk::RowHandle &handle : chunk.rows().at(i).handles) {
            const ProspectId owner = chunk.claims(handle.key).known;
            const ProspectId id = owner.isNull() ? m_job.madeWith(handle.key) : owner;
            if (!id.isNull())
                found.insert(keys.at(i), id);
        }
    }
    return found;
}

Result<QHash<ProspectId, CsvImport::Known>> CsvImport::readKnown(
    Transaction &transaction, const QList<ProspectId> &ids)
{
    QHash<ProspectId, Known> known;
    constexpr qsizetype AtOnce = 1000;
    for (qsizetype first = 0; first < ids.size(); first += AtOnce) {
        const auto prospects =
            ProspectTable::some(transaction.connection(), ids.mid(first, AtOnce), m_job.batch());
        if (!prospects)
            return tl::unexpected(prospects.error());
        for (const Prospect &prospect : *prospects)
            known.insert(prospect.id, {m_changed.value(prospect.id, prospect), {}, {}});
        const auto moves =
            ProspectTable::movesOf(transaction.connection(), ids.mid(first, AtOnce), m_job.batch());
        if (!moves)
            return tl::unexpected(moves.error());
        for (const Move &move : *moves)
            known[move.prospect].moves.append(move);
        const auto labels = ProspectTable::labelsOf(
            transaction.connection(), ids.mid(first, AtOnce), m_job.batch());
        if (!labels)
            return tl::unexpected(labels.error());
        for (const ProspectLabel &label : *labels)
            known[label.prospect].labels.insert(label.label);
    }
    return known;
}

/// Somebody whom an earlier row of the same chunk made; null where there is none.
ProspectId CsvImport::madeBefore(
    const CsvChunk::Row &row, const QHash<ProspectId, Known> &known) const
{
    ProspectId found;
    if (!row.record->externalId.isEmpty())
        return found;
    for (const CsvChunk::RowHandle &handle : row.handles) {
        const ProspectId made = m_job.madeWith(handle.key);
        if (known.contains(made))
            found = made;
    }
    return found;
}

Result<> CsvImport::writeChunk(Transaction &transaction, const QList<ProspectRecord> &records)
{
    auto chunk = CsvChunk::read(transaction.connection(), records);
    if (!chunk)
        return tl::unexpected(chunk.error());
    QStringList keys;
    keys.reserve(records.size());
    for (const ProspectRecord &record : records)
        keys << keyOf(record);
    auto matched = match(transaction, *chunk, keys);
    if (!matched)
        return tl::unexpected(matched.error());
    auto known = readKnown(transaction, matched->values());
    if (!known)
        return tl::unexpected(known.error());
    const QList<CsvChunk::Row> &rows = chunk->rows();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const CsvChunk::Row &row = rows.at(i);
        const QString &key = keys.at(i);
        if (!matched->contains(key)) {
            if (const ProspectId made = madeBefore(row, *known); !made.isNull())
                matched->insert(key, made);
        }
        const ProspectId found = matched->value(key);
        const bool isKnown = known->contains(found);
        // Asked before anything of the row is taken: it comes whole or not at all.
        if ((!found.isNull() && !isKnown) || isHidden(*chunk, row, found)) {
            skipHidden(*row.record);
            continue;
        }
        if (isKnown) {
            if (auto done = extend(transaction, *chunk, row, (*known)[found]); !done)
                return done;
            continue;
        }
        const auto made = add(transaction, *chunk, row, key);
        if (!made)
            return tl::unexpected(made.error());
        if (!*made)
            continue;
        matched->insert(key, (*made)->prospect.id); // for a later row with the same key
        known->insert((*made)->prospect.id, **made);
    }
    return chunk->write(transaction, m_space, m_job.batch());
}

Result<std::optional<CsvImport::Known>> CsvImport::add(
    Transaction &transaction, CsvChunk &chunk, const CsvChunk::Row &row, const QString &key)
{
    const auto why = suppressed(chunk, row);
    if (why == SuppressionKind::Erased) {
        skipErased(*row.record);
        return std::optional<Known>();
    }
    return create(transaction, chunk, row, key, why == SuppressionKind::DoNotContact)
        .map([](const Known &made) { return std::optional(made); });
}

Result<CompanyId> CsvImport::companyFor(Transaction &transaction, const QString &name)
{
    const QString key = foldText(name);
    if (const auto seen = m_companies.constFind(key); seen != m_companies.constEnd())
        return *seen;
    const auto known = ProspectTable::companyNamed(transaction.connection(), name);
    if (!known)
        return tl::unexpected(known.error());
    Company company;
    if (*known) {
        company = **known;
    } else {
        company.id = CompanyId::create(*m_job.context().ids);
        company.name = name;
        company.batch = m_job.batch();
        if (auto done = BulkInsert<Company>(transaction).add(company); !done)
            return tl::unexpected(done.error());
    }
    m_companies.insert(key, company.id);
    return company.id;
}

UserId CsvImport::ownerNamed(const ProspectRecord &record, const QString &name)
{
    for (const User &user : m_job.context().users) {
        if (foldText(user.login) == foldText(name) || foldText(user.name) == foldText(name))
            return user.id;
    }
    if (!m_unknownOwners.contains(name)) {
        m_unknownOwners.insert(name);
        m_job.report().issues.append({m_fileName, record.line, Severity::Warning,
            u"unknown-owner"_s,
            ImportWords::tr("There is no member “%1”; these prospects have no owner.").arg(name)});
    }
    return {};
}

Result<> CsvImport::fill(Transaction &transaction, const ProspectRecord &record, Prospect &prospect)
{
    const auto take = [&record](const QString &field, QString &target) {
        const auto value = record.values.constFind(field);
        if (value != record.values.cend() && !value->isEmpty())
            target = *value;
    };
    take(u"name"_s, prospect.name);
    take(u"first_name"_s, prospect.firstName);
    take(u"last_name"_s, prospect.lastName);
    take(u"title"_s, prospect.title);
    take(u"source"_s, prospect.source);
    take(u"notes"_s, prospect.notes);
    take(u"currency"_s, prospect.currency);
    if (const QString value = record.values.value(u"value"_s); !value.isEmpty())
        prospect.valueMinor = minorUnits(value, prospect.currency).value_or(prospect.valueMinor);
    if (const QString owner = record.values.value(u"owner"_s); !owner.isEmpty())
        prospect.owner = ownerNamed(record, owner);
    if (record.firstSeen)
        prospect.firstSeen = *record.firstSeen;
    if (record.created)
        prospect.createdAt = record.created->ms;
    if (const QString name = record.values.value(u"company"_s); !name.isEmpty()) {
        const auto company = companyFor(transaction, name);
        if (!company)
            return tl::unexpected(company.error());
        prospect.company = *company;
    }
    return {};
}

QList<NetworkHandle> CsvImport::addHandles(CsvChunk &chunk, const CsvChunk::Row &row, ProspectId id)
{
    QList<NetworkHandle> added;
    for (const auto &[key, value] : row.handles) {
        Handle handle;
        handle.network = key.first;
        handle.value = value;
        const HandleClaims claims = chunk.claims(key);
        if (claims.holder == id)
            continue;
        if (!claims.holder.isNull()) {
            if (claims.contenders.contains(id))
                continue;
            handle.contested = true;
            m_job.report().issues.append({m_fileName, row.record->line, Severity::Warning,
                u"handle-taken"_s,
                ImportWords::tr("“%1” belongs to somebody else as well. Both records keep it; look "
                                "at the suggested duplicates.")
                    .arg(value)});
        } else {
            m_job.remember(key, id);
        }
        handle.id = HandleId::create(*m_job.context().ids);
        handle.prospect = id;
        handle.batch = m_job.batch();
        chunk.add(handle, key);
        added << key;
    }
    return added;
}

Result<int> CsvImport::addLabels(
    Transaction &transaction, CsvChunk &chunk, const ProspectRecord &record, Known &known)
{
    const QStringList names = labelNames(record.values.value(u"labels"_s));
    if (names.isEmpty())
        return 0;
    int added = 0;
    for (const QString &name : names) {
        LabelId &label = m_labels[foldText(name)];
        if (label.isNull()) {
            const auto found = ImportLabels::named(m_job, transaction, name);
            if (!found)
                return tl::unexpected(found.error());
            label = *found;
        }
        if (known.labels.contains(label))
            continue;
        ProspectLabel on;
        on.id = ProspectLabelId::create(*m_job.context().ids);
        on.prospect = known.prospect.id;
        on.label = label;
        on.batch = m_job.batch();
        chunk.add(on);
        known.labels.insert(label);
        ++added;
    }
    return added;
}

std::optional<SuppressionKind> CsvImport::suppressed(
    const CsvChunk &chunk, const CsvChunk::Row &row)
{
    std::optional<SuppressionKind> why;
    for (const CsvChunk::RowHandle &handle : row.handles) {
        const auto listed = chunk.listed(handle.key);
        if (listed && why != SuppressionKind::Erased)
            why = listed;
    }
    return why;
}

bool CsvImport::isHidden(const CsvChunk &chunk, const CsvChunk::Row &row, ProspectId matched)
{
    return std::ranges::any_of(row.handles, [&](const CsvChunk::RowHandle &handle) {
        const HandleClaims claims = chunk.claims(handle.key);
        return claims.isHidden && (matched.isNull() || !claims.contenders.contains(matched));
    });
}

void CsvImport::skipHidden(const ProspectRecord &record)
{
    ++m_job.report().prospects.skipped;
    m_job.report().issues.append({m_fileName, record.line, Severity::Warning, u"hidden-person"_s,
        ImportWords::tr("Someone here already talks to this person, in private. Nothing of this "
                        "row was imported. Ask your team before you write to them.")});
}

void CsvImport::bar(const ProspectRecord &record, Prospect &prospect)
{
    prospect.doNotContactSince = m_job.context().now;
    prospect.doNotContactWhy = ImportWords::tr("They had objected before they were imported.");
    m_job.report().issues.append({m_fileName, record.line, Severity::Warning, u"do-not-contact"_s,
        ImportWords::tr("Somebody who objected is here again, marked as not to be contacted.")});
}

void CsvImport::barIfListed(const CsvChunk &chunk, const ProspectRecord &record,
    const QList<NetworkHandle> &added, Prospect &prospect)
{
    for (const NetworkHandle &handle : added) {
        if (prospect.doNotContactSince == 0
            && chunk.listed(handle) == SuppressionKind::DoNotContact)
            bar(record, prospect);
    }
}

void CsvImport::skipErased(const ProspectRecord &record)
{
    ++m_job.report().prospects.skipped;
    m_job.report().issues.append({m_fileName, record.line, Severity::Warning, u"erased"_s,
        ImportWords::tr("Somebody who was erased for good is left out.")});
}

Result<CsvImport::Known> CsvImport::create(Transaction &transaction, CsvChunk &chunk,
    const CsvChunk::Row &row, const QString &key, bool isBarred)
{
    const ProspectRecord &record = *row.record;
    Known made;
    Prospect &prospect = made.prospect;
    prospect.id = ProspectId::create(*m_job.context().ids);
    prospect.batch = m_job.batch();
    prospect.createdAt = m_job.context().now;
    if (isBarred)
        bar(record, prospect);
    if (auto done = fill(transaction, record, prospect); !done)
        return tl::unexpected(done.error());
    if (displayName(prospect).isEmpty())
        prospect.name =
            record.handles.isEmpty() ? record.externalId : record.handles.cbegin().value();
    made.moves = newMoves(record, prospect, {}, true);
    prospect.stage = stageAfter(record, {}, made.moves, firstStep(m_job.context().stages).id);
    for (const Move &move : std::as_const(made.moves))
        prospect.lastActivityAt = std::max(prospect.lastActivityAt, move.at.ms);
    chunk.add(prospect);
    (void)addHandles(chunk, row, prospect.id);
    if (const auto labelled = addLabels(transaction, chunk, record, made); !labelled)
        return tl::unexpected(labelled.error());
    chunk.add(made.moves);
    chunk.remember(key, prospect.id);
    chunk.index(prospect.id,
        QStringList {displayName(prospect), record.values.value(u"company"_s)}
            + record.handles.values());
    warnOutOfOrder(record, {}, made.moves);
    ++m_job.report().prospects.created;
    m_job.report().moves.created += int(made.moves.size());
    m_job.touched(prospect.id);
    return made;
}

Result<> CsvImport::extend(
    Transaction &transaction, CsvChunk &chunk, const CsvChunk::Row &row, Known &known)
{
    const ProspectRecord &record = *row.record;
    Prospect after = known.prospect;
    if (auto done = fill(transaction, record, after); !done)
        return done;
    const QList<Move> added = newMoves(record, after, known.moves, false);
    // What the file told before decides nothing again: a person may have moved them since.
    after.stage = stageAfter(record, known.moves, added, known.prospect.stage);
    for (const Move &move : added)
        after.lastActivityAt = std::max(after.lastActivityAt, move.at.ms);
    chunk.add(added);
    const QList<NetworkHandle> handles = addHandles(chunk, row, after.id);
    barIfListed(chunk, record, handles, after);
    if (!handles.isEmpty())
        chunk.indexAnew(after.id);
    const auto labelled = addLabels(transaction, chunk, record, known);
    if (!labelled)
        return tl::unexpected(labelled.error());
    const RowEdit change = update(known.prospect, after);
    if (change.isEmpty() && added.isEmpty() && *labelled == 0) {
        ++m_job.report().prospects.skipped;
        return {};
    }
    warnOutOfOrder(record, known.moves, added);
    known.moves << added;
    if (!change.isEmpty())
        m_job.later(change);
    known.prospect = after;
    m_changed.insert(after.id, after);
    ++m_job.report().prospects.updated;
    m_job.report().moves.created += int(added.size());
    return {};
}

QList<std::pair<QString, Moment>> CsvImport::entriesOf(
    const ProspectRecord &record, bool isNew) const
{
    QList<std::pair<QString, Moment>> entries = record.entries;
    // Where somebody starts: the stage the file names, or the one asked for; else the first, on the day they were first seen.
    const QString named = !record.stage.isEmpty() ? record.stage : m_job.options().stage;
    const std::optional<Moment> seen = record.firstSeen ? record.firstSeen : record.created;
    if (!named.isEmpty() && (isNew || !record.stage.isEmpty()))
        entries.append({named,
            seen.value_or(Moment {m_job.context().now,
                isNew && record.stage.isEmpty() ? Precision::Exact : Precision::Unknown})});
    else if (entries.isEmpty() && isNew && seen)
        entries.append({firstStep(m_job.context().stages).key, *seen});
    // A day is not before what happened in it at a stage before.
    const auto placeOf = [&](const std::pair<QString, Moment> &entry) {
        const int stage = stageIndex(entry.first);
        qint64 ms = entry.second.ms;
        for (const auto &[name, at] : record.entries) {
            if (entry.second.precision == Precision::Day && at.ms > ms && stageIndex(name) < stage
                && !isBefore(entry.second, at, m_job.context().zone))
                ms = at.ms;
        }
        return std::pair(ms, stage);
    };
    std::ranges::stable_sort(entries, {}, placeOf);
    return entries;
}

QList<Move> CsvImport::newMoves(
    const ProspectRecord &record, const Prospect &prospect, const QList<Move> &before, bool isNew)
{
    const QList<Stage> &stages = m_job.context().stages;
    const auto entries = entriesOf(record, isNew);
    QList<Move> moves;
    StageId from = before.isEmpty() ? StageId() : before.last().to;
    for (const auto &[name, at] : entries) {
        const int index = stageIndex(name);
        if (index < 0) {
            warnUnknownStage(record, name);
            continue;
        }
        const StageId to = stages.at(index).id;
        const auto isSame = [&, entered = at](const Move &move) {
            return move.to == to && (move.at == entered || entered.precision == Precision::Unknown);
        };
        if (std::ranges::any_of(before, isSame) || std::ranges::any_of(moves, isSame))
            continue;
        Move move;
        move.id = MoveId::create(*m_job.context().ids);
        move.prospect = prospect.id;
        // When somebody entered the pipeline is no move back, whatever the file dates before it.
        const bool isEntry = to == firstStep(stages).id && at.precision != Precision::Unknown;
        move.from = isEntry ? StageId() : from;
        move.to = to;
        move.at = at;
        move.by = m_job.context().viewer.user;
        move.batch = m_job.batch();
        moves.append(move);
        from = to;
    }
    return moves;
}

void CsvImport::warnUnknownStage(const ProspectRecord &record, const QString &name)
{
    if (m_unknownStages.contains(name))
        return;
    m_unknownStages.insert(name);
    m_job.report().issues.append({m_fileName, record.line, Severity::Warning, u"unknown-stage"_s,
        ImportWords::tr("There is no stage “%1” in this workspace; its entries are left out.")
            .arg(name)});
}

void CsvImport::warnOutOfOrder(
    const ProspectRecord &record, const QList<Move> &before, const QList<Move> &added)
{
    // The entry is the recorded one into the first stage, else the first into any (see the definition of e(1)).
    const StageId first = firstStep(m_job.context().stages).id;
    std::optional<Moment> entry;
    bool recorded = false;
    for (const Move &move : before + added) {
        const bool isFirst = move.to == first;
        if (!entry || (isFirst && !recorded) || (isFirst == recorded && move.at.ms < entry->ms))
            entry = move.at;
        recorded = recorded || isFirst;
    }
    for (const Move &move : added) {
        if (move.to == first || !entry || !isBefore(move.at, *entry, m_job.context().zone))
            continue;
        const int stage = indexOfStage(m_job.context().stages, move.to);
        m_job.report().issues.append({m_fileName, record.line, Severity::Warning, u"out-of-order"_s,
            ImportWords::tr(
                "Entered “%1” on %2, before the first contact on %3. The row is kept; it does not "
                "count within a window.")
                .arg(m_job.context().stages.at(stage).name,
                    localDay(move.at.ms, m_job.context().zone).toString(Qt::ISODate),
                    localDay(entry->ms, m_job.context().zone).toString(Qt::ISODate))});
    }
}

/// Where somebody stands who stood at \a current before \a added. Imported dates may be in any order, so the furthest step counts and not the
/// latest date. An exit is no step further: who came back after it stands where they got to.
StageId CsvImport::stageAfter(const ProspectRecord &record, const QList<Move> &before,
    const QList<Move> &added, StageId current) const
{
    if (added.isEmpty())
        return current;
    const QList<Stage> &stages = m_job.context().stages;
    // The stage that the file names is the one of now; the date beside it is that of the first sight.
    if (const int told = stageIndex(record.stage); isExit(stages, told))
        return stages.at(told).id;
    const int was = indexOfStage(stages, current);
    const bool hadLeft = isExit(stages, was);
    Standing standing(stages, hadLeft ? -1 : was);
    for (const Move &move : before)
        standing.take(move, hadLeft);
    for (const Move &move : added)
        standing.take(move, true);
    if (hadLeft && standing.exit < 0) { // they left, nobody knows when
        standing.exit = was;
        standing.left = Standing::AtSomeTime;
    }
    // An exit on the day of a step is not before it, whichever of the two has an hour.
    if (standing.exit >= 0 && !isBefore(standing.left, standing.stepped, m_job.context().zone))
        return stages.at(standing.exit).id;
    return standing.step < 0 ? current : stages.at(standing.step).id;
}
