// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/generator.h"
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
    GenerateOptions options;
    const auto number = [&call](const char16_t *name, auto &target, qint64 least) {
        const QString option = QString::fromUtf16(name);
        if (!call.parser.isSet(option))
            return true;
        bool isNumber = false;
        const qint64 value = call.parser.value(option).toLongLong(&isNumber);
        target = std::remove_reference_t<decltype(target)>(value);
        return isNumber && value >= least;
    };
    if (!call.parser.isSet(u"prospects"_s) || !number(u"prospects", options.prospects, 1)
        || !number(u"messages", options.messagesPerProspect, 0)
        || !number(u"posts", options.posts, 0) || !number(u"seed", options.seed, 0))
        return call.misuse(tr("--prospects, --messages, --posts and --seed need whole numbers."));
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    if (const auto done = generateWorkload(**workspace, options); !done)
        return call.fail(done.error());
    call.err << tr("%1 prospects were added.").arg(options.prospects) << '\n';
    return Done;
}
} // namespace

Command generateCommand()
{
    return {u"generate"_s, u"WORKSPACE --prospects N [--messages M] [--posts P] [--seed S]"_s,
        tr("Adds an invented workload for measuring: the same for the same seed."),
        u"pullpush generate bench.pullpush --prospects 100000 --seed 7"_s, 1, 1,
        {{u"prospects"_s, tr("How many prospects."), u"N"_s},
            {u"messages"_s, tr("Messages for each prospect on average; default 10."), u"M"_s},
            {u"posts"_s, tr("How many posts; default 1,000."), u"P"_s},
            {u"seed"_s, tr("Start of the chance; default 1."), u"S"_s}},
        run};
}
