// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// All reports, in the order in which they are listed.
[[nodiscard]] const QList<ReportKind> &reportKinds();
/// The one with that id, or null.
[[nodiscard]] const ReportKind *reportKind(const QString &id);

/// What \a kind answers to \a question, with its notes, its goals and the comparison. May run on any thread.
[[nodiscard]] Report makeReport(
    const ReportKind &kind, const ReportData &data, const ReportQuestion &question);
