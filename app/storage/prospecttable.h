// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/customfield.h"
#include "domain/move.h"
#include "domain/prospect.h"
#include "domain/prospectquery.h"
#include "domain/touch.h"
#include "storage/rowspec.h"

/// Prospects, their handles and companies, and their lists. People of a colleague's private circle are in none of them, only in what the charts' columns
/// are counted from.
namespace ProspectTable {
[[nodiscard]] Result<std::optional<Prospect>> find(Connection &connection, ProspectId id);
/// Those of \a ids that are live, or of the pending batch \a own.
[[nodiscard]] Result<QList<Prospect>> some(
    Connection &connection, const QList<ProspectId> &ids, BatchId own = {});
/// All ids of the list that \a query describes on \a day, in its order, in chunks; ends early when \a chunk
/// returns false. A large list in order: use the Long lane.
[[nodiscard]] Result<> ids(Connection &connection, const ProspectQuery &query, const QueryDay &day,
    const std::function<bool(QList<ProspectId>)> &chunk);
/// The first \a limit rows of the list.
[[nodiscard]] Result<QList<ProspectRow>> firstPage(
    Connection &connection, const ProspectQuery &query, int limit, const QueryDay &day = {});
/// The rows of \a ids, in that order; those that are gone, or in the private circle of somebody else, are left out.
[[nodiscard]] Result<QList<ProspectRow>> rows(Connection &connection, const QList<ProspectId> &ids);
/// Number of prospects that \a query finds on \a day.
[[nodiscard]] Result<qint64> count(
    Connection &connection, const ProspectQuery &query, const QueryDay &day = {});
/// What \a query finds on \a day, by stage; stages where nobody is are left out.
[[nodiscard]] Result<QList<StageTotal>> stageTotals(
    Connection &connection, const ProspectQuery &query, const QueryDay &day = {});
/// Sources of those who are listed, "" among them where a prospect has none.
[[nodiscard]] Result<QStringList> sources(Connection &connection);

[[nodiscard]] Result<QList<Handle>> handles(Connection &connection, ProspectId id);
[[nodiscard]] Result<QList<Move>> moves(Connection &connection, ProspectId id);
/// Moves of several prospects, each one's by time; with those of the pending batch \a own.
[[nodiscard]] Result<QList<Move>> movesOf(
    Connection &connection, const QList<ProspectId> &ids, BatchId own = {});
/// Labels of several prospects; with those of the pending batch \a own.
[[nodiscard]] Result<QList<ProspectLabel>> labelsOf(
    Connection &connection, const QList<ProspectId> &ids, BatchId own = {});
[[nodiscard]] Result<QList<Touch>> touches(Connection &connection, ProspectId id);
[[nodiscard]] Result<QList<MoveProposal>> openProposals(Connection &connection, ProspectId id);
[[nodiscard]] Result<QList<FollowUp>> followUps(Connection &connection, ProspectId id);
/// A next step with the name of whom it concerns.
struct NamedFollowUp
{
    FollowUp step;
    QString name;
};
/// The open next steps of live prospects that are due on \a day or earlier, those of \a owner and those of nobody, by the day they are due.
[[nodiscard]] Result<QList<NamedFollowUp>> dueFollowUps(
    Connection &connection, QDate day, UserId owner);
/// All live prospects with that handle whom the viewer may know of.
[[nodiscard]] Result<QList<ProspectId>> allWithHandle(
    Connection &connection, const QString &network, const QString &value);
/// Live prospects whose folded name is exactly \a name's.
[[nodiscard]] Result<QList<ProspectId>> named(Connection &connection, const QString &name);
/// Of all companies, so that none is made twice; it tells no more than that the name is taken.
[[nodiscard]] Result<std::optional<Company>> companyNamed(
    Connection &connection, const QString &name);
/// Names of at most \a limit companies that begin with \a start, folded, in their order.
[[nodiscard]] Result<QStringList> companyNames(
    Connection &connection, const QString &start, int limit);
[[nodiscard]] Result<std::optional<Company>> company(Connection &connection, CompanyId id);

/// Everything the charts' columns need of live prospects, in ascending id: of all, since figures count everybody. Who is behind a bar is listed by ids(),
/// which leaves out whom the viewer may not know of.
struct ColumnRow
{
    qint64 id = 0;
    QUtf8StringView source; ///< valid during the call
    qint64 owner = 0;
    qint64 stage = 0;
};
[[nodiscard]] Result<> scanProspects(Connection &connection, const QList<ProspectId> &only,
    const std::function<bool(const ColumnRow &)> &row);
/// Live moves in the order of the table, which is the quickest.
struct MoveColumnRow
{
    qint64 prospect = 0;
    qint64 from = 0;
    qint64 to = 0;
    qint64 at = 0;
    Precision precision = Precision::Exact;
    bool isImported = false; ///< or of a private circle, of whose moves nobody tells
};
[[nodiscard]] Result<> scanMoves(Connection &connection, const QList<ProspectId> &only,
    const std::function<bool(const MoveColumnRow &)> &row);
} // namespace ProspectTable
