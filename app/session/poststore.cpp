// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/poststore.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "domain/postedits.h"
#include "domain/postmedia.h"
#include "domain/rescheduling.h"
#include "domain/seriesedits.h"
#include "domain/workflow.h"
#include "session/freshreader.h"
#include "session/mediastore.h"
#include "session/plansets.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/plantable.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// What turns the rows \a before into \a after.
template<typename T>
RowEdits difference(const QList<T> &before, const QList<T> &after)
{
    RowEdits edits;
    for (const T &row : after) {
        const auto was = std::ranges::find(before, row.id, &T::id);
        edits << (was == before.end() ? insertion(row) : update(*was, row));
    }
    for (const T &row : before) {
        if (std::ranges::find(after, row.id, &T::id) == after.end())
            edits << removal(row);
    }
    return edits;
}

/// The difference between two states of a post as edits.
RowEdits difference(const PostWithVariants &before, const PostWithVariants &after)
{
    return RowEdits {update(before.post, after.post)} + difference(before.variants, after.variants)
        + difference(before.labels, after.labels) + difference(before.media, after.media)
        + difference(before.crops, after.crops);
}

RowEdits creation(const PostWithVariants &post)
{
    return RowEdits {insertion(post.post)} + difference({}, post.variants)
        + difference({}, post.labels) + difference({}, post.media) + difference({}, post.crops);
}

/// What hangs on a post goes before it.
RowEdits deletion(const PostWithVariants &post)
{
    return difference(post.crops, {}) + difference(post.media, {}) + difference(post.labels, {})
        + difference(post.variants, {}) + RowEdits {removal(post.post)};
}

/// The rows of both lists as one table, to be edited and put together again.
template<typename T>
class Hanging
{
public:
    void take(const QList<T> &rows) { m_rows << rows; }
    [[nodiscard]] bool apply(const RowEdit &edit) { return applyToList(m_rows, edit); }
    void group()
    {
        for (const T &row : std::as_const(m_rows))
            m_byPost[row.post].append(row);
    }
    [[nodiscard]] QList<T> of(PostId post) const { return m_byPost.value(post); }

private:
    QList<T> m_rows;
    QHash<PostId, QList<T>> m_byPost;
};
} // namespace

PostStore::PostStore(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &PostStore::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_shown
            && changes.touchesAny(
                {u"post", u"variant", u"post_label", u"post_media", u"media_crop"}))
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

QString PostStore::nameOf(const Post &post)
{
    constexpr int MostCharacters = 40;
    const QString words = headline(post);
    if (words.isEmpty())
        return tr("untitled post");
    return words.size() > MostCharacters ? words.left(MostCharacters).trimmed() + u'…' : words;
}

void PostStore::giveIds(PostWithVariants &post)
{
    const auto give = [this, &post](auto &rows) {
        for (auto &row : rows) {
            if (row.id.isNull())
                row.id = std::decay_t<decltype(row.id)>::create(m_workspace.ids());
            row.post = post.post.id;
        }
    };
    if (post.post.id.isNull())
        post.post.id = PostId::create(m_workspace.ids());
    give(post.variants);
    give(post.labels);
    give(post.media);
    give(post.crops);
}

PostId PostStore::create(PostWithVariants post)
{
    giveIds(post);
    if (post.post.createdAt == 0)
        post.post.createdAt = m_workspace.clock().now();
    if (post.post.author.isNull())
        post.post.author = m_workspace.viewer().user;
    m_workspace.commit(m_workspace.media().insertionsFor(post.media) + creation(post),
        tr("Create “%1”").arg(nameOf(post.post)));
    return post.post.id;
}

RowEdits PostStore::keptVersions(const PostWithVariants &before, const PostWithVariants &after)
{
    RowEdits edits;
    QList<TextVersion> versions = versionsToKeep(before, after);
    for (TextVersion &version : versions) {
        version.id = TextVersionId::create(m_workspace.ids());
        version.author = m_workspace.viewer().user;
        version.at = m_workspace.clock().now();
        edits << insertion(version);
    }
    return edits;
}

