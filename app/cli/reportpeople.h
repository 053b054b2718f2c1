// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

class QCommandLineParser;
class Workspace;
struct ChartFilter;
struct ReportQuestion;

/// Whom the options of a report leave, in words of the workspace. A name that nobody knows is an error that lists what there is.
namespace ReportPeople {
/// Adds to \a question those of the stages, owners and field that the options name; who a field means is found out later.
[[nodiscard]] Result<> name(
    ReportQuestion &question, const QCommandLineParser &parser, Workspace &workspace);
/// Adds to \a filter the sources that the options name, of those in \a known.
[[nodiscard]] Result<> nameSources(
    ChartFilter &filter, const QCommandLineParser &parser, const QStringList &known);
} // namespace ReportPeople
