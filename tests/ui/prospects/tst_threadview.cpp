// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"
#include "ui_prospects/threadview.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QList<ThreadEntry> messages(int from, int count)
{
    QList<ThreadEntry> entries;
    for (int i = from; i < from + count; ++i) {
        ThreadEntry entry;
        entry.kind = ThreadEntry::Kind::Message;
        entry.id = i + 1;
        entry.at = {1'795'176'000'000 + i * 60'000LL, Precision::Minute};
        entry.direction = i % 3 == 0 ? Direction::Ours : Direction::Theirs;
        entry.text = u"Message %1: "_s.arg(i) + u"words that go on for a while "_s.repeated(i % 9);
        entries << entry;
    }
    return entries;
}
} // namespace

class TestThreadView : public QObject
{
    Q_OBJECT
private slots:
    void beginsAndStaysAtTheEnd();
    void keepsItsPlaceWhenEarlierComes();
    void showsManyMessages();
    void copiesEntries();
    void asksForEarlier();
};

void TestThreadView::beginsAndStaysAtTheEnd()
{
    ThreadView view;
    view.resize(480, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setThread(1, messages(0, 60));
    const QScrollBar *bar = view.verticalScrollBar();
    QVERIFY(bar->maximum() > 400);
    QCOMPARE(bar->value(), bar->maximum());
    view.setThread(1, messages(0, 61));
    QCOMPARE(bar->value(), bar->maximum());
    view.resize(380, 300);
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void TestThreadView::keepsItsPlaceWhenEarlierComes()
{
    ThreadView view;
    view.resize(480, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setThread(1, messages(100, 60));
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(0);
    const QPersistentModelIndex first(view.model()->index(0, 0));
    const int top = view.visualRect(first).top();
    view.setThread(1, messages(40, 120));
    QCOMPARE(first.row(), 60);
    QCOMPARE(view.visualRect(first).top(), top);
    // A new word does not pull somebody who reads above to the end.
    const int value = bar->value();
    view.setThread(1, messages(40, 121));
    QCOMPARE(bar->value(), value);
}

void TestThreadView::showsManyMessages()
{
    ThreadView view;
    view.resize(480, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setThread(1, messages(0, 5000));
    view.setThread(1, messages(0, 5001));
    QCOMPARE(view.model()->rowCount(), 5001);
}

void TestThreadView::copiesEntries()
{
    ThreadView view;
    view.setThread(1, messages(0, 3));
    view.selectAll();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).contains(u"Message 0"_s));
}

void TestThreadView::asksForEarlier()
{
    ThreadView view;
    ThreadEntry earlier;
    earlier.kind = ThreadEntry::Kind::Earlier;
    earlier.title = u"Show earlier messages"_s;
    view.setThread(1, QList {earlier} + messages(0, 3));
    view.show();
    QSignalSpy asked(&view, &ThreadView::earlierRequested);
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QTest::mouseClick(
        view.viewport(), Qt::LeftButton, {}, view.visualRect(view.model()->index(0, 0)).center());
    QCOMPARE(asked.count(), 2);
}

QTEST_MAIN(TestThreadView)
#include "tst_threadview.moc"
