// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "test_support/testprogram.h"
#include "ui_today/daywords.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDate Today(2026, 11, 20); // a Friday

qint64 daysAgo(int days)
{
    return startOfDay(Today.addDays(-days), QTimeZone::utc()) + 10 * DayMs / 24;
}

DayContext context(bool isMarketing = false)
{
    return {.today = Today,
        .now = daysAgo(0),
        .zone = QTimeZone::utc(),
        .locale = QLocale(u"en_GB"_s),
        .isMarketing = isMarketing,
        .userName = [](UserId) { return u"Ada"_s; }};
}

WorkRow offered(qint64 dueAt)
{
    WorkRow row;
    row.reason = WorkReason::Offered;
    row.handover = Handover();
    row.handover->offeredBy = UserId(2);
    row.handover->offeredAt = daysAgo(3);
    row.handover->dueAt = dueAt;
    row.handover->note = u"Asked for prices"_s;
    return row;
}
} // namespace

class TestDayWords : public QObject
{
    Q_OBJECT
private slots:
    void namesThoseWhoTakePart()
    {
        WorkRow row;
        row.reason = WorkReason::TheyWait;
        row.conversation = Conversation();
        row.company = u"Bakery"_s;
        row.person.id = ProspectId(1);
        row.person.name = u"Nora Field"_s;
        row.conversation->prospect = row.person.id;
        QCOMPARE(DayWords::name(row), u"Nora Field"_s);
        QCOMPARE(DayWords::beside(row), u"Bakery"_s);
        row.others = 2;
        QVERIFY(DayWords::name(row).startsWith(u"Nora Field and 2 other"_s));
        row.person = {};
        row.company.clear();
        row.conversation->prospect = {};
        row.conversation->title = u"Market day"_s;
        row.speaker = u"Ada"_s;
        QVERIFY(DayWords::name(row).startsWith(u"Ada and 2 other"_s));
        QCOMPARE(DayWords::beside(row), u"Market day"_s);
        row.speaker.clear();
        row.others = 0;
        QCOMPARE(DayWords::name(row), u"Market day"_s); // not said twice
        QVERIFY(DayWords::beside(row).isEmpty());
        row.conversation->title.clear();
        QCOMPARE(DayWords::name(row), u"A group chat"_s);
    }

    void tellsWhatComesNext()
    {
        ComingWork coming;
        QCOMPARE(DayWords::nothing(coming, context()),
            u"Nothing waits for you today, and nothing is planned."_s);
        coming.day = Today.addDays(1);
        coming.count = 1;
        coming.first.person.id = ProspectId(1);
        coming.first.person.name = u"Nora Field"_s;
        coming.first.step = FollowUp();
        coming.first.step->what = u"Call"_s;
        const QString one = DayWords::nothing(coming, context());
        QVERIFY2(one.contains(u"Nora Field (Call)"_s), qPrintable(one));
        QVERIFY2(!one.contains(u"more"_s), qPrintable(one));
        coming.count = 3;
        QVERIFY(DayWords::nothing(coming, context()).contains(u"2 more"_s));
        coming.first.step.reset();
        QVERIFY(DayWords::nothing(coming, context()).contains(u"Next: Nora Field, tomorrow"_s));
    }

    void tellsPastDays()
    {
        const QLocale english(u"en_GB"_s);
        QCOMPARE(DayWords::pastDay(Today, Today, english), u"today"_s);
        QCOMPARE(DayWords::pastDay(Today.addDays(-1), Today, english), u"yesterday"_s);
        QCOMPARE(DayWords::pastDay(Today.addDays(-3), Today, english), u"Tuesday"_s);
        QVERIFY(!DayWords::pastDay(Today.addDays(-7), Today, english).contains(u"Friday"_s));
    }

    void tellsWhyAConversationWaits()
    {
        WorkRow row;
        row.reason = WorkReason::TheyWait;
        row.conversation = Conversation();
        row.since = daysAgo(3);
        QCOMPARE(DayWords::why(row, context()), u"Waits since Tuesday"_s);
        row.conversation->unanswered = 2;
        QVERIFY(DayWords::why(row, context()).startsWith(u"Waits since Tuesday, 2 "_s));
        QVERIFY(!DayWords::why(row, context()).contains(u'“'));
        row.words = u"Is there 20 %1 rye?"_s; // no place holder
        QVERIFY(DayWords::why(row, context()).endsWith(u"“Is there 20 %1 rye?”"_s));
        QVERIFY(DayWords::when(row, context()).startsWith(u"3 "_s));
        QVERIFY(!DayWords::isOverdue(row, context()));
    }

    void tellsHowLateAStepIs()
    {
        WorkRow row;
        row.step = FollowUp();
        row.step->what = u"Send the offer"_s;
        row.step->dueOn = Today;
        QCOMPARE(DayWords::why(row, context()), u"Send the offer"_s);
        QCOMPARE(DayWords::when(row, context()), u"today"_s);
        QVERIFY(!DayWords::isOverdue(row, context()));
        row.step->dueOn = Today.addDays(-3);
        QVERIFY(DayWords::when(row, context()).startsWith(u"3 "_s));
        QVERIFY(DayWords::isOverdue(row, context()));
    }

