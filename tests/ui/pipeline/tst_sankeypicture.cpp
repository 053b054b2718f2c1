// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplemoves.h"
#include "sampleplots.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/sankeypicture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QStringList sentencesOf(const PlotPicture &picture)
{
    QStringList sentences;
    for (const PlotMark &mark : picture.marks())
        sentences.append(mark.sentence);
    return sentences;
}

} // namespace

class TestSankeyPicture : public QObject
{
    Q_OBJECT
private slots:
    void theNamesOfStagesFindRoom()
    {
        const SankeyPicture wide(sampleFlows(), sampleLook(), 1000, 0);
        QCOMPARE(wide.scale(), 1.0);
        const SankeyPicture narrow(SampleMoves::many(), sampleLook(), 420, 0);
        QVERIFY(narrow.scale() < 1);
        QCOMPARE(narrow.size().width(), 420.0);
        const QRectF whole(QPointF(), narrow.size());
        for (const PlotMark &mark : narrow.marks())
            QVERIFY(whole.adjusted(-3, -3, 3, 3).contains(mark.area));
        QVERIFY(paintedSvg(narrow).contains("Warm"));
    }

    void marksSaySomething()
    {
        const SankeyPicture picture(sampleFlows(), sampleLook(), 1000, 0);
        // Four stages, four ribbons between them, who was lost, who is still there, two arcs.
        QCOMPARE(picture.marks().size(), 12);
        QCOMPARE(picture.marks()[0].sentence, u"Cold: 0 in, 100 out."_s);
        QCOMPARE(picture.marks()[0].row, -1);
        for (const PlotMark &mark : picture.marks()) {
            QVERIFY(!mark.sentence.isEmpty());
            QVERIFY(mark.area.width() > 0 && mark.area.height() >= 5);
        }
        const QStringList sentences = sentencesOf(picture);
        QVERIFY(sentences.contains(u"Warm: 70 in, 48 out. Still there: 15."_s));
        QVERIFY(sentences.contains(u"Cold → Warm: Moves 60."_s));
        QVERIFY(sentences.contains(u"Cold → Lost: Moves 30."_s));
        QVERIFY(sentences.contains(u"Warm → Still there: Moves 15."_s));
        QCOMPARE(picture.marks()[11].sentence, u"Warm → Warm: Moves 3."_s);
        QCOMPARE(picture.marks()[11].row, 7);
    }

    void everyRowHasItsMark()
    {
        for (const Chart &chart :
            {SampleMoves::many(), SampleMoves::ofATime(), SampleMoves::withARetiredStage()}) {
            const SankeyPicture picture(chart, sampleLook(), 900, 500);
            QList<int> rows;
            for (const PlotMark &mark : picture.marks()) {
                if (mark.row >= 0)
                    rows.append(mark.row);
            }
            std::ranges::sort(rows);
            QList<int> all;
            for (int row = 0; row < chart.rows.size(); ++row)
                all.append(row);
            QCOMPARE(rows, all);
        }
    }

    void anExitIsToldAsAWhole()
    {
        const SankeyPicture picture(SampleMoves::ofATime(), sampleLook(), 1200, 0);
        QVERIFY(sentencesOf(picture).contains(u"Lost: 150 in all."_s));
        const QByteArray svg = paintedSvg(picture);
        for (const char *text : {"Lost 150", "143 of them still there", "back to Cold: 4"})
            QVERIFY2(svg.contains(text), text);
        const QByteArray forGood =
            paintedSvg(SankeyPicture(SampleMoves::many(), sampleLook(), 1200, 0));
        for (const char *text : {"Lost 776", "all still there"})
            QVERIFY2(forGood.contains(text), text);
    }

    void aRetiredStageIsNamed()
    {
        const Chart chart = SampleMoves::withARetiredStage();
        const SankeyPicture picture(chart, sampleLook(), 1400, 0);
        const QByteArray svg = paintedSvg(picture);
        for (const char *text : {"Stage retired", "From a retired stage 19", "Still there"})
            QVERIFY2(svg.contains(text), text);
        QVERIFY(!sentencesOf(picture).filter(u"Conversation → Stage retired: "_s).isEmpty());
        // Where there is less room the beginning of the name is left, and all of the number.
        const QByteArray narrow = paintedSvg(SankeyPicture(chart, sampleLook(), 420, 0));
        static const QRegularExpression beginning(u">From [^<]+ 19<"_s);
        QVERIFY(beginning.match(QString::fromUtf8(narrow)).hasMatch());
        QVERIFY(!narrow.contains("From a retired stage"));
    }

    void theFrameIsKept_data()
    {
        QTest::addColumn<qreal>("width");
        QTest::addColumn<qreal>("height");
        QTest::newRow("wide") << 900.0 << 500.0;
        QTest::newRow("narrow") << 560.0 << 420.0;
    }
    void theFrameIsKept()
    {
        QFETCH(qreal, width);
        QFETCH(qreal, height);
        for (const Chart &chart :
            {SampleMoves::many(), SampleMoves::ofATime(), SampleMoves::withARetiredStage()}) {
            const SankeyPicture picture(chart, sampleLook(), width, height);
            QVERIFY(picture.size().height() <= height);
            QVERIFY(std::abs(picture.size().width() - width) < 1e-6);
        }
    }

    void somethingIsDrawn()
    {
        for (const bool dark : {false, true}) {
            const PlotLook look = sampleLook(dark);
            const SankeyPicture picture(sampleFlows(), look, 600, 0);
            QVERIFY(coloursIn(paintedImage(picture, look)) > 6);
        }
    }

    void figuresAreText()
    {
        const QByteArray svg = paintedSvg(SankeyPicture(sampleFlows(), sampleLook(), 1200, 0));
        QVERIFY(!svg.contains("<image"));
        // The arrow may come from another font, which makes a text of its own.
        for (const char *text : {"Cold", "100", "Still there", "Warm: 7", "Warm: 3"})
            QVERIFY2(svg.contains(text), text);
    }
};

PULLPUSH_WINDOW_TEST(TestSankeyPicture)
#include "tst_sankeypicture.moc"
