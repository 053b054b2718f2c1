// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plotcanvas.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/printedtable.h"
#include "ui_pipeline/tablepicture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

PaperLook paper(Qt::LayoutDirection direction = Qt::LeftToRight)
{
    const PlotLook look = PlotCanvas::look(false, direction);
    return {look.palette, look.font, look.direction};
}

/// Three rows of a name, a count and many words.
Chart wordy()
{
    Chart chart;
    chart.columns = {{u"figure"_s, u"Figure"_s}, {u"count"_s, u"Count"_s}, {u"what"_s, u"What"_s}};
    for (int row = 0; row < 3; ++row) {
        chart.rows.append({u"Figure %1"_s.arg(row), qint64(row),
            u"so many words that they stand in one line only where there is much room"_s});
    }
    return chart;
}

} // namespace

class TestPrintedTable : public QObject
{
    Q_OBJECT
private slots:
    void rowsStandBelowEachOther_data()
    {
        QTest::addColumn<qreal>("width");
        for (const int width : {200, 320, 480, 1000})
            QTest::addRow("%d", width) << qreal(width);
    }
    void rowsStandBelowEachOther()
    {
        QFETCH(qreal, width);
        const PrintedTable table(wordy(), paper(), width);
        QCOMPARE(table.rowCount(), 3);
        QVERIFY(table.row(0).top() > 0); // below the head
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(table.row(row).width(), width);
            QVERIFY(table.row(row).bottom() <= table.height());
            if (row > 0)
                QCOMPARE(table.row(row).top(), table.row(row - 1).bottom());
        }
    }

    void wordsBreakWhereTheyAreTooWide()
    {
        const PrintedTable wide(wordy(), paper(), 1000);
        const PrintedTable narrow(wordy(), paper(), 320);
        QVERIFY(narrow.row(0).height() > 1.5 * wide.row(0).height());
        QVERIFY(narrow.height() > wide.height());
    }

    void theRestIsCounted()
    {
        const Chart chart = PlotCanvas::chart({}, 30);
        const PrintedTable all(chart, paper(), 400, 30);
        const PrintedTable some(chart, paper(), 400, 10);
        QCOMPARE(all.rowCount(), 30);
        QCOMPARE(some.rowCount(), 10);
        QVERIFY(some.height() > some.row(9).bottom()); // the sentence
        QCOMPARE(all.height(), all.row(29).bottom());
    }

    void itIsAPictureWhereNothingElseIsDrawn()
    {
        Chart chart = PlotCanvas::chart({}, 3);
        QVERIFY(TablePicture::isFor(chart));
        chart.plot = LinePlot(); // a trend of which no rate is known yet
        QVERIFY(TablePicture::isFor(chart));
        const auto picture = PlotPicture::make(chart, PlotCanvas::look(), 400, 300);
        QVERIFY(picture);
        QCOMPARE(picture->marks().size(), 3);
        QCOMPARE(picture->marks()[2].sentence, rowSentence(chart, 2));
        QCOMPARE(picture->size().width(), 400.0);
        const QByteArray svg = PlotCanvas::svg(*picture);
        for (const char *text : {"Name", "Value", "Row 2", "20"})
            QVERIFY2(svg.contains(text), text);
        chart.plot = {};
        for (QList<Figure> &row : chart.rows)
            row[1] = qint64(0);
        QVERIFY(!TablePicture::isFor(chart));
        QVERIFY(!PlotPicture::make(chart, PlotCanvas::look(), 400, 300));
        for (QList<Figure> &row : chart.rows)
            row[1] = u"too few"_s;
        QVERIFY(TablePicture::isFor(chart));
    }

    void fromRightToLeftTheNamesStandAtTheRight()
    {
        const PlotLook look = PlotCanvas::look(false, Qt::RightToLeft);
        Chart chart = PlotCanvas::chart({}, 1);
        const TablePicture picture(chart, look, 600);
        const QImage image = PlotCanvas::image(picture, look);
        const QColor ground = look.palette.color(QPalette::Base);
        const QRect row = picture.marks()[0].area.toRect();
        const QRect right(row.center().x(), row.top(), row.width() / 2, row.height());
        const QRect left(row.left(), row.top(), row.width() / 2, row.height());
        QVERIFY(PlotCanvas::inked(image.copy(right), ground)
            > PlotCanvas::inked(image.copy(left), ground));
    }
};

PULLPUSH_WINDOW_TEST(TestPrintedTable)
#include "tst_printedtable.moc"
