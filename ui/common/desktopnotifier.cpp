// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace {

// The interface of the Desktop Notifications Specification 1.2.
const auto NotifierService = "org.freedesktop.Notifications"_L1;
const auto NotifierPath = "/org/freedesktop/Notifications"_L1;
constexpr int AsLongAsTheDesktopLikes = -1;

QDBusMessage call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(NotifierService, NotifierPath, NotifierService, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // QtDBus knows slots by their signature alone; the 1 marks one. Without the service's name: with it, Qt would ask for its owner and wait.
    bus.connect(QString(), NotifierPath, NotifierService, u"ActionInvoked"_s, this,
        "1onAction(uint,QString)");
    bus.connect(QString(), NotifierPath, NotifierService, u"NotificationClosed"_s, this,
        "1onClosed(uint,uint)");
    auto *watcher =
        new QDBusPendingCallWatcher(bus.asyncCall(call(u"GetCapabilities"_s, {})), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &DesktopNotifier::onCapabilities);
}

void DesktopNotifier::onCapabilities(QDBusPendingCallWatcher *watcher)
{
    watcher->deleteLater();
    const QDBusPendingReply<QStringList> reply = *watcher;
    if (reply.isValid())
        m_readsMarkup = reply.value().contains("body-markup"_L1);
}

void DesktopNotifier::show(const DesktopNotice &notice)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    m_unwanted.remove(notice.key);
    QStringList actions;
    for (const DesktopNotice::Action &action : notice.actions)
        actions << action.id << action.text;
    const QString body = m_readsMarkup ? notice.body.toHtmlEscaped() : notice.body;
    const QVariantMap hints {{u"desktop-entry"_s, u"pullpush"_s}};
    const QDBusMessage message = call(u"Notify"_s,
        {u"Pullpush"_s, m_ids.value(notice.key), u"pullpush"_s, notice.title, body, actions, hints,
            AsLongAsTheDesktopLikes});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, key = notice.key](QDBusPendingCallWatcher *shown) { onShown(key, shown); });
}

void DesktopNotifier::onShown(const QString &key, QDBusPendingCallWatcher *watcher)
{
    watcher->deleteLater();
    const QDBusPendingReply<uint> reply = *watcher;
    if (!reply.isValid())
        return;
    if (m_unwanted.remove(key))
        closeId(reply.value());
    else
        m_ids.insert(key, reply.value());
}

void DesktopNotifier::close(const QString &key)
{
    if (const uint id = m_ids.take(key); id != 0)
        closeId(id);
    else
        m_unwanted.insert(key);
}

void DesktopNotifier::closeId(uint id)
{
    QDBusConnection::sessionBus().asyncCall(call(u"CloseNotification"_s, {id}));
}

void DesktopNotifier::onAction(uint id, const QString &action)
{
    // The desktop tells everybody; only what is ours is known here.
    if (const QString key = m_ids.key(id); !key.isEmpty())
        emit invoked(key, action);
}

void DesktopNotifier::onClosed(uint id, uint /*reason*/)
{
    if (const QString key = m_ids.key(id); !key.isEmpty())
        m_ids.remove(key);
}
