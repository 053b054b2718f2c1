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
#include <utility>

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
    if (fields.isEmpty()) {
        return fail(Error::Code::NotFound,
            tr("--field needs NAME=VALUE of a field of the team, which has none yet."));
    }
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

/// The member of that login or name, whatever the case; a null id for "none".
Result<UserId> ownerOption(const QList<User> &users, const QString &text)
{
    QList<User> found;
    QStringList logins;
    for (const User &user : users) {
        logins << user.login;
        if (foldText(user.login) == foldText(text))
            return user.id;
        if (foldText(user.name) == foldText(text))
            found << user;
    }
    if (found.size() == 1)
        return found.first().id;
    if (found.isEmpty() && text == "none"_L1)
        return UserId();
    if (found.isEmpty()) {
        return fail(Error::Code::NotFound,
            tr("There is no member “%1”. Owners: %2.")
                .arg(text, (logins << u"none"_s).join(", "_L1)));
    }
    logins.clear();
    for (const User &user : std::as_const(found))
        logins << user.login;
    return fail(Error::Code::Rejected,
        tr("Several members are called “%1”. Name one of them by login: %2.")
            .arg(text, logins.join(", "_L1)));
}

/// The sources in \a known of that name, whatever the case unless one is exactly so; that of those without one for "none".
Result<QStringList> sourceOption(const QStringList &known, const QString &text)
{
    constexpr qsizetype MostListed = 40;
    if (known.contains(text))
        return QStringList {text};
    QStringList found;
    QStringList names;
    for (const QString &source : known) {
        if (source.isEmpty())
            continue;
        names << source;
        if (foldText(source) == foldText(text))
            found << source;
    }
    if (!found.isEmpty())
        return found;
    if (text.isEmpty() || text == "none"_L1)
        return QStringList {QString()};
    names.sort();
    if (names.size() > MostListed)
        names = names.first(MostListed) << u"…"_s;
    return fail(Error::Code::NotFound,
        tr("There is no source “%1”. Sources: %2.").arg(text, (names << u"none"_s).join(", "_L1)));
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
    const QStringList owners = parser.values(u"owner"_s);
    for (const QString &text : owners) {
        const auto owner = ownerOption(workspace.users(), text);
        if (!owner)
            return tl::unexpected(owner.error());
        if (!question.filter.owners)
            question.filter.owners.emplace();
        question.filter.owners->append(*owner);
    }
    return nameField(question, parser.values(u"field"_s), workspace);
}

Result<> ReportPeople::nameSources(
    ChartFilter &filter, const QCommandLineParser &parser, const QStringList &known)
{
    const QStringList texts = parser.values(u"source"_s);
    for (const QString &text : texts) {
        const auto sources = sourceOption(known, text);
        if (!sources)
            return tl::unexpected(sources.error());
        if (!filter.sources)
            filter.sources.emplace();
        filter.sources->append(*sources);
    }
    return {};
}
