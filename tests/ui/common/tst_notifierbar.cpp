// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/notifierbar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TstNotifierBar : public QObject
{
    Q_OBJECT
private slots:
    void hiddenUntilSomethingHappened();
    void actionRunsOnceAndCloses();
    void informationGivesWayWarningWaits();
    void detailsOnDemand();
    void undoIsTakenAway();

private:
    static QPushButton *buttonWith(const NotifierBar &bar, const QString &text);
};

QPushButton *TstNotifierBar::buttonWith(const NotifierBar &bar, const QString &text)
{
    const auto buttons = bar.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void TstNotifierBar::hiddenUntilSomethingHappened()
{
    NotifierBar bar;
    QVERIFY(bar.isEmpty());
    QVERIFY(bar.isHidden());
    bar.show({.text = u"3 posts were deleted."_s});
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.accessibleName(), u"3 posts were deleted."_s);
    bar.findChild<QToolButton *>()->click();
    QVERIFY(bar.isHidden());
}

void TstNotifierBar::actionRunsOnceAndCloses()
{
    NotifierBar bar;
    int runs = 0;
    bar.show({.text = u"Moved."_s, .actionText = u"Undo"_s, .action = [&runs] { ++runs; }});
    QPushButton *undo = buttonWith(bar, u"Undo"_s);
    QVERIFY(undo != nullptr);
    undo->click();
    undo->click();
    QCOMPARE(runs, 1);
    QVERIFY(bar.isEmpty());
}

void TstNotifierBar::informationGivesWayWarningWaits()
{
    NotifierBar bar;
    const QSignalSpy changes(&bar, &NotifierBar::changed);
    bar.show({.severity = NoticeSeverity::Warning, .text = u"Two rows were rejected."_s});
    bar.show({.text = u"Moved."_s});
    bar.show({.text = u"Moved again."_s});
    QCOMPARE(bar.current().text, u"Moved again."_s);
    bar.dismiss();
    QCOMPARE(bar.current().text, u"Two rows were rejected."_s);
    bar.dismiss();
    QVERIFY(bar.isEmpty());
    bar.dismiss();
    QCOMPARE(changes.count(), 5);
}

void TstNotifierBar::detailsOnDemand()
{
    NotifierBar bar;
    bar.show({.severity = NoticeSeverity::Error,
        .text = u"Not saved."_s,
        .details = u"The disk is full."_s});
    QPushButton *details = buttonWith(bar, u"Details…"_s);
    QVERIFY(details != nullptr && !details->isHidden());
    const int closed = bar.sizeHint().height();
    details->click();
    QTRY_VERIFY(bar.sizeHint().height() > closed);
}

void TstNotifierBar::undoIsTakenAway()
{
    NotifierBar bar;
    const QSignalSpy changes(&bar, &NotifierBar::changed);
    bool ran = false;
    bar.dropUndo(); // nothing to take away
    QCOMPARE(changes.count(), 0);
    bar.show({.text = u"“Launch” deleted."_s,
        .actionText = u"Undo"_s,
        .action = [&ran] { ran = true; },
        .isUndo = true});
    QPushButton *undo = buttonWith(bar, u"Undo"_s);
    QVERIFY(undo != nullptr);
    bar.dropUndo();
    QVERIFY(bar.isEmpty());
    QVERIFY(bar.isHidden());
    QCOMPARE(changes.count(), 2);
    undo->click();
    QVERIFY(!ran);

    // Another button says nothing of the newest edit, and an error stays in any case.
    bar.show({.severity = NoticeSeverity::Error, .text = u"Not saved."_s});
    bar.show({.text = u"3 prospects were imported."_s, .actionText = u"Show"_s});
    bar.dropUndo();
    QCOMPARE(bar.current().text, u"3 prospects were imported."_s);
    bar.show({.text = u"“Launch” deleted."_s, .actionText = u"Undo"_s, .isUndo = true});
    bar.dropUndo();
    QCOMPARE(bar.current().text, u"Not saved."_s);
    QVERIFY(!bar.isHidden());
    QVERIFY(buttonWith(bar, u"Undo"_s) == nullptr || buttonWith(bar, u"Undo"_s)->isHidden());

    // Behind an error it goes too, and does not come back when that is closed.
    bar.clear();
    bar.show({.text = u"“Launch” deleted."_s, .actionText = u"Undo"_s, .isUndo = true});
    bar.show({.severity = NoticeSeverity::Error, .text = u"Not saved."_s});
    bar.dropUndo();
    bar.dismiss();
    QVERIFY(bar.isEmpty());
}

PULLPUSH_WINDOW_TEST(TstNotifierBar)
#include "tst_notifierbar.moc"
