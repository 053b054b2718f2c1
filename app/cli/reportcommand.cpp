// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/moment.h"
#include "cli/command.h"
#include "cli/reportpainter.h"
#include "cli/reportpeople.h"
#include "cli/reportusage.h"
#include "report/boardplan.h"
#include "report/comparison.h"
#include "report/reports.h"
#include "session/chartmarks.h"
#include "session/chartpeople.h"
#include "session/pipelinecolumns.h"
#include "session/savedboards.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>

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

/// Both days of a span, the last one exclusive; an error where no day lies between them.
Result<DateSpan> spanOption(
    const QCommandLineParser &parser, const QString &first, const QString &end)
{
    const auto from = dayOption(parser, first);
    const auto to = dayOption(parser, end);
    if (!from || !to)
        return tl::unexpected(!from ? from.error() : to.error());
    if (*from && *to && **from >= **to)
        return fail(Error::Code::Rejected, tr("--%1 needs a day before --%2.").arg(first, end));
    return DateSpan {*from, *to};
}

Result<std::optional<int>> daysOption(const QCommandLineParser &parser, const QString &name)
{
    if (!parser.isSet(name))
        return std::optional<int>();
    bool isNumber = false;
    const int days = parser.value(name).toInt(&isNumber);
    if (!isNumber || days < 0)
        return fail(Error::Code::Rejected, tr("--%1 needs a whole number of days.").arg(name));
    return std::optional(days);
}

Result<std::optional<QList<qint64>>> agesOption(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"ages"_s))
        return std::optional<QList<qint64>>();
    QList<qint64> ages;
    const QString text = parser.value(u"ages"_s);
    const QStringList days = text.split(u',');
    for (const QString &day : days) {
        bool isNumber = false;
        const int age = day.trimmed().toInt(&isNumber);
        if (!isNumber || age < 0)
            return fail(Error::Code::Rejected,
                tr("--ages needs whole numbers of days, as 30,90, not “%1”.").arg(text));
        ages << age;
    }
    return std::optional(ages);
}

/// What the options say of credit, as far as \a kind is asked for it.
Result<CreditRule> creditOf(const QCommandLineParser &parser, const ReportKind &kind)
{
    CreditRule rule;
    const auto model = wordOption(parser, u"model"_s, rule.model);
    if (!model)
        return tl::unexpected(model.error());
    rule.model = *model;
    if (kind.uses.contains(ReportKind::Part::CreditTo)) {
        const auto to = wordOption(parser, u"by"_s, rule.to);
        if (!to)
            return tl::unexpected(to.error());
        rule.to = *to;
    }
    const auto lookBack = daysOption(parser, u"look-back"_s);
    if (!lookBack)
        return tl::unexpected(lookBack.error());
    if (*lookBack)
        rule.lookBackDays = *lookBack;
    return rule;
}

/// The question that the options ask of \a kind.
Result<ReportQuestion> questionOf(const QCommandLineParser &parser, const ReportKind &kind)
{
    const auto span = spanOption(parser, u"from"_s, u"to"_s);
    const auto cohort = spanOption(parser, u"cohort-from"_s, u"cohort-to"_s);
    if (!span || !cohort)
        return tl::unexpected(!span ? span.error() : cohort.error());
    const auto reached = wordOption(parser, u"reached"_s, ReachedRule::Passed);
    const auto compare = wordOption(parser, u"compare"_s, Comparison::None);
    if (!reached || !compare)
        return tl::unexpected(!reached ? reached.error() : compare.error());
    if (*compare != Comparison::None && !span->from)
        return fail(Error::Code::Rejected, tr("--compare needs a time that begins: --from."));
    const auto credit = creditOf(parser, kind);
    if (!credit)
        return tl::unexpected(credit.error());
    const bool hasGroups = !kind.uses.contains(ReportKind::Part::CreditTo);
    const auto by = hasGroups ? wordOption(parser, u"by"_s, Breakdown::None)
                              : Result<Breakdown>(Breakdown::None); // is to whom credit goes
    if (!by)
        return tl::unexpected(by.error());
    const auto window = daysOption(parser, u"window"_s);
    const auto ages = agesOption(parser);
    if (!window || !ages)
        return tl::unexpected(!window ? window.error() : ages.error());
    ReportQuestion question {
        .windowDays = *window, .ages = *ages, .reached = *reached, .by = *by, .credit = *credit};
    question.filter.span = *span;
    question.filter.cohort = *cohort;
    return question;
}

