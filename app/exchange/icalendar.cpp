// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/icalendar.h"

#include "base/moment.h"
#include "exchange/calendarparts.h"
#include "exchange/decoding.h"
#include "exchange/icalcomponent.h"
#include "exchange/messages.h"
#include "exchange/planfields.h"
#include "exchange/zonenames.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <libical/ical.h>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct FreeZone
{
    void operator()(icaltimezone *zone) const { icaltimezone_free(zone, 1); }
};
using Zone = std::unique_ptr<icaltimezone, FreeZone>;

/// A zone that the file describes.
struct FileZone
{
    QString iana; ///< empty where only its rules are known
    std::shared_ptr<icaltimezone> rules;
};

IcalComponent parsed(const CalendarPart &part)
{
    return IcalComponent(icalparser_parse_string(part.text.constData()));
}

icalproperty *first(icalcomponent *component, icalproperty_kind kind)
{
    return icalcomponent_get_first_property(component, kind);
}

QString textOf(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = first(component, kind);
    const icalvalue *value = property ? icalproperty_get_value(property) : nullptr;
    if (!value)
        return {};
    if (icalvalue_isa(value) == ICAL_TEXT_VALUE)
        return QString::fromUtf8(icalvalue_get_text(value));
    return QString::fromUtf8(icalvalue_as_ical_string(value));
}

QString zoneNameOf(icalproperty *property)
{
    icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    return tzid ? QString::fromUtf8(icalparameter_get_tzid(tzid)) : QString();
}

std::optional<WallTime> wallOf(const icaltimetype &time)
{
    WallTime wall {QDate(time.year, time.month, time.day), std::nullopt};
    if (time.is_date == 0)
        wall.time = QTime(time.hour, time.minute, time.second);
    if (!wall.day.isValid() || (wall.time && !wall.time->isValid()))
        return {};
    return wall;
}

/// \a wall in UTC as \a zone's clocks show it.
WallTime fromUtc(const WallTime &wall, const QTimeZone &zone)
{
    const QDateTime local =
        QDateTime(wall.day, wall.time.value_or(QTime(0, 0)), Qt::UTC).toTimeZone(zone);
    return {local.date(), local.time()};
}

class Reader
{
public:
    Reader(QString file, const QTimeZone &zone)
        : m_file(std::move(file))
        , m_zone(zone)
    { }

    [[nodiscard]] CalendarFile read(const CalendarParts &parts)
    {
        m_result.system = u"ics"_s;
        m_result.calendars = parts.calendars;
        m_result.name = parts.name;
        for (const CalendarPart &part : parts.parts) {
            if (part.kind == CalendarPart::Kind::Zone)
                readZone(part);
        }
        for (const CalendarPart &part : parts.parts) {
            if (part.kind == CalendarPart::Kind::Event)
                readEvent(part);
            else if (part.kind == CalendarPart::Kind::Other)
                ++m_result.others;
        }
        leaveOutCancelled();
        if (m_result.others > 0)
            tell(0, Severity::Info, u"no-post"_s,
                Exchange::tr("Left out, since they are no posts: %n task(s) or journal entry(s).",
                    nullptr, m_result.others));
        return std::move(m_result);
    }

private:
    struct Cancelled
    {
        QString uid;
        WallTime time;
    };
    /// A time of the file and the zone that it stands in.
    struct Placed
    {
        WallTime wall;
        QString zone;
    };

    void tell(qint64 line, Severity severity, const QString &code, const QString &text)
    {
        m_result.issues.append({m_file, line, severity, code, text});
    }

