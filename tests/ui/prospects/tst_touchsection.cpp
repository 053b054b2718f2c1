// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwindow.h"
#include "session/poststore.h"
#include "session/touchservice.h"
#include "test_support/testprogram.h"
#include "ui_prospects/touchpicker.h"
#include "ui_prospects/touchsection.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestTouchSection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SectionWindow<TouchSection>> m_it;

    void press(const QString &name)
    {
        auto *button = m_it->part<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
    }
    void choose(TouchKind kind)
    {
        auto *box = m_it->part<QComboBox>(u"touch.kind"_s);
        QVERIFY(box);
        box->setCurrentIndex(box->findData(int(kind)));
    }
    void addReferral(ProspectId by)
    {
        Touch touch;
        touch.kind = TouchKind::Referred;
        touch.referrer = by;
        TouchService(*m_it->test).add(*m_it->dossier, touch);
        QVERIFY(m_it->test.settle());
    }

private slots:
    void init()
    {
        m_it = std::make_unique<SectionWindow<TouchSection>>();
        const QString reason = m_it->open();
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
    }

    void noTouchIsBefore1970()
    {
        press(u"touches.add"_s);
        auto *day = m_it->part<QDateEdit>(u"touch.day"_s);
        QVERIFY(day);
        day->setDate(QDate(1969, 12, 31));
        QCOMPARE(day->date(), QDate(1970, 1, 1));
    }

    void recordsATouchOfAPost()
    {
        PostWithVariants post;
        post.post.title = u"Slow mornings"_s;
        post.post.day = m_it->test->today().addDays(-3);
        const PostId slow = m_it->test->posts().create(post);
        QVERIFY(m_it->test.settle());
        press(u"touches.add"_s);
        QVERIFY(m_it->part<QComboBox>(u"touch.kind"_s)->hasFocus());
        choose(TouchKind::Commented);
        auto *about = m_it->part<TouchPicker>(u"touch.about"_s);
        QTest::keyClicks(about, u"morn"_s);
        QTest::keyClick(about, Qt::Key_Return); // before there is an answer, even
        QTRY_COMPARE(about->target().post, slow);
        QCOMPARE(about->text(), u"Slow mornings"_s);
        auto *day = m_it->part<QDateEdit>(u"touch.day"_s);
        QCOMPARE(day->date(), m_it->test->today());
        day->setDate(m_it->test->today().addDays(-1));
        auto *quote = m_it->part<QLineEdit>(u"touch.quote"_s);
        auto *quotable = m_it->part<QCheckBox>(u"touch.quotable"_s);
        QVERIFY(!quotable->isEnabled()); // there is nothing to quote yet
        QTest::keyClicks(quote, u"So true"_s);
        QTest::keyClick(quotable, Qt::Key_Space);
        QTest::keyClick(quote, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->touches().size(), 1);
        const Touch touch = m_it->dossier->touches().first();
        QCOMPARE(touch.post, slow);
        QCOMPARE(touch.quote, u"So true"_s);
        QVERIFY(touch.quotable);
        QCOMPARE(touch.at,
            (Moment {
                startOfDay(m_it->test->today().addDays(-1), m_it->test->zone()), Precision::Day}));
        QVERIFY(!m_it->part<QComboBox>(u"touch.kind"_s)); // the form went
    }

    void changesAndDeletes()
    {
        addReferral({});
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"touch.change"_s));
        press(u"touch.change"_s);
        choose(TouchKind::Reviewed);
        QVERIFY(!m_it->part<TouchPicker>(u"touch.about"_s)); // a review is about us
        QTest::keyClick(
            m_it->part<QComboBox>(u"touch.kind"_s), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_it->test.settle());
        QTRY_COMPARE(m_it->dossier->touches().first().kind, TouchKind::Reviewed);
        press(u"touches.add"_s);
        QTest::keyClick(m_it->part<QComboBox>(u"touch.kind"_s), Qt::Key_Escape);
        QVERIFY(!m_it->part<QComboBox>(u"touch.kind"_s));
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"touch.remove"_s));
        press(u"touch.remove"_s);
        QVERIFY(m_it->test.settle());
        QVERIFY(m_it->dossier->touches().isEmpty());
        m_it->test->undoStack()->undo();
        QTRY_COMPARE(m_it->dossier->touches().size(), 1);
    }

    void anUnknownDayStaysUnknown()
    {
        Touch touch;
        touch.kind = TouchKind::Reviewed;
        touch.at = {m_it->test.clock.now(), Precision::Unknown};
        TouchService(*m_it->test).add(*m_it->dossier, touch);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->touches().first().at.precision, Precision::Unknown);
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"touch.change"_s));
        press(u"touch.change"_s);
        QTest::keyClicks(m_it->part<QLineEdit>(u"touch.quote"_s), u"Good bread"_s);
        QTest::keyClick(m_it->part<QLineEdit>(u"touch.quote"_s), Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->touches().first().quote, u"Good bread"_s);
        QCOMPARE(m_it->dossier->touches().first().at.precision, Precision::Unknown);
    }

    void whatIsTypedWaits()
    {
        const ProspectId other = m_it->create(u"Bo Cook"_s, "cold");
        auto *add = m_it->part<QAbstractButton>(u"touches.add"_s);
        press(u"touches.add"_s);
        choose(TouchKind::Mentioned);
        QTest::keyClicks(m_it->part<QLineEdit>(u"touch.quote"_s), u"Good bread"_s);
        QTest::keyClick(m_it->part<QLineEdit>(u"touch.quote"_s), Qt::Key_Escape);
        QVERIFY(!m_it->part<QLineEdit>(u"touch.quote"_s));
        QCOMPARE(add->text(), u"Go on with the touch…"_s);
        press(u"touches.add"_s);
        QCOMPARE(m_it->part<QLineEdit>(u"touch.quote"_s)->text(), u"Good bread"_s);
        // With another prospect too, and it is not theirs.
        QVERIFY(m_it->show(other));
        QTRY_VERIFY(!m_it->part<QLineEdit>(u"touch.quote"_s));
        QCOMPARE(add->text(), u"Add a touch…"_s);
        QVERIFY(m_it->show(m_it->prospect));
        QTRY_COMPARE(add->text(), u"Go on with the touch…"_s);
        press(u"touches.add"_s);
        auto *quote = m_it->part<QLineEdit>(u"touch.quote"_s);
        QCOMPARE(quote->text(), u"Good bread"_s);
        auto *kind = m_it->part<QComboBox>(u"touch.kind"_s);
        QCOMPARE(kind->currentData().toInt(), int(TouchKind::Mentioned));
        QTest::keyClick(quote, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->touches().first().quote, u"Good bread"_s);
        QCOMPARE(add->text(), u"Add a touch…"_s);
        // Cancel forgets.
        press(u"touches.add"_s);
        QTest::keyClicks(m_it->part<QLineEdit>(u"touch.quote"_s), u"Never mind"_s);
        press(u"touch.cancel"_s);
        QCOMPARE(add->text(), u"Add a touch…"_s);
    }

    void wordsThatNameNothingAreNotDropped()
    {
        press(u"touches.add"_s);
        auto *about = m_it->part<TouchPicker>(u"touch.about"_s);
        QTest::keyClicks(about, u"no such post"_s);
        QTest::keyClick(about, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_it->part<QLabel>(u"touch.fault"_s));
        QVERIFY(m_it->dossier->touches().isEmpty());
        about->clear();
        QVERIFY(!m_it->part<QLabel>(u"touch.fault"_s));
        QTest::keyClick(about, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->touches().size(), 1);
    }

    void warmthExplainsItself()
    {
        QCOMPARE(m_it->part<QProgressBar>(u"touches.warmth"_s)->value(), 0);
        addReferral({});
        QTRY_COMPARE(m_it->part<QProgressBar>(u"touches.warmth"_s)->value(), 25);
        QCOMPARE(m_it->part<QLabel>(u"touches.level"_s)->text(), u"Warm"_s);
        QCOMPARE(m_it->section->summary(), u"Warm"_s);
        QVERIFY(!m_it->part<QLabel>(u"touches.parts"_s));
        press(u"touches.why"_s);
        QVERIFY(m_it->part<QLabel>(u"touches.parts"_s));
        QVERIFY(m_it->part<QLabel>(u"touches.parts"_s)->text().contains(u"25 of 25 points"_s));
    }

    void leadsToWhoBroughtThemAndBack()
    {
        const ProspectId ada = m_it->create(u"Ada <Advocate>"_s, "advocate");
        QSignalSpy asked(m_it->section, &DossierSection::openRequested);
        press(u"touches.add"_s);
        choose(TouchKind::Referred);
        auto *about = m_it->part<TouchPicker>(u"touch.about"_s);
        QTest::keyClicks(about, u"ada"_s);
        QTest::keyClick(about, Qt::Key_Return);
        QTRY_COMPARE(about->target().referrer, ada);
        QTest::keyClick(m_it->part<QLineEdit>(u"touch.quote"_s), Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"touch.referrer"_s));
        press(u"touch.referrer"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<ProspectId>(), ada);

        QVERIFY(m_it->show(ada));
        QTRY_VERIFY(m_it->part<QLabel>(u"touches.brought"_s));
        QVERIFY(m_it->part<QLabel>(u"touches.brought"_s)->text().contains(u"Nora Field"_s));
    }
};

PULLPUSH_WINDOW_TEST(TestTouchSection)
#include "tst_touchsection.moc"
