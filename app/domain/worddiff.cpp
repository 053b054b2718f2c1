// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/worddiff.h"

#include "base/text.h"

#include <dtl/dtl.hpp>
#include <vector>

namespace {
std::vector<QString> tokens(const QString &text)
{
    std::vector<QString> list;
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
} // namespace

QList<DiffRun> wordDiff(const QString &before, const QString &after)
{
    dtl::Diff<QString, std::vector<QString>> diff(tokens(before), tokens(after));
    diff.compose();
    QList<DiffRun> runs;
    QString removed;
    QString added;
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
    return runs;
}
