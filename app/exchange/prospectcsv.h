// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/importplan.h"
#include "exchange/csvmapping.h"
#include "exchange/decoding.h"

#include <QTimeZone>

#include <functional>

/// A part of what a CSV of prospects tells, in the order of the file.
struct ProspectChunk
{
    QList<ProspectRecord> records;
    QList<RejectedRow> rejected;
    QList<ImportIssue> issues; ///< also one of severity Error for each rejected row
    qint64 bytesDone = 0; ///< of bytesTotal, over all passes
    qint64 bytesTotal = 0;
};

/// What was found out about a file that was read to its end.
struct ProspectCsvSummary
{
    QStringList header;
    CsvMapping mapping; ///< the one that was used: given or guessed, with the date order found and
        ///< the id space
    QString system; ///< as GuessedMapping::system
    TextEncoding encoding;
    char16_t delimiter = u',';
    qint64 rows = 0; ///< without header and blank lines
    qint64 rejected = 0;
};

/// Takes a chunk; false stops the reading with Error::Code::Cancelled.
using TakeChunk = std::function<bool(ProspectChunk &&)>;

/// Reads the CSV file \a path with \a mapping, or with guessMapping() of its header where \a
/// mapping has no fields, and passes records in chunks of at most 2,000 rows. A date without a time
/// is placed at the start of its day in \a zone. Texts are trimmed; an empty cell tells nothing; a
/// constant stands in where the cell is empty or no column is mapped. `value` is passed on as a
/// canonical decimal (see amount.h), with `currency` set where the amount names one.
///
/// A fault of a row (too short for a mapped column, no date where one must be, nothing that names
/// the prospect) rejects the row. A fault of the file ends the reading with an error, also after
/// chunks were taken: Rejected (not a text, cut off, a mapped column missing, an unknown field,
/// dates that need an order), NotFound, Io, Cancelled.
[[nodiscard]] Result<ProspectCsvSummary> readProspects(
    const QString &path, const CsvMapping &mapping, const QTimeZone &zone, const TakeChunk &take);

/// What a mapping page shows of a file before it is read.
struct CsvPreview
{
    QStringList header;
    QList<QStringList> rows;
    GuessedMapping guess; ///< with mapping.dateOrder where the rows shown tell it
    TextEncoding encoding;
    char16_t delimiter = u',';
    bool needsDateOrder = false; ///< dates whose order nothing in the rows tells
    QStringList ambiguousColumns; ///< of a plan: those whose dates can all be read in two ways
    qint64 rowCount = 0; ///< of a plan: all, without the header
    qint64 bytesTotal = 0;
};

/// The begin of the CSV file \a path: the header, at most \a rows rows and what they tell. Looks at
/// no more than the first 1 MB, so that the encoding and the date order may turn out otherwise.
/// Errors: as readProspects().
[[nodiscard]] Result<CsvPreview> previewCsv(const QString &path, int rows = 100);
