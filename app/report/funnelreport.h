// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/funnel.h"
#include "report/chart.h"

#include <QHash>
#include <QJsonObject>

struct ReportKind;

/// A funnel with all that is needed to draw, print or write it.
struct FunnelReport
{
    FunnelQuery query;
    QList<Stage> steps; ///< as many as each group has steps
    FunnelGroup total;
    QList<FunnelGroup> groups; ///< in the order in which they are shown; empty without a breakdown
    QStringList groupNames; ///< what each group is called for people
    Chart chart; ///< the words, and the same figures as a table: a row a group and step

    /// The step after which the seam between pull and push lies, or -1.
    [[nodiscard]] int seam() const;
    /// The parts of a bar, from the base upwards; those that nobody is in too.
    [[nodiscard]] QList<FunnelSegment> segments() const;

    friend bool operator==(const FunnelReport &, const FunnelReport &) = default;
};

/// The report of \a funnel, which answers \a query over the steps of \a stages. \a zone is the workspace's; \a names
/// calls groups by another name than their key (an owner's id by the name).
[[nodiscard]] FunnelReport makeFunnelReport(const Funnel &funnel, const FunnelQuery &query,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names = {});

/// Whom the figures of the column \a key of the report's table count; of a column that counts nobody, those who reached the stage.
[[nodiscard]] FunnelSegment segmentOf(const QString &key);

/// How a breakdown is called: "By source"; empty for none.
[[nodiscard]] QString breakdownName(Breakdown by);
/// What a group is called where it has no name of its own.
[[nodiscard]] QString groupName(Breakdown by, const QString &key);

/// The table for other programs, with keys for names: the column "row" holds "total" or "group". Step rates are given as in toJson().
[[nodiscard]] Chart keyTable(const FunnelReport &report);
/// That table as toCsv(Chart).
[[nodiscard]] QByteArray toCsv(const FunnelReport &report);

/// The document that the command line prints. Rates are numbers in 0…1 or null, for few as well; the first step has no
/// step rate (null), and its overall rate is 1 by definition, without an interval to it. Of each stage `stepRecorded` is false
/// where its step rate says nothing, since nobody was recorded there or at the one before: people are not told such a rate.
[[nodiscard]] QJsonObject toJson(const FunnelReport &report);

/// How many of those who entered reach each stage: the rows of the total, then those of each group; behind a row are those who reached its step.
[[nodiscard]] ReportKind funnelReport();
