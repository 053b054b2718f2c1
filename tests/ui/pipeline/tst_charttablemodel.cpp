// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/charttablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

class TestChartTableModel : public QObject
{
    Q_OBJECT
private slots:
    void showsTheChartsFigures()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        ChartTableModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        const Chart chart = sampleReport().chart;
        model.setChart(chart);
        QCOMPARE(model.rowCount(), 21); // all and two groups, seven stages each
        QCOMPARE(model.columnCount(), int(chart.columns.size()));
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), u"Of all"_s);

        const QModelIndex stage = model.index(1, 1);
        QCOMPARE(stage.data().toString(), u"Warm"_s);
        QCOMPARE(stage.data(Qt::AccessibleTextRole).toString(), u"Warm"_s);
        const QModelIndex share = model.index(1, 3);
        QCOMPARE(share.data().toString(), u"50.0\u00a0% (43.1\u00a0–\u00a056.9\u00a0%)"_s);
        QCOMPARE(share.data(ChartTableModel::SortRole).toDouble(), .5);
        QVERIFY(share.data(Qt::AccessibleTextRole).toString().startsWith(u"Of all: 50.0"_s));
        QCOMPARE(model.index(14 + 1, 3).data().toString(), u"too few"_s);
        QCOMPARE(model.index(0, 2).data(ChartTableModel::SortRole).toInt(), 200);
        QVERIFY(!model.index(0, 4).data(ChartTableModel::SortRole).isValid());
        model.setChart({});
        QCOMPARE(model.rowCount(), 0);
    }

    void daysLeadAndNumbersTrail_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("leads");
        QTest::addColumn<QVariant>("sorted");
        QTest::addColumn<QString>("spoken");
        const auto row = [](const char *name, int column, bool leads, const QVariant &sorted,
                             const QString &spoken) {
            QTest::newRow(name) << column << leads << sorted << spoken;
        };
        row("word", 0, true, u"Search"_s, u"Search"_s);
        row("day", 1, true, QDate(2026, 5, 3), u"Entered: 3 May 2026"_s);
        row("quantity", 2, false, 12.5, u"Days: 12.5 (12.0\u00a0–\u00a013.0)"_s);
        row("estimate", 3, false, .25, u"Won: 25.0\u00a0% (20.0\u00a0–\u00a030.0\u00a0%)"_s);
        row("count", 4, false, qint64(7), u"People: 7"_s);
        row("share", 5, false, .5, u"Share: 50.0\u00a0% (40.4\u00a0–\u00a059.6\u00a0%)"_s);
        row("nothing", 6, false, QVariant(), u"Later: none"_s);
    }
    void daysLeadAndNumbersTrail()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        QFETCH(int, column);
        QFETCH(bool, leads);
        QFETCH(QVariant, sorted);
        QFETCH(QString, spoken);
        Chart chart;
        const QStringList titles {
            u"Source"_s, u"Entered"_s, u"Days"_s, u"Won"_s, u"People"_s, u"Share"_s, u"Later"_s};
        for (const QString &title : titles)
            chart.columns.append({title.toLower(), title});
        // The first row knows nothing but the word: the head follows the second.
        chart.rows = {{u"Mail"_s, {}, {}, {}, {}, {}, {}},
            {u"Search"_s, QDate(2026, 5, 3), Quantity {12.5, Interval {12, 13}},
                Estimate {.25, Interval {.2, .3}}, qint64(7), Proportion {50, 100}, {}}};
        ChartTableModel model;
        model.setChart(chart);
        const QModelIndex cell = model.index(1, column);
        QCOMPARE(cell.data(ChartTableModel::SortRole), sorted);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), spoken);
        QCOMPARE(cell.data().toString(), figureText(chart.rows[1][column]));
        const int aligned = int((leads ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
        QCOMPARE(cell.data(Qt::TextAlignmentRole).toInt(), aligned);
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), aligned);
    }
};

PULLPUSH_TEST(TestChartTableModel)
#include "tst_charttablemodel.moc"
