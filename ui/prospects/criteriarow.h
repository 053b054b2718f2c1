// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_prospects/filtercriteria.h"

#include <QWidget>

/// What is filtered by, as chips that go when they are pressed. Takes no room where there is nothing.
class CriteriaRow : public QWidget
{
    Q_OBJECT
public:
    explicit CriteriaRow(QWidget *parent = nullptr);

    /// The chips begin with \a button, which the row takes; without chips it is not seen.
    void setWayBack(QWidget *button);
    void setCriteria(const QList<FilterCriterion> &criteria);

signals:
    /// The user took a part away.
    void queryChosen(const ProspectQuery &query);

private:
    QWidget *m_wayBack = nullptr;
};
