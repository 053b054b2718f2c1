// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

#include <QList>
#include <QWidget>

class QDateEdit;
class QLineEdit;
class QLocale;
class QVBoxLayout;

/// The dated next steps of a prospect that are open, and a line to add one. In its day a letter goes to the next weekday of that name; Return adds.
class NextSteps : public QWidget
{
    Q_OBJECT
public:
    explicit NextSteps(QWidget *parent = nullptr);

    /// Shows the open ones of \a steps by their day; \a today decides what is late and which day a new one gets.
    void setSteps(const QList<FollowUp> &steps, QDate today);
    /// The keyboard goes to the line that adds one.
    void startAdding();
    /// What is typed of a new one.
    [[nodiscard]] QString draft() const;
    /// The day it is to be due on.
    [[nodiscard]] QDate draftDay() const;
    /// An invalid \a day is tomorrow.
    void setDraft(const QString &what, QDate day = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void added(QDate dueOn, const QString &what);
    void completed(const FollowUp &step);
    void snoozed(const FollowUp &step, QDate until);
    void removed(const FollowUp &step);

private:
    [[nodiscard]] QWidget *lineFor(const FollowUp &step);
    void add();
    /// The line that has the keyboard, -1 where none has.
    [[nodiscard]] int focusedLine() const;
    [[nodiscard]] bool goToDay(const QString &letter);

    QList<FollowUp> m_shown;
    QDate m_today;
    QString m_letter; ///< that chose the day
    QWidget *m_lines;
    QVBoxLayout *m_layout;
    QLineEdit *m_what;
    QDateEdit *m_day;
};

/// When a step is due now: the day it was snoozed to, else its own.
[[nodiscard]] QDate dueDay(const FollowUp &step);
/// The first day behind \a after whose name in \a locale begins with \a start; invalid where none does.
[[nodiscard]] QDate nextDayNamed(const QString &start, QDate after, const QLocale &locale);
