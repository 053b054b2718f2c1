// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/portalscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace {

// The interface of xdg-desktop-portal, which every desktop offers under this name.
const auto PortalService = "org.freedesktop.portal.Desktop"_L1;
const auto PortalPath = "/org/freedesktop/portal/desktop"_L1;
const auto Interface = "org.freedesktop.portal.Settings"_L1;
const auto Group = "org.freedesktop.appearance"_L1;
const auto Key = "color-scheme"_L1;

} // namespace

PortalScheme::PortalScheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    qRegisterMetaType<
        QDBusVariant>(); // Qt finds the slot only when it knows the type, and learns it late
    // QtDBus knows slots by their signature alone; the 1 marks one.
    // Without the service's name: with it, Qt would ask for its owner and wait.
    bus.connect(QString(), PortalPath, Interface, u"SettingChanged"_s, this,
        "1onSettingChanged(QString,QString,QDBusVariant)");
    QDBusMessage question =
        QDBusMessage::createMethodCall(PortalService, PortalPath, Interface, u"Read"_s);
    question.setArguments({QString(Group), QString(Key)});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &PortalScheme::onReply);
}

std::optional<bool> PortalScheme::darkFrom(const QVariant &value)
{
    QVariant inner = value;
    while (inner.metaType() == QMetaType::fromType<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    switch (inner.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return std::nullopt;
    }
}

void PortalScheme::onSettingChanged(
    const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == Group && key == Key)
        emit preferenceChanged(darkFrom(value.variant()));
}

void PortalScheme::onReply(QDBusPendingCallWatcher *watcher)
{
    watcher->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *watcher;
    if (reply.isValid())
        emit preferenceChanged(darkFrom(reply.value().variant()));
}
