// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/postreviewstore.h"

#include "base/clock.h"
#include "session/freshreader.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/plantable.h"

#include <algorithm>
#include <tuple>

PostReviewStore::PostReviewStore(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &PostReviewStore::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!m_post.isNull()
            && changes.touchesAny({u"post_comment", u"checklist_item", u"text_version"}))
            reload();
    });
}

void PostReviewStore::open(PostId post)
{
    if (post == m_post && state() == StoreState::Ready)
        return;
    if (post != m_post)
        m_review = {};
    m_post = post;
    m_reader->cancel();
    setState(post.isNull() ? StoreState::Ready : StoreState::Loading);
    emit changed();
    if (!post.isNull())
        reload();
}

void PostReviewStore::reload()
{
    const auto read = [post = m_post](
                          Connection &connection) { return PlanTable::review(connection, post); };
    m_reader->start(read, [this](Result<PostReview> result) { take(std::move(result), m_review); });
}

void PostReviewStore::addComment(const QString &text, Audience audience, VariantId variant)
{
    PostComment comment;
    comment.id = PostCommentId::create(m_workspace.ids());
    comment.post = m_post;
    comment.variant = variant;
    comment.author = m_workspace.viewer().user;
    comment.at = m_workspace.clock().now();
    comment.text = text;
    comment.audience = audience;
    m_workspace.commit({insertion(comment)}, tr("Comment on a post"));
}

void PostReviewStore::setResolved(PostCommentId id, bool resolved)
{
    const auto comment = std::ranges::find(m_review.comments, id, &PostComment::id);
    if (comment == m_review.comments.end())
        return;
    PostComment after = *comment;
    after.resolvedAt = resolved ? m_workspace.clock().now() : 0;
    m_workspace.commit(
        {update(*comment, after)}, resolved ? tr("Resolve a comment") : tr("Reopen a comment"));
}

void PostReviewStore::removeComment(PostCommentId id)
{
    const auto comment = std::ranges::find(m_review.comments, id, &PostComment::id);
    if (comment != m_review.comments.end())
        m_workspace.commit({removal(*comment)}, tr("Delete a comment"), 0, tr("Comment deleted."));
}

void PostReviewStore::addItem(const QString &text)
{
    ChecklistItem item;
    item.id = ChecklistItemId::create(m_workspace.ids());
    item.post = m_post;
    item.text = text;
    if (!m_review.checklist.isEmpty())
        item.position = m_review.checklist.last().position + 1;
    m_workspace.commit({insertion(item)}, tr("Add “%1” to the checklist").arg(text));
}

void PostReviewStore::setDone(ChecklistItemId id, bool done)
{
    const auto item = std::ranges::find(m_review.checklist, id, &ChecklistItem::id);
    if (item == m_review.checklist.end())
        return;
    ChecklistItem after = *item;
    after.doneAt = done ? m_workspace.clock().now() : 0;
    after.doneBy = done ? m_workspace.viewer().user : UserId();
    m_workspace.commit({update(*item, after)},
        done ? tr("Tick “%1”").arg(item->text) : tr("Untick “%1”").arg(item->text));
}

void PostReviewStore::removeItem(ChecklistItemId id)
{
    const auto item = std::ranges::find(m_review.checklist, id, &ChecklistItem::id);
    if (item != m_review.checklist.end())
        m_workspace.commit({removal(*item)}, tr("Take “%1” off the checklist").arg(item->text));
}

void PostReviewStore::keepVersion(const QString &text, VariantId variant)
{
    TextVersion version;
    version.id = TextVersionId::create(m_workspace.ids());
    version.post = m_post;
    version.variant = variant;
    version.text = text;
    version.author = m_workspace.viewer().user;
    version.at = m_workspace.clock().now();
    m_workspace.commit({insertion(version)}, tr("Keep a version of the words"));
}

void PostReviewStore::follow(const QList<RowEdit> &edits)
{
    if (!applyToLists(edits, m_review.comments, m_review.checklist, m_review.versions))
        return;
    const auto isOther = [this](const auto &row) { return row.post != m_post; };
    m_review.comments.removeIf(isOther);
    m_review.checklist.removeIf(isOther);
    m_review.versions.removeIf(isOther);
    std::ranges::sort(m_review.comments, {},
        [](const PostComment &comment) { return std::tuple(comment.at, comment.id); });
    std::ranges::sort(m_review.checklist, {},
        [](const ChecklistItem &item) { return std::tuple(item.position, item.id); });
    std::ranges::sort(m_review.versions, std::ranges::greater {},
        [](const TextVersion &version) { return std::tuple(version.at, version.id); });
    emit changed();
}
