// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pipelinecolumns.h"

#include "analytics/columnsbuilder.h"
#include "base/logging.h"
#include "base/whenready.h"
#include "domain/retirement.h"
#include "session/chartfactsreader.h"
#include "session/chartpeople.h"
#include "session/stagestore.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"

#include <QPointer>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
struct Pipeline
{
    QList<Stage> stages;
    QList<PipelineVersion> versions;
    QTimeZone zone;
    qint64 cutOff = ColumnsBuilder::NoCutOff;
};

Pipeline pipelineOf(const Workspace &workspace, qint64 cutOff = ColumnsBuilder::NoCutOff)
{
    return {workspace.stages(), workspace.pipelineStages().versions(), workspace.zone(), cutOff};
}

/// All prospects, or \a only some.
Result<ColumnsPointer> read(
    Connection &connection, const Pipeline &pipeline, const QList<ProspectId> &only)
{
    ColumnsBuilder builder(
        pipeline.stages, pipeline.zone, pipeline.cutOff, Retirement::allIn(pipeline.versions));
    auto prospects = ProspectTable::scanProspects(
        connection, only, [&builder](const ProspectTable::ColumnRow &row) {
            const std::string_view source(row.source.data(), size_t(row.source.size()));
            builder.addProspect(row.id, source, row.owner, row.stage);
            return true;
        });
    if (!prospects)
        return tl::unexpected(prospects.error());
    auto moves = ProspectTable::scanMoves(
        connection, only, [&builder](const ProspectTable::MoveColumnRow &row) {
            builder.addMove(
                row.prospect, row.to, {row.at, row.precision}, row.from, !row.isImported);
            return true;
        });
    if (!moves)
        return tl::unexpected(moves.error());
    return builder.finish();
}
} // namespace

