// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwindow.h"
#include "session/handoverservice.h"
#include "session/homeworkservice.h"
#include "session/offerservice.h"
#include "session/recordservice.h"
#include "session/teamsets.h"
#include "test_support/fulldisk.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_prospects/consentsection.h"
#include "ui_prospects/detailssection.h"
#include "ui_prospects/dossierpane.h"
#include "ui_prospects/factrow.h"
#include "ui_prospects/handoversection.h"
#include "ui_prospects/homeworksection.h"
#include "ui_prospects/offersection.h"
#include "ui_prospects/stepssection.h"
#include "ui_prospects/touchsection.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;

/// What was typed into the forms of a prospect's page while the disk is full stands there again, and is written once there is room.
class TestRefusedWords : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

    template<typename Section>
    static std::unique_ptr<SectionWindow<Section>> open(const char *key = "cold")
    {
        auto it = std::make_unique<SectionWindow<Section>>();
        const QString reason = it->open(key);
        return reason.isEmpty() ? std::move(it) : nullptr;
    }
    template<typename Window>
    static QLineEdit *field(const Window &window, const QString &name)
    {
        auto *found = window.template part<QLineEdit>(name);
        if (found == nullptr)
            qFatal("there is no field %s", qPrintable(name));
        return found;
    }
    template<typename Window>
    static void press(const Window &window, const QString &name)
    {
        auto *button = window.template part<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
    }
    /// Return in \a field, which the full disk refuses.
    static bool refuse(Workspace &workspace, QLineEdit *field)
    {
        const QSignalSpy refused(&workspace, &Workspace::refused);
        FullDisk::fillAfter(0);
        QTest::keyClick(field, Qt::Key_Return);
        const bool isTold =
            QTest::qWaitFor([&] { return refused.size() == 1 && !workspace.isWriting(); });
        FullDisk::makeRoom();
        return isTold;
    }
    /// A pane of its own with somebody in it.
    struct Pane
    {
        FridayWorkspace test;
        ProspectId id;
        std::unique_ptr<DossierPane> pane;

        [[nodiscard]] QString open()
        {
            if (QString reason = test.create(); !reason.isEmpty())
                return reason;
            id = test.person(u"Nora Field"_s);
            pane = std::make_unique<DossierPane>(*test);
            pane->resize(1100, 800);
            pane->show();
            pane->open(id);
            const bool isRead = QTest::qWaitFor([this] {
                return pane->dossier().state() == StoreState::Ready && pane->dossier().prospect();
            });
            return isRead && QTest::qWaitForWindowExposed(pane.get()) ? QString() : u"not shown"_s;
        }
        template<typename T>
        [[nodiscard]] T *part(const QString &name) const
        {
            return pane->findChild<T *>(name);
        }
    };

