// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "cli/command.h"
#include "cli/exportperson.h"
#include "cli/reportpainter.h"
#include "session/planexport.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<std::optional<QDate>> dayOf(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return std::optional<QDate>();
    const QDate day = QDate::fromString(parser.value(option), Qt::ISODate);
    if (!day.isValid())
        return fail(Error::Code::Rejected,
            tr("--%1 is a day such as 2026-03-31, not “%2”.").arg(option, parser.value(option)));
    return std::optional<QDate>(day);
}

/// What the options ask for, else what the file's name says.
Result<PlanExportFormat> formatOf(const QCommandLineParser &parser, const QStringList &positional)
{
    const bool isCalendar = positional.at(1) == "calendar"_L1;
    if (parser.isSet(u"for"_s)) {
        const QString planner = parser.value(u"for"_s).toLower();
        const auto format = fromText<PlanExportFormat>(planner);
        if (isCalendar || !format || parser.isSet(u"format"_s) || planner == "csv"_L1
            || planner == "xlsx"_L1 || planner == "ics"_L1)
            return fail(Error::Code::Rejected,
                tr("--for is buffer, hootsuite or metricool, for posts and without --format."));
        return *format;
    }
    QString wanted = parser.value(u"format"_s).toLower();
    if (wanted.isEmpty())
        wanted = isCalendar ? u"ics"_s : QFileInfo(positional.at(2)).suffix().toLower();
    if (wanted == "ics"_L1)
        return PlanExportFormat::Calendar;
    if (!isCalendar && wanted == "xlsx"_L1)
        return PlanExportFormat::Xlsx;
    if (!isCalendar && (wanted == "csv"_L1 || !parser.isSet(u"format"_s)))
        return PlanExportFormat::Csv;
    return fail(Error::Code::Rejected,
        isCalendar ? tr("--format of a calendar is ics or pdf.")
                   : tr("--format of posts is csv, xlsx or ics."));
}

Result<QList<PostStatus>> statusesOf(const QCommandLineParser &parser)
{
    QList<PostStatus> statuses;
    const QStringList texts = parser.values(u"status"_s);
    for (const QString &text : texts) {
        const auto status = fromText<PostStatus>(text);
        if (!status)
            return fail(Error::Code::Rejected,
                tr("--status is idea, draft, in-review, changes-requested, approved, scheduled, "
                   "posted or retired, not “%1”.")
                    .arg(text));
        statuses << *status;
    }
    return statuses;
}

Result<PlanExportOptions> optionsOf(const QCommandLineParser &parser, const QStringList &positional)
{
    PlanExportOptions options;
    const auto format = formatOf(parser, positional);
    if (!format)
        return tl::unexpected(format.error());
    options.format = *format;
    options.channel = parser.value(u"channel"_s);
    const auto from = dayOf(parser, u"from"_s);
    const auto to = dayOf(parser, u"to"_s);
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    options.days = {*from, *to};
    const auto statuses = statusesOf(parser);
    if (!statuses)
        return tl::unexpected(statuses.error());
    options.statuses = *statuses;
    return options;
}

void printWords(const CommandCall &call, const PlanExportReport &report, const QString &file)
{
    call.out << QCoreApplication::translate(
        "CommandLine", "%n post(s) written to %1", nullptr, report.posts)
                    .arg(file)
             << '\n';
    if (report.leftOut > 0)
        call.err << QCoreApplication::translate("CommandLine",
            "Left out, since such a file cannot hold them: %n row(s)", nullptr, report.leftOut)
                 << '\n';
    if (report.withoutMedia > 0)
        call.err << QCoreApplication::translate("CommandLine",
            "Without media that such a file cannot hold: %n row(s)", nullptr, report.withoutMedia)
                 << '\n';
}

Result<PlannedMonthOptions> monthOf(const CommandCall &call, const Workspace &workspace)
{
    PlannedMonthOptions options;
    options.month = workspace.today();
    if (call.parser.isSet(u"month"_s)) {
        const QString text = call.parser.value(u"month"_s);
        options.month = QDate::fromString(text + "-01"_L1, Qt::ISODate);
        if (!options.month.isValid() || text.size() != 7)
            return fail(Error::Code::Rejected,
                tr("--month is a month such as 2026-03, not “%1”.").arg(text));
    }
    const QString paper = call.parser.value(u"paper"_s).toLower();
    const auto size = fromText<PaperSize>(paper);
    if (!paper.isEmpty() && !size)
        return fail(Error::Code::Rejected, tr("--paper is a4 or a3, not “%1”.").arg(paper));
    options.paper = size.value_or(PaperSize::A4);
    if (call.parser.isSet(u"from"_s) || call.parser.isSet(u"to"_s))
        return fail(
            Error::Code::Rejected, tr("A page holds one month: say --month, not --from and --to."));
    options.channel = call.parser.value(u"channel"_s);
    const auto statuses = statusesOf(call.parser);
    if (!statuses)
        return tl::unexpected(statuses.error());
    options.statuses = *statuses;
    return options;
}

