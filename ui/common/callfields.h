// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

/// How a call ended and how many minutes it, or a meeting, took. A letter that is typed at the minutes chooses how the call ended: no digits begin with
/// one, and so a call in vain is logged with two keys.
class CallFields : public QWidget
{
    Q_OBJECT
public:
    /// Its parts are called \a prefix with ".result" and ".minutes".
    explicit CallFields(const QString &prefix, QWidget *parent = nullptr);

    /// Shows what \a medium has: nothing for what is written.
    void setMedium(Medium medium);
    /// None for whatever is no call.
    [[nodiscard]] CallResult result() const;
    /// 0 where nobody was reached, and for whatever is written.
    [[nodiscard]] int seconds() const;
    /// \a result None is as Answered; \a seconds are shown as whole minutes.
    void setCall(CallResult result, int seconds);
    /// Answered, no minutes.
    void reset() { setCall(CallResult::Answered, 0); }
    /// Whether somebody said anything here.
    [[nodiscard]] bool isBegun() const;
    /// The minutes take the keyboard. Returns whether there are any.
    bool takeKeyboard();
    [[nodiscard]] QComboBox *resultBox() const { return m_result; }
    [[nodiscard]] QSpinBox *minutesBox() const { return m_minutes; }

signals:
    /// Something else is said than before.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isSpoken() const;
    void showParts();
    [[nodiscard]] bool chooseBy(const QString &letter);

    Medium m_medium = Medium::DirectMessage;
    QComboBox *m_result;
    QSpinBox *m_minutes;
};
