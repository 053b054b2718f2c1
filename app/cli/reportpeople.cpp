// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportpeople.h"

#include "base/text.h"
#include "report/reports.h"
#include "session/teamsets.h"
#include "session/workspace.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// The stage of that key or name, whatever the case; a null id for "none".
Result<StageId> stageOption(const QList<Stage> &stages, const QString &text)
{
    const auto isIt = [folded = foldText(text)](const Stage &stage) {
        return foldText(stage.key) == folded || foldText(stage.name) == folded;
    };
    const auto found = std::ranges::find_if(stages, isIt);
    if (found != stages.end())
        return found->id;
    if (text == "none"_L1)
        return StageId();
    QStringList keys;
    for (const Stage &stage : stages)
        keys << stage.key;
    return fail(Error::Code::NotFound,
        tr("There is no stage “%1”. Stages: %2.").arg(text, keys.join(", "_L1)));
}

/// Those of whom a field says what \a text names, as "Size=big".
Result<PeopleChoice> fieldOption(const QList<CustomField> &fields, const QString &text)
{
    const qsizetype at = text.indexOf(u'=');
    const QString name = text.left(std::max<qsizetype>(at, 0)).simplified();
    const auto found = std::ranges::find(
        fields, foldText(name), [](const CustomField &field) { return foldText(field.name); });
    if (at < 0 || found == fields.end()) {
        QStringList names;
        for (const CustomField &field : fields)
            names << field.name;
        return fail(Error::Code::NotFound,
            tr("--field needs NAME=VALUE of a field of the team, not “%1”. Fields: %2.")
                .arg(text, names.join(", "_L1)));
    }
    const auto value = customValueOf(*found, text.mid(at + 1), QLocale::c());
    if (!value)
        return tl::unexpected(value.error());
    if (value->isEmpty())
        return fail(Error::Code::Rejected, tr("--field needs a value after “%1=”.").arg(name));
    //: A field that the team added, and what it says.
    PeopleChoice people {tr("%1: %2").arg(found->name, *value), {}};
    people.query.field = found->id;
    people.query.fieldValue = *value;
    return people;
}

Result<> nameField(ReportQuestion &question, const QStringList &texts, Workspace &workspace)
{
    if (texts.isEmpty())
        return {};
    if (texts.size() > 1)
        return fail(Error::Code::Rejected, tr("--field can be given once."));
    const auto people = fieldOption(workspace.team().customFields(), texts.first());
    if (!people)
        return tl::unexpected(people.error());
    question.people = *people;
    return {};
}
} // namespace

Result<> ReportPeople::name(
    ReportQuestion &question, const QCommandLineParser &parser, Workspace &workspace)
{
    const QStringList stages = parser.values(u"stage"_s);
    for (const QString &text : stages) {
        const auto stage = stageOption(workspace.stages(), text);
        if (!stage)
            return tl::unexpected(stage.error());
        if (!question.filter.stages)
            question.filter.stages.emplace();
        question.filter.stages->append(*stage);
    }
    return nameField(question, parser.values(u"field"_s), workspace);
}
