// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/plansets.h"
#include "domain/post.h"

#include <QDate>

#include <functional>

class QObject;
class Workspace;

enum class PaperSize { A4, A3 };

template<>
struct EnumText<PaperSize>
{
    static constexpr std::pair<PaperSize, std::string_view> values[] {
        {PaperSize::A4, "a4"}, {PaperSize::A3, "a3"}};
};

/// All that a printed month tells, as values.
struct PlannedMonth
{
    QDate month; ///< its first day
    QDate today;
    QString workspace; ///< its name
    QString filter; ///< what was left out, in words; empty where nothing was
    PaperSize paper = PaperSize::A4;
    QList<PostWithVariants> posts; ///< that are planned in the month
    PlanSetValues sets;
};

/// Which posts of a month are read.
struct PlannedMonthOptions
{
    QDate month; ///< any day of it
    PaperSize paper = PaperSize::A4;
    QString channel; ///< as PlanExportOptions' channel; empty: all
    QList<PostStatus> statuses; ///< empty: all
};

/// Reads a month for the command line, which waits. Errors: as PlanExport::channelNamed(); those of
/// reading.
[[nodiscard]] Result<PlannedMonth> readPlannedMonth(
    Workspace &workspace, const PlannedMonthOptions &options);
/// The same on a worker; \a done is called on \a context's thread.
void readPlannedMonth(Workspace &workspace, const PlannedMonthOptions &options, QObject *context,
    std::function<void(Result<PlannedMonth>)> done);
