// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/seriesedits.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
Series series(const QString &rule, QDate start = QDate(2026, 3, 2))
{
    Series made;
    made.rule = rule;
    made.start = start; // a Monday
    made.time = QTime(9, 0);
    return made;
}

PostWithVariants post(qint64 id, QDate day)
{
    PostWithVariants made;
    made.post.id = PostId(id);
    made.post.text = u"Tip of the week"_s;
    made.post.day = day;
    made.post.time = QTime(9, 0);
    for (const int channel : {1, 2}) {
        Variant variant;
        variant.id = VariantId(id * 10 + channel);
        variant.post = made.post.id;
        variant.channel = ChannelId(channel);
        made.variants.append(variant);
    }
    return made;
}

/// The user 7, where the first channel wants the approval of somebody else and the second takes 20 characters.
PostEdits::StatusStep strict()
{
    QList<Channel> channels;
    for (const int id : {1, 2}) {
        Channel channel;
        channel.id = ChannelId(id);
        channels.append(channel);
    }
    channels[0].approval = ApprovalRule::SomebodyElse;
    ChannelLimit limit;
    limit.channel = ChannelId(2);
    limit.surface = TimelineSurface.toString();
    limit.field = TextField.toString();
    limit.limit = 20;
    return {.channels = channels,
        .who = UserId(7),
        .rules = {.networks = {}, .limits = {limit}, .campaigns = {}}};
}
} // namespace

class TestSeriesEdits : public QObject
{
    Q_OBJECT
private slots:
    void listsItsDays()
    {
        const auto days = SeriesEdits::daysOf(series(u"FREQ=WEEKLY;COUNT=3"_s));
        QVERIFY(days);
        QCOMPARE(*days, (QList {QDate(2026, 3, 2), QDate(2026, 3, 9), QDate(2026, 3, 16)}));
        // A start that the rule does not give is the first all the same.
        const auto fridays = SeriesEdits::daysOf(series(u"FREQ=WEEKLY;BYDAY=FR;COUNT=2"_s));
        QCOMPARE(*fridays, (QList {QDate(2026, 3, 2), QDate(2026, 3, 6), QDate(2026, 3, 13)}));
        const Series skipping =
            SeriesEdits::skipping(series(u"FREQ=WEEKLY;COUNT=3"_s), QDate(2026, 3, 9));
        QCOMPARE(*SeriesEdits::daysOf(skipping), (QList {QDate(2026, 3, 2), QDate(2026, 3, 16)}));
        QCOMPARE(SeriesEdits::skippedDays(skipping), QList {QDate(2026, 3, 9)});
    }

