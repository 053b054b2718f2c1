// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_shell/actionregistry.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TstActionRegistry : public QObject
{
    Q_OBJECT
private slots:
    void findsById();
    void triggersOnlyEnabled();
    void offersWhatMenusHave();
    void forgetsTheDead();
};

void TstActionRegistry::findsById()
{
    ActionRegistry registry;
    QAction one(u"One"_s);
    one.setObjectName(u"post.one"_s);
    QAction line;
    line.setSeparator(true);
    registry.add({&one, &line});
    QCOMPARE(registry.action(u"post.one"_s), &one);
    QCOMPARE(registry.action(u"post.two"_s), nullptr);
    QCOMPARE(registry.actions(), QList<QAction *> {&one});
}

void TstActionRegistry::offersWhatMenusHave()
{
    ActionRegistry registry;
    QAction one(u"One"_s);
    one.setObjectName(u"post.one"_s);
    QAction two(u"Two"_s);
    two.setObjectName(u"post.two"_s);
    registry.add({&one, &two});
    QVERIFY(registry.offered().isEmpty());
    QMenu menu;
    menu.addActions({&one, &two});
    two.setEnabled(false);
    QCOMPARE(registry.offered(), QList<QAction *> {&one});
}

void TstActionRegistry::triggersOnlyEnabled()
{
    ActionRegistry registry;
    QAction one(u"One"_s);
    one.setObjectName(u"post.one"_s);
    registry.add(&one);
    const QSignalSpy triggered(&one, &QAction::triggered);
    QVERIFY(registry.trigger(u"post.one"_s));
    one.setEnabled(false);
    QVERIFY(!registry.trigger(u"post.one"_s));
    QVERIFY(!registry.trigger(u"post.two"_s));
    QCOMPARE(triggered.count(), 1);
}

void TstActionRegistry::forgetsTheDead()
{
    ActionRegistry registry;
    auto action = std::make_unique<QAction>();
    action->setObjectName(u"post.one"_s);
    registry.add(action.get());
    action.reset();
    QCOMPARE(registry.action(u"post.one"_s), nullptr);
    QVERIFY(registry.actions().isEmpty());
    QAction again;
    again.setObjectName(u"post.one"_s);
    registry.add(&again);
    QCOMPARE(registry.action(u"post.one"_s), &again);
}

PULLPUSH_WINDOW_TEST(TstActionRegistry)
#include "tst_actionregistry.moc"
