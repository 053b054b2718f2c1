// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwindow.h"
#include "session/handoverservice.h"
#include "session/touchservice.h"
#include "test_support/testprogram.h"
#include "ui_prospects/handoverpage.h"
#include "ui_prospects/handoversection.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// By keyboard alone; the only member is a manager, who may do everything.
class TestHandoverSection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SectionWindow<HandoverSection>> m_it;

    void open(const char *key)
    {
        m_it = std::make_unique<SectionWindow<HandoverSection>>();
        const QString reason = m_it->open(key);
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
    }
    void press(const QString &name)
    {
        auto *button = m_it->part<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
    }
    void offer(const QString &note)
    {
        press(u"handover.add"_s);
        auto *field = m_it->part<QLineEdit>(u"handover.note"_s);
        QVERIFY(field);
        QTest::keyClicks(field, note);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"handover.accept"_s));
    }
    HandoverState state() const { return m_it->dossier->handovers().first().state; }

private slots:
    void onlyWhoIsWarmIsOffered()
    {
        open("cold");
        QVERIFY(!m_it->part<QAbstractButton>(u"handover.add"_s));
        QVERIFY(m_it->part<QLabel>(u"handover.why"_s));
        open("conversation");
        QVERIFY(!m_it->part<QAbstractButton>(u"handover.add"_s));
        open("warm");
        QVERIFY(m_it->part<QAbstractButton>(u"handover.add"_s));
        QVERIFY(!m_it->part<QLabel>(u"handover.why"_s));
    }

    void offersAndTakesOver()
    {
        open("warm");
        for (const TouchKind kind : {TouchKind::Saw, TouchKind::Shared}) {
            Touch touch;
            touch.kind = kind;
            TouchService(*m_it->test).add(*m_it->dossier, touch);
            QVERIFY(m_it->test.settle());
            m_it->test.clock.advance(60'000);
        }
        press(u"handover.add"_s);
        const auto boxes = m_it->parts<QCheckBox>(u"handover.touch"_s);
        QCOMPARE(boxes.size(), 2);
        QVERIFY(boxes.first()->isChecked());
        QTest::keyClick(boxes.last(), Qt::Key_Space); // without the look
        auto *note = m_it->part<QLineEdit>(u"handover.note"_s);
        QTest::keyClicks(note, u"Likes oak"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QTRY_COMPARE(m_it->dossier->handoverTouches().size(), 1);
        QVERIFY(!m_it->section->summary().isEmpty()); // the time left
        QVERIFY(!m_it->part<QAbstractButton>(u"handover.add"_s)); // one at a time
        press(u"handover.accept"_s);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->stageKey(), u"conversation"_s);
        QCOMPARE(state(), HandoverState::Accepted);
        QTRY_VERIFY(!m_it->part<QAbstractButton>(u"handover.accept"_s));
        m_it->test->undoStack()->undo();
        QTRY_COMPARE(m_it->stageKey(), u"warm"_s);
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"handover.accept"_s));
    }

    void whatIsTypedWaits()
    {
        open("warm");
        const ProspectId other = m_it->create(u"Bo Cook"_s, "warm");
        auto *add = m_it->part<QAbstractButton>(u"handover.add"_s);
        press(u"handover.add"_s);
        QTest::keyClicks(m_it->part<QLineEdit>(u"handover.note"_s), u"Likes oak"_s);
        QTest::keyClick(m_it->part<QLineEdit>(u"handover.note"_s), Qt::Key_Escape);
        QVERIFY(!m_it->part<QLineEdit>(u"handover.note"_s));
        QCOMPARE(add->text(), u"Go on with the handover…"_s);
        press(u"handover.add"_s);
        QVERIFY(m_it->show(other));
        QTRY_COMPARE(add->text(), u"Offer to sales…"_s);
        press(u"handover.add"_s);
        QVERIFY(m_it->part<QLineEdit>(u"handover.note"_s)->text().isEmpty());
        QVERIFY(m_it->show(m_it->prospect));
        QTRY_COMPARE(add->text(), u"Go on with the handover…"_s);
        press(u"handover.add"_s);
        QCOMPARE(m_it->part<QLineEdit>(u"handover.note"_s)->text(), u"Likes oak"_s);
        press(u"handover.cancel"_s);
        QCOMPARE(add->text(), u"Offer to sales…"_s);
    }

    void returnsWithAReason()
    {
        open("warm");
        offer(u"Likes oak"_s);
        press(u"handover.return"_s);
        auto *reason = m_it->part<QLineEdit>(u"handover.reason"_s);
        QVERIFY(reason);
        QTest::keyClick(reason, Qt::Key_Return); // not without one
        QCOMPARE(state(), HandoverState::Offered);
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(!m_it->part<QLineEdit>(u"handover.reason"_s));
        press(u"handover.return"_s);
        QTest::keyClicks(reason, u"Too early"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QCOMPARE(state(), HandoverState::Returned);
        QTRY_VERIFY(m_it->part<QLabel>(u"handover.state"_s)->text().contains(u"Too early"_s));
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"handover.add"_s)); // it can be offered again
        offer(u"Now"_s);
        press(u"handover.withdraw"_s);
        QVERIFY(m_it->test.settle());
        QTRY_VERIFY(!m_it->part<QAbstractButton>(u"handover.withdraw"_s));
    }

    void theQueueLeadsAndDecides()
    {
        open("warm");
        HandoverPage page(*m_it->test);
        page.resize(600, 400);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto visible = [&page](const QString &name) {
            auto found = page.findChildren<QAbstractButton *>(name);
            found.removeIf([](const QAbstractButton *button) { return !button->isVisible(); });
            return found;
        };
        QVERIFY(visible(u"handover.open"_s).isEmpty());
        offer(u"Likes oak"_s);
        QTRY_COMPARE(visible(u"handover.open"_s).size(), 1);
        page.takeKeyboard();
        QSignalSpy asked(&page, &HandoverPage::openRequested);
        QTest::keyClick(visible(u"handover.open"_s).first(), Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<ProspectId>(), m_it->prospect);
        QTest::keyClick(visible(u"handover.accept"_s).first(), Qt::Key_Space);
        QVERIFY(m_it->test.settle());
        QTRY_COMPARE(m_it->stageKey(), u"conversation"_s);
        QTRY_VERIFY(visible(u"handover.accept"_s).isEmpty());
        QTRY_COMPARE(visible(u"handover.open"_s).size(), 1); // among the decided ones
        QSignalSpy closed(&page, &HandoverPage::closeRequested);
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void theQueueGoesFromTheFirstRowDown()
    {
        open("warm");
        offer(u"Likes oak"_s);
        const ProspectId other = m_it->create(u"Bo Cook"_s, "warm");
        QVERIFY(m_it->show(other));
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"handover.add"_s));
        offer(u"Likes ash"_s);
        HandoverPage page(*m_it->test);
        page.resize(700, 500);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.takeKeyboard(); // before anything is read
        QTRY_VERIFY(QApplication::focusWidget() != nullptr
            && QApplication::focusWidget()->objectName() == u"handover.accept"_s);
        QVERIFY(page.testAttribute(Qt::WA_KeyboardFocusChange)); // the ring is drawn
        QStringList order;
        QList<int> tops;
        for (int i = 0; i < 8; ++i) {
            QWidget *at = QApplication::focusWidget();
            order << at->objectName();
            tops << at->mapTo(&page, QPoint()).y();
            QTest::keyClick(at, Qt::Key_Tab);
        }
        const QStringList row {u"handover.accept"_s, u"handover.return"_s, u"handover.withdraw"_s};
        QCOMPARE(order,
            row + QStringList {u"handover.open"_s} + row + QStringList {u"handovers.limit"_s});
        QVERIFY(tops.at(0) < tops.at(3));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"handovers.close"_s);
    }

    void theQueueWithoutRowsHasItsKeyboardAtTheWayOut()
    {
        open("warm");
        HandoverPage page(*m_it->test);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.takeKeyboard();
        auto *close = page.findChild<QAbstractButton *>(u"handovers.close"_s);
        QTRY_VERIFY(close->hasFocus());
        const QSignalSpy closed(&page, &HandoverPage::closeRequested);
        QTest::keyClick(close, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }
};

PULLPUSH_WINDOW_TEST(TestHandoverSection)
#include "tst_handoversection.moc"
