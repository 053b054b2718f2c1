// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/copycheck.h"

#include "domain/channellimits.h"
#include "domain/networktraits.h"
#include "domain/textrules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct CopyCheckWords
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
        return CopyCheckWords::tr("%1: %n character(s) too many.", nullptr, over);
    case CountUnit::Bytes:
        return CopyCheckWords::tr("%1: %n byte(s) too many.", nullptr, over);
    case CountUnit::Hashtags:
        return CopyCheckWords::tr("%1: %n hashtag(s) too many.", nullptr, over);
    case CountUnit::Mentions:
        return CopyCheckWords::tr("%1: %n mention(s) too many.", nullptr, over);
    case CountUnit::Links:
        return CopyCheckWords::tr("%1: %n link(s) too many.", nullptr, over);
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
        return CopyCheckWords::tr("%1: better no more than %n character(s).", nullptr, limit);
    case CountUnit::Bytes:
        return CopyCheckWords::tr("%1: better no more than %n byte(s).", nullptr, limit);
    case CountUnit::Hashtags:
        return CopyCheckWords::tr("%1: better no more than %n hashtag(s).", nullptr, limit);
    case CountUnit::Mentions:
        return CopyCheckWords::tr("%1: better no more than %n mention(s).", nullptr, limit);
    case CountUnit::Links:
        return CopyCheckWords::tr("%1: better no more than %n link(s).", nullptr, limit);
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

/// The words that limits are held against: all of them, or one part of a thread.
struct Piece
{
    const QString &text;
    QString name; ///< who says it
    qsizetype start = 0; ///< in the resolved words
};

qsizetype earlier(qsizetype one, qsizetype other)
{
    return one < 0 || other < 0 ? std::max(one, other) : std::min(one, other);
}

/// Adds what is beyond \a limit, if anything, and whether there was.
bool addIssue(
    CopyCheck &check, const LimitCheck &limit, const Piece &piece, const ResolvedWords &words)
{
    const Count &count = limit.count;
    if (count.valid)
        return false;
    const bool hard = limit.limit.kind == LimitKind::Hard;
    QString text = hard ? tooMany(count.unit, int(count.length - count.limit))
                        : unwise(count.unit, int(count.limit));
    text = text.arg(piece.name);
    if (!hard && !limit.limit.note.isEmpty())
        text += u' ' + limit.limit.note;
    const qsizetype start = words.writtenAt(piece.start + count.overAt);
    check.issues.append(
        {.severity = hard ? CopyIssue::Severity::Error : CopyIssue::Severity::Warning,
            .rule = ruleOf(count.unit),
            .start = start,
            .end = words.writtenEnd(piece.start + piece.text.size()),
            .text = text});
    if (hard && !countsEntities(limit.limit.rule))
        check.overAt = earlier(check.overAt, start);
    return true;
}

/// Whether \a count says more than \a other: it is over, or fuller.
bool isFuller(const Count &count, const Count &other)
{
    return count.valid != other.valid ? !count.valid : count.length > other.length;
}

void addCounter(ChannelCopy &copy, const QList<LimitCheck> &limits, const QString &sign,
    const QString &name, int parts)
{
    const LimitCheck *shown = decisiveCheck(limits);
    if (!shown)
        return;
    copy.counts.append(shown->count);
    CopyCheck &check = copy.check;
    const CopyCounter counter {sign, name, shown->count, shown->limit, parts};
    if (check.counters.isEmpty())
        check.counters.append(counter);
    else if (isFuller(counter.count, check.counters.first().count))
        check.counters.first() = counter;
}

/// Holds each part against \a limits; of each limit the first part that is beyond it is told.
void checkParts(
    ChannelCopy &copy, const QList<Limit> &limits, const QString &sign, const QString &name)
{
    QList<bool> told(limits.size(), false);
    const qsizetype parts = copy.parts.size();
    for (qsizetype i = 0; i < parts; ++i) {
        const ThreadPart &part = copy.parts.at(i);
        const QList<LimitCheck> checks = checkLimits(part.text, limits);
        addCounter(copy, checks, sign, name, int(parts));
        const Piece piece {part.text,
            parts == 1 ? name : CopyCheckWords::tr("%1, part %2").arg(name).arg(i + 1), part.start};
        for (qsizetype k = 0; k < checks.size(); ++k) {
            if (!told.at(k))
                told[k] = addIssue(copy.check, checks.at(k), piece, copy.words);
        }
    }
}

void sortErrorsFirst(QList<CopyIssue> &issues)
{
    std::ranges::stable_sort(issues, [](const CopyIssue &a, const CopyIssue &b) {
        return a.severity == CopyIssue::Severity::Error && b.severity != CopyIssue::Severity::Error;
    });
}

