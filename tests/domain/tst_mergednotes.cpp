// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mergednotes.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestMergedNotes : public QObject
{
    Q_OBJECT
private slots:
    void keepsBoth_data();
    void keepsBoth();
};

void TestMergedNotes::keepsBoth_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("merged");
    QTest::newRow("only mine") << u"a"_s << u"a\nb"_s << u"a"_s << u"a\nb"_s;
    QTest::newRow("only theirs") << u"a"_s << u"a"_s << u"a\nc"_s << u"a\nc"_s;
    QTest::newRow("the same") << u"a"_s << u"a\nb"_s << u"a\nb"_s << u"a\nb"_s;
    QTest::newRow("both write at the end") << u"a"_s << u"a\nb"_s << u"a\nc"_s << u"a\nc\nb"_s;
    QTest::newRow("both begin") << QString() << u"b"_s << u"c"_s << u"c\nb"_s;
    QTest::newRow("mine above") << u"a\nm\nz"_s << u"A\nm\nz"_s << u"a\nm\nZ"_s << u"A\nm\nZ"_s;
    QTest::newRow("mine below") << u"a\nm\nz"_s << u"a\nm\nZ"_s << u"A\nm\nz"_s << u"A\nm\nZ"_s;
    QTest::newRow("neighbours") << u"a\nz"_s << u"A\nz"_s << u"a\nZ"_s << u"A\nZ"_s;
    QTest::newRow("the same line")
        << u"a\nm\nz"_s << u"a\nmine\nz"_s << u"a\ntheirs\nz"_s << u"a\ntheirs\nmine\nz"_s;
    QTest::newRow("they took all out") << u"a\nb"_s << u"a\nb\nc"_s << QString() << u"c"_s;
    QTest::newRow("I took out what they changed")
        << u"a\nb"_s << u"a"_s << u"a\nbb"_s << u"a\nbb"_s;
}

void TestMergedNotes::keepsBoth()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QTEST(mergedNotes(base, mine, theirs), "merged");
}

PULLPUSH_TEST(TestMergedNotes)
#include "tst_mergednotes.moc"
