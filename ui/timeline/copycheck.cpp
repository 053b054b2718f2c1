// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/copycheck.h"

#include "ui_common/formatting.h"

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

void addIssue(CopyCheck &check, const LimitCheck &limit, const QString &name)
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
            .start = count.overAt,
            .text = text});
    if (hard && !countsEntities(limit.limit.rule))
        check.overAt = check.overAt < 0 ? count.overAt : std::min(check.overAt, count.overAt);
}
} // namespace

CopyCheck checkCopy(
    const QString &text, const QList<Channel> &channels, const NetworkTable &networks)
{
    CopyCheck check;
    QHash<QString, int> accounts;
    for (const Channel &channel : channels) {
        if (++accounts[channel.network] > 1)
            continue;
        const QString name = networks.nameOf(channel.network);
        const QList<LimitCheck> limits = checkLimits(text, networks.limitsOf(channel.network));
        if (const LimitCheck *shown = decisiveCheck(limits))
            check.counters.append(
                {.sign = networks.signOf(channel.network), .name = name, .count = shown->count});
        for (const LimitCheck &limit : limits)
            addIssue(check, limit, name);
    }
    if (accounts.value(u"x"_s) > 1 && !text.isEmpty())
        check.issues.append({.severity = CopyIssue::Severity::Warning,
            .start = -1,
            .text = Words::tr("X does not allow the same text on several accounts.")});
    std::ranges::stable_sort(check.issues, [](const CopyIssue &a, const CopyIssue &b) {
        return a.severity == CopyIssue::Severity::Error && b.severity != CopyIssue::Severity::Error;
    });
    return check;
}

QString describe(const Count &count)
{
    QString length = Formatting::number(count.length);
    if (count.limit == NoLimit)
        return length;
    switch (count.unit) {
    case CountUnit::Bytes:
        //: %1 is how many there are, %n the limit
        return Words::tr("%1 of %n byte(s)", nullptr, int(count.limit)).arg(length);
    case CountUnit::Hashtags:
    case CountUnit::Mentions:
    case CountUnit::Links:
        return Words::tr("%1 of %2").arg(length, Formatting::number(count.limit));
    default:
        //: %1 is how many there are, %n the limit
        return Words::tr("%1 of %n character(s)", nullptr, int(count.limit)).arg(length);
    }
}
