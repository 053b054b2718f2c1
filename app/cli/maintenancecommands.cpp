// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/maintenance.h"
#include "session/workspace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

int verify(const CommandCall &call)
{
    const auto workspace = call.openWorkspace();
    const Result<> sound =
        workspace ? Maintenance::verify(**workspace) : tl::unexpected(workspace.error());
    const bool isDamage = !sound && sound.error().code == Error::Code::Corrupt;
    if (!sound && !isDamage)
        return call.fail(sound.error());
    if (call.parser.isSet(u"json"_s))
        call.print({{u"sound"_s, sound.has_value()},
            {u"text"_s, sound ? QString() : sound.error().message}});
    else
        call.out << (sound ? tr("The workspace is sound.") : sound.error().message) << '\n';
    return sound ? Done : DoneWithFaults;
}

int backup(const CommandCall &call)
{
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    if (const auto done = Maintenance::backup(**workspace, call.positional.at(1)); !done)
        return call.fail(done.error());
    call.err << tr("“%1” is a complete copy.").arg(call.positional.at(1)) << '\n';
    return Done;
}
} // namespace

Command verifyCommand()
{
    return {u"verify"_s, u"WORKSPACE [--json]"_s,
        tr("Checks every page and index of the workspace file."),
        u"pullpush verify brand.pullpush"_s, 1, 1, {{u"json"_s, tr("Prints one JSON document.")}},
        verify};
}

Command backupCommand()
{
    return {u"backup"_s, u"WORKSPACE FILE"_s,
        tr("Writes a complete copy, also while others work in the workspace. An existing file is "
           "never overwritten."),
        u"pullpush backup brand.pullpush brand-copy.pullpush"_s, 2, 2, {}, backup};
}
