// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/recurrence.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <libical/ical.h>
#include <memory>
#include <span>

using namespace Qt::StringLiterals;

namespace {
/// The values of one of libical's BY lists, which end with a mark.
std::span<short> values(std::span<short> list)
{
    const auto end = std::ranges::find(list, short(ICAL_RECURRENCE_ARRAY_MAX));
    return list.first(std::size_t(end - list.begin()));
}

bool isSet(std::span<short> list)
{
    return !values(list).empty();
}

bool hasNegative(std::span<short> list)
{
    return std::ranges::any_of(values(list), [](short value) { return value < 0; });
}

void clear(std::span<short> list)
{
    std::ranges::fill(list, short(ICAL_RECURRENCE_ARRAY_MAX));
}

void cutAfter(std::span<short> list, std::size_t size)
{
    if (size < list.size())
        list[size] = ICAL_RECURRENCE_ARRAY_MAX;
}

/// libical 3.0.16 wants times in order and without doubles.
void sortOnce(std::span<short> list)
{
    const std::span<short> given = values(list);
    std::ranges::sort(given);
    cutAfter(list, std::size_t(std::unique(given.begin(), given.end()) - given.begin()));
}

void dropDoubles(std::span<short> list)
{
    const std::span<short> given = values(list);
    std::size_t kept = 0;
    for (const short value : given) {
        if (std::ranges::find(given.first(kept), value) == given.first(kept).end())
            given[kept++] = value;
    }
    cutAfter(list, kept);
}

/// libical's rule, which owns the name of its calendar scale.
class Rule
{
public:
    explicit Rule(const QByteArray &text)
        : value(icalrecurrencetype_from_string(text.constData()))
    {
        for (const std::span<short> list : {std::span<short>(value.by_second),
                 std::span<short>(value.by_minute), std::span<short>(value.by_hour)})
            sortOnce(list);
        dropDoubles(value.by_day);
    }
    ~Rule() { icalmemory_free_buffer(value.rscale); }
    Q_DISABLE_COPY_MOVE(Rule)

    [[nodiscard]] bool isValid()
    {
        // Calendars of other scales have thirteen months.
        const bool monthsExist = value.rscale
            || std::ranges::all_of(values(value.by_month), [](short month) { return month <= 12; });
        return value.freq != ICAL_NO_RECURRENCE && monthsExist;
    }
    [[nodiscard]] bool hasUntil() const { return !icaltime_is_null_time(value.until); }
    [[nodiscard]] QString text()
    {
        char *written = icalrecurrencetype_as_string_r(&value);
        QString result = QString::fromUtf8(written);
        icalmemory_free_buffer(written);
        return result;
    }
    /// Times of day say nothing about whole days, and a day until which something lasts is part of it.
    void fitTo(const WallTime &start)
    {
        if (!start.time) {
            clear(value.by_hour);
            clear(value.by_minute);
            clear(value.by_second);
        } else if (value.until.is_date != 0) {
            value.until.is_date = 0;
            value.until.hour = 23;
            value.until.minute = 59;
            value.until.second = 59;
        }
    }
    /// libical 3.0.16 lists wrong times for some rules that hardly anybody writes. No time is better than a wrong one.
    [[nodiscard]] bool isBeyondLibical(const WallTime &start)
    {
        const bool hasSeveralTimes = values(value.by_hour).size() > 1
            || values(value.by_minute).size() > 1 || values(value.by_second).size() > 1;
        const bool picksWrongly =
            isSet(value.by_set_pos) && (value.freq < ICAL_MONTHLY_RECURRENCE || hasSeveralTimes);
        // Days that may belong to a week of the neighbouring year.
        const bool isAtTurnOfYear =
            start.day.dayOfYear() < 7 || start.day.daysInYear() - start.day.dayOfYear() < 7;
        const bool countsWeeksWrongly =
            isSet(value.by_week_no) && (!isSet(value.by_day) || isAtTurnOfYear);
        const bool countsBackWrongly =
            (hasNegative(value.by_month_day) && value.freq < ICAL_WEEKLY_RECURRENCE)
            || (hasNegative(value.by_year_day) && value.freq < ICAL_YEARLY_RECURRENCE);
        return picksWrongly || countsWeeksWrongly || countsBackWrongly || stepsWrongly();
    }