RowEdits PostStore::editsFor(const PostWithVariants &before, const PostWithVariants &after)
{
    PostWithVariants target = PostEdits::keepingLocked(before, after);
    target.post.id = before.post.id;
    giveIds(target);
    for (Variant &variant : target.variants) {
        if (variant.status == PostStatus::Posted && variant.postedAt == 0)
            variant.postedAt = m_workspace.clock().now();
    }
    return m_workspace.media().insertionsFor(target.media) + difference(before, target)
        + keptVersions(before, target);
}

RowEdits PostStore::copiesOn(const PostWithVariants &original, const QList<QDate> &days)
{
    RowEdits edits;
    const QDate first = original.post.day.value_or(QDate());
    for (const QDate day : days) {
        PostWithVariants copy = shifted(draftOf(original), int(first.daysTo(day)));
        copy.post.series = original.post.series;
        copy.post.occurrence = day;
        edits << creation(copy);
    }
    return edits;
}

RowEdits PostStore::deletionOf(const PostWithVariants &post)
{
    return deletion(post);
}

void PostStore::change(const PostWithVariants &before, const PostWithVariants &after, bool merge)
{
    const int mergeKey = int(before.post.id.value() & 0x3fffffff) | 1;
    m_workspace.commit(
        editsFor(before, after), tr("Change “%1”").arg(nameOf(after.post)), merge ? mergeKey : 0);
}

void PostStore::changeAll(const QList<PostChange> &changes, const QString &text)
{
    RowEdits edits;
    for (const PostChange &change : changes)
        edits << editsFor(change.before, change.after);
    m_workspace.commit(edits, text);
}

QList<PostWithVariants> PostStore::findAll(const QList<PostId> &ids) const
{
    QList<PostWithVariants> posts;
    for (const PostId id : ids) {
        if (const PostWithVariants *found = find(id))
            posts << *found;
    }
    return posts;
}

RowEdits PostStore::rescheduling(const QList<PostWithVariants> &posts, const Rescheduled &wanted)
{
    RowEdits edits;
    int kept = 0;
    for (const PostWithVariants &post : posts) {
        const PostWithVariants moved = wanted(post);
        if (moved == post)
            continue;
        if (wasPosted(post))
            ++kept; // what happened keeps its day
        else
            edits << difference(post, moved);
    }
    if (kept > 0)
        emit m_workspace.notice({Notice::Severity::Warning,
            tr("%Ln post(s) were posted already and keep their day. A copy can go to another.",
                nullptr, kept)});
    return edits;
}

void PostStore::reschedule(const QList<PostChange> &changes, const QString &text)
{
    QList<PostWithVariants> posts;
    QHash<PostId, PostWithVariants> wanted;
    for (const PostChange &change : changes) {
        posts << change.before;
        wanted.insert(change.before.post.id, change.after);
    }
    m_workspace.commit(
        rescheduling(
            posts, [&wanted](const PostWithVariants &post) { return wanted.value(post.post.id); }),
        text);
}

void PostStore::moveTo(const QList<PostId> &ids, std::optional<QDate> day)
{
    const QList<PostWithVariants> posts = findAll(ids);
    if (posts.isEmpty())
        return;
    const RowEdits edits = rescheduling(posts, [day](const PostWithVariants &post) {
        return day ? movedTo(post, post.post.day.value_or(QDate()), *day) : withoutDay(post);
    });
    const QString where = day ? QLocale().toString(*day, QLocale::ShortFormat) : QString();
    const QString name = nameOf(posts.first().post);
    const QString text = posts.size() > 1
        ? (day ? tr("Move %n post(s) to %1", nullptr, int(posts.size())).arg(where)
               : tr("Move %n post(s) to the ideas", nullptr, int(posts.size())))
        : (day ? tr("Move “%1” to %2").arg(name, where) : tr("Move “%1” to the ideas").arg(name));
    m_workspace.commit(edits, text);
}

void PostStore::readScope(
    const Scope &scope, std::function<void(const QList<PostWithVariants> &)> use)
{
    auto found = m_workspace.database()->read([scope](Connection &connection) {
        return scope.campaign.isNull() ? PlanTable::planned(connection, scope.days)
                                       : PlanTable::ofCampaign(connection, scope.campaign);
    });
    whenReady(
        found, this, [this, use = std::move(use)](const Result<QList<PostWithVariants>> &posts) {
            if (posts)
                use(*posts);
            else
                emit m_workspace.notice({Notice::Severity::Error, posts.error().message});
        });
}

