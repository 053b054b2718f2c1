// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/importservice.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QJsonObject toJson(const ImportCounts &counts)
{
    return {{u"created"_s, counts.created}, {u"updated"_s, counts.updated},
        {u"skipped"_s, counts.skipped}};
}

QJsonObject toJson(const ImportReport &report)
{
    QJsonArray issues;
    for (const ImportIssue &issue : report.issues) {
        issues.append(QJsonObject {{u"file"_s, issue.file}, {u"line"_s, issue.line},
            {u"severity"_s, toText(issue.severity)}, {u"code"_s, issue.code},
            {u"text"_s, issue.text}});
    }
    QJsonArray unused;
    for (const UnusedColumn &column : report.unusedColumns) {
        unused.append(QJsonObject {{u"file"_s, column.file}, {u"column"_s, column.column},
            {u"likelyField"_s,
                column.likelyField.isEmpty() ? QJsonValue() : QJsonValue(column.likelyField)}});
    }
    const QJsonObject none = toJson(ImportCounts {});
    return {{u"format"_s, report.format},
        {u"batch"_s, report.batch.isNull() ? QString() : report.batch.toString()},
        {u"dryRun"_s, report.dryRun}, {u"prospects"_s, toJson(report.prospects)},
        {u"conversations"_s, toJson(report.conversations)},
        {u"messages"_s, toJson(report.messages)}, {u"posts"_s, toJson(report.posts)},
        {u"moves"_s, toJson(report.moves)}, {u"measures"_s, none},
        {u"differing"_s, report.differing}, {u"proposedMoves"_s, report.proposals},
        {u"rejected"_s, report.rejected},
        {u"rejectedFiles"_s, QJsonArray::fromStringList(report.rejectedFiles)},
        {u"issues"_s, issues}, {u"unusedColumns"_s, unused}};
}

/// FIELD=COLUMN pairs; the first '=' divides, since columns may hold one.
Result<std::pair<QString, QString>> split(const QString &pair, const QString &option)
{
    const qsizetype at = pair.indexOf(u'=');
    if (at < 1)
        return fail(
            Error::Code::Rejected, tr("--%1 needs FIELD=VALUE, not “%2”.").arg(option, pair));
    return std::pair(pair.left(at), pair.mid(at + 1));
}

Result<ImportOptions> optionsOf(const QCommandLineParser &parser)
{
    ImportOptions options;
    options.format = parser.value(u"format"_s);
    options.me = parser.value(u"me"_s);
    options.zone = parser.value(u"zone"_s).toUtf8();
    options.stage = parser.value(u"stage"_s);
    options.mapping.idSpace = parser.value(u"id-space"_s);
    options.strict = parser.isSet(u"strict"_s);
    options.updateKnown = parser.isSet(u"update"_s);
    options.dryRun = parser.isSet(u"dry-run"_s);
    const QStringList maps = parser.values(u"map"_s);
    for (const QString &map : maps) {
        const auto pair = split(map, u"map"_s);
        if (!pair)
            return tl::unexpected(pair.error());
        options.mapping.fields.append({pair->first, pair->second});
    }
    const QStringList constants = parser.values(u"const"_s);
    for (const QString &constant : constants) {
        const auto pair = split(constant, u"const"_s);
        if (!pair)
            return tl::unexpected(pair.error());
        options.mapping.constants.insert(pair->first, pair->second);
    }
    if (parser.isSet(u"date-order"_s)) {
        options.dateOrder = fromText<DateOrder>(parser.value(u"date-order"_s));
        if (!options.dateOrder)
            return fail(Error::Code::Rejected, tr("--date-order is dmy, mdy or ymd."));
    }
    return options;
}

/// Names the columns of which nothing was made: a line for each that is like a field, one for the others of a file.
void tellUnused(const CommandCall &call, const QList<UnusedColumn> &columns)
{
    constexpr qsizetype MostNamed = 40;
    QMap<QString, QStringList> others; // by file
    for (const UnusedColumn &column : columns) {
        if (column.likelyField.isEmpty()) {
            others[column.file] << tr("“%1”").arg(column.column);
            continue;
        }
        call.err << column.file << ": "_L1
                 << tr("the column “%1” is not used; it probably means %2. Call it that, or name "
                       "it with --map.")
                        .arg(column.column, column.likelyField)
                 << '\n';
    }
    for (auto it = others.cbegin(); it != others.cend(); ++it) {
        QStringList names = it->first(std::min(it->size(), MostNamed));
        if (names.size() < it->size())
            names << u"…"_s;
        call.err << it.key() << ": "_L1 << tr("columns not used: %1").arg(names.join(", "_L1))
                 << '\n';
    }
}