int writeFile(const CommandCall &call, const Report &report, const QString &file)
{
    if (!file.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        const auto painted = call.painter.paint(report, file);
        return painted ? Done : call.fail(painted.error());
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(toCsv(report.table)) < 0
        || !target.commit())
        return call.fail({Error::Code::Io,
            tr("“%1” cannot be written: %2").arg(file, target.errorString()), {}});
    return Done;
}

void printTable(const CommandCall &call, const Chart &chart)
{
    call.out << chart.title << '\n' << chart.subtitle << "\n\n"_L1;
    for (const ChartColumn &column : chart.columns)
        call.out << column.title << '\t';
    call.out << '\n';
    for (const auto &row : chart.rows) {
        for (const Figure &figure : row)
            call.out << figureText(figure) << '\t';
        call.out << '\n';
    }
}

QString reportIds()
{
    QStringList ids;
    for (const ReportKind &kind : reportKinds())
        ids << kind.id;
    ids << u"board"_s;
    return ids.join(", "_L1);
}

/// The reports that count within so many days where nobody says within how many: "trend: 90".
QString usualWindows()
{
    QStringList windows;
    for (const ReportKind &kind : reportKinds()) {
        if (kind.usualWindowDays)
            windows << u"%1: %2"_s.arg(kind.id).arg(*kind.usualWindowDays);
    }
    return windows.join(", "_L1);
}

void tellUnused(const CommandCall &call, const QString &id)
{
    const QStringList told = ReportUsage::unused(call.parser, id);
    for (const QString &sentence : told)
        call.err << sentence << '\n';
}

/// Finds out who the people of \a question are.
Result<> findPeople(ReportQuestion &question, const Workspace &workspace)
{
    if (!question.people)
        return {};
    return ChartPeople::readNow(workspace, *question.people).map([&question](const PeopleSet &set) {
        question.filter.people = set;
    });
}

Comparison comparisonOf(const QCommandLineParser &parser)
{
    return wordOption(parser, u"compare"_s, Comparison::None).value_or(Comparison::None);
}

/// Adds what \a workspace knows: as of when, what owners are called, notes and goals.
void completeQuestion(ReportQuestion &question, Comparison compare, Workspace &workspace)
{
    question.compareWith = earlierSpan(
        question.filter.span, compare, localDay(question.filter.asOf, workspace.zone()));
    ChartMarks::addTo(question, workspace);
    if (question.by == Breakdown::Owner || question.filter.owners) {
        for (const User &user : workspace.users())
            question.names.insert(user.id.toString(), user.name);
    }
}

/// The end of \a day in \a zone, or now without one; an error for a day that has not come, of which nothing is known.
Result<qint64> asOfOption(
    const CommandCall &call, const std::optional<QDate> &day, const QTimeZone &zone)
{
    const qint64 now = call.clock.now();
    if (!day)
        return now;
    if (*day > localDay(now, zone)) {
        return fail(Error::Code::Rejected,
            tr("--as-of needs a day that has come, not “%1”.").arg(day->toString(Qt::ISODate)));
    }
    return startOfDay(day->addDays(1), zone) - 1;
}

ReportQuestion questionOf(const BoardPlan &plan)
{
    const FunnelQuery &query = plan.query;
    return {.filter = chartFilter(query),
        .windowDays = query.windowDays,
        .ages = plan.ages,
        .reached = query.reached,
        .by = query.by,
        .credit = plan.credit,
        .people = plan.people};
}

/// What a board is asked to hold.
struct AskedBoard
{
    QStringList reports; ///< ids
    ReportQuestion question;
    Comparison compare = Comparison::None;
};

