// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/copycheck.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CopyCheck)
};

QString tooMany(CountUnit unit, int over)
{
    switch (unit) {
    case CountUnit::Graphemes:
    case CountUnit::Characters:
    case CountUnit::Utf16:
    case CountUnit::Weighted:
        return Words::tr("%1: %n character(s) too many.", nullptr, over);
    case CountUnit::Bytes:
        return Words::tr("%1: %n byte(s) too many.", nullptr, over);
    case CountUnit::Hashtags:
        return Words::tr("%1: %n hashtag(s) too many.", nullptr, over);
    case CountUnit::Mentions:
        return Words::tr("%1: %n mention(s) too many.", nullptr, over);
    case CountUnit::Links:
        return Words::tr("%1: %n link(s) too many.", nullptr, over);
    }
    Q_UNREACHABLE();
}

QString unwise(CountUnit unit, int limit)
{
    switch (unit) {
    case CountUnit::Graphemes:
    case CountUnit::Characters:
    case CountUnit::Utf16:
    case CountUnit::Weighted:
        return Words::tr("%1: better no more than %n character(s).", nullptr, limit);
    case CountUnit::Bytes:
        return Words::tr("%1: better no more than %n byte(s).", nullptr, limit);
    case CountUnit::Hashtags:
        return Words::tr("%1: better no more than %n hashtag(s).", nullptr, limit);
    case CountUnit::Mentions:
        return Words::tr("%1: better no more than %n mention(s).", nullptr, limit);
    case CountUnit::Links:
        return Words::tr("%1: better no more than %n link(s).", nullptr, limit);
    }
    Q_UNREACHABLE();
}

QString ruleOf(CountUnit unit)
{
    switch (unit) {
    case CountUnit::Graphemes:
    case CountUnit::Characters:
    case CountUnit::Utf16:
    case CountUnit::Weighted:
        return u"limit.length"_s;
    case CountUnit::Bytes:
    case CountUnit::Hashtags:
    case CountUnit::Mentions:
    case CountUnit::Links:
        return u"limit."_s + toText(unit);
    }
    Q_UNREACHABLE();
}

void addIssue(CopyCheck &check, const LimitCheck &limit, const QString &name, qsizetype length)
{
    const Count &count = limit.count;
    if (count.valid)
        return;
    const bool hard = limit.limit.kind == LimitKind::Hard;
    QString text = hard ? tooMany(count.unit, int(count.length - count.limit))
                        : unwise(count.unit, int(count.limit));
    text = text.arg(name);
    if (!hard && !limit.limit.note.isEmpty())
        text += u' ' + limit.limit.note;
    check.issues.append(
        {.severity = hard ? CopyIssue::Severity::Error : CopyIssue::Severity::Warning,
            .rule = ruleOf(count.unit),
            .start = count.overAt,
            .end = length,
            .text = text});
    if (hard && !countsEntities(limit.limit.rule))
        check.overAt = check.overAt < 0 ? count.overAt : std::min(check.overAt, count.overAt);
}
} // namespace

CopyCheck checkCopy(
    const QString &text, const QString &network, QStringView surface, const NetworkTable &networks)
{
    CopyCheck check;
    const QString name = networks.nameOf(network);
    const QList<LimitCheck> limits = checkLimits(text, networks.limitsOf(network, surface));
    if (const LimitCheck *shown = decisiveCheck(limits))
        check.counters.append({.sign = networks.signOf(network),
            .name = name,
            .count = shown->count,
            .limit = shown->limit});
    for (const LimitCheck &limit : limits)
        addIssue(check, limit, name, text.size());
    return check;
}

CopyCheck checkCopy(
    const QString &text, const QList<Channel> &channels, const NetworkTable &networks)
{
    CopyCheck check;
    QHash<QString, int> accounts;
    for (const Channel &channel : channels) {
        if (++accounts[channel.network] > 1)
            continue;
        const CopyCheck one = checkCopy(text, channel.network, TimelineSurface, networks);
        check.counters << one.counters;
        check.issues << one.issues;
        if (one.overAt >= 0)
            check.overAt = check.overAt < 0 ? one.overAt : std::min(check.overAt, one.overAt);
    }
    if (accounts.value(u"x"_s) > 1 && !text.isEmpty())
        check.issues.append({.severity = CopyIssue::Severity::Warning,
            .rule = u"duplicate.accounts"_s,
            .text = Words::tr("X does not allow the same text on several accounts.")});
    std::ranges::stable_sort(check.issues, [](const CopyIssue &a, const CopyIssue &b) {
        return a.severity == CopyIssue::Severity::Error && b.severity != CopyIssue::Severity::Error;
    });
    return check;
}
