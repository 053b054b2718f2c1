// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/importplan.h"

#include <QString>
#include <QStringList>

/// One row of a CSV file, with its CR LF (RFC 4180): cells are quoted where they hold the
/// delimiter, quotes, line breaks or white space at an end. Reading it again gives the same cells.
[[nodiscard]] QString csvRow(const QStringList &cells, char16_t delimiter = u',');

/// Writes the rows that could not be imported to \a path (UTF-8, replaced as a whole): the columns
/// of \a header, then `line` and `reason`. The cells are as they were in the file, so that a
/// corrected row can be imported again. Errors: Io.
[[nodiscard]] Result<void> writeRejectedRows(const QString &path, const QStringList &header,
    const QList<RejectedRow> &rows, char16_t delimiter = u',');
