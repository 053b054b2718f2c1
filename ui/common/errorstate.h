// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// What a view says in place of its content when it could not be read: what happened, and the next
/// step.
class ErrorState : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorState(QWidget *parent = nullptr);

    /// Shows \a error's message. The detail is for the log and is not shown. An empty \a buttonText
    /// hides the button.
    void setError(const Error &error, const QString &buttonText);

signals:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QLabel *m_picture;
    QLabel *m_message;
    QPushButton *m_button;
};
