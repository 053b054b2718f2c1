// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/evergreenrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

class TestEvergreenRow : public QObject
{
    Q_OBJECT
private slots:
    void marksAndTakesBack()
    {
        EvergreenRow row;
        row.setQueues({u"tips"_s});
        row.show();
        QSignalSpy changed(&row, &EvergreenRow::changed);
        auto *on = row.findChild<QCheckBox *>(u"evergreen"_s);
        auto *days = row.findChild<QSpinBox *>(u"coolDown"_s);
        auto *queue = row.findChild<QComboBox *>(u"evergreenQueue"_s);
        QVERIFY(!days->isVisible());
        on->click();
        QCOMPARE(changed.takeFirst(), (QVariantList {30, QString()}));
        QVERIFY(days->isVisible());
        days->setValue(14);
        QCOMPARE(changed.takeFirst(), (QVariantList {14, QString()}));
        queue->setCurrentIndex(1);
        emit queue->activated(1);
        QCOMPARE(changed.takeFirst(), (QVariantList {14, u"tips"_s}));
        on->click();
        QCOMPARE(changed.takeFirst(), (QVariantList {0, QString()}));
    }

    void showsAPost()
    {
        EvergreenRow row;
        row.show();
        QSignalSpy changed(&row, &EvergreenRow::changed);
        Post post;
        post.coolDownDays = 7;
        post.evergreenQueue = u"old"_s;
        row.setPost(post);
        auto *queue = row.findChild<QComboBox *>(u"evergreenQueue"_s);
        QCOMPARE(row.findChild<QSpinBox *>(u"coolDown"_s)->value(), 7);
        QCOMPARE(queue->currentData().toString(), u"old"_s); // although no slot serves it
        post.evergreen = PostId(1);
        row.setPost(post);
        QVERIFY(!row.findChild<QCheckBox *>(u"evergreen"_s)->isVisible());
        QCOMPARE(changed.size(), 0);
    }
};

PULLPUSH_WINDOW_TEST(TestEvergreenRow)
#include "tst_evergreenrow.moc"
