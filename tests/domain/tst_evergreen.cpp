// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evergreen.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
const QTimeZone berlin("Europe/Berlin");

Channel channel(qint64 id, const QString &zone = {})
{
    Channel made;
    made.id = ChannelId(id);
    made.zone = zone;
    return made;
}

PostingSlot slot(int weekday, QTime time, qint64 channel = 1, const QString &queue = {})
{
    PostingSlot made;
    made.channel = ChannelId(channel);
    made.weekday = weekday;
    made.time = time;
    made.queue = queue;
    return made;
}

PostWithVariants evergreen(
    qint64 id, int coolDown, const QList<qint64> &channels = {1}, const QString &queue = {})
{
    PostWithVariants made;
    made.post.id = PostId(id);
    made.post.coolDownDays = coolDown;
    made.post.evergreenQueue = queue;
    for (const qint64 channel : channels) {
        Variant variant;
        variant.id = VariantId(id * 100 + channel);
        variant.channel = ChannelId(channel);
        made.variants << variant;
    }
    return made;
}

PostWithVariants repetition(qint64 id, qint64 of, QDate day, QTime time, qint64 channel = 1)
{
    PostWithVariants made = evergreen(id, 0, {channel});
    made.post.evergreen = PostId(of);
    made.post.day = day;
    made.post.time = time;
    return made;
}

/// Every day at nine on channel 1, for two weeks from Monday, 2 November 2026 on.
EvergreenQuery query()
{
    EvergreenQuery made;
    made.channels = {channel(1), channel(2, u"America/New_York"_s)};
    for (int weekday = 1; weekday <= 7; ++weekday)
        made.postingSlots << slot(weekday, QTime(9, 0));
    made.zone = berlin;
    made.days = {QDate(2026, 11, 2), QDate(2026, 11, 16)};
    return made;
}

/// "2=1,9=1": the day of the month and which post comes.
QString told(const QList<EvergreenProposal> &proposals)
{
    QStringList list;
    for (const EvergreenProposal &proposal : proposals)
        list << QString::number(proposal.slot.day.day()) + u'=' + proposal.source.toString();
    return list.join(u',');
}
} // namespace

class TestEvergreen : public QObject
{
    Q_OBJECT
private slots:
    void fills_data()
    {
        QTest::addColumn<EvergreenQuery>("query");
        QTest::addColumn<QString>("proposals");

        EvergreenQuery made = query();
        QTest::newRow("no evergreen post") << made << QString();
        made.evergreens = {evergreen(1, 0)};
        QTest::newRow("one that does not come again") << made << QString();
        made.evergreens = {evergreen(1, 7)};
        QTest::newRow("once a week") << made << u"2=1,9=1"_s;
        made.evergreens = {evergreen(1, 3), evergreen(2, 5)};
        QTest::newRow("the least recently used first, then the older")
            << made << u"2=1,3=2,5=1,8=2,9=1,12=1,13=2,15=1"_s;
        made.evergreens = {evergreen(2, 30), evergreen(1, 30)};
        made.repetitions = {repetition(9, 1, {2026, 9, 1}, QTime(9, 0))};
        QTest::newRow("what was never used before what was") << made << u"2=2,3=1"_s;

        made = query();
        made.evergreens = {evergreen(1, 7)};
        made.repetitions = {repetition(9, 1, {2026, 10, 30}, QTime(17, 0))};
        QTest::newRow("rests after what was before the days") << made << u"6=1,13=1"_s;
        made.repetitions = {repetition(9, 1, {2026, 11, 18}, QTime(17, 0))};
        QTest::newRow("and before what comes after them") << made << u"2=1,9=1"_s;
        made.repetitions = {repetition(9, 1, {2026, 11, 15}, QTime(17, 0))};
        QTest::newRow("within the days too") << made << u"2=1"_s;
        made.repetitions.first().variants.first().status = PostStatus::Retired;
        QTest::newRow("what is retired never was") << made << u"2=1,9=1"_s;
        made.repetitions = {};
        made.evergreens.first().post.day = QDate(2026, 11, 3);
        made.evergreens.first().post.time = QTime(9, 0);
        QTest::newRow("the post itself counts") << made << u"10=1"_s;

        made = query();
        made.evergreens = {evergreen(1, 1)};
        made.planned = {repetition(8, 5, {2026, 11, 3}, QTime(9, 0))};
        made.after = localToInstant(QDate(2026, 11, 2), QTime(9, 0), berlin);
        made.days.to = QDate(2026, 11, 5);
        QTest::newRow("neither what is taken nor what is past") << made << u"4=1"_s;

        made = query();
        made.evergreens = {evergreen(1, 1, {1}, u"tips"_s)};
        QTest::newRow("its own queue alone") << made << QString();
        made.postingSlots << slot(3, QTime(12, 0), 1, u"tips"_s)
                          << slot(4, QTime(9, 0), 1, u"tips"_s);
        QTest::newRow("its queue's slots") << made << u"4=1,5=1,11=1,12=1"_s;
        made.evergreens << evergreen(2, 1);
        made.days = {QDate(2026, 11, 5), QDate(2026, 11, 6)};
        QTest::newRow("two queues with a slot at the same time") << made << u"5=2"_s;

        made = query();
        made.evergreens = {evergreen(1, 1)};
        made.evergreens.first().variants.first().status = PostStatus::Retired;
        QTest::newRow("retired on the channel") << made << QString();
    }
    void fills()
    {
        QFETCH(EvergreenQuery, query);
        QFETCH(QString, proposals);
        QCOMPARE(told(fillFreeSlots(query)), proposals);
    }

