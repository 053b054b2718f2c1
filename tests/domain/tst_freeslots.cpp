// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/freeslots.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

PostingSlot slot(int weekday, QTime time, const QString &queue = {}, qint64 channel = 1)
{
    PostingSlot made;
    made.channel = ChannelId(channel);
    made.weekday = weekday;
    made.time = time;
    made.queue = queue;
    return made;
}

/// Mondays and Thursdays at nine, Thursdays at five for the queue "tips".
FreeSlotQuery query(QDate day, QTime time)
{
    FreeSlotQuery made;
    made.postingSlots = {slot(4, QTime(17, 0), u"tips"_s), slot(4, QTime(9, 0)),
        slot(1, QTime(9, 0)), slot(2, QTime(8, 0), QString(), 2)};
    made.channel = ChannelId(1);
    made.zone = berlin();
    made.after = localToInstant(day, time, berlin());
    return made;
}
} // namespace

class TestFreeSlots : public QObject
{
    Q_OBJECT
private slots:
    void listsThePlacesOfAChannel()
    {
        // 9 November 2026 is a Monday.
        const auto places = slotTimes(query({2026, 11, 9}, {}).postingSlots, ChannelId(1),
            QDate(2026, 11, 10), QDate(2026, 11, 17));
        QCOMPARE(places.size(), 3);
        QCOMPARE(places.at(0), (SlotTime {QDate(2026, 11, 12), QTime(9, 0), QString()}));
        QCOMPARE(places.at(1), (SlotTime {QDate(2026, 11, 12), QTime(17, 0), u"tips"_s}));
        QCOMPARE(places.at(2), (SlotTime {QDate(2026, 11, 16), QTime(9, 0), QString()}));
    }

    void offersTheFirstThatIsFree()
    {
        FreeSlotQuery wanted = query(QDate(2026, 11, 9), QTime(9, 0));
        // The slot of this very moment has passed.
        QCOMPARE(nextFreeSlot(wanted)->day, QDate(2026, 11, 12));
        wanted.taken = {localToInstant(QDate(2026, 11, 12), QTime(9, 0), berlin())};
        QCOMPARE(nextFreeSlot(wanted)->time, QTime(17, 0));
        wanted.queue = QString(); // the ordinary one alone
        QCOMPARE(nextFreeSlot(wanted)->day, QDate(2026, 11, 16));
        wanted.queue = u"tips"_s;
        QCOMPARE(nextFreeSlot(wanted)->day, QDate(2026, 11, 12));
        wanted.queue = u"none such"_s;
        QVERIFY(!nextFreeSlot(wanted));
        wanted.channel = ChannelId(9);
        QVERIFY(!nextFreeSlot(wanted));
    }

    void nineStaysNineOverAChangeOfDaylightSaving()
    {
        // Berlin's clocks go back on 25 October 2026.
        FreeSlotQuery wanted = query(QDate(2026, 10, 22), QTime(18, 0));
        const auto place = nextFreeSlot(wanted);
        QCOMPARE(*place, (SlotTime {QDate(2026, 10, 26), QTime(9, 0), QString()}));
        wanted.taken = {QDateTime(QDate(2026, 10, 26), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch()};
        QCOMPARE(nextFreeSlot(wanted)->day, QDate(2026, 10, 29));
    }

    void whatIsPlannedTakesItsPlaceWhateverItsZone()
    {
        PostWithVariants post;
        post.post.day = QDate(2026, 11, 12);
        post.post.time = QTime(3, 0);
        post.post.zone = u"America/New_York"_s; // nine in Berlin
        Variant variant;
        variant.channel = ChannelId(1);
        post.variants = {variant, variant, variant};
        post.variants[1].status = PostStatus::Retired;
        post.variants[2].channel = ChannelId(2);
        const QList<qint64> taken = takenInstants({post}, ChannelId(1), berlin());
        QCOMPARE(taken, QList {localToInstant(QDate(2026, 11, 12), QTime(9, 0), berlin())});
        FreeSlotQuery wanted = query(QDate(2026, 11, 9), QTime(9, 0));
        wanted.taken = taken;
        QCOMPARE(nextFreeSlot(wanted)->time, QTime(17, 0));
    }

    void aChannelsZoneIsItsSlots()
    {
        Channel channel;
        QCOMPARE(slotZone(channel, berlin()), berlin());
        channel.zone = u"Asia/Tokyo"_s;
        QCOMPARE(slotZone(channel, berlin()).id(), QByteArray("Asia/Tokyo"));
        channel.zone = u"Nowhere/Else"_s;
        QCOMPARE(slotZone(channel, berlin()), berlin());
    }
};

PULLPUSH_TEST(TestFreeSlots)
#include "tst_freeslots.moc"
