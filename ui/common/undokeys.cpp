// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/undokeys.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace {
/// Whether \a widget is a field that would take the key though it has no use for it.
bool hasNoUse(const QObject *widget, bool isUndo)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return !(isUndo ? line->isUndoAvailable() : line->isRedoAvailable());
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return !(
            isUndo ? text->document()->isUndoAvailable() : text->document()->isRedoAvailable());
    return false;
}
} // namespace

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool isUndo = key->matches(QKeySequence::Undo);
        if ((isUndo || key->matches(QKeySequence::Redo)) && hasNoUse(watched, isUndo)) {
            event->ignore(); // so that the shortcut is looked for
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void endTyping(QLineEdit *edit)
{
    const int cursor = edit->cursorPosition();
    const bool isSelected = edit->hasSelectedText();
    edit->setText(edit->text()); // forgets its history
    if (isSelected)
        edit->selectAll();
    else
        edit->setCursorPosition(cursor);
    edit->setModified(false);
}
