// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT
private slots:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("ascii") << u"  Ada   LOVELACE "_s << u"ada lovelace"_s;
        QTest::newRow("marks") << u"Zürich Ångström"_s << u"zurich angstrom"_s;
        QTest::newRow("stroke") << u"Radosław Đorđe Ærø"_s << u"radoslaw dorde aero"_s;
        QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
        QTest::newRow("greek stays greek") << u"Σοφία"_s << u"σοφια"_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(foldText(text), folded);
    }

    void countsGraphemes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("family") << u"👨‍👩‍👧‍👦"_s << qsizetype(1);
        QTest::newRow("hindi and flag") << u"हिन्दी🇮🇳"_s << qsizetype(3);
        QTest::newRow("thai with emoji") << u"สวัสดี 😀 ชาวโลก"_s << qsizetype(13);
        QTest::newRow("two flags") << u"🇩🇪🇧🇷"_s << qsizetype(2);
        QTest::newRow("empty") << QString() << qsizetype(0);
    }
    void countsGraphemes()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, count);
        QCOMPARE(graphemeCount(text), count);
    }

    void makesTextValid()
    {
        bool changed = true;
        QCOMPARE(validText(u"a\r\nb\rc"_s, &changed), u"a\nb\nc"_s);
        QVERIFY(!changed);
        const QString lone = u"x"_s + QChar(0xD800) + u"y"_s + QChar(u'\0');
        QCOMPARE(validText(lone, &changed), u"x\uFFFDy\uFFFD"_s);
        QVERIFY(changed);
        QCOMPARE(validText(u"😀"_s), u"😀"_s);
    }
};

PULLPUSH_TEST(TestText)
#include "tst_text.moc"
