// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/searchwords.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype LongestWord = 64;

/// A place where one of the words that are looked for was found.
struct WordPlace
{
    qsizetype word = 0; ///< its index
    TextRange range;
};

/// What one grapheme cluster becomes for search. A cluster of marks alone is empty and parts nothing.
QString foldedCluster(QStringView cluster)
{
    const QString folded = foldText(cluster);
    const bool isSpace = folded.isEmpty()
        && std::any_of(cluster.begin(), cluster.end(), [](QChar c) { return c.isSpace(); });
    return isSpace ? u" "_s : folded;
}

/// Walks a text cluster by cluster and compares each of its words.
class WordFinder
{
public:
    WordFinder(const QStringList &words, WordMatch match)
        : m_words(words)
        , m_match(match)
    { }

    QList<WordPlace> find(QStringView text)
    {
        qsizetype start = 0;
        const QList<qsizetype> ends = graphemeEnds(text);
        for (const qsizetype end : ends) {
            const TextRange cluster {start, end - start};
            if (cluster.length == 1 && text.at(start).unicode() < 0x80) {
                take(text.at(start).toLower(), cluster);
            } else {
                const QString folded = foldedCluster(text.mid(start, cluster.length));
                for (const QChar c : folded)
                    take(c, cluster);
            }
            start = end;
        }
        finishWord();
        return std::exchange(m_places, {});
    }

private:
    void take(QChar folded, const TextRange &cluster)
    {
        if (!folded.isLetterOrNumber()) {
            finishWord();
            return;
        }
        m_letters += folded;
        m_clusters.append(cluster);
    }
    void finishWord()
    {
        for (qsizetype i = 0; i < m_words.size() && !m_letters.isEmpty(); ++i) {
            const QString &word = m_words.at(i);
            if (word.isEmpty())
                continue;
            const qsizetype at = m_match == WordMatch::Anywhere ? m_letters.indexOf(word)
                : m_letters.startsWith(word)                    ? 0
                                                                : -1;
            if (at < 0)
                continue;
            const qsizetype begin = m_clusters.at(at).start;
            const qsizetype end = m_clusters.at(at + word.size() - 1).end();
            m_places.append(WordPlace {i, {begin, end - begin}});
        }
        m_letters.clear();
        m_clusters.clear();
    }

    const QStringList &m_words;
    WordMatch m_match;
    QString m_letters; ///< of the word that is being read, folded
    QList<TextRange> m_clusters; ///< where each of these letters comes from
    QList<WordPlace> m_places;
};

QList<TextRange> joined(QList<TextRange> ranges)
{
    std::ranges::sort(
        ranges, {}, [](const TextRange &range) { return std::pair(range.start, range.length); });
    QList<TextRange> apart;
    for (const TextRange &range : std::as_const(ranges)) {
        if (!apart.isEmpty() && range.start <= apart.last().end())
            apart.last().length = std::max(apart.last().end(), range.end()) - apart.last().start;
        else
            apart.append(range);
    }
    return apart;
}

QList<TextRange> rangesOf(const QList<WordPlace> &places)
{
    QList<TextRange> ranges;
    for (const WordPlace &place : places)
        ranges.append(place.range);
    return joined(ranges);
}

/// The place from which on most different words follow within \a reach units.
qsizetype bestPlace(const QList<WordPlace> &places, qsizetype reach)
{
    qsizetype best = 0;
    qsizetype most = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        QList<qsizetype> seen;
        for (qsizetype j = i;
             j < places.size() && places.at(j).range.end() <= places.at(i).range.start + reach;
             ++j) {
            if (!seen.contains(places.at(j).word))
                seen.append(places.at(j).word);
        }
        if (seen.size() > most) {
            most = seen.size();
            best = i;
        }
    }
    return best;
}

/// A text as its grapheme clusters: counts in them, and tells where each begins.
class ClusteredText
{
public:
    explicit ClusteredText(QStringView text)
        : m_text(text)
        , m_ends(graphemeEnds(text))
    { }

