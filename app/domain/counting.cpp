// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/counting.h"

#include "base/text.h"
#include "domain/coststeps.h"
#include "domain/emoji.h"
#include "domain/textentities.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace {
constexpr qsizetype LinkLength =
    23; // X: transformedURLLength; Mastodon: characters_reserved_per_url
constexpr qsizetype EmojiWeight = 2; // X: defaultWeight 200 of scale 100
constexpr QChar Joiner(0x200D);

/// The running length, and where it first exceeds the limit.
struct Tally
{
    qsizetype limit = NoLimit;
    qsizetype length = 0;
    qsizetype overAt = -1;
    QList<CostStep> *steps = nullptr; ///< where not null, all that is added

    void add(qsizetype cost, qsizetype at)
    {
        length += cost;
        if (steps)
            steps->append({at, length});
        if (overAt < 0 && limit != NoLimit && length > limit)
            overAt = at;
    }
};

template<typename Callback>
void forEachCodePoint(QStringView text, Callback callback)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            callback(QChar::surrogateToUcs4(c, text.at(++i)));
        else
            callback(char32_t(c.unicode()));
    }
}

template<typename Cost>
qsizetype sumOver(QStringView text, Cost cost)
{
    qsizetype sum = 0;
    forEachCodePoint(text, [&sum, &cost](char32_t c) { sum += cost(c); });
    return sum;
}

qsizetype one(char32_t)
{
    return 1;
}

qsizetype utf8Length(char32_t c)
{
    if (c < 0x80)
        return 1;
    if (c < 0x800)
        return 2;
    return c < 0x10000 ? 3 : 4;
}

/// twitter-text config v3: these ranges weigh 100 of scale 100, all else 200.
qsizetype xWeight(char32_t c)
{
    const bool light = c <= 0x10FF || (c >= 0x2000 && c <= 0x200D) || (c >= 0x2010 && c <= 0x201F)
        || (c >= 0x2032 && c <= 0x2037);
    return light ? 1 : 2;
}

/// LinkedIn's little text format writes these with a backslash.
qsizetype escapedLength(char32_t c)
{
    return c < 0x80 && QStringView(u"\\|{}@[]()<>#*_~").contains(QChar(char16_t(c))) ? 2 : 1;
}

bool isNfc(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
    if (!normalizer)
        return false;
    const icu::UnicodeString alias(
        false, reinterpret_cast<const char16_t *>(text.utf16()), int32_t(text.size()));
    return normalizer->isNormalized(alias, status) != 0;
}

/// A cluster that is no recommended emoji as a whole may still hold some, joined by U+200D.
template<typename Emoji, typename Plain>
qsizetype costOfParts(QStringView cluster, Emoji emojiCost, Plain plainCost)
{
    if (isEmoji(cluster))
        return emojiCost(cluster);
    if (!cluster.contains(Joiner))
        return plainCost(cluster);
    qsizetype cost = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= cluster.size(); ++i) {
        if (i < cluster.size() && cluster.at(i) != Joiner)
            continue;
        const QStringView part = cluster.sliced(start, i - start);
        if (!part.isEmpty())
            cost += isEmoji(part) ? emojiCost(part) : plainCost(part);
        if (i < cluster.size())
            cost += plainCost(cluster.sliced(i, 1));
        start = i + 1;
    }
    return cost;
}

/// Adds the clusters of \a text, which begins at \a offset of the whole.
template<typename Cost>
void addClusters(Tally &tally, QStringView text, qsizetype offset, Cost cost)
{
    qsizetype start = 0;
    const QList<qsizetype> ends = graphemeEnds(text);
    for (const qsizetype end : ends) {
        tally.add(cost(text.sliced(start, end - start)), offset + start);
        start = end;
    }
}

qsizetype xCost(QStringView cluster, bool normalized)
{
    if (cluster.size() == 1 && cluster.front().unicode() < 0x300)
        return 1;
    const auto plain = [normalized](QStringView part) {
        return normalized
            ? sumOver(part, xWeight)
            : sumOver(part.toString().normalized(QString::NormalizationForm_C), xWeight);
    };
    return costOfParts(
        cluster, [](QStringView) { return EmojiWeight; }, plain);
}

qsizetype threadsCost(QStringView cluster)
{
    if (cluster.size() == 1 && cluster.front().unicode() < 0x300)
        return 1;
    return costOfParts(
        cluster, [](QStringView part) { return sumOver(part, utf8Length); },
        [](QStringView part) { return sumOver(part, one); });
}

