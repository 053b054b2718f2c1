// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/wilson.h"
#include "test_support/testprogram.h"

#include <QTest>

class TestWilson : public QObject
{
    Q_OBJECT
private slots:
    void scoreInterval_data()
    {
        QTest::addColumn<qint64>("k");
        QTest::addColumn<qint64>("n");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe 1998, table I, method 3.
        QTest::newRow("81 of 263") << qint64(81) << qint64(263) << .2553 << .3662;
        QTest::newRow("15 of 148") << qint64(15) << qint64(148) << .0624 << .1605;
        QTest::newRow("none of 20") << qint64(0) << qint64(20) << .0 << .1611;
        QTest::newRow("1 of 29") << qint64(1) << qint64(29) << .0061 << .1718;
        QTest::newRow("all of 20") << qint64(20) << qint64(20) << .8389 << 1.;
    }
    void scoreInterval()
    {
        QFETCH(qint64, k);
        QFETCH(qint64, n);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto interval = wilson(k, n);
        QVERIFY(interval);
        QVERIFY2(qAbs(interval->low - low) < .00005, qPrintable(QString::number(interval->low)));
        QVERIFY2(qAbs(interval->high - high) < .00005, qPrintable(QString::number(interval->high)));
    }

    void theEndsAreExact()
    {
        for (const qint64 n : {qint64(1), qint64(3), qint64(8000), qint64(1000000)}) {
            QCOMPARE(wilson(0, n)->low, 0.0);
            QCOMPARE(wilson(n, n)->high, 1.0);
        }
    }

    void nothingIsKnownOfNobody()
    {
        QVERIFY(!wilson(0, 0));
        QVERIFY(!Proportion {}.rate());
        QVERIFY(!Proportion {}.interval());
    }

    void fewAreBelowThirty()
    {
        QVERIFY((Proportion {1, 1}.isFew()));
        QVERIFY((Proportion {29, 29}.isFew()));
        QVERIFY(!(Proportion {0, 30}.isFew()));
    }
};

PULLPUSH_TEST(TestWilson)
#include "tst_wilson.moc"
