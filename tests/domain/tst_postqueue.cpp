// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postqueue.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QTimeZone berlin("Europe/Berlin");

PostingSlot slot(int weekday, QTime time, const QString &queue = {}, qint64 channel = 1)
{
    PostingSlot made;
    made.channel = ChannelId(channel);
    made.weekday = weekday;
    made.time = time;
    made.queue = queue;
    return made;
}

PostWithVariants post(qint64 id, QDate day, QTime time, const QList<qint64> &channels = {1})
{
    PostWithVariants made;
    made.post.id = PostId(id);
    made.post.day = day;
    made.post.time = time;
    for (const qint64 channel : channels) {
        Variant variant;
        variant.id = VariantId(id * 10 + channel);
        variant.channel = ChannelId(channel);
        made.variants << variant;
    }
    return made;
}

/// Monday, 2 November 2026: slots at nine from Monday to Thursday, at noon on Tuesday for "tips".
QueueQuery query()
{
    QueueQuery made;
    made.channel.id = ChannelId(1);
    made.postingSlots = {slot(1, QTime(9, 0)), slot(2, QTime(9, 0)), slot(3, QTime(9, 0)),
        slot(4, QTime(9, 0)), slot(2, QTime(12, 0), u"tips"_s), slot(1, QTime(8, 0), {}, 2)};
    made.zone = berlin;
    made.days = {QDate(2026, 11, 2), QDate(2026, 11, 9)};
    made.after = localToInstant(QDate(2026, 11, 2), QTime(0, 0), berlin);
    return made;
}

/// "2=1 3= 4=2!": the day of the month, what stands there, "!" where it stays.
QString told(const QList<QueuePlace> &queue)
{
    QStringList list;
    for (const QueuePlace &place : queue)
        list << QString::number(place.slot.day.day()) + u'='
                + (place.post.isNull() ? QString() : place.post.toString())
                + (place.isFixed ? u"!"_s : QString());
    return list.join(u' ');
}
} // namespace

class TestPostQueue : public QObject
{
    Q_OBJECT
private slots:
    void listsQueues()
    {
        Channel one;
        one.id = ChannelId(1);
        Channel two;
        two.id = ChannelId(2);
        Channel none;
        none.id = ChannelId(3);
        const auto queues = queuesOf({one, two, none}, query().postingSlots);
        QCOMPARE(queues,
            (QList<QueueId> {{ChannelId(1), {}}, {ChannelId(1), u"tips"_s}, {ChannelId(2), {}}}));
    }

    void showsWhatStandsInOrder()
    {
        QueueQuery made = query();
        QCOMPARE(told(queueOf(made)), u"2= 3= 4= 5="_s);
        PostWithVariants retired = post(4, {2026, 11, 5}, QTime(9, 0));
        retired.variants.first().status = PostStatus::Retired;
        PostWithVariants out = post(5, {2026, 11, 2}, QTime(9, 0));
        out.variants.first().status = PostStatus::Posted;
        PostWithVariants elsewhere = post(6, {2026, 11, 4}, QTime(3, 0));
        elsewhere.post.zone = u"America/New_York"_s; // nine in Berlin
        made.posts = {post(2, {2026, 11, 3}, QTime(9, 0)), post(1, {2026, 11, 3}, QTime(9, 0)),
            post(3, {2026, 11, 3}, QTime(10, 0)), retired, out, elsewhere};
        QCOMPARE(told(queueOf(made)), u"2=5! 3=1 4=6 5="_s);
        // What is past is shown where something stands there.
        made.after = localToInstant(QDate(2026, 11, 5), QTime(9, 0), berlin);
        QCOMPARE(told(queueOf(made)), u"2=5! 3=1 4=6"_s);
        made.queue = u"tips"_s;
        made.after = 0;
        QCOMPARE(told(queueOf(made)), u"3="_s);
    }

    void knowsWhereToGo()
    {
        const auto place = [](qint64 post, bool fixed = false) {
            QueuePlace made;
            made.post = PostId(post);
            made.isFixed = fixed;
            return made;
        };
        const QList<QueuePlace> queue {
            place(1, true), place(2), place(3, true), place(0), place(4)};
        QCOMPARE(neighbourInQueue(queue, 1, 1), 3); // past what was posted, to a free place
        QCOMPARE(neighbourInQueue(queue, 1, -1), -1);
        QCOMPARE(neighbourInQueue(queue, 4, -1), 3);
        QCOMPARE(neighbourInQueue(queue, 4, 1), -1);
        QCOMPARE(neighbourInQueue(queue, 0, 1), -1); // it stays
        QCOMPARE(neighbourInQueue(queue, 3, 1), -1); // nothing stands there
        QCOMPARE(neighbourInQueue(queue, 9, 1), -1);
    }

    void plansOnAChannel()
    {
        const PlannedTime when {QDate(2026, 11, 5), QTime(9, 0), u"Europe/Paris"_s};
        const auto on = [](const PostWithVariants &post, qsizetype variant) {
            return plannedTime(post.post, post.variants.at(variant));
        };
        const PostWithVariants alone = post(1, {2026, 11, 2}, QTime(8, 0));
        PostWithVariants planned = plannedOn(alone, ChannelId(1), when);
        QCOMPARE(plannedTime(planned.post), when);
        QCOMPARE(planned.variants, alone.variants);
        // With others only the channel's own variant goes.
        const PostWithVariants both = post(1, {2026, 11, 2}, QTime(8, 0), {1, 2});
        planned = plannedOn(both, ChannelId(1), when);
        QCOMPARE(planned.post, both.post);
        QCOMPARE(on(planned, 0), when);
        QCOMPARE(on(planned, 1), on(both, 1));
        // An idea has no time that others could keep.
        PostWithVariants idea = both;
        idea.post.day.reset();
        idea.post.time.reset();
        planned = plannedOn(idea, ChannelId(1), when);
        QCOMPARE(plannedTime(planned.post), when);
        // And one for no channel yet becomes one for this.
        idea.variants.clear();
        planned = plannedOn(idea, ChannelId(2), when);
        QCOMPARE(planned.variants.size(), 1);
        QCOMPARE(planned.variants.first().channel, ChannelId(2));
        QVERIFY(planned.variants.first().id.isNull());
    }
};

PULLPUSH_TEST(TestPostQueue)
#include "tst_postqueue.moc"
