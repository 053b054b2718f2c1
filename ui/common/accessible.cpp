// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/accessible.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QActionGroup>
#include <QCalendarWidget>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTabBar>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// The name a reader would be told for \a widget itself: given, by its label's buddy, or its
/// placeholder.
QString nameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const QWidget *top = widget->window();
    const auto labels = top->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() == widget) {
            QString text = label->text();
            return text.remove(u'&');
        }
    }
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->placeholderText();
    return {};
}

template<typename T>
T *above(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent != nullptr;
         parent = parent->parentWidget()) {
        if (auto *found = qobject_cast<T *>(parent))
            return found;
    }
    return nullptr;
}

QString calendarPart(const QString &part)
{
    if (part == "qt_calendar_prevmonth"_L1)
        return AccessibleNames::tr("Previous month");
    if (part == "qt_calendar_nextmonth"_L1)
        return AccessibleNames::tr("Next month");
    if (part == "qt_calendar_yearedit"_L1 || part == "qt_calendar_yearbutton"_L1)
        return AccessibleNames::tr("Year");
    if (part == "qt_calendar_monthbutton"_L1)
        return AccessibleNames::tr("Month");
    if (part == "qt_calendar_calendarview"_L1)
        return AccessibleNames::tr("Days of the month");
    return {};
}

QString buttonName(QToolButton *button)
{
    if (qobject_cast<QLineEdit *>(button->parentWidget()) != nullptr) {
        const QAction *action = button->defaultAction();
        if (action != nullptr && !action->text().isEmpty())
            return action->text();
        if (action == nullptr || action->objectName() == "_q_qlineeditclearaction"_L1)
            return AccessibleNames::tr("Clear");
        return action->toolTip();
    }
    if (button->objectName() == "qt_toolbar_ext_button"_L1
        || button->objectName() == "qt_menubar_ext_button"_L1)
        return AccessibleNames::tr("More");
    if (!button->text().isEmpty())
        return {}; // Qt tells the text
    return button->toolTip();
}

QString innerName(QWidget *widget)
{
    if (auto *combo = above<QComboBox>(widget); combo != nullptr)
        return nameOf(combo);
    if (auto *spin = above<QAbstractSpinBox>(widget); spin != nullptr)
        return nameOf(spin);
    return {};
}

} // namespace

bool AccessibleNames::eventFilter(QObject *watched, QEvent *event)
{
    // By the time of Show a widget has its place, its object name and, mostly, its label.
    if (event->type() == QEvent::Show && watched->isWidgetType())
        name(static_cast<QWidget *>(
            watched)); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    return QObject::eventFilter(watched, event);
}

void AccessibleNames::name(QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return;
    QString name;
    if (above<QCalendarWidget>(widget) != nullptr)
        name = calendarPart(widget->objectName());
    if (name.isEmpty()) {
        if (auto *button = qobject_cast<QToolButton *>(widget))
            name = buttonName(button);
        else if (qobject_cast<QLineEdit *>(widget) != nullptr
            || qobject_cast<QAbstractItemView *>(widget) != nullptr) {
            name = innerName(widget);
            if (name.isEmpty())
                name = nameOf(widget);
        }
    }
    if (!name.isEmpty())
        widget->setAccessibleName(name);
}

void switchByToggle(QToolButton *button)
{
    // Qt lets the action follow a button that is switched so, but does not trigger it. Where the button follows its action, it is switched before the action
    // says so.
    const QPointer<QAction> action = button->defaultAction();
    const auto said = std::make_shared<bool>(action->isChecked());
    QObject::connect(action, &QAction::toggled, button, [said](bool on) { *said = on; });
    QObject::connect(button, &QToolButton::toggled, button, [action, said](bool on) {
        if (!action || *said != on)
            return;
        if (!on && action->actionGroup() != nullptr && action->actionGroup()->isExclusive())
            action->setChecked(true); // one of a choice stays
        else
            emit action->triggered(on);
    });
}
