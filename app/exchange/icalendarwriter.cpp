// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/post.h"
#include "exchange/icalcomponent.h"
#include "exchange/icalendar.h"
#include "exchange/messages.h"
#include "exchange/planfields.h"
#include "exchange/zonenames.h"

#include <QDateTime>
#include <QFileInfo>
#include <QMap>
#include <QSaveFile>

#include <algorithm>
#include <libical/ical.h>

using namespace Qt::StringLiterals;

namespace {
icaltimetype toIcal(QDate day, const std::optional<QTime> &time)
{
    icaltimetype value = icaltime_null_time();
    value.year = day.year();
    value.month = day.month();
    value.day = day.day();
    value.is_date = time ? 0 : 1;
    if (time) {
        value.hour = time->hour();
        value.minute = time->minute();
        value.second = time->second();
    }
    return value;
}

icaltimetype utcOf(qint64 ms)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    icaltimetype value = toIcal(at.date(), at.time());
    value.zone = icaltimezone_get_utc_timezone();
    return value;
}

void addX(icalcomponent *to, const QByteArray &name, const QString &value)
{
    icalproperty *property = icalproperty_new_x(value.toUtf8().constData());
    icalproperty_set_x_name(property, name.constData());
    icalcomponent_add_property(to, property);
}

/// The days for which a zone's clocks must be described.
struct Years
{
    int first = 0;
    int last = 0;
};

