// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/accessible.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TstAccessible : public QObject
{
    Q_OBJECT
private slots:
    void everyInteractivePartHasAName();
    void aGivenNameStays();
    void readersSwitchWhatAButtonStandsFor();
};

namespace {

bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::PageTab:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::List:
        return true;
    default:
        return false;
    }
}

/// Class and object name of each visible interactive child without a name.
QStringList nameless(QWidget *top)
{
    QStringList found;
    const auto widgets = top->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || !widget->isVisible() || !isInteractive(face->role()))
            continue;
        if (face->text(QAccessible::Name).isEmpty())
            found.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                + widget->objectName());
    }
    return found;
}

} // namespace

void TstAccessible::everyInteractivePartHasAName()
{
    AccessibleNames names;
    qApp->installEventFilter(&names);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *line = new QLineEdit(&window);
    line->setClearButtonEnabled(true);
    line->setPlaceholderText(u"Search"_s);
    line->setText(u"a word"_s);
    auto *calendar = new QCalendarWidget(&window);
    calendar->setAccessibleName(u"Month"_s);
    auto *label = new QLabel(u"&Count"_s, &window);
    auto *spin = new QSpinBox(&window);
    label->setBuddy(spin);
    auto *date = new QDateEdit(&window);
    date->setAccessibleName(u"From"_s);
    auto *combo = new QComboBox(&window);
    combo->setEditable(true);
    combo->addItem(u"one"_s);
    combo->setAccessibleName(u"Stage"_s);
    for (QWidget *widget :
        std::initializer_list<QWidget *> {line, calendar, label, spin, date, combo})
        layout->addWidget(widget);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(nameless(&window), QStringList());

    combo->showPopup();
    QVERIFY(!combo->view()->accessibleName().isEmpty());
    combo->hidePopup();
    // The clear button is the line edit's only tool button.
    QCOMPARE(line->findChild<QToolButton *>()->accessibleName(), u"Clear"_s);
}

void TstAccessible::aGivenNameStays()
{
    AccessibleNames names;
    qApp->installEventFilter(&names);
    QWidget window;
    auto *button = new QToolButton(&window);
    button->setToolTip(u"Delete"_s);
    auto *other = new QToolButton(&window);
    other->setToolTip(u"Copy"_s);
    other->setAccessibleName(u"Copy the link"_s);
    window.show();
    QCOMPARE(button->accessibleName(), u"Delete"_s);
    QCOMPARE(other->accessibleName(), u"Copy the link"_s);
}

void TstAccessible::readersSwitchWhatAButtonStandsFor()
{
    QWidget window;
    QActionGroup group(&window);
    QList<QAction *> actions;
    QList<QToolButton *> buttons;
    for (int i = 0; i < 2; ++i) {
        actions << group.addAction(u"View"_s);
        actions.last()->setCheckable(true);
        buttons << new QToolButton(&window);
        buttons.last()->setDefaultAction(actions.last());
        switchByToggle(buttons.last());
    }
    actions.first()->setChecked(true);
    const QSignalSpy chosen(&group, &QActionGroup::triggered);
    const auto toggle = [](QWidget *button) {
        QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(
            QAccessibleActionInterface::toggleAction());
    };
    toggle(buttons.last());
    QCOMPARE(chosen.size(), 1);
    QVERIFY(actions.last()->isChecked() && !actions.first()->isChecked());
    QVERIFY(!buttons.first()->isChecked());
    toggle(buttons.last()); // one of them stays chosen
    QVERIFY(actions.last()->isChecked() && buttons.last()->isChecked());
    buttons.first()->click();
    QVERIFY(actions.first()->isChecked() && !buttons.last()->isChecked());
    group.setExclusive(false);
    toggle(buttons.first());
    QVERIFY(!actions.first()->isChecked() && !buttons.first()->isChecked());
}

PULLPUSH_WINDOW_TEST(TstAccessible)
#include "tst_accessible.moc"