void printReport(const CommandCall &call, const ImportReport &report)
{
    const auto line = [&call](const QString &what, const ImportCounts &counts) {
        if (counts.created + counts.updated + counts.skipped > 0)
            call.out << tr("%1: %2 created, %3 updated, %4 skipped")
                            .arg(what)
                            .arg(counts.created)
                            .arg(counts.updated)
                            .arg(counts.skipped)
                     << '\n';
    };
    line(tr("Prospects"), report.prospects);
    line(tr("Conversations"), report.conversations);
    line(tr("Messages"), report.messages);
    line(tr("Moves"), report.moves);
    line(tr("Posts"), report.posts);
    if (report.differing > 0)
        call.out << tr("Here already, and other than in the file: %1 (--update changes drafts)")
                        .arg(report.differing)
                 << '\n';
    if (report.proposals > 0)
        call.out << tr("Proposed moves, to be accepted: %1").arg(report.proposals) << '\n';
    if (!report.batch.isNull())
        call.out << tr("Batch %1 (undo with “pullpush undo-import”)").arg(report.batch.toString())
                 << '\n';
}

int run(const CommandCall &call)
{
    const auto options = optionsOf(call.parser);
    if (!options)
        return call.misuse(options.error().message);
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    const auto report = ImportService::runNow(**workspace, call.positional.mid(1), *options);
    if (!report)
        return call.fail(report.error());
    for (const ImportIssue &issue : report->issues)
        call.err << issue.file << ':' << issue.line << ": "_L1 << toText(issue.severity) << ": "_L1
                 << issue.text << '\n';
    tellUnused(call, report->unusedColumns);
    for (const QString &file : report->rejectedFiles)
        call.err << tr("Rejected rows with their reasons are in %1").arg(file) << '\n';
    if (call.parser.isSet(u"json"_s))
        call.print(toJson(*report));
    else
        printReport(call, *report);
    return report->rejected > 0 ? DoneWithFaults : Done;
}

int undo(const CommandCall &call)
{
    bool isNumber = false;
    const BatchId batch(call.positional.at(1).toLongLong(&isNumber));
    if (!isNumber)
        return call.misuse(tr("“%1” is no batch.").arg(call.positional.at(1)));
    const auto workspace = call.openWorkspace();
    if (!workspace)
        return call.fail(workspace.error());
    const auto kept = ImportService::undoNow(**workspace, batch);
    if (!kept)
        return call.fail(kept.error());
    if (call.parser.isSet(u"json"_s)) {
        call.print({{u"batch"_s, batch.toString()}, {u"undone"_s, true}, {u"kept"_s, *kept}});
        return Done;
    }
    call.out << tr("Import %1 is undone.").arg(batch.toString()) << '\n';
    if (*kept > 0)
        call.out << tr("Approved, scheduled, posted or retired since, and left as they are: %1")
                        .arg(*kept)
                 << '\n';
    return Done;
}
} // namespace

Command importCommand()
{
    return {u"import"_s, u"WORKSPACE FILE… [options]"_s,
        tr("Imports prospects from CSV files, chats from WhatsApp exports, and posts from "
           "planners' "
           "tables (CSV, XLSX) and calendars. It becomes visible as a whole or not at all."),
        u"pullpush import brand.pullpush leads.csv --map id=lead_id --map entered:cold=first_contact --map source=origin"_s,
        2, -1,
        {{u"format"_s, tr("csv, whatsapp, posts-csv or ics; default: found from the content."),
             u"FORMAT"_s},
            {u"me"_s, tr("Which participant of a chat is us."), u"NAME"_s},
            {u"map"_s,
                tr("Which column holds a field: id, name, handle:NETWORK, email, source, "
                   "entered:STAGE, …; of a post: text, when, day, time, channels, link, media, …"),
                u"FIELD=COLUMN"_s},
            {u"const"_s, tr("A field's value for every row; channel=NAME says where posts belong."),
                u"FIELD=VALUE"_s},
            {u"date-order"_s, tr("dmy, mdy or ymd; default: found from the dates."), u"ORDER"_s},
            {u"zone"_s, tr("Time zone of the file's times; default: the workspace's."), u"IANA"_s},
            {u"stage"_s, tr("New prospects enter this stage."), u"STAGE"_s},
            {u"id-space"_s, tr("The system whose ids the file holds."), u"NAME"_s},
            {u"update"_s, tr("Drafts that are here and differ become as the file tells them.")},
            {u"strict"_s, tr("A rejected row stops the import.")},
            {u"dry-run"_s, tr("Tells what would be, keeps nothing.")},
            {u"json"_s, tr("Prints one JSON document.")}},
        run};
}

Command undoImportCommand()
{
    return {u"undo-import"_s, u"WORKSPACE BATCH [--json]"_s,
        tr("Takes an import back: what it created, and what it changed where nobody changed it "
           "since. Posts that were approved, scheduled, posted or retired since keep what it "
           "changed."),
        u"pullpush undo-import brand.pullpush 7122934712467456"_s, 2, 2,
        {{u"json"_s, tr("Prints one JSON document.")}}, undo};
}