PipelineColumns::PipelineColumns(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_people(new ChartPeople(workspace, this))
{
    connect(&workspace, &Workspace::changed, this, &PipelineColumns::follow);
    connect(&workspace.pipelineStages(), &StageStore::changed, this, [this] {
        m_reloadAgain = m_started;
        if (m_started && !m_busy)
            reload();
    });
}

PipelineColumns::~PipelineColumns()
{
    m_reading.cancel();
}

void PipelineColumns::load()
{
    if (m_started)
        return;
    m_started = true;
    reload();
}

void PipelineColumns::retry()
{
    if (m_started && !m_busy)
        reload();
}

void PipelineColumns::reload()
{
    m_busy = true;
    m_reloadAgain = false;
    m_waiting.clear();
    setState(StoreState::Loading);
    emit changed();
    const Pipeline pipeline = pipelineOf(m_workspace);
    m_reading = m_workspace.database()->read(
        [pipeline](Connection &connection) { return read(connection, pipeline, {}); },
        Database::Lane::Long);
    whenReady(m_reading, this, [this](const Result<ColumnsPointer> &columns) {
        m_busy = false;
        if (columns) {
            m_columns = *columns;
            qCDebug(lcSession) << "columns read";
            setState(StoreState::Ready);
        } else {
            setState(StoreState::Failed, columns.error());
        }
        emit changed();
        if (m_reloadAgain)
            reload();
        else if (columns && !m_waiting.isEmpty())
            updateSome();
    });
}

void PipelineColumns::follow(const ChangeSet &changes)
{
    if (!m_started)
        return;
    const bool arePeopleGone = m_people->follow(changes);
    const bool areFactsGone = m_facts.follow(changes);
    if (!changes.touchesAny({u"prospect", u"move", u"stage"})) {
        if (areFactsGone || arePeopleGone)
            emit changed();
        return;
    }
    // After a failed read nobody knows any more what the columns lack.
    if (!m_columns || state() == StoreState::Failed || changes.touches(u"stage"_s)
        || changes.whole.contains(u"prospect"_s) || changes.whole.contains(u"move"_s)) {
        m_reloadAgain = true;
        if (!m_busy)
            reload();
        return;
    }
    // Every move is written together with its prospect's current stage, so the prospects name all that changed.
    m_waiting.unite(changes.rows.value(u"prospect"_s));
    if (!m_busy && !m_waiting.isEmpty())
        updateSome();
}

void PipelineColumns::updateSome()
{
    m_busy = true;
    const QSet<qint64> waiting = std::exchange(m_waiting, {});
    QList<ProspectId> only;
    std::vector<qint64> ids;
    for (const qint64 id : waiting) {
        only << ProspectId(id);
        ids.push_back(id);
    }
    const Pipeline pipeline = pipelineOf(m_workspace);
    m_reading = m_workspace.database()->read(
        [pipeline, only, ids, base = m_columns](Connection &connection) {
            return read(connection, pipeline, only).map([&](const ColumnsPointer &changed) {
                return updatedColumns(base, *changed, ids);
            });
        });
    whenReady(m_reading, this, [this](const Result<ColumnsPointer> &columns) {
        m_busy = false;
        if (columns) {
            m_columns = *columns;
            emit changed();
        } else {
            setState(StoreState::Failed, columns.error());
            emit changed();
        }
        if (m_reloadAgain)
            reload();
        else if (columns && !m_waiting.isEmpty())
            updateSome();
    });
}

void PipelineColumns::report(const ReportKind &kind, const ReportQuestion &question,
    QObject *context, std::function<void(Report)> callback)
{
    if (!m_columns)
        return;
    ReportQuestion asked = question;
    if (question.people) {
        const auto people = m_people->find(question.people->query);
        if (!people) {
            readPeople(kind, question, context, std::move(callback));
            return;
        }
        asked.filter.people = people->named(question.people->name);
    }
    const QList<ChartFact> needs = kind.needs.of(question);
    const ChartFacts &facts = m_facts.upToDate();
    if (!std::ranges::all_of(needs, [&facts](ChartFact need) { return facts.has(need); })) {
        readFacts(kind, question, context, std::move(callback));
        return;
    }
    whenReady(QtConcurrent::run(
                  [data = ReportData {m_columns, facts, m_workspace.pipelineStages().shown()}, kind,
                      asked] { return makeReport(kind, data, asked); }),
        context, std::move(callback));
}

void PipelineColumns::readPeople(const ReportKind &kind, const ReportQuestion &question,
    QObject *context, std::function<void(Report)> callback)
{
    m_people->read(question.people->query,
        [this, kind, question, context = QPointer(context), callback = std::move(callback)](
            const Result<> &done) {
            if (!done) {
                setState(StoreState::Failed, done.error());
                emit changed();
            } else if (context) {
                report(kind, question, context, callback);
            }
        });
}

void PipelineColumns::readFacts(const ReportKind &kind, const ReportQuestion &question,
    QObject *context, std::function<void(Report)> callback)
{
    const HeldFacts::Reading reading = m_facts.begin(kind.needs.of(question));
    const auto read = m_workspace.database()->read(
        [reading](Connection &connection) {
            return ChartFactsReader::catchUp(
                connection, reading.kinds, reading.behind, reading.missed);
        },
        Database::Lane::Long);
    whenReady(read, this,
        [this, kind, question, context = QPointer(context), callback = std::move(callback),
            reading](const Result<ChartFacts> &facts) {
            m_facts.take(reading, facts);
            if (!facts) {
                setState(StoreState::Failed, facts.error());
                emit changed();
                return;
            }
            if (context)
                report(kind, question, context, callback);
        });
}

Result<ColumnsPointer> PipelineColumns::readNow(const Workspace &workspace, qint64 cutOff)
{
    const Pipeline pipeline = pipelineOf(workspace, cutOff);
    return workspace.database()
        ->read([pipeline](Connection &connection) { return read(connection, pipeline, {}); },
            Database::Lane::Long)
        .result();
}

Result<ReportData> PipelineColumns::readNow(
    const Workspace &workspace, qint64 cutOff, const QList<ChartFact> &facts)
{
    const auto columns = readNow(workspace, cutOff);
    if (!columns)
        return tl::unexpected(columns.error());
    const auto read = workspace.database()
                          ->read(
                              [facts](Connection &connection) {
                                  return ChartFactsReader::read(connection, facts);
                              },
                              Database::Lane::Long)
                          .result();
    if (!read)
        return tl::unexpected(read.error());
    return ReportData {*columns, *read, workspace.pipelineStages().shown()};
}
