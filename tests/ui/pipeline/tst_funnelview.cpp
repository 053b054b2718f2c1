// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/funnelview.h"

#include <QAccessible>
#include <QApplication>
#include <QFontMetricsF>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestFunnelView : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_view = std::make_unique<FunnelView>();
        m_view->resize(1000, 700);
        m_view->setReport(sampleReport());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_activated = std::make_unique<QSignalSpy>(m_view.get(), &FunnelView::stepActivated);
    }

    void aClickNamesTheBar_data()
    {
        QTest::addColumn<int>("group");
        QTest::addColumn<std::optional<QString>>("key");
        QTest::newRow("of all") << -1 << std::optional<QString>();
        QTest::newRow("of a source") << 0 << std::optional(u"search"_s);
        QTest::newRow("without a source") << 1 << std::optional(u""_s);
    }
    void aClickNamesTheBar()
    {
        QFETCH(int, group);
        QFETCH(std::optional<QString>, key);
        const FunnelCell cell {group, 3};
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->cellRect(cell).center());
        QCOMPARE(m_activated->size(), 1);
        QCOMPARE(m_activated->first().at(0).toInt(), 3);
        QCOMPARE(m_activated->first().at(1).value<std::optional<QString>>(), key);
        QCOMPARE(m_activated->first().at(2).value<FunnelSegment>(), FunnelSegment::Reached);
        QCOMPARE(m_view->currentCell(), cell);
    }

    void aClickNamesThePart()
    {
        const QList<FunnelSegment> parts {
            FunnelSegment::Lost, FunnelSegment::Open, FunnelSegment::Onward, FunnelSegment::Unseen};
        for (const FunnelSegment part : parts) {
            const FunnelCell cell {-1, 1, part};
            m_activated->clear();
            QTest::mouseClick(
                m_view->viewport(), Qt::LeftButton, {}, m_view->cellRect(cell).center());
            QCOMPARE(m_activated->size(), 1);
            QCOMPARE(m_activated->first().at(0).toInt(), 1);
            QCOMPARE(m_activated->first().at(2).value<FunnelSegment>(), part);
            QCOMPARE(m_view->currentCell(), cell);
            QVERIFY(!m_view->grab().isNull());
        }
    }

    void itMovesTogetherBeforeItIsScrolled()
    {
        m_view->resize(360, 400); // beside a bar that scrolls downwards
        QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        QVERIFY(!m_view->grab().isNull());
        m_view->setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        QVERIFY(!m_view->grab().isNull());
    }

    void stepRatesSayWhatThereIsRoomFor()
    {
        const FunnelReport report = sampleReport();
        const QFont font = m_view->font();
        const QFontMetricsF fonts(font);
        const qreal counts = fonts.horizontalAdvance(u"100 of 200"_s);
        QCOMPARE(FunnelPainter::stepLines(report, font, 1000), 3);
        QCOMPARE(FunnelPainter::stepLines(report, font, counts + 5), 2);
        QCOMPARE(FunnelPainter::stepLines(report, font, counts), 1);
        QCOMPARE(FunnelPainter::stepLines(FunnelReport {}, font, 1000), 1);
    }

    void intervalsStandApart()
    {
        const FunnelReport report = sampleReport();
        const QFont font = m_view->font();
        qreal widest = 0;
        for (qsizetype step = 1; step < report.steps.size(); ++step) {
            const QString interval = intervalText(*report.total.stepRate(step));
            widest = std::max(widest, QFontMetricsF(font).horizontalAdvance(interval));
        }
        QVERIFY(widest > 0);
        constexpr qreal air = 12;
        QCOMPARE(FunnelPainter::stepLines(report, font, widest + air + 1), 3);
        QCOMPARE(FunnelPainter::stepLines(report, font, widest + air - 1), 2);
    }

    void numbersKeepTheirOrderFromRightToLeft()
    {
        const auto set = [](const QString &text) {
            return QString(QChar(0x2068) + text + QChar(0x2069));
        };
        const QString words = FunnelPainter::sentence(sampleReport(), {-1, 1}, Qt::RightToLeft);
        QVERIFY(words.contains(set(u"100"_s) + u" of "_s + set(u"200"_s)));
        QVERIFY(words.contains(set(u"50.0\u00a0%"_s)));
        QVERIFY(words.contains(set(u"43.1\u00a0–\u00a056.9\u00a0%"_s)));
        QVERIFY(!FunnelPainter::sentence(sampleReport(), {-1, 1}).contains(QChar(0x2068)));
        m_view->setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(m_view->markSentence(4), words);
    }

    void aRateThatIsNotKnownSaysSo()
    {
        FunnelReport report = sampleReport();
        report.total.steps[3].touched = 0; // 30 are said to have been there
        const QString words = FunnelPainter::sentence(report, {-1, 3});
        QVERIFY2(words.endsWith(u"; from Conversation: not seen"_s), qPrintable(words));
        QVERIFY(FunnelPainter::sentence(report, {-1, 4}).endsWith(u"; from Offer: not seen"_s));
    }

    void whereItIsOnlyLookedAtAllOfItIsSeen()
    {
        m_view->resize(300, 700);
        QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
        m_view->setFitted(true);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        const QRect last = m_view->cellRect({-1, 6});
        QVERIFY(m_view->viewport()->rect().contains(last.adjusted(2, 2, -2, -2)));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, last.center());
        QCOMPARE(m_activated->size(), 1);
        QCOMPARE(m_activated->first().at(0).toInt(), 6);
    }

    void groupsAreSeenWhereItIsOnlyLookedAt()
    {
        m_view->resize(700, 300);
        QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
        m_view->setFitted(true);
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
        QVERIFY(m_view->viewport()->rect().contains(m_view->cellRect({1, 6})));
        const int readable = m_view->readableHeight(700);
        QVERIFY(readable > 300);
        m_view->resize(700, readable);
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
    }

    void aPressThatLeavesTheBarIsNoClick()
    {
        const QPoint from = m_view->cellRect({-1, 1}).center();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseRelease(
            m_view->viewport(), Qt::LeftButton, {}, m_view->cellRect({-1, 2}).center());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {2, 2});
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, from);
        QCOMPARE(m_activated->size(), 0);
    }

    void theKeyboardReachesEveryBar()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->currentCell(), (FunnelCell {-1, 1}));
        for (const FunnelSegment part : {FunnelSegment::Lost, FunnelSegment::Open,
                 FunnelSegment::Onward, FunnelSegment::Unseen}) {
            QTest::keyClick(m_view.get(), Qt::Key_Down);
            QCOMPARE(m_view->currentCell(), (FunnelCell {-1, 1, part}));
        }
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_activated->size(), 1);
        QCOMPARE(m_activated->takeFirst().at(2).value<FunnelSegment>(), FunnelSegment::Unseen);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentCell(), (FunnelCell {0, 1}));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QTest::keyClick(m_view.get(), Qt::Key_Right); // there is none
        QCOMPARE(m_view->currentCell(), (FunnelCell {0, 6}));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->currentCell(), (FunnelCell {1, 5}));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_activated->size(), 1);
        QCOMPARE(m_activated->first().at(0).toInt(), 5);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentCell(), (FunnelCell {1, 0}));
    }

    void theKeyboardScrolls()
    {
        m_view->resize(300, 300);
        QVERIFY(!m_view->viewport()->rect().contains(m_view->cellRect({1, 6})));
        standOn({1, 6});
        QVERIFY(m_view->viewport()->rect().contains(m_view->cellRect({1, 6})));
        QVERIFY(m_view->verticalScrollBar()->value() > 0);
        QVERIFY(m_view->horizontalScrollBar()->value() > 0);
    }

    void aClickDoesNotScroll()
    {
        m_view->resize(1000, 240);
        m_view->verticalScrollBar()->setValue(160);
        const QRect bar = m_view->cellRect({-1, 2});
        const QRect seen = bar & m_view->viewport()->rect();
        QVERIFY(seen.isValid() && seen != bar);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, seen.center());
        QCOMPARE(m_view->currentCell(), (FunnelCell {-1, 2}));
        QCOMPARE(m_view->verticalScrollBar()->value(), 160);
        QCOMPARE(m_activated->size(), 1);
    }

    void rightToLeftArrowsFollowTheEye()
    {
        m_view->setLayoutDirection(Qt::RightToLeft);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->currentCell(), (FunnelCell {-1, 1}));
        QVERIFY(m_view->cellRect({-1, 1}).right() <= m_view->cellRect({-1, 0}).left() + 1);
    }

    void theBarStaysWhereItStillExists()
    {
        standOn({1, 2});
        m_view->setReport(sampleReport());
        QCOMPARE(m_view->currentCell(), (FunnelCell {1, 2}));
        m_view->setReport(sampleReport(Breakdown::None));
        QCOMPARE(m_view->currentCell(), (FunnelCell {-1, 0}));
        standOn({-1, 1, FunnelSegment::Lost});
        m_view->setReport(sampleReport());
        QCOMPARE(m_view->currentCell(), (FunnelCell {-1, 1, FunnelSegment::Lost}));
        FunnelReport nobodyLost = sampleReport();
        nobodyLost.total.steps[1].lost = 0;
        m_view->setReport(nobodyLost);
        QCOMPARE(m_view->currentCell(), (FunnelCell {-1, 1}));
    }

    void screenReadersHearTheFindingAndEachBar()
    {
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->text(QAccessible::Name), m_view->report().chart.title);
        QCOMPARE(chart->childCount(), 37);
        QAccessibleInterface *warm = chart->child(4); // after Cold and three parts of its bar
        QVERIFY(warm->isValid());
        QCOMPARE(warm->role(), QAccessible::Button);
        QCOMPARE(warm->text(QAccessible::Name),
            u"Warm: 100 of 200, 50.0\u00a0% (95\u00a0% interval 43.1\u00a0–\u00a056.9\u00a0%)"
            "; from Cold: 100 of 200, 50.0\u00a0% (95\u00a0% interval 43.1\u00a0–\u00a056.9\u00a0%)"_s);
        QCOMPARE(chart->child(5)->text(QAccessible::Name),
            u"Warm · Lost after it: 10 of 100, 10.0\u00a0% (95\u00a0% interval 5.5\u00a0–\u00a017.4\u00a0%)"_s);
        QCOMPARE(chart->child(23 + 7 + 1)->text(QAccessible::Name),
            u"No source, Warm: 10 of 20, too few; from Cold: 10 of 20, too few"_s);
        QCOMPARE(chart->indexOfChild(warm), 4);
        const QRect lost = chart->child(5)->rect();
        QCOMPARE(chart->childAt(lost.center().x(), lost.center().y()), chart->child(5));
        QCOMPARE(chart->childAt(warm->rect().center().x(), warm->rect().top() + 4), warm);
        warm->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_activated->size(), 1);
        QVERIFY(warm->state().focusable);
        m_view->setReport(FunnelReport {});
        QVERIFY(!warm->isValid());
        QCOMPARE(chart->childCount(), 0);
    }

    void emptyReportsAreDrawn()
    {
        m_view->setReport(FunnelReport {});
        QVERIFY(!m_view->grab().isNull());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {300, 200});
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_activated->size(), 0);
    }

    void barsShowTheirSide()
    {
        const QImage picture = m_view->viewport()->grab().toImage();
        const QRect cold = m_view->cellRect({-1, 0});
        const QRect talk = m_view->cellRect({-1, 2});
        const QColor pull(picture.pixel(cold.center().x(), cold.bottom() - 8));
        const QColor push(picture.pixel(talk.center().x(), talk.bottom() - 8));
        QVERIFY(pull.blue() > pull.red());
        QVERIFY(push.red() > push.blue());
    }

private:
    /// The keyboard's mark goes to \a cell.
    void standOn(const FunnelCell &cell)
    {
        for (int mark = 0; mark < m_view->markCount(); ++mark) {
            m_view->setCurrentMark(mark);
            if (m_view->currentCell() == cell)
                return;
        }
        QFAIL("no such cell");
    }

    std::unique_ptr<FunnelView> m_view;
    std::unique_ptr<QSignalSpy> m_activated;
};

PULLPUSH_WINDOW_TEST(TestFunnelView)
#include "tst_funnelview.moc"
