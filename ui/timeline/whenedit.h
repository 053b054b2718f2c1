// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QTime>
#include <QWidget>

#include <optional>

class QDateEdit;
class QPushButton;
class QTimeEdit;
class QToolButton;

/// Day and time of a post; without a day it is an idea.
class WhenEdit : public QWidget
{
    Q_OBJECT
public:
    explicit WhenEdit(QWidget *parent = nullptr);

    /// Says nothing.
    void setWhen(std::optional<QDate> day, std::optional<QTime> time);
    /// The day that is offered to an idea.
    void setSuggestedDay(QDate day);
    [[nodiscard]] std::optional<QDate> day() const { return m_day; }
    [[nodiscard]] std::optional<QTime> time() const { return m_time; }

signals:
    /// The user changed one.
    void whenChanged();

private:
    void refresh();
    void change(std::optional<QDate> day, std::optional<QTime> time);

    std::optional<QDate> m_day;
    std::optional<QTime> m_time;
    QDate m_suggested;
    QPushButton *m_plan;
    QDateEdit *m_dayEdit;
    QPushButton *m_addTime;
    QTimeEdit *m_timeEdit;
    QToolButton *m_clear;
};