CopyCheck checkAgainst(const QString &text, const QString &network, QStringView surface,
    const QList<Limit> &limits, const NetworkTable &networks)
{
    ChannelCopy copy;
    copy.words = ResolvedWords(text, {});
    copy.parts = splitThread(text, {}, ThreadStyle::None);
    const QString name = networks.nameOf(network);
    checkParts(copy, limits, networks.signOf(network), name);
    if (surface == TimelineSurface)
        copy.check.issues << forbiddenIssues(text, traitsOf(network).forbidden, name);
    copy.check.issues << textIssues(text, false);
    sortErrorsFirst(copy.check.issues);
    return copy.check;
}
} // namespace

ChannelCopy checkOn(const QString &text, const CopyPlace &place, const NetworkTable &networks,
    const QList<ChannelLimit> &own, QStringView field)
{
    const QString &key = place.channel.network;
    const NetworkTraits traits = traitsOf(key);
    const QString name = place.name.isEmpty() ? networks.nameOf(key) : place.name;
    const QList<Limit> limits = limitsOn(place.channel, networks, own, TimelineSurface, field);
    const bool isThread = traits.hasThreads && field == TextField;
    ChannelCopy copy;
    copy.words = ResolvedWords(text, place.link);
    copy.parts =
        splitThread(copy.words.text(), limits, isThread ? place.thread : ThreadStyle::None);
    checkParts(copy, limits, networks.signOf(key), name);
    copy.check.issues << forbiddenIssues(text, traits.forbidden, name);
    return copy;
}

QList<CopyPlace> namedApart(
    QList<CopyPlace> places, const NetworkTable &networks, const QList<ChannelLimit> &own)
{
    const auto differ = [&](const CopyPlace &one, const CopyPlace &other) {
        return &one != &other && one.channel.network == other.channel.network
            && (one.link != other.link || one.thread != other.thread
                || limitsOn(one.channel, networks, own) != limitsOn(other.channel, networks, own));
    };
    for (CopyPlace &place : places) {
        if (std::ranges::any_of(
                places, [&](const CopyPlace &other) { return differ(place, other); }))
            place.name = place.channel.name;
    }
    return places;
}

CopyCheck combined(const QString &text, const QList<CopyPlace> &places,
    const QList<ChannelCopy> &copies, bool hasLink)
{
    CopyCheck check;
    int accountsOnX = 0;
    QList<const ChannelCopy *> told;
    for (qsizetype i = 0; i < copies.size(); ++i) {
        const ChannelCopy &copy = copies.at(i);
        accountsOnX += places.at(i).channel.network == "x"_L1 ? 1 : 0;
        if (std::ranges::any_of(
                told, [&copy](const ChannelCopy *known) { return known->check == copy.check; }))
            continue; // says the same of the same network
        told.append(&copy);
        check.counters << copy.check.counters;
        check.issues << copy.check.issues;
        check.overAt = earlier(check.overAt, copy.check.overAt);
    }
    if (accountsOnX > 1 && !text.isEmpty())
        check.issues.append({.severity = CopyIssue::Severity::Warning,
            .rule = u"duplicate.accounts"_s,
            .text = CopyCheckWords::tr("X does not allow the same text on several accounts.")});
    check.issues << textIssues(text, hasLink);
    sortErrorsFirst(check.issues);
    return check;
}

CopyCheck checkCopy(
    const QString &text, const QString &network, QStringView surface, const NetworkTable &networks)
{
    return checkAgainst(text, network, surface, networks.limitsOf(network, surface), networks);
}

CopyCheck checkCopy(const QString &text, const Channel &channel, QStringView surface,
    const NetworkTable &networks, const QList<ChannelLimit> &own)
{
    return checkAgainst(
        text, channel.network, surface, limitsOn(channel, networks, own, surface), networks);
}

CopyCheck checkCopy(const QString &text, const QList<CopyPlace> &places,
    const NetworkTable &networks, const QList<ChannelLimit> &own)
{
    const QList<CopyPlace> named = namedApart(places, networks, own);
    QList<ChannelCopy> copies;
    for (qsizetype i = 0; i < named.size(); ++i) {
        const auto same =
            std::ranges::find_if(named.cbegin(), named.cbegin() + i, [&](const CopyPlace &other) {
                return other.channel.network == named.at(i).channel.network && other.name.isEmpty()
                    && named.at(i).name.isEmpty();
            });
        const qsizetype known = same - named.cbegin();
        copies << (known < i ? copies.at(known) : checkOn(text, named.at(i), networks, own));
    }
    const bool hasLink = !named.isEmpty()
        && std::ranges::none_of(named, [](const CopyPlace &place) { return place.link.isEmpty(); });
    return combined(text, named, copies, hasLink);
}

bool hasErrors(const CopyCheck &check)
{
    return std::ranges::any_of(check.issues,
        [](const CopyIssue &issue) { return issue.severity == CopyIssue::Severity::Error; });
}
