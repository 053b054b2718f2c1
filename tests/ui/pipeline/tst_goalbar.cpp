// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartmarks.h"
#include "session/teamsets.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_pipeline/goalbar.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

LinePlot::Series lineOf(const QList<double> &values)
{
    LinePlot::Series series;
    for (qsizetype i = 0; i < values.size(); ++i)
        series.points.append({double(i), values[i]});
    return series;
}

Chart chartOf(PlotUnit unit, LinePlot::Shape shape, const QList<LinePlot::Series> &series)
{
    LinePlot plot;
    plot.shape = shape;
    plot.y.unit = unit;
    plot.series = series;
    Chart chart;
    chart.id = u"trend"_s;
    chart.plot = plot;
    return chart;
}

} // namespace

class TestGoalBar : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init() { QCOMPARE(openWorkspace(), QString()); }
    void cleanup() { m_test.reset(); }

    void startsFromWhatTheChartTellsLast_data()
    {
        QTest::addColumn<Chart>("chart");
        QTest::addColumn<double>("start"); // 0: none
        using Shape = LinePlot::Shape;
        constexpr double gap = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char *name, const Chart &chart, double start) {
            QTest::newRow(name) << chart << start;
        };
        row("share", chartOf(PlotUnit::Share, Shape::Lines, {lineOf({0.5, 0.2249})}), 22);
        row("small share", chartOf(PlotUnit::Share, Shape::Lines, {lineOf({0.5, 0.0042})}), 0.4);
        row("a gap at the end", chartOf(PlotUnit::Share, Shape::Lines, {lineOf({0.3, gap})}), 30);
        row("the highest line",
            chartOf(PlotUnit::Count, Shape::Steps, {lineOf({9, 3}), lineOf({1, 7})}), 7);
        row("the top of bands",
            chartOf(PlotUnit::Count, Shape::Bands, {lineOf({1, 4}), lineOf({3, 12})}), 12);
        row("bands of a whole",
            chartOf(PlotUnit::Share, Shape::Bands, {lineOf({0, 0.29}), lineOf({1, 1})}), 29);
        row("nobody yet", chartOf(PlotUnit::Count, Shape::Lines, {lineOf({0, 0})}), 0);
        row("no line", chartOf(PlotUnit::Count, Shape::Lines, {}), 0);
        row("no goals", chartOf(PlotUnit::Money, Shape::Lines, {lineOf({5})}), 0);
        row("no plot", Chart {}, 0);
    }
    void startsFromWhatTheChartTellsLast()
    {
        QFETCH(Chart, chart);
        QFETCH(double, start);
        const auto found = GoalBar::startFor(chart);
        QCOMPARE(found.has_value(), start > 0);
        QCOMPARE(found.value_or(0), start);
    }

    void nothingIsNoGoal()
    {
        GoalBar bar(**m_test, chartOf(PlotUnit::Share, LinePlot::Shape::Lines, {lineOf({0, 0})}));
        bar.show();
        const QSignalSpy closed(&bar, &GoalBar::closed);
        auto *amount = bar.findChild<QDoubleSpinBox *>(u"goal.amount"_s);
        const auto *save = bar.findChild<QPushButton *>(u"goal.save"_s);
        QCOMPARE(amount->text(), amount->specialValueText()); // asks for it
        QVERIFY(!save->isEnabled());
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(closed.size(), 0);
        QVERIFY((*m_test)->team().chartGoals().isEmpty());
        amount->setValue(12.5);
        QVERIFY(save->isEnabled());
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(closed.size(), 1);
        QCOMPARE((*m_test)->team().chartGoals().size(), 1);
        QCOMPARE((*m_test)->team().chartGoals().first().amount(), 0.125);
    }

    void theNameThatItWouldHaveIsReadWhole()
    {
        GoalBar bar(**m_test, chartOf(PlotUnit::Share, LinePlot::Shape::Lines, {lineOf({0.5})}));
        bar.resize(500, bar.sizeHint().height());
        bar.show();
        const auto *name = bar.findChild<QLineEdit *>(u"goal.name"_s);
        QStyleOptionFrame frame;
        frame.initFrom(name);
        frame.lineWidth = name->style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &frame, name);
        const QRect inside =
            name->style()->subElementRect(QStyle::SE_LineEditContents, &frame, name);
        const int margins = 2 * 2; // a line edit's own
        QVERIFY(!name->placeholderText().isEmpty());
        QVERIFY(inside.width() - margins
            >= name->fontMetrics().horizontalAdvance(name->placeholderText()));
    }

    void aGoalThatIsSetCanBeChangedLeftAndDeleted()
    {
        ChartMarks::setGoal(**m_test,
            {.report = u"trend"_s, .unit = GoalUnit::Count, .value = 40, .name = u"May"_s});
        const Chart chart = chartOf(PlotUnit::Count, LinePlot::Shape::Lines, {lineOf({3})});
        GoalBar bar(**m_test, chart);
        bar.show();
        const QSignalSpy closed(&bar, &GoalBar::closed);
        auto *amount = bar.findChild<QDoubleSpinBox *>(u"goal.amount"_s);
        auto *remove = bar.findChild<QPushButton *>(u"goal.remove"_s);
        QCOMPARE(amount->value(), 40.0); // not where it would start
        QCOMPARE(bar.findChild<QLineEdit *>(u"goal.name"_s)->text(), u"May"_s);
        QVERIFY(remove->isVisible());
        // Of a stage there is none: that starts anew.
        auto *stage = bar.findChild<QComboBox *>(u"goal.stage"_s);
        stage->setCurrentIndex(1);
        emit stage->activated(1);
        QCOMPARE(amount->value(), 3.0);
        QVERIFY(!remove->isVisible());
        stage->setCurrentIndex(0);
        emit stage->activated(0);
        amount->setValue(50);
        QTest::keyClick(amount, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QCOMPARE((*m_test)->team().chartGoals().first().value, 40);
        bar.findChild<QToolButton *>(u"goal.close"_s)->click();
        QCOMPARE(closed.size(), 2);
        QCOMPARE((*m_test)->team().chartGoals().first().value, 40);
        remove->setFocus();
        QTest::keyClick(remove, Qt::Key_Return); // deletes nothing, and sets nothing either
        QCOMPARE((*m_test)->team().chartGoals().first().value, 40);
        remove->click();
        QCOMPARE(closed.size(), 3);
        QVERIFY((*m_test)->team().chartGoals().isEmpty());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

PULLPUSH_WINDOW_TEST(TestGoalBar)
#include "tst_goalbar.moc"
