// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rescheduling.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QDate day()
{
    return {2026, 11, 12};
}

/// On a day, with a variant that follows and one with a day and a time of its own.
PostWithVariants planned(std::optional<QTime> time = QTime(9, 0))
{
    PostWithVariants made;
    made.post.id = PostId(1);
    made.post.day = day();
    made.post.time = time;
    Variant follows;
    follows.id = VariantId(10);
    Variant own;
    own.id = VariantId(11);
    own.day = day().addDays(1);
    own.time = QTime(18, 0);
    made.variants = {follows, own};
    return made;
}
} // namespace

class TestRescheduling : public QObject
{
    Q_OBJECT
private slots:
    void movesATileOfItsDay()
    {
        const PostWithVariants moved = movedTo(planned(), day(), day().addDays(7));
        QCOMPARE(moved.post.day, std::optional(day().addDays(7)));
        QCOMPARE(moved.post.time, std::optional(QTime(9, 0)));
        QVERIFY(!moved.variants.at(0).day);
        QCOMPARE(moved.variants.at(1).day, std::optional(day().addDays(1)));
    }

    void movesATileOfAVariantsDay()
    {
        const PostWithVariants moved =
            movedTo(planned(), day().addDays(1), day().addDays(9), QTime(7, 15));
        QCOMPARE(moved.post.day, std::optional(day()));
        QCOMPARE(moved.post.time, std::optional(QTime(9, 0)));
        QCOMPARE(moved.variants.at(1).day, std::optional(day().addDays(9)));
        QCOMPARE(moved.variants.at(1).time, std::optional(QTime(7, 15)));
    }

    void plansAnIdea()
    {
        PostWithVariants idea;
        idea.post.id = PostId(2);
        QCOMPARE(movedTo(idea, {}, day(), QTime(8, 30)).post.day, std::optional(day()));
        QCOMPARE(movedTo(idea, {}, day(), QTime(8, 30)).post.time, std::optional(QTime(8, 30)));
        QVERIFY(!movedTo(idea, {}, day()).post.time);
    }

    void shiftsDaysAndMinutes_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QDate>("expected");
        QTest::addColumn<QTime>("time");
        QTest::newRow("nothing") << 0 << 0 << day() << QTime(9, 0);
        QTest::newRow("a week") << 7 << 0 << day().addDays(7) << QTime(9, 0);
        QTest::newRow("a quarter earlier") << 0 << -15 << day() << QTime(8, 45);
        QTest::newRow("before midnight") << 0 << -9 * 60 - 15 << day().addDays(-1) << QTime(23, 45);
        QTest::newRow("to midnight") << 0 << -9 * 60 << day() << QTime(0, 0);
        QTest::newRow("after midnight") << 1 << 15 * 60 << day().addDays(2) << QTime(0, 0);
        QTest::newRow("two days in minutes") << 0 << 2 * 24 * 60 << day().addDays(2) << QTime(9, 0);
        QTest::newRow("over a change of daylight saving")
            << 140 << 0 << QDate(2027, 4, 1) << QTime(9, 0);
    }
    void shiftsDaysAndMinutes()
    {
        QFETCH(const int, days);
        QFETCH(const int, minutes);
        QFETCH(const QDate, expected);
        QFETCH(const QTime, time);
        const PostWithVariants moved = shifted(planned(), days, minutes);
        QCOMPARE(moved.post.day, std::optional(expected));
        QCOMPARE(moved.post.time, std::optional(time));
        QVERIFY(!moved.variants.at(0).day); // it follows still
        // And back again is what it was.
        QCOMPARE(shifted(moved, -days, -minutes), planned());
    }

    void aTimeOfItsOwnMayLeaveThePostsDay()
    {
        PostWithVariants post = planned();
        post.variants[1].day.reset(); // at 18:00 of the post's day
        const PostWithVariants moved = shifted(post, 0, 8 * 60);
        QCOMPARE(moved.post.day, std::optional(day()));
        QCOMPARE(moved.post.time, std::optional(QTime(17, 0)));
        QCOMPARE(moved.variants.at(1).day, std::optional(day().addDays(1)));
        QCOMPARE(moved.variants.at(1).time, std::optional(QTime(2, 0)));
    }

    void withoutATimeThereIsNoneToShift()
    {
        const PostWithVariants moved = shifted(planned(std::nullopt), 2, 15);
        QCOMPARE(moved.post.day, std::optional(day().addDays(2)));
        QVERIFY(!moved.post.time);
    }

    void takesTheDayAway()
    {
        PostWithVariants made = planned();
        made.variants[1].status = PostStatus::Scheduled;
        const PostWithVariants idea = withoutDay(made);
        QVERIFY(!firstDay(idea));
        QCOMPARE(idea.variants.at(1).status, PostStatus::Approved);
        QVERIFY(validate(idea.post, idea.variants.at(1)));
    }

    void aCampaignMovesWithItsDays()
    {
        Campaign campaign;
        campaign.startsOn = day();
        const Campaign moved = shifted(campaign, 30);
        QCOMPARE(moved.startsOn, std::optional(day().addDays(30)));
        QVERIFY(!moved.endsOn);
    }
};

PULLPUSH_TEST(TestRescheduling)
#include "tst_rescheduling.moc"
