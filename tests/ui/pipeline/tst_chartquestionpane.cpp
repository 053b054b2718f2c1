// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_pipeline/chartquestionpane.h"
#include "ui_pipeline/choicebutton.h"
#include "ui_pipeline/peoplebutton.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr QDate Today = QDate::fromJulianDay(2461207); // 15 June 2026

template<typename Widget>
Widget *named(const QWidget &parent, const QString &name)
{
    for (Widget *widget : parent.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

} // namespace

class TestChartQuestionPane : public QObject
{
    Q_OBJECT
private slots:
    void keepsAQuestion_data()
    {
        QTest::addColumn<FunnelQuery>("query");
        QTest::newRow("everything") << FunnelQuery {};
        QTest::newRow("between") << FunnelQuery {.entered = {QDate(2018, 1, 1), QDate(2018, 6, 1)}};
        QTest::newRow("since") << FunnelQuery {.entered = {QDate(2018, 1, 1), {}}};
        QTest::newRow("until") << FunnelQuery {.entered = {{}, QDate(2018, 6, 1)}};
        QTest::newRow("this year")
            << FunnelQuery {.entered = {QDate(2026, 1, 1), QDate(2027, 1, 1)}};
        QTest::newRow("on the same day") << FunnelQuery {.windowDays = 0, .asOf = 77};
        QTest::newRow("all at once")
            << FunnelQuery {.entered = {QDate(2026, 1, 2), QDate(2026, 1, 3)},
                   .windowDays = 90,
                   .reached = ReachedRule::Touched,
                   .by = Breakdown::Owner,
                   .asOf = 5,
                   .sources = QStringList {u""_s, u"social"_s},
                   .owners = QList<UserId> {UserId(4)},
                   .cohort = {QDate(2025, 1, 2), QDate(2025, 2, 3)},
                   .stages = QList<StageId> {StageId(2), StageId()}};
        QTest::newRow("who entered last year")
            << FunnelQuery {.cohort = {QDate(2025, 1, 1), QDate(2026, 1, 1)}};
    }
    void keepsAQuestion()
    {
        QFETCH(FunnelQuery, query);
        ChartQuestionPane filter(Today);
        filter.setSources({u""_s, u"email"_s, u"social"_s});
        filter.setOwners({{UserId(), u"Nobody"_s}, {UserId(4), u"Ada"_s}});
        filter.setStages(defaultPipeline());
        QSignalSpy changed(&filter, &ChartQuestionPane::queryChanged);
        filter.setQuery(query);
        QCOMPARE(filter.query(), query);
        QCOMPARE(changed.size(), 0);
    }

    void theSameSourcesAreNotListedAgain()
    {
        ChartQuestionPane filter(Today);
        filter.setSources({u"email"_s, u"social"_s});
        auto *list = named<ChoiceButton>(filter, u"Sources"_s)->menu()->findChild<QListWidget *>();
        QVERIFY(list);
        list->item(1)->setData(Qt::UserRole + 1, u"still there"_s);
        filter.setSources({u"email"_s, u"social"_s});
        QCOMPARE(list->item(1)->data(Qt::UserRole + 1).toString(), u"still there"_s);
        filter.setSources({u"email"_s});
        QCOMPARE(list->count(), 1);
    }

    void periodsEndToday()
    {
        ChartQuestionPane filter(Today);
        QSignalSpy changed(&filter, &ChartQuestionPane::queryChanged);
        auto *period = named<QComboBox>(filter, u"Entered"_s);
        QVERIFY(period);
        choose(period, u"The last 90 days"_s);
        QCOMPARE(changed.size(), 1);
        const auto query = changed.last().first().value<FunnelQuery>();
        QCOMPARE(query.entered.to, std::optional(QDate(2026, 6, 16)));
        QCOMPARE(query.entered.from->daysTo(*query.entered.to), 90);

        // The days are where "between" begins, and the last day is part of the span.
        choose(period, u"Between two days"_s);
        auto *until = named<QDateEdit>(filter, u"Last day"_s);
        QCOMPARE(until->date(), Today);
        until->setDate(QDate(2026, 5, 31));
        QCOMPARE(filter.query().entered.to, std::optional(QDate(2026, 6, 1)));
        QCOMPARE(changed.size(), 3);
    }

    void everyFieldAsks()
    {
        ChartQuestionPane filter(Today);
        filter.setSources({u"email"_s});
        QSignalSpy changed(&filter, &ChartQuestionPane::queryChanged);
        named<QSpinBox>(filter, u"Within days of entry"_s)->setValue(30);
        QCOMPARE(filter.query().windowDays, std::optional(30));
        choose(named<QComboBox>(filter, u"Counts at a stage"_s), u"Been exactly there"_s);
        QCOMPARE(filter.query().reached, ReachedRule::Touched);
        choose(named<QComboBox>(filter, u"Taken apart"_s), u"By source"_s);
        QCOMPARE(filter.query().by, Breakdown::Source);
        QCOMPARE(changed.size(), 3);
    }

    void everyPartOfWhoAsks()
    {
        ChartQuestionPane filter(Today);
        filter.setStages(defaultPipeline());
        QSignalSpy changed(&filter, &ChartQuestionPane::queryChanged);
        choose(named<QComboBox>(filter, u"Cohort"_s), u"This year"_s);
        QCOMPARE(filter.query().cohort, (DateSpan {QDate(2026, 1, 1), QDate(2027, 1, 1)}));
        QCOMPARE(filter.query().entered, DateSpan());
        choose(named<QComboBox>(filter, u"Cohort"_s), u"Between two days"_s);
        named<QDateEdit>(filter, u"Last day of the entry"_s)->setDate(QDate(2026, 3, 31));
        QCOMPARE(filter.query().cohort, (DateSpan {QDate(2026, 1, 1), QDate(2026, 4, 1)}));
        QCOMPARE(changed.size(), 3);
        auto *stages = named<ChoiceButton>(filter, u"Stages"_s)->menu()->findChild<QListWidget *>();
        QCOMPARE(stages->count(), int(defaultPipeline().size()) + 1);
        stages->item(1)->setCheckState(Qt::Checked);
        QCOMPARE(filter.query().stages, std::optional(QList {defaultPipeline().at(1).id}));
        stages->item(stages->count() - 1)->setCheckState(Qt::Checked);
        QCOMPARE(filter.query().stages->last(), StageId());
        QCOMPARE(changed.size(), 5);
        choose(named<QComboBox>(filter, u"Cohort"_s), u"Any time"_s);
        QCOMPARE(filter.query().cohort, DateSpan());
        QCOMPARE(changed.size(), 6);
    }

    void aRetiredStageIsMarked()
    {
        QList<Stage> pipeline = defaultPipeline();
        pipeline[1].retiredAt = 1;
        ChartQuestionPane filter(Today);
        filter.setStages(pipeline);
        auto *stages = named<ChoiceButton>(filter, u"Stages"_s)->menu()->findChild<QListWidget *>();
        QCOMPARE(stages->count(), int(pipeline.size()) + 1);
        QListWidgetItem *retired = stages->item(stages->count() - 2); // before "no stage"
        QCOMPARE(retired->text(), markedName(pipeline.at(1)));
        QVERIFY(retired->text() != pipeline.at(1).name);
        retired->setCheckState(Qt::Checked);
        QCOMPARE(filter.query().stages, std::optional(QList {pipeline.at(1).id}));
    }

    void keepsPeople()
    {
        ChartQuestionPane filter(Today);
        QSignalSpy changed(&filter, &ChartQuestionPane::queryChanged);
        const PeopleChoice people {u"Oaks"_s, {}};
        filter.setPeople(people);
        QCOMPARE(filter.people(), std::optional(people));
        QCOMPARE(changed.size(), 0);
        auto *button = named<PeopleButton>(filter, u"People"_s);
        emit button->menu()->aboutToShow();
        button->menu()->findChild<QAction *>(u"people.all"_s)->trigger();
        QVERIFY(!filter.people());
        QCOMPARE(changed.size(), 1);
    }

    void keepsARuleOfCredit()
    {
        ChartQuestionPane filter(Today);
        QCOMPARE(filter.credit(), CreditRule());
        QSignalSpy changed(&filter, &ChartQuestionPane::queryChanged);
        const CreditRule rule {CreditTo::Campaign, AttributionModel::J, 0};
        filter.setCredit(rule);
        QCOMPARE(filter.credit(), rule);
        QCOMPARE(changed.size(), 0);
        choose(named<QComboBox>(filter, u"Credit to"_s), u"Channels"_s);
        choose(named<QComboBox>(filter, u"Rule of credit"_s), u"All to the first touch"_s);
        named<QSpinBox>(filter, u"Touches of the days before"_s)->setValue(30);
        QCOMPARE(filter.credit(), (CreditRule {CreditTo::Channel, AttributionModel::First, 30}));
        QCOMPARE(changed.size(), 3);
    }

    void keepsAges()
    {
        ChartQuestionPane filter(Today);
        filter.show();
        filter.setKind(*reportKind(u"cohorts"_s));
        QVERIFY(!filter.ages());
        QSignalSpy changed(&filter, &ChartQuestionPane::queryChanged);
        filter.setAges(QList<qint64> {30, 90});
        QCOMPARE(filter.ages(), std::optional(QList<qint64> {30, 90}));
        QCOMPARE(changed.size(), 0);
        auto *field = named<QLineEdit>(filter, u"Ages in days"_s);
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, u"90x,7 ,,7, 365,"_s); // what is no number is not taken
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(filter.ages(), std::optional(QList<qint64> {7, 90, 365}));
        QCOMPARE(field->text(), u"7, 90, 365"_s);
        QCOMPARE(changed.size(), 1);
        QTest::keyClick(field, Qt::Key_Return); // nothing else was typed
        QCOMPARE(changed.size(), 1);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!filter.ages());
        QCOMPARE(changed.size(), 2);
    }

    void showsOnlyWhatAChartIsAskedFor()
    {
        ChartQuestionPane filter(Today);
        filter.show();
        const QWidget *model = named<QComboBox>(filter, u"Rule of credit"_s);
        const QWidget *by = named<QComboBox>(filter, u"Taken apart"_s);
        const QWidget *ages = named<QLineEdit>(filter, u"Ages in days"_s);
        filter.setKind(*reportKind(u"funnel"_s));
        QVERIFY(!model->isVisible());
        QVERIFY(by->isVisible());
        filter.setKind(*reportKind(u"attribution"_s));
        QVERIFY(model->isVisible());
        QVERIFY(!by->isVisible() && !ages->isVisible());
        filter.setKind(*reportKind(u"outcomes"_s));
        QVERIFY(ages->isVisible() && !model->isVisible());
    }

    void saysWhatAQuestionWithoutAWindowMeans()
    {
        ChartQuestionPane filter(Today);
        const auto *window = named<QSpinBox>(filter, u"Within days of entry"_s);
        QVERIFY(window);
        filter.setKind(*reportKind(u"trend"_s));
        QVERIFY2(window->text().contains(u"90"_s), qPrintable(window->text()));
        QVERIFY(!filter.query().windowDays); // the chart's own is not asked for
        filter.setKind(*reportKind(u"funnel"_s));
        QCOMPARE(window->text(), u"Any number of days"_s);
    }

    void saysWhatItMeansOfSeveralCharts()
    {
        ChartQuestionPane filter(Today);
        const auto *window = named<QSpinBox>(filter, u"Within days of entry"_s);
        filter.setUsualWindows({std::nullopt, 90});
        QCOMPARE(window->text(), u"Each chart’s usual"_s);
        QVERIFY(!filter.query().windowDays);
        filter.setUsualWindows({90, 90});
        QVERIFY2(window->text().contains(u"90"_s), qPrintable(window->text()));
        filter.setUsualWindows({std::nullopt, std::nullopt});
        QCOMPARE(window->text(), u"Any number of days"_s);
        filter.setUsualWindows({}); // no chart, or none that has a window
        QCOMPARE(window->text(), u"Any number of days"_s);
    }

    void rowsKeepTheirColumnsAtEveryWidth_data()
    {
        QTest::addColumn<QString>("id");
        for (const ReportKind &kind : reportKinds())
            QTest::newRow(qPrintable(kind.id)) << kind.id;
    }
    void rowsKeepTheirColumnsAtEveryWidth()
    {
        QFETCH(QString, id);
        ChartQuestionPane filter(Today);
        auto *compared = new QComboBox;
        compared->addItem(u"A year before, which has the longest words of all the fields"_s);
        filter.addField(u"Co&mpared with"_s, compared);
        FunnelQuery query; // that has all the days shown
        query.entered = {QDate(2026, 1, 2), QDate(2026, 1, 5)};
        query.cohort = query.entered;
        filter.setQuery(query);
        filter.setKind(*reportKind(id));
        filter.show();
        const auto *form = qobject_cast<QFormLayout *>(filter.layout());
        QVERIFY(form);
        for (const int width : {228, 300, 420, 700}) {
            filter.resize(width, 720);
            QCoreApplication::processEvents();
            QCOMPARE(filter.width(), width);
            QSet<int> columns;
            for (int row = 0; row < form->rowCount(); ++row) {
                const QWidget *field = form->itemAt(row, QFormLayout::FieldRole)->widget();
                const QWidget *label = form->itemAt(row, QFormLayout::LabelRole)->widget();
                if (!field->isVisible())
                    continue;
                QVERIFY(filter.rect().contains(field->geometry()));
                QVERIFY(label->geometry().right() < field->geometry().left());
                const int middle = label->geometry().center().y();
                QVERIFY(middle >= field->geometry().top() && middle <= field->geometry().bottom());
                columns.insert(field->geometry().left());
            }
            QCOMPARE(columns.size(), 1);
        }
    }

    void everyFieldHasAName()
    {
        ChartQuestionPane filter(Today);
        for (const QWidget *widget : filter.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (widget->focusPolicy() != Qt::NoFocus && !widget->isHidden())
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

private:
    static void choose(QComboBox *box, const QString &text)
    {
        box->setCurrentIndex(box->findText(text));
        emit box->activated(box->currentIndex());
    }
};

PULLPUSH_WINDOW_TEST(TestChartQuestionPane)
#include "tst_chartquestionpane.moc"
