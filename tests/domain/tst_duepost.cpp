// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/duepost.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestDuePost : public QObject
{
    Q_OBJECT
private slots:
    void listsWhatIsScheduledAndPast()
    {
        const QTimeZone berlin("Europe/Berlin");
        PostWithVariants post;
        post.post.id = PostId(1);
        post.post.title = u"Launch"_s;
        post.post.day = QDate(2026, 3, 2);
        post.post.time = QTime(9, 0);
        Variant follows;
        follows.id = VariantId(10);
        follows.status = PostStatus::Scheduled;
        Variant elsewhere = follows;
        elsewhere.id = VariantId(11);
        elsewhere.zone = u"Asia/Tokyo"_s; // nine in Tokyo is one in Berlin
        Variant later = follows;
        later.id = VariantId(12);
        later.time = QTime(17, 0);
        Variant draft = follows;
        draft.id = VariantId(13);
        draft.status = PostStatus::Approved;
        post.variants = {follows, elsewhere, later, draft};
        const auto at = [&](QTime time) {
            const auto due = dueAt({post}, localToInstant(QDate(2026, 3, 2), time, berlin), berlin);
            QList<qint64> ids;
            for (const DuePost &entry : due)
                ids << entry.variant.value();
            return ids;
        };
        QCOMPARE(at(QTime(0, 59)), QList<qint64>());
        QCOMPARE(at(QTime(8, 59)), QList<qint64> {11});
        QCOMPARE(at(QTime(9, 0)), (QList<qint64> {11, 10}));
        QCOMPARE(at(QTime(17, 0)), (QList<qint64> {11, 10, 12}));
        const auto due =
            dueAt({post}, localToInstant(QDate(2026, 3, 2), QTime(9, 0), berlin), berlin);
        QCOMPARE(due.first().text, u"Launch"_s);
    }
};

PULLPUSH_TEST(TestDuePost)
#include "tst_duepost.moc"
