// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/area.h"

#include <QQueue>
#include <QTimer>
#include <QWidget>

class ElidedLabel;
class QLabel;
class QPushButton;
class CloseButton;

/// Says in one line what happened, with one action such as Undo and "Details…". Information goes
/// away by itself, a warning or an error stays until it is closed; several wait in turn, the newest
/// in front.
class NotifierBar : public QWidget
{
    Q_OBJECT
public:
    explicit NotifierBar(QWidget *parent = nullptr);

    void show(const NotifierMessage &message);
    /// Closes what is shown; an older message that stays comes back.
    void dismiss();
    /// Takes away what offers to take back an edit.
    void dropUndo();
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_messages.isEmpty(); }
    /// The message in front. Asserts that there is one.
    [[nodiscard]] const NotifierMessage &current() const;

signals:
    /// A message came, went or changed.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void refresh();
    void paintSign();
    void toggleDetails();
    void runAction();

    QList<NotifierMessage> m_messages; ///< the last is in front
    QTimer m_expiry;
    QLabel *m_sign;
    ElidedLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    CloseButton *m_close;
    QLabel *m_details;
};
