// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLineEdit;

/// Gives the keys of undo and redo to the window where a text field has nothing of its own to undo or redo. Installed once on the application;
/// without it Qt's fields keep them always.
class UndoKeys : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// What was typed in \a edit is committed: its own undo ends here, and the next one is the window's.
void endTyping(QLineEdit *edit);