/// One observance for each change of the clocks, so that nothing depends on how a program reads rules.
icalcomponent *describe(const QTimeZone &zone, const Years &years)
{
    icalcomponent *described = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
    const QByteArray id = zone.id();
    icalcomponent_add_property(described, icalproperty_new_tzid(id.constData()));
    addX(described, "X-LIC-LOCATION", QString::fromUtf8(id));
    const QDateTime from(QDate(years.first, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime to(QDate(years.last, 12, 31), QTime(23, 59, 59), Qt::UTC);
    int offset = zone.offsetFromUtc(from);
    const auto observance = [described](bool isDaylight, const QDateTime &localBegin, int before,
                                int after, const QString &name) {
        icalcomponent *part =
            icalcomponent_new(isDaylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
        icalcomponent_add_property(
            part, icalproperty_new_dtstart(toIcal(localBegin.date(), localBegin.time())));
        icalcomponent_add_property(part, icalproperty_new_tzoffsetfrom(before));
        icalcomponent_add_property(part, icalproperty_new_tzoffsetto(after));
        icalcomponent_add_property(part, icalproperty_new_tzname(name.toUtf8().constData()));
        icalcomponent_add_component(described, part);
    };
    observance(zone.isDaylightTime(from), from, offset, offset, zone.abbreviation(from));
    const auto changes = zone.transitions(from.addSecs(1), to);
    for (const QTimeZone::OffsetData &change : changes) {
        // DTSTART is what the clocks showed up to the change.
        observance(change.daylightTimeOffset != 0, change.atUtc.addSecs(offset), offset,
            change.offsetFromUtc, change.abbreviation);
        offset = change.offsetFromUtc;
    }
    return described;
}

icalproperty_status statusOf(const PlannedPost &post)
{
    const auto status = fromText<PostStatus>(post.status);
    if (!status)
        return ICAL_STATUS_TENTATIVE;
    switch (*status) {
    case PostStatus::Approved:
    case PostStatus::Scheduled:
    case PostStatus::Posted:
        return ICAL_STATUS_CONFIRMED;
    case PostStatus::Retired:
        return ICAL_STATUS_CANCELLED;
    case PostStatus::Idea:
    case PostStatus::Draft:
    case PostStatus::InReview:
    case PostStatus::ChangesRequested:
        break;
    }
    return ICAL_STATUS_TENTATIVE;
}

void addText(icalcomponent *to, icalproperty *(*make)(const char *), const QString &text)
{
    if (!text.isEmpty())
        icalcomponent_add_property(to, make(text.toUtf8().constData()));
}

bool isUtc(const QTimeZone &zone)
{
    return zone.id() == "UTC" || zone.id() == "Etc/UTC";
}

QTimeZone zoneOf(const PlannedPost &post, const CalendarOptions &options)
{
    return zoneNamed(effectiveZone(post), options.zone);
}

icalcomponent *eventOf(const PlannedPost &post, const CalendarOptions &options)
{
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    addText(event, icalproperty_new_uid, post.uid);
    icalcomponent_add_property(event, icalproperty_new_dtstamp(utcOf(options.stampedAt)));
    const std::optional<QTime> time = effectiveTime(post);
    icaltimetype start = toIcal(*effectiveDay(post), time);
    const QTimeZone zone = zoneOf(post, options);
    if (time && isUtc(zone))
        start.zone = icaltimezone_get_utc_timezone();
    icalproperty *begin = icalproperty_new_dtstart(start);
    if (time && !isUtc(zone))
        icalproperty_add_parameter(begin, icalparameter_new_tzid(zone.id().constData()));
    icalcomponent_add_property(event, begin);
    addText(event, icalproperty_new_summary, headline(post));
    addText(event, icalproperty_new_description, effectiveText(post));
    addText(event, icalproperty_new_url, post.link);
    for (const QString &label : post.labels)
        addText(event, icalproperty_new_categories, label);
    icalcomponent_add_property(event, icalproperty_new_status(statusOf(post)));
    for (const QString &name : planFieldNames()) {
        const QString value = planField(post, name);
        // The first of them says whose file it is.
        if (name == "uid"_L1 || (value.isEmpty() && name != "post"_L1))
            continue;
        // Readers lose blanks at the ends of a value.
        const bool needsMarks =
            !value.isEmpty() && (value[0] == u'|' || value.size() != value.trimmed().size());
        addX(event, "X-PULLPUSH-" + QString(name).replace(u'_', u'-').toUpper().toLatin1(),
            needsMarks ? u'|' + value + u'|' : value);
    }
    return event;
}

QMap<QByteArray, Years> zonesOf(const QList<PlannedPost> &posts, const CalendarOptions &options)
{
    QMap<QByteArray, Years> zones;
    for (const PlannedPost &post : posts) {
        const auto day = effectiveDay(post);
        const QTimeZone zone = zoneOf(post, options);
        if (!day || !effectiveTime(post) || isUtc(zone))
            continue;
        const auto found = zones.find(zone.id());
        if (found == zones.end()) {
            zones.insert(zone.id(), {day->year() - 1, day->year() + 1});
        } else {
            found->first = std::min(found->first, day->year() - 1);
            found->last = std::max(found->last, day->year() + 1);
        }
    }
    return zones;
}
} // namespace

QByteArray calendarText(const QList<PlannedPost> &posts, const CalendarOptions &options)
{
    const IcalComponent calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(
        calendar.get(), icalproperty_new_prodid("-//Pullpush//Pullpush//EN"));
    addX(calendar.get(), "X-WR-CALNAME", options.name);
    addX(calendar.get(), "X-WR-TIMEZONE", QString::fromUtf8(options.zone.id()));
    const auto zones = zonesOf(posts, options);
    for (auto it = zones.cbegin(); it != zones.cend(); ++it)
        icalcomponent_add_component(calendar.get(), describe(QTimeZone(it.key()), it.value()));
    for (const PlannedPost &post : posts) {
        if (effectiveDay(post))
            icalcomponent_add_component(calendar.get(), eventOf(post, options));
    }
    char *written = icalcomponent_as_ical_string_r(calendar.get());
    QByteArray text(written);
    icalmemory_free_buffer(written);
    return text;
}

Result<int> writeCalendar(
    const QString &path, const QList<PlannedPost> &posts, const CalendarOptions &options)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(calendarText(posts, options)) < 0
        || !file.commit())
        return fail(Error::Code::Io,
            Exchange::tr("The calendar could not be written to %1: %2")
                .arg(QFileInfo(path).fileName(), file.errorString()));
    return int(std::ranges::count_if(
        posts, [](const PlannedPost &post) { return effectiveDay(post).has_value(); }));
}
