// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/repeatform.h"
#include "ui_timeline/rulewords.h"
#include "ui_timeline/seriesrow.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestSeriesRow : public QObject
{
    Q_OBJECT
private slots:
    void saysRulesInWords_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("words");
        QTest::newRow("weekly") << u"FREQ=WEEKLY;COUNT=3"_s << u"Every week"_s;
        QTest::newRow("every third day")
            << u"FREQ=DAILY;INTERVAL=3;UNTIL=20260401"_s << u"Every 3 days"_s;
        QTest::newRow("weekdays") << u"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=4"_s
                                  << u"Every 2 weeks on Mon, Thu"_s;
        QTest::newRow("monthly") << u"FREQ=MONTHLY;COUNT=2"_s << u"Every month"_s;
        QTest::newRow("more than that") << u"FREQ=MONTHLY;BYDAY=2MO;COUNT=2"_s
                                        << u"By the rule FREQ=MONTHLY;BYDAY=2MO;COUNT=2"_s;
        QTest::newRow("yearly") << u"FREQ=YEARLY;COUNT=2"_s << u"By the rule FREQ=YEARLY;COUNT=2"_s;
    }
    void saysRulesInWords()
    {
        QFETCH(const QString, rule);
        QFETCH(const QString, words);
        QCOMPARE(ruleWords(rule, QLocale(QLocale::English, QLocale::UnitedKingdom)), words);
    }

    void writesWhatIsChosen()
    {
        RuleChoice choice;
        QCOMPARE(toRule(choice), u"FREQ=WEEKLY;COUNT=10"_s);
        choice.weekdays = {1, 4};
        choice.interval = 2;
        choice.until = QDate(2026, 4, 1);
        QCOMPARE(toRule(choice), u"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260401"_s);
        choice.unit = RuleChoice::Unit::Day;
        QCOMPARE(toRule(choice), u"FREQ=DAILY;INTERVAL=2;UNTIL=20260401"_s);
    }

    void theFormSaysWhatItComesTo()
    {
        RepeatForm form;
        form.start(QDate(2026, 3, 2)); // a Monday
        QCOMPARE(form.choice().weekdays, QList {1});
        auto *take = form.findChild<QPushButton *>(u"repeat.take"_s);
        QVERIFY(take->isEnabled());
        const QSignalSpy submitted(&form, &RepeatForm::submitted);
        form.findChild<QToolButton *>(u"repeat.day4"_s)->click();
        form.findChild<QSpinBox *>(u"repeat.times"_s)->setValue(4);
        take->click();
        QCOMPARE(submitted.count(), 1);
        QCOMPARE(submitted.first().first().toString(), u"FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4"_s);
        form.findChild<QComboBox *>(u"repeat.end"_s)->setCurrentIndex(1);
        form.findChild<QDateEdit *>(u"repeat.until"_s)->setDate(QDate(2026, 3, 3));
        QVERIFY(!take->isEnabled()); // that would be this post alone
        const QSignalSpy cancelled(&form, &RepeatForm::cancelled);
        QTest::keyClick(&form, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
    }

    void showsHowFarAnEditGoes()
    {
        SeriesRow row;
        Post post;
        post.id = PostId(1);
        row.setSeries(post, nullptr);
        QVERIFY(row.isHidden()); // an idea does not recur
        post.day = QDate(2026, 3, 2);
        row.setSeries(post, nullptr);
        QVERIFY(!row.isHidden());
        QCOMPARE(row.reach(), Reach::This);
        Series series;
        series.rule = u"FREQ=WEEKLY;COUNT=5"_s;
        row.setSeries(post, &series);
        auto *reach = row.findChild<QComboBox *>(u"reach"_s);
        reach->setCurrentIndex(2);
        QCOMPARE(row.reach(), Reach::All);
        post.id = PostId(2); // another post begins with itself again
        row.setSeries(post, &series);
        QCOMPARE(row.reach(), Reach::This);
    }
};

PULLPUSH_WINDOW_TEST(TestSeriesRow)
#include "tst_seriesrow.moc"
