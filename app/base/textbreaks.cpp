// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textbreaks.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

namespace {
using Iterator = std::unique_ptr<icu::BreakIterator>;

QList<qsizetype> endsOf(QStringView text, const Iterator &breaks)
{
    QList<qsizetype> ends;
    if (text.isEmpty())
        return ends;
    if (!breaks) // without ICU's data nothing parts a text
        return {text.size()};
    const icu::UnicodeString alias(false, text.utf16(), int32_t(text.size()));
    breaks->setText(alias);
    for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
        ends.append(end);
    return ends;
}
} // namespace

QList<qsizetype> sentenceEnds(QStringView text)
{
    static thread_local const Iterator breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        return Iterator(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    }();
    return endsOf(text, breaks);
}

QList<qsizetype> lineEnds(QStringView text)
{
    static thread_local const Iterator breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        return Iterator(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    }();
    return endsOf(text, breaks);
}
