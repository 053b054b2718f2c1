// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "session/store.h"

#include <QFuture>

class Workspace;

/// What stands over the columns of the board: how many people of a query are in each stage and what their open offers are worth.
/// Read again after changes; the last figures stay until then.
class StageBoard : public Store
{
    Q_OBJECT
public:
    StageBoard(Workspace &workspace, QObject *parent);
    ~StageBoard() override;

    /// The order of \a query does not count: the latest stand on top of a column.
    void setQuery(const ProspectQuery &query);
    [[nodiscard]] const ProspectQuery &query() const { return m_query; }
    /// What a column for \a stage lists.
    [[nodiscard]] ProspectQuery queryOf(StageId stage) const;
    /// Zero where nobody stands there, or before the first figures came.
    [[nodiscard]] StageTotal totalOf(StageId stage) const;
    /// Moves the prospect there, as one undoable command. Somebody who is gone is told as a notice.
    void move(ProspectId prospect, StageId stage);

private:
    void read();

    Workspace &m_workspace;
    ProspectQuery m_query;
    QList<StageTotal> m_totals;
    QFuture<Result<QList<StageTotal>>> m_reading;
    bool m_started = false;
};
