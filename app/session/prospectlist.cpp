// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectlist.h"

#include "base/whenready.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"

#include <algorithm>
#include <mutex>
#include <utility>

/// Lets the reader's thread reach the list only while it lives.
struct ProspectList::Guard
{
    std::mutex mutex;
    ProspectList *list = nullptr;

    /// False once the list is gone.
    bool post(int generation, const QList<ProspectId> &ids)
    {
        const std::scoped_lock lock(mutex);
        if (list == nullptr)
            return false;
        QMetaObject::invokeMethod(
            list,
            [alive = list, generation, ids] {
                if (generation == alive->m_generation)
                    alive->take(ids);
            },
            Qt::QueuedConnection);
        return true;
    }
};

ProspectList::ProspectList(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_guard(std::make_shared<Guard>())
{
    m_guard->list = this;
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_started
            && changes.touchesAny(
                {u"prospect", u"company", u"handle", u"conversation", u"conversation_share",
                    u"follow_up", u"offer", u"touch", u"prospect_label", u"custom_value"}))
            refresh();
    });
}

ProspectList::~ProspectList()
{
    m_streamed.cancel();
    m_firstPage.cancel();
    m_counted.cancel();
    const std::scoped_lock lock(m_guard->mutex);
    m_guard->list = nullptr;
}

void ProspectList::setQuery(const ProspectQuery &query)
{
    if (m_started && query == m_query && state() != StoreState::Failed)
        return;
    m_query = query;
    start();
}

void ProspectList::start()
{
    m_started = true;
    m_streamed.cancel();
    m_firstPage.cancel(); // nobody waits behind a question that is not asked any more
    m_refreshing = false;
    const int generation = ++m_generation;
    setState(StoreState::Loading);
    emit changed(); // the old list stays until the new one's first page is there
    m_firstPage =
        m_workspace.database()->read([query = m_query, day = day()](Connection &connection) {
            return ProspectTable::firstPage(connection, query, PageSize, day);
        });
    whenReady(m_firstPage, this, [this, generation](Result<QList<ProspectRow>> rows) {
        if (generation != m_generation)
            return;
        emit aboutToReset();
        m_ids.clear();
        m_rows.clear();
        m_requested.clear();
        m_stale.clear();
        ++m_rowsGeneration;
        if (rows) {
            for (const ProspectRow &row : std::as_const(*rows)) {
                m_ids.append(row.id);
                m_rows.insert(row.id.value(), new ProspectRow(row));
            }
        }
        emit reset();
        m_streaming = rows && m_ids.size() == PageSize;
        if (rows)
            setState(StoreState::Ready);
        else
            setState(StoreState::Failed, rows.error());
        emit changed();
        if (m_streaming)
            stream(generation);
        countAll();
    });
}

QueryDay ProspectList::day() const
{
    return {m_workspace.today(), m_workspace.zone()};
}

void ProspectList::countAll()
{
    m_counted.cancel();
    if (!m_countsAll || !isFiltered(m_query)) {
        m_allCount.reset();
        return;
    }
    m_counted = m_workspace.database()->read(
        [](Connection &connection) { return ProspectTable::count(connection, {}); },
        Database::Lane::Long);
    whenReady(m_counted, this, [this](const Result<qint64> &count) {
        m_allCount = count ? std::optional(*count) : std::nullopt;
        emit changed();
    });
}

void ProspectList::stream(int generation)
{
    m_taken = 0;
    m_streamed = m_workspace.database()->read(
        [guard = m_guard, generation, query = m_query, day = day()](Connection &connection) {
            return ProspectTable::ids(connection, query, day,
                [&](const QList<ProspectId> &ids) { return guard->post(generation, ids); });
        },
        Database::Lane::Long);
    whenReady(m_streamed, this, [this, generation](const Result<> &done) {
        if (generation != m_generation)
            return;
        m_streaming = false;
        if (!done)
            setState(StoreState::Failed, done.error());
        emit changed();
        if (m_refreshAgain)
            refresh();
    });
}

