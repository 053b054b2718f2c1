// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/plannedpost.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

QString effectiveText(const PlannedPost &post)
{
    return post.detached ? post.ownText : post.text;
}

std::optional<QDate> effectiveDay(const PlannedPost &post)
{
    return post.ownDay ? post.ownDay : post.day;
}

std::optional<QTime> effectiveTime(const PlannedPost &post)
{
    return post.ownTime ? post.ownTime : post.time;
}

QString effectiveZone(const PlannedPost &post)
{
    return post.ownZone.isEmpty() ? post.zone : post.ownZone;
}

QList<PlannedMedia> effectiveMedia(const PlannedPost &post)
{
    return post.ownMedia.isEmpty() ? post.media : post.ownMedia;
}

namespace {
QString nameOf(const WallTime &time)
{
    return time.day.toString(u"yyyyMMdd"_s)
        + (time.time ? time.time->toString(u"'T'HHmmss"_s) : QString());
}

/// Programs leave out whole days also where the times have an hour.
bool isLeftOut(const WallTime &time, const QList<WallTime> &notOn)
{
    return notOn.contains(time) || (time.time && notOn.contains(WallTime {time.day, std::nullopt}));
}

PlannedPost occurrence(const PlannedPost &post, const WallTime &time)
{
    PlannedPost one = post;
    one.uid = post.uid.isEmpty() ? QString() : post.uid + u'/' + nameOf(time);
    one.day = time.day;
    one.time = time.time;
    one.rule.clear();
    one.alsoOn.clear();
    one.notOn.clear();
    one.replaces.reset();
    return one;
}

class Expansion
{
public:
    Expansion(const ExpandLimits &limits, QString file, QList<ImportIssue> &issues)
        : m_limits(limits)
        , m_file(std::move(file))
        , m_issues(issues)
    { }

    [[nodiscard]] QList<PlannedPost> of(const PlannedPost &post, const QList<WallTime> &replaced)
    {
        const auto listed = timesOf(post, replaced.size() + post.notOn.size());
        if (!listed) {
            tell(post, Severity::Warning, u"bad-rule"_s,
                tr("%1 The post is taken once.").arg(listed.error().message));
            PlannedPost once = post;
            once.rule.clear();
            return {once};
        }
        QList<WallTime> times = *listed + post.alsoOn;
        std::sort(times.begin(), times.end());
        times.resize(std::unique(times.begin(), times.end()) - times.begin());
        times.removeIf([&](const WallTime &time) {
            return isLeftOut(time, post.notOn) || replaced.contains(time);
        });
        if (times.size() > m_limits.most) {
            times.resize(m_limits.most);
            m_isCapped = true;
        }
        if (m_isCapped)
            tell(post, Severity::Warning, u"capped-rule"_s,
                tr("The post recurs more often than %1 times; the first %1 are taken.")
                    .arg(m_limits.most));
        QList<PlannedPost> posts;
        for (const WallTime &time : std::as_const(times))
            posts << occurrence(post, time);
        return posts;
    }

private:
    static QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

    Result<QList<WallTime>> timesOf(const PlannedPost &post, qsizetype more)
    {
        m_isCapped = false;
        const WallTime start {*post.day, post.time};
        if (post.rule.isEmpty())
            return QList<WallTime> {start};
        const auto rule = parseRecurrence(post.rule);
        if (!rule)
            return tl::unexpected(rule.error());
        OccurrenceLimits bounds;
        bounds.most = m_limits.most + more;
        if (!rule->hasEnd)
            bounds.before = m_limits.endlessUntil;
        auto listed = occurrences(post.rule, start, bounds);
        if (!listed)
            return tl::unexpected(listed.error());
        m_isCapped = !listed->isComplete && listed->times.size() >= bounds.most;
        if (!rule->hasEnd && !m_isCapped)
            tell(post, Severity::Info, u"endless-rule"_s,
                tr("The post recurs without an end; what lies before %1 is taken.")
                    .arg(m_limits.endlessUntil.toString(Qt::ISODate)));
        return std::move(listed->times);
    }

    void tell(const PlannedPost &post, Severity severity, const QString &code, const QString &text)
    {
        m_issues.append({m_file, post.line, severity, code, text});
    }

    const ExpandLimits m_limits;
    const QString m_file;
    QList<ImportIssue> &m_issues;
    bool m_isCapped = false;
};
} // namespace

QString headline(const PlannedPost &post)
{
    if (!post.title.isEmpty())
        return post.title;
    return effectiveText(post).section(u'\n', 0, 0, QString::SectionSkipEmpty).simplified();
}

QList<PlannedPost> expanded(const QList<PlannedPost> &posts, const ExpandLimits &limits,
    const QString &file, QList<ImportIssue> &issues)
{
    QHash<QString, QList<WallTime>> replaced;
    for (const PlannedPost &post : posts) {
        if (post.replaces && !post.uid.isEmpty())
            replaced[post.uid].append(*post.replaces);
    }
    Expansion expansion(limits, file, issues);
    QList<PlannedPost> all;
    for (const PlannedPost &post : posts) {
        if (post.replaces) {
            PlannedPost one = post;
            if (!post.uid.isEmpty())
                one.uid = post.uid + u'/' + nameOf(*post.replaces);
            one.rule.clear();
            one.replaces.reset();
            all << one;
        } else if (post.day && (!post.rule.isEmpty() || !post.alsoOn.isEmpty())) {
            all << expansion.of(post, replaced.value(post.uid));
        } else {
            all << post;
        }
    }
    return all;
}