private slots:
    void initTestCase()
    {
        FullDisk::mount();
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    void cleanup() { FullDisk::makeRoom(); }

    void anOffer()
    {
        const auto it = open<OfferSection>("conversation");
        QVERIFY(it);
        press(*it, u"offers.add"_s);
        QLineEdit *title = field(*it, u"offer.title"_s);
        QTest::keyClicks(title, u"Twelve tables"_s);
        QTest::keyClicks(field(*it, u"offer.value"_s), u"1200"_s);
        const QDate made = it->test->today().addDays(-2);
        it->part<QDateEdit>(u"offer.made"_s)->setDate(made);
        QVERIFY(refuse(*it->test, title));
        QTRY_VERIFY(title->isVisible());
        QCOMPARE(title->text(), u"Twelve tables"_s);
        QCOMPARE(field(*it, u"offer.value"_s)->text(), u"1200"_s);
        QCOMPARE(it->part<QDateEdit>(u"offer.made"_s)->date(), made);
        QTest::keyClick(title, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->offers().size(), 1);
        QCOMPARE(it->dossier->offers().first().valueMinor, 120000);
        QVERIFY(!title->isVisible());

        press(*it, u"offer.change"_s);
        title->setText(u"Ten tables"_s);
        QVERIFY(refuse(*it->test, title));
        QTRY_VERIFY(title->isVisible());
        QCOMPARE(title->text(), u"Ten tables"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->offers().first().title, u"Ten tables"_s);
        QCOMPARE(it->dossier->offers().size(), 1);
    }

    void anOfferWaitsWithItsProspect()
    {
        const auto it = open<OfferSection>("conversation");
        QVERIFY(it);
        const ProspectId other = it->create(u"Bo Cook"_s, "conversation");
        press(*it, u"offers.add"_s);
        QLineEdit *title = field(*it, u"offer.title"_s);
        QTest::keyClicks(title, u"Twelve tables"_s);
        FullDisk::fillAfter(0);
        QTest::keyClick(title, Qt::Key_Return);
        it->dossier->open(other); // before it is told
        QTRY_VERIFY(it->dossier->prospect() && it->dossier->prospect()->id == other
            && !it->test->isWriting());
        FullDisk::makeRoom();
        QVERIFY(it->show(it->prospect));
        press(*it, u"offers.add"_s);
        QCOMPARE(title->text(), u"Twelve tables"_s);
    }

    void whyAnOfferIsLost()
    {
        const auto it = open<OfferSection>("conversation");
        QVERIFY(it);
        Offer offer;
        offer.title = u"Twelve tables"_s;
        OfferService(*it->test).make(*it->dossier, offer);
        QVERIFY(it->test.settle());
        QTRY_VERIFY(it->part<QAbstractButton>(u"offer.lost"_s));
        press(*it, u"offer.lost"_s);
        auto *reason = it->part<QComboBox>(u"loss.reason"_s);
        QVERIFY(reason);
        reason->setCurrentIndex(2);
        press(*it, u"loss.moves"_s);
        QLineEdit *words = field(*it, u"loss.words"_s);
        QTest::keyClicks(words, u"Too dear"_s);
        QVERIFY(refuse(*it->test, words));
        QTRY_VERIFY(words->isVisible());
        QCOMPARE(words->text(), u"Too dear"_s);
        QCOMPARE(reason->currentIndex(), 2);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->offers().first().state, OfferState::Lost);
        QCOMPARE(
            std::ranges::count(it->dossier->moves(), QString(u"Too dear"_s), &Move::reason), 1);
    }

    void aTouch()
    {
        const auto it = open<TouchSection>();
        QVERIFY(it);
        press(*it, u"touches.add"_s);
        QLineEdit *quote = field(*it, u"touch.quote"_s);
        QTest::keyClicks(quote, u"Lovely oak"_s);
        QVERIFY(refuse(*it->test, quote));
        QTRY_VERIFY(quote->isVisible());
        QCOMPARE(quote->text(), u"Lovely oak"_s);
        QTest::keyClick(quote, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->touches().size(), 1);
        QVERIFY(!quote->isVisible());

        press(*it, u"touch.change"_s);
        quote->setText(u"Lovely ash"_s);
        QVERIFY(refuse(*it->test, quote));
        QTRY_VERIFY(quote->isVisible());
        QCOMPARE(quote->text(), u"Lovely ash"_s);
        QCOMPARE(it->dossier->touches().first().quote, u"Lovely oak"_s);
    }

    void aNextStep()
    {
        const auto it = open<StepsSection>();
        QVERIFY(it);
        QLineEdit *what = field(*it, u"step.what"_s);
        const QDate day = it->test->today().addDays(5);
        it->part<QDateEdit>(u"step.day"_s)->setDate(day);
        QTest::keyClicks(what, u"Call her"_s);
        QVERIFY(refuse(*it->test, what));
        QTRY_COMPARE(what->text(), u"Call her"_s);
        QCOMPARE(it->part<QDateEdit>(u"step.day"_s)->date(), day);
        QTest::keyClick(what, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->followUps().size(), 1);
        QVERIFY(what->text().isEmpty());
    }

    void homework()
    {
        const auto it = open<HomeworkSection>();
        QVERIFY(it);
        QLineEdit *text = field(*it, u"homework.text"_s);
        QTest::keyClick(text, Qt::Key_4, Qt::AltModifier);
        QTest::keyClicks(text, u"Twelve tables"_s);
        QTest::keyClicks(field(*it, u"homework.source"_s), u"her site"_s);
        QVERIFY(refuse(*it->test, text));
        QTRY_COMPARE(text->text(), u"Twelve tables"_s);
        QCOMPARE(field(*it, u"homework.source"_s)->text(), u"her site"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->facts().size(), 1);
        QCOMPARE(it->dossier->facts().first().kind, FactKind::Need);
        QTRY_VERIFY(it->part<FactRow>(u"fact"_s));

        QTest::keyClick(it->part<FactRow>(u"fact"_s), Qt::Key_Return);
        QLineEdit *changed = field(*it, u"fact.text"_s);
        changed->setText(u"Ten tables"_s);
        QVERIFY(refuse(*it->test, changed));
        QTRY_VERIFY(it->part<QLineEdit>(u"fact.text"_s));
        QCOMPARE(field(*it, u"fact.text"_s)->text(), u"Ten tables"_s);
        QCOMPARE(it->dossier->facts().first().text, u"Twelve tables"_s);
        QTest::keyClick(field(*it, u"fact.text"_s), Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->facts().first().text, u"Ten tables"_s);
    }

    void consent()
    {
        const auto it = open<ConsentSection>();
        QVERIFY(it);
        QLineEdit *source = field(*it, u"consent.source"_s);
        auto *medium = it->part<QComboBox>(u"consent.medium"_s);
        QVERIFY(medium);
        medium->setCurrentIndex(2);
        QTest::keyClicks(source, u"Form of the fair"_s);
        QVERIFY(refuse(*it->test, source));
        QTRY_COMPARE(source->text(), u"Form of the fair"_s);
        QCOMPARE(medium->currentIndex(), 2);
        QTest::keyClick(source, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->consents().size(), 1);

        press(*it, u"consent.leaveAlone"_s);
        QVERIFY(it->test.settle());
        QLineEdit *why = field(*it, u"consent.why"_s);
        QTest::keyClicks(why, u"Not now"_s);
        QVERIFY(refuse(*it->test, why));
        QVERIFY(it->test.settle());
        QTRY_VERIFY(it->dossier->state() == StoreState::Ready);
        QCOMPARE(why->text(), u"Not now"_s);
        QTest::keyClick(why, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->prospect()->doNotContactWhy, u"Not now"_s);
    }

    void labelsAndOwnFields()
    {
        const auto it = open<DetailsSection>();
        QVERIFY(it);
        QLineEdit *label = field(*it, u"details.label"_s);
        QTest::keyClicks(label, u"green"_s);
        QVERIFY(refuse(*it->test, label));
        QTRY_COMPARE(label->text(), u"green"_s);
        QTest::keyClick(label, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->labels().size(), 1);
        QVERIFY(label->text().isEmpty());

        CustomField size;
        size.name = u"Team size"_s;
        const CustomFieldId id = it->test->records().addField(size);
        QVERIFY(it->test.settle());
        const QString name = "details.field."_L1 + id.toString();
        QTRY_VERIFY(it->part<QLineEdit>(name));
        QTest::keyClicks(field(*it, name), u"12"_s);
        QVERIFY(refuse(*it->test, field(*it, name)));
        QTRY_COMPARE(field(*it, name)->text(), u"12"_s);
        QVERIFY(it->dossier->customValues().isEmpty());
        QTest::keyClick(field(*it, name), Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->customValues().size(), 1);
    }

    void aHandover()
    {
        const auto it = open<HandoverSection>("warm");
        QVERIFY(it);
        press(*it, u"handover.add"_s);
        QLineEdit *note = field(*it, u"handover.note"_s);
        QTest::keyClicks(note, u"Likes oak"_s);
        QVERIFY(refuse(*it->test, note));
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(note->text(), u"Likes oak"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QVERIFY(it->test.settle());
        QTRY_COMPARE(it->dossier->handovers().size(), 1);
        QCOMPARE(it->dossier->handovers().first().note, u"Likes oak"_s);
    }

    void whyTheyMove()
    {
        Pane it;
        const QString why = it.open();
        QVERIFY2(why.isEmpty(), qPrintable(why));
        it.pane->startMove();
        auto *reason = it.part<QLineEdit>(u"move.reason"_s);
        auto *stage = it.part<QComboBox>(u"move.stage"_s);
        QVERIFY(reason && stage && reason->isVisible());
        stage->setCurrentIndex(3);
        QTest::keyClicks(reason, u"Asked for a price"_s);
        const StageId before = it.pane->dossier().prospect()->stage;
        const auto moves = it.pane->dossier().moves().size();
        QVERIFY(refuse(*it.test, reason));
        QTRY_VERIFY(reason->isVisible());
        QCOMPARE(reason->text(), u"Asked for a price"_s);
        QCOMPARE(stage->currentIndex(), 3);
        QCOMPARE(it.pane->dossier().prospect()->stage, before);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(it.test.settle());
        QTRY_COMPARE(it.pane->dossier().moves().size(), moves + 1);
        QVERIFY(!reason->isVisible());
    }

    void aWayToReachThem()
    {
        Pane it;
        const QString why = it.open();
        QVERIFY2(why.isEmpty(), qPrintable(why));
        it.part<QAbstractButton>(u"handle.add"_s)->click();
        auto *value = it.part<QLineEdit>(u"handle.value"_s);
        auto *network = it.part<QComboBox>(u"handle.network"_s);
        QVERIFY(value && network && value->isVisible());
        network->setCurrentIndex(1);
        QTest::keyClicks(value, u"+49 30 1234567"_s);
        QVERIFY(refuse(*it.test, value));
        QTRY_VERIFY(value->isVisible());
        QCOMPARE(value->text(), u"+49 30 1234567"_s);
        QCOMPARE(network->currentIndex(), 1);
        QTest::keyClick(value, Qt::Key_Return);
        QVERIFY(it.test.settle());
        QTRY_COMPARE(it.pane->dossier().handles().size(), 1);
    }

    void theFieldsOnTop()
    {
        Pane it;
        const QString why = it.open();
        QVERIFY2(why.isEmpty(), qPrintable(why));
        for (const QString &name : {u"prospect.title"_s, u"prospect.company"_s}) {
            auto *field = it.part<QLineEdit>(name);
            QVERIFY(field);
            QTest::keyClicks(field, u"Oak"_s);
            QVERIFY(refuse(*it.test, field));
            QTRY_VERIFY(it.pane->dossier().state() == StoreState::Ready);
            QCOMPARE(field->text(), u"Oak"_s);
        }
        it.pane->flush();
        QVERIFY(it.test.settle());
        QTRY_COMPARE(it.pane->dossier().prospect()->title, u"Oak"_s);
        QTRY_VERIFY(it.pane->dossier().company());
        QCOMPARE(it.pane->dossier().company()->name, u"Oak"_s);
    }
};

PULLPUSH_WINDOW_TEST(TestRefusedWords)
#include "tst_refusedwords.moc"
