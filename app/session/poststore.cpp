// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/poststore.h"

#include "base/clock.h"
#include "session/freshreader.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/plantable.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// The difference between two states of a post as edits.
RowEdits difference(const PostWithVariants &before, const PostWithVariants &after)
{
    RowEdits edits {update(before.post, after.post)};
    for (const Variant &variant : after.variants) {
        const auto was = std::ranges::find(before.variants, variant.id, &Variant::id);
        edits << (was == before.variants.end() ? insertion(variant) : update(*was, variant));
    }
    for (const Variant &variant : before.variants) {
        if (std::ranges::find(after.variants, variant.id, &Variant::id) == after.variants.end())
            edits << removal(variant);
    }
    return edits;
}

RowEdits creation(const PostWithVariants &post)
{
    RowEdits edits {insertion(post.post)};
    for (const Variant &variant : post.variants)
        edits << insertion(variant);
    return edits;
}
} // namespace

PostStore::PostStore(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &PostStore::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_shown && changes.touchesAny({u"post", u"variant", u"post_label"}))
            reload();
    });
}

void PostStore::show(const DateSpan &days)
{
    if (m_shown && days == m_days && state() == StoreState::Ready)
        return;
    m_days = days;
    m_shown = true;
    setState(StoreState::Loading);
    emit changed();
    reload();
}

void PostStore::reload()
{
    using Posts = std::pair<QList<PostWithVariants>, QList<PostWithVariants>>;
    const auto read = [days = m_days](Connection &connection) -> Result<Posts> {
        auto planned = PlanTable::planned(connection, days);
        if (!planned)
            return tl::unexpected(planned.error());
        return PlanTable::undated(connection).map([&planned](const QList<PostWithVariants> &ideas) {
            return Posts(*planned, ideas);
        });
    };
    m_reader->start(read, [this](Result<Posts> result) {
        if (!result) {
            setState(StoreState::Failed, result.error());
        } else {
            m_planned = std::move(result->first);
            m_ideas = std::move(result->second);
            setState(StoreState::Ready);
        }
        emit changed();
    });
}

const PostWithVariants *PostStore::find(PostId id) const
{
    for (const auto *list : {&m_planned, &m_ideas}) {
        const auto found = std::ranges::find(
            *list, id, [](const PostWithVariants &entry) { return entry.post.id; });
        if (found != list->end())
            return &*found;
    }
    return nullptr;
}

void PostStore::search(const QString &text, int limit, QObject *context,
    std::function<void(Result<QList<Post>>)> callback) const
{
    auto found = m_workspace.database()->read(
        [text, limit](
            Connection &connection) { return PlanTable::containing(connection, text, limit); },
        Database::Lane::Long);
    whenReady(found, context, std::move(callback));
}

QString PostStore::nameOf(const Post &post) const
{
    constexpr int MostCharacters = 40;
    const QString words = headline(post);
    if (words.isEmpty())
        return tr("untitled post");
    return words.size() > MostCharacters ? words.left(MostCharacters).trimmed() + u'…' : words;
}

PostId PostStore::create(PostWithVariants post)
{
    if (post.post.id.isNull())
        post.post.id = PostId::create(m_workspace.ids());
    if (post.post.createdAt == 0)
        post.post.createdAt = m_workspace.clock().now();
    if (post.post.author.isNull())
        post.post.author = m_workspace.viewer().user;
    for (Variant &variant : post.variants) {
        if (variant.id.isNull())
            variant.id = VariantId::create(m_workspace.ids());
        variant.post = post.post.id;
    }
    m_workspace.commit(creation(post), tr("Create “%1”").arg(nameOf(post.post)));
    return post.post.id;
}

void PostStore::change(const PostWithVariants &before, const PostWithVariants &after, bool merge)
{
    PostWithVariants target = after;
    for (Variant &variant : target.variants) {
        if (variant.id.isNull())
            variant.id = VariantId::create(m_workspace.ids());
        variant.post = before.post.id;
    }
    const int mergeKey = int(before.post.id.value() & 0x3fffffff) | 1;
    m_workspace.commit(difference(before, target), tr("Change “%1”").arg(nameOf(target.post)),
        merge ? mergeKey : 0);
}

