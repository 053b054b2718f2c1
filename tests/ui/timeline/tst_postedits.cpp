// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "ui_timeline/editsession.h"
#include "ui_timeline/postedits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestPostEdits : public QObject
{
    Q_OBJECT
private slots:
    void movesPostAndOwnDays()
    {
        const QDate day(2026, 11, 12);
        PostWithVariants made =
            on(on(post(1, u"a"_s, day, QTime(9, 0)), 1, PostStatus::Draft), 2, PostStatus::Draft);
        made.variants[1].day = day.addDays(1);
        const PostWithVariants moved = PostEdits::movedToDay(made, day, day.addDays(7));
        QCOMPARE(moved.post.day, std::optional(day.addDays(7)));
        QCOMPARE(moved.post.time, made.post.time);
        QCOMPARE(moved.variants.at(1).day, std::optional(day.addDays(1)));
        const PostWithVariants own = PostEdits::movedToDay(made, day.addDays(1), day.addDays(9));
        QCOMPARE(own.post.day, std::optional(day));
        QCOMPARE(own.variants.at(1).day, std::optional(day.addDays(9)));
        const PostWithVariants planned = PostEdits::movedToDay(post(2, u"idea"_s, {}), {}, day);
        QCOMPARE(planned.post.day, std::optional(day));
    }

    void takesTheDayAway()
    {
        PostWithVariants made =
            on(post(1, u"a"_s, QDate(2026, 11, 12), QTime(9, 0)), 1, PostStatus::Scheduled);
        made.variants[0].day = QDate(2026, 11, 13);
        const PostWithVariants idea = PostEdits::withoutDay(made);
        QVERIFY(!idea.post.day);
        QVERIFY(!idea.variants.first().day);
        QCOMPARE(idea.variants.first().status, PostStatus::Approved);
        QVERIFY(validate(idea.post, idea.variants.first()));
    }

    void copiesAsADraft()
    {
        PostWithVariants made = on(post(1, u"a"_s, QDate(2026, 11, 12)), 1, PostStatus::Posted);
        made.variants[0].postedAt = 5;
        made.variants[0].link = u"https://example.org/1"_s;
        const PostWithVariants copy =
            PostEdits::copyOf(made, PostId(9), [] { return VariantId(90); });
        QCOMPARE(copy.post.id, PostId(9));
        QCOMPARE(copy.variants.first().id, VariantId(90));
        QCOMPARE(copy.variants.first().post, PostId(9));
        QCOMPARE(copy.variants.first().status, PostStatus::Draft);
        QCOMPARE(copy.variants.first().postedAt, 0);
        QVERIFY(copy.variants.first().link.isEmpty());
        QCOMPARE(copy.post.title, made.post.title);
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
};

QTEST_GUILESS_MAIN(TestPostEdits)
#include "tst_postedits.moc"
