// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/chips.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TstChips : public QObject
{
    Q_OBJECT
private slots:
    void severalAtOnce();
    void exclusiveSwitchesTheOtherOff();
    void stateSurvivesNewChips();
    void readersSwitchThem();

private:
    static QList<Chip> three()
    {
        return {{u"pull"_s, u"Pull"_s, ColourRole::Pull}, {u"push"_s, u"Push"_s, ColourRole::Push},
            {u"mine"_s, u"Mine"_s}};
    }
};

void TstChips::severalAtOnce()
{
    FilterChips chips;
    chips.setChips(three());
    const QSignalSpy changes(&chips, &FilterChips::checkedKeysChanged);
    chips.findChild<QToolButton *>(u"mine"_s)->click();
    chips.findChild<QToolButton *>(u"pull"_s)->click();
    QCOMPARE(chips.checkedKeys(), (QStringList {u"pull"_s, u"mine"_s}));
    chips.findChild<QToolButton *>(u"mine"_s)->click();
    QCOMPARE(changes.last().first().toStringList(), QStringList {u"pull"_s});
    chips.setCheckedKeys({u"push"_s, u"unknown"_s});
    QCOMPARE(chips.checkedKeys(), QStringList {u"push"_s});
    QCOMPARE(changes.count(), 3);
}

void TstChips::exclusiveSwitchesTheOtherOff()
{
    FilterChips chips;
    chips.setChips(three());
    chips.setExclusive(true);
    chips.findChild<QToolButton *>(u"pull"_s)->click();
    chips.findChild<QToolButton *>(u"push"_s)->click();
    QCOMPARE(chips.checkedKeys(), QStringList {u"push"_s});
    chips.findChild<QToolButton *>(u"push"_s)->click();
    QCOMPARE(chips.checkedKeys(), QStringList());
}

void TstChips::stateSurvivesNewChips()
{
    FilterChips chips;
    chips.setChips(three());
    chips.setCheckedKeys({u"pull"_s, u"mine"_s});
    chips.setChips({{u"mine"_s, u"Mine"_s}, {u"other"_s, u"Other"_s}});
    QCOMPARE(chips.checkedKeys(), QStringList {u"mine"_s});
}

void TstChips::readersSwitchThem()
{
    FilterChips chips;
    chips.setChips(three());
    chips.setExclusive(true);
    chips.setCheckedKeys({u"pull"_s});
    const QSignalSpy changes(&chips, &FilterChips::checkedKeysChanged);
    QAccessibleInterface *face =
        QAccessible::queryAccessibleInterface(chips.findChild<QToolButton *>(u"push"_s));
    QVERIFY(face != nullptr && face->actionInterface() != nullptr);
    face->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(changes.count(), 1); // once, though the other went off
    QCOMPARE(changes.last().first().toStringList(), QStringList {u"push"_s});
}

PULLPUSH_WINDOW_TEST(TstChips)
#include "tst_chips.moc"
