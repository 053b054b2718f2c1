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
            u"NFKD; [:Nonspacing Mark:] Remove; Lower; [[:Latin:]] Latin-ASCII; NFC", UTRANS_FORWARD, status));
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
}

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
    if (text.isEmpty())
        return 0;
    UErrorCode status = U_ZERO_ERROR;
    static thread_local const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (!breaks)
        return text.size();
    const icu::UnicodeString source = toIcu(text);
    breaks->setText(source);
    qsizetype count = 0;
    while (breaks->next() != icu::BreakIterator::DONE)
        ++count;
    return count;
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
