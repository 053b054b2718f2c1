// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

/// What a file is by its content, whatever its name says.
enum class FileKind {
    WhatsApp, ///< a chat as WhatsApp exports it
    Table, ///< text that is divided into columns
    Text, ///< any other text
    Empty, ///< nothing but white space
    ExcelWorkbook,
    OldExcelWorkbook,
    OpenDocument,
    WordDocument,
    Zip,
    Compressed,
    Html,
    Xml,
    Json,
    VCard,
    Calendar,
    Mailbox,
    Pdf,
    Picture,
    Database,
    Binary,
};

/// Looks at the first 64 KB of \a path. Errors: NotFound, Io.
[[nodiscard]] Result<FileKind> sniff(const QString &path);

/// Why a file of that kind cannot be read as CSV or as a chat: names the file, says what it is and
/// what to do. For kinds that are no text of ours.
[[nodiscard]] Error notReadable(const QString &path, FileKind kind);

/// Passes for what can be read as CSV: text of any shape. Errors: NotFound, Io, Rejected.
[[nodiscard]] Result<void> requireText(const QString &path);
