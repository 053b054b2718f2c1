// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class CalendarActions;
class FilterRow;
class QLabel;

/// Stands behind the title of the area: what is shown, the way to what is before and after, and the filters.
class CalendarBar : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarBar(const CalendarActions &actions, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] FilterRow *filters() const { return m_filters; }

private:
    QLabel *m_title;
    FilterRow *m_filters = nullptr;
};
