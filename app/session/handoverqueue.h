// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handoverqueue.h"
#include "session/store.h"

#include <QList>

class FreshReader;
class Workspace;
struct RowEdit;

/// The handovers that both sides look at: open ones, those due first on top, then what was decided of late. Follows the change feed.
class HandoverQueue : public Store
{
    Q_OBJECT
public:
    static constexpr int DecidedDays = 30; ///< so long decided ones stay in sight

    HandoverQueue(Workspace &workspace, QObject *parent);

    [[nodiscard]] const QList<QueuedHandover> &entries() const { return m_entries; }
    /// Reads again, after a failure.
    void reload();

private:
    void follow(const QList<RowEdit> &edits);
    void sort();

    Workspace &m_workspace;
    FreshReader *m_reader;
    QList<QueuedHandover> m_entries;
};
