// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_shell/recentworkspaces.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TstRecentWorkspaces : public QObject
{
    Q_OBJECT
private slots:
    void newestFirstWithoutDoubles();
    void tenAtMost();
    void forgetLeavesTheOthers();
    void passwordsAreNotKept();
    void namesAndPlaces();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
};

void TstRecentWorkspaces::newestFirstWithoutDoubles()
{
    QSettings settings(file(u"one.ini"_s), QSettings::IniFormat);
    RecentWorkspaces::remember(settings, u"/a.pullpush"_s, 1);
    RecentWorkspaces::remember(settings, u"/b.pullpush"_s, 2);
    RecentWorkspaces::remember(settings, u"/a.pullpush"_s, 3);
    const QList<RecentWorkspace> expected {{u"/a.pullpush"_s, 3}, {u"/b.pullpush"_s, 2}};
    QCOMPARE(RecentWorkspaces::read(settings), expected);
}

void TstRecentWorkspaces::tenAtMost()
{
    QSettings settings(file(u"two.ini"_s), QSettings::IniFormat);
    for (int i = 0; i < 12; ++i)
        RecentWorkspaces::remember(settings, u"/%1.pullpush"_s.arg(i), i);
    const auto list = RecentWorkspaces::read(settings);
    QCOMPARE(list.size(), 10);
    QCOMPARE(list.first().location, u"/11.pullpush"_s);
    QCOMPARE(list.last().location, u"/2.pullpush"_s);
}

void TstRecentWorkspaces::forgetLeavesTheOthers()
{
    QSettings settings(file(u"three.ini"_s), QSettings::IniFormat);
    RecentWorkspaces::remember(settings, u"/a.pullpush"_s, 1);
    RecentWorkspaces::remember(settings, u"/b.pullpush"_s, 2);
    RecentWorkspaces::forget(settings, u"/b.pullpush"_s);
    QCOMPARE(RecentWorkspaces::read(settings), (QList<RecentWorkspace> {{u"/a.pullpush"_s, 1}}));
    RecentWorkspaces::forget(settings, u"/a.pullpush"_s);
    QVERIFY(RecentWorkspaces::read(settings).isEmpty());
}

void TstRecentWorkspaces::passwordsAreNotKept()
{
    QSettings settings(file(u"four.ini"_s), QSettings::IniFormat);
    RecentWorkspaces::remember(settings, u"postgresql://mara:secret@db.example:5432/brand"_s, 1);
    const RecentWorkspace entry = RecentWorkspaces::read(settings).constFirst();
    QCOMPARE(entry.location, u"postgresql://mara@db.example:5432/brand"_s);
    QCOMPARE(entry.name(), u"brand"_s);
    QCOMPARE(entry.place(), u"db.example"_s);
    QVERIFY(!entry.isMissing());
    RecentWorkspaces::remember(settings, u"postgres://mara:secret@db.example/brand"_s, 2);
    const RecentWorkspace shorter = RecentWorkspaces::read(settings).constFirst();
    QCOMPARE(shorter.location, u"postgres://mara@db.example/brand"_s);
    QVERIFY(!shorter.isMissing());
    settings.sync();
    QFile stored(settings.fileName());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QVERIFY(!stored.readAll().contains("secret"));
}

void TstRecentWorkspaces::namesAndPlaces()
{
    const QString path = file(u"Spring plan.pullpush"_s);
    RecentWorkspace entry {path, 1};
    QVERIFY(entry.isMissing());
    QFile made(path);
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.close();
    QVERIFY(!entry.isMissing());
    QCOMPARE(entry.name(), u"Spring plan"_s);
    QSettings settings(file(u"five.ini"_s), QSettings::IniFormat);
    RecentWorkspaces::remember(settings, path, 1, u"Hearthline"_s);
    QCOMPARE(RecentWorkspaces::read(settings).constFirst().name(), u"Hearthline"_s);
    entry.location = QDir::homePath() + u"/brands/a.pullpush"_s;
    QCOMPARE(entry.place(), QDir::toNativeSeparators(u"~/brands"_s));
}

PULLPUSH_TEST(TstRecentWorkspaces)
#include "tst_recentworkspaces.moc"