    [[nodiscard]] qsizetype size() const { return m_ends.size(); }
    [[nodiscard]] qsizetype begin(qsizetype cluster) const
    {
        return cluster <= 0 ? 0 : m_ends.at(std::min(cluster, size()) - 1);
    }
    /// The cluster that \a offset lies in.
    [[nodiscard]] qsizetype at(qsizetype offset) const
    {
        return std::ranges::upper_bound(m_ends, offset) - m_ends.begin();
    }
    [[nodiscard]] bool isSpace(qsizetype cluster) const
    {
        return m_text.at(begin(cluster)).isSpace();
    }

private:
    QStringView m_text;
    QList<qsizetype> m_ends;
};
} // namespace

QStringList searchWords(QStringView text)
{
    QString spaced = foldText(text);
    for (QChar &c : spaced) {
        if (!c.isLetterOrNumber()) // surrogates too: signs such as emoji divide words
            c = u' ';
    }
    QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        word.truncate(LongestWord);
    return words;
}

QList<TextRange> foundIn(QStringView text, const QStringList &words, WordMatch match)
{
    return rangesOf(WordFinder(words, match).find(text));
}

bool holdsAll(const QStringList &texts, const QStringList &words, WordMatch match)
{
    QStringList held;
    for (const QString &text : texts)
        held << searchWords(text);
    return std::ranges::all_of(words, [&](const QString &word) {
        return std::ranges::any_of(held, [&](const QString &other) {
            return match == WordMatch::Start ? other.startsWith(word) : other.contains(word);
        });
    });
}

Excerpt excerptAround(QStringView text, const QStringList &words, qsizetype length, WordMatch match)
{
    const QList<WordPlace> places = WordFinder(words, match).find(text);
    const ClusteredText clusters(text);
    qsizetype begin = 0;
    qsizetype end = std::min(clusters.size(), length);
    if (clusters.size() > length && !places.isEmpty()) {
        const TextRange hit = places.at(bestPlace(places, length * 3 / 4)).range;
        const qsizetype hitBegin = clusters.at(hit.start);
        const qsizetype hitEnd = clusters.at(hit.end() - 1) + 1;
        begin = std::max<qsizetype>(0, hitBegin - length / 4);
        end = std::min(clusters.size(), std::max(begin + length, hitEnd));
        begin = std::max<qsizetype>(0, std::min(begin, end - length));
        for (qsizetype i = begin; begin > 0 && i < hitBegin; ++i) {
            if (clusters.isSpace(i)) {
                begin = i + 1;
                break;
            }
        }
        const qsizetype least = std::max(hitEnd, end - length / 4);
        for (qsizetype i = end; end < clusters.size() && i >= least; --i) {
            if (clusters.isSpace(i)) {
                end = i;
                break;
            }
        }
    }
    Excerpt excerpt;
    excerpt.part.start = clusters.begin(begin);
    excerpt.part.length = clusters.begin(end) - excerpt.part.start;
    const QList<TextRange> hits = rangesOf(places);
    std::ranges::copy_if(hits, std::back_inserter(excerpt.hits), [&excerpt](const TextRange &hit) {
        return hit.start >= excerpt.part.start && hit.end() <= excerpt.part.end();
    });
    return excerpt;
}

MarkedText markedText(QStringView text, const Excerpt &excerpt)
{
    MarkedText marked;
    if (excerpt.part.start > 0)
        marked.text = u"…"_s;
    const qsizetype shift = marked.text.size() - excerpt.part.start;
    marked.text += text.mid(excerpt.part.start, excerpt.part.length);
    for (QChar &c : marked.text) {
        if (c.isSpace())
            c = u' ';
    }
    if (excerpt.part.end() < text.size())
        marked.text += u'…';
    for (const TextRange &hit : excerpt.hits)
        marked.marks.append(TextRange {hit.start + shift, hit.length});
    return marked;
}