    icalrecurrencetype value;

private:
    /// Steps below a day together with a list of the same unit.
    [[nodiscard]] bool stepsWrongly()
    {
        switch (value.freq) {
        case ICAL_SECONDLY_RECURRENCE:
            return isSet(value.by_second);
        case ICAL_MINUTELY_RECURRENCE:
            return isSet(value.by_minute) && value.interval > 1;
        case ICAL_HOURLY_RECURRENCE:
            return isSet(value.by_hour) && value.interval > 1;
        case ICAL_DAILY_RECURRENCE:
        case ICAL_WEEKLY_RECURRENCE:
        case ICAL_MONTHLY_RECURRENCE:
        case ICAL_YEARLY_RECURRENCE:
        case ICAL_NO_RECURRENCE:
            break;
        }
        return false;
    }
};

struct FreeIterator
{
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

QByteArray bare(const QString &rule)
{
    const QString trimmed = rule.trimmed();
    const bool hasName = trimmed.startsWith("RRULE:"_L1, Qt::CaseInsensitive);
    return (hasName ? trimmed.mid(6) : trimmed).toUtf8();
}

tl::unexpected<Error> notARule(const QString &rule)
{
    return fail(Error::Code::Rejected,
        QCoreApplication::translate("Recurrence",
            "“%1” is no recurrence rule. A rule begins with FREQ, as in FREQ=WEEKLY;COUNT=10.")
            .arg(rule.left(200)));
}

icaltimetype toIcal(const WallTime &wall)
{
    icaltimetype time = icaltime_null_time();
    time.year = wall.day.year();
    time.month = wall.day.month();
    time.day = wall.day.day();
    time.is_date = wall.time ? 0 : 1;
    if (wall.time) {
        time.hour = wall.time->hour();
        time.minute = wall.time->minute();
        time.second = wall.time->second();
    }
    return time;
}

WallTime fromIcal(const icaltimetype &time)
{
    WallTime wall {QDate(time.year, time.month, time.day), std::nullopt};
    if (time.is_date == 0)
        wall.time = QTime(time.hour, time.minute, time.second);
    return wall;
}
} // namespace

Result<RecurrenceRule> parseRecurrence(const QString &rule)
{
    Rule parsed(bare(rule));
    if (!parsed.isValid())
        return notARule(rule);
    return RecurrenceRule {parsed.text(), parsed.value.count > 0 || parsed.hasUntil()};
}

Result<Occurrences> occurrences(
    const QString &rule, const WallTime &start, const OccurrenceLimits &limits)
{
    Rule parsed(bare(rule));
    if (!parsed.isValid())
        return notARule(rule);
    parsed.fitTo(start);
    const bool canList = start.day.isValid() && !parsed.isBeyondLibical(start);
    const Iterator iterator(
        canList ? icalrecur_iterator_new(parsed.value, toIcal(start)) : nullptr);
    if (!iterator)
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Recurrence",
                "The recurrence rule “%1” gives no date, or none that can be told for certain. "
                "Write it in a simpler way.")
                .arg(rule.left(200)));
    Occurrences found;
    for (;;) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next)) {
            found.isComplete = true;
            return found;
        }
        const WallTime wall = fromIcal(next);
        if (limits.from && wall < *limits.from)
            continue;
        if (found.times.size() >= limits.most || (limits.before && wall.day >= *limits.before))
            return found;
        found.times.append(wall);
    }
}

Result<QString> withLocalEnd(const QString &rule, const QTimeZone &zone)
{
    Rule parsed(bare(rule));
    if (!parsed.isValid())
        return notARule(rule);
    if (!parsed.hasUntil() || !icaltime_is_utc(parsed.value.until))
        return QString::fromUtf8(bare(rule));
    const WallTime until = fromIcal(parsed.value.until);
    const QDateTime local =
        QDateTime(until.day, until.time.value_or(QTime(0, 0)), Qt::UTC).toTimeZone(zone);
    parsed.value.until = toIcal({local.date(), local.time()});
    return parsed.text();
}
