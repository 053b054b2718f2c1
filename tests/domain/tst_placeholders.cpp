// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/placeholders.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPlaceholders : public QObject
{
    Q_OBJECT
private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("one") << u"Hello {name}!"_s << QStringList {u"name"_s};
        QTest::newRow("case") << u"{Name} {LINK}"_s << QStringList {u"name"_s, u"link"_s};
        QTest::newRow("words") << u"{first name}"_s << QStringList {u"first name"_s};
        QTest::newRow("umlaut") << u"{Größe_2}"_s << QStringList {u"größe_2"_s};
        QTest::newRow("nested") << u"{{name}}"_s << QStringList {u"name"_s};
        QTest::newRow("empty") << u"{}"_s << QStringList {};
        QTest::newRow("number") << u"{1}"_s << QStringList {};
        QTest::newRow("code") << u"{ a: 1 } {a: 1}"_s << QStringList {};
        QTest::newRow("open") << u"{name"_s << QStringList {};
        QTest::newRow("trailing space") << u"{name }"_s << QStringList {};
        QTest::newRow("two lines") << u"{na\nme}"_s << QStringList {};
        QTest::newRow("longest") << u'{' + QString(40, u'a') + u'}'
                                 << QStringList {QString(40, u'a')};
        QTest::newRow("too long") << u'{' + QString(41, u'a') + u'}' << QStringList {};
    }

    void finds()
    {
        QFETCH(QString, text);
        QStringList names;
        const QList<Placeholder> found = findPlaceholders(text);
        for (const Placeholder &one : found) {
            names << one.name;
            QCOMPARE(text.at(one.start), u'{');
            QCOMPARE(text.at(one.end - 1), u'}');
        }
        QTEST(names, "names");
    }

    void fillsWhatIsKnown()
    {
        const QHash<QString, QString> values {{u"a"_s, u"{b}"_s}, {u"b"_s, u"two"_s}};
        QCOMPARE(withPlaceholders(u"{a} {B} {c}."_s, values), u"{b} two {c}."_s);
        QCOMPARE(withPlaceholders({}, values), QString());
    }

    void theLinkIsOpenWithoutOne()
    {
        QCOMPARE(openPlaceholders(u"{link} {name}", true).size(), 1);
        QCOMPARE(openPlaceholders(u"{link} {name}", false).size(), 2);
        QVERIFY(openPlaceholders(u"nothing", false).isEmpty());
    }
};

PULLPUSH_TEST(TestPlaceholders)
#include "tst_placeholders.moc"
