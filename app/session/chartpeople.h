// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/peopleset.h"
#include "base/result.h"
#include "domain/peoplechoice.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

class Connection;
class Workspace;
struct ChangeSet;

/// Whom queries of the list find, for charts: read on a worker when first asked for, and forgotten when what they rest on changes.
class ChartPeople : public QObject
{
    Q_OBJECT
public:
    ChartPeople(Workspace &workspace, QObject *parent);

    /// Whom \a query finds today, without a name; nothing where that is not known yet.
    [[nodiscard]] std::optional<PeopleSet> find(const ProspectQuery &query) const;
    /// Reads them once, however many ask meanwhile, and calls \a done. Even then they need not be known, if something changed meanwhile: ask again.
    void read(const ProspectQuery &query, std::function<void(const Result<> &)> done);
    /// Whether \a changes made anything that was known out of date.
    bool follow(const ChangeSet &changes);

    /// Everybody whom \a query finds on \a day; its order does not count.
    [[nodiscard]] static Result<PeopleSet> readAll(
        Connection &connection, ProspectQuery query, const QueryDay &day);
    /// Reads those of \a choice, as of today, on the calling thread's behalf and waits: for the command line.
    [[nodiscard]] static Result<PeopleSet> readNow(
        const Workspace &workspace, const PeopleChoice &choice);

private:
    using Done = std::function<void(const Result<> &)>;

    [[nodiscard]] QString keyOf(const ProspectQuery &query) const;
    void finish(const QString &key, const Result<> &done);

    Workspace &m_workspace;
    QHash<QString, PeopleSet> m_known; ///< by query and day
    QHash<QString, QList<Done>> m_waiting; ///< for reads under way
    int m_changes = 0; ///< so that a read knows whether it came too late
};
