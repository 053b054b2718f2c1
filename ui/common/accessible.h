// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QToolButton;
class QWidget;

/// Names the parts of Qt's own widgets that have none: the clear button of a line edit, the arrows
/// of a calendar, the editor inside a spin box or a combo box. Installed once on the application; a
/// name that somebody gave stays.
class AccessibleNames : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void name(QWidget *widget);
};

/// Lets the default action of \a button be switched by screen readers too, which toggle a button that can be checked and click nothing.
void switchByToggle(QToolButton *button);
