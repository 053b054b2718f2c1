// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/overlaydays.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
PlannedPost entryOf(const QString &name, QDate day, const QString &rule = {}, int days = 1)
{
    PlannedPost made;
    made.uid = name;
    made.title = name;
    made.day = day;
    made.rule = rule;
    made.days = days;
    return made;
}

OverlayDay entry(const QString &name, QDate from, QDate to)
{
    return {{}, {}, from, to, name};
}

OverlayDay entry(const QString &name, QDate day)
{
    return entry(name, day, day);
}

const DateSpan years {QDate(2025, 1, 1), QDate(2028, 1, 1)};
const QTimeZone berlin("Europe/Berlin");
} // namespace

class TestOverlayDays : public QObject
{
    Q_OBJECT
private slots:
    void listsDays_data()
    {
        QTest::addColumn<QList<PlannedPost>>("events");
        QTest::addColumn<QList<OverlayDay>>("days");
        const QDate xmas(2020, 12, 25);

        QTest::newRow("nothing") << QList<PlannedPost>() << QList<OverlayDay>();
        QTest::newRow("a day outside of the years is kept") << QList {
            entryOf(u"Fair"_s, QDate(2031, 5, 4))} << QList {entry(u"Fair"_s, QDate(2031, 5, 4))};
        QTest::newRow("several days")
            << QList {entryOf(u"Fair"_s, QDate(2026, 2, 27), {}, 3)}
            << QList {entry(u"Fair"_s, QDate(2026, 2, 27), QDate(2026, 3, 1))};
        QTest::newRow("a yearly rule within the years")
            << QList {entryOf(u"Christmas"_s, xmas, u"FREQ=YEARLY"_s)}
            << QList {entry(u"Christmas"_s, QDate(2025, 12, 25)),
                   entry(u"Christmas"_s, QDate(2026, 12, 25)),
                   entry(u"Christmas"_s, QDate(2027, 12, 25))};
        QTest::newRow("one that begins before the years and reaches into them")
            << QList {entryOf(u"Turn"_s, QDate(2023, 12, 31), u"FREQ=YEARLY;COUNT=2"_s, 2)}
            << QList {entry(u"Turn"_s, QDate(2024, 12, 31), QDate(2025, 1, 1))};
        QTest::newRow("leap days")
            << QList {entryOf(u"Leap"_s, QDate(2024, 2, 29), u"FREQ=YEARLY;UNTIL=20300101"_s)}
            << QList<OverlayDay>();
        QTest::newRow("a rule that nobody can read counts once")
            << QList {entryOf(u"Odd"_s, QDate(2026, 1, 6), u"FREQ=SOMETIMES"_s)}
            << QList {entry(u"Odd"_s, QDate(2026, 1, 6))};

        PlannedPost leftOut = entryOf(u"Feast"_s, QDate(2025, 6, 1), u"FREQ=YEARLY"_s);
        leftOut.notOn = {{QDate(2026, 6, 1), QTime(0, 0)}};
        leftOut.alsoOn = {{QDate(2025, 7, 1), std::nullopt}};
        PlannedPost moved = entryOf(u"Feast"_s, QDate(2027, 6, 3));
        moved.replaces = WallTime {QDate(2027, 6, 1), std::nullopt};
        QTest::newRow("left out, added and moved")
            << QList {leftOut, moved}
            << QList {entry(u"Feast"_s, QDate(2025, 6, 1)), entry(u"Feast"_s, QDate(2025, 7, 1)),
                   entry(u"Feast"_s, QDate(2027, 6, 3))};

        QTest::newRow("the same twice, in order of days")
            << QList {entryOf(u"B"_s, QDate(2026, 1, 2)), entryOf(u"B"_s, QDate(2026, 1, 2)),
                   entryOf(u"A"_s, QDate(2026, 1, 1))}
            << QList {entry(u"A"_s, QDate(2026, 1, 1)), entry(u"B"_s, QDate(2026, 1, 2))};
        PlannedPost late = entryOf(u"Late"_s, QDate(2026, 10, 31), {}, 2);
        late.time = QTime(23, 0);
        late.zone = u"UTC"_s;
        late.lastsMs = 90 * 60 * 1000;
        QTest::newRow("what begins at 23:00 of UTC is on the next day in winter")
            << QList {late} << QList {entry(u"Late"_s, QDate(2026, 11, 1))};
        PlannedPost night = late;
        night.zone = u"America/New_York"_s; // 04:00 in Berlin
        QTest::newRow("in New York the day before")
            << QList {night} << QList {entry(u"Late"_s, QDate(2026, 11, 1))};
        PlannedPost floating = late;
        floating.zone.clear();
        QTest::newRow("without a zone it is here") << QList {
            floating} << QList {entry(u"Late"_s, QDate(2026, 10, 31), QDate(2026, 11, 1))};
        PlannedPost undated = entryOf(u"Some day"_s, {});
        undated.day.reset();
        QTest::newRow("without a day") << QList {undated} << QList<OverlayDay>();
    }
    void listsDays()
    {
        QFETCH(QList<PlannedPost>, events);
        QFETCH(QList<OverlayDay>, days);
        QCOMPARE(overlayDaysOf(events, years, berlin), days);
    }

    void reachesFromLastYearOn()
    {
        QCOMPARE(
            overlaySpan(QDate(2026, 11, 28)), (DateSpan {QDate(2025, 1, 1), QDate(2032, 1, 1)}));
    }

    void namesAnUnnamedEvent()
    {
        const auto days = overlayDaysOf({entryOf({}, QDate(2026, 1, 1))}, years, berlin);
        QCOMPARE(days.size(), 1);
        QVERIFY(!days.first().name.isEmpty());
    }

    void marksTheDaysThatAreShown()
    {
        const QList<Overlay> overlays {{OverlayId(1), u"Holidays"_s, 2},
            {OverlayId(2), u"Hidden"_s, 3, {}, false}, {OverlayId(3), u"Fairs"_s, 4}};
        const auto on = [](OverlayId overlay, QDate from, QDate to, const QString &name) {
            return OverlayDay {{}, overlay, from, to, name};
        };
        const QList<OverlayDay> days {
            on(OverlayId(3), QDate(2025, 12, 24), QDate(2026, 1, 2), u"Fair"_s),
            on(OverlayId(1), QDate(2026, 1, 1), QDate(2026, 1, 1), u"New Year"_s),
            on(OverlayId(3), QDate(2026, 1, 1), QDate(2026, 1, 1), u"New Year"_s),
            on(OverlayId(2), QDate(2026, 1, 1), QDate(2026, 1, 1), u"Nobody sees it"_s),
            on(OverlayId(1), QDate(2026, 1, 6), QDate(2026, 1, 6), u"Beyond"_s)};
        const DayMarks marks = dayMarks(overlays, days, {QDate(2026, 1, 1), QDate(2026, 1, 6)});
        QCOMPARE(marks.size(), 2);
        QCOMPARE(
            marks.value(QDate(2026, 1, 1)), (QList<DayMark> {{u"New Year"_s, 2}, {u"Fair"_s, 4}}));
        QCOMPARE(marks.value(QDate(2026, 1, 2)), (QList<DayMark> {{u"Fair"_s, 4}}));
        QCOMPARE(namesOf(marks.value(QDate(2026, 1, 1))), u"New Year, Fair"_s);
    }
};

PULLPUSH_TEST(TestOverlayDays)
#include "tst_overlaydays.moc"
