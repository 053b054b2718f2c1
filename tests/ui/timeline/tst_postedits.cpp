// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postedits.h"
#include "domain/postmedia.h"
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/calendarview.h"
#include "ui_timeline/editsession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

namespace {
/// Two common pictures, of which the first variant crops the first, and one of the second variant alone, a draft.
struct PicturedPost
{
    PostWithVariants post;
    VariantId first;
    VariantId second;
};

PicturedPost pictured(PostStatus status)
{
    PostWithVariants made = on(on(post(1, u"title"_s, {}), 1, status), 2, PostStatus::Draft);
    const VariantId first = made.variants.at(0).id;
    const VariantId second = made.variants.at(1).id;
    made = MediaEdits::with(made, {MediaId(1), MediaId(2)}, {});
    made = MediaEdits::with(made, {MediaId(3)}, second);
    for (qsizetype i = 0; i < made.media.size(); ++i)
        made.media[i].id = PostMediaId(i + 1);
    made = MediaEdits::cropped(made, PostMediaId(1), first, {0, 0, 5, 5});
    made.crops.first().id = MediaCropId(1);
    return {made, first, second};
}
} // namespace

class TestPostEdits : public QObject
{
    Q_OBJECT
private slots:
    void setsTheTimeWhereItLands()
    {
        const QDate day(2026, 11, 12);
        PostWithVariants made = on(
            on(on(post(1, u"a"_s, day, QTime(9, 0)), 1, PostStatus::Draft), 2, PostStatus::Draft),
            3, PostStatus::Scheduled);
        made.variants[0].time = QTime(9, 30);
        made.variants[1].day = day.addDays(1);
        const CalendarSpot spot {day.addDays(2), false, QTime(14, 15)};
        const PostWithVariants moved = movedTo(made, day, spot);
        QCOMPARE(moved.post.day, std::optional(spot.day));
        QCOMPARE(moved.post.time, spot.time);
        QCOMPARE(moved.variants.at(0).time, spot.time); // it had its own
        QVERIFY(!moved.variants.at(1).time); // on another day
        QCOMPARE(moved.variants.at(1).day, made.variants.at(1).day);
        // That other day's tile alone.
        const PostWithVariants own = movedTo(made, day.addDays(1), spot);
        QCOMPARE(own.post, made.post);
        QCOMPARE(own.variants.at(0), made.variants.at(0));
        QCOMPARE(own.variants.at(1).day, std::optional(spot.day));
        QCOMPARE(own.variants.at(1).time, spot.time);
        // A day alone keeps the times; without a time nothing is scheduled.
        QCOMPARE(movedTo(made, day, {spot.day}).post.time, made.post.time);
        const PostWithVariants timeless = movedTo(made, day, {spot.day, false, {}});
        QVERIFY(!timeless.post.time && !timeless.variants.at(0).time);
        QCOMPARE(timeless.variants.at(2).status, PostStatus::Approved);
        const PostWithVariants idea = movedTo(post(2, u"idea"_s, {}), {}, spot);
        QCOMPARE(idea.post.day, std::optional(spot.day));
        QCOMPARE(idea.post.time, spot.time);
    }

    void takesOnlyAllowedSteps_data()
    {
        using enum PostStatus;
        QTest::addColumn<QList<PostStatus>>("statuses");
        QTest::addColumn<PostStatus>("wanted");
        QTest::addColumn<QList<PostStatus>>("after");
        using List = QList<PostStatus>;
        QTest::newRow("one step") << List {Draft} << InReview << List {InReview};
        QTest::newRow("no such step") << List {Idea} << Posted << List();
        QTest::newRow("nothing to change") << List {Draft} << Draft << List();
        QTest::newRow("the rest stays ahead")
            << List {Draft, Posted} << Scheduled << List {Scheduled, Posted};
        QTest::newRow("one would stay behind") << List {Idea, Approved} << Scheduled << List();
        QTest::newRow("retired ones stay")
            << List {Retired, Approved} << Draft << List {Retired, Draft};
        QTest::newRow("all retired") << List {Retired} << Draft << List {Draft};
        QTest::newRow("no channel") << List() << Draft << List();
    }

