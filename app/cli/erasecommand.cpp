// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/personerasing.h"
#include "session/personfinder.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QJsonObject toJson(const ProspectRow &person, const ErasureCounts &counts)
{
    return {{u"person"_s, person.id.toString()}, {u"records"_s, counts.records},
        {u"conversations"_s, counts.conversations}, {u"groupChats"_s, counts.groupChats},
        {u"messages"_s, counts.messages}, {u"attachments"_s, counts.attachments},
        {u"handles"_s, counts.handles}, {u"notes"_s, counts.notes}};
}

void printCounts(QTextStream &to, const ErasureCounts &counts)
{
    to << tr("Records: %1, handles: %2, notes and next steps: %3, conversations: %4, messages: %5, "
             "attachments: %6, group chats that they leave: %7")
              .arg(counts.records)
              .arg(counts.handles)
              .arg(counts.notes)
              .arg(counts.conversations)
              .arg(counts.messages)
              .arg(counts.attachments)
              .arg(counts.groupChats)
       << '\n';
}

/// Without --yes nothing is done but to say what would be.
int preview(const CommandCall &call, const Workspace &workspace, const ProspectRow &person)
{
    const auto counts = PersonErasing::previewNow(workspace, person.id);
    if (!counts)
        return call.fail(counts.error());
    if (call.parser.isSet(u"json"_s)) {
        QJsonObject document = toJson(person, *counts);
        document.insert(u"erased"_s, false);
        call.print(document);
    } else {
        printCounts(call.err, *counts);
    }
    call.err << tr("Nothing was erased, since it cannot be undone. Say --yes to erase “%1”, with "
                   "what colleagues keep private.")
                    .arg(person.name)
             << '\n';
    return NotDone;
}

int run(const CommandCall &call)
{
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    const auto person = PersonFinder::findNow(**workspace, call.positional.at(1));
    if (!person)
        return call.fail(person.error());
    if (!call.parser.isSet(u"yes"_s))
        return preview(call, **workspace, *person);
    const auto erased = PersonErasing::runNow(**workspace, person->id);
    if (!erased)
        return call.fail(erased.error());
    if (call.parser.isSet(u"json"_s)) {
        QJsonObject document = toJson(*person, erased->counts);
        document.insert(u"erased"_s, true);
        document.insert(u"copies"_s, QJsonArray::fromStringList(erased->copies));
        document.insert(u"remark"_s, erased->remark);
        call.print(document);
    } else {
        call.out << tr("Erased for good.") << '\n';
        printCounts(call.out, erased->counts);
    }
    for (const QString &copy : erased->copies)
        call.err << tr("This copy still holds them: %1").arg(copy) << '\n';
    if (!erased->remark.isEmpty())
        call.err << erased->remark << '\n';
    return Done;
}
} // namespace

Command eraseCommand()
{
    return {u"erase"_s, u"WORKSPACE PERSON [--yes] [--json]"_s,
        tr("Erases one person for good: names, handles, notes, conversations, attachments and what "
           "logs and indices keep of them. An anonymous record stays, so that past figures stand "
           "but those of what was said, and a hash of each handle, so that an import does not "
           "bring the person back. PERSON is an id, network:handle or an e-mail address."),
        u"pullpush erase brand.pullpush x:@nora --yes"_s, 2, 2,
        {{u"yes"_s, tr("Erases; without it, only says what would go, and exits with 3.")},
            {u"json"_s, tr("Prints one JSON document.")}},
        run};
}