    void readZone(const CalendarPart &part)
    {
        const IcalComponent component = parsed(part);
        if (!component)
            return;
        const QString tzid = textOf(component.get(), ICAL_TZID_PROPERTY);
        if (tzid.isEmpty())
            return;
        FileZone zone {ianaZone(tzid), nullptr};
        for (icalproperty *property = first(component.get(), ICAL_X_PROPERTY);
             property && zone.iana.isEmpty();
             property = icalcomponent_get_next_property(component.get(), ICAL_X_PROPERTY)) {
            if (qstricmp(icalproperty_get_x_name(property), "X-LIC-LOCATION") == 0)
                zone.iana = ianaZone(QString::fromUtf8(icalproperty_get_x(property)));
        }
        if (zone.iana.isEmpty()) {
            Zone rules(icaltimezone_new());
            icalcomponent *copy = icalcomponent_new_clone(component.get());
            if (icaltimezone_set_component(rules.get(), copy) != 0)
                zone.rules = std::shared_ptr<icaltimezone>(rules.release(), FreeZone());
            else
                icalcomponent_free(copy);
        }
        m_zones.insert(tzid, zone);
    }

    /// The wall time as it is to be kept. Says once for each zone what had to be assumed.
    Placed place(const icaltimetype &time, const WallTime &wall, const QString &tzid, qint64 line)
    {
        if (!wall.time)
            return {wall, {}};
        if (icaltime_is_utc(time))
            return {wall, u"UTC"_s};
        if (tzid.isEmpty())
            return {wall, {}};
        const FileZone described = m_zones.value(tzid);
        const QString iana = described.iana.isEmpty() ? ianaZone(tzid) : described.iana;
        if (!iana.isEmpty())
            return {wall, iana};
        const bool isNew = !m_toldZones.contains(tzid);
        m_toldZones.insert(tzid);
        if (described.rules) {
            if (isNew)
                tell(line, Severity::Info, u"unnamed-zone"_s,
                    Exchange::tr("“%1” is no known time zone, but the file describes it. Its times "
                                 "were converted.")
                        .arg(tzid));
            icaltimetype utc = time;
            icaltimezone_convert_time(&utc, described.rules.get(), icaltimezone_get_utc_timezone());
            const auto converted = wallOf(utc);
            return {fromUtc(converted.value_or(wall), m_zone), QString::fromUtf8(m_zone.id())};
        }
        if (isNew)
            tell(line, Severity::Warning, u"unknown-zone"_s,
                Exchange::tr("“%1” is no known time zone. Its times are taken as times of %2.")
                    .arg(tzid, QString::fromUtf8(m_zone.id())));
        return {wall, {}};
    }

