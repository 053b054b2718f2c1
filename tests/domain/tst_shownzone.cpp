// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rescheduling.h"
#include "domain/shownzone.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr auto Berlin = "Europe/Berlin";
constexpr auto NewYork = "America/New_York";
constexpr auto Tokyo = "Asia/Tokyo";
constexpr auto Kiritimati = "Pacific/Kiritimati"; // UTC+14: the first to see a day

const QList<Channel> channels {{ChannelId(1), u"x"_s, u"Berlin"_s, {}, 0, {}},
    {ChannelId(2), u"x"_s, u"New York"_s, {}, 1, QString::fromLatin1(NewYork)},
    {ChannelId(3), u"x"_s, u"Tokyo"_s, {}, 2, QString::fromLatin1(Tokyo)}};

ShownZone zone(ShownZone::Kind kind, const char *chosen = "")
{
    return {kind, QTimeZone(Berlin), channels, QTimeZone(chosen)};
}

PostWithVariants post(
    QDate day, std::optional<QTime> time, const QString &zone = {}, const QList<qint64> &on = {1})
{
    PostWithVariants made;
    made.post.id = PostId(1);
    made.post.day = day;
    made.post.time = time;
    made.post.zone = zone;
    for (const qint64 channel : on) {
        Variant variant;
        variant.id = VariantId(100 + channel);
        variant.channel = ChannelId(channel);
        made.variants << variant;
    }
    return made;
}

QString wall(const PlannedTime &time)
{
    return time.day->toString(Qt::ISODate)
        + (time.time ? time.time->toString(u" HH:mm"_s) : QString());
}

QString wall(const PostWithVariants &post, qsizetype variant)
{
    return wall(plannedTime(post.post, post.variants.at(variant)));
}
} // namespace

class TestShownZone : public QObject
{
    Q_OBJECT
private slots:
    void showsTimes_data()
    {
        QTest::addColumn<QString>("zone"); // of the post
        QTest::addColumn<QString>("planned");
        QTest::addColumn<QString>("from"); // where somebody looks from
        QTest::addColumn<QString>("shown");
        const QString none;
        const auto ny = QString::fromLatin1(NewYork);
        const auto berlin = QString::fromLatin1(Berlin);
        const auto line = QString::fromLatin1(Kiritimati);

        QTest::newRow("at home") << none << u"2026-03-02T09:00"_s << berlin
                                 << u"2026-03-02 09:00"_s;
        QTest::newRow("six hours") << none << u"2026-03-02T09:00"_s << ny << u"2026-03-02 03:00"_s;
        // New York changes its clocks on 8 March 2026, Berlin on 29 March.
        QTest::newRow("five hours for three weeks")
            << none << u"2026-03-16T09:00"_s << ny << u"2026-03-16 04:00"_s;
        QTest::newRow("six again") << none << u"2026-03-30T09:00"_s << ny << u"2026-03-30 03:00"_s;
        QTest::newRow("the other way in autumn")
            << ny << u"2026-10-28T09:00"_s << berlin << u"2026-10-28 14:00"_s;
        QTest::newRow("and back") << ny << u"2026-11-02T09:00"_s << berlin << u"2026-11-02 15:00"_s;
        QTest::newRow("an hour that does not exist moves on")
            << none << u"2026-03-29T02:30"_s << berlin << u"2026-03-29 02:30"_s;
        QTest::newRow("and is seen as it comes")
            << none << u"2026-03-29T02:30"_s << ny << u"2026-03-28 21:30"_s;
        QTest::newRow("to the day before")
            << none << u"2026-05-01T03:00"_s << ny << u"2026-04-30 21:00"_s;
        QTest::newRow("over the date line")
            << ny << u"2026-12-31T06:00"_s << line << u"2027-01-01 01:00"_s;
        QTest::newRow("a whole day is a day everywhere")
            << ny << u"2026-12-31"_s << line << u"2026-12-31"_s;
        QTest::newRow("a zone that nobody knows is the team's")
            << u"Mars/Base"_s << u"2026-03-02T09:00"_s << ny << u"2026-03-02 03:00"_s;
    }
    void showsTimes()
    {
        QFETCH(QString, zone);
        QFETCH(QString, planned);
        QFETCH(QString, from);
        QFETCH(QString, shown);
        const QString time = planned.section(u'T', 1);
        const PostWithVariants original = post(QDate::fromString(planned.left(10), Qt::ISODate),
            time.isEmpty() ? std::nullopt : std::optional(QTime::fromString(time, u"HH:mm"_s)),
            zone);
        const ShownZone view = ::zone(ShownZone::Kind::Chosen, from.toLatin1().constData());
        const PostWithVariants seen = view.shown(original);
        QCOMPARE(wall(plannedTime(seen.post)), shown);
        QCOMPARE(wall(seen, 0), shown);
        // Who moves nothing writes nothing.
        QCOMPARE(view.written(original, seen), original);
    }

    void showsEachChannelInItsOwn()
    {
        const ShownZone audience = zone(ShownZone::Kind::Audience);
        const PostWithVariants seen =
            audience.shown(post({2026, 5, 1}, QTime(21, 0), {}, {1, 2, 3}));
        QCOMPARE(wall(seen, 0), u"2026-05-01 21:00"_s);
        QCOMPARE(wall(seen, 1), u"2026-05-01 15:00"_s);
        QCOMPARE(wall(seen, 2), u"2026-05-02 04:00"_s); // in Tokyo it is tomorrow
        QCOMPARE(wall(plannedTime(seen.post)), u"2026-05-01 21:00"_s);
        QCOMPARE(audience.of(ChannelId(3)).id(), QByteArray(Tokyo));
        QCOMPARE(audience.base().id(), QByteArray(Berlin));
    }

