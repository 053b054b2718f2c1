// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant> // complete: the slot is found by its types
#include <QObject>
#include <QVariant>

#include <optional>

class QDBusPendingCallWatcher;

/// Asks the desktop portal whether the user prefers dark, and follows changes. Desktops such as GNOME tell it there and leave the
/// palette alone. Without a session bus or a portal it stays silent; nothing waits for an answer.
class PortalScheme : public QObject
{
    Q_OBJECT
public:
    explicit PortalScheme(QObject *parent = nullptr);

    /// The portal's `color-scheme`: 1 is dark, 2 light, anything else no preference. \a value may be wrapped in D-Bus variants.
    [[nodiscard]] static std::optional<bool> darkFrom(const QVariant &value);

signals:
    /// The preference, at first and after each change; none: there is no preference.
    void preferenceChanged(std::optional<bool> dark);

private slots:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void onReply(QDBusPendingCallWatcher *watcher);
};