    void tellsTheTimeLeft()
    {
        QCOMPARE(DayWords::when(offered(0), context()), u"Tuesday"_s);
        const QString tuesday = DayWords::when(offered(daysAgo(-4)), context());
        QVERIFY2(
            tuesday.startsWith(u"2 "_s) && tuesday.contains(u"working day"_s), qPrintable(tuesday));
        QCOMPARE(DayWords::when(offered(daysAgo(-2)), context()), u"until the weekend"_s);
        QCOMPARE(DayWords::when(offered(startOfDay(Today.addDays(1), QTimeZone::utc())), context()),
            u"until today"_s);
        QVERIFY(!DayWords::isOverdue(offered(daysAgo(-2)), context()));
        QCOMPARE(DayWords::when(offered(daysAgo(0) + 1), context()), u"until today"_s);
        QCOMPARE(DayWords::when(offered(daysAgo(0) - 1), context()), u"over the limit today"_s);
        QVERIFY(DayWords::when(offered(daysAgo(1)), context()).endsWith(u"over the limit"_s));
        QVERIFY(DayWords::isOverdue(offered(daysAgo(1)), context()));
    }

    void tellsWhatWarmedThem()
    {
        WorkRow row = offered(0);
        QCOMPARE(DayWords::why(row, context()), u"From Ada: Asked for prices"_s);
        for (const int ago : {9, 3, 2, 1}) {
            WarmTouch touch;
            touch.touch.kind = ago == 1 ? TouchKind::Commented : TouchKind::Saw;
            touch.touch.at.ms = daysAgo(ago);
            touch.title = ago == 1 ? u"Summer bread"_s : QString();
            row.touches << touch;
        }
        const QString why = DayWords::why(row, context());
        QVERIFY2(why.startsWith(u"From Ada: commented on “Summer bread” (yesterday) · saw us"_s),
            qPrintable(why));
        QVERIFY2(why.contains(u"· 1 more"_s), qPrintable(why));
    }

    void tellsMarketingWhatBecameOfIt()
    {
        WorkRow row = offered(0);
        QCOMPARE(DayWords::why(row, context(true)), u"Offered to whoever takes it first"_s);
        row.handover->state = HandoverState::Returned;
        row.handover->decidedBy = UserId(3);
        row.handover->decidedAt = daysAgo(1);
        row.handover->reason = u"Too early"_s;
        QCOMPARE(DayWords::why(row, context(true)), u"Returned by Ada: Too early"_s);
        QCOMPARE(DayWords::when(row, context(true)), u"yesterday"_s);
    }

    void tellsAboutPosts()
    {
        WorkRow row;
        row.reason = WorkReason::ToPost;
        row.company = u"Main"_s;
        row.post = DuePost {PostId(1), VariantId(2), ChannelId(3), u"Slow mornings"_s, daysAgo(0)};
        row.since = row.post->at;
        QCOMPARE(row.id(), 2);
        QCOMPARE(DayWords::name(row), u"Slow mornings"_s);
        QCOMPARE(DayWords::why(row, context()), u"To be posted on Main"_s);
        QCOMPARE(DayWords::when(row, context()), u"Today, 10:00"_s);
        QVERIFY(!DayWords::isOverdue(row, context()));
        row.since = daysAgo(1);
        QVERIFY(DayWords::isOverdue(row, context()));
        row.reason = WorkReason::ToApprove;
        row.since = 0; // without a day
        QCOMPARE(DayWords::when(row, context()), QString());
        QVERIFY(!DayWords::isOverdue(row, context()));
    }

    void tellsHowManyMore()
    {
        WorkPage page;
        page.rows << WorkRow();
        page.total = 1205;
        QCOMPARE(DayWords::more(page, context().locale), u"and 1,204 more"_s);
        page.total = WorkPage::MostCounted;
        QCOMPARE(DayWords::more(page, context().locale), u"and more than 9,999 more"_s);
        QCOMPARE(DayWords::unsearched(page, context().locale),
            u"and more than 9,999 more, not searched"_s);
    }

    void isFoundByWhoAndWhatIsToBeDone()
    {
        WorkRow row = offered(0);
        row.company = u"Rye & Sons"_s;
        row.handover->note = u"Asked for prices"_s;
        const QStringList texts = DayWords::searchedTexts(row);
        QVERIFY(texts.contains(DayWords::name(row)));
        QVERIFY(texts.contains(u"Rye & Sons"_s));
        QVERIFY(texts.contains(u"Asked for prices"_s));
        row.handover.reset();
        row.step = FollowUp();
        row.step->what = u"Send samples"_s;
        QVERIFY(DayWords::searchedTexts(row).contains(u"Send samples"_s));
    }
};

PULLPUSH_TEST(TestDayWords)
#include "tst_daywords.moc"
