// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendarfilter.h"

#include "base/text.h"

#include <algorithm>

namespace {
bool hasStatus(const CalendarFilter &filter, const PostWithVariants &post)
{
    if (post.variants.isEmpty())
        return filter.statuses.contains(overallStatus({}));
    return std::ranges::any_of(post.variants,
        [&filter](const Variant &variant) { return filter.statuses.contains(variant.status); });
}

bool hasLabel(const CalendarFilter &filter, const PostWithVariants &post)
{
    if (post.labels.isEmpty())
        return filter.labels.contains(LabelId());
    return std::ranges::any_of(post.labels,
        [&filter](const PostLabel &label) { return filter.labels.contains(label.label); });
}

bool hasWords(const QString &words, const PostWithVariants &post)
{
    QString all = post.post.title + u'\n' + post.post.text + u'\n' + post.post.notes;
    for (const Variant &variant : post.variants)
        all += u'\n' + variant.text;
    const QString folded = foldText(all);
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        wanted, [&folded](const QString &word) { return folded.contains(word); });
}
} // namespace

bool matches(const CalendarFilter &filter, const PostWithVariants &post)
{
    if (!filter.campaigns.isEmpty() && !filter.campaigns.contains(post.post.campaign))
        return false;
    if (!filter.pillars.isEmpty() && !filter.pillars.contains(post.post.pillar))
        return false;
    if (!filter.authors.isEmpty() && !filter.authors.contains(post.post.author))
        return false;
    if (!filter.labels.isEmpty() && !hasLabel(filter, post))
        return false;
    const auto isChosen = [&filter](const Variant &variant) {
        return filter.channels.contains(variant.channel);
    };
    if (!filter.channels.isEmpty() && !std::ranges::any_of(post.variants, isChosen))
        return false;
    if (!filter.statuses.isEmpty() && !hasStatus(filter, post))
        return false;
    return filter.words.isEmpty() || hasWords(filter.words, post);
}

QList<PostWithVariants> filtered(const CalendarFilter &filter, const QList<PostWithVariants> &posts)
{
    if (filter.isEmpty())
        return posts;
    QList<PostWithVariants> passed;
    std::ranges::copy_if(posts, std::back_inserter(passed),
        [&filter](const PostWithVariants &post) { return matches(filter, post); });
    return passed;
}
