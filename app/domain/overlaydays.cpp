// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/overlaydays.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace {
struct OverlayWords
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

/// The days on which \a event begins, within \a span where its rule gives them.
QList<QDate> beginningsOf(const PlannedPost &event, const DateSpan &span)
{
    if (event.rule.isEmpty())
        return {*event.day};
    OccurrenceLimits limits;
    constexpr qsizetype mostOfOne = 4000; // every day of ten years
    limits.most = mostOfOne;
    limits.from = WallTime {span.from->addDays(1 - event.days), std::nullopt};
    limits.before = *span.to;
    const auto listed = occurrences(event.rule, {*event.day, event.time}, limits);
    if (!listed)
        return {*event.day};
    QList<QDate> days;
    for (const WallTime &time : listed->times)
        days << time.day;
    return days;
}

/// What \a event takes of the days in \a zone where it begins on \a day of its own.
DateSpan daysTaken(const PlannedPost &event, QDate day, const QTimeZone &zone)
{
    const QTimeZone own(event.zone.toUtf8());
    if (!event.time || event.zone.isEmpty() || !own.isValid())
        return {day, day.addDays(event.days - 1)};
    const qint64 begin = localToInstant(day, *event.time, own);
    const qint64 last = std::max(begin, begin + event.lastsMs - 1);
    return {localDay(begin, zone), localDay(last, zone)};
}
} // namespace

DateSpan overlaySpan(QDate today)
{
    constexpr int yearsAhead = 5;
    return {
        .from = QDate(today.year() - 1, 1, 1), .to = QDate(today.year() + yearsAhead + 1, 1, 1)};
}

QList<OverlayDay> overlayDaysOf(
    const QList<PlannedPost> &events, const DateSpan &span, const QTimeZone &zone)
{
    QHash<QString, QSet<QDate>> replaced;
    for (const PlannedPost &event : events) {
        if (event.replaces && !event.uid.isEmpty())
            replaced[event.uid].insert(event.replaces->day);
    }
    QList<OverlayDay> entries;
    for (const PlannedPost &event : events) {
        if (!event.day)
            continue;
        QSet<QDate> leftOut;
        for (const WallTime &time : event.notOn)
            leftOut.insert(time.day);
        QList<QDate> beginnings {*event.day};
        if (!event.replaces) {
            leftOut += replaced.value(event.uid);
            beginnings = beginningsOf(event, span);
            for (const WallTime &time : event.alsoOn)
                beginnings << time.day;
        }
        QString name = headline(event);
        if (name.isEmpty())
            name = OverlayWords::tr("Untitled");
        for (const QDate day : std::as_const(beginnings)) {
            if (leftOut.contains(day))
                continue;
            const DateSpan taken = daysTaken(event, day, zone);
            entries.append({{}, {}, *taken.from, *taken.to, name});
        }
    }
    std::ranges::sort(entries, {},
        [](const OverlayDay &entry) { return std::tuple(entry.from, entry.name, entry.to); });
    entries.resize(std::unique(entries.begin(), entries.end()) - entries.begin());
    return entries;
}

DayMarks dayMarks(
    const QList<Overlay> &overlays, const QList<OverlayDay> &days, const DateSpan &span)
{
    DayMarks marks;
    for (const Overlay &overlay : overlays) {
        if (!overlay.shown)
            continue;
        for (const OverlayDay &entry : days) {
            if (entry.overlay != overlay.id)
                continue;
            const QDate last = std::min(entry.to, span.to->addDays(-1));
            for (QDate day = std::max(entry.from, *span.from); day <= last; day = day.addDays(1)) {
                QList<DayMark> &there = marks[day];
                if (std::ranges::find(there, entry.name, &DayMark::name) == there.end())
                    there.append({entry.name, overlay.colour});
            }
        }
    }
    return marks;
}

QString namesOf(const QList<DayMark> &marks)
{
    QStringList names;
    for (const DayMark &mark : marks)
        names << mark.name;
    return names.join(OverlayWords::tr(", ", "between names"));
}
