// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/prospectcolumns.h"
#include "base/moment.h"
#include "report/chart.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

/// What the subtitles, tables and documents of several reports say in the same way.
namespace ReportWords {

/// "as of 3 May 2026"; empty for 0. \a asOf is Unix milliseconds, UTC.
[[nodiscard]] QString asOf(qint64 asOf, const QTimeZone &zone);
/// "from 1 May to 31 May 2026", "since …", "until …", "at any time". The end of \a span is exclusive, the words name its last day.
[[nodiscard]] QString during(const DateSpan &span);
/// "only from “web”, “fair”" for the sources that are chosen, or empty.
[[nodiscard]] QString onlySources(const std::optional<QStringList> &sources);
/// "only those of Ada, Ben" for the owners that are chosen, or empty. \a names are theirs by id; where one is not known, the owners are counted.
[[nodiscard]] QString onlyOwners(
    const std::optional<QList<UserId>> &owners, const QHash<QString, QString> &names);
/// "3 left out, who had passed Offer before it existed" of those to whom \a stage is not applicable; empty for nobody.
[[nodiscard]] QString notApplicable(qint64 count, const QString &stage);
/// The same of the sale, the first of \a stages (the whole pipeline by position) of kind won.
[[nodiscard]] QString saleNotApplicable(qint64 count, const QList<Stage> &stages);
/// "Cold 2, Warm 1": the steps of which \a counts, by step, is not 0; empty where none is.
[[nodiscard]] QString stageCounts(const QList<Stage> &steps, const QList<qint64> &counts);
/// "only who entered since 1 May 2026" for a \a cohort that has a first or a last day, or empty.
[[nodiscard]] QString onlyEntered(const DateSpan &cohort);
/// "only who is at Warm, Talk now" for the stages that are \a chosen, or empty. \a stages are those of the whole pipeline.
[[nodiscard]] QString onlyAt(
    const std::optional<QList<StageId>> &chosen, const QList<Stage> &stages);
/// "only people of “Fair 2026”" for a set of people of that \a name, or empty.
[[nodiscard]] QString onlyPeople(const QString &name);
/// Whose intervals stand beside rates, and which rates are not shown: the end of a definition.
[[nodiscard]] QString aboutRates();
/// The parts of a subtitle, without those that are empty.
[[nodiscard]] QString subtitle(const QStringList &parts);
/// The sentences of a definition, without those that are empty.
[[nodiscard]] QString sentences(QStringList parts);

/// Colour and side of a stage in a picture; \a stages is the whole pipeline by position.
[[nodiscard]] PlotInk inkOf(const QList<Stage> &stages, qsizetype index);
/// The last step of pull, after which the seam lies, as an index into \a steps; -1 where pull and push do not follow each other.
[[nodiscard]] int seamAfter(const QList<Stage> &steps);

/// Null for nothing.
[[nodiscard]] QJsonValue json(const std::optional<double> &value);
[[nodiscard]] QJsonValue json(const std::optional<QDate> &day);
/// {"rate","low","high"}; null each where there is none.
[[nodiscard]] QJsonObject json(const Proportion &share);
[[nodiscard]] QJsonObject json(const Estimate &estimate);
/// {"report","asOf","from","to"}: how each document begins.
[[nodiscard]] QJsonObject head(const QString &report, qint64 asOf, const DateSpan &span);

} // namespace ReportWords
