// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/prospectcolumns.h"
#include "report/reports.h"
#include "session/heldfacts.h"
#include "session/store.h"

#include <QFuture>
#include <QSet>

#include <functional>

class ChartPeople;
class Workspace;

/// The charts' columns of the open workspace: read once when first asked for, kept in step with the change feed. Figures are computed on a worker from an
/// immutable snapshot, so that any filter is one pass over memory while edits go on.
class PipelineColumns : public Store
{
    Q_OBJECT
public:
    PipelineColumns(Workspace &workspace, QObject *parent);
    ~PipelineColumns() override;

    /// Reads the columns if that was not done yet; changed() follows, now and after each change of the figures.
    void load();
    /// Reads them again after a failure.
    void retry();
    /// Null until loaded.
    [[nodiscard]] const ColumnsPointer &columns() const { return m_columns; }

    /// Computes on a worker, where it also reads the facts that \a kind needs and the people whom the question names, if nobody asked for them before; the answer to an older question with the same
    /// \a context is dropped by the caller. Nothing happens before the columns are there; where they cannot be read, the state tells it.
    void report(const ReportKind &kind, const ReportQuestion &question, QObject *context,
        std::function<void(Report)> callback);

    /// Reads them on the calling thread's behalf and waits: for the command line. \a cutOff: as of that moment.
    [[nodiscard]] static Result<ColumnsPointer> readNow(const Workspace &workspace, qint64 cutOff);
    /// The same with \a facts.
    [[nodiscard]] static Result<ReportData> readNow(
        const Workspace &workspace, qint64 cutOff, const QList<ChartFact> &facts);

private:
    void reload();
    void follow(const ChangeSet &changes);
    void updateSome();
    void readFacts(const ReportKind &kind, const ReportQuestion &question, QObject *context,
        std::function<void(Report)> callback);
    void readPeople(const ReportKind &kind, const ReportQuestion &question, QObject *context,
        std::function<void(Report)> callback);

    Workspace &m_workspace;
    ChartPeople *m_people;
    ColumnsPointer m_columns;
    HeldFacts m_facts; ///< those that were asked for
    QFuture<Result<ColumnsPointer>> m_reading;
    QSet<qint64> m_waiting; ///< prospects whose columns are out of date
    bool m_started = false;
    bool m_busy = false;
    bool m_reloadAgain = false;
};
