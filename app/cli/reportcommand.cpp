// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/funnel.h"
#include "base/clock.h"
#include "base/moment.h"
#include "cli/command.h"
#include "cli/reportpainter.h"
#include "report/funnelreport.h"
#include "session/pipelinecolumns.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<std::optional<QDate>> dayOption(const QCommandLineParser &parser, const QString &name)
{
    if (!parser.isSet(name))
        return std::optional<QDate>();
    const QDate day = QDate::fromString(parser.value(name), Qt::ISODate);
    if (!day.isValid())
        return fail(Error::Code::Rejected,
            tr("--%1 needs a day as 2026-01-31, not “%2”.").arg(name, parser.value(name)));
    return std::optional<QDate>(day);
}

template<typename E>
Result<E> wordOption(const QCommandLineParser &parser, const QString &name, E otherwise)
{
    if (!parser.isSet(name))
        return otherwise;
    if (const auto value = fromText<E>(parser.value(name)))
        return *value;
    QStringList words;
    for (const auto &[value, word] : EnumText<E>::values)
        words << QString::fromLatin1(word.data(), qsizetype(word.size()));
    return fail(Error::Code::Rejected, tr("--%1 is one of: %2.").arg(name, words.join(", "_L1)));
}

struct Question
{
    FunnelQuery query;
    std::optional<QDate> asOf;
};

Result<Question> questionOf(const QCommandLineParser &parser)
{
    Question question;
    const auto from = dayOption(parser, u"from"_s);
    const auto to = dayOption(parser, u"to"_s);
    const auto asOf = dayOption(parser, u"as-of"_s);
    const auto by = wordOption(parser, u"by"_s, Breakdown::None);
    const auto reached = wordOption(parser, u"reached"_s, ReachedRule::Passed);
    if (!from || !to || !asOf)
        return tl::unexpected(!from ? from.error() : !to ? to.error() : asOf.error());
    if (!by || !reached)
        return tl::unexpected(!by ? by.error() : reached.error());
    question.query.entered = {*from, *to};
    question.query.by = *by;
    question.query.reached = *reached;
    question.asOf = *asOf;
    if (parser.isSet(u"window"_s)) {
        bool isNumber = false;
        const int days = parser.value(u"window"_s).toInt(&isNumber);
        if (!isNumber || days < 0)
            return fail(Error::Code::Rejected, tr("--window needs a whole number of days."));
        question.query.windowDays = days;
    }
    return question;
}

int writeFile(const CommandCall &call, const FunnelReport &report, const QString &file)
{
    if (!file.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        const auto painted = call.painter.paint(report, file);
        return painted ? Done : call.fail(painted.error());
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(toCsv(report)) < 0 || !target.commit())
        return call.fail({Error::Code::Io,
            tr("“%1” cannot be written: %2").arg(file, target.errorString()), {}});
    return Done;
}

void printTable(const CommandCall &call, const FunnelReport &report)
{
    call.out << report.chart.title << '\n' << report.chart.subtitle << "\n\n"_L1;
    for (const ChartColumn &column : report.chart.columns)
        call.out << column.title << '\t';
    call.out << '\n';
    for (const auto &row : report.chart.rows) {
        for (const Figure &figure : row)
            call.out << figureText(figure) << '\t';
        call.out << '\n';
    }
}

int run(const CommandCall &call)
{
    if (call.positional.at(1) != "funnel"_L1)
        return call.misuse(
            tr("There is no report “%1”. Reports: funnel.").arg(call.positional.at(1)));
    auto question = questionOf(call.parser);
    if (!question)
        return call.misuse(question.error().message);
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    FunnelQuery &query = question->query;
    query.asOf = question->asOf ? startOfDay(question->asOf->addDays(1), (*workspace)->zone()) - 1
                                : call.clock.now();
    const auto columns = PipelineColumns::readNow(**workspace, query.asOf);
    if (!columns)
        return call.fail(columns.error());
    QHash<QString, QString> names;
    for (const User &user : (*workspace)->users())
        names.insert(user.id.toString(), user.name);
    const FunnelReport report =
        makeFunnelReport(funnel(**columns, query), query, (*workspace)->stages(),
            (*workspace)->zone(), query.by == Breakdown::Owner ? names : QHash<QString, QString>());
    if (call.parser.isSet(u"output"_s))
        return writeFile(call, report, call.parser.value(u"output"_s));
    if (call.parser.isSet(u"json"_s))
        call.print(toJson(report));
    else
        printTable(call, report);
    return Done;
}
} // namespace

Command reportCommand()
{
    return {u"report"_s, u"WORKSPACE funnel [options]"_s,
        tr("Prints a report. Days are in the workspace's zone, --from inclusive, --to exclusive; "
           "--as-of is the end of that day."),
        u"pullpush report brand.pullpush funnel --from 2026-01-01 --window 90 --by source --json"_s,
        2, 2,
        {{u"from"_s, tr("First day of entry."), u"DAY"_s},
            {u"to"_s, tr("Day before which they entered."), u"DAY"_s},
            {u"window"_s, tr("Only what happened within so many days of the entry."), u"DAYS"_s},
            {u"by"_s, tr("source or owner."), u"WHAT"_s},
            {u"reached"_s,
                tr("passed (at that stage or later; default) or touched (exactly that stage)."),
                u"RULE"_s},
            {u"as-of"_s, tr("As it stood at the end of that day; default: now."), u"DAY"_s},
            {u"json"_s, tr("Prints one JSON document.")},
            {QStringList {u"o"_s, u"output"_s}, tr("Writes FILE.png, .svg, .pdf or .csv."),
                u"FILE"_s}},
        run};
}
