// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

#include <QList>
#include <QWidget>

class QDateEdit;
class QLineEdit;
class QVBoxLayout;

/// The dated next steps of a prospect that are open, and a line to add one.
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
    void setDraft(const QString &what);

signals:
    void added(QDate dueOn, const QString &what);
    void completed(const FollowUp &step);
    void snoozed(const FollowUp &step, QDate until);
    void removed(const FollowUp &step);

private:
    [[nodiscard]] QWidget *lineFor(const FollowUp &step);
    void add();

    QList<FollowUp> m_shown;
    QDate m_today;
    QWidget *m_lines;
    QVBoxLayout *m_layout;
    QLineEdit *m_what;
    QDateEdit *m_day;
};

/// When a step is due now: the day it was snoozed to, else its own.
[[nodiscard]] QDate dueDay(const FollowUp &step);
