// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/plannedpost.h"

#include <QTimeZone>

/// Tables of posts that can be written.
enum class PlanTableFormat {
    OurCsv, ///< planFieldNames() as columns, UTF-8 with a byte order mark, formulas guarded
    OurXlsx, ///< the same on a sheet, days and times as what they are
    Buffer, ///< Text,Image URL,Tags,Posting Time: of one channel
    Hootsuite, ///< MM/dd/yyyy HH:mm, text, link, without a header: of one channel
    Metricool, ///< its 97 columns, a row for each channel
};

struct PlanTableOptions
{
    QTimeZone zone; ///< in which times stand that other planners read; posts may name others
    qint64 writtenAt = 0; ///< Unix milliseconds, for a workbook's properties
};

struct WrittenPlan
{
    int written = 0; ///< rows
    int leftOut =
        0; ///< posts that the format cannot carry: without a day, on a network that it does not know
    int withoutMedia = 0; ///< written ones, of which it cannot carry all media
};

/// Writes \a posts to \a path as a whole. Cells for other planners are not guarded against
/// spreadsheets: what stands there is posted as it is. Errors: Io; Rejected where a text is longer
/// than a cell of a workbook (32,767 characters).
[[nodiscard]] Result<WrittenPlan> writePlan(const QString &path, const QList<PlannedPost> &posts,
    PlanTableFormat format, const PlanTableOptions &options);