/// A month of the calendar on paper.
int print(const CommandCall &call)
{
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    const auto options = monthOf(call, **workspace);
    if (!options)
        return call.misuse(options.error().message);
    const auto month = readPlannedMonth(**workspace, *options);
    if (!month)
        return call.fail(month.error());
    const QString file = call.positional.at(2);
    if (const auto done = call.painter.paint(*month, file); !done)
        return call.fail(done.error());
    if (call.parser.isSet(u"json"_s))
        call.print({{u"what"_s, call.positional.at(1)}, {u"format"_s, u"pdf"_s}, {u"file"_s, file},
            {u"month"_s, month->month.toString(u"yyyy-MM"_s)},
            {u"posts"_s, int(month->posts.size())}});
    else
        call.out << QCoreApplication::translate(
            "CommandLine", "%n post(s) written to %1", nullptr, int(month->posts.size()))
                        .arg(file)
                 << '\n';
    return Done;
}

bool isPaper(const CommandCall &call)
{
    const QString format = call.parser.value(u"format"_s).toLower();
    return call.positional.at(1) == "calendar"_L1
        && (format.isEmpty() ? call.positional.at(2).endsWith(".pdf"_L1, Qt::CaseInsensitive)
                             : format == "pdf"_L1);
}

int run(const CommandCall &call)
{
    const QString what = call.positional.at(1);
    if (what == "person"_L1)
        return exportPerson(call);
    if (what != "posts"_L1 && what != "calendar"_L1)
        return call.misuse(
            tr("“%1” cannot be exported; posts, calendar and person can.").arg(what));
    if (isPaper(call))
        return print(call);
    const auto options = optionsOf(call.parser, call.positional);
    if (!options)
        return call.misuse(options.error().message);
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    const QString file = call.positional.at(2);
    const auto report = PlanExport::runNow(**workspace, file, *options);
    if (!report)
        return call.fail(report.error());
    if (call.parser.isSet(u"json"_s))
        call.print({{u"what"_s, what}, {u"format"_s, toText(options->format)}, {u"file"_s, file},
            {u"posts"_s, report->posts}, {u"rows"_s, report->rows}, {u"leftOut"_s, report->leftOut},
            {u"withoutMedia"_s, report->withoutMedia}});
    else
        printWords(call, *report, file);
    return Done;
}
} // namespace

Command exportCommand()
{
    return {u"export"_s, u"WORKSPACE posts|calendar|person FILE [options]"_s,
        tr("Writes the plan to a file: posts as a table, with one row for each channel, or as a "
           "calendar, with one event for each. Either can be imported again without a loss; a "
           "calendar holds what has a day. A calendar in a PDF file is a month on paper. A person "
           "is everything about one prospect that you may see, as JSON or as a page."),
        u"pullpush export brand.pullpush posts june.csv --for buffer --channel Bluesky --from 2026-06-01 --to 2026-07-01"_s,
        3, 3,
        {{u"format"_s,
             tr("csv, xlsx, ics or pdf, of a person json or html; default: by the file's name."),
             u"FORMAT"_s},
            {u"for"_s, tr("As another planner reads it: buffer, hootsuite or metricool."),
                u"PLANNER"_s},
            {u"channel"_s, tr("Only this channel: its name, handle or network."), u"NAME"_s},
            {u"from"_s, tr("The first day."), u"DAY"_s},
            {u"to"_s, tr("The day after the last."), u"DAY"_s},
            {u"status"_s, tr("Only posts in this status; may be repeated."), u"STATUS"_s},
            {u"month"_s, tr("The month on paper; default: this one."), u"YYYY-MM"_s},
            {u"paper"_s, tr("a4 or a3; default: a4. Landscape."), u"SIZE"_s},
            {u"person"_s, tr("Who: an id, network:handle or an e-mail address."), u"PERSON"_s},
            {u"redact"_s, tr("Other people in a person's conversations get numbers for names.")},
            {u"json"_s, tr("Prints one JSON document.")}},
        run};
}
