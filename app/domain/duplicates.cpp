// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duplicates.h"

#include "base/text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool isNumber(const QString &key)
{
    return key.startsWith(u'+') || (!key.isEmpty() && key.front().isDigit());
}

/// Numbers of telephones and of WhatsApp are the same numbers.
bool isTelephone(const Handle &handle, const QString &key)
{
    return (handle.network == "phone"_L1 || handle.network == "whatsapp"_L1) && isNumber(key);
}

std::optional<DuplicateReason> sharedReason(const Handle &one, const Handle &other)
{
    const QString key = normalisedHandle(one.network, one.value);
    if (key.isEmpty() || key != normalisedHandle(other.network, other.value))
        return {};
    if (isTelephone(one, key) && isTelephone(other, key))
        return DuplicateReason::SamePhone;
    if (one.network != other.network)
        return {};
    return one.network == "email"_L1 ? DuplicateReason::SameEmail : DuplicateReason::SameHandle;
}

/// Whether \a word of a handle stands there because the name was taken: it begins with a digit, or is one of LinkedIn's, which may begin with a letter (“b45a321b”).
bool isAppended(const QString &word)
{
    constexpr qsizetype ShortestCode = 8;
    const auto isHexadecimal = [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'f'); };
    const bool isCode = word.size() >= ShortestCode && std::ranges::all_of(word, isHexadecimal)
        && std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
    return word.front().isDigit() || isCode;
}

bool sameStem(const Handle &one, const Handle &other)
{
    if (one.network != other.network || one.network == "email"_L1 || one.network == "phone"_L1
        || one.network == "web"_L1 || one.network == "whatsapp"_L1)
        return false;
    const QString stem = handleStem(one.network, one.value);
    return !stem.isEmpty() && stem == handleStem(other.network, other.value);
}

/// First and last name where both are there, else the whole name.
QString comparedName(const Prospect &prospect)
{
    if (!prospect.firstName.trimmed().isEmpty() && !prospect.lastName.trimmed().isEmpty())
        return foldText(prospect.firstName + u' ' + prospect.lastName);
    return foldText(displayName(prospect));
}
} // namespace

QString handleStem(const QString &network, const QString &value)
{
    QString name = normalisedHandle(network, value).section(u'@', 0, 0);
    if (network == "bluesky"_L1)
        name = name.section(u'.', 0, 0); // the rest is where it is kept
    QStringList words;
    for (const QString &part :
        name.replace(u'.', u'-').replace(u'_', u'-').split(u'-', Qt::SkipEmptyParts))
        words << part;
    while (words.size() > 1 && isAppended(words.last()))
        words.removeLast();
    QString stem = words.join(QString());
    while (!stem.isEmpty() && stem.back().isDigit())
        stem.chop(1);
    return stem;
}

std::optional<DuplicatePair> compareRecords(
    const DuplicateCandidate &one, const DuplicateCandidate &other, bool alsoWeak)
{
    DuplicatePair pair {std::min(one.prospect.id, other.prospect.id),
        std::max(one.prospect.id, other.prospect.id), DuplicateReason::SameName, {}};
    const QString name = comparedName(one.prospect);
    const bool sameName = !name.isEmpty() && name == comparedName(other.prospect);
    std::optional<DuplicateReason> best;
    const auto offer = [&](DuplicateReason reason, const QString &shared) {
        if (best && *best <= reason)
            return;
        best = reason;
        pair.reason = reason;
        pair.shared = shared;
    };
    for (const Handle &mine : one.handles) {
        for (const Handle &theirs : other.handles) {
            if (const auto reason = sharedReason(mine, theirs))
                offer(*reason, mine.value);
            else if (sameName && sameStem(mine, theirs))
                offer(DuplicateReason::NameAndHandle, mine.value);
        }
    }
    const QString company = foldText(one.company);
    if (sameName && !company.isEmpty() && company == foldText(other.company))
        offer(DuplicateReason::NameAndCompany, one.company);
    if (sameName && alsoWeak)
        offer(DuplicateReason::SameName, {});
    return best ? std::optional(pair) : std::nullopt;
}
