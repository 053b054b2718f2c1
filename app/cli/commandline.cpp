// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/command.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

const QList<Command> &commands()
{
    static const QList<Command> list {initCommand(), importCommand(), undoImportCommand(),
        exportCommand(), reportCommand(), checkCommand(), dueCommand(), eraseCommand(),
        generateCommand(), verifyCommand(), backupCommand()};
    return list;
}

const Command *commandNamed(const QString &name)
{
    const auto found = std::ranges::find(commands(), name, &Command::name);
    return found == commands().end() ? nullptr : &*found;
}

void printOverview(QTextStream &to)
{
    to << tr("Usage: pullpush [WORKSPACE]             opens the window") << '\n';
    for (const Command &command : commands())
        to << "       pullpush "_L1 << command.name << ' ' << command.arguments << '\n';
    to << '\n'
       << tr("WORKSPACE is a file name or postgresql://user@host:port/database.") << '\n'
       << tr("“pullpush help SUBCOMMAND” explains each with an example.") << '\n';
}

void printHelp(const Command &command, QTextStream &to)
{
    to << tr("Usage: pullpush %1 %2").arg(command.name, command.arguments) << "\n\n"
       << command.summary << "\n\n";
    for (const QCommandLineOption &option : command.options) {
        QString names;
        for (const QString &name : option.names())
            names += (names.isEmpty() ? u"  "_s : u", "_s) + (name.size() == 1 ? u"-"_s : u"--"_s)
                + name;
        if (!option.valueName().isEmpty())
            names += u' ' + option.valueName();
        to << names.leftJustified(34) << option.description() << '\n';
    }
    to << '\n' << tr("Example:") << "\n  "_L1 << command.example << '\n';
}

int help(const QStringList &topics, QTextStream &out, QTextStream &err)
{
    if (topics.isEmpty()) {
        printOverview(out);
        return Done;
    }
    const Command *command = commandNamed(topics.first());
    if (!command) {
        err << tr("There is no subcommand “%1”.").arg(topics.first()) << '\n';
        printOverview(err);
        return WrongUsage;
    }
    printHelp(*command, out);
    return Done;
}
} // namespace

Result<std::shared_ptr<Workspace>> CommandCall::openWorkspace() const
{
    return Workspace::openNow(positional.first(), clock, parser.value(u"as"_s));
}

int CommandCall::fail(const Error &error) const
{
    err << "pullpush: "_L1 << error.message << '\n';
    return NotDone;
}

int CommandCall::misuse(const QString &message) const
{
    err << "pullpush: "_L1 << message << '\n';
    return WrongUsage;
}

void CommandCall::print(const QJsonObject &document) const
{
    out << QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

bool isSubcommand(const QStringList &arguments)
{
    return !arguments.isEmpty()
        && (arguments.first() == "help"_L1 || arguments.first() == "--help"_L1
            || arguments.first() == "-h"_L1 || commandNamed(arguments.first()));
}

bool wantsPicture(const QStringList &arguments)
{
    if (!isSubcommand(arguments))
        return false;
    const bool isReport = arguments.contains("-o"_L1) || arguments.contains("--output"_L1);
    const bool isPaper = arguments.first() == "export"_L1
        && std::ranges::any_of(arguments, [](const QString &argument) {
               return argument.endsWith(".pdf"_L1, Qt::CaseInsensitive);
           });
    return isPaper || (isReport && !arguments.last().endsWith(".csv"_L1));
}

int runCommandLine(const QStringList &arguments, const ReportPainter &painter, const Clock &clock)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    if (arguments.first() == "help"_L1 || arguments.first().startsWith(u'-'))
        return help(arguments.mid(1), out, err);
    const Command &command = *commandNamed(arguments.first());
    QCommandLineParser parser;
    parser.addOptions(command.options);
    parser.addOption({u"as"_s, tr("On whose behalf: a member's login."), u"USER"_s});
    parser.addOption({QStringList {u"help"_s, u"h"_s}, tr("Explains this subcommand.")});
    if (!parser.parse(QStringList {u"pullpush"_s} + arguments.mid(1))) {
        err << "pullpush: "_L1 << parser.errorText() << '\n';
        return WrongUsage;
    }
    if (parser.isSet(u"help"_s)) {
        printHelp(command, out);
        return Done;
    }
    const QStringList positional = parser.positionalArguments();
    if (positional.size() < command.fewest
        || (command.most >= 0 && positional.size() > command.most)) {
        err << tr("Usage: pullpush %1 %2").arg(command.name, command.arguments) << '\n';
        return WrongUsage;
    }
    return command.run({parser, positional, painter, clock, out, err});
}
