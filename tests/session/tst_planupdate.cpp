// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/planupdate.h"

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
        QCOMPARE(asTold(before, {}, VariantId(8)), before);
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
        const PostWithVariants after = asTold(before, row, VariantId(9));
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

QTEST_GUILESS_MAIN(TestPlanUpdate)
#include "tst_planupdate.moc"
