// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spellwords.h"

#include "base/text.h"
#include "domain/placeholders.h"
#include "domain/textentities.h"

#include <algorithm>

namespace {
bool isWorthALook(QStringView word)
{
    int letters = 0;
    bool hasSmall = false;
    for (const QChar c : word) {
        if (c.isDigit() || c == u'_')
            return false;
        letters += c.isLetter() || c.isSurrogate() ? 1 : 0;
        hasSmall = hasSmall || c.isLower() || (c.isLetter() && !c.isUpper());
    }
    return letters > 1 && hasSmall;
}

QList<WordSpan> skippedIn(QStringView text)
{
    QList<WordSpan> skipped;
    const TextEntities entities = findEntities(text);
    for (const TextEntity &entity : entities)
        skipped.append({entity.start, entity.end});
    const QList<Placeholder> placeholders = findPlaceholders(text);
    for (const Placeholder &placeholder : placeholders)
        skipped.append({placeholder.start, placeholder.end});
    std::ranges::sort(skipped, {}, &WordSpan::start);
    return skipped;
}

/// An address of mail stands on both sides of an at sign without a space.
bool touchesAt(QStringView text, const WordSpan &word)
{
    qsizetype start = word.start;
    while (start > 0 && !text.at(start - 1).isSpace())
        --start;
    qsizetype end = word.end;
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    return text.sliced(start, end - start).contains(u'@');
}
} // namespace

QList<WordSpan> spellWords(QStringView text)
{
    QList<WordSpan> words;
    const QList<WordSpan> skipped = skippedIn(text);
    const bool hasAt = text.contains(u'@');
    auto skip = skipped.cbegin();
    qsizetype start = 0;
    const QList<qsizetype> ends = wordEnds(text);
    for (const qsizetype end : ends) {
        const WordSpan word {start, end};
        start = end;
        while (skip != skipped.cend() && skip->end <= word.start)
            ++skip;
        const bool isSkipped = skip != skipped.cend() && skip->start < word.end;
        if (isSkipped || !isWorthALook(text.sliced(word.start, word.end - word.start)))
            continue;
        if (!hasAt || !touchesAt(text, word))
            words.append(word);
    }
    return words;
}
