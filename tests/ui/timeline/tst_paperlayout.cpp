// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/paperlayout.h"

#include <QSet>
#include <QTest>

#include <numeric>

class TestPaperLayout : public QObject
{
    Q_OBJECT

    static PaperMetrics landscape(qreal legend = 200)
    {
        PaperMetrics metrics;
        metrics.page = QSizeF(7850, 5380);
        metrics.legend = legend;
        return metrics;
    }

private slots:
    void sharesLines_data()
    {
        QTest::addColumn<QList<int>>("wanted");
        QTest::addColumn<int>("room");
        QTest::addColumn<QList<int>>("lines");
        QTest::newRow("all fit") << QList<int> {2, 5, 1} << 8 << QList<int> {2, 5, 1};
        QTest::newRow("what is over is shared")
            << QList<int> {2, 5, 1} << 14 << QList<int> {4, 7, 3};
        QTest::newRow("the fullest gives way") << QList<int> {2, 9, 1} << 8 << QList<int> {2, 5, 1};
        QTest::newRow("as equal as can be") << QList<int> {9, 9, 9} << 10 << QList<int> {4, 3, 3};
        QTest::newRow("empty weeks") << QList<int> {0, 0} << 2 << QList<int> {1, 1};
        QTest::newRow("no room at all") << QList<int> {3, 3} << 0 << QList<int> {1, 1};
    }
    void sharesLines()
    {
        QFETCH(const QList<int>, wanted);
        QFETCH(const int, room);
        QFETCH(const QList<int>, lines);
        QCOMPARE(shareLines(wanted, room), lines);
    }

    void flowsInLines()
    {
        const QList<QRectF> rects = flowed({40, 50, 30, 200}, 100, 10, 5);
        QCOMPARE(rects.at(0), QRectF(0, 0, 40, 10));
        QCOMPARE(rects.at(1), QRectF(45, 0, 50, 10));
        QCOMPARE(rects.at(2), QRectF(0, 10, 30, 10));
        QCOMPARE(rects.at(3), QRectF(0, 20, 100, 10));
    }

    void placesEachPostOnce_data()
    {
        QTest::addColumn<int>("perDay");
        QTest::addColumn<qreal>("legend");
        for (const int perDay : {0, 1, 6, 9, 40, 300})
            for (const qreal legend : {0.0, 200.0, 4000.0})
                QTest::addRow("%d a day, legend %d", perDay, int(legend)) << perDay << legend;
    }
    void placesEachPostOnce()
    {
        QFETCH(const int, perDay);
        QFETCH(const qreal, legend);
        const MonthGrid grid = monthGrid(QDate(2026, 5, 1), Qt::Monday);
        QHash<QDate, int> posts;
        for (int i = 0; i < grid.month.daysInMonth(); ++i)
            posts.insert(grid.month.addDays(i), perDay == 0 ? 0 : perDay - i % 2);
        posts.insert(grid.month.addDays(-1), 3); // shown, of another month
        const PaperMetrics metrics = landscape(legend);
        const QList<PaperPage> pages = paperLayout(grid, posts, metrics);
        QSet<std::pair<QDate, int>> placed;
        int legends = 0;
        for (const PaperPage &page : pages) {
            legends += page.legend.isEmpty() ? 0 : 1;
            QList<QRectF> taken;
            for (const PaperPage::Line &line : page.lines) {
                QVERIFY(!placed.contains({line.day, line.post}));
                placed.insert({line.day, line.post});
                taken << line.rect;
            }
            for (const PaperPage::Heading &heading : page.headings)
                taken << heading.rect;
            for (const PaperPage::Cell &cell : page.cells) {
                taken << cell.number;
                if (cell.hidden > 0) {
                    QVERIFY(cell.rect.contains(cell.more));
                    taken << cell.more;
                }
            }
            const QRectF paper(QPointF(), metrics.page + QSizeF(1, 1));
            for (qsizetype i = 0; i < taken.size(); ++i) {
                QVERIFY(paper.contains(taken.at(i)));
                if (!page.legend.isEmpty())
                    QVERIFY(!page.legend.intersects(taken.at(i)));
                for (qsizetype j = i + 1; j < std::min(taken.size(), i + 60); ++j)
                    QVERIFY(!taken.at(i).adjusted(1, 1, -1, -1).intersects(taken.at(j)));
            }
        }
        int all = 0;
        for (int i = 0; i < grid.month.daysInMonth(); ++i)
            all += posts.value(grid.month.addDays(i));
        QCOMPARE(placed.size(), all);
        QCOMPARE(legends, legend > 0 ? 1 : 0);
        QCOMPARE(pages.first().cells.size(), grid.weeks * MonthGrid::DaysPerWeek);
        if (perDay <= 6 && legend < 1000)
            QCOMPARE(pages.size(), 1);
    }

    void tellsWhatContinues()
    {
        const MonthGrid grid = monthGrid(QDate(2026, 5, 1), Qt::Sunday);
        const QDate busy(2026, 5, 20);
        const QList<PaperPage> pages = paperLayout(grid, {{busy, 100}}, landscape());
        QCOMPARE(pages.size(), 2);
        int hidden = 0;
        for (const PaperPage::Cell &cell : pages.first().cells) {
            QCOMPARE(cell.hidden > 0, cell.day == busy);
            hidden += cell.hidden;
        }
        QCOMPARE(qsizetype(100 - hidden), pages.first().lines.size());
        QCOMPARE(qsizetype(hidden), pages.last().lines.size());
        QVERIFY(!pages.last().headings.isEmpty());
        QCOMPARE(pages.last().headings.first().day, busy);
        QVERIFY(pages.last().weekdays.isEmpty());
    }
};

PULLPUSH_TEST(TestPaperLayout)
#include "tst_paperlayout.moc"
