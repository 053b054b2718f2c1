// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/approvals.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const UserId Author(1);
const UserId Other(2);

PostWithVariants postOf(qint64 id, std::optional<QDate> day, const QList<PostStatus> &statuses)
{
    PostWithVariants made;
    made.post.id = PostId(id);
    made.post.text = u"Words"_s;
    made.post.author = Author;
    made.post.day = day;
    for (int i = 0; i < statuses.size(); ++i) {
        Variant variant;
        variant.id = VariantId(id * 10 + i);
        variant.post = made.post.id;
        variant.channel = ChannelId(i + 1); // anybody, somebody else, no rule
        variant.status = statuses.at(i);
        made.variants << variant;
    }
    return made;
}

QList<Channel> channels()
{
    const ApprovalRule rules[] {
        ApprovalRule::Anybody, ApprovalRule::SomebodyElse, ApprovalRule::None};
    QList<Channel> made;
    for (const ApprovalRule rule : rules) {
        Channel channel;
        channel.id = ChannelId(made.size() + 1);
        channel.approval = rule;
        made << channel;
    }
    return made;
}

ChannelLimit limitOf(ChannelId channel, qint64 most)
{
    ChannelLimit limit;
    limit.channel = channel;
    limit.surface = TimelineSurface.toString();
    limit.field = TextField.toString();
    limit.limit = most;
    return limit;
}

QList<qint64> variantsOf(const QList<DuePost> &waiting)
{
    QList<qint64> ids;
    for (const DuePost &entry : waiting)
        ids << entry.variant.value();
    return ids;
}
} // namespace

class TestApprovals : public QObject
{
    Q_OBJECT
private slots:
    void asksWhomTheRuleAllows()
    {
        const QList<PostWithVariants> posts {
            postOf(7, {}, {PostStatus::InReview, PostStatus::InReview, PostStatus::InReview})};
        const auto ofWhom = [&posts](UserId who) {
            return variantsOf(approvalsFor(who, posts, channels(), QTimeZone::utc()));
        };
        QCOMPARE(ofWhom(Other), (QList<qint64> {70, 71, 72}));
        QCOMPARE(ofWhom(Author), (QList<qint64> {70, 72})); // not one's own where the rule says so
    }

    void leavesOutWhatIsNotInReviewAndOrdersByTime()
    {
        const QList<PostWithVariants> posts {postOf(1, {}, {PostStatus::InReview}),
            postOf(2, QDate(2026, 3, 4), {PostStatus::InReview}),
            postOf(3, QDate(2026, 3, 2), {PostStatus::InReview}),
            postOf(4, QDate(2026, 3, 1), {PostStatus::Draft}),
            postOf(5, QDate(2026, 3, 1), {PostStatus::Retired})};
        QCOMPARE(variantsOf(approvalsFor(Other, posts, channels(), QTimeZone::utc())),
            (QList<qint64> {30, 20, 10}));
    }

    void knowsNoChannelThatIsGone()
    {
        QVERIFY(approvalsFor(Other, {postOf(1, {}, {PostStatus::InReview})}, {}, QTimeZone::utc())
                    .isEmpty());
    }

    void answersOnlyForWhatOneMayApprove()
    {
        const PostWithVariants post =
            postOf(7, {}, {PostStatus::InReview, PostStatus::InReview, PostStatus::Draft});
        const PostWithVariants mine = reviewed(post, PostStatus::Approved, Author, channels(), {});
        QCOMPARE(mine.variants.at(0).status, PostStatus::Approved);
        QCOMPARE(mine.variants.at(1).status, PostStatus::InReview);
        QCOMPARE(mine.variants.at(2).status, PostStatus::Draft);
        const PostWithVariants theirs =
            reviewed(post, PostStatus::ChangesRequested, Other, channels(), {});
        QCOMPARE(theirs.variants.at(1).status, PostStatus::ChangesRequested);
    }

    void approvesNoWordsThatCannotGoOut()
    {
        const PostWithVariants post = postOf(7, {}, {PostStatus::InReview, PostStatus::InReview});
        const QList<Channel> all = channels();
        WordRules rules;
        QCOMPARE(hindranceToApproval(post, Other, all, rules), Obstacle::None);
        rules.limits << limitOf(all.first().id, post.post.text.size() - 1);
        QCOMPARE(hindranceToApproval(post, Other, all, rules), Obstacle::TooLong);
        const PostWithVariants approved = reviewed(post, PostStatus::Approved, Other, all, rules);
        QCOMPARE(approved.variants.at(0).status, PostStatus::InReview);
        QCOMPARE(approved.variants.at(1).status, PostStatus::Approved);
        // It waits on, to be sent back.
        QCOMPARE(variantsOf(approvalsFor(Other, {post}, all, QTimeZone::utc())),
            (QList<qint64> {70, 71}));
        const PostWithVariants back =
            reviewed(post, PostStatus::ChangesRequested, Other, all, rules);
        QCOMPARE(back.variants.at(0).status, PostStatus::ChangesRequested);
    }
};

PULLPUSH_TEST(TestApprovals)
#include "tst_approvals.moc"