void addX(Tally &tally, const QString &text)
{
    const bool normalized = isNfc(text);
    const auto cost = [normalized](QStringView cluster) { return xCost(cluster, normalized); };
    qsizetype from = 0;
    const TextEntities entities = findEntities(text);
    for (const TextEntity &entity : entities) {
        if (entity.kind != TextEntity::Kind::Link)
            continue;
        addClusters(tally, QStringView(text).sliced(from, entity.start - from), from, cost);
        tally.add(LinkLength, entity.start);
        from = entity.end;
    }
    addClusters(tally, QStringView(text).sliced(from), from, cost);
}

void addMastodon(Tally &tally, const QString &text)
{
    const auto cost = [](QStringView) { return qsizetype(1); };
    qsizetype from = 0;
    const TextEntities entities = findEntities(text);
    for (const TextEntity &entity : entities) {
        const bool isLink = entity.kind == TextEntity::Kind::Link && entity.hasProtocol;
        if (!isLink && entity.kind != TextEntity::Kind::Mention)
            continue;
        addClusters(tally, QStringView(text).sliced(from, entity.start - from), from, cost);
        tally.add(isLink ? LinkLength : entity.localEnd - entity.start, entity.start);
        from = entity.end;
    }
    addClusters(tally, QStringView(text).sliced(from), from, cost);
}

void addEntities(Tally &tally, const QString &text, TextEntity::Kind kind)
{
    const TextEntities entities = findEntities(text);
    for (const TextEntity &entity : entities) {
        if (entity.kind == kind)
            tally.add(1, entity.start);
    }
}
} // namespace

CountUnit unitOf(CountingRule rule)
{
    switch (rule) {
    case CountingRule::Graphemes:
        return CountUnit::Graphemes;
    case CountingRule::Utf16:
        return CountUnit::Utf16;
    case CountingRule::Utf8Bytes:
        return CountUnit::Bytes;
    case CountingRule::XWeighted:
        return CountUnit::Weighted;
    case CountingRule::CodePoints:
    case CountingRule::Mastodon:
    case CountingRule::Threads:
    case CountingRule::LinkedInEscaped:
        return CountUnit::Characters;
    case CountingRule::Hashtags:
        return CountUnit::Hashtags;
    case CountingRule::Mentions:
        return CountUnit::Mentions;
    case CountingRule::Links:
        return CountUnit::Links;
    }
    Q_UNREACHABLE();
}

bool countsEntities(CountingRule rule)
{
    return rule == CountingRule::Hashtags || rule == CountingRule::Mentions
        || rule == CountingRule::Links;
}

namespace {
void addAll(Tally &tally, const QString &text, CountingRule rule)
{
    switch (rule) {
    case CountingRule::Graphemes:
        addClusters(tally, text, 0, [](QStringView) { return qsizetype(1); });
        break;
    case CountingRule::CodePoints:
        addClusters(tally, text, 0, [](QStringView part) { return sumOver(part, one); });
        break;
    case CountingRule::Utf16:
        addClusters(tally, text, 0, [](QStringView part) { return part.size(); });
        break;
    case CountingRule::Utf8Bytes:
        addClusters(tally, text, 0, [](QStringView part) { return sumOver(part, utf8Length); });
        break;
    case CountingRule::LinkedInEscaped:
        addClusters(tally, text, 0, [](QStringView part) { return sumOver(part, escapedLength); });
        break;
    case CountingRule::Threads:
        addClusters(tally, text, 0, threadsCost);
        break;
    case CountingRule::XWeighted:
        addX(tally, text);
        break;
    case CountingRule::Mastodon:
        addMastodon(tally, text);
        break;
    case CountingRule::Hashtags:
        addEntities(tally, text, TextEntity::Kind::Hashtag);
        break;
    case CountingRule::Mentions:
        addEntities(tally, text, TextEntity::Kind::Mention);
        break;
    case CountingRule::Links:
        addEntities(tally, text, TextEntity::Kind::Link);
        break;
    }
}
} // namespace

QList<CostStep> costSteps(const QString &text, CountingRule rule)
{
    QList<CostStep> steps;
    steps.reserve(text.size());
    Tally tally;
    tally.steps = &steps;
    addAll(tally, text, rule);
    return steps;
}

Count count(const QString &text, CountingRule rule, qsizetype limit)
{
    Tally tally;
    tally.limit = limit;
    addAll(tally, text, rule);
    return {.length = tally.length,
        .limit = limit,
        .unit = unitOf(rule),
        .valid = tally.overAt < 0,
        .overAt = tally.overAt};
}
