// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/moment.h"
#include "base/result.h"
#include "domain/channel.h"
#include "domain/post.h"

#include <QObject>

#include <functional>

class Workspace;

enum class PlanExportFormat { Csv, Xlsx, Calendar, Buffer, Hootsuite, Metricool };

template<>
struct EnumText<PlanExportFormat>
{
    static constexpr std::pair<PlanExportFormat, std::string_view> values[] {
        {PlanExportFormat::Csv, "csv"}, {PlanExportFormat::Xlsx, "xlsx"},
        {PlanExportFormat::Calendar, "ics"}, {PlanExportFormat::Buffer, "buffer"},
        {PlanExportFormat::Hootsuite, "hootsuite"}, {PlanExportFormat::Metricool, "metricool"}};
};

/// Which posts are exported, and as what.
struct PlanExportOptions
{
    PlanExportFormat format = PlanExportFormat::Csv;
    QString channel; ///< name, handle or network; empty: all
    DateSpan days; ///< in each post's own zone; with an end given, undated posts are left out
    QList<PostStatus> statuses; ///< empty: all
};

struct PlanExportReport
{
    int posts = 0; ///< that are in the file, with one channel or several
    int rows = 0; ///< rows or events: one for each channel of a post
    int leftOut = 0; ///< rows that the format cannot carry
    int withoutMedia = 0; ///< rows without some of their media, which the format cannot carry
};

/// Writes plans to files, as a whole or not at all.
namespace PlanExport {
using Done = std::function<void(Result<PlanExportReport>)>;

/// Reads and writes on a worker; \a done is called on \a context's thread. Errors: NotFound (no such
/// channel), Rejected (several channels where the format takes one, a text too long for a
/// workbook), Io, those of reading.
void run(Workspace &workspace, const QString &path, const PlanExportOptions &options,
    QObject *context, Done done);
/// The one of \a channels that \a named means: by name, handle, id, or network where that has one
/// alone. Errors: NotFound, Rejected where several could be meant; they name the channels.
[[nodiscard]] Result<Channel> channelNamed(const QList<Channel> &channels, const QString &named);
/// The same for the command line, which waits.
[[nodiscard]] Result<PlanExportReport> runNow(
    Workspace &workspace, const QString &path, const PlanExportOptions &options);
} // namespace PlanExport
