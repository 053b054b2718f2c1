// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duepost.h"
#include "domain/reminder.h"

#include <QHash>
#include <QObject>
#include <QSettings>

class Workspace;

/// Decides when somebody is to be reminded of what is to be posted. What they wish, and what they put off, is kept on this computer.
class Reminders : public QObject
{
    Q_OBJECT
public:
    /// \a file keeps settings and snoozes, in the INI format.
    Reminders(Workspace &workspace, const QString &file, QObject *parent);

    [[nodiscard]] const ReminderSettings &settings() const { return m_settings; }
    void setSettings(const ReminderSettings &settings);
    /// Reminds again in \a minutes, also after a restart.
    void snooze(VariantId variant, int minutes);

signals:
    /// Of these now; each once, unless it is snoozed or planned anew.
    void remind(const QList<DuePost> &posts);
    /// It was posted, moved or taken back meanwhile: nothing to be reminded of.
    void ended(VariantId variant);

private:
    void look();
    void dropWhatEnded(const QList<DuePost> &soon);
    [[nodiscard]] bool isWanted(const DuePost &entry, qint64 now);
    void readSettings();
    void readSnoozes();
    void keepSnoozes();

    Workspace &m_workspace;
    QSettings m_file;
    QString m_group; ///< of this workspace's snoozes
    ReminderSettings m_settings;
    QHash<VariantId, qint64> m_snoozed; ///< until when
    QHash<VariantId, qint64> m_told; ///< planned time that was told
    bool m_first = true;
};
