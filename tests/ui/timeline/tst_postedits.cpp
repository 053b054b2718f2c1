// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postedits.h"
#include "sampleposts.h"
#include "ui_timeline/editsession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestPostEdits : public QObject
{
    Q_OBJECT
private slots:
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
