// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/labelnames.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLabelNames : public QObject
{
    Q_OBJECT
private slots:
    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("nothing") << u""_s << QStringList {};
        QTest::newRow("only signs") << u" , ;; * \n"_s << QStringList {u"*"_s};
        QTest::newRow("one") << u"  green  tea "_s << QStringList {u"green tea"_s};
        QTest::newRow("commas") << u"vip, eco,press"_s
                                << QStringList {u"vip"_s, u"eco"_s, u"press"_s};
        QTest::newRow("semicolons and lines")
            << u"vip; eco\npress"_s << QStringList {u"vip"_s, u"eco"_s, u"press"_s};
        QTest::newRow("groups") << u"* myContacts ::: Café ::: vip"_s
                                << QStringList {u"myContacts"_s, u"Café"_s, u"vip"_s};
        QTest::newRow("once each")
            << u"Café, CAFE, cafe\u0301, Eco"_s << QStringList {u"Café"_s, u"Eco"_s};
        QTest::newRow("a colon stays") << u"city: Kyiv"_s << QStringList {u"city: Kyiv"_s};
    }
    void names()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        QCOMPARE(labelNames(text), names);
    }
};

PULLPUSH_TEST(TestLabelNames)
#include "tst_labelnames.moc"