    void restsOnEachChannelByItsOwnClocks()
    {
        EvergreenQuery made = query();
        made.postingSlots = {
            slot(1, QTime(9, 0)), slot(1, QTime(3, 0), 2), slot(2, QTime(20, 0), 2)};
        made.days.to = QDate(2026, 11, 9);
        made.evergreens = {evergreen(1, 7, {1, 2})};
        const auto proposals = fillFreeSlots(made);
        // Nine in Berlin is three in New York: one post for both.
        QCOMPARE(proposals.size(), 1);
        QCOMPARE(proposals.first().channels, (QList {ChannelId(1), ChannelId(2)}));
        QCOMPARE(proposals.first().at, localToInstant(QDate(2026, 11, 2), QTime(9, 0), berlin));
        QCOMPARE(proposals.first().lastUsed, 0);
    }

    void makesADraft()
    {
        PostWithVariants source = evergreen(1, 7, {1, 2}, u"tips"_s);
        source.post.title = u"Tip"_s;
        source.post.series = SeriesId(4);
        source.variants[0].status = PostStatus::Posted;
        source.variants[0].postedAt = 5;
        source.variants[0].detached = true;
        source.variants[0].text = u"Own words"_s;
        source.media = {{PostMediaId(1), PostId(1), {}, MediaId(1), 0, {}},
            {PostMediaId(2), PostId(1), source.variants[1].id, MediaId(2), 1, {}}};
        source.crops = {{MediaCropId(1), PostId(1), PostMediaId(1), source.variants[0].id},
            {MediaCropId(2), PostId(1), PostMediaId(2), source.variants[1].id}};
        const PostWithVariants draft = repetitionOf(source,
            {PostId(1), {ChannelId(1)}, {QDate(2026, 11, 4), QTime(12, 0), u"tips"_s}},
            u"Europe/Paris"_s);
        QVERIFY(draft.post.id.isNull());
        QCOMPARE(draft.post.evergreen, PostId(1));
        QVERIFY(!isEvergreen(draft.post));
        QVERIFY(draft.post.series.isNull());
        QCOMPARE(plannedTime(draft.post, draft.variants.first()),
            (PlannedTime {QDate(2026, 11, 4), QTime(12, 0), u"Europe/Paris"_s}));
        QCOMPARE(draft.variants.size(), 1);
        QCOMPARE(draft.variants.first().status, PostStatus::Draft);
        QCOMPARE(draft.variants.first().postedAt, 0);
        QCOMPARE(draft.variants.first().text, u"Own words"_s);
        QCOMPARE(draft.media.size(), 1);
        QCOMPARE(draft.crops.size(), 1);
    }

