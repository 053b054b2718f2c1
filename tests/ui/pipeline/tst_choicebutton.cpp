// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_pipeline/choicebutton.h"

#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestChoiceButton : public QObject
{
    Q_OBJECT
private slots:
    void nothingChosenIsAll()
    {
        ChoiceButton button(u"All sources"_s);
        QSignalSpy changed(&button, &ChoiceButton::chosenChanged);
        button.setChoices({{u"a"_s, u"A"_s}, {u""_s, u"No source"_s}});
        QVERIFY(!button.chosen());
        QCOMPARE(button.text(), u"All sources"_s);

        auto *list = button.menu()->findChild<QListWidget *>();
        QVERIFY(list);
        list->item(1)->setCheckState(Qt::Checked);
        QCOMPARE(button.chosen(), std::optional(QStringList {u""_s}));
        QCOMPARE(button.text(), u"No source"_s);
        list->item(0)->setCheckState(Qt::Checked);
        QCOMPARE(button.chosen()->size(), 2);
        QCOMPARE(changed.size(), 2);

        button.menu()->actions().first()->trigger();
        QVERIFY(!button.chosen());
        QCOMPARE(changed.size(), 3);
    }

    void choicesThatStayStayChosen()
    {
        ChoiceButton button(u"All"_s);
        button.setChoices({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}});
        button.setChosen(QStringList {u"a"_s, u"b"_s});
        QSignalSpy changed(&button, &ChoiceButton::chosenChanged);
        button.setChoices({{u"b"_s, u"B"_s}, {u"c"_s, u"C"_s}});
        QCOMPARE(button.chosen(), std::optional(QStringList {u"b"_s}));
        QCOMPARE(changed.size(), 0);
        button.setChoices({});
        QVERIFY(!button.isEnabled());
    }

    void whatIsChosenBeforeItCanBeIsKept()
    {
        ChoiceButton button(u"All"_s);
        button.setChosen(QStringList {u"b"_s, u"gone"_s});
        QVERIFY(!button.chosen());
        button.setChoices({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}});
        QCOMPARE(button.chosen(), std::optional(QStringList {u"b"_s}));
        QCOMPARE(button.text(), u"B"_s);
        button.menu()->actions().first()->trigger(); // all
        button.setChoices({{u"b"_s, u"B"_s}, {u"gone"_s, u"Gone"_s}});
        QVERIFY(!button.chosen());
    }
};

PULLPUSH_WINDOW_TEST(TestChoiceButton)
#include "tst_choicebutton.moc"
