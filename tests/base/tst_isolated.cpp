// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/isolated.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The signs that keep words and figures in their order, as ‹ and › to be read.
class IsolatedTest : public QObject
{
    Q_OBJECT
private slots:
    void textIsAnIsland()
    {
        QCOMPARE(readable(isolated(u"34 of 120"_s)), u"‹34 of 120›"_s);
        QCOMPARE(isolated({}), QString());
        // Its own direction is still that of its words, for who asks for it without the signs.
        QVERIFY(!u"34 of 120"_s.isRightToLeft());
    }

    void figuresAreIslands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no such words") << u"12–34 % of 120"_s << u"12–34 % of 120"_s;
        QTest::newRow("range") << u"שלב: 12–34 %"_s << u"שלב: ‹12–34 %›"_s;
        QTest::newRow("range with room") << u"שלב 12 – 34"_s << u"שלב ‹12 – 34›"_s;
        QTest::newRow("two") << u"3 מתוך 40"_s << u"‹3› מתוך ‹40›"_s;
        QTest::newRow("date") << u"עד 2026-03-01"_s << u"עד ‹2026-03-01›"_s;
        QTest::newRow("decimals") << u"ערך 1,234.5\u00a0%."_s << u"ערך ‹1,234.5\u00a0%›."_s;
        QTest::newRow("below zero") << u"ערך −5, +7"_s << u"ערך ‹−5›, ‹+7›"_s;
        QTest::newRow("hyphen of a word") << u"א-5"_s << u"א-‹5›"_s;
        QTest::newRow("their own figures") << u"من ٣–٤"_s << u"من ‹٣–٤›"_s;
        QTest::newRow("beside others") << u"Lost in שלב: 5–7"_s << u"Lost in שלב: ‹5–7›"_s;
    }
    void figuresAreIslands()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(readable(withIsolatedFigures(text)), shown);
    }

private:
    [[nodiscard]] static QString readable(QString text)
    {
        return text.replace(QChar(0x2068), u'‹').replace(QChar(0x2069), u'›');
    }
};

PULLPUSH_TEST(IsolatedTest)
#include "tst_isolated.moc"