    /// A further time of an event, as the clocks of the event's zone show it.
    std::optional<WallTime> along(
        const icaltimetype &time, icalproperty *property, const QString &zone, qint64 line)
    {
        const auto wall = wallOf(time);
        if (!wall)
            return {};
        const Placed placed = place(time, *wall, zoneNameOf(property), line);
        if (placed.zone.isEmpty() || placed.zone == zone)
            return placed.wall;
        const QTimeZone to = zoneNamed(zone, m_zone);
        const qint64 instant = localToInstant(
            placed.wall.day, placed.wall.time.value_or(QTime()), QTimeZone(placed.zone.toUtf8()));
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant, to);
        return WallTime {local.date(), local.time()};
    }

    void reject(const CalendarPart &part, const QString &reason)
    {
        m_result.rejected.append(
            {part.line, reason, {QString::fromUtf8(part.text.left(2000)).trimmed()}});
        tell(part.line, Severity::Error, u"bad-event"_s, reason);
    }

    void readEvent(const CalendarPart &part)
    {
        ++m_result.events;
        const IcalComponent component = parsed(part);
        if (!part.isClosed || !component)
            return reject(
                part, Exchange::tr("The event has no end: the file is cut off or damaged here."));
        icalproperty *start = first(component.get(), ICAL_DTSTART_PROPERTY);
        const icaltimetype time = start ? icalproperty_get_dtstart(start) : icaltime_null_time();
        const auto wall = wallOf(time);
        if (!wall)
            return reject(part, Exchange::tr("The event has no readable start (DTSTART)."));
        const Placed placed = place(time, *wall, zoneNameOf(start), part.line);
        PlannedPost post;
        post.line = part.line;
        post.day = placed.wall.day;
        post.time = placed.wall.time;
        post.zone = placed.zone;
        post.days = daysOf(component.get(), *wall);
        post.lastsMs = lastsMs(component.get());
        readWords(component.get(), post);
        readRecurrence(component.get(), post);
        if (textOf(component.get(), ICAL_STATUS_PROPERTY) == "CANCELLED"_L1
            && !isOurs(component.get()))
            return cancel(post);
        if (isOurs(component.get()))
            readOurs(component.get(), post);
        if (first(component.get(), ICAL_XLICERROR_PROPERTY))
            tell(part.line, Severity::Warning, u"bad-property"_s,
                Exchange::tr("Parts of the event could not be read."));
        m_result.posts.append(post);
    }

    /// How many days the event takes: its end is exclusive, as is a midnight.
    static int daysOf(icalcomponent *event, const WallTime &start)
    {
        const auto end = wallOf(icalcomponent_get_dtend(event));
        if (!end || end->day <= start.day)
            return 1;
        const bool endsBefore = !end->time || *end->time == QTime(0, 0);
        return int(start.day.daysTo(end->day)) + (endsBefore ? 0 : 1);
    }

    static qint64 lastsMs(icalcomponent *event)
    {
        // Also where the file says how long it lasts instead of when it ends.
        const icaltimetype begin = icalcomponent_get_dtstart(event);
        const icaltimetype end = icalcomponent_get_dtend(event);
        if (icaltime_is_null_time(begin) || icaltime_is_null_time(end) || begin.is_date)
            return 0;
        return std::max<qint64>(
            0, qint64(icaldurationtype_as_int(icaltime_subtract(end, begin))) * 1000);
    }

    static void readWords(icalcomponent *event, PlannedPost &post)
    {
        post.uid = textOf(event, ICAL_UID_PROPERTY);
        post.title = textOf(event, ICAL_SUMMARY_PROPERTY);
        post.text = textOf(event, ICAL_DESCRIPTION_PROPERTY);
        if (post.text.trimmed().isEmpty())
            post.text = std::exchange(post.title, QString());
        post.link = textOf(event, ICAL_URL_PROPERTY);
        post.notes = textOf(event, ICAL_COMMENT_PROPERTY);
        for (icalproperty *label = first(event, ICAL_CATEGORIES_PROPERTY); label;
             label = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY)) {
            const QString name = QString::fromUtf8(icalproperty_get_categories(label)).trimmed();
            if (!name.isEmpty() && !post.labels.contains(name))
                post.labels << name;
        }
        for (icalproperty *property = first(event, ICAL_ATTACH_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_ATTACH_PROPERTY)) {
            icalattach *attached = icalproperty_get_attach(property);
            if (attached && icalattach_get_is_url(attached) != 0)
                post.media << PlannedMedia {QString::fromUtf8(icalattach_get_url(attached)), {}};
        }
    }

    void readRecurrence(icalcomponent *event, PlannedPost &post)
    {
        if (icalproperty *rule = first(event, ICAL_RRULE_PROPERTY)) {
            char *written = icalproperty_get_value_as_string_r(rule);
            const QTimeZone zone = zoneNamed(post.zone, m_zone);
            const QString text = QString::fromUtf8(written);
            icalmemory_free_buffer(written);
            post.rule = withLocalEnd(text, zone).value_or(text);
        }
        for (icalproperty *date = first(event, ICAL_EXDATE_PROPERTY); date;
             date = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
            if (const auto wall = along(icalproperty_get_exdate(date), date, post.zone, post.line))
                post.notOn << *wall;
        }
        for (icalproperty *date = first(event, ICAL_RDATE_PROPERTY); date;
             date = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
            const icaldatetimeperiodtype value = icalproperty_get_rdate(date);
            const bool isPeriod = icaltime_is_null_time(value.time) != 0;
            if (const auto wall =
                    along(isPeriod ? value.period.start : value.time, date, post.zone, post.line))
                post.alsoOn << *wall;
        }
        if (icalproperty *id = first(event, ICAL_RECURRENCEID_PROPERTY))
            post.replaces = along(icalproperty_get_recurrenceid(id), id, post.zone, post.line);
    }

    static bool isOurs(icalcomponent *event)
    {
        for (icalproperty *property = first(event, ICAL_X_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
            if (qstrcmp(icalproperty_get_x_name(property), "X-PULLPUSH-POST") == 0)
                return true;
        }
        return false;
    }

    /// All that the properties of our own say, and on top of it what somebody changed elsewhere.
    void readOurs(icalcomponent *event, PlannedPost &post)
    {
        PlannedPost ours;
        ours.isOurs = true;
        ours.line = post.line;
        ours.uid = post.uid;
        ours.days = post.days;
        ours.lastsMs = post.lastsMs;
        ours.rule = post.rule;
        ours.alsoOn = post.alsoOn;
        ours.notOn = post.notOn;
        ours.replaces = post.replaces;
        for (icalproperty *property = first(event, ICAL_X_PROPERTY); property;
             property = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
            QString name = QString::fromLatin1(icalproperty_get_x_name(property)).toLower();
            if (!name.startsWith("x-pullpush-"_L1))
                continue;
            name = name.mid(11).replace(u'-', u'_');
            QString value = QString::fromUtf8(icalproperty_get_x(property));
            if (value.startsWith(u'|'))
                value = value.mid(1, value.size() - 2);
            if (!setPlanField(ours, name, value))
                tell(post.line, Severity::Warning, u"bad-property"_s,
                    Exchange::tr("The property %1 of the event could not be read.").arg(name));
        }
        const bool isAlone = ours.channels.isEmpty();
        if (effectiveDay(ours) != post.day || effectiveTime(ours) != post.time) {
            (isAlone ? ours.day : ours.ownDay) = post.day;
            (isAlone ? ours.time : ours.ownTime) = post.time;
            (isAlone ? ours.zone : ours.ownZone) = post.zone;
        }
        const QString written = post.text.isEmpty() ? post.title : post.text;
        if (!post.title.isEmpty() && post.title.simplified() != headline(ours))
            ours.title = post.title;
        if (!written.isEmpty() && written.simplified() != effectiveText(ours).simplified()
            && written.simplified() != headline(ours)) {
            ours.detached = !isAlone;
            (isAlone ? ours.text : ours.ownText) = written;
        }
        post = ours;
    }

    void cancel(const PlannedPost &post)
    {
        if (post.replaces)
            m_cancelled.append({post.uid, *post.replaces});
        else
            tell(post.line, Severity::Info, u"cancelled"_s,
                Exchange::tr("The event is cancelled and was left out."));
    }

    void leaveOutCancelled()
    {
        for (const Cancelled &cancelled : std::as_const(m_cancelled)) {
            for (PlannedPost &post : m_result.posts) {
                if (post.uid == cancelled.uid && !post.replaces)
                    post.notOn.append(cancelled.time);
            }
        }
    }

    const QString m_file;
    const QTimeZone m_zone;
    QHash<QString, FileZone> m_zones;
    QSet<QString> m_toldZones;
    QList<Cancelled> m_cancelled;
    CalendarFile m_result;
};
} // namespace

Result<CalendarFile> readCalendar(const QString &path, const QTimeZone &zone)
{
    constexpr qint64 MostBytes = qint64(64) * 1024 * 1024;
    auto source = TextReader::open(path);
    if (!source)
        return tl::unexpected(source.error());
    const QString file = QFileInfo(path).fileName();
    if (source->bytesTotal() > MostBytes)
        return fail(Error::Code::Rejected,
            Exchange::tr("%1 is larger than 64 MB, which no calendar of posts is.").arg(file));
    QString text;
    for (;;) {
        const auto more = source->read(text);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
    }
    const CalendarParts parts = splitCalendar(text);
    if (parts.calendars == 0 && parts.parts.isEmpty())
        return fail(Error::Code::Rejected,
            Exchange::tr("%1 is no calendar: it has neither a VCALENDAR nor an event.").arg(file));
    CalendarFile read = Reader(file, zone).read(parts);
    read.issues = source->takeIssues() + read.issues;
    return read;
}
