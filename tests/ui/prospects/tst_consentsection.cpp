// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwindow.h"
#include "session/conversationservice.h"
#include "session/guardrailservice.h"
#include "test_support/testprogram.h"
#include "ui_prospects/consentsection.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestConsentSection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SectionWindow<ConsentSection>> m_it;

    void press(const QString &name)
    {
        auto *button = m_it->part<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
    }
    QLineEdit *why() const { return m_it->part<QLineEdit>(u"consent.why"_s); }
    bool isFlagged() const { return m_it->dossier->prospect()->doNotContactSince != 0; }
    void record(const QString &source)
    {
        const auto before = m_it->dossier->consents().size();
        auto *field = m_it->part<QLineEdit>(u"consent.source"_s);
        QTest::keyClicks(field, source);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QTRY_COMPARE(m_it->dossier->consents().size(), before + 1);
        QVERIFY(field->text().isEmpty());
    }
    /// What they wrote.
    void hear(const QString &words)
    {
        ConversationService::Entry entry;
        entry.direction = Direction::Theirs;
        entry.body = words;
        m_it->test->conversations().log(*m_it->dossier, entry);
        QVERIFY(m_it->test.settle());
    }

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_it = std::make_unique<SectionWindow<ConsentSection>>();
        const QString reason = m_it->open();
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
    }

    void recordsAndDeletes()
    {
        QVERIFY(m_it->part<QLabel>(u"consent.none"_s));
        QCOMPARE(m_it->section->summary(), u"none recorded"_s);
        record(u"Form of the fair"_s);
        QVERIFY(!m_it->part<QLabel>(u"consent.none"_s));
        const Consent given = m_it->dossier->consents().first();
        QCOMPARE(given.basis, LegalBasis::Consent);
        QCOMPARE(given.medium, ConsentMedium::Any);
        QCOMPARE(given.source, u"Form of the fair"_s);
        QCOMPARE(given.at, (Moment {m_it->test.clock.now(), Precision::Exact}));
        QCOMPARE(m_it->section->summary(), u"Consent"_s);

        m_it->test.clock.advance(60'000);
        auto *basis = m_it->part<QComboBox>(u"consent.basis"_s);
        QTest::keyClick(basis, Qt::Key_End);
        record(u"By phone"_s);
        QTRY_COMPARE(m_it->parts<QWidget>(u"consent.line"_s).size(), 2); // what was before stays
        QCOMPARE(m_it->section->summary(), u"Withdrawn"_s);

        press(u"consent.remove"_s);
        QVERIFY(m_it->test.settle());
        QTRY_COMPARE(m_it->parts<QWidget>(u"consent.line"_s).size(), 1);
        m_it->test->undoStack()->undo();
        QTRY_COMPARE(m_it->parts<QWidget>(u"consent.line"_s).size(), 2);
    }

    void takesAnEarlierDayAndNoneOfTomorrow()
    {
        auto *day = m_it->part<QDateEdit>(u"consent.day"_s);
        const QDate today = m_it->test->today();
        QCOMPARE(day->date(), today);
        day->setDate(today.addDays(1));
        QCOMPARE(day->date(), today);
        day->setDate(today.addDays(-3));
        press(u"consent.add"_s);
        QVERIFY(m_it->test.settle());
        QTRY_COMPARE(m_it->dossier->consents().size(), 1);
        const Moment at = m_it->dossier->consents().first().at;
        QCOMPARE(at.precision, Precision::Day);
        QCOMPARE(localDay(at.ms, m_it->test->zone()), today.addDays(-3));
    }

    void keepsTheWishAndItsDay()
    {
        QVERIFY(!why());
        press(u"consent.leaveAlone"_s);
        QVERIFY(m_it->test.settle());
        QVERIFY(isFlagged());
        QVERIFY(why());
        const qint64 since = m_it->dossier->prospect()->doNotContactSince;
        QCOMPARE(since, m_it->test.clock.now());
        m_it->test.clock.advance(3'600'000);
        QTest::keyClicks(why(), u"Never write again"_s);
        QTest::keyClick(why(), Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->prospect()->doNotContactWhy, u"Never write again"_s);
        QCOMPARE(m_it->dossier->prospect()->doNotContactSince, since); // not the day of the words
        QCOMPARE(m_it->section->summary(), u"do not contact"_s);
        press(u"consent.leaveAlone"_s);
        QVERIFY(m_it->test.settle());
        QVERIFY(!isFlagged());
        QVERIFY(!why());
        m_it->test->undoStack()->undo();
        QTRY_VERIFY(isFlagged());
        QTRY_VERIFY(why());
        QCOMPARE(why()->text(), u"Never write again"_s);
        QVERIFY(m_it->part<QCheckBox>(u"consent.leaveAlone"_s)->isChecked());
    }

    void savesTheWordsWhenItIsLeft()
    {
        press(u"consent.leaveAlone"_s);
        QVERIFY(m_it->test.settle());
        why()->setFocus();
        QTRY_VERIFY(why()->hasFocus());
        QTest::keyClicks(why(), u"Enough"_s);
        m_it->section->flush();
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->prospect()->doNotContactWhy, u"Enough"_s);
    }

    void asksOnceWhatTheirWordsMeant()
    {
        QVERIFY(!m_it->part<QWidget>(u"consent.proposal"_s));
        QSignalSpy revealed(m_it->section, &DossierSection::revealRequested);
        hear(u"Please stop contacting me"_s);
        QTRY_VERIFY(m_it->part<QWidget>(u"consent.proposal"_s));
        QVERIFY(!revealed.isEmpty());
        press(u"consent.dismiss"_s);
        QVERIFY(m_it->test.settle());
        QTRY_VERIFY(!m_it->part<QWidget>(u"consent.proposal"_s));
        QVERIFY(!isFlagged());
        m_it->test->undoStack()->undo();
        QTRY_VERIFY(m_it->part<QWidget>(u"consent.proposal"_s));
        QVERIFY(m_it->test.settle());
        press(u"consent.flag"_s);
        QVERIFY(m_it->test.settle());
        QVERIFY(isFlagged());
        QVERIFY(!m_it->dossier->prospect()->doNotContactWhy.isEmpty()); // their own words
        QTRY_VERIFY(!m_it->part<QWidget>(u"consent.proposal"_s));
    }

    void nothingOfOneStaysForAnother()
    {
        record(u"Form of the fair"_s);
        QTest::keyClicks(m_it->part<QLineEdit>(u"consent.source"_s), u"half"_s);
        const ProspectId other = m_it->create(u"Omar Field"_s, "cold");
        QVERIFY(m_it->show(other));
        QTRY_VERIFY(m_it->parts<QWidget>(u"consent.line"_s).isEmpty());
        QVERIFY(m_it->part<QLabel>(u"consent.none"_s));
        QVERIFY(m_it->part<QLineEdit>(u"consent.source"_s)->text().isEmpty());
    }

    void theTabKeyGoesDown()
    {
        press(u"consent.leaveAlone"_s);
        QVERIFY(m_it->test.settle());
        record(u"Form of the fair"_s);
        QTRY_VERIFY(m_it->part<QWidget>(u"consent.remove"_s));
        QList<int> heights;
        for (const QString &name : {u"consent.leaveAlone"_s, u"consent.why"_s, u"consent.remove"_s,
                 u"consent.basis"_s, u"consent.medium"_s, u"consent.source"_s}) {
            auto *part = m_it->part<QWidget>(name);
            QVERIFY2(part, qPrintable(name));
            if (!heights.isEmpty())
                QTest::keyClick(m_it->window->focusWidget(), Qt::Key_Tab);
            else
                part->setFocus(Qt::TabFocusReason);
            QVERIFY2(part->hasFocus(), qPrintable(name));
            heights << part->mapTo(m_it->window.get(), QPoint()).y();
        }
        QVERIFY(std::ranges::is_sorted(heights));
    }
};

PULLPUSH_WINDOW_TEST(TestConsentSection)
#include "tst_consentsection.moc"
