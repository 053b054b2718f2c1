// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplechart.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/plotview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

Report plainReport(const Chart &chart)
{
    Report report;
    report.chart = chart;
    return report;
}

} // namespace

/// Charts made small, side by side.
class TestBoardPage : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_board = std::make_unique<BoardPage>();
        m_board->resize(520, 700); // one column
        m_board->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_board.get()));
    }
    void cleanup() { m_board.reset(); }

    void screenReadersPressATileAsAWhole()
    {
        m_board->setReports({u"attribution"_s});
        m_board->setReport(u"attribution"_s, plainReport(sampleChart(5)));
        BoardTile *tile = m_board->tile(u"attribution"_s);
        QCOMPARE(tile->picture()->plot()->markCount(), 5);
        QAccessibleInterface *picture =
            QAccessible::queryAccessibleInterface(tile->picture()->plot());
        QCOMPARE(picture->text(QAccessible::Name), tile->finding());
        QCOMPARE(picture->childCount(), 0); // no marks, which would lead nowhere
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(tile);
        QCOMPARE(heard->role(), QAccessible::Button);
        QVERIFY(heard->text(QAccessible::Name).contains(tile->finding()));
        QVERIFY(heard->state().focusable);
        QAccessibleActionInterface *actions = heard->actionInterface();
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
        const QSignalSpy opened(m_board.get(), &BoardPage::opened);
        actions->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).toString(), u"attribution"_s);
        actions->doAction(QAccessibleActionInterface::setFocusAction());
        QTRY_VERIFY(tile->hasFocus());
        QCOMPARE(opened.size(), 1);
    }

private:
    std::unique_ptr<BoardPage> m_board;
};

PULLPUSH_WINDOW_TEST(TestBoardPage)
#include "tst_boardpage.moc"
