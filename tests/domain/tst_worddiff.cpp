// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/worddiff.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {
/// "same [-removed-] {+added+}"
QString shown(const QList<DiffRun> &runs)
{
    QString text;
    for (const DiffRun &run : runs) {
        switch (run.kind) {
        case DiffRun::Kind::Same:
            text += run.text;
            break;
        case DiffRun::Kind::Removed:
            text += "[-"_L1 + run.text + "-]"_L1;
            break;
        case DiffRun::Kind::Added:
            text += "{+"_L1 + run.text + "+}"_L1;
            break;
        }
    }
    return text;
}
} // namespace

class TestWordDiff : public QObject
{
    Q_OBJECT
private slots:
    void comparesWordByWord_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("both empty") << QString() << QString() << QString();
        QTest::newRow("the same") << u"One two."_s << u"One two."_s << u"One two."_s;
        QTest::newRow("all new") << QString() << u"One"_s << u"{+One+}"_s;
        QTest::newRow("all gone") << u"One"_s << QString() << u"[-One-]"_s;
        QTest::newRow("a word in place of another")
            << u"We roast on Mondays."_s << u"We roast on Tuesdays."_s
            << u"We roast on [-Mondays-]{+Tuesdays+}."_s;
        QTest::newRow("a word more")
            << u"We roast."_s << u"We gently roast."_s << u"We {+gently +}roast."_s;
        QTest::newRow("emoji stay whole")
            << u"Thanks 👨‍👩‍👧‍👦"_s << u"Thanks 👩‍🎤"_s
            << u"Thanks [-👨‍👩‍👧‍👦-]{+👩‍🎤+}"_s;
        QTest::newRow("without spaces")
            << u"今日は良い"_s << u"今日は悪い"_s << u"今日は[-良い-]{+悪い+}"_s;
    }
    void comparesWordByWord()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, expected);
        QCOMPARE(shown(wordDiff(before, after)), expected);
    }

    void longTextsThatHaveLittleInCommonAreNotCompared()
    {
        QString before = u"Begin "_s;
        QString after = before;
        for (int i = 0; i < 20000; ++i) {
            before += u"old%1 "_s.arg(i);
            after += u"new%1 "_s.arg(i);
        }
        const QList<DiffRun> runs = wordDiff(before + u"end"_s, after + u"end"_s);
        QCOMPARE(runs.size(), 4);
        QCOMPARE(runs.at(0), (DiffRun {DiffRun::Kind::Same, u"Begin "_s}));
        QCOMPARE(runs.at(1).kind, DiffRun::Kind::Removed);
        QCOMPARE(runs.at(2).kind, DiffRun::Kind::Added);
        QCOMPARE(runs.at(3), (DiffRun {DiffRun::Kind::Same, u" end"_s}));
        // A word in a long text is found all the same.
        QCOMPARE(wordDiff(before, QString(before).replace(u"old777 "_s, u"777 "_s)).size(), 4);
    }

    void eitherTextCanBePutTogetherAgain()
    {
        std::mt19937 random(7);
        const QStringList words {u"pull"_s, u"push"_s, u" "_s, u"\n"_s, u"é"_s, u"🇵🇱"_s, u"."_s};
        const auto text = [&] {
            QString made;
            const auto length = random() % 40;
            for (quint32 i = 0; i < length; ++i)
                made += words.at(qsizetype(random() % quint32(words.size())));
            return made;
        };
        for (int round = 0; round < 500; ++round) {
            const QString before = text();
            const QString after = text();
            QString first;
            QString second;
            const QList<DiffRun> runs = wordDiff(before, after);
            for (const DiffRun &run : runs) {
                if (run.kind != DiffRun::Kind::Added)
                    first += run.text;
                if (run.kind != DiffRun::Kind::Removed)
                    second += run.text;
            }
            QCOMPARE(first, before);
            QCOMPARE(second, after);
        }
    }
};

PULLPUSH_TEST(TestWordDiff)
#include "tst_worddiff.moc"
