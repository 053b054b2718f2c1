// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospect.h"
#include "storage/connection.h"

#include <QHash>
#include <QList>

/// Companies and their people.
namespace CompanyTable {
/// A company with how many listed prospects belong to it.
struct Row
{
    Company company;
    int people = 0;
};
/// Companies whose names begin with \a start (folded), by name, after the company \a after (null: from the first on), at most \a limit.
[[nodiscard]] Result<QList<Row>> page(
    Connection &connection, const QString &start, const Company &after, int limit);
/// Live prospects of \a company, in ascending id.
[[nodiscard]] Result<QList<Prospect>> people(Connection &connection, CompanyId company);
} // namespace CompanyTable
