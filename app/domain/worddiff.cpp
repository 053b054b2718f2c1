// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/worddiff.h"

#include "base/text.h"

#include <algorithm>
#include <cstddef>
#include <dtl/dtl.hpp>
#include <iterator>
#include <vector>

namespace {
using Tokens = std::vector<QString>;

/// Words that are compared at most on either side: some hundredths of a second where all differ.
constexpr std::size_t MostCompared = 2000;

Tokens tokens(const QString &text)
{
    Tokens list;
    qsizetype start = 0;
    const QList<qsizetype> ends = wordEnds(text);
    for (const qsizetype end : ends) {
        list.push_back(text.mid(start, end - start));
        start = end;
    }
    return list;
}

void append(QList<DiffRun> &runs, DiffRun::Kind kind, const QString &text)
{
    if (!runs.isEmpty() && runs.last().kind == kind)
        runs.last().text += text;
    else
        runs.append({kind, text});
}

/// Between two same runs: all that was removed, then all that was added.
void appendChange(QList<DiffRun> &runs, QString &removed, QString &added)
{
    if (!removed.isEmpty())
        append(runs, DiffRun::Kind::Removed, removed);
    if (!added.isEmpty())
        append(runs, DiffRun::Kind::Added, added);
    removed.clear();
    added.clear();
}

QString joined(const Tokens &words)
{
    QString text;
    for (const QString &word : words)
        text += word;
    return text;
}

/// What is between the words that both texts begin and end with.
void appendMiddle(QList<DiffRun> &runs, const Tokens &before, const Tokens &after)
{
    QString removed;
    QString added;
    if (std::max(before.size(), after.size()) > MostCompared) {
        removed = joined(before);
        added = joined(after);
        appendChange(runs, removed, added);
        return;
    }
    dtl::Diff<QString, Tokens> diff(before, after);
    diff.compose();
    for (const auto &[token, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_DELETE) {
            removed += token;
        } else if (info.type == dtl::SES_ADD) {
            added += token;
        } else {
            appendChange(runs, removed, added);
            append(runs, DiffRun::Kind::Same, token);
        }
    }
    appendChange(runs, removed, added);
}
} // namespace

QList<DiffRun> wordDiff(const QString &before, const QString &after)
{
    const Tokens first = tokens(before);
    const Tokens second = tokens(after);
    const auto [firstBegin, secondBegin] =
        std::mismatch(first.begin(), first.end(), second.begin(), second.end());
    const auto [firstEnd, secondEnd] =
        std::mismatch(first.rbegin(), std::make_reverse_iterator(firstBegin), second.rbegin(),
            std::make_reverse_iterator(secondBegin));
    QList<DiffRun> runs;
    for (auto token = first.begin(); token != firstBegin; ++token)
        append(runs, DiffRun::Kind::Same, *token);
    appendMiddle(runs, Tokens(firstBegin, firstEnd.base()), Tokens(secondBegin, secondEnd.base()));
    for (auto token = firstEnd.base(); token != first.end(); ++token)
        append(runs, DiffRun::Kind::Same, *token);
    return runs;
}
