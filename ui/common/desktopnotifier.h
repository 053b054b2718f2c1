// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

class QDBusPendingCallWatcher;

/// One notification of the desktop. \a key is ours and stable: the same key again takes the place of what it showed.
struct DesktopNotice
{
    QString key;
    QString title;
    QString body; ///< plain text
    struct Action
    {
        QString id; ///< "default" is a click on the notification itself
        QString text;
    };
    QList<Action> actions;
};

/// Notifications of the desktop, through org.freedesktop.Notifications. Without a session bus or such a service nothing is shown and nothing is
/// said, so this is never the only way in which somebody learns something. Nothing waits for an answer.
class DesktopNotifier : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    void show(const DesktopNotice &notice);
    /// Takes it from the screen, where it is still there.
    void close(const QString &key);

signals:
    void invoked(const QString &key, const QString &action);

private slots:
    void onAction(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    void onCapabilities(QDBusPendingCallWatcher *watcher);
    void onShown(const QString &key, QDBusPendingCallWatcher *watcher);
    void closeId(uint id);

    bool m_readsMarkup = false;
    QHash<QString, uint> m_ids; ///< of what is on the screen, by key
    QSet<QString> m_unwanted; ///< closed before the service had answered
};
