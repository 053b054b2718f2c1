// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/amount.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAmount : public QObject
{
    Q_OBJECT
private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("decimal");
        QTest::addColumn<QString>("currency");
        QTest::newRow("plain") << u"1200"_s << u"1200"_s << QString();
        QTest::newRow("point") << u"0.0"_s << u"0.0"_s << QString();
        QTest::newRow("english") << u"1,234.50"_s << u"1234.50"_s << QString();
        QTest::newRow("german") << u"1.234,50 €"_s << u"1234.50"_s << u"EUR"_s;
        QTest::newRow("thousands alone") << u"1,234"_s << u"1234"_s << QString();
        QTest::newRow("millions") << u"1.234.567"_s << u"1234567"_s << QString();
        QTest::newRow("decimal comma alone") << u"12,5"_s << u"12.5"_s << QString();
        QTest::newRow("less than one") << u"0.125"_s << u"0.125"_s << QString();
        QTest::newRow("swiss") << u"CHF 12'500.05"_s << u"12500.05"_s << u"CHF"_s;
        QTest::newRow("code behind") << u"99 USD"_s << u"99"_s << u"USD"_s;
        QTest::newRow("code in small letters") << u"99 usd"_s << u"99"_s << u"USD"_s;
        QTest::newRow("no-break space") << u"1\u00A0234,5"_s << u"1234.5"_s << QString();
        QTest::newRow("dollar of some country") << u"$ 1,200"_s << u"1200"_s << QString();
        QTest::newRow("minus before the sign") << u"-£3.20"_s << u"-3.20"_s << u"GBP"_s;
        QTest::newRow("arabic digits") << u"١٢"_s << u"12"_s << QString();
        QTest::newRow("word") << u"many"_s << QString() << QString();
        QTest::newRow("empty") << QString() << QString() << QString();
        QTest::newRow("two points in a row") << u"1..2"_s << QString() << QString();
        QTest::newRow("unit that is no currency") << u"12 pieces"_s << QString() << QString();
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, decimal);
        QFETCH(QString, currency);
        const auto amount = parseAmount(text);
        QCOMPARE(amount.has_value(), !decimal.isEmpty());
        if (amount)
            QCOMPARE(*amount, (WrittenAmount {decimal, currency}));
    }

    void countsMinorUnits()
    {
        QCOMPARE(minorUnits(u"12.5"_s, u"EUR"_s), 1250);
        QCOMPARE(minorUnits(u"12"_s, QString()), 1200);
        QCOMPARE(minorUnits(u"-0.015"_s, u"USD"_s), -2);
        QCOMPARE(minorUnits(u"1200.5"_s, u"JPY"_s), 1201);
        QCOMPARE(minorUnits(u"1.2345"_s, u"KWD"_s), 1235);
        QVERIFY(!minorUnits(u"99999999999999999999"_s, u"EUR"_s));
    }
};

PULLPUSH_TEST(TestAmount)
#include "tst_amount.moc"
