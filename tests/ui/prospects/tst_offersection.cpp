// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwindow.h"
#include "session/teamsets.h"
#include "test_support/testprogram.h"
#include "ui_prospects/offersection.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestOfferSection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SectionWindow<OfferSection>> m_it;

    void press(const QString &name)
    {
        auto *button = m_it->part<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
    }
    void make(const QString &title, const QString &value, const QString &currency = u"EUR"_s)
    {
        const auto before = m_it->dossier->offers().size();
        press(u"offers.add"_s);
        auto *field = m_it->part<QLineEdit>(u"offer.title"_s);
        QVERIFY(field);
        QVERIFY(field->text().isEmpty());
        QTest::keyClicks(field, title);
        QTest::keyClicks(m_it->part<QLineEdit>(u"offer.value"_s), value);
        m_it->part<QComboBox>(u"offer.currency"_s)->setCurrentText(currency);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QTRY_COMPARE(m_it->dossier->offers().size(), before + 1);
    }
    [[nodiscard]] QString sums() const
    {
        const auto *label = m_it->part<QLabel>(u"offers.sums"_s);
        return label == nullptr ? QString() : label->text();
    }

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_it = std::make_unique<SectionWindow<OfferSection>>();
        const QString reason = m_it->open("conversation");
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        m_it->window->setLocale(QLocale());
    }

    void makesAndWins()
    {
        make(u"Twelve tables"_s, u"1,200.50"_s);
        QCOMPARE(m_it->dossier->offers().first().valueMinor, 120050);
        QCOMPARE(m_it->stageKey(), u"offer"_s);
        QCOMPARE(m_it->section->summary(), u"1 open"_s);
        m_it->test.clock.advance(60'000);
        make(u"Ten chairs"_s, u"500"_s, u"jpy"_s);
        QCOMPARE(m_it->dossier->offers().size(), 2);
        QTRY_VERIFY(sums().contains(u"€1,200.50"_s) && sums().contains(u"JPY"_s));

        press(u"offer.won"_s); // the newest stands first
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->stageKey(), u"customer"_s);
        QTRY_COMPARE(m_it->parts<QAbstractButton>(u"offer.won"_s).size(), 1);
        QVERIFY(sums().contains(u"\n"_s)); // open and bought
        m_it->test->undoStack()->undo();
        QTRY_COMPARE(m_it->stageKey(), u"offer"_s);
        QTRY_COMPARE(m_it->parts<QAbstractButton>(u"offer.won"_s).size(), 2);
    }

    void noOfferIsBefore1970()
    {
        press(u"offers.add"_s);
        auto *made = m_it->part<QDateEdit>(u"offer.made"_s);
        QVERIFY(made);
        made->setDate(QDate(1969, 12, 31));
        QCOMPARE(made->date(), QDate(1970, 1, 1));
    }

    void saysWhatIsWrong()
    {
        press(u"offers.add"_s);
        auto *title = m_it->part<QLineEdit>(u"offer.title"_s);
        QVERIFY(title);
        QTest::keyClick(title, Qt::Key_Return);
        QVERIFY(m_it->part<QLabel>(u"offer.fault"_s)); // no title
        QTest::keyClicks(title, u"Tables"_s);
        QVERIFY(!m_it->part<QLabel>(u"offer.fault"_s));
        auto *value = m_it->part<QLineEdit>(u"offer.value"_s);
        QTest::keyClicks(value, u"12,50"_s); // the comma groups here
        QTest::keyClick(value, Qt::Key_Return);
        QVERIFY(m_it->part<QLabel>(u"offer.fault"_s));
        QVERIFY(m_it->dossier->offers().isEmpty());
        value->setText(u"1250"_s);
        m_it->part<QComboBox>(u"offer.currency"_s)->setCurrentText(u"$"_s); // of which country?
        QTest::keyClick(value, Qt::Key_Return);
        const auto *fault = m_it->part<QLabel>(u"offer.fault"_s);
        QVERIFY(fault && fault->text().contains(u"“$”"_s));
        QVERIFY(m_it->dossier->offers().isEmpty());
        QTest::keyClick(value, Qt::Key_Escape);
        QVERIFY(!m_it->part<QLineEdit>(u"offer.title"_s));
        QVERIFY(!m_it->test->isWriting());
    }

    void whatIsTypedWaits()
    {
        press(u"offers.add"_s);
        auto *title = m_it->part<QLineEdit>(u"offer.title"_s);
        QTest::keyClicks(title, u"Twelve tables"_s);
        QTest::keyClicks(m_it->part<QLineEdit>(u"offer.value"_s), u"1200"_s);
        QTest::keyClick(title, Qt::Key_Escape);
        QVERIFY(!m_it->part<QLineEdit>(u"offer.title"_s));
        press(u"offers.add"_s);
        QCOMPARE(title->text(), u"Twelve tables"_s);

        m_it->section->flush(); // as the page does before it turns to another
        const ProspectId other = m_it->create(u"Bo Cook"_s, "conversation");
        QVERIFY(m_it->show(other));
        QVERIFY(!m_it->part<QLineEdit>(u"offer.title"_s));
        press(u"offers.add"_s);
        QVERIFY(title->text().isEmpty()); // theirs is another
        QVERIFY(m_it->show(m_it->prospect));
        press(u"offers.add"_s);
        QCOMPARE(title->text(), u"Twelve tables"_s);
        QCOMPARE(m_it->part<QLineEdit>(u"offer.value"_s)->text(), u"1200"_s);
        press(u"offer.cancel"_s);
        press(u"offers.add"_s);
        QVERIFY(title->text().isEmpty()); // left on purpose
    }

    void theKeyboardStaysWithTheOffer()
    {
        make(u"Twelve tables"_s, u"1200"_s);
        auto *withdraw = m_it->part<QAbstractButton>(u"offer.withdrawn"_s);
        withdraw->setFocus();
        QTest::keyClick(withdraw, Qt::Key_Space);
        QVERIFY(m_it->test.settle());
        QTRY_VERIFY(!m_it->part<QAbstractButton>(u"offer.withdrawn"_s));
        QTRY_VERIFY(m_it->part<QAbstractButton>(u"offer.change"_s)->hasFocus());
    }

    void losesWithAReason()
    {
        make(u"Twelve tables"_s, u"1200"_s);
        press(u"offer.lost"_s);
        auto *reason = m_it->part<QComboBox>(u"loss.reason"_s);
        QVERIFY(reason);
        QVERIFY(reason->hasFocus());
        QCOMPARE(reason->count(), 7);
        QTest::keyClick(reason, Qt::Key_Down);
        auto *moves = m_it->part<QCheckBox>(u"loss.moves"_s);
        QVERIFY(moves);
        QVERIFY(!moves->isChecked());
        QTest::keyClick(moves, Qt::Key_Space);
        auto *words = m_it->part<QLineEdit>(u"loss.words"_s);
        QVERIFY(words);
        QTest::keyClicks(words, u"Too dear"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        const Offer lost = m_it->dossier->offers().first();
        QCOMPARE(lost.state, OfferState::Lost);
        QCOMPARE(lost.lostReason, m_it->test->team().lostReasons().first().id);
        QCOMPARE(m_it->stageKey(), u"lost"_s);
        QCOMPARE(m_it->dossier->moves().last().reason, u"Too dear"_s);
        QTRY_VERIFY(m_it->part<QLabel>(u"offer.state"_s)->text().contains(u"Price"_s));
    }

    void changesAndWithdraws()
    {
        make(u"Twelve tables"_s, u"1200"_s);
        press(u"offer.change"_s);
        auto *value = m_it->part<QLineEdit>(u"offer.value"_s);
        QVERIFY(value);
        QCOMPARE(value->text(), u"1200"_s);
        value->setText(u"1100"_s);
        QTest::keyClick(value, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->offers().first().valueMinor, 110000);
        QTRY_VERIFY(sums().contains(u"1,100.00"_s));
        QTRY_VERIFY(m_it->part<QLabel>(u"offer.about"_s));
        QVERIFY(m_it->part<QLabel>(u"offer.about"_s)->text().endsWith(u"· Made: Today"_s));
        press(u"offer.withdrawn"_s);
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->offers().first().state, OfferState::Withdrawn);
        QTRY_VERIFY(sums().isEmpty());
        press(u"offer.remove"_s);
        QVERIFY(m_it->test.settle());
        QVERIFY(m_it->dossier->offers().isEmpty());
    }
};

PULLPUSH_WINDOW_TEST(TestOfferSection)
#include "tst_offersection.moc"
