// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/workspace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

int run(const CommandCall &call)
{
    const Workspace::CreateOptions options {
        call.parser.value(u"zone"_s).toUtf8(), call.parser.isSet(u"sample"_s)};
    const auto made = Workspace::createNow(call.positional.first(), options, call.clock);
    if (!made)
        return call.fail(made.error());
    call.err << tr("The workspace “%1” is ready.").arg(call.positional.first()) << '\n';
    return Done;
}
} // namespace

Command initCommand()
{
    return {u"init"_s, u"WORKSPACE [--sample] [--zone IANA]"_s,
        tr("Makes a new, empty workspace. An existing file is never overwritten."),
        u"pullpush init brand.pullpush --sample --zone Europe/Berlin"_s, 1, 1,
        {{u"sample"_s, tr("Fills it with an invented brand's three months.")},
            {u"zone"_s, tr("The team's time zone; default: the computer's."), u"IANA"_s}},
        run};
}
