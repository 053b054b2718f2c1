// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plotcanvas.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/printedtable.h"
#include "ui_pipeline/tablepicture.h"

#include <QDate>
#include <QFontMetricsF>
#include <QHash>
#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <utility>

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

constexpr qreal PageWidth = 800;
constexpr int FontPixels = 13; ///< of paper()
constexpr int LeastFontPixels = 9; ///< 70 % of that

/// Two rows of a name and \a shares rates with their intervals.
Chart withShares(int shares)
{
    Chart chart;
    chart.columns = {{u"name"_s, u"Name"_s}};
    chart.rows = {{u"Row 0"_s}, {u"Row 1"_s}};
    for (int share = 0; share < shares; ++share) {
        chart.columns.append({u"share%1"_s.arg(share), u"Share %1, before"_s.arg(share), true});
        chart.rows[0].append(Estimate {0.125, Interval {0.1, 0.15}});
        chart.rows[1].append(Estimate {0.625, Interval {0.5, 0.75}});
    }
    return chart;
}

int partsOf(const PrintedTable &table)
{
    return int(std::ranges::count_if(
        table.cells(), [](const PrintedTable::Cell &cell) { return cell.text == "Name"_L1; }));
}

QString randomWords(int most)
{
    static const QStringList words {u"of"_s, u"Reached"_s, u"customers@harbour-lights.example"_s,
        u"before"_s, u"2026"_s, u"€1,234,567.00"_s};
    QStringList text;
    for (int i = *rc::gen::inRange(1, most + 1); i > 0; --i)
        text << words.at(*rc::gen::inRange(0, int(words.size())));
    return text.join(u' ');
}

Figure randomFigure(int kind)
{
    const int number = *rc::gen::inRange(0, 2'000'000'000);
    const double rate = number / 2e9;
    switch (kind) {
    case 0:
        return qint64(number) * 1000;
    case 1:
        return Proportion {number / 2, number};
    case 2:
        return Estimate {rate, Interval {rate / 2, rate}};
    case 3:
        return Quantity {double(number), Interval {number / 2.0, number * 2.0}};
    case 4:
        return QDate(2026, 1, 1).addDays(number % 1000);
    default:
        return randomWords(6);
    }
}

/// A column of words and up to twenty of any kind.
Chart randomTable()
{
    Chart chart;
    QList<int> kinds {5};
    for (int i = *rc::gen::inRange(0, 21); i > 0; --i)
        kinds << *rc::gen::inRange(0, 6);
    for (qsizetype column = 0; column < kinds.size(); ++column)
        chart.columns.append({u"column%1"_s.arg(column), randomWords(4)});
    for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
        QList<Figure> row;
        for (const int kind : std::as_const(kinds))
            row << randomFigure(kind);
        chart.rows.append(row);
    }
    return chart;
}

/// The first and the last row of \a chart that are printed.
std::pair<PlotRow, PlotRow> endsOf(const Chart &chart, qsizetype most)
{
    const PrintedTable table(chart, paper(), 400, most);
    return {table.chartRow(0), table.chartRow(table.rowCount() - 1)};
}

/// How often each text is drawn.
QHash<QString, int> drawnTexts(const PrintedTable &table)
{
    QHash<QString, int> texts;
    for (const PrintedTable::Cell &cell : table.cells())
        ++texts[cell.text];
    return texts;
}

