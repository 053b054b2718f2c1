// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

/// A small field under a handover, for the reason why it is returned. Return sends it back, Escape closes.
class ReturnField : public QWidget
{
    Q_OBJECT
public:
    explicit ReturnField(QWidget *parent = nullptr);

    /// Takes the keyboard, with what was written of \a reason before.
    void start(const QString &reason);
    /// Whether there is something that would be lost.
    [[nodiscard]] bool isBegun() const;

signals:
    /// \a reason is not empty.
    void returned(const QString &reason);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void giveBack();

    QLineEdit *m_reason;
    QPushButton *m_return;
};
