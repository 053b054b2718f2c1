// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/importplan.h"
#include "exchange/decoding.h"

#include <QList>
#include <QStringList>

struct TableRow
{
    qint64 line = 0; ///< 1-based line of a CSV file, or row of a sheet
    QStringList cells;

    friend bool operator==(const TableRow &, const TableRow &) = default;
};

/// A whole table in memory, for files that are small by their nature, as plans are.
struct Table
{
    QString file; ///< name without folder
    QList<TableRow> rows; ///< without blank ones; the header, if there is one, is the first
    QList<ImportIssue> issues;
    char16_t delimiter = u',';
    TextEncoding encoding;
};

/// Reads a CSV file, or the first sheet of an Excel workbook (XLSX), up to \a most rows (all where
/// negative). Errors: NotFound, Io, Rejected (no table, cut off, above 64 MB or 200,000 rows).
[[nodiscard]] Result<Table> readTable(const QString &path, qsizetype most = -1);
