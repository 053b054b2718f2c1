// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <unicode/brkiter.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
icu::UnicodeString toIcu(QStringView text)
{
    return {text.utf16(), int32_t(text.size())};
}

QString fromIcu(const icu::UnicodeString &text)
{
    return QString::fromUtf16(text.getBuffer(), text.length());
}

const icu::Transliterator *folder()
{
    // A transliterator is immutable in use; one per thread keeps ICU's lazily built tables apart.
    static thread_local const std::unique_ptr<icu::Transliterator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            u"NFKD; [:Nonspacing Mark:] Remove; Lower; [[:Latin:]] Latin-ASCII; NFC",
            UTRANS_FORWARD, status));
    }();
    return instance.get();
}

bool isAscii(QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

/// Below U+0300 nothing joins with a neighbour below U+0300, except CR with LF.
bool standsAlone(QChar c)
{
    return c.unicode() < 0x300 && c != u'\r';
}

/// The end of the run from \a start that the break iterator has to judge: it stops inside a long
/// stretch of letters that stand alone, so that mostly Latin text hardly asks the iterator.
qsizetype endOfJoinedRun(QStringView text, qsizetype start)
{
    constexpr qsizetype longStretch = 64;
    qsizetype alone = 0;
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        alone = standsAlone(text.at(i)) ? alone + 1 : 0;
        if (alone == longStretch)
            return i;
    }
    return text.size();
}

template<typename Callback>
void forEachGraphemeEnd(QStringView text, Callback callback)
{
    static thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    }();
    for (qsizetype i = 0; i < text.size();) {
        const bool last = i + 1 == text.size();
        if (!breaks || (standsAlone(text.at(i)) && (last || text.at(i + 1).unicode() < 0x300))) {
            callback(++i);
            continue;
        }
        const qsizetype end = endOfJoinedRun(text, i);
        // An alias of the text's own memory: nothing is copied.
        const icu::UnicodeString run(false, text.utf16() + i, int32_t(end - i));
        breaks->setText(run);
        while (breaks->next() != icu::BreakIterator::DONE)
            callback(i + breaks->current());
        i = end;
    }
}
} // namespace

QString foldText(QStringView text)
{
    if (isAscii(text))
        return text.toString().toLower().simplified();
    icu::UnicodeString folded = toIcu(text);
    if (const auto *transliterator = folder())
        transliterator->transliterate(folded);
    return fromIcu(folded).toCaseFolded().simplified();
}

qsizetype graphemeCount(const QString &text)
{
    qsizetype count = 0;
    forEachGraphemeEnd(text, [&count](qsizetype) { ++count; });
    return count;
}

QList<qsizetype> graphemeEnds(QStringView text)
{
    QList<qsizetype> ends;
    ends.reserve(text.size());
    forEachGraphemeEnd(text, [&ends](qsizetype end) { ends.append(end); });
    return ends;
}

QList<qsizetype> wordEnds(QStringView text)
{
    static thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    }();
    QList<qsizetype> ends;
    if (!breaks) { // without ICU's data a text is one word
        if (!text.isEmpty())
            ends.append(text.size());
        return ends;
    }
    breaks->setText(icu::UnicodeString(false, text.utf16(), int32_t(text.size())));
    while (breaks->next() != icu::BreakIterator::DONE)
        ends.append(breaks->current());
    return ends;
}

QString validText(const QString &text, bool *changed)
{
    QString valid;
    valid.reserve(text.size());
    bool replaced = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            valid += c;
            valid += text.at(++i);
        } else if (c.isSurrogate() || c.isNull()) {
            valid += QChar::ReplacementCharacter;
            replaced = true;
        } else if (c == u'\r') {
            valid += u'\n';
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                ++i;
        } else {
            valid += c;
        }
    }
    if (changed)
        *changed = replaced;
    return valid;
}
