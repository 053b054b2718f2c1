// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class CalendarActions;
class FilterRow;
class QLabel;

/// Stands behind the title of the area: which month, the way to another, and the filters.
class MonthBar : public QWidget
{
    Q_OBJECT
public:
    explicit MonthBar(const CalendarActions &actions, QWidget *parent = nullptr);

    void setMonth(QDate month);
    [[nodiscard]] FilterRow *filters() const { return m_filters; }

private:
    QLabel *m_month;
    FilterRow *m_filters = nullptr;
};