    void takesOnlyAllowedSteps()
    {
        QFETCH(const QList<PostStatus>, statuses);
        QFETCH(const PostStatus, wanted);
        QFETCH(const QList<PostStatus>, after);
        PostWithVariants made = post(1, u"a"_s, QDate(2026, 11, 12), QTime(9, 0));
        for (const PostStatus status : statuses)
            made = on(made, made.variants.size() + 1, status);
        const auto changed =
            PostEdits::withStatus(made, wanted, {.channels = {}, .who = {}, .now = 77});
        QCOMPARE(changed.has_value(), !after.isEmpty());
        for (qsizetype i = 0; i < after.size(); ++i)
            QCOMPARE(changed->variants.at(i).status, after.at(i));
    }

    void aStatusHasItsConditions()
    {
        const auto step = [](const PostWithVariants &post, PostStatus status) {
            Channel strict;
            strict.id = ChannelId(1);
            strict.approval = ApprovalRule::Anybody;
            return PostEdits::withStatus(post, status, {{strict}, UserId(1), 77});
        };
        const QDate day(2026, 11, 12);
        const PostWithVariants approved = on(post(1, u"a"_s, day), 1, PostStatus::Approved);
        QVERIFY(!step(approved, PostStatus::Scheduled)); // no time
        QCOMPARE(step(approved, PostStatus::Posted)->variants.first().postedAt, 77);
        const PostWithVariants draft = on(post(1, u"a"_s, day, QTime(9, 0)), 1, PostStatus::Draft);
        QVERIFY(!step(draft, PostStatus::Scheduled)); // nobody approved it
        QVERIFY(step(draft, PostStatus::Approved));
        QVERIFY(PostEdits::withStatus(draft, PostStatus::Scheduled, {}));
        PostWithVariants posted = on(post(1, u"a"_s, day), 1, PostStatus::Posted);
        posted.variants[0].postedAt = 5;
        QCOMPARE(step(posted, PostStatus::Retired)->variants.first().postedAt, 5);
    }

    void mergesByField()
    {
        const PostWithVariants base =
            on(on(post(1, u"title"_s, {}), 1, PostStatus::Draft), 2, PostStatus::Draft);
        PostWithVariants mine = base;
        mine.post.text = u"typed"_s;
        mine.variants.removeLast();
        PostWithVariants theirs = on(base, 3, PostStatus::Idea);
        theirs.post.title = u"renamed"_s;
        theirs.post.rowVersion = 2;
        theirs.variants[0].status = PostStatus::InReview;
        const PostWithVariants both = PostEdits::merged(base, mine, theirs);
        QCOMPARE(both.post.text, u"typed"_s);
        QCOMPARE(both.post.title, u"renamed"_s);
        QCOMPARE(both.post.rowVersion, 2);
        QCOMPARE(both.variants.size(), 2);
        QCOMPARE(both.variants.at(0).status, PostStatus::InReview);
        QCOMPARE(both.variants.at(1).channel, ChannelId(3));
        // Nothing of mine: theirs; nothing of theirs: mine.
        QCOMPARE(PostEdits::merged(base, base, theirs), theirs);
        QCOMPARE(PostEdits::merged(base, mine, base), mine);
    }

