// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plannedmonth.h"

#include "base/whenready.h"
#include "session/planexport.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/plantable.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// Leaves the variants that are wanted; a post without any of them goes.
void narrow(PlannedMonth &month, ChannelId channel, const QList<PostStatus> &statuses)
{
    const auto isWanted = [&](const Variant &variant) {
        return (channel.isNull() || variant.channel == channel)
            && (statuses.isEmpty() || statuses.contains(variant.status));
    };
    for (PostWithVariants &post : month.posts) {
        const bool hadNone = post.variants.isEmpty();
        erase_if(post.variants, [&](const Variant &variant) { return !isWanted(variant); });
        if (hadNone && channel.isNull() && statuses.contains(PostStatus::Idea))
            continue;
        if (post.variants.isEmpty())
            post.post.id = {};
    }
    erase_if(month.posts, [](const PostWithVariants &post) { return post.post.id.isNull(); });
}

Result<> readMonth(Connection &connection, PlannedMonth &month)
{
    auto sets = PlanTable::sets(connection);
    if (!sets)
        return tl::unexpected(std::move(sets).error());
    month.sets = std::move(*sets);
    auto posts = PlanTable::planned(connection, {month.month, month.month.addMonths(1)});
    if (!posts)
        return tl::unexpected(std::move(posts).error());
    month.posts = std::move(*posts);
    return {};
}

Result<PlannedMonth> narrowed(PlannedMonth month, const PlannedMonthOptions &options)
{
    if (options.channel.isEmpty() && options.statuses.isEmpty())
        return month;
    QStringList words;
    ChannelId channel;
    if (!options.channel.isEmpty()) {
        const auto found = PlanExport::channelNamed(month.sets.channels, options.channel);
        if (!found)
            return tl::unexpected(found.error());
        channel = found->id;
        words << found->name;
    }
    for (const PostStatus status : options.statuses)
        words << toText(status);
    month.filter = words.join(u", "_s);
    narrow(month, channel, options.statuses);
    return month;
}

QFuture<Result<PlannedMonth>> reading(Workspace &workspace, const PlannedMonthOptions &options)
{
    PlannedMonth month;
    month.month = QDate(options.month.year(), options.month.month(), 1);
    month.today = workspace.today();
    month.workspace = workspace.displayName();
    month.paper = options.paper;
    return workspace.database()->read([month, options](Connection &connection) {
        PlannedMonth filled = month;
        const auto done = readMonth(connection, filled);
        return done ? narrowed(std::move(filled), options)
                    : Result<PlannedMonth>(tl::unexpected(done.error()));
    });
}
} // namespace

Result<PlannedMonth> readPlannedMonth(Workspace &workspace, const PlannedMonthOptions &options)
{
    return reading(workspace, options).result();
}

void readPlannedMonth(Workspace &workspace, const PlannedMonthOptions &options, QObject *context,
    std::function<void(Result<PlannedMonth>)> done)
{
    whenReady(reading(workspace, options), context, std::move(done));
}