    void leavesHomeAlone()
    {
        const QList<PostWithVariants> posts {post({2026, 5, 1}, QTime(21, 0))};
        const auto seen = zone(ShownZone::Kind::Workspace).shown(posts);
        QCOMPARE(seen, posts);
        QVERIFY(seen.isSharedWith(posts));
    }

    void writesInThePostsOwnZone_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QDate>("to"); // a drag to this day …
        QTest::addColumn<std::optional<QTime>>("time"); // … and this time, as they are shown
        QTest::addColumn<QString>("written");
        const QString none;
        const auto ny = QString::fromLatin1(NewYork);
        const auto berlin = QString::fromLatin1(Berlin);
        const auto line = QString::fromLatin1(Kiritimati);
        using Time = std::optional<QTime>;
        // All begin at 09:00 of 2 March 2026 in their own zone.
        QTest::newRow("a day later")
            << none << ny << QDate(2026, 3, 3) << Time() << u"2026-03-03 09:00"_s;
        // What somebody sees stays, although the clocks between have changed.
        QTest::newRow("over a change of the clocks")
            << none << ny << QDate(2026, 3, 16) << Time() << u"2026-03-16 08:00"_s;
        QTest::newRow("over both")
            << none << ny << QDate(2026, 3, 30) << Time() << u"2026-03-30 09:00"_s;
        QTest::newRow("to a time of New York")
            << none << ny << QDate(2026, 3, 2) << Time(QTime(18, 0)) << u"2026-03-03 00:00"_s;
        QTest::newRow("to a time of Berlin")
            << ny << berlin << QDate(2026, 3, 3) << Time(QTime(5, 0)) << u"2026-03-02 23:00"_s;
        QTest::newRow("over the date line")
            << ny << line << QDate(2026, 3, 5) << Time(QTime(1, 0)) << u"2026-03-04 06:00"_s;
    }
    void writesInThePostsOwnZone()
    {
        QFETCH(QString, zone);
        QFETCH(QString, from);
        QFETCH(QDate, to);
        QFETCH(std::optional<QTime>, time);
        QFETCH(QString, written);
        const ShownZone view = ::zone(ShownZone::Kind::Chosen, from.toLatin1().constData());
        const PostWithVariants original = post({2026, 3, 2}, QTime(9, 0), zone);
        const PostWithVariants seen = view.shown(original);
        const PostWithVariants moved = movedTo(seen, *seen.post.day, to, time);
        const PostWithVariants result = view.written(original, moved);
        QCOMPARE(wall(plannedTime(result.post)), written);
        QCOMPARE(result.post.zone, zone);
        QCOMPARE(result.variants, original.variants);
        QCOMPARE(view.shown(result).post.day, std::optional(to)); // it is where it was dropped
    }

    void movesTogetherWhatIsPlannedTogether()
    {
        const ShownZone audience = zone(ShownZone::Kind::Audience);
        const PostWithVariants original = post({2026, 5, 1}, QTime(21, 0), {}, {1, 3});
        const PostWithVariants seen = audience.shown(original);
        // Tokyo's tile of 2 May, dragged a day and to five o'clock.
        const PostWithVariants moved =
            movedTo(seen, QDate(2026, 5, 2), QDate(2026, 5, 3), QTime(5, 0));
        const PostWithVariants result = audience.written(original, moved);
        QCOMPARE(wall(plannedTime(result.post)), u"2026-05-02 22:00"_s);
        QCOMPARE(result.variants, original.variants);
    }

    void movesAVariantWithItsOwnPlanAlone()
    {
        const ShownZone view = zone(ShownZone::Kind::Chosen, Tokyo);
        PostWithVariants original = post({2026, 5, 1}, QTime(9, 0), {}, {1, 2});
        original.variants[1].time = QTime(20, 0); // in Berlin: at three of the next day in Tokyo
        const PostWithVariants seen = view.shown(original);
        QCOMPARE(wall(seen, 1), u"2026-05-02 03:00"_s);
        PostWithVariants result =
            view.written(original, movedTo(seen, QDate(2026, 5, 2), QDate(2026, 5, 4)));
        QCOMPARE(wall(result, 0), u"2026-05-01 09:00"_s);
        QCOMPARE(wall(result, 1), u"2026-05-03 20:00"_s);
        // And the post without it.
        result = view.written(original, movedTo(seen, QDate(2026, 5, 1), QDate(2026, 5, 6)));
        QCOMPARE(wall(result, 0), u"2026-05-06 09:00"_s);
        QCOMPARE(wall(result, 1), u"2026-05-01 20:00"_s);
    }

    void takesTheTimeAway()
    {
        const ShownZone view = zone(ShownZone::Kind::Chosen, NewYork);
        PostWithVariants original = post({2026, 5, 1}, QTime(9, 0));
        original.variants[0].status = PostStatus::Scheduled;
        const PostWithVariants result =
            view.written(original, withoutTime(view.shown(original), QDate(2026, 5, 1)));
        QCOMPARE(wall(plannedTime(result.post)), u"2026-05-01"_s);
        QCOMPARE(result.variants.first().status, PostStatus::Approved);
    }
};

PULLPUSH_TEST(TestShownZone)
#include "tst_shownzone.moc"
