// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/seriesedits.h"

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
        const PostWithVariants changed = SeriesEdits::applied(before, after, other);
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
        const PostWithVariants changed = SeriesEdits::applied(before, after, other);
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
        const PostWithVariants changed = SeriesEdits::applied(before, after, other);
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
        const PostWithVariants changed = SeriesEdits::applied(before, after, other);
        QCOMPARE(changed.variants.at(0).status, PostStatus::InReview);
        QCOMPARE(changed.variants.at(1).status, PostStatus::Approved);
        other.variants[0].status = PostStatus::Posted;
        QCOMPARE(SeriesEdits::applied(before, after, other), other);
    }
};

QTEST_GUILESS_MAIN(TestSeriesEdits)
#include "tst_seriesedits.moc"
