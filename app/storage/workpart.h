// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dayswork.h"
#include "storage/rowspec.h"

#include <QVariantList>

#include <functional>
#include <optional>

/// What one list of the day's work is made of: rows of a table under the alias w, each with its live prospect p, or prospects p alone.
struct WorkPart
{
    WorkReason reason = WorkReason::Due;
    QString table = {}; ///< without "live_", with a column prospect_id; empty: prospects alone
    QString where = {}; ///< with the bindings' marks
    QVariantList bindings = {};
    QString order = {}; ///< columns, without "ORDER BY"
    QString since = {}; ///< an expression for WorkRow::since
    bool isWithoutPerson =
        false; ///< rows of the table that have no prospect; then every column of p is null

    /// "FROM … WHERE …". Whoever was merged into another, or is in the private circle of somebody else than \a viewer, is left out.
    [[nodiscard]] QString source(UserId viewer) const;
};

namespace WorkParts {
using TakeValue = std::function<void(const Rows &, int, WorkRow &)>;
/// \a part's first \a limit rows with the number of all of them, at most WorkPage::MostCounted. \a columns ("w.id, …", may be empty) are read by
/// \a take, from the column it is given on.
[[nodiscard]] Result<WorkPage> readPage(Connection &connection, const WorkPart &part, int limit,
    const QString &columns, const TakeValue &take);
/// The same with a value of \a T, which \a member holds then.
template<typename T>
[[nodiscard]] Result<WorkPage> read(
    Connection &connection, const WorkPart &part, int limit, std::optional<T> WorkRow::*member)
{
    return readPage(connection, part, limit, columnList<T>(QStringLiteral("w.")),
        [member](const Rows &rows, int column, WorkRow &row) {
            row.*member = readRow<T>(rows, column);
        });
}
/// The prospects of \a part's rows in their order, each as often as it has rows, at most WorkPage::MostCounted.
[[nodiscard]] Result<QList<ProspectId>> prospects(Connection &connection, const WorkPart &part);
} // namespace WorkParts
