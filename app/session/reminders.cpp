// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reminders.h"

#include "base/clock.h"
#include "session/dueposts.h"
#include "session/workspace.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 MsPerMinute = 60'000;
const auto OnKey = "remind"_L1;
const auto LeadKey = "leadMinutes"_L1;
const auto QuietKey = "quietHours"_L1;
const auto FromKey = "quietFrom"_L1;
const auto ToKey = "quietTo"_L1;
const auto TimeFormat = "HH:mm"_L1;
} // namespace

Reminders::Reminders(Workspace &workspace, const QString &file, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_file(file, QSettings::IniFormat)
    , m_group("snoozed/"_L1 + Workspace::settingsKey(workspace.location()))
{
    readSettings();
    readSnoozes();
    connect(&workspace.due(), &DuePosts::looked, this, &Reminders::look);
    workspace.due().watch();
}

void Reminders::readSettings()
{
    const ReminderSettings usual;
    const auto timeOf = [this](QLatin1StringView key, QTime otherwise) {
        const QTime time = QTime::fromString(m_file.value(key).toString(), TimeFormat);
        return time.isValid() ? time : otherwise;
    };
    m_settings.isOn = m_file.value(OnKey, usual.isOn).toBool();
    m_settings.leadMinutes = std::max(0, m_file.value(LeadKey, usual.leadMinutes).toInt());
    m_settings.hasQuietHours = m_file.value(QuietKey, usual.hasQuietHours).toBool();
    m_settings.quietFrom = timeOf(FromKey, usual.quietFrom);
    m_settings.quietTo = timeOf(ToKey, usual.quietTo);
}

void Reminders::setSettings(const ReminderSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_file.setValue(OnKey, settings.isOn);
    m_file.setValue(LeadKey, settings.leadMinutes);
    m_file.setValue(QuietKey, settings.hasQuietHours);
    m_file.setValue(FromKey, settings.quietFrom.toString(TimeFormat));
    m_file.setValue(ToKey, settings.quietTo.toString(TimeFormat));
    look();
}

void Reminders::readSnoozes()
{
    m_file.beginGroup(m_group);
    const QStringList keys = m_file.childKeys();
    for (const QString &key : keys)
        m_snoozed.insert(VariantId(key.toLongLong()), m_file.value(key).toLongLong());
    m_file.endGroup();
}

void Reminders::keepSnoozes()
{
    m_file.remove(m_group);
    m_file.beginGroup(m_group);
    for (auto it = m_snoozed.cbegin(); it != m_snoozed.cend(); ++it)
        m_file.setValue(it.key().toString(), it.value());
    m_file.endGroup();
}

void Reminders::snooze(VariantId variant, int minutes)
{
    m_snoozed.insert(variant, m_workspace.clock().now() + minutes * MsPerMinute);
    keepSnoozes();
}

void Reminders::dropWhatEnded(const QList<DuePost> &soon)
{
    QSet<VariantId> there;
    for (const DuePost &entry : soon)
        there << entry.variant;
    const auto isGone = [&there](const auto &entry) { return !there.contains(entry.key()); };
    if (erase_if(m_snoozed, isGone) > 0)
        keepSnoozes();
    const QList<VariantId> told = m_told.keys();
    for (const VariantId variant : told) {
        if (!there.contains(variant)) {
            m_told.remove(variant);
            emit ended(variant);
        }
    }
}

bool Reminders::isWanted(const DuePost &entry, qint64 now)
{
    const auto snoozed = m_snoozed.constFind(entry.variant);
    if (snoozed != m_snoozed.constEnd())
        return *snoozed <= now;
    if (m_told.value(entry.variant) == entry.at)
        return false;
    if (!m_first || entry.at > now)
        return true;
    m_told.insert(entry.variant, entry.at); // it was due when the workspace was opened
    return false;
}

void Reminders::look()
{
    const DuePosts &due = m_workspace.due();
    if (due.state() != StoreState::Ready)
        return;
    const qint64 now = m_workspace.clock().now();
    const QList<DuePost> soon = due.dueBy(now + m_settings.leadMinutes * MsPerMinute);
    dropWhatEnded(soon);
    // The hours of whoever sits here, whatever the workspace's zone.
    const QTime time = QDateTime::fromMSecsSinceEpoch(now).time();
    QList<DuePost> news;
    for (const DuePost &entry : soon) {
        if (!isWanted(entry, now) || isQuiet(m_settings, time))
            continue; // after the quiet hours
        m_told.insert(entry.variant, entry.at);
        if (m_snoozed.remove(entry.variant))
            keepSnoozes();
        news << entry;
    }
    m_first = false;
    if (m_settings.isOn && !news.isEmpty())
        emit remind(news);
}
