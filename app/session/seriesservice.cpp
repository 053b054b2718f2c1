// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/seriesservice.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/plantable.h"

#include <algorithm>
#include <utility>

namespace {
/// Which day of the series \a post is: what the rule gave, wherever it was moved to.
QDate occurrenceOf(const PostWithVariants &post)
{
    return post.post.occurrence.value_or(post.post.day.value_or(QDate()));
}

bool isWithin(Reach reach, const PostWithVariants &post, const PostWithVariants &edited)
{
    switch (reach) {
    case Reach::This:
        return post.post.id == edited.post.id;
    case Reach::Following:
        return occurrenceOf(post) >= occurrenceOf(edited);
    case Reach::All:
        return true;
    }
    Q_UNREACHABLE();
}
} // namespace

SeriesService::SeriesService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
{ }

const Series *SeriesService::find(SeriesId id) const
{
    const QList<Series> &all = m_workspace.plan().series();
    const auto found = std::ranges::find(all, id, &Series::id);
    return found == all.end() ? nullptr : &*found;
}

PostEdits::StatusStep SeriesService::viewerStep() const
{
    const PlanSets &plan = m_workspace.plan();
    return {.channels = plan.channels(),
        .who = m_workspace.viewer().user,
        .now = m_workspace.clock().now(),
        .rules = {m_networks, plan.channelLimits(), plan.campaigns()}};
}

void SeriesService::readOccurrences(
    SeriesId series, std::function<void(const QList<PostWithVariants> &)> use)
{
    auto found = m_workspace.database()->read(
        [series](Connection &connection) { return PlanTable::ofSeries(connection, series); });
    whenReady(
        found, this, [this, use = std::move(use)](const Result<QList<PostWithVariants>> &posts) {
            if (posts)
                use(*posts);
            else
                emit m_workspace.notice({Notice::Severity::Error, posts.error().message});
        });
}

Result<> SeriesService::start(const PostWithVariants &first, const QString &rule)
{
    if (!first.post.day)
        return fail(Error::Code::Rejected, tr("A post that recurs needs a day to begin with."));
    if (!first.post.series.isNull())
        return fail(Error::Code::Rejected, tr("This post belongs to a series already."));
    Series series;
    series.id = SeriesId::create(m_workspace.ids());
    series.rule = rule;
    series.start = *first.post.day;
    series.time = first.post.time.value_or(QTime());
    series.zone = first.post.zone;
    const auto days = SeriesEdits::daysOf(series);
    if (!days)
        return tl::unexpected(days.error());
    QList<QDate> further = *days;
    further.removeOne(series.start);
    PostWithVariants head = first;
    head.post.series = series.id;
    head.post.occurrence = series.start;
    m_workspace.commit(RowEdits {insertion(series)} + m_workspace.posts().editsFor(first, head)
            + m_workspace.posts().copiesOn(head, further),
        tr("Repeat a post %n time(s)", nullptr, int(further.size())), 0,
        tr("%n post(s) added.", nullptr, int(further.size())));
    return {};
}

void SeriesService::change(
    const PostWithVariants &before, const PostWithVariants &after, Reach reach)
{
    const Series *found = find(before.post.series);
    if (reach == Reach::This || !found) {
        m_workspace.posts().change(before, after);
        return;
    }
    readOccurrences(found->id,
        [this, before, after, reach, series = *found](const QList<PostWithVariants> &posts) {
            RowEdits edits;
            Series following = series;
            const QDate from = occurrenceOf(before);
            if (after.post.time && after.post.time != before.post.time)
                following.time = *after.post.time;
            const bool divides = reach == Reach::Following && from > series.start;
            if (divides) {
                following.id = SeriesId::create(m_workspace.ids());
                following.start = from;
                const QDate last = posts.isEmpty() ? from : occurrenceOf(posts.last());
                following.rule = SeriesEdits::endingOn(series.rule, last);
                Series earlier = series;
                earlier.rule = SeriesEdits::endingOn(series.rule, from.addDays(-1));
                edits << update(series, earlier) << insertion(following);
            } else {
                edits << update(series, following);
            }
            const PostEdits::StatusStep by = viewerStep();
            for (const PostWithVariants &post : posts) {
                if (!isWithin(reach, post, before))
                    continue;
                PostWithVariants changed = post.post.id == before.post.id
                    ? after
                    : SeriesEdits::applied(before, after, post, by);
                changed.post.series = following.id;
                edits << m_workspace.posts().editsFor(
                    post.post.id == before.post.id ? before : post, changed);
            }
            m_workspace.commit(edits, tr("Change a series"));
        });
}

void SeriesService::remove(const PostWithVariants &post, Reach reach)
{
    const Series *found = find(post.post.series);
    if (!found) {
        m_workspace.posts().remove({post.post.id});
        return;
    }
    readOccurrences(
        found->id, [this, post, reach, series = *found](const QList<PostWithVariants> &posts) {
            RowEdits edits;
            int count = 0;
            for (const PostWithVariants &occurrence : posts) {
                if (!isWithin(reach, occurrence, post) || wasPosted(occurrence))
                    continue;
                edits << PostStore::deletionOf(occurrence);
                ++count;
            }
            Series after = series;
            if (reach == Reach::This)
                after = SeriesEdits::skipping(series, occurrenceOf(post));
            else if (reach == Reach::Following && occurrenceOf(post) > series.start)
                after.rule = SeriesEdits::endingOn(series.rule, occurrenceOf(post).addDays(-1));
            edits << update(series, after);
            m_workspace.commit(edits, tr("Delete %n post(s) of a series", nullptr, count), 0,
                tr("%n post(s) deleted.", nullptr, count));
        });
}

void SeriesService::detach(const PostWithVariants &post)
{
    PostWithVariants alone = post;
    alone.post.series = {};
    alone.post.occurrence.reset();
    RowEdits edits = m_workspace.posts().editsFor(post, alone);
    if (const Series *series = find(post.post.series))
        edits << update(*series, SeriesEdits::skipping(*series, occurrenceOf(post)));
    m_workspace.commit(edits, tr("Take a post out of its series"));
}