    void wordsThatAreApprovedStay_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isLocked");
        for (const auto &[status, word] : EnumText<PostStatus>::values)
            QTest::newRow(QByteArray(word.data(), int(word.size())).constData())
                << int(status) << PostEdits::isLocked(status);
    }
    void wordsThatAreApprovedStay()
    {
        QFETCH(int, status);
        QFETCH(bool, isLocked);
        PostWithVariants before =
            on(on(post(1, u"title"_s, {}), 1, PostStatus(status)), 2, PostStatus::Draft);
        before.post.text = u"old"_s;
        PostWithVariants after = before;
        after.post.text = u"new"_s;
        after.variants[0].firstComment = u"new"_s;
        const PostWithVariants kept = PostEdits::keepingLocked(before, after);
        const auto words = [&kept](
                               int at) { return effectiveText(kept.post, kept.variants.at(at)); };
        QCOMPARE(words(0), isLocked ? u"old"_s : u"new"_s);
        QCOMPARE(kept.variants.at(0).firstComment, isLocked ? QString() : u"new"_s);
        QCOMPARE(words(1), u"new"_s);
        // Back to draft the words are free.
        after.variants[0].status = PostStatus::Draft;
        QCOMPARE(PostEdits::keepingLocked(before, after), after);
    }

    void theLinkInApprovedWordsStays()
    {
        PostWithVariants before = on(post(1, u"title"_s, {}), 1, PostStatus::Approved);
        before.post.text = u"See"_s;
        before.post.link = u"https://kettle.example/a"_s;
        PostWithVariants after = before;
        after.post.link = u"https://kettle.example/b"_s;
        QVERIFY(!PostEdits::isLinkLocked(before));
        QCOMPARE(PostEdits::keepingLocked(before, after), after);
        before.post.text = u"See {link}"_s;
        after.post.text = before.post.text;
        QVERIFY(PostEdits::isLinkLocked(before));
        QCOMPARE(PostEdits::keepingLocked(before, after), before);
        before.variants[0].status = PostStatus::Draft;
        QVERIFY(!PostEdits::isLinkLocked(before));
    }

    void picturesOfWhatIsApprovedStay_data()
    {
        using enum PostStatus;
        QTest::addColumn<PostStatus>("before");
        QTest::addColumn<PostStatus>("after");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("draft") << Draft << Draft << false;
        QTest::newRow("in review") << InReview << InReview << false;
        QTest::newRow("approved") << Approved << Approved << true;
        QTest::newRow("scheduled with the step") << Approved << Scheduled << true;
        QTest::newRow("scheduled") << Scheduled << Scheduled << true;
        QTest::newRow("posted") << Posted << Posted << true;
        QTest::newRow("retired") << Retired << Retired << false;
        QTest::newRow("approved with the step") << Draft << Approved << false;
        QTest::newRow("back to draft") << Approved << Draft << false;
    }
    void picturesOfWhatIsApprovedStay()
    {
        QFETCH(const PostStatus, before);
        QFETCH(const PostStatus, after);
        QFETCH(const bool, isKept);
        const PicturedPost sample = pictured(before);
        const PostWithVariants &was = sample.post;
        const auto check = [&](PostWithVariants now) {
            now.variants[0].status = after;
            QCOMPARE(PostEdits::changesLockedMedia(was, now), isKept);
            const PostWithVariants kept = PostEdits::keepingLocked(was, now);
            QCOMPARE(kept.media, isKept ? was.media : now.media);
            QCOMPARE(kept.crops, isKept ? was.crops : now.crops);
        };
        check(MediaEdits::with(was, {MediaId(4)}, {}));
        check(MediaEdits::without(was, PostMediaId(1)));
        check(MediaEdits::moved(was, PostMediaId(2), 0, {}));
        check(MediaEdits::described(was, PostMediaId(2), u"A cup"_s));
        check(MediaEdits::showing(was, PostMediaId(2), sample.second));
        check(MediaEdits::cropped(was, PostMediaId(1), sample.first, {0, 0, 9, 9}));
        check(MediaEdits::cropped(was, PostMediaId(1), sample.first, {}));
    }

    void picturesThatNothingApprovedShowsAreFree()
    {
        const PicturedPost sample = pictured(PostStatus::Approved);
        const PostWithVariants &was = sample.post;
        const auto check = [&was](const PostWithVariants &now) {
            QVERIFY(now != was);
            QVERIFY(!PostEdits::changesLockedMedia(was, now));
            QCOMPARE(PostEdits::keepingLocked(was, now), now);
        };
        check(MediaEdits::with(was, {MediaId(4)}, sample.second));
        check(MediaEdits::without(was, PostMediaId(3)));
        check(MediaEdits::described(was, PostMediaId(3), u"A cup"_s));
        check(MediaEdits::cropped(was, PostMediaId(1), sample.second, {0, 0, 9, 9}));
        PostWithVariants gone = MediaEdits::withoutVariant(was, sample.first);
        gone.variants.removeFirst();
        check(gone);
        // What goes with a draft does not come back with the pictures.
        PostWithVariants single = MediaEdits::withoutVariant(was, sample.second);
        single.variants.removeLast();
        QCOMPARE(
            PostEdits::keepingLocked(was, MediaEdits::without(single, PostMediaId(1))), single);
    }

    void saysWhatHinders()
    {
        const QDate day(2026, 11, 12);
        Channel strict = sources().channels.first();
        strict.approval = ApprovalRule::Anybody;
        const PostEdits::StatusStep by {{strict}, UserId(1), 0};
        const auto hindrance = [&by](const PostWithVariants &post, PostStatus to) {
            return PostEdits::hindranceTo(post, to, by);
        };
        const PostWithVariants timed = on(post(1, u"a"_s, day, QTime(9, 0)), 1, PostStatus::Draft);
        QCOMPARE(hindrance(timed, PostStatus::Scheduled), Obstacle::NeedsApproval);
        QCOMPARE(
            hindrance(on(post(1, u"a"_s, day), 1, PostStatus::Approved), PostStatus::Scheduled),
            Obstacle::NeedsTime);
        QCOMPARE(hindrance(timed, PostStatus::Posted), Obstacle::NoSuchStep);
        QCOMPARE(hindrance(timed, PostStatus::InReview), Obstacle::None);
        QCOMPARE(hindrance(timed, PostStatus::Approved), Obstacle::None);
        PostEdits::StatusStep tight = by;
        ChannelLimit limit;
        limit.channel = strict.id;
        limit.surface = TimelineSurface.toString();
        limit.field = TextField.toString();
        limit.limit = 2;
        tight.rules.limits << limit;
        PostWithVariants words = timed;
        words.post.text = u"Words"_s;
        QCOMPARE(PostEdits::hindranceTo(words, PostStatus::Approved, tight), Obstacle::TooLong);
        QVERIFY(!PostEdits::withStatus(words, PostStatus::Approved, tight));
        QVERIFY(PostEdits::withStatus(words, PostStatus::Approved, by));
    }

    void mergingLeavesNoCropBehind()
    {
        const PicturedPost sample = pictured(PostStatus::Draft);
        const PostWithVariants &base = sample.post;
        // Their crop came while mine took the picture away, or the channel.
        PostWithVariants theirs =
            MediaEdits::cropped(base, PostMediaId(1), sample.second, {0, 0, 9, 9});
        theirs.crops.last().id = MediaCropId(7);
        const PostWithVariants bare =
            PostEdits::merged(base, MediaEdits::without(base, PostMediaId(1)), theirs);
        QCOMPARE(bare, MediaEdits::without(base, PostMediaId(1)));
        PostWithVariants mine = MediaEdits::withoutVariant(base, sample.second);
        mine.variants.removeLast();
        QCOMPARE(PostEdits::merged(base, mine, theirs), mine);
        // Looking on is no edit, whatever is left behind there already.
        theirs.media.removeFirst();
        QCOMPARE(PostEdits::merged(base, base, theirs), theirs);
    }

    void keepsWhatIsTypedOverNews()
    {
        EditSession session;
        const PostWithVariants first = post(1, u"title"_s, {});
        session.load(first);
        QVERIFY(!session.take());
        session.value().post.text = u"typ"_s;
        PostWithVariants news = first;
        news.post.title = u"renamed"_s;
        session.refresh(news);
        QVERIFY(session.isPending());
        const auto edit = session.take();
        QVERIFY(edit);
        QCOMPARE(edit->before, news);
        QCOMPARE(edit->after.post.text, u"typ"_s);
        QCOMPARE(edit->after.post.title, u"renamed"_s);
        QVERIFY(!session.take());
        // The workspace could not keep it: the old value is back.
        session.refresh(news);
        QCOMPARE(session.value(), news);
    }

    void whatWaitsForItsIdIsAddedOnce()
    {
        EditSession session;
        const PostWithVariants first = post(1, u"title"_s, {});
        session.load(first);
        PostLabel label;
        label.post = first.post.id;
        label.label = LabelId(7);
        session.value().labels.append(label);
        QVERIFY(session.take());
        PostWithVariants news = first;
        label.id = PostLabelId(70);
        news.labels = {label};
        session.refresh(news);
        QCOMPARE(session.value(), news);
        QVERIFY(!session.isPending());
    }
};

PULLPUSH_TEST(TestPostEdits)
#include "tst_postedits.moc"
