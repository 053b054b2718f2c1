// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/csvimport.h"

#include "base/text.h"
#include "domain/labelnames.h"
#include "exchange/amount.h"
#include "exchange/csvwriter.h"
#include "exchange/prospectcsv.h"
#include "session/importjob.h"
#include "session/importlabels.h"
#include "session/importwords.h"
#include "storage/batchtable.h"
#include "storage/bulkinsert.h"
#include "storage/handlekeys.h"
#include "storage/prospecttable.h"
#include "storage/searchindex.h"
#include "storage/suppression.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
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
    const auto summary = readProspects(m_path, mapping, m_job.zone(), [&](ProspectChunk &&chunk) {
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
    Transaction &transaction, const QList<ProspectRecord> &records)
{
    constexpr qsizetype AtOnce = 400;
    QHash<QString, ProspectId> found;
    QStringList keys;
    for (const ProspectRecord &record : records)
        keys << keyOf(record);
    for (qsizetype first = 0; first < keys.size(); first += AtOnce) {
        const auto known = BatchTable::known(
            transaction.connection(), m_space, keys.mid(first, AtOnce), m_job.batch());
        if (!known)
            return tl::unexpected(known.error());
        found.insert(*known);
    }
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (found.contains(keys.at(i)))
            continue;
        const auto &handles = records.at(i).handles;
        for (auto it = handles.cbegin(); it != handles.cend(); ++it) {
            const auto owner =
                ProspectTable::withHandle(transaction.connection(), it.key(), it.value());
            if (!owner)
                return tl::unexpected(owner.error());
            const ProspectId made = m_job.madeWith(it.key(), it.value());
            const ProspectId id = owner->known.isNull() ? made : owner->known;
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

Result<> CsvImport::writeChunk(Transaction &transaction, const QList<ProspectRecord> &records)
{
    auto matched = match(transaction, records);
    if (!matched)
        return tl::unexpected(matched.error());
    auto known = readKnown(transaction, matched->values());
    if (!known)
        return tl::unexpected(known.error());
    for (const ProspectRecord &record : records) {
        const QString key = keyOf(record);
        if (!matched->contains(key) && record.externalId.isEmpty()) {
            // Somebody whom an earlier row of this chunk made.
            for (auto it = record.handles.cbegin(); it != record.handles.cend(); ++it) {
                const ProspectId made = m_job.madeWith(it.key(), it.value());
                if (known->contains(made))
                    matched->insert(key, made);
            }
        }
        const ProspectId found = matched->value(key);
        const bool isKnown = known->contains(found);
        // Asked before anything of the row is written: it comes whole or not at all.
        const auto hidden =
            !found.isNull() && !isKnown ? Result<bool>(true) : isHidden(transaction, record, found);
        if (!hidden)
            return tl::unexpected(hidden.error());
        if (*hidden) {
            skipHidden(record);
            continue;
        }
        auto done = isKnown ? extend(transaction, record, (*known)[found])
                            : add(transaction, record, key, *matched, *known);
        if (!done)
            return done;
    }
    return {};
}

Result<> CsvImport::add(Transaction &transaction, const ProspectRecord &record, const QString &key,
    QHash<QString, ProspectId> &matched, QHash<ProspectId, Known> &known)
{
    const auto why = suppressed(transaction, record);
    if (!why)
        return tl::unexpected(why.error());
    if (*why == SuppressionKind::Erased) {
        skipErased(record);
        return {};
    }
    const auto made = create(transaction, record, key, *why == SuppressionKind::DoNotContact);
    if (!made)
        return tl::unexpected(made.error());
    matched.insert(key, made->prospect.id); // for a later row of this chunk with the same key
    known.insert(made->prospect.id, *made);
    return {};
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
    const auto take = [&record](const char16_t *field, QString &target) {
        const QString value = record.values.value(QString::fromUtf16(field));
        if (!value.isEmpty())
            target = value;
    };
    take(u"name", prospect.name);
    take(u"first_name", prospect.firstName);
    take(u"last_name", prospect.lastName);
    take(u"title", prospect.title);
    take(u"source", prospect.source);
    take(u"notes", prospect.notes);
    take(u"currency", prospect.currency);
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

Result<QList<Handle>> CsvImport::addHandles(
    Transaction &transaction, const ProspectRecord &record, ProspectId id)
{
    QList<Handle> added;
    BulkInsert<Handle> insert(transaction);
    for (auto it = record.handles.cbegin(); it != record.handles.cend(); ++it) {
        Handle handle;
        handle.network = it.key();
        handle.value = it.value();
        const auto holder =
            HandleKeys::holder(transaction.connection(), handle.network, handle.value);
        if (!holder)
            return tl::unexpected(holder.error());
        if (*holder == id)
            continue;
        if (!holder->isNull()) {
            const auto known =
                HandleKeys::contenders(transaction.connection(), handle.network, handle.value);
            if (!known)
                return tl::unexpected(known.error());
            if (known->contains(id))
                continue;
            handle.contested = true;
            m_job.report().issues.append({m_fileName, record.line, Severity::Warning,
                u"handle-taken"_s,
                ImportWords::tr("“%1” belongs to somebody else as well. Both records keep it; look "
                                "at the suggested duplicates.")
                    .arg(handle.value)});
        } else {
            m_job.remember(handle.network, handle.value, id);
        }
        handle.id = HandleId::create(*m_job.context().ids);
        handle.prospect = id;
        handle.batch = m_job.batch();
        if (auto done = insert.add(handle); !done)
            return tl::unexpected(done.error());
        added << handle;
    }
    return added;
}

Result<int> CsvImport::addLabels(
    Transaction &transaction, const ProspectRecord &record, Known &known)
{
    const QStringList names = labelNames(record.values.value(u"labels"_s));
    if (names.isEmpty())
        return 0;
    BulkInsert<ProspectLabel> insert(transaction);
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
        if (auto done = insert.add(on); !done)
            return tl::unexpected(done.error());
        known.labels.insert(label);
        ++added;
    }
    return added;
}

Result<std::optional<SuppressionKind>> CsvImport::suppressed(
    Transaction &transaction, const ProspectRecord &record) const
{
    std::optional<SuppressionKind> why;
    for (auto it = record.handles.cbegin(); it != record.handles.cend(); ++it) {
        const auto listed = SuppressionList::find(transaction.connection(), it.key(), it.value());
        if (!listed)
            return listed;
        if (*listed && why != SuppressionKind::Erased)
            why = *listed;
    }
    return why;
}

Result<bool> CsvImport::isHidden(
    Transaction &transaction, const ProspectRecord &record, ProspectId matched) const
{
    for (auto it = record.handles.cbegin(); it != record.handles.cend(); ++it) {
        Connection &connection = transaction.connection();
        const auto owner = ProspectTable::withHandle(connection, it.key(), it.value());
        if (!owner)
            return tl::unexpected(owner.error());
        if (!owner->isHidden)
            continue;
        const auto also = HandleKeys::contenders(connection, it.key(), it.value());
        if (!also)
            return tl::unexpected(also.error());
        if (matched.isNull() || !also->contains(matched))
            return true;
    }
    return false;
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

Result<> CsvImport::barIfListed(Transaction &transaction, const ProspectRecord &record,
    const QList<Handle> &added, Prospect &prospect)
{
    for (const Handle &handle : added) {
        if (prospect.doNotContactSince != 0)
            return {};
        const auto why =
            SuppressionList::find(transaction.connection(), handle.network, handle.value);
        if (!why)
            return tl::unexpected(why.error());
        if (*why == SuppressionKind::DoNotContact)
            bar(record, prospect);
    }
    return {};
}

void CsvImport::skipErased(const ProspectRecord &record)
{
    ++m_job.report().prospects.skipped;
    m_job.report().issues.append({m_fileName, record.line, Severity::Warning, u"erased"_s,
        ImportWords::tr("Somebody who was erased for good is left out.")});
}

Result<CsvImport::Known> CsvImport::create(
    Transaction &transaction, const ProspectRecord &record, const QString &key, bool isBarred)
{
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
    prospect.stage = furthest(made.moves, firstStep(m_job.context().stages).id);
    for (const Move &move : std::as_const(made.moves))
        prospect.lastActivityAt = std::max(prospect.lastActivityAt, move.at.ms);
    Result<> done = BulkInsert<Prospect>(transaction).add(prospect);
    if (done)
        done = addHandles(transaction, record, prospect.id).map([](const QList<Handle> &) {});
    if (done)
        done = addLabels(transaction, record, made).map([](int) {});
    if (done)
        done = writeMoves(transaction, made.moves);
    if (done)
        done = BatchTable::remember(transaction, m_space, key, prospect.id, m_job.batch());
    if (done)
        done = SearchIndex::add(transaction, prospect.id,
            QStringList {displayName(prospect), record.values.value(u"company"_s)}
                + record.handles.values());
    if (!done)
        return tl::unexpected(done.error());
    warnOutOfOrder(record, {}, made.moves);
    ++m_job.report().prospects.created;
    m_job.report().moves.created += int(made.moves.size());
    m_job.touched(prospect.id);
    return made;
}

Result<> CsvImport::extend(Transaction &transaction, const ProspectRecord &record, Known &known)
{
    Prospect after = known.prospect;
    if (auto done = fill(transaction, record, after); !done)
        return done;
    const QList<Move> added = newMoves(record, after, known.moves, false);
    // What the file told before decides nothing again: a person may have moved them since.
    after.stage = furthest(added, known.prospect.stage);
    for (const Move &move : added)
        after.lastActivityAt = std::max(after.lastActivityAt, move.at.ms);
    Result<> done = writeMoves(transaction, added);
    if (done)
        done =
            addHandles(transaction, record, after.id).and_then([&](const QList<Handle> &handles) {
                return barIfListed(transaction, record, handles, after);
            });
    if (done && !record.handles.isEmpty())
        done = SearchIndex::refresh(transaction, after.id);
    if (!done)
        return done;
    const auto labelled = addLabels(transaction, record, known);
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

QList<Move> CsvImport::newMoves(
    const ProspectRecord &record, const Prospect &prospect, const QList<Move> &before, bool isNew)
{
    const QList<Stage> &stages = m_job.context().stages;
    QList<std::pair<QString, Moment>> entries = record.entries;
    // Where somebody starts: the stage the file names, or the one asked for; else the first, on the day they were first seen.
    const QString named = !record.stage.isEmpty() ? record.stage : m_job.options().stage;
    const std::optional<Moment> seen = record.firstSeen ? record.firstSeen : record.created;
    if (!named.isEmpty() && (isNew || !record.stage.isEmpty()))
        entries.append({named,
            seen.value_or(Moment {m_job.context().now,
                isNew && record.stage.isEmpty() ? Precision::Exact : Precision::Unknown})});
    else if (entries.isEmpty() && isNew && seen)
        entries.append({firstStep(stages).key, *seen});
    std::ranges::stable_sort(entries, {},
        [&](const auto &entry) { return std::pair(entry.second.ms, stageIndex(entry.first)); });
    QList<Move> moves;
    StageId from = before.isEmpty() ? StageId() : before.last().to;
    for (const auto &[name, at] : std::as_const(entries)) {
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
        move.from = from;
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

Result<> CsvImport::writeMoves(Transaction &transaction, const QList<Move> &moves)
{
    if (moves.isEmpty())
        return {};
    return BulkInsert<Move>(transaction).addAll(moves);
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

StageId CsvImport::furthest(const QList<Move> &moves, StageId current) const
{
    // Imported dates may stand in any order, so the furthest stage counts and not the latest date.
    const QList<Stage> &stages = m_job.context().stages;
    int best = indexOfStage(stages, current);
    for (const Move &move : moves) {
        const int index = indexOfStage(stages, move.to);
        if (index >= 0 && (best < 0 || stages.at(index).position > stages.at(best).position))
            best = index;
    }
    return best < 0 ? current : stages.at(best).id;
}
