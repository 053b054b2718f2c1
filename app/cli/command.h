// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QStringList>
#include <QTextStream>

#include <memory>

class Clock;
class ReportPainter;
class Workspace;

enum ExitCode { Done = 0, DoneWithFaults = 1, WrongUsage = 2, NotDone = 3 };

/// What a subcommand works with: its parsed arguments and where it writes.
struct CommandCall
{
    const QCommandLineParser &parser;
    QStringList positional; ///< without the subcommand
    const ReportPainter &painter;
    const Clock &clock;
    QTextStream &out;
    QTextStream &err;

    /// Opens the workspace named first, on behalf of --as.
    [[nodiscard]] Result<std::shared_ptr<Workspace>> openWorkspace() const;
    /// Prints \a error and returns NotDone.
    [[nodiscard]] int fail(const Error &error) const;
    /// Prints \a message and returns WrongUsage.
    [[nodiscard]] int misuse(const QString &message) const;
    void print(const QJsonObject &document) const;
};

/// One subcommand of the command line.
struct Command
{
    QString name;
    QString arguments; ///< as in the usage line
    QString summary;
    QString example;
    int fewest = 1; ///< positional arguments
    int most = 1; ///< -1: any number
    QList<QCommandLineOption> options;
    int (*run)(const CommandCall &) = nullptr;
};

[[nodiscard]] Command initCommand();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command undoImportCommand();
[[nodiscard]] Command dueCommand();
[[nodiscard]] Command eraseCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command reportCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command generateCommand();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] Command backupCommand();
