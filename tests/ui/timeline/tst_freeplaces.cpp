// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/freeplaces.h"
#include "ui_timeline/hoursplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestFreePlaces : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        PostingSlot slot;
        slot.channel = ChannelId(1);
        slot.weekday = m_day.dayOfWeek();
        slot.time = QTime(9, 0);
        m_query = {.channels = sources().channels,
            .postingSlots = {slot},
            .posts = {},
            .networks = sources().networks,
            .zone = QTimeZone("Europe/Berlin"),
            .shown = ShownZone(ShownZone::Kind::Workspace, QTimeZone("Europe/Berlin"), {}),
            .days = {m_day, m_day.addDays(14)},
            .after = 0};
    }

    void leavesOutWhatIsTakenOrPast()
    {
        QCOMPARE(freePlaces(m_query).size(), 2);
        QCOMPARE(freePlaces(m_query).constFirst(),
            (FreePlace {m_day, QTime(9, 0), ChannelId(1), u"X"_s, u"Kettle"_s}));
        m_query.posts = {on(post(1, u"a"_s, m_day, QTime(9, 0)), 2, PostStatus::Draft)};
        QCOMPARE(freePlaces(m_query).size(), 2); // on another channel
        m_query.posts = {on(post(1, u"a"_s, m_day, QTime(9, 0)), 1, PostStatus::Draft)};
        QCOMPARE(freePlaces(m_query).size(), 1);
        m_query.after = localToInstant(m_day.addDays(7), QTime(9, 0), m_query.zone);
        QVERIFY(freePlaces(m_query).isEmpty());
        m_query.after = 0;
        m_query.channels.removeFirst(); // not shown
        QVERIFY(freePlaces(m_query).isEmpty());
    }

    void showsAnotherZonesPlacesInItsOwn()
    {
        m_query.channels.first().zone = u"Asia/Tokyo"_s; // eight hours ahead
        QCOMPARE(freePlaces(m_query).constFirst().time, QTime(1, 0));
        m_query.channels.first().zone = u"America/Los_Angeles"_s;
        m_query.postingSlots.first().time = QTime(20, 0);
        // The evening there is the next morning here: last week's is within the span.
        m_query.days = {m_day.addDays(1), m_day.addDays(2)};
        QCOMPARE(freePlaces(m_query).size(), 1);
        QCOMPARE(freePlaces(m_query).constFirst().time, QTime(5, 0));
    }

    void takesNoRoomFromPosts()
    {
        Tile tile;
        tile.post = PostId(1);
        tile.time = QTime(9, 0);
        const QList<FreePlace> places = freePlaces(m_query).mid(0, 1);
        HoursPlan plan = planHours({tile}, {2, 1}, {}, places);
        QCOMPARE(plan.free.size(), 1);
        QCOMPARE(plan.free.first().lane, 1);
        QCOMPARE(plan.timed.first().lanes, 2);
        plan = planHours({tile}, {1, 1}, {}, places);
        QVERIFY(plan.free.isEmpty());
        QVERIFY(plan.hidden.isEmpty() && !plan.timed.first().beside);
        QCOMPARE(hourStops({}, places).at(19), (HourStop {PostId(), QTime(9, 0)}));
        FreePlace odd = places.first();
        odd.time = QTime(9, 10);
        const QList<HourStop> stops = hourStops({tile}, {odd});
        QCOMPARE(stops.at(19), (HourStop {PostId(1), QTime(9, 0)}));
        QCOMPARE(stops.at(20), (HourStop {PostId(), QTime(9, 10)}));
    }

private:
    const QDate m_day {2026, 11, 19};
    FreePlaceQuery m_query;
};

PULLPUSH_TEST(TestFreePlaces)
#include "tst_freeplaces.moc"
