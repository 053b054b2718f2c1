// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class BareStore;
class Workspace;

/// Measures an open workspace and the same database without the program.
using MeasureWorkspace = std::function<void(Workspace &, BareStore &)>;

/// What a benchmark of workspaces is asked for: numbers of prospects and locations of workspaces that are there already.
class BenchWorkspaces
{
public:
    /// \a arguments as typed, without the program's name: a number of prospects (a workspace is generated, or taken from
    /// the folder PULLPUSH_BENCH_DIR, which keeps it for the next run), a file name, or postgresql://…. With --server
    /// numbers are generated on the server of the run alone. Without any the numbers are 10000 and 100000.
    explicit BenchWorkspaces(QStringList arguments);

    /// False, and told in the output, where one of them cannot be made or opened. \a onServerToo: numbers also on the server of
    /// the run, where there is one (with_postgres).
    [[nodiscard]] bool measureAll(bool onServerToo, const MeasureWorkspace &measure) const;

private:
    QStringList m_wanted;
    bool m_onServerAlone;
};
