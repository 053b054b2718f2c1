// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ruleexpansion.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using Unit = RuleParts::Unit;

namespace {
constexpr int Listed = 20;

const char *const Days[] {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
const char *const Units[] {
    "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"};

QString numbers(const QList<int> &values)
{
    QStringList texts;
    for (const int value : values)
        texts << QString::number(value);
    return texts.join(u',');
}

/// The rule that says what \a parts say.
QString written(const RuleParts &parts)
{
    QString rule = "FREQ="_L1 + QLatin1String(Units[int(parts.unit)]) + ";INTERVAL="_L1
        + QString::number(parts.interval) + ";COUNT="_L1 + QString::number(Listed) + ";WKST="_L1
        + QLatin1String(Days[parts.weekStart - 1]);
    const auto add = [&rule](QLatin1String name, const QString &values) {
        if (!values.isEmpty())
            rule += u';' + name + u'=' + values;
    };
    QStringList weekdays;
    for (const RuleParts::Weekday &day : parts.weekdays)
        weekdays << (day.ordinal == 0 ? QString() : QString::number(day.ordinal))
                + QLatin1String(Days[day.day - 1]);
    add("BYMONTH"_L1, numbers(parts.months));
    add("BYMONTHDAY"_L1, numbers(parts.monthDays));
    add("BYDAY"_L1, weekdays.join(u','));
    add("BYHOUR"_L1, numbers(parts.hours));
    add("BYMINUTE"_L1, numbers(parts.minutes));
    add("BYSETPOS"_L1, numbers(parts.setPositions));
    return rule;
}

/// None, or up to three different numbers of a range, ascending.
QList<int> some(int from, int to)
{
    if (*rc::gen::inRange(0, 3) != 0)
        return {};
    QList<int> values;
    const int size = *rc::gen::inRange(1, 4);
    for (int i = 0; i < size; ++i) {
        const int value = *rc::gen::inRange(from, to + 1);
        if (!values.contains(value))
            values << value;
    }
    std::ranges::sort(values);
    return values;
}

/// A rule of the kinds that libical lists well.
RuleParts aRule()
{
    RuleParts parts;
    parts.unit = *rc::gen::element(Unit::Day, Unit::Week, Unit::Month, Unit::Year);
    parts.interval = *rc::gen::inRange(1, 5);
    parts.weekStart = *rc::gen::element(1, 7);
    parts.months = some(1, 12);
    if (parts.unit != Unit::Week)
        parts.monthDays = some(1, 28);
    if (*rc::gen::arbitrary<bool>()) {
        const QList<int> days = some(1, 7);
        const bool mayCount = parts.unit >= Unit::Month && parts.monthDays.isEmpty();
        for (const int day : days)
            parts.weekdays.append({day, mayCount ? *rc::gen::element(0, 1, 2, -1) : 0});
    }
    parts.hours = some(0, 23);
    parts.minutes = some(0, 59);
    if (parts.unit >= Unit::Month && parts.hours.size() < 2 && parts.minutes.size() < 2
        && *rc::gen::arbitrary<bool>())
        parts.setPositions = {*rc::gen::element(1, -1)};
    return parts;
}

QList<WallTime> expanded(const RuleParts &parts, const WallTime &start)
{
    RuleExpansion expansion(parts, start);
    QList<WallTime> times;
    while (times.size() < Listed) {
        const auto next = expansion.next();
        if (!next)
            break;
        times << *next;
    }
    return times;
}
} // namespace

class RuleExpansionTest : public QObject
{
    Q_OBJECT

private slots:
    /// Two ways to the same times.
    void agreesWithLibical()
    {
        const bool holds = rc::check("an expansion lists what libical lists", [] {
            const RuleParts parts = aRule();
            const QDate day = QDate(2024, 1, 8).addDays(*rc::gen::inRange(0, 340));
            const WallTime start {day, QTime(*rc::gen::inRange(0, 24), *rc::gen::inRange(0, 60))};
            const auto listed = occurrences(written(parts), start);
            RC_PRE(listed.has_value());
            RC_LOG() << qPrintable(written(parts)) << " from "
                     << qPrintable(day.toString(Qt::ISODate));
            // Where libical gives up a search we may go on: neither is wrong.
            const QList<WallTime> own = expanded(parts, start);
            RC_ASSERT(own.first(std::min(own.size(), listed->times.size())) == listed->times);
        });
        QVERIFY(holds);
    }

    void endsWhereNothingIsLeft()
    {
        RuleParts never {.unit = Unit::Month, .months = {2}, .monthDays = {30}};
        const WallTime start {QDate(2026, 2, 1), QTime(9, 0)};
        QVERIFY(!RuleExpansion(never, start).next());
        never.unit = Unit::Second; // day by day, although it could be by second
        QVERIFY(!RuleExpansion(never, start).next());
        const RuleParts leap {
            .unit = Unit::Year, .interval = 100, .months = {2}, .monthDays = {29}};
        RuleExpansion leapYears(leap, {QDate(2000, 1, 1), std::nullopt});
        QCOMPARE(leapYears.next()->day, QDate(2000, 2, 29));
        QCOMPARE(leapYears.next()->day, QDate(2400, 2, 29));
    }

    void countsWeeksFromTheYearThatHasThem()
    {
        const RuleParts lastWeek {.unit = Unit::Year, .weekNumbers = {-1}, .weekdays = {{7, 0}}};
        RuleExpansion sundays(lastWeek, {QDate(2027, 1, 3), std::nullopt});
        QCOMPARE(sundays.next()->day, QDate(2027, 1, 3)); // of 2026, which has 53 weeks
        QCOMPARE(sundays.next()->day, QDate(2028, 1, 2)); // of 2027
        QCOMPARE(sundays.next()->day, QDate(2028, 12, 31));
    }

    void picksWithinTheDay()
    {
        const RuleParts parts {.unit = Unit::Day,
            .interval = 5,
            .minutes = {0, 10, 20, 30, 40, 50},
            .setPositions = {-2, 3}};
        RuleExpansion times(parts, {QDate(2026, 10, 23), QTime(15, 40)});
        QCOMPARE(*times.next(), (WallTime {QDate(2026, 10, 23), QTime(15, 40)}));
        QCOMPARE(*times.next(), (WallTime {QDate(2026, 10, 28), QTime(15, 20)}));
        QCOMPARE(*times.next(), (WallTime {QDate(2026, 10, 28), QTime(15, 40)}));
    }
};

PULLPUSH_TEST(RuleExpansionTest)
#include "tst_ruleexpansion.moc"
