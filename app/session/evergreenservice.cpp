// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/evergreenservice.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/plansets.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/plantable.h"

#include <algorithm>
#include <utility>

namespace {
/// Gives each of \a rows a new id and \a post as its post; says which id stands for which.
template<typename Row>
auto renewed(QList<Row> &rows, PostId post, IdSource &ids)
{
    QHash<decltype(Row::id), decltype(Row::id)> copies;
    for (Row &row : rows) {
        const auto was = std::exchange(row.id, decltype(row.id)::create(ids));
        copies.insert(was, row.id);
        row.post = post;
        row.rowVersion = 1;
    }
    return copies;
}
} // namespace

EvergreenService::EvergreenService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

void EvergreenService::propose(const DateSpan &days, const QList<ChannelId> &channels,
    QObject *context, std::function<void(Result<EvergreenPlan>)> callback) const
{
    EvergreenQuery query;
    query.channels = m_workspace.plan().channels();
    if (!channels.isEmpty())
        erase_if(query.channels,
            [&channels](const Channel &channel) { return !channels.contains(channel.id); });
    query.postingSlots = m_workspace.plan().postingSlots();
    query.zone = m_workspace.zone();
    query.days = days;
    query.after = m_workspace.clock().now();
    const auto read = [query](Connection &connection) mutable -> Result<EvergreenPlan> {
        auto all = PlanTable::evergreens(connection);
        if (!all)
            return tl::unexpected(all.error());
        // A day more on both sides: a post may be planned in another zone than its channel's.
        auto planned = PlanTable::planned(
            connection, {query.days.from->addDays(-1), query.days.to->addDays(1)});
        if (!planned)
            return tl::unexpected(planned.error());
        for (PostWithVariants &post : *all)
            (isEvergreen(post.post) ? query.evergreens : query.repetitions).append(std::move(post));
        query.planned = std::move(*planned);
        return EvergreenPlan {query.evergreens, fillFreeSlots(query)};
    };
    whenReady(
        m_workspace.database()->read(read, Database::Lane::Long), context, std::move(callback));
}

PostWithVariants EvergreenService::draftFor(
    const PostWithVariants &source, const EvergreenProposal &proposal)
{
    const Channel *channel = m_workspace.plan().channel(proposal.channels.first());
    PostWithVariants draft = repetitionOf(source, proposal, channel ? channel->zone : QString());
    IdSource &ids = m_workspace.ids();
    draft.post.id = PostId::create(ids);
    draft.post.createdAt = m_workspace.clock().now();
    draft.post.author = m_workspace.viewer().user;
    const auto variants = renewed(draft.variants, draft.post.id, ids);
    const auto media = renewed(draft.media, draft.post.id, ids);
    renewed(draft.crops, draft.post.id, ids);
    renewed(draft.labels, draft.post.id, ids);
    for (PostMedia &medium : draft.media) {
        medium.variant = variants.value(medium.variant);
        medium.batch = {};
    }
    for (MediaCrop &crop : draft.crops) {
        crop.variant = variants.value(crop.variant);
        crop.media = media.value(crop.media);
    }
    for (PostLabel &label : draft.labels)
        label.batch = {};
    return draft;
}

void EvergreenService::accept(const EvergreenPlan &plan)
{
    RowEdits edits;
    int count = 0;
    for (const EvergreenProposal &proposal : plan.proposals) {
        const PostWithVariants *source = plan.find(proposal.source);
        if (!source)
            continue;
        const PostWithVariants draft = draftFor(*source, proposal);
        edits << insertion(draft.post);
        const auto add = [&edits](const auto &rows) {
            for (const auto &row : rows)
                edits << insertion(row);
        };
        add(draft.variants);
        add(draft.labels);
        add(draft.media);
        add(draft.crops);
        ++count;
    }
    m_workspace.commit(edits, tr("Fill %n free slot(s)", nullptr, count), 0,
        tr("%Ln draft(s) added.", nullptr, count));
}