void everythingHasRoom(const Chart &chart, Qt::LayoutDirection direction)
{
    const PrintedTable table(chart, paper(direction), PageWidth);
    for (const PrintedTable::Cell &cell : table.cells()) {
        const QFont font = table.fontOf(cell);
        const QFontMetricsF fonts(font);
        RC_ASSERT(cell.rect.left() >= -0.01 && cell.rect.right() <= PageWidth + 0.01);
        RC_ASSERT(cell.rect.top() >= 0 && cell.rect.bottom() <= table.height());
        const QRectF taken = fonts.boundingRect(cell.rect, cell.flags, cell.text);
        RC_ASSERT(taken.width() <= cell.rect.width() + 1);
        RC_ASSERT(taken.height() <= cell.rect.height());
        if (cell.isFigure)
            RC_ASSERT(fonts.horizontalAdvance(cell.text) <= cell.rect.width() + 0.01);
        if (!cell.isHead)
            RC_ASSERT(font.pixelSize() >= LeastFontPixels && font.pixelSize() <= FontPixels);
    }
    QHash<QString, int> expected;
    for (const ChartColumn &column : chart.columns)
        ++expected[column.title];
    for (const QList<Figure> &row : chart.rows) {
        for (const Figure &figure : row)
            ++expected[figureText(figure)];
    }
    const QHash<QString, int> drawn = drawnTexts(table);
    for (const auto &[text, count] : expected.asKeyValueRange())
        RC_ASSERT(drawn.value(text) >= count);
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

    void nothingIsCutOff()
    {
        QVERIFY(rc::check("all stands within the page, figures in one line", [] {
            const bool isMirrored = *rc::gen::arbitrary<bool>();
            everythingHasRoom(randomTable(), isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        }));
    }

    void theFontIsSmallerBeforeTheTableIsBroken()
    {
        bool isSmallerInOnePart = false;
        int parts = 1;
        for (int shares = 1; shares <= 18; ++shares) {
            const PrintedTable table(withShares(shares), paper(), PageWidth);
            const int pixels = table.fontOf(table.cells().last()).pixelSize();
            QVERIFY(partsOf(table) >= parts);
            parts = partsOf(table);
            if (shares <= 2)
                QCOMPARE(pixels, FontPixels);
            isSmallerInOnePart = isSmallerInOnePart || (parts == 1 && pixels < FontPixels);
        }
        QVERIFY(isSmallerInOnePart);
        QVERIFY2(parts >= 2, qPrintable(QString::number(parts)));
    }

    void eachPartRepeatsTheNames()
    {
        const PrintedTable table(withShares(18), paper(), PageWidth);
        const QHash<QString, int> drawn = drawnTexts(table);
        QCOMPARE(drawn.value(u"Row 0"_s), partsOf(table));
        QCOMPARE(drawn.value(u"Row 1"_s), partsOf(table));
        for (int share = 0; share < 18; ++share)
            QCOMPARE(drawn.value(u"Share %1, before"_s.arg(share)), 1);
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.row(0).bottom(), table.row(1).top());
        QVERIFY(table.height() > table.row(1).bottom());
    }

    void theNewestRowsStand()
    {
        Chart chart = PlotCanvas::chart({}, 30); // the first is zero
        QCOMPARE(endsOf(chart, 10), std::pair(1, 10));
        chart.isOverTime = true;
        QCOMPARE(endsOf(chart, 10), std::pair(20, 29));
        chart.rows[29][1] = qint64(0);
        QCOMPARE(endsOf(chart, 10), std::pair(19, 28));
        for (QList<Figure> &row : chart.rows)
            row[1] = qint64(0);
        QCOMPARE(endsOf(chart, 10), std::pair(20, 29));
    }

    void aPeriodIsNotCutInTwo()
    {
        Chart chart = PlotCanvas::chart({}, 30);
        for (qsizetype row = 0; row < chart.rows.size(); ++row)
            chart.rows[row][0] = u"Week %1"_s.arg(row / 4); // the last has two rows
        QCOMPARE(endsOf(chart, 12), std::pair(1, 12)); // these weeks are no periods
        chart.isOverTime = true;
        QCOMPARE(endsOf(chart, 10), std::pair(20, 29));
        QCOMPARE(endsOf(chart, 12), std::pair(20, 29)); // two of the week before have room
        QCOMPARE(endsOf(chart, 14), std::pair(16, 29));
        for (qsizetype row = 20; row < 24; ++row)
            chart.rows[row][1] = qint64(0);
        QCOMPARE(endsOf(chart, 12), std::pair(16, 29));
        QCOMPARE(PrintedTable(chart, paper(), 400, 12).rowCount(), 10);
        for (QList<Figure> &row : chart.rows)
            row = QList<Figure> {u"One week"_s, qint64(1)};
        QCOMPARE(endsOf(chart, 10), std::pair(20, 29)); // else there were none
    }

    void aFewRowsMoreArePrinted()
    {
        const Chart chart = PlotCanvas::chart({}, 30);
        const PrintedTable few(chart, paper(), 400, 27);
        QCOMPARE(few.rowCount(), 30);
        QCOMPARE(few.height(), few.row(29).bottom());
        QCOMPARE(PrintedTable(chart, paper(), 400, 26).rowCount(), 26);
    }

    void aPictureTellsOfTheRowsItHas()
    {
        Chart chart = PlotCanvas::chart({}, 150);
        chart.isOverTime = true;
        const TablePicture picture(chart, PlotCanvas::look(), 400);
        QCOMPARE(picture.marks().size(), 100);
        QCOMPARE(picture.marks()[0].row, 50);
        QCOMPARE(picture.marks()[0].sentence, rowSentence(chart, 50));
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
