// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reviewqueue.h"

#include "base/clock.h"
#include "domain/review.h"
#include "session/freshreader.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/plantable.h"

#include <algorithm>
#include <utility>

ReviewQueue::ReviewQueue(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &ReviewQueue::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"post", u"variant"}))
            reload();
    });
    connect(&workspace.plan(), &PlanSets::changed, this, &ReviewQueue::refresh);
    reload();
}

void ReviewQueue::reload()
{
    const auto read = [](Connection &connection) { return PlanTable::inReview(connection); };
    m_reader->start(read, [this](Result<QList<PostWithVariants>> result) {
        if (!result) {
            setState(StoreState::Failed, result.error());
            emit changed();
            return;
        }
        m_inReview = std::move(*result);
        setState(StoreState::Ready);
        refresh();
    });
}

void ReviewQueue::follow(const QList<RowEdit> &edits)
{
    bool differs = false;
    for (PostWithVariants &entry : m_inReview) {
        QList<Post> post {entry.post};
        for (const RowEdit &edit : edits) {
            // What is new comes with the next read.
            if (edit.op == RowEdit::Op::Insert)
                continue;
            differs = applyToList(post, edit) || differs;
            differs = applyToList(entry.variants, edit) || differs;
        }
        if (post.isEmpty())
            entry.variants.clear();
        else
            entry.post = post.first();
    }
    if (differs)
        refresh();
}

void ReviewQueue::refresh()
{
    m_waiting = approvalsFor(
        m_workspace.viewer().user, m_inReview, m_workspace.plan().channels(), m_workspace.zone());
    emit changed();
}

WordRules ReviewQueue::rules() const
{
    const PlanSets &plan = m_workspace.plan();
    return {m_networks, plan.channelLimits(), plan.campaigns()};
}

const PostWithVariants *ReviewQueue::find(PostId post) const
{
    // What is in view is whole there, with what was typed a moment ago.
    if (const PostWithVariants *shown = m_workspace.posts().find(post))
        return shown;
    const auto found = std::ranges::find(
        m_inReview, post, [](const PostWithVariants &entry) { return entry.post.id; });
    return found == m_inReview.end() ? nullptr : &*found;
}

void ReviewQueue::approve(PostId id)
{
    const PostWithVariants *post = find(id);
    if (!post)
        return;
    const UserId who = m_workspace.viewer().user;
    const QList<Channel> &channels = m_workspace.plan().channels();
    const QString name = PostStore::nameOf(post->post);
    const Obstacle obstacle = hindranceToApproval(*post, who, channels, rules());
    if (obstacle != Obstacle::None) {
        emit m_workspace.notice({Notice::Severity::Warning,
            //: A post's first words, and what is in the way.
            tr("“%1” cannot be approved: %2.").arg(name, obstacleWords(obstacle))});
        return;
    }
    const PostWithVariants after = reviewed(*post, PostStatus::Approved, who, channels, rules());
    if (after == *post)
        return; // answered already
    m_workspace.commit(m_workspace.posts().editsFor(*post, after), tr("Approve “%1”").arg(name), 0,
        tr("“%1” approved.").arg(name));
}

void ReviewQueue::requestChanges(PostId id, const QString &comment)
{
    const PostWithVariants *post = find(id);
    if (!post || comment.trimmed().isEmpty())
        return;
    const PostWithVariants after = reviewed(*post, PostStatus::ChangesRequested,
        m_workspace.viewer().user, m_workspace.plan().channels(), rules());
    if (after == *post)
        return; // answered already
    PostComment said;
    said.id = PostCommentId::create(m_workspace.ids());
    said.post = id;
    said.author = m_workspace.viewer().user;
    said.at = m_workspace.clock().now();
    said.text = comment.trimmed();
    const QString name = PostStore::nameOf(post->post);
    m_workspace.commit(m_workspace.posts().editsFor(*post, after) + RowEdits {insertion(said)},
        tr("Ask for changes of “%1”").arg(name), 0,
        tr("“%1” goes back with your comment.").arg(name));
}
