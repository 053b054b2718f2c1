// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/boardcolumn.h"
#include "ui_timeline/boardview.h"
#include "ui_timeline/postmime.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestBoardView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void hasAColumnForEachStatus();
    void arrowsGoBetweenCards();
    void altTakesAllowedSteps();
    void dropsWhereAStepLeads();
    void followsTheCurrentCard();
    void selectsInOneColumn();
    void mirrors();

private:
    [[nodiscard]] BoardColumn *column(PostStatus status) const { return m_view->column(status); }
    [[nodiscard]] QWidget *focused() const { return QApplication::focusWidget(); }

    const QDate m_day {2026, 11, 12};
    QList<PostWithVariants> m_posts;
    std::unique_ptr<BoardView> m_view;
    QList<std::pair<QList<PostId>, PostStatus>> m_steps;
};

void TestBoardView::init()
{
    m_view = std::make_unique<BoardView>();
    new QAbstractItemModelTester(column(PostStatus::Draft)->cards(),
        QAbstractItemModelTester::FailureReportingMode::Fatal, m_view.get());
    m_view->setNow(m_day, QTime(12, 0));
    m_view->showSpan(m_day);
    m_posts = {on(post(1, u"draft"_s, m_day, QTime(8, 0)), 1, PostStatus::Draft),
        on(post(2, u"another"_s, m_day), 1, PostStatus::Draft),
        on(post(3, u"approved"_s, m_day, QTime(9, 0)), 2, PostStatus::Approved),
        on(post(4, u"old"_s, m_day), 1, PostStatus::Retired),
        on(post(5, u"elsewhere"_s, QDate(2026, 12, 1)), 1, PostStatus::Draft)};
    m_view->setContent({m_posts, {post(6, u"idea"_s, {})}, sources()});
    m_steps.clear();
    connect(m_view->wishes(), &CalendarWishes::statusRequested, this,
        [this](const QList<PostId> &posts, PostStatus status) {
            m_steps.append({posts, status});
        });
    m_view->resize(1200, 500);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setCurrent(m_day, PostId(1));
    m_view->setFocus();
}

void TestBoardView::hasAColumnForEachStatus()
{
    QCOMPARE(column(PostStatus::Draft)->cards()->rowCount(), 2);
    QCOMPARE(column(PostStatus::Idea)->cards()->rowCount(), 1);
    QVERIFY(!column(PostStatus::Retired)->isVisible());
    m_view->setRetiredShown(true);
    QVERIFY(column(PostStatus::Retired)->isVisible());
    QCOMPARE(column(PostStatus::Draft)->accessibleName(), u"Draft, 2 post(s)"_s);
    const QModelIndex card = column(PostStatus::Draft)->cards()->index(0);
    QVERIFY(card.data(Qt::AccessibleTextRole).toString().contains(u"draft"_s));
    QVERIFY(card.data(BoardModel::WhenRole).toString().contains(u"12"_s));
}

void TestBoardView::arrowsGoBetweenCards()
{
    QCOMPARE(focused(), column(PostStatus::Draft));
    QTest::keyClick(focused(), Qt::Key_Down);
    QCOMPARE(m_view->currentPost(), PostId(2));
    QTest::keyClick(focused(), Qt::Key_Right); // over the empty columns
    QCOMPARE(m_view->currentPost(), PostId(3));
    QCOMPARE(focused(), column(PostStatus::Approved));
    QTest::keyClick(focused(), Qt::Key_Left);
    QTest::keyClick(focused(), Qt::Key_Left);
    QCOMPARE(m_view->currentPost(), PostId(6));
    const QSignalSpy opened(m_view->wishes(), &CalendarWishes::openRequested);
    QTest::keyClick(focused(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
}

void TestBoardView::altTakesAllowedSteps()
{
    QTest::keyClick(focused(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_steps.last().first, QList {PostId(1)});
    QCOMPARE(m_steps.last().second, PostStatus::InReview);
    QTest::keyClick(focused(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_steps.last().second, PostStatus::Idea);
    m_view->setCurrent(m_day, PostId(3));
    m_view->setFocus();
    QTest::keyClick(focused(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_steps.last().second, PostStatus::Draft); // the steps between do not exist
    m_view->setCurrent({}, PostId(6)); // without a channel there is no status
    m_view->setFocus();
    QTest::keyClick(focused(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_steps.size(), 3);
}

void TestBoardView::dropsWhereAStepLeads()
{
    const QList<PlacedPost> draft {{PostId(1), m_day}};
    QVERIFY(m_view->mayBecome(draft, PostStatus::InReview));
    QVERIFY(!m_view->mayBecome(draft, PostStatus::Posted));
    QVERIFY(!m_view->mayBecome({{PostId(1), m_day}, {PostId(3), m_day}}, PostStatus::InReview));
    const std::unique_ptr<QMimeData> data(
        PostMime::encode(column(PostStatus::Draft)->cards()->cards().first().tile, draft));
    emit column(PostStatus::Draft)->dragBegan();
    const auto drop = [&data](BoardColumn *list) {
        const QPoint where = list->viewport()->rect().center();
        QDragEnterEvent enter(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(list->viewport(), &enter);
        QDropEvent event(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(list->viewport(), &event);
    };
    drop(column(PostStatus::Posted)); // no step leads there
    QVERIFY(m_steps.isEmpty());
    drop(column(PostStatus::InReview));
    QCOMPARE(m_steps.size(), 1);
    QCOMPARE(m_steps.last().second, PostStatus::InReview);
    emit column(PostStatus::Draft)->dragEnded();
    drop(column(PostStatus::InReview)); // nothing is dragged
    QCOMPARE(m_steps.size(), 1);
}

void TestBoardView::followsTheCurrentCard()
{
    m_posts[0].variants[0].status = PostStatus::InReview;
    m_view->setContent({m_posts, {}, sources()});
    QCOMPARE(m_view->currentPost(), PostId(1));
    QCOMPARE(column(PostStatus::InReview)->current().post, PostId(1));
    QCOMPARE(focused(), column(PostStatus::InReview));
    m_view->setContent({{}, {}, sources()});
    QVERIFY(m_view->currentPost().isNull());
}

void TestBoardView::selectsInOneColumn()
{
    QTest::keyClick(focused(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selection(), (QList<PlacedPost> {{PostId(2), m_day}, {PostId(1), m_day}}));
    QTest::keyClick(focused(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_steps.last().first, (QList {PostId(2), PostId(1)}));
    QTest::keyClick(focused(), Qt::Key_Right);
    QCOMPARE(m_view->selection(), (QList<PlacedPost> {{PostId(3), m_day}}));
    QVERIFY(!column(PostStatus::Draft)->selectionModel()->hasSelection());
}

void TestBoardView::mirrors()
{
    m_view->setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(focused(), Qt::Key_Left);
    QCOMPARE(m_view->currentPost(), PostId(3));
}

PULLPUSH_WINDOW_TEST(TestBoardView)
#include "tst_boardview.moc"
