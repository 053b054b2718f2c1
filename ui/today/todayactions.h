// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dayswork.h"

#include <QList>
#include <QMenu>
#include <QObject>

#include <memory>

class QAction;
class SnoozeMenu;

/// What can be done with a row of the day's work, each with a stable object name. The keys act while the list has the keyboard.
class TodayActions : public QObject
{
    Q_OBJECT
public:
    explicit TodayActions(QObject *parent = nullptr);
    ~TodayActions() override;

    /// In the order of the menu.
    [[nodiscard]] QList<QAction *> all() const;
    /// Those that a row may have as buttons.
    [[nodiscard]] QList<QAction *> ofRows() const;
    [[nodiscard]] static bool fits(const QAction &action, const WorkRow &row, bool isMarketing);
    /// Enables what \a row allows; nothing where none is selected.
    void update(const std::optional<WorkRow> &row, bool isMarketing) const;
    /// Until when a row is snoozed; the days follow \a today.
    [[nodiscard]] QMenu *snoozeMenu(QDate today);

    QAction *open;
    QAction *answer;
    QAction *log;
    QAction *snooze;
    QAction *done;
    QAction *accept;
    QAction *giveBack;
    QAction *words; ///< checkable: show words of conversations in the list

signals:
    void snoozed(QDate until);

private:
    QAction *add(
        const char *id, const QString &text, const QList<QKeySequence> &keys, const char16_t *icon);

    QAction *m_separator;
    std::unique_ptr<SnoozeMenu> m_snoozeMenu;
};