/// The saved board that the options name, with its own question, or the usual one with \a question.
Result<AskedBoard> askedBoard(
    const QCommandLineParser &parser, Workspace &workspace, const ReportQuestion &question)
{
    if (!parser.isSet(u"board"_s))
        return AskedBoard {firstBoard(), question, comparisonOf(parser)};
    const QString name = parser.value(u"board"_s);
    const SavedBoard *saved = SavedBoards::named(workspace, name);
    const auto plan = saved ? boardFromText(saved->content) : std::nullopt;
    if (!plan)
        return fail(Error::Code::NotFound, tr("There is no saved board “%1”.").arg(name));
    return AskedBoard {plan->reports, questionOf(*plan), plan->compare};
}

/// What all charts of \a board need, so that everything is read once.
QList<ChartFact> needsOf(const AskedBoard &board)
{
    QList<ChartFact> needs;
    for (const QString &id : board.reports) {
        const QList<ChartFact> own = reportKind(id)->needs.of(board.question);
        std::ranges::copy_if(own, std::back_inserter(needs),
            [&needs](ChartFact need) { return !needs.contains(need); });
    }
    return needs;
}

PrintedBoard printedBoard(
    const Workspace &workspace, const AskedBoard &asked, const ReportData &data)
{
    QHash<UserId, QString> names;
    for (const User &user : workspace.users())
        names.insert(user.id, user.name);
    PrintedBoard board {.title = tr("Pipeline"),
        .workspace = workspace.displayName(),
        .question = questionText(asked.question, names, workspace.stages(), workspace.zone()),
        .day = localDay(asked.question.filter.asOf, workspace.zone()),
        .reports = {}};
    for (const QString &id : asked.reports)
        board.reports.append(makeReport(*reportKind(id), data, asked.question));
    return board;
}

/// Prints several charts into one file: those of a saved board with its question, or the usual ones with the question of the options.
int printBoard(const CommandCall &call)
{
    auto question = questionOf(call.parser, *reportKind(u"funnel"_s));
    const auto asOf = dayOption(call.parser, u"as-of"_s);
    if (!question || !asOf)
        return call.misuse(!question ? question.error().message : asOf.error().message);
    if (const QString wrong = ReportUsage::contradiction(call.parser, u"board"_s); !wrong.isEmpty())
        return call.misuse(wrong);
    if (!call.parser.isSet(u"board"_s))
        tellUnused(call, u"board"_s);
    const QString file = call.parser.value(u"output"_s);
    if (!file.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return call.misuse(tr("A board is printed into a file: -o FILE.pdf."));
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    if (const auto named = ReportPeople::name(*question, call.parser, **workspace); !named)
        return call.misuse(named.error().message);
    auto asked = askedBoard(call.parser, **workspace, *question);
    if (!asked)
        return call.fail(asked.error());
    const auto moment = asOfOption(call, *asOf, (*workspace)->zone());
    if (!moment)
        return call.misuse(moment.error().message);
    asked->question.filter.asOf = *moment;
    completeQuestion(asked->question, asked->compare, **workspace);
    if (const auto found = findPeople(asked->question, **workspace); !found)
        return call.fail(found.error());
    const auto data = PipelineColumns::readNow(**workspace, *moment, needsOf(*asked));
    if (!data)
        return call.fail(data.error());
    if (const auto named = ReportPeople::nameSources(
            asked->question.filter, call.parser, data->columns->sources());
        !named)
        return call.misuse(named.error().message);
    const auto painted = call.painter.paint(printedBoard(**workspace, *asked, *data), file);
    return painted ? Done : call.fail(painted.error());
}

int run(const CommandCall &call)
{
    if (call.positional.at(1) == "board"_L1)
        return printBoard(call);
    const ReportKind *kind = reportKind(call.positional.at(1));
    if (!kind) {
        return call.misuse(
            tr("There is no report “%1”. Reports: %2.").arg(call.positional.at(1), reportIds()));
    }
    auto question = questionOf(call.parser, *kind);
    const auto asOf = dayOption(call.parser, u"as-of"_s);
    if (!question || !asOf)
        return call.misuse(!question ? question.error().message : asOf.error().message);
    if (const QString wrong = ReportUsage::contradiction(call.parser, kind->id); !wrong.isEmpty())
        return call.misuse(wrong);
    tellUnused(call, kind->id);
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    if (const auto named = ReportPeople::name(*question, call.parser, **workspace); !named)
        return call.misuse(named.error().message);
    const auto moment = asOfOption(call, *asOf, (*workspace)->zone());
    if (!moment)
        return call.misuse(moment.error().message);
    question->filter.asOf = *moment;
    completeQuestion(*question, comparisonOf(call.parser), **workspace);
    if (const auto found = findPeople(*question, **workspace); !found)
        return call.fail(found.error());
    const auto data =
        PipelineColumns::readNow(**workspace, question->filter.asOf, kind->needs.of(*question));
    if (!data)
        return call.fail(data.error());
    if (const auto named =
            ReportPeople::nameSources(question->filter, call.parser, data->columns->sources());
        !named)
        return call.misuse(named.error().message);
    const Report report = makeReport(*kind, *data, *question);
    const bool isWritten = call.parser.isSet(u"output"_s);
    if (isWritten) {
        const int code = writeFile(call, report, call.parser.value(u"output"_s));
        if (code != Done)
            return code;
    }
    if (call.parser.isSet(u"json"_s))
        call.print(report.document.toJson());
    else if (!isWritten)
        printTable(call, report.chart);
    return Done;
}
} // namespace

