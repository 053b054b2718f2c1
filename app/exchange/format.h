// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

/// A file and what reads it.
struct DetectedFile
{
    QString format; ///< as on the command line: "csv", "whatsapp", "posts-csv", "ics"
    QString path; ///< the file itself, where a folder was given the export inside it

    friend bool operator==(const DetectedFile &, const DetectedFile &) = default;
};

/// The formats that can be imported, by their names on the command line.
[[nodiscard]] QStringList importFormats();

/// Which format \a path is in, by its content. A folder stands for the exported chat or the single
/// file in it. A calendar is "ics", a table that looksLikePlan(), also in a workbook, "posts-csv"; other
/// text that is divided into columns, or is named .csv or .tsv, is "csv". Errors: NotFound, Io,
/// Rejected (names the file and what it is).
[[nodiscard]] Result<DetectedFile> detectFormat(const QString &path);
