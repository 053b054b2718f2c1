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
};

PULLPUSH_TEST(TestChartTableModel)
#include "tst_charttablemodel.moc"