void ProspectList::take(const QList<ProspectId> &ids)
{
    // The first page is shown already; what the stream brings of it is passed over.
    const qsizetype known = std::clamp<qsizetype>(m_ids.size() - m_taken, 0, ids.size());
    m_taken += int(ids.size());
    if (known == ids.size())
        return;
    emit aboutToInsert(size(), size() + int(ids.size() - known) - 1);
    m_ids.append(ids.mid(known));
    emit inserted();
    emit changed();
}

std::optional<ProspectRow> ProspectList::rowAt(int index)
{
    if (index < 0 || index >= size())
        return std::nullopt;
    const qint64 id = m_ids.at(index).value();
    if (const ProspectRow *row = m_rows.object(id)) {
        if (m_stale.contains(id))
            requestPage(index / PageSize);
        return *row;
    }
    requestPage(index / PageSize);
    return std::nullopt;
}

void ProspectList::requestPage(int page)
{
    if (m_requested.contains(page))
        return;
    m_requested.insert(page);
    const int first = page * PageSize;
    const int generation = m_rowsGeneration;
    const QList<ProspectId> ids = m_ids.mid(first, PageSize);
    auto rows = m_workspace.database()->read(
        [ids](Connection &connection) { return ProspectTable::rows(connection, ids); });
    whenReady(rows, this, [this, page, first, generation](Result<QList<ProspectRow>> result) {
        if (generation != m_rowsGeneration)
            return; // read before the last change; asked for again
        m_requested.remove(page);
        if (!result)
            return;
        for (const ProspectRow &row : std::as_const(*result)) {
            m_stale.remove(row.id.value());
            m_rows.insert(row.id.value(), new ProspectRow(row));
        }
        emit rowsLoaded(first, std::min(first + PageSize, size()) - 1);
    });
}

void ProspectList::refresh()
{
    if (m_streaming || m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    m_refreshAgain = false;
    const int generation = m_generation;
    using Ids = QList<ProspectId>;
    auto ids = m_workspace.database()->read(
        [query = m_query, day = day()](Connection &connection) -> Result<Ids> {
            Ids all;
            auto done = ProspectTable::ids(connection, query, day, [&all](const Ids &chunk) {
                all.append(chunk);
                return true;
            });
            if (!done)
                return tl::unexpected(done.error());
            return all;
        },
        Database::Lane::Long);
    whenReady(ids, this, [this, generation](Result<Ids> result) {
        m_refreshing = false;
        if (generation != m_generation)
            return;
        if (result)
            finishRefresh(*result);
        if (m_refreshAgain)
            refresh();
    });
}

void ProspectList::finishRefresh(const QList<ProspectId> &ids)
{
    // One run differs after a single edit: what is before and behind it stays, and with it scroll position and selection.
    const auto [mine, theirs] = std::ranges::mismatch(std::as_const(m_ids), ids);
    const qsizetype head = mine - m_ids.cbegin();
    qsizetype tail = 0;
    while (tail < m_ids.size() - head && tail < ids.size() - head
        && m_ids.at(m_ids.size() - 1 - tail) == ids.at(ids.size() - 1 - tail))
        ++tail;
    const qsizetype gone = m_ids.size() - head - tail;
    const qsizetype come = ids.size() - head - tail;
    if (gone > 0) {
        emit aboutToRemove(int(head), int(head + gone) - 1);
        m_ids.remove(head, gone);
        emit removed();
    }
    if (come > 0) {
        emit aboutToInsert(int(head), int(head + come) - 1);
        m_ids = ids;
        emit inserted();
    }
    const QList<qint64> shown =
        m_rows.keys(); // stay until their page is read again, so that nothing flickers
    m_stale = QSet<qint64>(shown.cbegin(), shown.cend());
    m_requested.clear();
    ++m_rowsGeneration;
    if (!m_ids.isEmpty())
        emit rowsLoaded(0, size() - 1);
    emit changed();
    countAll();
}
