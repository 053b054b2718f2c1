// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCommandLineParser;

/// Which options of a report go together.
namespace ReportUsage {
/// Why what was given for the report \a id, or for "board", cannot be meant as it stands: one sentence that names the option. Empty where it can.
[[nodiscard]] QString contradiction(const QCommandLineParser &parser, const QString &id);
/// Of which options that were given the report \a id, or the usual board, makes nothing: a sentence each, so that nobody takes its figures for narrower
/// than they are. The contract allows them.
[[nodiscard]] QStringList unused(const QCommandLineParser &parser, const QString &id);
} // namespace ReportUsage
