// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_import/planrowsmodel.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPlanRowsModel : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatBecomes()
    {
        PlanRowsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QList<PlanRow> rows {
            {2, PlanFate::Created, QDate(2026, 5, 3), QTime(9, 30), u"Asia/Tokyo"_s,
                {u"Brew"_s, u"Brew North"_s}, u"Rye is here"_s, 2, {}},
            {3, PlanFate::Rejected, {}, {}, {}, {}, u"31/31/2026 · Rye"_s, 0, u"No date."_s},
            {4, PlanFate::Known, {}, {}, {}, {}, u"Idea"_s, 0, {}}};
        model.setRows(rows);
        model.setRows(rows);
        QCOMPARE(resets.count(), 1);
        const auto at = [&model](int row, int column, int role = Qt::DisplayRole) {
            return model.data(model.index(row, column), role);
        };
        QCOMPARE(at(0, PlanRowsModel::Fate).toString(), u"New"_s);
        QVERIFY(at(0, PlanRowsModel::Day).toString().contains(u"2026"_s));
        QVERIFY(at(0, PlanRowsModel::Time).toString().endsWith(u" Asia/Tokyo"_s));
        QCOMPARE(at(0, PlanRowsModel::Channels).toString(), u"Brew, Brew North"_s);
        QCOMPARE(at(0, PlanRowsModel::Media).toString(), u"2"_s);
        QCOMPARE(at(1, PlanRowsModel::Fate).toString(), u"Rejected"_s);
        QCOMPARE(at(1, PlanRowsModel::Note).toString(), u"No date."_s);
        QVERIFY(at(1, PlanRowsModel::Day).toString().isEmpty());
        QVERIFY(!at(2, PlanRowsModel::Day).toString().isEmpty()); // an idea says that it is one
        QVERIFY(at(2, PlanRowsModel::Media).toString().isEmpty());
        QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toLongLong(), 3);
    }

    void eachFateHasItsWord()
    {
        QStringList words;
        for (const PlanFate fate : {PlanFate::Rejected, PlanFate::Known, PlanFate::Differs,
                 PlanFate::Updated, PlanFate::Created})
            words << PlanRowsModel::fateText(fate);
        QCOMPARE(words.removeDuplicates(), 0);
    }
};

PULLPUSH_WINDOW_TEST(TestPlanRowsModel)
#include "tst_planrowsmodel.moc"
