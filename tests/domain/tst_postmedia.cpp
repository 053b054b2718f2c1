// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postmedia.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr VariantId Blue(11);
constexpr VariantId Red(12);

/// A post with two variants and the media 1 and 2 for both.
PostWithVariants sample()
{
    PostWithVariants post;
    post.post.id = PostId(1);
    for (const VariantId id : {Blue, Red}) {
        Variant variant;
        variant.id = id;
        variant.post = post.post.id;
        post.variants.append(variant);
    }
    post = MediaEdits::with(post, {MediaId(1), MediaId(2)}, {});
    qint64 id = 100;
    for (PostMedia &medium : post.media)
        medium.id = PostMediaId(++id);
    return post;
}

QList<qint64> shown(const PostWithVariants &post, VariantId variant)
{
    QList<qint64> ids;
    const QList<PostMedia> media = mediaOf(post, variant);
    for (const PostMedia &medium : media)
        ids.append(medium.media.value());
    return ids;
}
} // namespace

class TestPostMedia : public QObject
{
    Q_OBJECT
private slots:
    void addsForAllOrForOne()
    {
        PostWithVariants post = MediaEdits::with(sample(), {MediaId(3)}, Blue);
        QCOMPARE(shown(post, Blue), QList<qint64>({1, 2, 3}));
        QCOMPARE(shown(post, Red), QList<qint64>({1, 2}));
        QCOMPARE(shown(post, {}), QList<qint64>({1, 2}));
        post = MediaEdits::with(post, {MediaId(1), MediaId(3)}, Blue); // both are there
        QCOMPARE(post.media.size(), 3);
        post = MediaEdits::with(post, {MediaId(3)}, Red); // but not here
        QCOMPARE(shown(post, Red), QList<qint64>({1, 2, 3}));
    }

    void takesItsCropsAlong()
    {
        PostWithVariants post =
            MediaEdits::cropped(sample(), PostMediaId(101), Blue, {10, 20, 30, 40});
        QCOMPARE(cropOf(post, PostMediaId(101), Blue), QRect(10, 20, 30, 40));
        QVERIFY(!cropOf(post, PostMediaId(101), Red).isValid());
        post = MediaEdits::cropped(post, PostMediaId(101), Blue, {0, 0, 5, 5});
        QCOMPARE(post.crops.size(), 1); // changed, not added
        QVERIFY(MediaEdits::cropped(post, PostMediaId(101), Blue, {}).crops.isEmpty());
        const PostWithVariants without = MediaEdits::without(post, PostMediaId(101));
        QCOMPARE(shown(without, Blue), QList<qint64> {2});
        QVERIFY(without.crops.isEmpty());
        QVERIFY(MediaEdits::showing(post, PostMediaId(101), Red).crops.isEmpty());
        QCOMPARE(MediaEdits::showing(post, PostMediaId(101), Blue).crops.size(), 1);
    }

    void movesAmongThoseThatAreShown()
    {
        PostWithVariants post = MediaEdits::with(sample(), {MediaId(3)}, Red);
        post.media.last().id = PostMediaId(103);
        post = MediaEdits::moved(post, PostMediaId(103), 0, Red);
        QCOMPARE(shown(post, Red), QList<qint64>({3, 1, 2}));
        QCOMPARE(shown(post, Blue), QList<qint64>({1, 2}));
        post = MediaEdits::moved(post, PostMediaId(101), 99, {});
        QCOMPARE(shown(post, Blue), QList<qint64>({2, 1}));
        QCOMPARE(MediaEdits::moved(post, PostMediaId(999), 0, {}), post);
    }

    void movesWherePlacesAreTheSame()
    {
        PostWithVariants post = sample(); // as an import may have left them
        for (PostMedia &medium : post.media)
            medium.position = 0;
        QCOMPARE(
            shown(MediaEdits::moved(post, PostMediaId(102), 0, {}), {}), QList<qint64>({2, 1}));
    }

    void goesWithItsVariant()
    {
        PostWithVariants post = MediaEdits::with(sample(), {MediaId(3)}, Red);
        post.media.last().id = PostMediaId(103);
        post = MediaEdits::cropped(post, PostMediaId(101), Red, {0, 0, 5, 5});
        post = MediaEdits::withoutVariant(post, Red);
        QCOMPARE(post.media.size(), 2);
        QVERIFY(post.crops.isEmpty());
    }

    void leavesOutWhatBelongsToNothing()
    {
        PostWithVariants post = MediaEdits::with(sample(), {MediaId(3)}, Red);
        post.media.last().id = PostMediaId(103);
        for (const qint64 medium : {101, 103, 999})
            post = MediaEdits::cropped(post, PostMediaId(medium), Red, {0, 0, 5, 5});
        post = MediaEdits::cropped(post, PostMediaId(101), Blue, {0, 0, 5, 5});
        PostWithVariants expected = post;
        expected.crops.removeAt(2);
        QCOMPARE(MediaEdits::withoutStrays(post), expected);
        post.variants.removeLast();
        const PostWithVariants blue = MediaEdits::withoutStrays(post);
        QCOMPARE(shown(blue, Red), QList<qint64>({1, 2}));
        QCOMPARE(blue.crops, QList {post.crops.last()});
    }

    void describes()
    {
        const PostWithVariants post = MediaEdits::described(sample(), PostMediaId(102), u"A cup"_s);
        QCOMPARE(post.media.at(1).altText, u"A cup"_s);
        QVERIFY(post.media.first().altText.isEmpty());
    }
};

PULLPUSH_TEST(TestPostMedia)
#include "tst_postmedia.moc"
