// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

/// The names of the weekdays above the month: flat, in line with the days' numbers.
class WeekdayHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit WeekdayHeader(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};
