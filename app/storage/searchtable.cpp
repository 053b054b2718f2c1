// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchtable.h"

#include "domain/channel.h"
#include "domain/post.h"
#include "storage/prospecttable.h"
#include "storage/searchindex.h"
#include "storage/visiblesearch.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype HitExcerpt = 160; ///< grapheme clusters: two lines of a list

/// The whole of a short text, with what was found.
MarkedText markedName(const QString &text, const QStringList &words, WordMatch match)
{
    return markedText(text, {{0, text.size()}, foundIn(text, words, match)});
}

/// \a hits as a page of at most \a limit.
SearchPage pageOf(QList<SearchHit> hits, int limit)
{
    SearchPage page {std::move(hits), false, false};
    if (page.hits.size() > limit) {
        page.hits.resize(limit);
        page.hasMore = true;
    }
    return page;
}

Result<QHash<ProspectId, QList<Handle>>> handlesOf(
    Connection &connection, const QList<ProspectId> &prospects)
{
    QHash<ProspectId, QList<Handle>> handles;
    auto rows = selectRows<Handle>(
        connection, "WHERE prospect_id IN ("_L1 + idList(prospects) + ") ORDER BY id"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Handle &handle : std::as_const(*rows))
        handles[handle.prospect] << handle;
    return handles;
}

Result<SearchPage> findProspects(Connection &connection, const QString &text, int limit)
{
    const QStringList words = searchWords(text);
    auto ids = SearchIndex::prospects(connection, text, limit + 1);
    if (!ids)
        return tl::unexpected(ids.error());
    const QSet<ProspectId> byWord(ids->begin(), ids->end());
    if (ids->size() <= limit) {
        const auto byPart = SearchIndex::prospectsWithPart(connection, words, limit + 1);
        if (!byPart)
            return tl::unexpected(byPart.error());
        std::ranges::copy_if(*byPart, std::back_inserter(*ids),
            [&byWord](ProspectId id) { return !byWord.contains(id); });
    }
    const auto people = ProspectTable::rows(connection, *ids);
    if (!people)
        return tl::unexpected(people.error());
    const auto handles = handlesOf(connection, *ids);
    if (!handles)
        return tl::unexpected(handles.error());
    QList<SearchHit> hits;
    for (const ProspectRow &person : *people) {
        const auto match = byWord.contains(person.id) ? WordMatch::Start : WordMatch::Anywhere;
        QStringList parts {person.company};
        QStringList texts {person.name, person.company};
        const QList<Handle> own = handles->value(person.id);
        for (const Handle &handle : own) {
            parts << handle.value;
            texts << handle.value << normalisedHandle(handle.network, handle.value);
        }
        // A handle of an import that is not live may stand in the index already.
        if (!holdsAll(texts, words, match))
            continue;
        parts.removeAll(QString());
        const QString belonging = parts.join(u" · "_s);
        SearchHit hit;
        hit.kind = SearchKind::Prospect;
        hit.prospect = person.id;
        hit.at = person.lastActivityAt;
        hit.title = markedName(person.name, words, match);
        hit.text = markedText(belonging, excerptAround(belonging, words, HitExcerpt, match));
        hits.append(hit);
    }
    return pageOf(hits, limit);
}

Result<QHash<PostId, QStringList>> ownTextsOf(Connection &connection, const QList<PostId> &posts)
{
    QHash<PostId, QStringList> texts;
    auto rows = connection.select(
        "SELECT post_id, text FROM live_variant WHERE text <> '' AND post_id IN ("_L1
        + idList(posts) + ") ORDER BY id"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        texts[PostId(rows->integer(0))] << rows->text(1);
    return texts;
}

/// The excerpt of whichever of \a texts holds most of \a words; the first where none does.
MarkedText bestExcerpt(const QStringList &texts, const QStringList &words)
{
    MarkedText best;
    for (const QString &text : texts) {
        MarkedText marked = markedText(text, excerptAround(text, words, HitExcerpt));
        if (best.text.isEmpty() || marked.marks.size() > best.marks.size())
            best = std::move(marked);
    }
    return best;
}

Result<SearchPage> findPosts(Connection &connection, const QStringList &words, int limit)
{
    const auto ids = SearchIndex::posts(connection, words, limit + 1);
    if (!ids)
        return tl::unexpected(ids.error());
    const auto posts =
        selectRows<Post>(connection, "WHERE id IN ("_L1 + idList(*ids) + ") ORDER BY id DESC"_L1);
    if (!posts)
        return tl::unexpected(posts.error());
    const auto own = ownTextsOf(connection, *ids);
    if (!own)
        return tl::unexpected(own.error());
    QList<SearchHit> hits;
    for (const Post &post : *posts) {
        const QStringList texts = QStringList {post.text} + own->value(post.id);
        // A variant of an import that was undone may still stand in the index.
        if (!holdsAll(QStringList {post.title} + texts, words))
            continue;
        SearchHit hit;
        hit.kind = SearchKind::Post;
        hit.post = post.id;
        hit.day = post.day;
        hit.at = post.createdAt;
        hit.title = markedName(headline(post), words, WordMatch::Start);
        hit.text = bestExcerpt(texts, words);
        hits.append(hit);
    }
    return pageOf(hits, limit);
}

Result<SearchPage> findCopies(Connection &connection, const QStringList &words, int limit)
{
    const auto ids = SearchIndex::copies(connection, words, limit + 1);
    if (!ids)
        return tl::unexpected(ids.error());
    const auto copies = selectRows<ProfileCopy>(
        connection, "WHERE id IN ("_L1 + idList(*ids) + ") ORDER BY id DESC"_L1);
    if (!copies)
        return tl::unexpected(copies.error());
    QHash<ChannelId, QString> names;
    const auto channels = selectRows<Channel>(connection);
    if (!channels)
        return tl::unexpected(channels.error());
    for (const Channel &channel : *channels)
        names.insert(channel.id, channel.name);
    QList<SearchHit> hits;
    for (const ProfileCopy &copy : *copies) {
        if (!names.contains(copy.channel))
            continue;
        SearchHit hit;
        hit.kind = SearchKind::ProfileCopy;
        hit.copy = copy.id;
        hit.channel = copy.channel;
        hit.surface = copy.surface;
        hit.at = copy.createdAt;
        hit.title.text = names.value(copy.channel);
        hit.text = markedText(copy.text, excerptAround(copy.text, words, HitExcerpt));
        hits.append(hit);
    }
    return pageOf(hits, limit);
}
} // namespace

Result<SearchPage> SearchTable::find(
    Connection &connection, SearchKind kind, const QString &text, int limit)
{
    switch (kind) {
    case SearchKind::Prospect:
        return findProspects(connection, text, limit);
    case SearchKind::Message:
        return Visible::messagesWith(connection, searchWords(text), limit);
    case SearchKind::Post:
        return findPosts(connection, searchWords(text), limit);
    case SearchKind::ProfileCopy:
        return findCopies(connection, searchWords(text), limit);
    }
    Q_UNREACHABLE();
}
