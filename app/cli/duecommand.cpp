// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "cli/command.h"
#include "session/duereport.h"
#include "session/plansets.h"
#include "session/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString isoTime(qint64 at)
{
    return at == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

QString channelName(Workspace &workspace, ChannelId id)
{
    const Channel *channel = workspace.plan().channel(id);
    return channel ? channel->name : QString();
}

QJsonArray toJson(Workspace &workspace, const QList<DuePost> &posts)
{
    QJsonArray list;
    for (const DuePost &post : posts) {
        list.append(
            QJsonObject {{u"post"_s, post.post.toString()}, {u"variant"_s, post.variant.toString()},
                {u"channel"_s, channelName(workspace, post.channel)}, {u"text"_s, post.text},
                {u"at"_s, post.at == 0 ? QJsonValue() : QJsonValue(isoTime(post.at))}});
    }
    return list;
}

void printPosts(const CommandCall &call, Workspace &workspace, const QString &heading,
    const QList<DuePost> &posts)
{
    if (posts.isEmpty())
        return;
    call.out << heading << '\n';
    for (const DuePost &post : posts) {
        const QString when = post.at == 0
            ? QString()
            : QDateTime::fromMSecsSinceEpoch(post.at, workspace.zone())
                  .toString(u"yyyy-MM-dd HH:mm"_s);
        call.out << "  "_L1 << when.leftJustified(16) << "  "_L1
                 << channelName(workspace, post.channel) << "  "_L1 << post.text << '\n';
    }
}

QJsonArray toJson(const QList<DueReport::Offered> &handovers)
{
    QJsonArray list;
    for (const DueReport::Offered &offered : handovers) {
        const Handover &handover = offered.handover;
        list.append(QJsonObject {{u"handover"_s, handover.id.toString()},
            {u"prospect"_s, handover.prospect.toString()}, {u"name"_s, offered.name},
            {u"note"_s, handover.note}, {u"offeredAt"_s, isoTime(handover.offeredAt)},
            {u"dueAt"_s,
                handover.dueAt == 0 ? QJsonValue() : QJsonValue(isoTime(handover.dueAt))}});
    }
    return list;
}

void printHandovers(
    const CommandCall &call, const Workspace &workspace, const QList<DueReport::Offered> &handovers)
{
    if (handovers.isEmpty())
        return;
    call.out << tr("Handed over:") << '\n';
    for (const DueReport::Offered &offered : handovers) {
        const qint64 due = offered.handover.dueAt;
        const QString when =
            due == 0 ? QString() : localDay(due - 1, workspace.zone()).toString(Qt::ISODate);
        call.out << "  "_L1 << when.leftJustified(16) << "  "_L1 << offered.name << "  "_L1
                 << offered.handover.note << '\n';
    }
}

int run(const CommandCall &call)
{
    const auto opened = call.openWorkspace();
    if (!opened)
        return call.fail(opened.error());
    Workspace &workspace = **opened;
    const auto report = dueNow(workspace);
    if (!report)
        return call.fail(report.error());
    if (call.parser.isSet(u"json"_s)) {
        QJsonArray steps;
        for (const DueReport::Step &due : report->followUps) {
            steps.append(QJsonObject {{u"prospect"_s, due.step.prospect.toString()},
                {u"name"_s, due.name}, {u"what"_s, due.step.what},
                {u"dueOn"_s, due.step.dueOn.toString(Qt::ISODate)}});
        }
        call.print({{u"posts"_s, toJson(workspace, report->posts)}, {u"followUps"_s, steps},
            {u"approvals"_s, toJson(workspace, report->approvals)},
            {u"handovers"_s, toJson(report->handovers)}});
        return Done;
    }
    printPosts(call, workspace, tr("To be posted:"), report->posts);
    printPosts(call, workspace, tr("To be approved:"), report->approvals);
    if (!report->followUps.isEmpty())
        call.out << tr("Next steps:") << '\n';
    for (const DueReport::Step &due : report->followUps)
        call.out << "  "_L1 << due.step.dueOn.toString(Qt::ISODate).leftJustified(16) << "  "_L1
                 << due.name << "  "_L1 << due.step.what << '\n';
    printHandovers(call, workspace, report->handovers);
    if (report->posts.isEmpty() && report->approvals.isEmpty() && report->followUps.isEmpty()
        && report->handovers.isEmpty())
        call.out << tr("Nothing is due.") << '\n';
    return Done;
}
} // namespace

Command dueCommand()
{
    return {u"due"_s, u"WORKSPACE [--json]"_s,
        tr("Lists what is due: posts whose time has come, approvals, your next steps, handovers."),
        u"pullpush due brand.pullpush"_s, 1, 1, {{u"json"_s, tr("Prints one JSON document.")}},
        run};
}