    void refusesWhatDoesNotEnd_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::newRow("no end") << u"FREQ=DAILY"_s;
        QTest::newRow("too many") << u"FREQ=DAILY;COUNT=501"_s;
        QTest::newRow("no rule") << u"every Monday"_s;
    }
    void refusesWhatDoesNotEnd()
    {
        QFETCH(const QString, rule);
        const auto days = SeriesEdits::daysOf(series(rule));
        QVERIFY(!days);
        QCOMPARE(days.error().code, Error::Code::Rejected);
        QVERIFY(!days.error().message.isEmpty());
    }

    void endsOnADay()
    {
        QCOMPARE(SeriesEdits::endingOn(u"FREQ=WEEKLY;COUNT=10;BYDAY=MO"_s, QDate(2026, 3, 9)),
            u"FREQ=WEEKLY;BYDAY=MO;UNTIL=20260309"_s);
        const auto days = SeriesEdits::daysOf(
            series(SeriesEdits::endingOn(u"FREQ=WEEKLY;UNTIL=20270101"_s, QDate(2026, 3, 9))));
        QCOMPARE(days->size(), 2); // the last day is one of them
    }

    void makesTheSameEditToAnother()
    {
        const PostWithVariants before = post(1, QDate(2026, 3, 2));
        PostWithVariants after = before;
        after.post.text = u"Trick of the week"_s;
        after.post.time = QTime(10, 30);
        after.post.day = QDate(2026, 3, 3);
        after.variants[1].detached = true;
        after.variants[1].text = u"Own"_s;
        PostWithVariants other = post(2, QDate(2026, 3, 9));
        other.post.title = u"Its own title"_s;
        const PostWithVariants changed = SeriesEdits::applied(before, after, other, {});
        QCOMPARE(changed.post.id, PostId(2));
        QCOMPARE(changed.post.text, u"Trick of the week"_s);
        QCOMPARE(changed.post.title, u"Its own title"_s);
        QCOMPARE(changed.post.time, std::optional(QTime(10, 30)));
        QCOMPARE(changed.post.day, std::optional(QDate(2026, 3, 10)));
        QCOMPARE(changed.variants.at(1).id, VariantId(22));
        QCOMPARE(changed.variants.at(1).text, u"Own"_s);
        QVERIFY(changed.variants.at(1).detached);
        QCOMPARE(changed.variants.at(0), other.variants.at(0));
    }

    void addsAndRemovesChannelsByTheirName()
    {
        const PostWithVariants before = post(1, QDate(2026, 3, 2));
        PostWithVariants after = before;
        after.variants.removeFirst();
        Variant added;
        added.id = VariantId(99);
        added.post = PostId(1);
        added.channel = ChannelId(3);
        after.variants.append(added);
        const PostWithVariants other = post(2, QDate(2026, 3, 9));
        const PostWithVariants changed = SeriesEdits::applied(before, after, other, {});
        QCOMPARE(changed.variants.size(), 2);
        QCOMPARE(changed.variants.at(0).channel, ChannelId(2));
        QCOMPARE(changed.variants.at(1).channel, ChannelId(3));
        QVERIFY(changed.variants.at(1).id.isNull()); // the store gives it one
    }

    void picturesOfOneChannelGoToThatChannel()
    {
        const PostWithVariants before = post(1, QDate(2026, 3, 2));
        PostWithVariants after = before;
        PostMedia picture;
        picture.id = PostMediaId(900);
        picture.post = after.post.id;
        picture.variant = after.variants.first().id;
        picture.media = MediaId(9);
        after.media = {picture};
        after.crops = {
            {MediaCropId(901), after.post.id, picture.id, picture.variant, 0, 0, 10, 10}};
        const PostWithVariants other = post(2, QDate(2026, 3, 9));
        const PostWithVariants changed = SeriesEdits::applied(before, after, other, {});
        QCOMPARE(changed.media.size(), 1);
        QVERIFY(changed.media.first().id.isNull());
        QCOMPARE(changed.media.first().media, MediaId(9));
        QCOMPARE(changed.media.first().post, other.post.id);
        QCOMPARE(changed.media.first().variant, other.variants.first().id);
        QVERIFY(changed.crops.isEmpty()); // each occurrence has its own
    }

    void respectsTheStepsOfEach()
    {
        const PostWithVariants before = post(1, QDate(2026, 3, 2));
        PostWithVariants after = before;
        for (Variant &variant : after.variants)
            variant.status = PostStatus::InReview;
        PostWithVariants other = post(2, QDate(2026, 3, 9));
        other.variants[1].status = PostStatus::Approved;
        const PostWithVariants changed = SeriesEdits::applied(before, after, other, {});
        QCOMPARE(changed.variants.at(0).status, PostStatus::InReview);
        QCOMPARE(changed.variants.at(1).status, PostStatus::Approved);
        other.variants[0].status = PostStatus::Posted;
        QCOMPARE(SeriesEdits::applied(before, after, other, {}), other);
    }

    void nothingHindersTheStepsOfOthers()
    {
        PostWithVariants before = post(1, QDate(2026, 3, 2));
        before.variants[0].status = PostStatus::Approved;
        PostWithVariants after = before;
        for (Variant &variant : after.variants)
            variant.status = PostStatus::Scheduled;
        const PostEdits::StatusStep by = strict();
        const auto statuses = [&](const PostWithVariants &other) {
            const PostWithVariants changed = SeriesEdits::applied(before, after, other, by);
            return QList {changed.variants.at(0).status, changed.variants.at(1).status};
        };
        using enum PostStatus;
        PostWithVariants other = post(2, QDate(2026, 3, 9));
        QCOMPARE(statuses(other), (QList {Draft, Scheduled})); // one channel wants an approval
        other.variants[0].status = Approved;
        QCOMPARE(statuses(other), (QList {Scheduled, Scheduled}));
        other.post.text = u"See {link}"_s;
        QCOMPARE(statuses(other), (QList {Approved, Draft}));
        other.post.text = u"Much more than the channel takes"_s;
        QCOMPARE(statuses(other), (QList {Scheduled, Draft}));
        other.post.text = before.post.text;
        other.post.time.reset();
        QCOMPARE(statuses(other), (QList {Approved, Draft}));
        after.post.time = QTime(10, 30); // which it gets with the step
        QCOMPARE(statuses(other), (QList {Scheduled, Scheduled}));
    }

    void approvesNoPostOfTheViewer()
    {
        const PostWithVariants before = post(1, QDate(2026, 3, 2));
        PostWithVariants after = before;
        for (Variant &variant : after.variants)
            variant.status = PostStatus::Approved;
        PostWithVariants other = post(2, QDate(2026, 3, 9));
        other.post.author = strict().who;
        const PostWithVariants own = SeriesEdits::applied(before, after, other, strict());
        QCOMPARE(own.variants.at(0).status, PostStatus::Draft);
        QCOMPARE(own.variants.at(1).status, PostStatus::Approved);
        other.post.author = UserId(8);
        const PostWithVariants anothers = SeriesEdits::applied(before, after, other, strict());
        QCOMPARE(anothers.variants.at(0).status, PostStatus::Approved);
    }

    void thatOneWasPostedSaysNothingOfOthers()
    {
        PostWithVariants before = post(1, QDate(2026, 3, 2));
        before.variants[0].status = before.variants[1].status = PostStatus::Scheduled;
        PostWithVariants after = before;
        for (Variant &variant : after.variants) {
            variant.status = PostStatus::Posted;
            variant.postedAt = 77;
            variant.link = u"https://x.example/1"_s;
        }
        Variant added = after.variants.first();
        added.id = VariantId(99);
        added.channel = ChannelId(3);
        after.variants.append(added);
        PostWithVariants other = post(2, QDate(2026, 3, 9));
        other.variants[1].status = PostStatus::Approved;
        PostWithVariants changed = SeriesEdits::applied(before, after, other, {});
        QCOMPARE(changed.variants.size(), 3);
        QCOMPARE(changed.variants.at(2).status, PostStatus::Draft);
        QCOMPARE(changed.variants.at(2).postedAt, 0);
        QVERIFY(changed.variants.at(2).link.isEmpty());
        changed.variants.removeLast();
        QCOMPARE(changed, other);
    }

    void cropsGoWithTheirPictureAndChannel()
    {
        const auto pictured = [](PostWithVariants made) {
            const qint64 id = made.post.id.value() * 100;
            PostMedia picture;
            picture.id = PostMediaId(id);
            picture.post = made.post.id;
            picture.media = MediaId(9);
            made.media.append(picture);
            for (const Variant &variant : std::as_const(made.variants))
                made.crops.append({MediaCropId(id + variant.channel.value()), made.post.id,
                    picture.id, variant.id, 0, 0, 10, 10});
            return made;
        };
        const PostWithVariants before = pictured(post(1, QDate(2026, 3, 2)));
        PostWithVariants other = pictured(post(2, QDate(2026, 3, 9)));
        PostWithVariants after = before;
        after.media.clear();
        after.crops.clear();
        const PostWithVariants bare = SeriesEdits::applied(before, after, other, {});
        QVERIFY(bare.media.isEmpty());
        QVERIFY(bare.crops.isEmpty());
        after = before;
        after.variants.removeLast();
        after.crops.removeLast();
        PostMedia own; // of the channel that goes, on the other alone
        own.id = PostMediaId(250);
        own.post = other.post.id;
        own.variant = other.variants.last().id;
        own.media = MediaId(10);
        other.media.append(own);
        const PostWithVariants single = SeriesEdits::applied(before, after, other, {});
        QCOMPARE(single.media, QList {other.media.first()});
        QCOMPARE(single.crops, QList {other.crops.first()});
    }
};

PULLPUSH_TEST(TestSeriesEdits)
#include "tst_seriesedits.moc"