void PostStore::shiftAll(const Scope &scope, int days)
{
    readScope(scope, [this, scope, days](const QList<PostWithVariants> &posts) {
        RowEdits edits = rescheduling(
            posts, [days](const PostWithVariants &post) { return shifted(post, days); });
        if (const Campaign *campaign = m_workspace.plan().campaign(scope.campaign))
            edits << update(*campaign, shifted(*campaign, days));
        const QString text = tr("Move %n post(s)", nullptr, int(posts.size()));
        m_workspace.commit(edits, text, 0, tr("%n post(s) moved.", nullptr, int(posts.size())));
    });
}

void PostStore::duplicateAll(const Scope &scope, int days)
{
    readScope(scope, [this, scope, days](const QList<PostWithVariants> &posts) {
        RowEdits edits;
        CampaignId campaign;
        if (const Campaign *original = m_workspace.plan().campaign(scope.campaign)) {
            Campaign copy = shifted(*original, days);
            copy.id = campaign = CampaignId::create(m_workspace.ids());
            copy.name = tr("%1 (copy)").arg(original->name);
            copy.batch = {};
            edits << insertion(copy);
        }
        for (const PostWithVariants &post : posts) {
            PostWithVariants copy = shifted(draftOf(post), days);
            if (!campaign.isNull())
                copy.post.campaign = campaign;
            edits << creation(copy);
        }
        m_workspace.commit(edits, tr("Duplicate %n post(s)", nullptr, int(posts.size())), 0,
            tr("%n post(s) duplicated.", nullptr, int(posts.size())));
    });
}

PostWithVariants PostStore::draftOf(const PostWithVariants &original)
{
    PostWithVariants copy = MediaEdits::withoutStrays(original);
    copy.post.id = {};
    copy.post.createdAt = m_workspace.clock().now();
    copy.post.author = m_workspace.viewer().user;
    copy.post.batch = {};
    copy.post.series = {};
    copy.post.occurrence.reset();
    copy.post.evergreen = {};
    copy.post.rowVersion = 1;
    QHash<VariantId, VariantId> copies;
    for (Variant &variant : copy.variants) {
        const VariantId was = std::exchange(variant.id, VariantId::create(m_workspace.ids()));
        copies.insert(was, variant.id);
        variant.status = PostStatus::Draft;
        variant.postedAt = 0;
        variant.link.clear();
        variant.batch = {};
        variant.rowVersion = 1;
    }
    for (PostLabel &label : copy.labels) {
        label.id = {};
        label.batch = {};
        label.rowVersion = 1;
    }
    QHash<PostMediaId, PostMediaId> mediaCopies;
    for (PostMedia &media : copy.media) {
        const PostMediaId was = std::exchange(media.id, PostMediaId::create(m_workspace.ids()));
        mediaCopies.insert(was, media.id);
        media.variant = copies.value(media.variant);
        media.batch = {};
        media.rowVersion = 1;
    }
    for (MediaCrop &crop : copy.crops) {
        crop.id = {};
        crop.media = mediaCopies.value(crop.media);
        crop.variant = copies.value(crop.variant);
        crop.rowVersion = 1;
    }
    giveIds(copy);
    return copy;
}

PostId PostStore::duplicate(PostId id, std::optional<QDate> day)
{
    const PostWithVariants *found = find(id);
    if (!found)
        return {};
    PostWithVariants copy = draftOf(*found);
    if (day)
        copy.post.day = day;
    m_workspace.commit(creation(copy), tr("Duplicate “%1”").arg(nameOf(copy.post)));
    return copy.post.id;
}

QList<PostId> PostStore::duplicate(const QList<PostId> &ids, int days, int minutes)
{
    RowEdits edits;
    QList<PostId> copies;
    const QList<PostWithVariants> posts = findAll(ids);
    for (const PostWithVariants &post : posts) {
        const PostWithVariants copy = shifted(draftOf(post), days, minutes);
        edits << creation(copy);
        copies << copy.post.id;
    }
    if (!edits.isEmpty())
        m_workspace.commit(edits, tr("Duplicate %n post(s)", nullptr, int(posts.size())));
    return copies;
}

