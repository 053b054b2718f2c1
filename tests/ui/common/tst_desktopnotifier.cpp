// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

/// A notification service that keeps what it was asked for.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
    };
    QList<Shown> shown;
    QList<uint> closed;

public slots:
    QStringList GetCapabilities() { return {u"actions"_s, u"body-markup"_s}; }
    uint Notify(const QString & /*program*/, uint replaces, const QString & /*icon*/,
        const QString &title, const QString &body, const QStringList &actions,
        const QVariantMap & /*hints*/, int /*timeout*/)
    {
        shown.append({replaces, title, body, actions});
        return replaces != 0 ? replaces : uint(shown.size());
    }
    void CloseNotification(uint id) { closed.append(id); }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    FakeService m_service;

private slots:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty())
            QSKIP("there is no dbus-daemon");
        m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead());
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QDBusConnection bus =
            QDBusConnection::connectToBus(QString::fromLatin1(address), u"service"_s);
        QVERIFY(bus.isConnected());
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_service,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"service"_s);
        m_bus.terminate();
        m_bus.waitForFinished();
    }
    void init()
    {
        m_service.shown.clear();
        m_service.closed.clear();
    }

    void showsReplacesAndHearsAnswers()
    {
        DesktopNotifier notifier;
        const QSignalSpy invoked(&notifier, &DesktopNotifier::invoked);
        notifier.show({u"a"_s, u"Due"_s, u"Autumn"_s, {{u"open"_s, u"Open"_s}}});
        QTRY_COMPARE(m_service.shown.size(), 1);
        QCOMPARE(m_service.shown.first().title, u"Due"_s);
        QCOMPARE(m_service.shown.first().actions, (QStringList {u"open"_s, u"Open"_s}));
        emit m_service.ActionInvoked(77, u"open"_s); // of another program
        QTRY_VERIFY(([&] {
            emit m_service.ActionInvoked(1, u"open"_s);
            return QTest::qWaitFor([&] { return invoked.count() > 0; }, 200);
        })());
        QCOMPARE(invoked.first().at(0).toString(), u"a"_s);
        QCOMPARE(invoked.first().at(1).toString(), u"open"_s);
        notifier.show({u"a"_s, u"Due"_s, u"A < B & C"_s, {}});
        QTRY_COMPARE(m_service.shown.size(), 2);
        QCOMPARE(m_service.shown.last().replaces, 1U);
        QCOMPARE(m_service.shown.last().body, u"A &lt; B &amp; C"_s); // this service reads markup
        notifier.close(u"a"_s);
        QTRY_COMPARE(m_service.closed, QList<uint> {1});
    }

    void takesBackWhatWasClosedBeforeItWasThere()
    {
        DesktopNotifier notifier;
        notifier.show({u"b"_s, u"Due"_s, {}, {}});
        notifier.close(u"b"_s);
        QTRY_COMPARE(m_service.closed.size(), 1);
    }

    void forgetsWhatTheUserClosed()
    {
        DesktopNotifier notifier;
        const QSignalSpy invoked(&notifier, &DesktopNotifier::invoked);
        notifier.show({u"c"_s, u"Due"_s, {}, {}});
        QTRY_COMPARE(m_service.shown.size(), 1);
        emit m_service.NotificationClosed(1, 2);
        notifier.show({u"d"_s, u"Due"_s, {}, {}});
        QTRY_COMPARE(m_service.shown.size(), 2);
        QCOMPARE(m_service.shown.last().replaces, 0U);
    }

    void isSilentWithoutAService()
    {
        QDBusConnection bus(u"service"_s);
        QVERIFY(bus.unregisterService(u"org.freedesktop.Notifications"_s));
        DesktopNotifier notifier;
        notifier.show({u"e"_s, u"Due"_s, {}, {}});
        notifier.close(u"e"_s);
        QCOMPARE(m_service.shown.size(), 0);
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }
};

PULLPUSH_TEST(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
