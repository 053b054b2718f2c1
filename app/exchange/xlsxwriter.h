// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/plannedpost.h"

#include <QByteArray>

/// A workbook with one sheet: planFieldNames() as the header, one row for each of \a posts; days and times
/// are dates, all else is text, guarded as in our CSV, so that it may be saved as one. \a writtenAt (Unix
/// milliseconds) is its creation time, so that the same input gives the same bytes. Errors: Io;
/// Rejected where a text is longer than a cell (32,767 characters), naming the post.
[[nodiscard]] Result<QByteArray> planWorkbook(const QList<PlannedPost> &posts, qint64 writtenAt);