void PostStore::moveTo(const QList<PostId> &ids, std::optional<QDate> day)
{
    RowEdits edits;
    QString name;
    int kept = 0;
    for (const PostId id : ids) {
        const PostWithVariants *found = find(id);
        if (!found || found->post.day == day)
            continue;
        if (wasPosted(*found)) {
            ++kept; // what happened keeps its day
            continue;
        }
        PostWithVariants moved = *found;
        moved.post.day = day;
        if (!day) {
            // An idea has no time to keep a promise for.
            for (Variant &variant : moved.variants) {
                if (variant.status == PostStatus::Scheduled)
                    variant.status = PostStatus::Draft;
            }
        }
        edits << difference(*found, moved);
        name = nameOf(found->post);
    }
    const QString where = day ? QLocale().toString(*day, QLocale::ShortFormat) : QString();
    const QString text = ids.size() > 1
        ? (day ? tr("Move %n post(s) to %1", nullptr, int(ids.size())).arg(where)
               : tr("Move %n post(s) to the ideas", nullptr, int(ids.size())))
        : (day ? tr("Move “%1” to %2").arg(name, where) : tr("Move “%1” to the ideas").arg(name));
    if (kept > 0)
        emit m_workspace.notice({Notice::Severity::Warning,
            tr("%Ln post(s) were posted already and keep their day. A copy can go to another.",
                nullptr, kept)});
    m_workspace.commit(edits, text);
}

PostId PostStore::duplicate(PostId id, std::optional<QDate> day)
{
    const PostWithVariants *found = find(id);
    if (!found)
        return {};
    PostWithVariants copy = *found;
    copy.post.id = PostId::create(m_workspace.ids());
    copy.post.createdAt = m_workspace.clock().now();
    copy.post.author = m_workspace.viewer().user;
    copy.post.batch = {};
    copy.post.rowVersion = 1;
    if (day)
        copy.post.day = day;
    for (Variant &variant : copy.variants) {
        variant.id = VariantId::create(m_workspace.ids());
        variant.post = copy.post.id;
        variant.status = PostStatus::Draft;
        variant.postedAt = 0;
        variant.link.clear();
        variant.rowVersion = 1;
    }
    m_workspace.commit(creation(copy), tr("Duplicate “%1”").arg(nameOf(copy.post)));
    return copy.post.id;
}

void PostStore::remove(const QList<PostId> &ids)
{
    RowEdits edits;
    QString name;
    for (const PostId id : ids) {
        const PostWithVariants *found = find(id);
        if (!found)
            continue;
        for (const Variant &variant : found->variants)
            edits << removal(variant);
        edits << removal(found->post);
        name = nameOf(found->post);
    }
    if (edits.isEmpty())
        return;
    const QString text = ids.size() > 1 ? tr("Delete %n post(s)", nullptr, int(ids.size()))
                                        : tr("Delete “%1”").arg(name);
    m_workspace.commit(edits, text, 0,
        ids.size() > 1 ? tr("%n post(s) deleted.", nullptr, int(ids.size()))
                       : tr("“%1” deleted.").arg(name));
}

void PostStore::follow(const QList<RowEdit> &edits)
{
    if (!m_shown)
        return;
    // Both lists as tables of posts and variants, edited, and put together again.
    QList<Post> posts;
    QList<Variant> variants;
    for (const auto *list : {&m_planned, &m_ideas}) {
        for (const PostWithVariants &entry : *list) {
            posts << entry.post;
            variants << entry.variants;
        }
    }
    bool differs = false;
    for (const RowEdit &edit : edits) {
        differs = applyToList(posts, edit) || differs;
        differs = applyToList(variants, edit) || differs;
    }
    if (!differs)
        return;
    QHash<PostId, QList<Variant>> byPost;
    for (const Variant &variant : std::as_const(variants))
        byPost[variant.post].append(variant);
    m_planned.clear();
    m_ideas.clear();
    for (const Post &post : std::as_const(posts)) {
        if (!post.day)
            m_ideas.append({post, byPost.value(post.id)});
        else if (m_days.contains(*post.day))
            m_planned.append({post, byPost.value(post.id)});
    }
    sort();
    emit changed();
}

void PostStore::sort()
{
    std::ranges::sort(m_planned, {}, [](const PostWithVariants &entry) {
        return std::tuple(*entry.post.day, entry.post.time.value_or(QTime(0, 0)), entry.post.id);
    });
    std::ranges::sort(m_ideas, std::ranges::greater {},
        [](const PostWithVariants &entry) { return entry.post.id; });
}
