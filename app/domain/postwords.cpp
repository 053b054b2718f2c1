// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postwords.h"

#include "domain/placeholders.h"
#include "domain/trackedlink.h"

#include <algorithm>

ResolvedWords::ResolvedWords(const QString &written, const QString &link)
{
    if (link.isEmpty() || !written.contains(u'{')) {
        m_text = written;
        return;
    }
    qsizetype from = 0;
    const QList<Placeholder> placeholders = findPlaceholders(written);
    for (const Placeholder &placeholder : placeholders) {
        if (placeholder.name != LinkPlaceholder)
            continue;
        m_text += QStringView(written).sliced(from, placeholder.start - from);
        m_replaced.append(
            {m_text.size(), m_text.size() + link.size(), placeholder.start, placeholder.end});
        m_text += link;
        from = placeholder.end;
    }
    m_text += QStringView(written).sliced(from);
}

qsizetype ResolvedWords::writtenAt(qsizetype offset) const
{
    qsizetype shift = 0;
    for (const Replaced &one : m_replaced) {
        if (offset < one.start)
            break;
        if (offset < one.end)
            return one.writtenStart;
        shift = one.writtenEnd - one.end;
    }
    return offset < 0 ? offset : offset + shift;
}

qsizetype ResolvedWords::writtenEnd(qsizetype offset) const
{
    qsizetype shift = 0;
    for (const Replaced &one : m_replaced) {
        if (offset <= one.start)
            break;
        if (offset <= one.end)
            return one.writtenEnd;
        shift = one.writtenEnd - one.end;
    }
    return offset < 0 ? offset : offset + shift;
}

QString linkFor(const Post &post, const Channel &channel, const QList<Campaign> &campaigns)
{
    if (!post.tracksLink || post.link.isEmpty())
        return post.link;
    const auto campaign = std::ranges::find(campaigns, post.campaign, &Campaign::id);
    return taggedLink(
        post.link, linkTags(channel, campaign == campaigns.end() ? nullptr : &*campaign));
}

QString publishedText(const Post &post, const Variant &variant, const Channel &channel,
    const QList<Campaign> &campaigns)
{
    return ResolvedWords(effectiveText(post, variant), linkFor(post, channel, campaigns)).text();
}

QString publishedComment(const Post &post, const Variant &variant, const Channel &channel,
    const QList<Campaign> &campaigns)
{
    return ResolvedWords(variant.firstComment, linkFor(post, channel, campaigns)).text();
}