    void neverBreaksItsPromises()
    {
        const bool holds = rc::check("cool-down kept, no slot twice, same again", [] {
            using rc::gen::inRange;
            EvergreenQuery made = query();
            made.postingSlots.clear();
            const QStringList queues {QString(), u"tips"_s};
            const int slotCount = *inRange(0, 12);
            for (int i = 0; i < slotCount; ++i)
                made.postingSlots << slot(*inRange(1, 8),
                    QTime(*inRange(0, 24), *inRange(0, 2) * 30), *inRange(1, 3),
                    queues.at(*inRange(0, 2)));
            const int posts = *inRange(0, 6);
            for (int i = 1; i <= posts; ++i) {
                made.evergreens << evergreen(i, *inRange(0, 12), {1, 2}, queues.at(*inRange(0, 2)));
                const int times = *inRange(0, 3);
                for (int n = 0; n < times; ++n)
                    made.repetitions << repetition(100 + i * 10 + n, i,
                        QDate(2026, 10, 20).addDays(*inRange(0, 40)), QTime(*inRange(0, 24), 0),
                        *inRange(1, 3));
            }
            made.after =
                localToInstant(QDate(2026, 11, 2).addDays(*inRange(0, 5)), QTime(9, 0), berlin);
            const auto proposals = fillFreeSlots(made);
            RC_ASSERT(proposals == fillFreeSlots(made));
            std::ranges::reverse(made.evergreens); // the order of what is given says nothing
            RC_ASSERT(proposals == fillFreeSlots(made));
            QHash<ChannelId, QSet<qint64>> used;
            for (const Channel &channel : std::as_const(made.channels)) {
                const auto taken = takenInstants(made.repetitions, channel.id, made.zone);
                used[channel.id] = {taken.begin(), taken.end()};
            }
            auto all = made.repetitions;
            for (const EvergreenProposal &proposal : proposals) {
                RC_ASSERT(proposal.at > made.after);
                for (const ChannelId on : proposal.channels) {
                    RC_ASSERT(!used[on].contains(proposal.at));
                    used[on].insert(proposal.at);
                    all << repetition(1000 + qint64(all.size()), proposal.source.value(),
                        localDay(proposal.at, QTimeZone::utc()),
                        QDateTime::fromMSecsSinceEpoch(proposal.at, Qt::UTC).time(), on.value());
                    all.last().post.zone = u"UTC"_s;
                }
            }
            for (const PostWithVariants &source : std::as_const(made.evergreens)) {
                for (const Channel &channel : std::as_const(made.channels)) {
                    QList<PostWithVariants> own = all;
                    own.removeIf([&](const PostWithVariants &post) {
                        return post.post.evergreen != source.post.id;
                    });
                    const QTimeZone zone = slotZone(channel, made.zone);
                    const auto uses = takenInstants(own, channel.id, made.zone);
                    for (const EvergreenProposal &proposal : proposals) {
                        if (proposal.source != source.post.id
                            || !proposal.channels.contains(channel.id))
                            continue;
                        for (const qint64 use : uses) {
                            if (use != proposal.at)
                                RC_ASSERT(
                                    qAbs(localDay(use, zone).daysTo(localDay(proposal.at, zone)))
                                    >= source.post.coolDownDays);
                        }
                    }
                }
            }
        });
        QVERIFY(holds);
    }
};

PULLPUSH_TEST(TestEvergreen)
#include "tst_evergreen.moc"
