// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QPushButton;
class QTimeEdit;
class QToolButton;

/// Day, time and zone of a post or a variant; without a day it is an idea.
class WhenEdit : public QWidget
{
    Q_OBJECT
public:
    explicit WhenEdit(QWidget *parent = nullptr);

    /// Says nothing.
    void setWhen(const PlannedTime &when);
    /// What an empty zone stands for, and the zones that are offered first.
    void setZones(const QString &workspaceZone, const QStringList &offered);
    /// Offers to find the next free slot.
    void setHasSlots(bool hasSlots);
    /// The day that is offered to an idea.
    void setSuggestedDay(QDate day);
    [[nodiscard]] const PlannedTime &when() const { return m_when; }

signals:
    /// The user changed one.
    void whenChanged();
    void nextSlotRequested();

private:
    void refresh();
    void build();
    void change(const PlannedTime &when);

    PlannedTime m_when;
    QString m_workspaceZone;
    QStringList m_offeredZones;
    QDate m_suggested;
    QPushButton *m_plan;
    QDateEdit *m_dayEdit;
    QPushButton *m_addTime;
    QTimeEdit *m_timeEdit;
    QToolButton *m_clear;
    QToolButton *m_slot;
    QToolButton *m_zoneButton; ///< shows the zones, which few posts need
    QComboBox *m_zone;
    bool m_asksZone = false;
};
