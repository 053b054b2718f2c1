// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/recurrence.h"

#include "domain/ruleexpansion.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <functional>
#include <libical/ical.h>
#include <limits>
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
    /// libical 3.0.16 lists wrong times for some rules that hardly anybody writes.
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

    /// The rule as RuleExpansion takes it; nothing for another calendar than ours, and for weeks by number beside days of month or year, which contradict each other.
    [[nodiscard]] std::optional<RuleParts> parts()
    {
        const bool contradicts =
            isSet(value.by_week_no) && (isSet(value.by_month_day) || isSet(value.by_year_day));
        if (contradicts || value.freq == ICAL_NO_RECURRENCE || !isGregorian())
            return std::nullopt;
        RuleParts parts {.unit = RuleParts::Unit(value.freq),
            .interval = value.interval,
            .weekStart = weekday(value.week_start),
            .seconds = list(value.by_second),
            .minutes = list(value.by_minute),
            .hours = list(value.by_hour),
            .months = list(value.by_month),
            .weekNumbers = list(value.by_week_no),
            .yearDays = list(value.by_year_day),
            .monthDays = list(value.by_month_day),
            .weekdays = {},
            .setPositions = list(value.by_set_pos)};
        for (const short day : values(value.by_day))
            parts.weekdays.append({weekday(icalrecurrencetype_day_day_of_week(day)),
                icalrecurrencetype_day_position(day)});
        return parts;
    }

    icalrecurrencetype value;

private:
    static_assert(ICAL_SECONDLY_RECURRENCE == int(RuleParts::Unit::Second)
            && ICAL_YEARLY_RECURRENCE == int(RuleParts::Unit::Year),
        "both name the units in the same order");

    [[nodiscard]] static QList<int> list(std::span<short> given)
    {
        const std::span<short> found = values(given);
        return {found.begin(), found.end()};
    }
    /// libical counts from Sunday, which is 1.
    [[nodiscard]] static int weekday(icalrecurrencetype_weekday day)
    {
        return day == ICAL_SUNDAY_WEEKDAY ? 7 : int(day) - 1;
    }
    [[nodiscard]] bool isGregorian() const
    {
        return (!value.rscale || qstricmp(value.rscale, "GREGORIAN") == 0)
            && value.skip == ICAL_SKIP_OMIT;
    }
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

/// Gives one time after the other, then nothing.
using Times = std::function<std::optional<WallTime>()>;

Times timesByLibical(Rule &rule, const WallTime &start)
{
    const std::shared_ptr<icalrecur_iterator> iterator(
        icalrecur_iterator_new(rule.value, toIcal(start)), icalrecur_iterator_free);
    if (!iterator)
        return {};
    return [iterator]() -> std::optional<WallTime> {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        return icaltime_is_null_time(next) ? std::nullopt : std::optional(fromIcal(next));
    };
}

/// Up to the rule's end. Both it and what \a parts give are wall clock times.
Times timesByExpansion(const Rule &rule, const RuleParts &parts, const WallTime &start)
{
    std::optional<WallTime> until;
    if (rule.hasUntil())
        until = fromIcal(rule.value.until);
    return [expansion = std::make_shared<RuleExpansion>(parts, start), until,
               left = rule.value.count > 0 ? rule.value.count
                                           : std::numeric_limits<int>::max()]() mutable {
        auto next = left > 0 ? expansion->next() : std::nullopt;
        --left;
        if (next && until && *until < *next)
            next.reset();
        return next;
    };
}

/// Empty where nothing can be listed.
Times timesOf(Rule &rule, const WallTime &start)
{
    if (!start.day.isValid())
        return {};
    if (!rule.isBeyondLibical(start))
        return timesByLibical(rule, start);
    const std::optional<RuleParts> parts = rule.parts();
    return parts ? timesByExpansion(rule, *parts, start) : Times();
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
    auto next = timesOf(parsed, start);
    if (!next)
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Recurrence",
                "The recurrence rule “%1” gives no date, or none that can be told for certain. "
                "Write it in a simpler way.")
                .arg(rule.left(200)));
    Occurrences found;
    while (const std::optional<WallTime> wall = next()) {
        if (limits.from && *wall < *limits.from)
            continue;
        if (found.times.size() >= limits.most || (limits.before && wall->day >= *limits.before))
            return found;
        found.times.append(*wall);
    }
    found.isComplete = true;
    return found;
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
