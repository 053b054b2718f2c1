// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plannedpost.h"
#include "exchange/planmapping.h"
#include "exchange/prospectcsv.h"

#include <QTimeZone>

/// Reads a table of posts, CSV or XLSX, with \a mapping, or with guessPlan() of its first row where
/// \a mapping has no fields; constants stand in where a cell is empty or no column is mapped. A time
/// with an offset from UTC becomes the wall time of \a zone; others keep the wall time, and name
/// a zone only where the file does. A row without a date is an undated idea.
///
/// A fault of a row (too short for a mapped column, no date where something else stands in its
/// place, neither text nor title nor media) rejects the row. Errors: NotFound, Io, Rejected (no
/// table, cut off, a mapped column or a column of text missing, an unknown field, dates that need an
/// order, too large).
[[nodiscard]] Result<PlanFile> readPlan(
    const QString &path, const CsvMapping &mapping, const QTimeZone &zone);

/// What a mapping page shows of a table of posts before it is read: its first \a rows rows, and what
/// all of them tell of the order of dates. Errors: as readPlan().
[[nodiscard]] Result<CsvPreview> previewPlan(const QString &path, int rows = 100);
/// Whether the file at \a path, CSV or XLSX, begins as a table of posts does.
[[nodiscard]] bool isPlan(const QString &path);
