// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/slotwords.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSlotWords : public QObject
{
    Q_OBJECT
private slots:
    void readsTimes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << u"  "_s << QString();
        QTest::newRow("hours alone") << u"9"_s << u"09:00"_s;
        QTest::newRow("in any order") << u"17:30, 9.00"_s << u"09:00, 17:30"_s;
        QTest::newRow("with queues")
            << u"9:00 tips;17:30  long reads"_s << u"09:00 tips, 17:30 long reads"_s;
        QTest::newRow("twice") << u"9:00, 09:00"_s << u"09:00"_s;
        QTest::newRow("the same time in two queues")
            << u"9:00, 9:00 tips"_s << u"09:00, 09:00 tips"_s;
    }
    void readsTimes()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, expected);
        const auto found = slotsOf(words, 3);
        QVERIFY(found);
        QCOMPARE(slotWords(*found, 3), expected);
        QVERIFY(slotWords(*found, 4).isEmpty());
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("words") << u"morning"_s;
        QTest::newRow("25 hours") << u"9:00, 25:00"_s;
        QTest::newRow("61 minutes") << u"9:61"_s;
    }
    void refusesWhatIsNoTime()
    {
        QFETCH(const QString, words);
        const auto found = slotsOf(words, 1);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Error::Code::Rejected);
    }

    void whatStaysKeepsItsId()
    {
        PostingSlot had;
        had.id = PostingSlotId(7);
        had.weekday = 2;
        had.time = QTime(9, 0);
        const auto found = slotsOf(u"9:00, 10:00"_s, 2, {had});
        QCOMPARE(found->at(0).id, PostingSlotId(7));
        QVERIFY(found->at(1).id.isNull());
    }
};

PULLPUSH_TEST(TestSlotWords)
#include "tst_slotwords.moc"