void PostStore::remove(const QList<PostId> &ids)
{
    RowEdits edits;
    QString name;
    QHash<SeriesId, Series> skipping; // their days stay empty when the series is made longer
    for (const PostId id : ids) {
        const PostWithVariants *found = find(id);
        if (!found)
            continue;
        edits << deletion(*found);
        name = nameOf(found->post);
        const QList<Series> &all = m_workspace.plan().series();
        const auto series = std::ranges::find(all, found->post.series, &Series::id);
        if (series != all.end() && found->post.occurrence)
            skipping[series->id] =
                SeriesEdits::skipping(skipping.value(series->id, *series), *found->post.occurrence);
    }
    for (const Series &after : std::as_const(skipping))
        edits << update(
            *std::ranges::find(m_workspace.plan().series(), after.id, &Series::id), after);
    if (edits.isEmpty())
        return;
    const QString text = ids.size() > 1 ? tr("Delete %n post(s)", nullptr, int(ids.size()))
                                        : tr("Delete “%1”").arg(name);
    m_workspace.commit(edits, text, 0,
        ids.size() > 1 ? tr("%n post(s) deleted.", nullptr, int(ids.size()))
                       : tr("“%1” deleted.").arg(name));
}

void PostStore::nextFreeSlot(ChannelId channel, const std::optional<QString> &queue,
    QObject *context, std::function<void(Result<std::optional<SlotTime>>)> callback) const
{
    FreeSlotQuery query;
    query.postingSlots = m_workspace.plan().postingSlots();
    query.channel = channel;
    query.queue = queue;
    const Channel *found = m_workspace.plan().channel(channel);
    query.zone = found ? slotZone(*found, m_workspace.zone()) : m_workspace.zone();
    query.after = m_workspace.clock().now();
    const auto zone = m_workspace.zone();
    auto free = m_workspace.database()->read(
        [query, zone](Connection &connection) -> Result<std::optional<SlotTime>> {
            // A day earlier: what is planned in another zone may still be ahead.
            const QDate from = localDay(query.after, zone).addDays(-1);
            auto posts = PlanTable::planned(connection, {.from = from, .to = {}});
            if (!posts)
                return tl::unexpected(posts.error());
            FreeSlotQuery complete = query;
            complete.taken = takenInstants(*posts, query.channel, zone);
            return ::nextFreeSlot(complete);
        });
    whenReady(free, context, std::move(callback));
}

void PostStore::follow(const QList<RowEdit> &edits)
{
    if (!m_shown)
        return;
    QList<Post> posts;
    Hanging<Variant> variants;
    Hanging<PostLabel> labels;
    Hanging<PostMedia> media;
    Hanging<MediaCrop> crops;
    for (const auto *list : {&m_planned, &m_ideas}) {
        for (const PostWithVariants &entry : *list) {
            posts << entry.post;
            variants.take(entry.variants);
            labels.take(entry.labels);
            media.take(entry.media);
            crops.take(entry.crops);
        }
    }
    bool differs = false;
    for (const RowEdit &edit : edits) {
        differs = applyToList(posts, edit) || differs;
        differs = variants.apply(edit) || differs;
        differs = labels.apply(edit) || differs;
        differs = media.apply(edit) || differs;
        differs = crops.apply(edit) || differs;
    }
    if (!differs)
        return;
    variants.group();
    labels.group();
    media.group();
    crops.group();
    m_planned.clear();
    m_ideas.clear();
    for (const Post &post : std::as_const(posts)) {
        PostWithVariants entry {
            post, variants.of(post.id), labels.of(post.id), media.of(post.id), crops.of(post.id)};
        if (!firstDay(entry))
            m_ideas.append(std::move(entry));
        else if (isPlannedWithin(entry, m_days))
            m_planned.append(std::move(entry));
    }
    sort();
    emit changed();
}

void PostStore::sort()
{
    std::ranges::sort(m_planned, {}, [](const PostWithVariants &entry) {
        return std::tuple(firstDay(entry).value_or(QDate()), entry.post.time.value_or(QTime(0, 0)),
            entry.post.id);
    });
    std::ranges::sort(m_ideas, std::ranges::greater {},
        [](const PostWithVariants &entry) { return entry.post.id; });
}
