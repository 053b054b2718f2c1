// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channellimits.h"
#include "domain/networktraits.h"
#include "domain/workflow.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const UserId Author(1);
const UserId Colleague(2);

PostWithVariants post(PostStatus status, bool timed = true)
{
    PostWithVariants made;
    made.post.id = PostId(1);
    made.post.author = Author;
    made.post.text = u"Common words"_s;
    made.post.day = QDate(2026, 11, 12);
    if (timed)
        made.post.time = QTime(9, 0);
    for (const int id : {10, 11}) {
        Variant variant;
        variant.id = VariantId(id);
        variant.channel = ChannelId(id);
        variant.status = status;
        made.variants.append(variant);
    }
    return made;
}
} // namespace

Q_DECLARE_METATYPE(Obstacle)

class TestWorkflow : public QObject
{
    Q_OBJECT
private slots:
    void openPlaceholdersStandInTheWay()
    {
        using enum PostStatus;
        PostWithVariants made = post(InReview);
        const auto obstacle = [&made](PostStatus to) {
            return obstacleTo(to, made.post, made.variants.first(), nullptr, Author, {});
        };
        made.post.text = u"See {link}"_s;
        QCOMPARE(obstacle(Approved), Obstacle::OpenPlaceholder);
        QCOMPARE(obstacle(Draft), Obstacle::None);
        made.post.link = u"https://example.org"_s;
        QCOMPARE(obstacle(Approved), Obstacle::None);
        made.variants.first().firstComment = u"Hi {name}"_s;
        QCOMPARE(obstacle(Approved), Obstacle::OpenPlaceholder);
    }

    void wordsThatCannotGoOutStandInTheWay()
    {
        using enum PostStatus;
        PostWithVariants made = post(InReview);
        Channel channel;
        channel.id = ChannelId(10);
        channel.network = u"youtube"_s;
        WordRules rules;
        const auto obstacle = [&](PostStatus to) {
            return obstacleTo(to, made.post, made.variants.first(), &channel, Author, rules);
        };
        QCOMPARE(obstacle(Approved), Obstacle::None);
        ChannelLimit limit;
        limit.channel = channel.id;
        limit.surface = TimelineSurface.toString();
        limit.field = TextField.toString();
        limit.limit = made.post.text.size() - 1;
        rules.limits << limit;
        QCOMPARE(obstacle(Approved), Obstacle::TooLong);
        QCOMPARE(obstacle(ChangesRequested), Obstacle::None);
        made.variants.first().status = Approved;
        QCOMPARE(obstacle(Scheduled), Obstacle::TooLong);
        QCOMPARE(obstacle(Posted), Obstacle::None); // the channel took it
        rules.limits.first().field = FirstCommentField.toString();
        QCOMPARE(obstacle(Scheduled), Obstacle::None);
        made.variants.first().firstComment = made.post.text;
        QCOMPARE(obstacle(Scheduled), Obstacle::CommentTooLong);
        rules.limits.clear();
        QCOMPARE(obstacle(Scheduled), Obstacle::None);
        made.post.text += traitsOf(channel.network).forbidden.at(0);
        QCOMPARE(obstacle(Scheduled), Obstacle::NotTaken);
    }

    void knowsWhatStandsInTheWay_data()
    {
        using enum PostStatus;
        QTest::addColumn<PostStatus>("from");
        QTest::addColumn<PostStatus>("to");
        QTest::addColumn<ApprovalRule>("rule");
        QTest::addColumn<qint64>("who");
        QTest::addColumn<bool>("timed");
        QTest::addColumn<Obstacle>("obstacle");
        const auto row = [](const char *name, PostStatus from, PostStatus to, ApprovalRule rule,
                             UserId who, bool timed, Obstacle obstacle) {
            QTest::newRow(name) << from << to << rule << who.value() << timed << obstacle;
        };
        row("no rule", Draft, Scheduled, ApprovalRule::None, Author, true, Obstacle::None);
        row("no time", Draft, Scheduled, ApprovalRule::None, Author, false, Obstacle::NeedsTime);
        row("not in the table", Idea, Posted, ApprovalRule::None, Author, true,
            Obstacle::NoSuchStep);
        row("wants approval", Draft, Scheduled, ApprovalRule::Anybody, Author, true,
            Obstacle::NeedsApproval);
        row("approved", Approved, Scheduled, ApprovalRule::Anybody, Author, true, Obstacle::None);
        row("by oneself", InReview, Approved, ApprovalRule::Anybody, Author, true, Obstacle::None);
        row("not by oneself", InReview, Approved, ApprovalRule::SomebodyElse, Author, true,
            Obstacle::NeedsSomebodyElse);
        row("not around the review", Draft, Approved, ApprovalRule::SomebodyElse, Author, true,
            Obstacle::NeedsSomebodyElse);
        row("by a colleague", InReview, Approved, ApprovalRule::SomebodyElse, Colleague, true,
            Obstacle::None);
        row("off the schedule", Scheduled, Approved, ApprovalRule::SomebodyElse, Author, true,
            Obstacle::None);
        row("what was scheduled is posted", Scheduled, Posted, ApprovalRule::SomebodyElse, Author,
            true, Obstacle::None);
        row("back to draft", Approved, Draft, ApprovalRule::SomebodyElse, Author, true,
            Obstacle::None);
    }
    void knowsWhatStandsInTheWay()
    {
        QFETCH(const PostStatus, from);
        QFETCH(const PostStatus, to);
        QFETCH(const ApprovalRule, rule);
        QFETCH(const qint64, who);
        QFETCH(const bool, timed);
        QFETCH(const Obstacle, obstacle);
        const PostWithVariants made = post(from, timed);
        Channel channel;
        channel.approval = rule;
        QCOMPARE(
            obstacleTo(to, made.post, made.variants.first(), &channel, UserId(who), {}), obstacle);
    }

    void everyStepLeadsSomewhereFromWhichOneCanGoOn()
    {
        using enum PostStatus;
        for (const PostStatus from :
            {Idea, Draft, InReview, ChangesRequested, Approved, Scheduled, Posted, Retired}) {
            const QList<PostStatus> next = allowedTransitions(from);
            QVERIFY(!next.isEmpty());
            QVERIFY(!next.contains(from));
        }
        QCOMPARE(allowedTransitions(Posted), QList {Retired}); // what happened has happened
    }

    void keepsWhatIsSentOnOncePerText()
    {
        const PostWithVariants before = post(PostStatus::Draft);
        PostWithVariants after = post(PostStatus::InReview);
        QList<TextVersion> kept = versionsToKeep(before, after);
        QCOMPARE(kept.size(), 1); // both follow the common words
        QCOMPARE(kept.first().text, u"Common words"_s);
        QVERIFY(kept.first().variant.isNull());
        QCOMPARE(kept.first().status, PostStatus::InReview);
        after.variants[1].detached = true;
        after.variants[1].text = u"Own words"_s;
        kept = versionsToKeep(before, after);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.at(1).variant, VariantId(11));
        QCOMPARE(kept.at(1).text, u"Own words"_s);
        QVERIFY(versionsToKeep(after, after).isEmpty());
        QVERIFY(versionsToKeep(after, before).isEmpty()); // back to draft
    }
};

PULLPUSH_TEST(TestWorkflow)
#include "tst_workflow.moc"
