// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/searchfield.h"

#include "ui_common/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace {
constexpr int SearchWidth = 280;
constexpr int LeastSearchWidth = 64;
} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(u"search"_s);
    setClearButtonEnabled(true);
    setAccessibleName(tr("Search"));
    auto *sign = addAction(Icons::named(u"search"_s, u"edit-find"_s), QLineEdit::LeadingPosition);
    sign->setText(tr("Search"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setMinimumWidth(LeastSearchWidth);
}

QSize SearchField::sizeHint() const
{
    return {SearchWidth, QLineEdit::sizeHint().height()};
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape && !text().isEmpty()) {
        clear();
    } else if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter
        || key == Qt::Key_Down) {
        QLineEdit::keyPressEvent(event); // Return is a signal of its own
        event->accept();
        emit left();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}
