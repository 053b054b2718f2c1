// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "session/store.h"

#include <QCache>
#include <QFuture>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>

class Workspace;

/// The prospects of a query, any number of them: the first page comes at once, the ids stream behind it, rows are read by page when they are shown, and after a
/// change the query runs again and the difference is told. Memory: eight bytes a prospect and some pages.
class ProspectList : public Store
{
    Q_OBJECT
public:
    static constexpr int PageSize = 100;

    ProspectList(Workspace &workspace, QObject *parent);
    ~ProspectList() override;

    /// Reads \a query; the one that is shown is read again only where that failed.
    void setQuery(const ProspectQuery &query);
    [[nodiscard]] const ProspectQuery &query() const { return m_query; }
    [[nodiscard]] int size() const { return int(m_ids.size()); }
    /// How many prospects are listed without any filter; nothing until that was counted. Counted only where setCountsAll() asks for it.
    [[nodiscard]] std::optional<qint64> allCount() const { return m_allCount; }
    void setCountsAll(bool counts) { m_countsAll = counts; }
    /// True while more ids are on their way.
    [[nodiscard]] bool isStreaming() const { return m_streaming; }
    [[nodiscard]] ProspectId idAt(int index) const { return m_ids.value(index); }
    /// -1 where it is not (or not yet) in the list. Linear.
    [[nodiscard]] int indexOf(ProspectId id) const { return int(m_ids.indexOf(id)); }
    /// Nothing while the row's page is being read; rowsLoaded() follows.
    [[nodiscard]] std::optional<ProspectRow> rowAt(int index);

signals:
    void aboutToReset();
    void reset();
    void aboutToInsert(int first, int last);
    void inserted();
    void aboutToRemove(int first, int last);
    void removed();
    /// These rows' values are there now, or differ.
    void rowsLoaded(int first, int last);

private:
    void start();
    void stream(int generation);
    void take(const QList<ProspectId> &ids);
    void refresh();
    void finishRefresh(const QList<ProspectId> &ids);
    void requestPage(int page);
    void countAll();
    [[nodiscard]] QueryDay day() const;

    Workspace &m_workspace;
    ProspectQuery m_query;
    QList<ProspectId> m_ids;
    QCache<qint64, ProspectRow> m_rows {4000};
    QSet<int> m_requested; ///< pages being read
    QSet<qint64> m_stale; ///< shown until their page is read again
    int m_rowsGeneration = 0;
    struct Guard;
    std::shared_ptr<Guard> m_guard;
    QFuture<Result<>> m_streamed;
    QFuture<Result<QList<ProspectRow>>> m_firstPage;
    QFuture<Result<qint64>> m_counted;
    std::optional<qint64> m_allCount;
    bool m_countsAll = false;
    int m_generation = 0;
    int m_taken = 0; ///< ids of the stream seen so far
    bool m_started = false;
    bool m_streaming = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
};
