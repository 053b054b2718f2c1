// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/planupdate.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPlanUpdate : public QObject
{
    Q_OBJECT

    static PostWithVariants known()
    {
        PostWithVariants post;
        post.post.id = PostId(7);
        post.post.title = u"Title"_s;
        post.post.text = u"Text"_s;
        post.post.day = QDate(2026, 5, 3);
        post.post.time = QTime(9, 0);
        post.post.zone = u"Asia/Tokyo"_s;
        for (const qint64 id : {8, 9}) {
            Variant variant;
            variant.id = VariantId(id);
            variant.post = post.post.id;
            post.variants << variant;
        }
        return post;
    }

private slots:
    void keepsWhatTheFileLeavesEmpty()
    {
        const PostWithVariants before = known();
        QCOMPARE(asTold({before, before}, {}, VariantId(8)), before);
        QVERIFY(editsBetween(before, before).isEmpty());
    }

    void takesWhatTheFileTells()
    {
        PlannedPost row;
        row.text = u"New"_s;
        row.day = QDate(2026, 5, 4);
        row.ownText = u"Own"_s;
        row.ownTime = QTime(10, 0);
        row.detached = true;
        const PostWithVariants before = known();
        const PostWithVariants after = asTold({before, before}, row, VariantId(9));
        QCOMPARE(after.post.title, u"Title"_s);
        QCOMPARE(after.post.text, u"New"_s);
        QCOMPARE(after.post.time, QTime(9, 0));
        QVERIFY(after.post.zone.isEmpty()); // a day without a zone is one of the workspace
        QCOMPARE(after.variants.at(0), before.variants.at(0));
        QVERIFY(after.variants.at(1).detached);
        QCOMPARE(after.variants.at(1).text, u"Own"_s);
        const RowEdits edits = editsBetween(before, after);
        QCOMPARE(edits.size(), 2);
        QCOMPARE(edits.at(0).id, 7);
        QCOMPARE(edits.at(0).after.size(), 3);
        QCOMPARE(edits.at(1).id, 9);
    }

    void leavesToOneRowWhatAnotherRepeats()
    {
        PostWithVariants before = known();
        before.post.zone.clear();
        before.variants[1].text = u"Own"_s;
        PlannedPost edited;
        edited.title = u"Title"_s;
        edited.text = u"New"_s;
        edited.day = QDate(2026, 5, 4);
        edited.time = QTime(9, 0);
        edited.coolDownDays = 30;
        PlannedPost repeated;
        repeated.title = u"Title"_s;
        repeated.text = u"Text"_s;
        repeated.day = QDate(2026, 5, 3);
        repeated.time = QTime(9, 0);
        repeated.ownText = u"Own, new"_s;
        const PostWithVariants first = asTold({before, before}, edited, VariantId(8));
        const PostWithVariants both = asTold({before, first}, repeated, VariantId(9));
        QCOMPARE(both.post, first.post);
        QCOMPARE(both.post.text, u"New"_s);
        QCOMPARE(both.post.day, QDate(2026, 5, 4));
        QCOMPARE(both.variants.at(1).text, u"Own, new"_s);
        // Whichever row comes first.
        const PostWithVariants other = asTold({before, before}, repeated, VariantId(9));
        QCOMPARE(asTold({before, other}, edited, VariantId(8)), both);
    }

    void leavesWhatIsFurtherThanADraft()
    {
        PostWithVariants post = known();
        QVERIFY(isDraft(post));
        post.variants[1].status = PostStatus::ChangesRequested;
        QVERIFY(isDraft(post));
        post.variants[1].status = PostStatus::InReview;
        QVERIFY(!isDraft(post));
    }
};

PULLPUSH_TEST(TestPlanUpdate)
#include "tst_planupdate.moc"
