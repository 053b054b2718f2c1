// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportperson.h"

#include "cli/command.h"
#include "session/personexport.h"
#include "session/personfinder.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
QString personText(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// What --format asks for, else what the file's name says, else JSON. Nothing for any other word.
std::optional<PersonFormat> personFormat(const CommandCall &call, const QString &file)
{
    if (call.parser.isSet(u"format"_s)) {
        const auto format = fromText<PersonFormat>(call.parser.value(u"format"_s).toLower());
        return format == PersonFormat::Pdf ? std::nullopt : format;
    }
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == "pdf"_L1)
        return std::nullopt;
    return suffix == "html"_L1 || suffix == "htm"_L1 ? PersonFormat::Html : PersonFormat::Json;
}
} // namespace

int exportPerson(const CommandCall &call)
{
    const QString file = call.positional.at(2);
    const auto format = personFormat(call, file);
    if (!format)
        return call.misuse(personText("--format of a person is json or html."));
    if (!call.parser.isSet(u"person"_s))
        return call.misuse(
            personText("Say who: --person with an id, network:handle or an e-mail address."));
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    const auto person = PersonFinder::findNow(**workspace, call.parser.value(u"person"_s));
    if (!person)
        return call.fail(person.error());
    const PersonExportOptions options {*format, call.parser.isSet(u"redact"_s)};
    if (const auto done = PersonExport::runNow(**workspace, person->id, file, options); !done)
        return call.fail(done.error());
    if (call.parser.isSet(u"json"_s))
        call.print({{u"what"_s, u"person"_s}, {u"format"_s, toText(*format)}, {u"file"_s, file},
            {u"person"_s, person->id.toString()}, {u"redacted"_s, options.redactOthers}});
    else
        call.out << personText("Everything about “%1” that you may see is in %2.")
                        .arg(person->name, file)
                 << '\n';
    return Done;
}