Command reportCommand()
{
    return {u"report"_s, u"WORKSPACE REPORT [options]"_s,
        tr("Prints a report: %1. Days are in the workspace's zone, --from inclusive, --to "
           "exclusive; "
           "--as-of is the end of that day. It is said of which options a report makes no use.")
            .arg(reportIds()),
        u"pullpush report brand.pullpush funnel --from 2026-01-01 --window 90 --by source --json"_s,
        2, 2,
        {{u"from"_s, tr("First day: of the entry, the move or the visit."), u"DAY"_s},
            {u"to"_s, tr("Day before which that was."), u"DAY"_s},
            {u"cohort-from"_s, tr("Only who entered on that day or later, whatever --from is of."),
                u"DAY"_s},
            {u"cohort-to"_s, tr("Only who entered before that day."), u"DAY"_s},
            {u"stage"_s,
                tr("Only who is at that stage now, by its key or name; none: at no stage. Given "
                   "several times, at one of them."),
                u"STAGE"_s},
            {u"source"_s,
                tr("Only who came from there; none: who has no source. Given several times, from "
                   "one of them."),
                u"SOURCE"_s},
            {u"owner"_s,
                tr("Only whose owner is that member, by login or name; none: who has no owner. "
                   "Given several times, one of them."),
                u"MEMBER"_s},
            {u"field"_s,
                tr("Only of whom a field of the team says that, as they are listed today; people "
                   "of a private circle are not."),
                u"NAME=VALUE"_s},
            {u"window"_s,
                //: %1 names reports, each with its number of days.
                tr("Only what happened within so many days of the entry; default: any number "
                   "(%1).")
                    .arg(usualWindows()),
                u"DAYS"_s},
            {u"by"_s,
                tr("What a funnel is taken apart by: source, channel, campaign, owner, "
                   "pillar, network or handover; what attribution gives "
                   "credit to: post (default), campaign, pillar, profile or channel."),
                u"WHAT"_s},
            {u"model"_s, tr("How attribution gives credit: first, last, linear (default), u or j."),
                u"MODEL"_s},
            {u"look-back"_s,
                tr("Only touches within so many days before the conversion; default: all."),
                u"DAYS"_s},
            {u"reached"_s,
                tr("passed (at that stage or later; default) or touched (exactly that stage)."),
                u"RULE"_s},
            {u"as-of"_s, tr("As it stood at the end of that day; default: now."), u"DAY"_s},
            {u"ages"_s, tr("The ages in days that outcomes and cohorts tell of."), u"DAYS,…"_s},
            {u"compare"_s,
                tr("With the time before (previous) or the same days a year before (year)."),
                u"WITH"_s},
            {u"board"_s,
                tr("The saved board that “board” prints, with its own question; besides it only "
                   "--as-of."),
                u"NAME"_s},
            {u"json"_s, tr("Prints one JSON document, also beside -o.")},
            {QStringList {u"o"_s, u"output"_s}, tr("Writes FILE.png, .svg, .pdf or .csv."),
                u"FILE"_s}},
        run};
}
