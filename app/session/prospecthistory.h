// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/history.h"
#include "session/store.h"

#include <QStringList>

#include <functional>

class FreshReader;
class Workspace;

/// One command in the history of a prospect: who, when, and what it did, in sentences.
struct HistoryEntry
{
    qint64 seq = 0; ///< of its newest row
    qint64 at = 0; ///< Unix milliseconds
    UserId who;
    QStringList sentences; ///< one or more

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// The rows as entries: those of one command together, newest first. Rows that tell nothing to people make none. \a names says what an id in a field is
/// called: a stage, a member.
[[nodiscard]] QList<HistoryEntry> historyOf(const QList<HistoryRow> &rows,
    const std::function<QString(const QString &field, qint64 id)> &names);

/// The history of one prospect, read when somebody looks at it, following the change feed while they do.
class ProspectHistory : public Store
{
    Q_OBJECT
public:
    static constexpr int AtOnce = 60; ///< rows

    ProspectHistory(Workspace &workspace, QObject *parent);

    /// A null id reads nothing. The same again is read once more where it failed.
    void open(ProspectId id);
    void readMore();
    [[nodiscard]] const QList<HistoryEntry> &entries() const { return m_entries; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }

private:
    void reload();
    [[nodiscard]] QString nameOf(const QString &field, qint64 id) const;

    Workspace &m_workspace;
    FreshReader *m_reader;
    ProspectId m_id;
    int m_limit = AtOnce;
    QList<HistoryEntry> m_entries;
    bool m_hasMore = false;
};
