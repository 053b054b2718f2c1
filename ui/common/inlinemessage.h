// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/area.h"

#include <QWidget>

class QLabel;
class QPushButton;
class CloseButton;

/// A message inside a page, beside what it concerns: the whole text, a sign, an optional action.
/// Hidden until shown.
class InlineMessage : public QWidget
{
    Q_OBJECT
public:
    explicit InlineMessage(QWidget *parent = nullptr);

    /// Shows \a message; its details follow the text.
    void show(const NotifierMessage &message);
    void dismiss();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintSign();

    NotifierMessage m_message;
    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_action;
    CloseButton *m_close;
};
