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

    void differenceOfTwo_data()
    {
        QTest::addColumn<qint64>("k");
        QTest::addColumn<qint64>("n");
        QTest::addColumn<qint64>("otherK");
        QTest::addColumn<qint64>("otherN");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10.
        QTest::newRow("a") << qint64(56) << qint64(70) << qint64(48) << qint64(80) << .0524
                           << .3339;
        QTest::newRow("b") << qint64(9) << qint64(10) << qint64(3) << qint64(10) << .1705 << .8090;
        QTest::newRow("e") << qint64(5) << qint64(56) << qint64(0) << qint64(29) << -.0381 << .1926;
    }
    void differenceOfTwo()
    {
        QFETCH(qint64, k);
        QFETCH(qint64, n);
        QFETCH(qint64, otherK);
        QFETCH(qint64, otherN);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto more = difference({k, n}, {otherK, otherN});
        QVERIFY(more);
        QCOMPARE(more->value, double(k) / double(n) - double(otherK) / double(otherN));
        QVERIFY2(qAbs(more->interval.low - low) < .00006,
            qPrintable(QString::number(more->interval.low)));
        QVERIFY2(qAbs(more->interval.high - high) < .00006,
            qPrintable(QString::number(more->interval.high)));
        QCOMPARE(more->isClear(), low > 0);
        const auto less = difference({otherK, otherN}, {k, n});
        QVERIFY(qAbs(less->interval.low + more->interval.high) < 1e-12);
        QVERIFY(!difference({k, n}, {}) && !difference({}, {k, n}));
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
